// CacheService: texts that may be forgotten at any time.

import { invalid } from '../../kernel/errors.ts';
import type { Execution } from '../../script/execution.ts';
import { ServiceObject } from '../../script/service.ts';

/** Google's limits: key 250 characters, value 100 KB, about 1,000 items, at most six hours. */
const KEY_LENGTH = 250;
const VALUE_BYTES = 100 * 1024;
const ITEMS = 1000;
const DEFAULT_SECONDS = 600;
const LONGEST_SECONDS = 21_600;

interface Entry {
  readonly value: string;
  readonly until: number;
}
type Entries = Readonly<Record<string, Entry>>;

export class Cache extends ServiceObject {
  static override readonly serviceName = 'Cache';
  static override readonly signatures = {
    get: ['String'],
    getAll: ['String[]'],
    put: ['String, String', 'String, String, Integer'],
    putAll: ['Object', 'Object, Integer'],
    remove: ['String'],
    removeAll: ['String[]'],
  };

  constructor(
    private readonly execution: Execution,
    private readonly key: string,
  ) {
    super();
  }

  get(name: string): string | null {
    return this.execution.remote('Cache.get', () => this.live()[name]?.value ?? null);
  }

  getAll(names: string[]): Record<string, string> {
    return this.execution.remote('Cache.getAll', () => {
      const entries = this.live();
      return Object.fromEntries(
        names.flatMap((name) => (entries[name] ? [[name, entries[name].value]] : [])),
      );
    });
  }

  put(name: string, value: string, seconds = DEFAULT_SECONDS): void {
    this.execution.remote('Cache.put', () => this.store({ [name]: value }, seconds));
  }

  putAll(values: Record<string, unknown>, seconds = DEFAULT_SECONDS): void {
    this.execution.remote('Cache.putAll', () => this.store(values, seconds));
  }

  remove(name: string): void {
    this.removeAll([name]);
  }

  removeAll(names: string[]): void {
    this.execution.remote('Cache.remove', () => {
      this.save(Object.fromEntries(Object.entries(this.live()).filter(([name]) => !names.includes(name))));
    });
  }

  private store(values: Record<string, unknown>, seconds: number): void {
    const until = this.execution.kernel.clock.now() + Math.min(seconds, LONGEST_SECONDS) * 1000;
    const added: Record<string, Entry> = {};
    for (const [name, value] of Object.entries(values)) {
      if (name.length > KEY_LENGTH) throw invalid('Argument too large: key');
      const text = String(value);
      if (Buffer.byteLength(text) > VALUE_BYTES) throw invalid('Argument too large: value');
      added[name] = { value: text, until };
    }
    // The oldest go first, about a hundred at once.
    const entries = Object.entries({ ...this.live(), ...added });
    this.save(
      Object.fromEntries(entries.length > ITEMS ? entries.slice(entries.length - ITEMS + 100) : entries),
    );
  }

  private live(): Entries {
    const now = this.execution.kernel.clock.now();
    const entries = this.execution.kernel.store.table<Entries>('cache').get(this.key) ?? {};
    return Object.fromEntries(Object.entries(entries).filter(([, entry]) => entry.until > now));
  }

  private save(entries: Entries): void {
    this.execution.kernel.store.table<Entries>('cache').set(this.key, entries);
  }
}

export class CacheService extends ServiceObject {
  static override readonly serviceName = 'CacheService';
  static override readonly signatures = { getScriptCache: [''], getUserCache: [''], getDocumentCache: [''] };

  constructor(private readonly execution: Execution) {
    super();
  }

  getScriptCache(): Cache {
    return new Cache(this.execution, `script ${this.execution.options.scriptId}`);
  }

  getUserCache(): Cache {
    return new Cache(this.execution, `user ${this.execution.options.scriptId} ${this.execution.user}`);
  }

  getDocumentCache(): Cache | null {
    const { containerId } = this.execution.options;
    return containerId ? new Cache(this.execution, `document ${containerId}`) : null;
  }
}
