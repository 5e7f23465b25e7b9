// The words of the report by number: what each figure of a half year is called.

import type { Figure } from '../domain/case-entries.ts';
import type { HalfYear, PublicCount } from '../domain/case-report.ts';

const GOING_ON = ' (not over yet; please do not publish it)';

/** The lines of the report, the newest half year first. */
export function figuresOf(halfYears: readonly HalfYear[]): Figure[] {
  return [...halfYears].reverse().flatMap((one) => {
    const halfYear = one.isOver ? one.halfYear : one.halfYear + GOING_ON;
    const line = (figure: string, value: PublicCount | null): Figure => ({
      halfYear,
      figure,
      value: value === null ? 'too few to say' : String(value),
    });
    return [
      line('Reports received', one.received),
      ...one.kinds.map(({ name, count }) => line(`Kind: ${name}`, count)),
      ...one.guidelines.map(({ name, count }) => line(`About: ${name}`, count)),
      ...one.results.map(({ name, count }) => line(`Result: ${name}`, count)),
      line('Days until it was acknowledged (the middle one)', one.medianDaysToAcknowledge),
      line('Days until it was closed (the middle one)', one.medianDaysToClose),
    ];
  });
}
