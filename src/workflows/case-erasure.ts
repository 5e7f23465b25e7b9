// Erases the cases whose time has come and whose erasure a handler has confirmed: the text and the names go, the
// statistics stay.

import { CASE_AUDIT, CASE_LOG } from '../content/case-words.ts';
import { decidedOf } from '../domain/case-decided.ts';
import {
  erasedCase,
  erasedCaseMail,
  erasedLetter,
  erasedLogEntry,
  erasedPerson,
  mayErase,
} from '../domain/case-erasure.ts';
import { deleteResponse, openForm } from '../google/form-responses.ts';
import type { Table } from '../registers/table.ts';
import type { CaseDesk } from './case-desk.ts';

/** What the system writes into the log; what a handler wrote there herself is part of the story. */
const WHAT_WE_LOG: readonly unknown[] = Object.values(CASE_LOG);

export function eraseConfirmed(desk: CaseDesk): void {
  const { cases, people, caseLog, letters, mailLog } = desk.tables;
  const rows = cases.rows.filter(({ entry }) => mayErase(entry, desk.today));
  if (rows.length === 0) return;
  const form = openForm(desk.where.formId);
  for (const row of rows) {
    const { number, responseId } = row.entry;
    const isOf = (entry: { number: string }) => entry.number === number;
    // The form first: a run that dies after it comes back to a case that is still to be erased.
    const responses = caseLog.entries.filter(isOf).map((entry) => entry.responseId);
    for (const id of new Set([responseId, ...responses])) if (id !== '') deleteResponse(form, id);
    const left = erasedCase(row.entry, desk.today);
    cases.update(row, { ...left, checked: JSON.stringify(decidedOf(left)) });
    erase(caseLog, isOf, (entry) => {
      const what = WHAT_WE_LOG.includes(entry.what) ? entry.what : '';
      return erasedLogEntry({ ...entry, what });
    });
    erase(people, isOf, erasedPerson);
    erase(letters, isOf, erasedLetter);
    erase(mailLog, ({ reference }) => reference === number, erasedCaseMail);
    desk.log(number, CASE_LOG.erased);
    desk.audit({ what: CASE_AUDIT.erased, subject: number, before: '', after: '' });
  }
}

function erase<E extends object>(
  table: Table<E>,
  isOf: (entry: E) => boolean,
  erased: (entry: E) => E,
): void {
  for (const row of table.rows.filter(({ entry }) => isOf(entry))) table.update(row, erased(row.entry));
}
