// The report by number: what is counted, and what is masked.

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Case, type CaseKind, GUIDELINES } from '../../src/domain/case-entries.ts';
import {
  type HalfYear,
  maskedParts,
  type PublicCount,
  reportByNumber,
} from '../../src/domain/case-report.ts';
import { caseOf } from './case-samples.ts';

const TODAY = '2026-08-01';
const many = (count: number, changes: Partial<Case> = {}) =>
  Array.from({ length: count }, () => caseOf(changes));
const report = (cases: Case[]) => reportByNumber(cases, TODAY);
const only = (cases: Case[]) => report(cases)[0] as HalfYear;
/** The lines that are not 0, as `name: count`. */
const shown = (lines: { name: string; count: PublicCount }[]) =>
  lines.filter(({ count }) => count !== 0).map(({ name, count }) => `${name}: ${count}`);

it('goes by half years, and says which are over', () => {
  const cases = [
    '2026-07-01T00:00:00',
    '2025-12-31T23:59:59',
    '2026-06-30T23:59:59',
    '2026-01-01T00:00:00',
    null,
  ];
  expect(
    report(cases.map((received) => caseOf({ received }))).map(({ halfYear, isOver }) => [halfYear, isOver]),
  ).toEqual([
    ['2025-2', true],
    ['2026-1', true],
    ['2026-2', false],
  ]);
  expect(report([])).toEqual([]);
});

it('counts by kind, guideline and result', () => {
  const half = only([
    ...many(6, { guidelines: 'Harassment\nPictures' }),
    ...many(7, {
      kind: 'Safety concern',
      guidelines: 'Harassment',
      status: 'Closed',
      finding: 'Not confirmed',
    }),
    ...many(8, { guidelines: '', status: 'Closed', finding: 'Confirmed', outcome: 'Removal' }),
    ...many(9, { status: 'Under review', finding: 'Confirmed', outcome: 'Removal' }),
  ]);
  expect(half.received).toBe(30);
  expect(shown(half.kinds)).toEqual(['Possible violation: 23', 'Safety concern: 7']);
  expect(shown(half.results)).toEqual(['Removal: 8', 'Not confirmed: 7', 'Open: 15']);
  expect(shown(half.guidelines)).toEqual(['Harassment: 13', 'Dishonesty: 9', 'Pictures: 6']);
  expect(half.guidelines).toHaveLength(GUIDELINES.length);
});

it('counts what was erased as well', () => {
  expect(only(many(5, { erased: '2026-07-01', guidelines: 'Weapons' })).received).toBe(5);
});

describe('days', () => {
  const days = (...ends: (string | null)[]) =>
    only(ends.map((closed) => caseOf({ closed, acknowledged: closed && `${closed}T08:00:00` })));
  it.each([
    ['four cases', ['2026-03-03', '2026-03-04', '2026-03-05', '2026-03-06'], null],
    ['five', ['2026-03-03', '2026-03-04', '2026-03-12', '2026-03-05', '2026-05-02'], 3],
    ['six', ['2026-03-03', '2026-03-04', '2026-03-12', '2026-03-05', '2026-05-02', '2026-03-06'], 3.5],
    ['five, of which one is open', ['2026-03-03', '2026-03-04', '2026-03-12', '2026-03-05', null], null],
    ['the same day', Array(5).fill('2026-03-02'), 0],
  ])('%s: the median is %s', (_, ends, expected) => {
    expect(days(...ends).medianDaysToClose).toBe(expected);
    expect(days(...ends).medianDaysToAcknowledge).toBe(expected);
  });
});

