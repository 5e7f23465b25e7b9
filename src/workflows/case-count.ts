// Tells the Registers how many cases and questions wait: numbers, and nothing else about them.

import { dueOn } from '../domain/case-deadlines.ts';
import type { LocalDate } from '../domain/entries.ts';
import { writeProperty } from '../google/properties.ts';
import type { CaseDesk } from './case-desk.ts';
import { type Config, PROPERTY } from './config.ts';

export interface CaseCount {
  cases: number;
  questions: number;
  /** The first day by which a question is to be answered. */
  answerBy: LocalDate | null;
}

/**
 * Where every run of the Registers reads it without a further call; written only when it has changed, and not by a
 * submission, so that a report costs no call more.
 */
export function tellCaseCount(desk: CaseDesk): void {
  const { cases, questions } = desk.tables;
  const open = cases.entries.filter(
    (entry) =>
      (entry.status !== 'Closed' && entry.erased === null) || dueOn(entry, desk.today, desk.rules).length > 0,
  );
  const asked = questions.entries.filter(({ status }) => status === 'New' || status === null);
  const [answerBy = ''] = asked.map(({ answerBy }) => answerBy ?? desk.today).sort();
  const count = [open.length, asked.length, answerBy].join(' ').trim();
  if (count !== (desk.config.caseCount ?? '')) writeProperty(PROPERTY.caseCount, count);
}

export function readCaseCount({ caseCount = '' }: Config): CaseCount {
  const [cases, questions, answerBy = null] = caseCount.split(' ');
  return { cases: Number(cases) || 0, questions: Number(questions) || 0, answerBy };
}
