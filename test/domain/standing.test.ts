// Where a member stands with the Code, day by day.

import { describe, expect, it } from '@jest/globals';
import type { Acceptance, CodeVersion, Standing, Status } from '../../src/domain/entries.ts';
import { latestAnswers, standingOf, versionsThatCount, withEarlier } from '../../src/domain/standing.ts';
import { acceptance, version } from './samples.ts';

const RULES = { renewalMonths: 12, dueSoonDays: 30, graceDays: 14 };
const ONE_VERSION = [version('2025-06-04', { change: 'First' })];

function standing(
  today: string,
  answers: Acceptance[],
  { versions = ONE_VERSION, status = 'Active' }: { versions?: CodeVersion[]; status?: Status | null } = {},
): Standing {
  const latest = latestAnswers(answers).get('M-1');
  return standingOf({ status }, latest, versionsThatCount(versions), RULES, today).standing;
}

const on = (date: string, changes: Partial<Acceptance> = {}) =>
  acceptance({ received: `${date}T10:00:00`, ...changes });

describe('after an acceptance on July 1, 2025, with one year between', () => {
  it.each<[string, Standing]>([
    ['2025-07-01', 'Current'],
    ['2026-05-31', 'Current'],
    ['2026-06-01', 'Due soon'],
    ['2026-06-30', 'Due soon'],
    ['2026-07-01', 'Due'],
    ['2026-07-15', 'Due'],
    ['2026-07-16', 'Overdue'],
    ['2030-01-01', 'Overdue'],
  ])('on %s she is: %s', (today, expected) => {
    expect(standing(today, [on('2025-07-01')])).toBe(expected);
  });
});

describe('other histories', () => {
  const refusal = { answer: 'Declined' } as const;
  it.each<[string, Acceptance[], Standing]>([
    ['no answer', [], 'Never accepted'],
    [
      'only an unconfirmed answer',
      [on('2025-07-01', { confirmedBy: 'Unconfirmed', memberId: '' })],
      'Never accepted',
    ],
    ['a refusal', [on('2025-07-01', refusal)], 'Declined'],
    ['accepted, then refused', [on('2025-07-01'), on('2025-08-01', refusal)], 'Declined'],
    ['refused, then accepted', [on('2025-07-01', refusal), on('2025-08-01')], 'Current'],
    ['rows not in the order of time', [on('2025-08-01'), on('2025-07-01', refusal)], 'Current'],
    ['a signed paper', [on('2025-07-01', { confirmedBy: 'Staff' })], 'Current'],
    ['accepted a version that nobody knows', [on('2025-07-01', { version: '' })], 'New version to accept'],
  ])('%s', (_, answers, expected) => {
    expect(standing('2025-09-01', answers)).toBe(expected);
  });
});

describe('members who are not asked', () => {
  it.each<Status | null>(['Inactive', 'Suspended', 'Removed', null])('%s: exempt', (status) => {
    expect(standing('2025-09-01', [on('2025-07-01')], { status })).toBe('Exempt');
  });
});

describe('after a new version', () => {
  const first = version('2025-06-04', { status: 'Retired', change: 'First' });
  const material = version('2025-10-01');
  const editorial = version('2025-10-01', { change: 'Editorial' });
  it.each<[string, CodeVersion[], Acceptance[], Standing]>([
    ['a material one: she is asked again', [first, material], [on('2025-07-01')], 'New version to accept'],
    ['accepted too: current', [first, material], [on('2025-11-01', { version: '2025-10-01' })], 'Current'],
    ['an editorial one: nothing to do', [first, editorial], [on('2025-07-01')], 'Current'],
    [
      'she refused the old one: she is asked again',
      [first, material],
      [on('2025-07-01', { answer: 'Declined' })],
      'New version to accept',
    ],
    [
      'a draft does not count',
      [ONE_VERSION[0] as CodeVersion, version('2025-12-01', { status: 'Draft' })],
      [on('2025-07-01')],
      'Current',
    ],
  ])('%s', (_, versions, answers, expected) => {
    expect(standing('2025-12-01', answers, { versions })).toBe(expected);
  });
});

it('knows the dates behind the standing', () => {
  const latest = latestAnswers([on('2024-02-29')]).get('M-1');
  expect(standingOf({ status: 'Active' }, latest, ['2025-06-04'], RULES, '2024-03-01')).toEqual({
    standing: 'Current',
    acceptedVersion: '2025-06-04',
    acceptedOn: '2024-02-29',
    nextDue: '2025-02-28',
  });
});

describe('when only the latest rows of the register were read, her own row tells of the earlier ones', () => {
  const current = { standing: 'Current', acceptedOn: '2025-07-01', acceptedVersion: '2025-06-04' } as const;
  const never = { standing: 'Never accepted', acceptedOn: null, acceptedVersion: '' } as const;
  const declined = { ...never, standing: 'Declined' } as const;
  const declinedBefore = { ...never, standing: 'New version to accept' } as const;
  it.each<[string, Parameters<typeof withEarlier>[1], Acceptance[], Standing, string | null]>([
    ['accepted long ago', current, [], 'Current', '2025-07-01'],
    ['never answered', never, [], 'Never accepted', null],
    ['declined long ago', declined, [], 'Declined', null],
    ['declined the version before', declinedBefore, [], 'New version to accept', null],
    ['declined the version before, accepts now', declinedBefore, [on('2026-03-01')], 'Current', '2026-03-01'],
    ['accepted long ago and again now', current, [on('2026-03-01')], 'Current', '2026-03-01'],
    ['declined long ago, accepts now', declined, [on('2026-03-01')], 'Current', '2026-03-01'],
    [
      'accepted long ago, declines now',
      current,
      [on('2026-03-01', { answer: 'Declined' })],
      'Declined',
      '2025-07-01',
    ],
    ['a paper of an earlier day is recorded now', current, [on('2025-06-20')], 'Current', '2025-07-01'],
  ])('%s', (_, row, answers, expected, acceptedOn) => {
    const known = withEarlier(latestAnswers(answers).get('M-1'), row, '2025-06-04');
    const facts = standingOf({ status: 'Active' }, known, ['2025-06-04'], RULES, '2026-03-02');
    expect([facts.standing, facts.acceptedOn]).toEqual([expected, acceptedOn]);
  });
});

describe('the due date of a member who has a version to accept', () => {
  it.each([
    ['she was not asked yet', '', '2026-01-01', null],
    ['she was told a date', 'Version 2025-06-04', '2026-04-01', '2026-04-01'],
    ['the date belongs to an earlier version', 'Version 2024-01-01', '2026-04-01', null],
  ])('%s', (_, askedFor, nextDue, expected) => {
    const facts = standingOf(
      { status: 'Active', askedFor, nextDue },
      undefined,
      ['2025-06-04'],
      RULES,
      '2026-03-02',
    );
    expect(facts.nextDue).toBe(expected);
  });
});
