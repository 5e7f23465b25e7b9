// Who is asked, on which day, for what; and who stands in Follow-up.

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type AskingRules, afterAsking, askOn, asksOn, followUpOn } from '../../src/domain/asking.ts';
import { addDays } from '../../src/domain/calendar.ts';
import type { Member } from '../../src/domain/entries.ts';
import { member } from './samples.ts';

const RULES: AskingRules = {
  version: '2025-06-04',
  since: '2025-06-04',
  reminders: [-30, -14, -7, -1, 0, 7, 14],
  quietDays: 5,
  answerDays: 30,
};
const anna = (changes: Partial<Member>) => member('M-1', 'Anna Ito', 'anna@example.org', changes);
const said = (who: Member, today: string, rules = RULES) => {
  const ask = askOn(who, rules, today);
  return ask ? `${ask.kind} ${ask.reference}` : 'nothing';
};

/** Plays day after day from one day to another; nobody answers. `down` are days on which nothing runs. */
function mailsOf(
  who: Member,
  from: string,
  to: string,
  down: (day: string) => boolean = () => false,
): string[] {
  let now = who;
  const mails: string[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) {
    const ask = down(day) ? null : askOn(now, RULES, day);
    if (!ask) continue;
    mails.push(`${day} ${ask.kind}`);
    now = { ...now, ...afterAsking(now, RULES, day) };
  }
  return mails;
}

const renewing = anna({
  standing: 'Current',
  acceptedVersion: '2025-06-04',
  acceptedOn: '2025-07-01',
  nextDue: '2026-07-01',
});

describe('a member accepted on July 1, 2025, and does not answer when a year has passed', () => {
  it('gets seven reminders less the one that would come the day after another', () => {
    expect(mailsOf(renewing, '2026-05-01', '2027-05-01')).toEqual([
      '2026-06-01 Reminder',
      '2026-06-17 Reminder',
      '2026-06-24 Reminder',
      '2026-06-30 Reminder',
      '2026-07-08 Reminder',
      '2026-07-15 Reminder',
    ]);
  });

  it.each([
    [
      'a week before the due date',
      '2026-06-22',
      '2026-06-29',
      ['2026-06-01', '2026-06-17', '2026-06-30', '2026-07-08', '2026-07-15'],
    ],
    [
      'over the due date',
      '2026-06-28',
      '2026-07-04',
      ['2026-06-01', '2026-06-17', '2026-06-24', '2026-07-05', '2026-07-15'],
    ],
    [
      'until a day before a reminder',
      '2026-06-02',
      '2026-06-15',
      ['2026-06-01', '2026-06-17', '2026-06-24', '2026-06-30', '2026-07-08', '2026-07-15'],
    ],
    [
      'from before the first to after the last',
      '2026-05-01',
      '2026-09-01',
      ['2026-09-02', '2026-09-18', '2026-09-25', '2026-10-01', '2026-10-09', '2026-10-16'],
    ],
  ])('after days without a run (%s), she gets the reminder that matters then', (_, first, last, days) => {
    const mails = mailsOf(renewing, '2026-05-01', '2027-05-01', (day) => day >= first && day <= last);
    expect(mails).toEqual(days.map((day) => `${day} Reminder`));
  });
});

describe('a member who comes back after her due day', () => {
  const back = { ...renewing, standing: 'Overdue' } as const;
  it('is asked as if it were new: she has thirty days, with reminders around the last of them', () => {
    const days = ['04-01', '04-17', '04-24', '04-30', '05-08', '05-15'];
    expect(mailsOf(back, '2027-04-01', '2028-04-01')).toEqual(days.map((day) => `2027-${day} Reminder`));
  });

  it('stands in Follow-up the day after the last reminder, and not before', () => {
    let now: Member = back;
    const reasons: string[] = [];
    for (let day = '2027-04-01'; day <= '2027-05-20'; day = addDays(day, 1)) {
      if (askOn(now, RULES, day)) now = { ...now, ...afterAsking(now, RULES, day) };
      const found = followUpOn(now, RULES, day);
      if (found) reasons.push(`${day} ${found.reason}`);
    }
    expect(reasons[0]).toBe('2027-05-16 No answer to the reminders');
    expect(now.nextDue).toBe(renewing.nextDue);
  });

  it.each([
    ['on her due day', '2026-07-01', '2026-07-01'],
    ['the day after', '2026-07-02', '2026-08-01'],
  ])('%s she is asked to answer by %s', (_, today, due) => {
    expect(said(back, today)).toBe(`Reminder ${due}`);
  });
});

