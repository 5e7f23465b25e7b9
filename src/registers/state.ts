// What the system must remember between runs: the end of the audit trail and the last running numbers.

import type { TrailHead } from '../domain/audit.ts';
import type { StateRow } from '../domain/entries.ts';
import type { Table } from './table.ts';

export type Counter =
  | 'Last acceptance'
  | 'Last mail'
  | 'Last member'
  | 'Last opt-out'
  | 'Last takedown'
  | 'Last agreement';

/** The remembered value; empty when there is none. */
export function recall(table: Table<StateRow>, name: string): string {
  return table.find(name)?.entry.value ?? '';
}

export function remember(table: Table<StateRow>, name: string, value: string): void {
  const row = table.find(name);
  if (row) table.update(row, { value });
  else table.append({ name, value });
}

/** Where it is remembered when Set up ran last. */
export const SET_UP_ROW = 'Set up';

/** Where the time is remembered at which something that starts by itself ran last. */
export const ranRow = (work: Work): string => `Ran: ${work}`;

/** What starts by itself. */
export type Work =
  | 'ten minutes'
  | 'night'
  | 'morning'
  | 'cases night'
  | 'cases morning'
  | 'acceptance'
  | 'image-opt-out'
  | 'agreement'
  | 'report'
  | 'edits'
  | 'case edits';

/** The end of the audit trail as remembered, or null when that is missing or cannot be. */
export function recallTrail(table: Table<StateRow>): TrailHead | null {
  const line = recall(table, 'Audit line');
  const hash = recall(table, 'Audit hash');
  if (line === '0' && hash === '') return { line: 0, hash };
  return /^[1-9]\d{0,9}$/.test(line) && /^[0-9a-f]{64}$/.test(hash) ? { line: Number(line), hash } : null;
}

export function rememberTrail(table: Table<StateRow>, head: TrailHead): void {
  remember(table, 'Audit line', String(head.line));
  remember(table, 'Audit hash', head.hash);
}

/** The last number given out: what is remembered, or more when the register already holds a higher one. */
export function lastNumber(table: Table<StateRow>, counter: Counter, highestInRegister: number): number {
  const remembered = recall(table, counter);
  return Math.max(highestInRegister, /^\d{1,12}$/.test(remembered) ? Number(remembered) : 0);
}
