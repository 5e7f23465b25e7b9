// PropertiesService: small texts kept for a script, a user or a document.

import { GoogleError } from '../../kernel/errors.ts';
import type { Execution } from '../../script/execution.ts';
import { ServiceObject } from '../../script/service.ts';

/** Google's limits: 9 KB a value, 500 KB a store. */
const VALUE_BYTES = 9 * 1024;
const STORE_BYTES = 500 * 1024;

type Values = Readonly<Record<string, string>>;

export class Properties extends ServiceObject {
  static override readonly serviceName = 'Properties';
  static override readonly signatures = {
    getProperty: ['String'],
    getProperties: [''],
    getKeys: [''],
    setProperty: ['String, String'],
    setProperties: ['Object', 'Object, Boolean'],
    deleteProperty: ['String'],
    deleteAllProperties: [''],
  };

  constructor(
    private readonly execution: Execution,
    private readonly key: string,
  ) {
    super();
  }

  private get values(): Values {
    return this.execution.kernel.store.table<Values>('properties').get(this.key) ?? {};
  }

  getProperty(name: string): string | null {
    return this.read('getProperty', () => this.values[name] ?? null);
  }

  getProperties(): Values {
    return this.read('getProperties', () => ({ ...this.values }));
  }

  getKeys(): string[] {
    return this.read('getKeys', () => Object.keys(this.values));
  }

  setProperty(name: string, value: string): this {
    return this.write('setProperty', () => ({ ...this.values, [name]: String(value) }));
  }

  setProperties(values: Record<string, unknown>, deleteAllOthers = false): this {
    return this.write('setProperties', () => {
      const texts = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, String(value)]));
      return deleteAllOthers ? texts : { ...this.values, ...texts };
    });
  }

  deleteProperty(name: string): this {
    return this.write('deleteProperty', () =>
      Object.fromEntries(Object.entries(this.values).filter(([key]) => key !== name)),
    );
  }

  deleteAllProperties(): this {
    return this.write('deleteAllProperties', () => ({}));
  }

  private read<T>(method: string, work: () => T): T {
    return this.execution.remote(`Properties.${method}`, () => {
      this.countUse();
      return work();
    });
  }

  private write(method: string, change: () => Values): this {
    this.execution.remote(`Properties.${method}`, () => {
      this.countUse();
      const values = change();
      let bytes = 0;
      for (const [name, value] of Object.entries(values)) {
        const size = Buffer.byteLength(value);
        if (size > VALUE_BYTES) throw new GoogleError('INVALID_ARGUMENT', 'Argument too large: value');
        bytes += size + Buffer.byteLength(name);
      }
      if (bytes > STORE_BYTES) {
        throw new GoogleError(
          'RESOURCE_EXHAUSTED',
          'You have exceeded the property storage quota. Please remove some properties and try again.',
        );
      }
      this.execution.kernel.store.table<Values>('properties').set(this.key, values);
    });
    return this;
  }

  private countUse(): void {
    const { kernel, user } = this.execution;
    kernel.quotas.take(user, 'properties use', 1, 'Service invoked too many times for one day: properties.');
  }
}

export class PropertiesService extends ServiceObject {
  static override readonly serviceName = 'PropertiesService';
  static override readonly signatures = {
    getScriptProperties: [''],
    getUserProperties: [''],
    getDocumentProperties: [''],
  };

  constructor(private readonly execution: Execution) {
    super();
  }

  getScriptProperties(): Properties {
    return new Properties(this.execution, `script ${this.execution.options.scriptId}`);
  }

  getUserProperties(): Properties {
    return new Properties(this.execution, `user ${this.execution.options.scriptId} ${this.execution.user}`);
  }

  /** Null for a script that is bound to nothing. */
  getDocumentProperties(): Properties | null {
    const { containerId } = this.execution.options;
    return containerId ? new Properties(this.execution, `document ${containerId}`) : null;
  }
}
