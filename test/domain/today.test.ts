// Today's list: what comes first, what has a line of its own, and what is told together.

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  MOST_ALONE,
  todayLines,
  WAITING_KINDS,
  type Waiting,
  type WaitingKind,
} from '../../src/domain/today.ts';

const TODAY = '2026-03-10';
type Day = string | null;
/** What waits, since when, and until when it is to be done. */
type Thing = [kind: WaitingKind, since: Day, by: Day];

const waiting = (things: readonly Thing[]): Waiting<string>[] =>
  things.map(([kind, since, by]) => ({ kind, since, by, about: `${kind} ${since ?? by ?? ''}`.trim() }));
const told = (things: readonly Thing[]) =>
  todayLines(waiting(things), TODAY).map(({ about, count, isOverdue }) =>
    [count > 1 ? `${count} × ${about}` : about, isOverdue ? 'overdue' : ''].filter(Boolean).join(', '),
  );

describe('the order of the list', () => {
  it.each<[string, Thing[], string[]]>([
    ['nothing waits', [], []],
    ['one thing waits', [['problem', '2026-03-01', null]], ['problem 2026-03-01']],
    [
      'what was due yesterday comes before everything that is not late',
      [
        ['cases', null, null],
        ['takedown', null, '2026-03-09'],
      ],
      ['takedown 2026-03-09, overdue', 'cases'],
    ],
    [
      'so does what is due today, which is not overdue yet',
      [
        ['problem', '2026-01-01', null],
        ['questions', null, TODAY],
      ],
      ['questions 2026-03-10', 'problem 2026-01-01'],
    ],
    [
      'what is due tomorrow waits in its place',
      [
        ['takedown', null, '2026-03-11'],
        ['cases', null, null],
      ],
      ['cases', 'takedown 2026-03-11'],
    ],
    [
      'of one kind, the longest waiting comes first',
      [
        ['problem', '2026-03-05', null],
        ['problem', '2026-02-05', null],
      ],
      ['problem 2026-02-05', 'problem 2026-03-05'],
    ],
    [
      'a refusal comes before mail that comes back, and before members who do not answer',
      [
        ['No answer to the reminders', '2026-01-01', null],
        ['Mail comes back', '2026-02-01', null],
        ['Does not accept the Code', '2026-03-01', null],
      ],
      [
        'Does not accept the Code 2026-03-01',
        'Mail comes back 2026-02-01',
        'No answer to the reminders 2026-01-01',
      ],
    ],
  ])('%s', (_, things, lines) => {
    expect(told(things)).toEqual(lines);
  });
});

describe('many of one kind', () => {
  const refusals = (days: readonly number[]): Thing[] =>
    days.map((day) => ['Does not accept the Code', `2026-03-0${day}`, null]);

  it('three have a line each', () => {
    expect(told(refusals([3, 1, 2]))).toEqual([
      'Does not accept the Code 2026-03-01',
      'Does not accept the Code 2026-03-02',
      'Does not accept the Code 2026-03-03',
    ]);
  });

  it('four have one line, which leads to the one that has waited longest', () => {
    expect(told(refusals([3, 1, 2, 4]))).toEqual(['4 × Does not accept the Code 2026-03-01']);
  });

  it('one that is overdue brings its whole kind to the top', () => {
    const lines = told([
      ['cases', null, null],
      ['takedown', null, '2026-03-12'],
      ['takedown', null, '2026-03-13'],
      ['takedown', null, '2026-03-08'],
      ['takedown', null, '2026-03-14'],
    ]);
    expect(lines).toEqual(['4 × takedown 2026-03-08, overdue', 'cases']);
  });
});

describe('whatever waits, in whatever order', () => {
  const day = fc.option(
    fc.integer({ min: 1, max: 20 }).map((n) => `2026-03-${String(n).padStart(2, '0')}`),
    {
      nil: null,
    },
  );
  const things = fc.array(fc.tuple(fc.constantFrom(...WAITING_KINDS), day, day), { maxLength: 40 });
  const list = (all: readonly Thing[]) => todayLines(waiting(all), TODAY);

  it('everything is told: the numbers of a kind add up', () => {
    fc.assert(
      fc.property(things, (all) => {
        for (const kind of WAITING_KINDS) {
          const numbers = list(all).map((line) => (line.kind === kind ? line.count : 0));
          expect(numbers.reduce((sum, count) => sum + count, 0)).toBe(
            all.filter(([one]) => one === kind).length,
          );
        }
      }),
    );
  });

  it('no kind has more lines than have one each, and a number is never small', () => {
    fc.assert(
      fc.property(things, (all) => {
        for (const kind of WAITING_KINDS) {
          const counts = list(all).flatMap((line) => (line.kind === kind ? line.count : []));
          expect(counts.length).toBeLessThanOrEqual(MOST_ALONE);
          if (counts.some((count) => count > 1)) expect(counts).toHaveLength(1);
          expect(counts.every((count) => count === 1 || count > MOST_ALONE)).toBe(true);
        }
      }),
    );
  });

  it('what is late or due today stands above what is not', () => {
    fc.assert(
      fc.property(things, (all) => {
        const isDue = list(all).map(({ by }) => by !== null && by <= TODAY);
        expect(isDue).toEqual([...isDue].sort((a, b) => Number(b) - Number(a)));
      }),
    );
  });

  it('the same things give the same list, in whatever order they are found', () => {
    fc.assert(
      fc.property(things, fc.func(fc.nat()), (all, shuffle) => {
        const shuffled = [...all].sort((a, b) => shuffle(a) - shuffle(b));
        const shown = (some: readonly Thing[]) =>
          list(some).map(({ kind, since, by, count }) => [kind, by ?? since, count]);
        expect(shown(shuffled)).toEqual(shown(all));
      }),
    );
  });
});
