// The JavaScript realm in which a script runs: ECMAScript's own globals, Google's services, and nothing else.

import { constants, createContext, Script } from 'node:vm';
import { GoogleError, notImplemented } from '../kernel/errors.ts';
import { checkCustomFunction } from './custom-function-rules.ts';
import { type Execution, ExecutionEnded } from './execution.ts';
import { type Handle, PRELUDE, type RealmTools } from './prelude.ts';
import {
  checkArguments,
  checkScopes,
  classOf,
  EnumValue,
  Evaluation,
  type ServiceClass,
  ServiceObject,
} from './service.ts';

/** An advanced service as the realm needs it: the paths that exist, and one function that calls them. */
export interface AdvancedService {
  /** The name in the script, such as `Sheets`. */
  readonly symbol: string;
  /** For example `['Spreadsheets', 'Values', 'batchGet']`. */
  readonly paths: readonly (readonly string[])[];
  /** Takes values of the script, which travel as JSON. The answer is JSON; undefined when there is none. */
  call(path: readonly string[], args: readonly unknown[]): string | undefined;
}

/** Code of templates, compiled once as long as its text is asked for again; templates that differ each time go first. */
const templates = new Map<string, Script>();
const MOST_TEMPLATES = 20;

function compiled(source: string): Script {
  const script = templates.get(source) ?? new Script(source, { filename: 'template.html' });
  templates.delete(source);
  templates.set(source, script);
  const [first] = templates.keys();
  if (templates.size > MOST_TEMPLATES && first !== undefined) templates.delete(first);
  return script;
}

/** Evaluating anything lets what waits for promises run first. */
const WAITING = new Script('0');

const methodNames = new WeakMap<ServiceClass, ReadonlySet<string>>();

/** The methods of a service, listed once. */
function methodsOf(service: ServiceClass): ReadonlySet<string> {
  const known = methodNames.get(service) ?? new Set(Object.keys(service.signatures));
  methodNames.set(service, known);
  return known;
}

/**
 * Gives a realm whose global object is an ordinary one, which is much faster to read; Node.js has it since 20.18.
 */
const BARE = (constants as unknown as { DONT_CONTEXTIFY?: object }).DONT_CONTEXTIFY;

export class Realm {
  private readonly context: object;
  private readonly tools: RealmTools;
  private readonly toFacade = new WeakMap<ServiceObject | EnumValue, Handle>();
  private readonly fromFacade = new WeakMap<Handle, ServiceObject | EnumValue>();

  constructor(private execution: Execution) {
    const { kernel } = execution;
    this.context = createContext(BARE ?? Object.create(null), {
      name: `execution ${execution.id}`,
      microtaskMode: 'afterEvaluate',
    });
    const prelude = PRELUDE.runInContext(this.context) as (...args: unknown[]) => RealmTools;
    let tools: RealmTools | undefined;
    tools = prelude(
      () => this.execution.learn('time', () => kernel.clock.now()),
      () => this.execution.learn('chance', () => kernel.random.next()),
      (level: string, text: string) => this.execution.log.push({ level, text }),
      (name: string) => (tools as RealmTools).error('Exception', notImplemented(name).message),
    );
    this.tools = tools;
  }

  /** Serves another execution from now on, which offers its own services and finds the script's variables as they are. */
  goOnFor(execution: Execution): void {
    this.execution = execution;
  }

  /** Makes a service readable as a global of the script; what the script never looks at is never made. */
  offer(name: string, service: ServiceObject): void {
    this.tools.global(name, () => this.give(service));
  }

  offerAdvanced(service: AdvancedService): void {
    this.tools.global(service.symbol, () => this.advancedNode(service, []));
  }

  /** Evaluates a file of the script in the global scope. */
  load(script: Script): void {
    script.runInContext(this.context);
  }

  /** The function of that name as Google finds it: declared at the top level, or held by an object there (`app.run`). */
  find(functionName: string): ((...args: unknown[]) => unknown) | undefined {
    if (!/^[\w$.]+$/.test(functionName)) return undefined;
    const found = new Script(
      `typeof ${functionName.split('.')[0]} === 'undefined' ? undefined : ${functionName}`,
    ).runInContext(this.context);
    return typeof found === 'function' ? found : undefined;
  }

  /**
   * Calls a function of the script with values of this side; what it returns comes back as a value of this side. What
   * waits for a promise runs when the function has returned, and an async function is over when its promise is: nothing
   * inside Google can keep one waiting for longer.
   */
  call(target: (...args: unknown[]) => unknown, args: readonly unknown[]): unknown {
    const returned = target(...args.map((arg) => this.give(arg)));

    const over = this.tools.outcome(returned);
    WAITING.runInContext(this.context);
    if ('error' in over) throw over.error;
    return this.take(over.value);
  }

