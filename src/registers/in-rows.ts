// The rows of a register as a check of the audit trail wants them.

import type { InRow } from '../domain/trail-check.ts';
import { sameCell } from './moved-rows.ts';
import { fieldsOf } from './register.ts';
import type { Table } from './table.ts';

/** The rows of a register, counted as people count, and whether they stand as the system writes them. */
export function inRows<E extends object>({ register, rows }: Table<E>): InRow<E>[] {
  const kinds = fieldsOf(register).map((field) => [field, register.columns[field].kind] as const);
  return rows.map(({ index, entry, cells }) => ({
    row: index + 1,
    entry,
    isExact: kinds.every(([field, kind], place) => sameCell(kind.encode(entry[field]), cells[place])),
  }));
}