describe('small counts', () => {
  it.each<[number, PublicCount]>([
    [1, 'fewer than 5'],
    [4, 'fewer than 5'],
    [5, 5],
    [12, 12],
  ])('%d reports received are shown as: %s', (count, expected) => {
    const half = only(many(count));
    expect(half.received).toBe(expected);
    expect(half.guidelines.find(({ name }) => name === 'Dishonesty')?.count).toBe(expected);
  });

  it.each([
    ['nothing is small', [5, 9], '5 9'],
    ['nothing at all', [0, 0], '0 0'],
    ['the whole is small', [3, 0], 'few 0'],
    ['one is small: the next larger is hidden', [3, 20, 7], 'few 20 hidden'],
    ['and zeros do not help', [3, 0, 20], 'few 0 hidden'],
    ['two are small, and could be this or that', [3, 2, 20], 'few few 20'],
    ['two are small, and can only be 1', [1, 1, 20, 7], 'few few 20 hidden'],
    ['two are small, and can only be 4', [4, 4, 20], 'few few hidden'],
    ['nothing is left to hide', [4, 4], 'hidden hidden'],
    ['one can only be 1, because the hidden one is 5', [1, 5], 'hidden hidden'],
    ['so that a larger one is hidden too', [1, 5, 9], 'few hidden hidden'],
  ])('%s', (_, counts, expected) => {
    const lines = maskedParts(counts.map((count, index) => ({ name: `part ${index}`, count })));
    expect(lines.map(({ count }) => (count === 'fewer than 5' ? 'few' : count)).join(' ')).toBe(expected);
  });

  it('cannot be computed from the whole and the other parts', () => {
    const anyCount = fc.oneof(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 12 }));
    fc.assert(
      fc.property(fc.array(anyCount, { minLength: 1, maxLength: 4 }), (counts) => {
        const whole = counts.reduce((sum, count) => sum + count, 0);
        const lines = maskedParts(counts.map((count, index) => ({ name: `part ${index}`, count })));
        const possible = lines.map(() => new Set<number>());
        const wholes = whole > 0 && whole < 5 ? [1, 2, 3, 4] : [whole];
        const published = lines.map(({ count }) => count);
        // A reader may know that small counts are called so, and what else is hidden is not small.
        const hiddenIsAtLeast = published.includes('fewer than 5') ? 5 : 0;
        for (const one of wholes)
          for (const way of waysToBe(published, one, hiddenIsAtLeast))
            for (const [index, count] of way.entries()) possible[index]?.add(count);
        for (const [index, { count }] of lines.entries()) {
          expect(possible[index]).toContain(counts[index]);
          if (typeof count !== 'number') expect(possible[index]?.size).toBeGreaterThan(1);
          else expect(count === 0 || count >= 5).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });

  /** All counts that the published lines could stand for, when they add up to the whole. */
  function waysToBe([first, ...rest]: PublicCount[], whole: number, hiddenIsAtLeast: number): number[][] {
    if (first === undefined) return whole === 0 ? [[]] : [];
    const least = first === 'hidden' ? hiddenIsAtLeast : first === 'fewer than 5' ? 1 : first;
    const most = first === 'hidden' ? whole : first === 'fewer than 5' ? 4 : first;
    const ways: number[][] = [];
    for (let count = least; count <= Math.min(most, whole); count++)
      for (const way of waysToBe(rest, whole - count, hiddenIsAtLeast)) ways.push([count, ...way]);
    return ways;
  }
});

it('never shows a count from 1 to 4', () => {
  const kinds: (CaseKind | null)[] = ['Possible violation', 'Safety concern', null];
  const anyCase = fc
    .record({
      kind: fc.constantFrom(...kinds),
      guidelines: fc.constantFrom('Weapons', 'Pictures\nWeapons', ''),
      status: fc.constantFrom('Closed' as const, 'New' as const),
      received: fc.constantFrom('2026-01-05T10:00:00', '2025-08-05T10:00:00'),
    })
    .map(caseOf);
  fc.assert(
    fc.property(fc.array(anyCase, { maxLength: 30 }), (cases) => {
      for (const { received, kinds, results, guidelines } of report(cases))
        for (const count of [received, ...[...kinds, ...results, ...guidelines].map((line) => line.count)])
          expect([1, 2, 3, 4]).not.toContain(count);
    }),
  );
});