describe('a member who never accepted', () => {
  const fresh = anna({ standing: 'Never accepted' });
  it('is invited on the first day, and reminded before and after the thirtieth', () => {
    expect(mailsOf(fresh, '2026-03-01', '2026-12-31')).toEqual([
      '2026-03-01 Invitation',
      '2026-03-17 Reminder',
      '2026-03-24 Reminder',
      '2026-03-30 Reminder',
      '2026-04-07 Reminder',
      '2026-04-14 Reminder',
    ]);
  });
});

describe('a new version is published on March 1, 2026', () => {
  const rules = { ...RULES, version: '2026-03-01', since: '2026-03-01' };
  const open = {
    standing: 'New version to accept',
    acceptedVersion: '2025-06-04',
    acceptedOn: '2025-03-10',
  } as const;
  it.each<[string, Partial<Member>, string, string]>([
    ['she was asked for nothing lately', {}, '2026-03-01', 'New version 2026-03-01'],
    [
      'she never accepted',
      { acceptedVersion: '', acceptedOn: null, standing: 'Never accepted' },
      '2026-03-01',
      'Invitation 2026-03-01',
    ],
    [
      'a renewal reminder went out the day before',
      { askedFor: 'Renewal 2026-03-10', lastAsked: '2026-02-28' },
      '2026-03-01',
      'nothing',
    ],
    [
      'the same, four days later',
      { askedFor: 'Renewal 2026-03-10', lastAsked: '2026-02-28' },
      '2026-03-04',
      'nothing',
    ],
    [
      'the same, five days later: one mail, about the version',
      { askedFor: 'Renewal 2026-03-10', lastAsked: '2026-02-28' },
      '2026-03-05',
      'New version 2026-03-01',
    ],
    ['her renewal was due today as well', { nextDue: '2026-03-01' }, '2026-03-01', 'New version 2026-03-01'],
    [
      'she has been asked for it today',
      { askedFor: 'Version 2026-03-01', lastAsked: '2026-03-01', nextDue: '2026-03-31' },
      '2026-03-01',
      'nothing',
    ],
    [
      'two weeks before she is to answer',
      { askedFor: 'Version 2026-03-01', lastAsked: '2026-03-01', nextDue: '2026-03-31' },
      '2026-03-17',
      'Reminder 2026-03-31',
    ],
    [
      'staff emptied the due date',
      { askedFor: 'Version 2026-03-01', lastAsked: '2026-03-01', nextDue: null },
      '2026-03-17',
      'Reminder 2026-03-31',
    ],
  ])('%s', (_, changes, today, expected) => {
    expect(said(anna({ ...open, ...changes }), today, rules)).toBe(expected);
  });
});

