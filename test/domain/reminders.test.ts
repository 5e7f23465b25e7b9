// On which days a member is reminded, and how a reminder sounds.

import { describe, expect, it } from '@jest/globals';
import { stageOn, toneOn } from '../../src/domain/reminders.ts';

const DAYS = [-30, -14, -7, -1, 0, 7, 14];

describe('she is to renew by July 1, 2026', () => {
  it.each<[string, string | null, string]>([
    ['2026-05-31', null, 'nothing yet'],
    ['2026-06-01', '2026-06-01', '30 days before'],
    ['2026-06-16', '2026-06-01', 'still the one of 30 days before'],
    ['2026-06-17', '2026-06-17', '14 days before'],
    ['2026-06-24', '2026-06-24', '7 days before'],
    ['2026-06-30', '2026-06-30', 'the day before'],
    ['2026-07-01', '2026-07-01', 'on the day'],
    ['2026-07-07', '2026-07-01', 'still the one of the day'],
    ['2026-07-08', '2026-07-08', '7 days after'],
    ['2026-07-15', '2026-07-15', '14 days after, the last'],
    ['2027-01-01', '2026-07-15', 'nothing further comes'],
  ])('on %s the reminder of %s is the one that matters (%s)', (today, date, _) => {
    expect(stageOn('2026-07-01', DAYS, today)?.date ?? null).toBe(date);
  });
});

describe('days that are easily counted wrong', () => {
  it.each([
    ['2028-02-29', 'a leap day', -30, '2028-01-30'],
    ['2028-03-01', 'the day after a leap day', -1, '2028-02-29'],
    ['2027-03-01', 'the same day in a common year', -1, '2027-02-28'],
    ['2026-03-31', 'the end of a month', -30, '2026-03-01'],
    ['2026-03-08', 'the day on which clocks go forward', -7, '2026-03-01'],
    ['2026-03-15', 'a week after clocks went forward', -14, '2026-03-01'],
    ['2026-11-01', 'the day on which clocks go back', 7, '2026-11-08'],
    ['2026-12-31', 'the end of the year', 7, '2027-01-07'],
  ])('due on %s (%s), %d days: %s', (due, _, offset, date) => {
    expect(stageOn(due, [offset], date)?.date).toBe(date);
    expect(stageOn(due, [offset], '2026-01-01')).toBeNull();
  });
});

it('takes the days in any order, and none at all', () => {
  expect(stageOn('2026-07-01', [14, -30, 0], '2026-07-20')).toEqual({
    offset: 14,
    date: '2026-07-15',
    isLast: true,
  });
  expect(stageOn('2026-07-01', [], '2026-07-20')).toBeNull();
});

it.each([
  ['2026-06-01', 'early'],
  ['2026-06-23', 'early'],
  ['2026-06-24', 'soon'],
  ['2026-06-30', 'soon'],
  ['2026-07-01', 'today'],
  ['2026-07-08', 'late'],
  ['2026-07-14', 'late'],
  ['2026-07-15', 'last'],
])('on %s a reminder sounds: %s', (today, tone) => {
  expect(toneOn('2026-07-01', DAYS, today)).toBe(tone);
});
