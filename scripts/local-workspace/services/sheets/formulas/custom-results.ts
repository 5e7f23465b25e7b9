// Remembers what custom functions answered: as on Google, the same question is answered from memory until its formula is entered anew.

import { createHash } from 'node:crypto';
import type { Store } from '../../../kernel/store.ts';

/** Results that are kept, over all spreadsheets. */
const KEPT = 500;

export class CustomResults {
  private readonly running = new Set<string>();

  constructor(private readonly store: Store) {}

  private get results() {
    return this.store.table<{ value?: unknown }>('custom-function-results');
  }

  /** The answer from memory, or what `run` gives; errors are asked again. A function that reads its own cell sees that it loads. */
  of(spreadsheetId: string, name: string, args: readonly unknown[], run: () => unknown): unknown {
    const digest = createHash('sha256').update(JSON.stringify(args)).digest('base64url');
    const key = `${spreadsheetId}|${name}|${digest}`;
    const kept = this.results.get(key);
    if (kept) return revive(kept.value);
    if (this.running.has(key)) return 'Loading...';
    this.running.add(key);
    try {
      const value = run();
      const { results } = this;
      if (results.size >= KEPT) for (const old of results.keys().slice(0, KEPT / 2)) results.delete(old);
      results.set(key, { value: freeze(value) });
      return value;
    } finally {
      this.running.delete(key);
    }
  }

  /** What a function has answered in a spreadsheet counts no longer. */
  forget(spreadsheetId: string, name: string): void {
    const { results } = this;
    for (const key of results.keys()) if (key.startsWith(`${spreadsheetId}|${name}|`)) results.delete(key);
  }
}

/** Dates survive as JSON under this name. */
const DATE = '\u0000date';

function freeze(value: unknown): unknown {
  if (value instanceof Date) return { [DATE]: value.getTime() };
  if (Array.isArray(value)) return value.map(freeze);
  return typeof value === 'number' || typeof value === 'string' || typeof value === 'boolean' || value == null
    ? value
    : String(value);
}

function revive(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(revive);
  if (value !== null && typeof value === 'object')
    return new Date((value as Record<string, number>)[DATE] as number);
  return value;
}
