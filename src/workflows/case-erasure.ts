// Erases the cases whose time has come and whose erasure a handler has confirmed, and old questions: the text and the
// names go, the statistics stay.

import { CASE_HEADERS } from '../content/case-tab-words.ts';
import { CASE_AUDIT, CASE_LOG } from '../content/case-words.ts';
import { dateOf } from '../domain/calendar.ts';
import { eraseFrom } from '../domain/case-deadlines.ts';
import { checkedState } from '../domain/case-decided.ts';
import type { Case, Question } from '../domain/case-entries.ts';
import {
  erasedCase,
  erasedCaseMail,
  erasedLetter,
  erasedLogEntry,
  erasedPerson,
  erasedQuestion,
  mayErase,
} from '../domain/case-erasure.ts';
import { mailWithId } from '../domain/registered-mail.ts';
import { deleteResponse, openForm } from '../google/form-responses.ts';
import { throwAway } from '../google/mailbox.ts';
import type { Table } from '../registers/table.ts';
import type { CaseDesk } from './case-desk.ts';

/** What the system writes into the log; what a handler wrote there herself is part of the story. */
const whatWeLog = (): readonly unknown[] => [
  ...Object.values(CASE_LOG),
  ...Object.values(CASE_HEADERS.cases).map(CASE_LOG.changed),
];

export function eraseConfirmed(desk: CaseDesk): void {
  const { cases, questions } = desk.tables;
  for (const row of cases.rows.filter(({ entry }) => mayErase(entry, desk.today))) {
    eraseWhatBelongsTo(desk, row.entry);
    const left = erasedCase(row.entry, desk.today);
    cases.update(row, { ...left, checked: checkedState(left) });
  }
  for (const row of questions.rows.filter(({ entry }) => isOver(desk, entry))) {
    eraseWhatBelongsTo(desk, row.entry);
    questions.update(row, erasedQuestion(row.entry));
  }
}

/** Whether a question was answered, and nothing was done about it since, for the years of the settings. */
function isOver(desk: CaseDesk, { number, answered }: Question): boolean {
  if (answered === null) return false;
  const lines = desk.tables.caseLog.entries.filter((line) => line.number === number);
  const [last = answered] = [answered, ...lines.map(({ when }) => when ?? '')].sort().reverse();
  return eraseFrom(dateOf(last), desk.settings.retentionYears) <= desk.today;
}

/** The response in the form, the mails, and all lines with this number. */
function eraseWhatBelongsTo(
  desk: CaseDesk,
  { number, responseId }: Pick<Case, 'number' | 'responseId'>,
): void {
  const { people, caseLog, letters, mailLog } = desk.tables;
  const isOf = (entry: { number: string }) => entry.number === number;
  // The form first: a run that dies after it comes back to a case that is still to be erased.
  const form = openForm(desk.where.formId);
  const responses = caseLog.entries.filter(isOf).map((entry) => entry.responseId);
  for (const id of new Set([responseId, ...responses])) {
    const mail = mailWithId(id);
    if (mail !== '') throwAway(mail);
    else if (id !== '') deleteResponse(form, id);
  }
  const ours = whatWeLog();
  erase(caseLog, isOf, (entry) => {
    const what = ours.includes(entry.what) ? entry.what : '';
    return erasedLogEntry({ ...entry, what });
  });
  erase(people, isOf, erasedPerson);
  erase(letters, isOf, erasedLetter);
  erase(mailLog, ({ reference }) => reference === number, erasedCaseMail);
  desk.log(number, CASE_LOG.erased);
  desk.audit({ what: CASE_AUDIT.erased, subject: number, before: '', after: '' });
}

function erase<E extends object>(
  table: Table<E>,
  isOf: (entry: E) => boolean,
  erased: (entry: E) => E,
): void {
  for (const row of table.rows.filter(({ entry }) => isOf(entry))) table.update(row, erased(row.entry));
}
