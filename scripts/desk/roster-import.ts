// Imports a list as the page of “Import the roster…” does: reads it, works out the plan, and sends what is accepted.

import { inFields, readTable } from '../../src/domain/import-columns.ts';
import {
  choiceOf,
  type ImportPlan,
  type OnRoster,
  planImport,
  printOf,
} from '../../src/domain/roster-import.ts';
import { readCsv } from '../../src/pages/read-csv.ts';
import type { Desk } from './desk.ts';

export interface Looked {
  plan: ImportPlan;
  /** What the page sends when everything that is usual is accepted. */
  order: { first: number; rows: string[][]; print: string; yes: string[] };
}

/** What the page shows of a CSV. */
export function look(desk: Desk, csv: string, user?: string): Looked {
  return planOf(csv, desk.ask('readRoster', null, user) as OnRoster[]);
}

export function planOf(csv: string, roster: readonly OnRoster[]): Looked {
  const read = readCsv(csv);
  if ('unreadable' in read) throw new Error(JSON.stringify(read.unreadable));
  const { rows: all, columns, first } = readTable(read.table);
  const rows = inFields(all, columns);
  const plan = planImport(rows, first, roster);
  const yes = plan.changed.flatMap((one) =>
    one.changes.filter(({ isUsual }) => isUsual).map((change) => choiceOf.change(one, change)),
  );
  return { plan, order: { first, rows, print: printOf(plan), yes } };
}
