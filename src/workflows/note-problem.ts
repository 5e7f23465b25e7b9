// Tells staff of a problem when the registers are not at hand, or cannot be read.

import type { ProblemWords } from '../content/problems.ts';
import { localTime } from '../domain/calendar.ts';
import type { Problem } from '../domain/entries.ts';
import { readProperties } from '../google/properties.ts';
import { log } from '../google/session.ts';
import { commit, readTabs } from '../google/sheets.ts';
import { REGISTERS } from '../registers/registers.ts';
import { Table } from '../registers/table.ts';
import { PROPERTY, parsed } from './config.ts';

/** Writes to the Problems tab even when another tab is damaged; when that cannot be either, the log must do. */
export function noteProblems(...problems: readonly ProblemWords[]): void {
  withProblems(problems, (table) => {
    for (const words of problems) {
      if (table.entries.some(({ what, done }) => what === words.what && !done)) continue;
      table.append({ when: localTime(Date.now()), ...words, link: '', done: false });
    }
  });
}

/** Ticks the problems that ask staff to do this as done. */
export function problemsAreSolved(...problems: readonly ProblemWords[]): void {
  const asked = problems.map(({ whatToDo }) => whatToDo);
  withProblems(problems, (table) => {
    for (const row of table.rows)
      if (asked.includes(row.entry.whatToDo) && !row.entry.done) table.update(row, { done: true });
  });
}

function withProblems(problems: readonly ProblemWords[], work: (table: Table<Problem>) => void): void {
  if (problems.length === 0) return;
  try {
    const values = readProperties();
    const id = values[PROPERTY.registers];
    const tabs = parsed(values[PROPERTY.tabs]) as Record<string, number> | undefined;
    const register = REGISTERS.problems;
    const sheetId = tabs?.[register.tab];
    if (!id || sheetId === undefined) return;
    const [grid = []] = readTabs(id, [{ tab: register.tab }]);
    const table = new Table(register, sheetId, grid);
    work(table);
    commit(id, table.takeRequests());
  } catch (error) {
    for (const { what } of problems) log(`${what} (${String(error)})`);
  }
}
