// The report by number, half year by half year, fit to be published: small counts are masked.

import { dateOf, daysBetween } from './calendar.ts';
import { CASE_KINDS, type Case, GUIDELINES, OUTCOMES } from './case-entries.ts';
import { guidelinesOf } from './case-guidelines.ts';
import type { LocalDate } from './entries.ts';

/** Below this a count is masked, and no median is given. */
const LEAST = 5;

/** A count that may be published; `hidden` is a count of its own right that would give away a smaller one. */
export type PublicCount = number | 'fewer than 5' | 'hidden';

/** What became of a case: the outcome, or the finding where there is none, or that it is still open. */
export const RESULTS = [...OUTCOMES, 'Not confirmed', 'Cannot be established', 'Open'] as const;
export type Result = (typeof RESULTS)[number];

export interface Line<Name extends string> {
  name: Name;
  count: PublicCount;
}

export interface HalfYear {
  /** `2026-1` for January to June, `2026-2` for July to December. */
  halfYear: string;
  /** Whether it is over, so that a later report does not differ by a report or two. */
  isOver: boolean;
  received: PublicCount;
  kinds: Line<(typeof CASE_KINDS)[number] | 'Not known'>[];
  results: Line<Result>[];
  /** A report may be about several; these do not add up. */
  guidelines: Line<(typeof GUIDELINES)[number]>[];
  /** Null when there are fewer than five to count. */
  medianDaysToAcknowledge: number | null;
  medianDaysToClose: number | null;
}

/** The cases by the half year of their receipt, oldest first. */
export function reportByNumber(cases: readonly Case[], today: LocalDate): HalfYear[] {
  const byHalfYear = new Map<string, Case[]>();
  for (const entry of cases) {
    if (entry.received === null) continue;
    const halfYear = halfYearOf(dateOf(entry.received));
    byHalfYear.set(halfYear, [...(byHalfYear.get(halfYear) ?? []), entry]);
  }
  return [...byHalfYear.keys()].sort().map((halfYear) => {
    const entries = byHalfYear.get(halfYear) ?? [];
    const count = <Name extends string>(name: Name, isOne: (entry: Case) => boolean) => ({
      name,
      count: entries.filter(isOne).length,
    });
    return {
      halfYear,
      isOver: halfYear < halfYearOf(today),
      received: masked(entries.length),
      kinds: maskedParts([
        ...CASE_KINDS.map((kind) => count(kind, (entry) => entry.kind === kind)),
        count('Not known', (entry) => entry.kind === null),
      ]),
      results: maskedParts(RESULTS.map((result) => count(result, (entry) => resultOf(entry) === result))),
      guidelines: GUIDELINES.map((guideline) =>
        count(guideline, (entry) => guidelinesOf(entry.guidelines).includes(guideline)),
      ).map((line) => ({ ...line, count: masked(line.count) })),
      medianDaysToAcknowledge: medianDays(entries, ({ acknowledged }) => acknowledged),
      medianDaysToClose: medianDays(entries, ({ closed }) => closed),
    };
  });
}

function halfYearOf(date: LocalDate): string {
  return `${date.slice(0, 4)}-${date.slice(5, 7) <= '06' ? 1 : 2}`;
}

function resultOf({ outcome, finding, status }: Case): Result {
  if (status !== 'Closed') return 'Open';
  return outcome ?? (finding === 'Confirmed' ? 'None' : (finding ?? 'Cannot be established'));
}

function masked(count: number): PublicCount {
  return count > 0 && count < LEAST ? 'fewer than 5' : count;
}

/**
 * Masks the parts of a whole that is published too. As long as a small part can be computed from the whole and from
 * what is known of the other parts, the next larger part is hidden as well; if that does not help, all are.
 */
export function maskedParts<Name extends string>(
  parts: readonly { name: Name; count: number }[],
): Line<Name>[] {
  const whole = parts.reduce((sum, { count }) => sum + count, 0);
  const lines = parts.map(({ name, count }) => ({ name, count: masked(count) }));
  const toHide = parts
    .map(({ count }, index) => ({ count, index }))
    .filter(({ count }) => count >= LEAST)
    .sort((a, b) => a.count - b.count);
  while (givesAway(lines, whole)) {
    const next = toHide.shift();
    if (!next) return lines.map(({ name }) => ({ name, count: 'hidden' }));
    lines[next.index] = { name: (lines[next.index] as Line<Name>).name, count: 'hidden' };
  }
  return lines;
}

/** Whether a masked part can be only one number, given what is shown of the whole and of the parts. */
function givesAway(lines: readonly Line<string>[], whole: number): boolean {
  const ranges = lines.map(({ count }) => rangeOf(count));
  const [leastOfAll, mostOfAll] = rangeOf(masked(whole));
  return ranges.some(([low, high], index) => {
    if (typeof lines[index]?.count === 'number') return false;
    const others = ranges.filter((_, other) => other !== index);
    const atLeast = leastOfAll - others.reduce((sum, [, most]) => sum + most, 0);
    const atMost = mostOfAll - others.reduce((sum, [least]) => sum + least, 0);
    return Math.max(low, atLeast) === Math.min(high, atMost);
  });
}

/** What everybody knows of a published count. */
function rangeOf(count: PublicCount): [number, number] {
  if (count === 'fewer than 5') return [1, LEAST - 1];
  return count === 'hidden' ? [LEAST, Number.POSITIVE_INFINITY] : [count, count];
}

function medianDays(cases: readonly Case[], end: (entry: Case) => string | null): number | null {
  const days: number[] = [];
  for (const entry of cases) {
    const done = end(entry);
    if (entry.received !== null && done !== null)
      days.push(Math.max(0, daysBetween(dateOf(entry.received), dateOf(done))));
  }
  if (days.length < LEAST) return null;
  days.sort((a, b) => a - b);
  const middle = days.length >> 1;
  const upper = days[middle] as number;
  return days.length % 2 === 1 ? upper : (upper + (days[middle - 1] as number)) / 2;
}
