// Stands around every workflow: what stops it reaches staff in plain words, and nothing fails in silence.

import type { ProblemWords, WorkflowName } from '../content/problems.ts';
import { localTime } from '../domain/calendar.ts';
import { readProperties } from '../google/properties.ts';
import { log } from '../google/session.ts';
import { commit, readTabs } from '../google/sheets.ts';
import { REGISTERS } from '../registers/registers.ts';
import { Table } from '../registers/table.ts';
import { PROPERTY, parsed } from './config.ts';
import { inWordsForStaff, Refusal } from './staff-error.ts';

/** Runs a workflow. What stops it goes to the Problems tab and is thrown again, so that Google's own report has it too. */
export function guarded<T>(work: () => T, workflow: WorkflowName = 'person'): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof Refusal) throw error;
    const words = inWordsForStaff(error, workflow);
    log(error instanceof Error ? (error.stack ?? error.message) : String(error));
    noteProblem(words);
    throw new Error(`${words.what} ${words.whatToDo}`);
  }
}

/** Runs what a dialog asked for and answers as JSON: the value, or what to tell the person. */
export function answering(work: () => unknown): string {
  try {
    return JSON.stringify({ ok: true, value: guarded(work) });
  } catch (error) {
    return JSON.stringify({ ok: false, message: error instanceof Error ? error.message : String(error) });
  }
}

/** Writes to the Problems tab even when another tab is damaged; when that cannot be either, the log must do. */
function noteProblem(words: ProblemWords): void {
  try {
    const values = readProperties();
    const id = values[PROPERTY.registers];
    const tabs = parsed(values[PROPERTY.tabs]) as Record<string, number> | undefined;
    const register = REGISTERS.problems;
    const sheetId = tabs?.[register.tab];
    if (!id || sheetId === undefined) return;
    const [grid = []] = readTabs(id, [{ tab: register.tab }]);
    const table = new Table(register, sheetId, grid);
    if (table.entries.some(({ what, done }) => what === words.what && !done)) return;
    table.append({ when: localTime(Date.now()), ...words, link: '', done: false });
    commit(id, table.takeRequests());
  } catch (error) {
    log(`${words.what} (${String(error)})`);
  }
}