describe('who is not asked', () => {
  const due = {
    standing: 'Overdue',
    acceptedVersion: '2025-06-04',
    acceptedOn: '2025-01-01',
    nextDue: '2026-01-01',
  } as const;
  it.each<[string, Partial<Member>, string]>([
    ['an active member who is overdue and was not asked', {}, 'Reminder 2026-03-31'],
    ['one who was asked before', { askedFor: 'Renewal 2026-01-01' }, 'Reminder 2026-01-01'],
    ['something else was typed after it', { askedFor: 'Renewal 2026-01-01 ?' }, 'Reminder 2026-01-01'],
    ['suspended', { status: 'Suspended' }, 'nothing'],
    ['removed', { status: 'Removed' }, 'nothing'],
    ['inactive', { status: 'Inactive' }, 'nothing'],
    ['mail to her address came back', { bounced: 'Anna@Example.org' }, 'nothing'],
    ['mail to an earlier address came back', { bounced: 'old@example.org' }, 'Reminder 2026-03-31'],
    ['no address', { email: '' }, 'nothing'],
    ['no usable address', { email: 'anna at example' }, 'nothing'],
    ['she declined', { standing: 'Declined' }, 'nothing'],
    ['all reminders went out', { askedFor: 'Renewal 2026-01-01', lastAsked: '2026-01-15' }, 'nothing'],
    [
      'the same, but she was suspended and is back (what she was asked for was cleared)',
      { askedFor: '', lastAsked: '2026-01-15' },
      'Reminder 2026-03-31',
    ],
    ['she is back three days after a mail', { askedFor: '', lastAsked: '2026-02-26' }, 'nothing'],
  ])('%s: %j: %s', (_, changes, expected) => {
    expect(said(anna({ ...due, ...changes }), '2026-03-01')).toBe(expected);
  });
});

describe('the follow-up list', () => {
  const asked = {
    ...renewing,
    askedFor: 'Renewal 2026-07-01',
    lastAsked: '2026-07-15',
    standing: 'Overdue',
  } as const;
  it.each<[string, Partial<Member>, string, string]>([
    ['the last reminder went out today', {}, '2026-07-15', ''],
    ['the day after the last reminder', {}, '2026-07-16', 'No answer to the reminders'],
    ['a year later', {}, '2027-07-16', 'No answer to the reminders'],
    ['another reminder is to come', { lastAsked: '2026-07-08' }, '2026-07-14', ''],
    ['mail came back', { bounced: 'anna@example.org' }, '2026-07-01', 'Mail comes back'],
    ['no address', { email: '' }, '2026-07-01', 'No usable address'],
    ['declined', { standing: 'Declined' }, '2026-07-01', 'Does not accept the Code'],
    ['suspended', { status: 'Suspended', bounced: 'anna@example.org' }, '2026-07-16', ''],
  ])('%s', (_, changes, today, reason) => {
    expect(followUpOn({ ...asked, ...changes }, RULES, today)?.reason ?? '').toBe(reason);
  });
});

it('asks first who never accepted, then who accepted longest ago; reminders come after first mails', () => {
  const rules = { ...RULES, version: '2026-03-01', since: '2026-03-01' };
  const roster = [
    member('late', 'A', 'a@example.org', {
      standing: 'New version to accept',
      acceptedVersion: '2025-06-04',
      acceptedOn: '2025-12-01',
    }),
    member('reminded', 'B', 'b@example.org', {
      standing: 'Never accepted',
      askedFor: 'Version 2026-03-01',
      lastAsked: '2026-03-01',
      nextDue: '2026-03-31',
    }),
    member('early', 'C', 'c@example.org', {
      standing: 'New version to accept',
      acceptedVersion: '2025-06-04',
      acceptedOn: '2025-06-05',
    }),
    member('never', 'D', 'd@example.org', { standing: 'Never accepted' }),
    member('never too', 'E', 'e@example.org', { standing: 'Never accepted' }),
  ];
  expect(asksOn(roster, rules, '2026-03-17').map((found) => found.member.id)).toEqual([
    'never',
    'never too',
    'early',
    'late',
    'reminded',
  ]);
});

it('never asks twice within five days, whatever days nothing runs, and twice on one day never', () => {
  const anyDown = fc.uniqueArray(fc.integer({ min: 0, max: 120 }));
  fc.assert(
    fc.property(anyDown, fc.boolean(), (down, isNew) => {
      const start = '2026-05-01';
      const who = isNew ? anna({ standing: 'Never accepted' }) : renewing;
      const isDown = (day: string) => down.some((index) => addDays(start, index) === day);
      const days = mailsOf(who, start, addDays(start, 200), isDown).map((line) => line.slice(0, 10));
      for (const [index, day] of days.slice(1).entries())
        expect(day >= addDays(days[index] as string, RULES.quietDays)).toBe(true);
      expect(days.length).toBeLessThanOrEqual(RULES.reminders.length);
    }),
  );
});
