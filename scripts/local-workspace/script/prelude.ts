// What runs in a realm before the script: it makes the realm like Google's, and gives the tools with which it is furnished.

import { Script } from 'node:vm';

/** An object of the script's realm. */
export type Handle = object;

/** What the prelude makes available to this side; all of it lives in the script's realm. */
export interface RealmTools {
  /** A global of the script, made when the script first reads it. */
  global(name: string, make: () => unknown): void;
  facade(
    name: string,
    methods: ReadonlySet<string>,
    invoke: (method: string, args: unknown[]) => unknown,
    /** Where properties go that the script sets; without it, setting one throws. */
    properties?: Handle,
  ): Handle;
  /** Adds a readable property, such as an enumeration or a nested facade. */
  constant(facade: Handle, name: string, value: unknown): void;
  enumValue(name: string, ordinal: number): Handle;
  array(): unknown[];
  object(): Record<string, unknown>;
  date(time: number): Date;
  error(name: string, message: string, code?: number): Error;
  parse(json: string): unknown;
  /** What a function has returned; of a promise, what becomes of it once everything that waits has run. */
  outcome(returned: unknown): { value?: unknown; error?: unknown };
}

/**
 * Runs inside the realm before the script. It patches Date to the Workspace's clock and Math.random to its seed, takes
 * away what Node puts into a new context but Google does not have, and returns the tools above.
 */
export const PRELUDE = new Script(
  `(function (now, random, log, refuse) {
    'use strict';
    const RealDate = Date;
    function WorkspaceDate(...args) {
      if (!new.target) return new RealDate(now()).toString();
      return Reflect.construct(RealDate, args.length === 0 ? [now()] : args, new.target === WorkspaceDate ? RealDate : new.target);
    }
    WorkspaceDate.prototype = RealDate.prototype;
    Object.defineProperty(RealDate.prototype, 'constructor', { value: WorkspaceDate, writable: true, configurable: true });
    WorkspaceDate.UTC = RealDate.UTC;
    WorkspaceDate.parse = RealDate.parse;
    WorkspaceDate.now = () => now();
    Object.defineProperty(WorkspaceDate, 'name', { value: 'Date' });
    globalThis.Date = WorkspaceDate;
    Math.random = () => random();
    const text = (value) => {
      if (typeof value === 'string') return value;
      if (value instanceof Error) return value.stack || String(value);
      try { return typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value); } catch (error) { return String(value); }
    };
    const level = (name) => (...args) => log(name, args.map(text).join(' '));
    globalThis.console = { log: level('log'), info: level('info'), warn: level('warn'), error: level('error'), debug: level('debug'), time() {}, timeEnd() {} };

    const missing = (name) => { throw refuse(name); };
    return {
      global(name, make) {
        const settle = (value) => {
          Object.defineProperty(globalThis, name, { value, writable: true, configurable: true, enumerable: true });
          return value;
        };
        Object.defineProperty(globalThis, name, { get: () => settle(make()), set: settle, configurable: true, enumerable: true });
      },
      facade(name, methods, invoke, properties) {
        const target = Object.create(null);
        target.toString = () => name;
        // Made when it is first read: a script reads few of many hundred.
        const make = (own, method) => (own[method] = { [method](...args) { return invoke(method, args); } }[method]);
        return new Proxy(target, {
          has: (own, key) => key in own || methods.has(key),
          ownKeys(own) {
            for (const method of methods) if (!(method in own)) make(own, method);
            return Reflect.ownKeys(own);
          },
          get(own, key) {
            if (key in own) return own[key];
            if (methods.has(key)) return make(own, key);
            if (properties && key in properties) return properties[key];
            if (typeof key === 'symbol' || key === 'toJSON' || key === 'then' || key === 'constructor' || key === 'valueOf') return undefined;
            return missing(name + '.' + key);
          },
          set(own, key, value) { if (properties) { properties[key] = value; return true; } return missing('Setting ' + name + '.' + String(key)); },
        });
      },
      constant(facade, name, value) { Object.defineProperty(facade, name, { value, enumerable: true }); },
      enumValue(name, ordinal) {
        return Object.freeze({ toString: () => name, name: () => name, ordinal: () => ordinal, toJSON: () => name });
      },
      array: () => [],
      object: () => ({}),
      date: (time) => new RealDate(time),
      error(name, message, code) {
        const error = new Error(message);
        error.name = name;
        if (code !== undefined) error.details = { code, message: message.replace(/^API call .*? failed with error: /, '') };
        return error;
      },
      parse: (json) => JSON.parse(json),
      outcome(returned) {
        if (!(returned instanceof Promise)) return { value: returned };
        const over = { value: undefined };
        returned.then((value) => { over.value = value; }, (error) => { over.error = error; });
        return over;
      },
    };
  })`,
  { filename: 'prelude.js' },
);
