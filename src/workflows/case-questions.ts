// Looks at the questions after somebody has typed in their tab: when they were answered, and that none is forgotten.

import { CASE_HEADERS } from '../content/case-tab-words.ts';
import { CASE_AUDIT, CASE_LOG, putBackNote } from '../content/case-words.ts';
import { questionAnswerBy } from '../domain/case-deadlines.ts';
import type { Question } from '../domain/case-entries.ts';
import { isOurNumber } from '../domain/case-numbers.ts';
import { readTexts } from '../google/texts.ts';
import type { Row } from '../registers/table.ts';
import { leaveOutAsked } from './case-conflicts.ts';
import type { CaseDesk } from './case-desk.ts';

const HEADERS = CASE_HEADERS.questions;

export function reviewQuestions(desk: CaseDesk, who: string): void {
  const { questions } = desk.tables;
  for (const row of questions.rows) {
    if (!isOurNumber(row.entry.number)) giveNumber(desk, row, who);
    if (row.entry.status === null) bringStatusBack(desk, row, who);
    const { status, answered, number } = row.entry;
    if ((status === 'New') === (answered === null)) continue;
    questions.update(row, { answered: status === 'New' ? null : desk.today });
    if (status !== 'New') desk.log(number, CASE_LOG.answered, { who });
    desk.note(questions, row, 'status', '');
  }
}

/** Words in place of a number would come into mails; the log keeps them. */
function giveNumber(desk: CaseDesk, row: Row<Question>, who: string): void {
  const { number: typed, responseId } = row.entry;
  const number = desk.numberOf(responseId);
  if (number !== undefined) desk.tables.questions.update(row, { number });
  else takeUpTyped(desk, row, who);
  if (typed !== '')
    desk.log(row.entry.number, CASE_LOG.putBack, { who, details: `${HEADERS.number}: ${typed}` });
}

/** Somebody asked on the phone, and a handler wrote it down. */
function takeUpTyped(desk: CaseDesk, row: Row<Question>, who: string): void {
  const number = desk.nextQuestion();
  const received = row.entry.received ?? desk.now;
  const answerBy = row.entry.answerBy ?? questionAnswerBy(received, desk.rules);
  const isEmpty = row.entry.status === null && row.faults.status === undefined;
  desk.tables.questions.update(row, { number, received, answerBy, ...(isEmpty ? { status: 'New' } : {}) });
  desk.log(number, CASE_LOG.questionReceived, { who });
  leaveOutAsked(desk, row.entry);
}

/** A question without a status would wait for nobody. */
function bringStatusBack(desk: CaseDesk, row: Row<Question>, who: string): void {
  const { number, answered } = row.entry;
  desk.tables.questions.update(row, { status: answered === null ? 'New' : 'Answered' });
  desk.note(desk.tables.questions, row, 'status', putBackNote(readTexts().putBack, ['not a choice']));
  desk.log(number, CASE_LOG.putBack, { who, details: HEADERS.status });
  desk.audit({ who, what: CASE_AUDIT.putBack(HEADERS.status), subject: number, before: '', after: '' });
}
