// By which days something is to be done in a case, and what is due on a day.

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, daysBetween } from '../../src/domain/calendar.ts';
import {
  addWorkingDays,
  type DeadlineRules,
  deadlinesWhenReopened,
  dueOn,
  eraseFrom,
  firstDeadlines,
  nextStepAfter,
  questionAnswerBy,
  reconsiderBy,
  suspensionEnds,
} from '../../src/domain/case-deadlines.ts';
import type { Case } from '../../src/domain/case-entries.ts';
import { caseOf } from './case-samples.ts';

const RULES: DeadlineRules = {
  acknowledgeWorkingDays: 2,
  acknowledgeDays: 7,
  nextStepDays: 14,
  answerDays: 90,
  questionWorkingDays: 5,
  reconsiderDays: 30,
  retentionYears: 7,
};

describe('a report that comes in on', () => {
  it.each([
    ['Monday', '2026-03-02', '2026-03-04'],
    ['Wednesday', '2026-03-04', '2026-03-06'],
    ['Thursday', '2026-03-05', '2026-03-09'],
    ['Friday', '2026-03-06', '2026-03-10'],
    ['Saturday', '2026-03-07', '2026-03-10'],
    ['Sunday', '2026-03-08', '2026-03-10'],
  ])('%s, %s, is to be acknowledged by %s', (_, day, by) => {
    expect(firstDeadlines(`${day}T23:59:59`, RULES).acknowledgeBy).toBe(by);
  });

  it('Monday, March 2, has these deadlines', () => {
    expect(firstDeadlines('2026-03-02T10:00:00', RULES)).toEqual({
      acknowledgeBy: '2026-03-04',
      nextStepBy: '2026-03-16',
      answerBy: '2026-05-31',
    });
  });

  it('any day is acknowledged within 7 days, however many working days are set', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4000 }), fc.integer({ min: 0, max: 30 }), (offset, days) => {
        const day = addDays('2025-01-01', offset);
        const rules = { ...RULES, acknowledgeWorkingDays: days };
        const { acknowledgeBy } = firstDeadlines(`${day}T12:00:00`, rules);
        expect(daysBetween(day, acknowledgeBy)).toBeLessThanOrEqual(7);
        expect(acknowledgeBy >= day).toBe(true);
      }),
    );
  });
});

it('counts working days as the calendar shows them', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 4000 }), fc.integer({ min: 1, max: 30 }), (offset, days) => {
      const from = addDays('2025-01-01', offset);
      const end = addWorkingDays(from, days);
      let working = 0;
      for (let day = addDays(from, 1); day <= end; day = addDays(day, 1))
        if (!/^(Sat|Sun)/.test(new Date(`${day}T00:00:00Z`).toUTCString())) working++;
      expect(working).toBe(days);
      expect(new Date(`${end}T00:00:00Z`).toUTCString()).not.toMatch(/^(Sat|Sun)/);
    }),
  );
});

describe('what is due in a case received on March 2', () => {
  const seen = { status: 'Under review', acknowledged: '2026-03-03T09:00:00' } as const;
  const closed = { ...seen, status: 'Closed', closed: '2026-03-20', eraseFrom: '2033-03-20' } as const;
  const safety = { kind: 'Safety concern' } as const;
  it.each<[string, Partial<Case>, string, string[]]>([
    ['new, the day before', {}, '2026-03-03', []],
    ['new, on the day', {}, '2026-03-04', ['acknowledge by 2026-03-04']],
    ['new, a day late', {}, '2026-03-05', ['acknowledge by 2026-03-04, overdue']],
    ['acknowledged', seen, '2026-03-15', []],
    ['two weeks later', seen, '2026-03-16', ['next step by 2026-03-16']],
    ['after a step', { ...seen, nextStepBy: '2026-03-30' }, '2026-03-29', []],
    ['on day 90', { ...seen, nextStepBy: '2026-06-10' }, '2026-05-31', ['answer by 2026-05-31']],
    [
      'everything forgotten',
      safety,
      '2026-06-01',
      [
        'acknowledge by 2026-03-04, overdue',
        'law decision by 2026-03-04, overdue',
        'next step by 2026-03-16, overdue',
        'answer by 2026-05-31, overdue',
      ],
    ],
    ['a safety concern, acknowledged', { ...seen, ...safety }, '2026-03-04', ['law decision by 2026-03-04']],
    ['the same, decided', { ...seen, ...safety, lawDecision: 'Do not contact' }, '2026-03-04', []],
    [
      'somebody emptied the deadline',
      { acknowledgeBy: null },
      '2026-03-05',
      ['acknowledge by 2026-03-04, overdue'],
    ],
    [
      'nobody knows when it came in',
      { received: null, acknowledgeBy: null },
      '2026-03-05',
      ['acknowledge by 2026-03-05'],
    ],
    ['a status that cannot be read', { status: null }, '2026-03-04', ['acknowledge by 2026-03-04']],
    ['opened again', { ...seen, status: 'Reopened' }, '2026-03-16', ['next step by 2026-03-16']],
    ['closed', closed, '2033-03-19', []],
    ['closed seven years ago', closed, '2033-03-20', ['confirm erasure by 2033-03-20']],
    ['the same, confirmed', { ...closed, erase: true }, '2033-03-21', []],
    ['erased', { ...closed, erased: '2033-03-20' }, '2033-03-21', []],
  ])('%s: %j, on %s: %j', (_, changes, today, expected) => {
    const due = dueOn(caseOf(changes), today, RULES);
    expect(due.map(({ what, by, overdue }) => `${what} by ${by}${overdue ? ', overdue' : ''}`)).toEqual(
      expected,
    );
  });
});

it.each([
  ['nothing was set', null, '2026-03-24'],
  ['the old day is near', '2026-03-16', '2026-03-24'],
  ['the old day is further away', '2026-04-30', '2026-04-30'],
])('somebody does something on March 10; %s: the next step is due %s -> %s', (_, before, after) => {
  expect(nextStepAfter(before, '2026-03-10', RULES)).toBe(after);
});

it('knows the other days', () => {
  expect(questionAnswerBy('2026-03-06T18:00:00', RULES)).toBe('2026-03-13');
  expect(reconsiderBy('2026-03-10', RULES)).toBe('2026-04-09');
  expect(deadlinesWhenReopened('2026-03-10', RULES)).toEqual({
    nextStepBy: '2026-03-24',
    answerBy: '2026-04-09',
  });
  expect(eraseFrom('2028-02-29', 7)).toBe('2035-02-28');
});

it.each([
  ['2026-04-30', false],
  ['2026-05-01', false],
  ['2026-05-02', true],
])('suspended until May 1, the last day of it; on %s she is back: %s', (today, isBack) => {
  expect(suspensionEnds('2026-05-01', today)).toBe(isBack);
});
