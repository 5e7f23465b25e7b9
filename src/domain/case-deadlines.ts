// The days by which something is to be done in a case or for a question, and what is due on a day.

import { addDays, addMonths, dateOf } from './calendar.ts';
import type { Case } from './case-entries.ts';
import { isAboutViolence } from './case-guidelines.ts';
import type { LocalDate, LocalDateTime } from './entries.ts';

/** Settings of the organisation. */
export interface DeadlineRules {
  /** Working days (Monday to Friday) until a report is acknowledged. */
  acknowledgeWorkingDays: number;
  /** Days after which it is acknowledged at the latest, whatever the working days say. */
  acknowledgeDays: number;
  /** Days until the next step of the review. */
  nextStepDays: number;
  /** Days until the report is answered. */
  answerDays: number;
  /** Working days until a question is answered. */
  questionWorkingDays: number;
  /** Days in which an outcome may be asked to be reconsidered. */
  reconsiderDays: number;
  /** Years after which a closed case may be erased. */
  retentionYears: number;
}

/** The working day (Monday to Friday) so many working days after a date; the date itself does not count. */
export function addWorkingDays(date: LocalDate, days: number): LocalDate {
  let day = date;
  for (let left = days; left > 0; ) {
    day = addDays(day, 1);
    const weekday = new Date(Date.parse(day)).getUTCDay();
    if (weekday !== 0 && weekday !== 6) left--;
  }
  return day;
}

const earlier = (a: LocalDate, b: LocalDate) => (a < b ? a : b);

/** The deadlines of a case that has just come in. */
export function firstDeadlines(
  received: LocalDateTime,
  rules: DeadlineRules,
): { acknowledgeBy: LocalDate; nextStepBy: LocalDate; answerBy: LocalDate } {
  const day = dateOf(received);
  return {
    acknowledgeBy: earlier(
      addWorkingDays(day, rules.acknowledgeWorkingDays),
      addDays(day, rules.acknowledgeDays),
    ),
    nextStepBy: addDays(day, rules.nextStepDays),
    answerBy: addDays(day, rules.answerDays),
  };
}

/** The day by which a question is to be answered. */
export function questionAnswerBy(received: LocalDateTime, rules: DeadlineRules): LocalDate {
  return addWorkingDays(dateOf(received), rules.questionWorkingDays);
}

/** When somebody did something in the case today: the next step is due so many days later, never sooner than it was. */
export function nextStepAfter(
  nextStepBy: LocalDate | null,
  today: LocalDate,
  rules: DeadlineRules,
): LocalDate {
  const moved = addDays(today, rules.nextStepDays);
  return nextStepBy !== null && nextStepBy > moved ? nextStepBy : moved;
}

/** The deadlines of a case that is opened again: there is as much time as there was to ask for it. */
export function deadlinesWhenReopened(
  today: LocalDate,
  rules: DeadlineRules,
): { nextStepBy: LocalDate; answerBy: LocalDate } {
  return { nextStepBy: addDays(today, rules.nextStepDays), answerBy: addDays(today, rules.reconsiderDays) };
}

/** The last day on which an outcome may be asked to be reconsidered. */
export function reconsiderBy(outcomeOn: LocalDate, rules: DeadlineRules): LocalDate {
  return addDays(outcomeOn, rules.reconsiderDays);
}

/** The first day on which a closed case may be erased. */
export function eraseFrom(closed: LocalDate, years: number): LocalDate {
  return addMonths(closed, 12 * years);
}

/** Whether a suspension is over, whose last day is `until`. */
export function suspensionEnds(until: LocalDate, today: LocalDate): boolean {
  return today > until;
}

export type CaseDuty = 'acknowledge' | 'law decision' | 'next step' | 'answer' | 'confirm erasure';

/** Something that is due in a case; overdue when its day is over. */
export interface Due {
  what: CaseDuty;
  by: LocalDate;
  overdue: boolean;
}

type WithDeadlines = Pick<
  Case,
  | 'received'
  | 'kind'
  | 'guidelines'
  | 'status'
  | 'acknowledged'
  | 'acknowledgeBy'
  | 'nextStepBy'
  | 'answerBy'
  | 'lawDecision'
  | 'eraseFrom'
  | 'erase'
  | 'erased'
>;

/**
 * What is due today or overdue, the longest overdue first. A deadline that somebody emptied is counted from the
 * receipt; where that is gone too it is due at once, because what nobody can date must not be forgotten.
 */
export function dueOn(entry: WithDeadlines, today: LocalDate, rules: DeadlineRules): Due[] {
  if (entry.erased !== null) return [];
  const due: Due[] = [];
  const add = (what: CaseDuty, by: LocalDate) => {
    if (by <= today) due.push({ what, by, overdue: by < today });
  };
  if (entry.status === 'Closed') {
    if (entry.eraseFrom !== null && !entry.erase) add('confirm erasure', entry.eraseFrom);
    return due;
  }
  const first = entry.received ? firstDeadlines(entry.received, rules) : null;
  const acknowledgeBy = entry.acknowledgeBy ?? first?.acknowledgeBy ?? today;
  if (entry.acknowledged === null) add('acknowledge', acknowledgeBy);
  if (isAboutViolence(entry) && entry.lawDecision === null) add('law decision', acknowledgeBy);
  add('next step', entry.nextStepBy ?? first?.nextStepBy ?? today);
  add('answer', entry.answerBy ?? first?.answerBy ?? today);
  return due.sort((a, b) => (a.by < b.by ? -1 : a.by > b.by ? 1 : 0));
}
