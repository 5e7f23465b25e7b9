// The numbers of cases and questions: year and running number.

import { highestNumber, numbered } from './running-number.ts';

/** `2026-001` */
export const caseNumber = (year: number, running: number) => numbered(`${year}-`, running, 3);

/** `Q-2026-001` */
export const questionNumber = (year: number, running: number) => numbered(`Q-${year}-`, running, 3);

/** The next running number of the year; `remembered` is the last one given, whose row may be gone since. */
export function nextCaseNumber(year: number, existing: Iterable<string>, remembered: string): string {
  return caseNumber(year, highestNumber(`${year}-`, [...existing, remembered]) + 1);
}

export function nextQuestionNumber(year: number, existing: Iterable<string>, remembered: string): string {
  return questionNumber(year, highestNumber(`Q-${year}-`, [...existing, remembered]) + 1);
}

/** Whether this is a number of ours, of a case or a question, and no words that somebody typed in its place. */
export const isOurNumber = (text: string) => /^(?:Q-)?\d{4}-\d{3,6}$/.test(text);

/** The case that somebody means who types `case 2026 - 1` or `#2026-001`; null when there is no number in it. */
export function readCaseNumber(text: string): string | null {
  const match = /(?<![\d-])(\d{4})\s*[-–—]\s*(\d{1,6})(?![\d-])/.exec(text);
  return match ? caseNumber(Number(match[1]), Number(match[2])) : null;
}