  /** Runs the body of a function in the global scope, with these properties as its variables. */
  private run(code: string, properties: Record<string, unknown> = {}): unknown {
    const names = Object.keys(properties);
    const body = compiled(`(function(${names.join(',')}){${code}\n})`).runInContext(this.context) as (
      ...args: unknown[]
    ) => unknown;
    return body(...names.map((name) => properties[name]));
  }

  private advancedNode(service: AdvancedService, prefix: readonly string[]): Handle {
    const below = service.paths.filter((path) => prefix.every((name, i) => path[i] === name));
    const methods = new Set(
      below.filter((path) => path.length === prefix.length + 1).map((path) => path.at(-1) as string),
    );
    const node = this.tools.facade([service.symbol, ...prefix].join('.'), methods, (method, args) =>
      this.guarded(() => {
        this.execution.called([service.symbol, ...prefix, method].join('.'));
        const result = service.call(
          [...prefix, method],
          args.map(
            (arg) => this.fromFacade.get(arg as Handle) ?? (typeof arg === 'function' ? undefined : arg),
          ),
        );
        return result === undefined ? undefined : this.tools.parse(result);
      }),
    );
    const groups = new Set(
      below.filter((path) => path.length > prefix.length + 1).map((path) => path[prefix.length] as string),
    );
    for (const group of groups)
      this.tools.constant(node, group, this.advancedNode(service, [...prefix, group]));
    return node;
  }

  private facadeOf(object: ServiceObject): Handle {
    const known = this.toFacade.get(object);
    if (known) return known;
    const service = classOf(object);
    const properties = service.holdsProperties ? this.tools.object() : undefined;
    const invoke = (method: string, args: unknown[]) =>
      this.guarded(() => {
        this.execution.called(`${service.serviceName}.${method}`);
        const taken = args.map((arg) => this.take(arg));
        checkArguments(service, method, taken);
        checkScopes(service, method, this.execution.options.scopes);
        checkCustomFunction(this.execution.options.authMode, service.serviceName, method);
        const implementation = (object as unknown as Record<string, (...args: unknown[]) => unknown>)[method];
        if (!implementation) throw notImplemented(`${service.serviceName}.${method}`);
        const answer = implementation.apply(object, taken);
        const isCode = answer instanceof Evaluation;
        return this.give(isCode ? answer.finish(this.run(answer.code, properties)) : answer);
      });
    const facade = this.tools.facade(service.serviceName, methodsOf(service), invoke, properties);
    for (const [name, value] of Object.entries(service.constants))
      this.tools.constant(facade, name, this.give(value));
    this.toFacade.set(object, facade);
    this.fromFacade.set(facade, object);
    return facade;
  }

  /**
   * Runs this side's code for the script: errors arrive there as `Exception`, those of advanced services with Google's
   * code in their details, and a dead execution stays dead.
   */
  private guarded(work: () => unknown): unknown {
    try {
      this.execution.assertAlive();
      return work();
    } catch (error) {
      if (error instanceof GoogleError && error.name === 'GoogleJsonResponseException')
        throw this.tools.error(error.name, error.message, error.http);
      if (error instanceof GoogleError) throw this.tools.error('Exception', error.message);
      if (error instanceof ExecutionEnded) throw this.tools.error('ExecutionEnded', error.message);
      throw error;
    }
  }

  /** A value of this side as the script sees it. */
  private give(value: unknown): unknown {
    if (value === null || typeof value !== 'object') return typeof value === 'function' ? undefined : value;
    if (value instanceof ServiceObject) return this.facadeOf(value);
    if (value instanceof EnumValue) {
      const known = this.toFacade.get(value);
      if (known) return known;
      const made = this.tools.enumValue(value.name, value.ordinal);
      this.toFacade.set(value, made);
      this.fromFacade.set(made, value);
      return made;
    }
    if (value instanceof Date) return this.tools.date(value.getTime());
    if (Array.isArray(value)) {
      const array = this.tools.array();
      for (const item of value) array.push(this.give(item));
      return array;
    }
    const object = this.tools.object();
    for (const [key, item] of Object.entries(value)) object[key] = this.give(item);
    return object;
  }

  /** A value of the script as this side sees it. */
  private take(value: unknown): unknown {
    if (value === null || typeof value !== 'object') return typeof value === 'function' ? undefined : value;
    const known = this.fromFacade.get(value);
    if (known) return known;
    if (Array.isArray(value)) return value.map((item) => this.take(item));
    const kind = Object.prototype.toString.call(value);
    if (kind === '[object Date]') return new Date((value as Date).getTime());
    if (kind === '[object Error]') return new Error(String((value as Error).message));
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, this.take(item)]));
  }
}
