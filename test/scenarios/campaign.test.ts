// Staff invite, pause and resume; months pass, and standings follow.

import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { firstBrokenLine } from '../../scripts/desk/reading.ts';
import { ANNA, BEA, CARA, CONTACT, TestDesk } from '../support/desk.ts';

let desk: TestDesk;

beforeAll(() => {
  desk = new TestDesk();
});
beforeEach(() => desk.reset());

describe('invitations', () => {
  it('go once to each active member who has never answered, however often the button is pressed', () => {
    desk.type('Members', desk.rowOf(CARA), 'Status', [['Inactive']]);
    desk.workspace.settle();
    expect(desk.ask('readInvitations')).toMatchObject({ count: 2, days: 1, first: [ANNA.name, BEA.name] });
    expect(desk.ask('sendInvitations')).toMatch(/^2 invitations are waiting/);
    expect(desk.ask('sendInvitations')).toMatch(/^Nobody to invite/);
    desk.minutes(30);
    expect(desk.sent().map(({ to, subject }) => [to, subject])).toEqual([
      [
        expect.stringContaining(ANNA.email),
        expect.stringMatching(/^Please read and accept our Code of Conduct by /),
      ],
      [
        expect.stringContaining(BEA.email),
        expect.stringMatching(/^Please read and accept our Code of Conduct by /),
      ],
    ]);
  });

  it('pressed by a volunteer, they leave by the clock under the account that owns the desk', () => {
    const volunteer = 'vera@imstl.org';
    desk.workspace.files.update(desk.registersId, { editors: [volunteer] });
    desk.ask('sendInvitations', {}, volunteer);
    expect(desk.sent()).toEqual([]);
    expect(desk.register('Audit trail').pop()).toMatchObject({ Who: volunteer, Subject: '2025-06-04' });
    desk.minutes(11);
    expect(desk.sent()).toHaveLength(3);
  });

  it('wait while mail is paused, and none is lost or doubled when it is on again', () => {
    desk.confirm('pauseMail');
    desk.invite();
    desk.minutes(30);
    expect(desk.sent()).toEqual([]);
    expect(desk.register('Settings').find(({ Setting }) => Setting === 'Mail sending')?.Value).toBe('Paused');
    expect(desk.confirm('resumeMail')).toMatch(/^Mail is on\./);
    desk.minutes(11);
    expect(desk.recipients()).toEqual([ANNA.email, BEA.email, CARA.email]);
    expect(desk.sent()).toHaveLength(3);
    expect(firstBrokenLine(desk.register('Audit trail'))).toBe(0);
  });

  it('keep within the day’s budget; the rest follow on the next day', () => {
    desk.set('Mails a day kept free for safety reports', '1');
    desk.set('Mails a day at most', '3');
    expect(desk.ask('readInvitations')).toMatchObject({ count: 3, days: 2 });
    desk.invite();
    desk.minutes(60);
    expect(desk.sent()).toHaveLength(2);
    desk.nextDay();
    desk.minutes(20);
    expect(desk.sent()).toHaveLength(3);
  });
});

describe('a year passes', () => {
  it.each([
    ['2026-12-12', 'Current'],
    ['2026-12-13', 'Due soon'],
    ['2027-01-11', 'Due soon'],
    ['2027-01-12', 'Due'],
    ['2027-01-26', 'Due'],
    ['2027-01-27', 'Overdue'],
  ])('on %s her standing is %s', (day, standing) => {
    desk.invite();
    desk.answerByLink(ANNA);
    desk.sleepTo(`${day}T18:00:00Z`);
    desk.workspace.run('everyMorning');
    expect(desk.member(ANNA)).toMatchObject({ Standing: standing, 'Next due': '2027-01-12' });
    expect(desk.member(BEA).Standing).toBe('Never accepted');
    expect(firstBrokenLine(desk.register('Audit trail'))).toBe(0);
  });

  it('she accepts again, and the next year begins', () => {
    desk.invite();
    desk.answerByLink(ANNA);
    desk.sleepTo('2027-01-20T18:00:00Z');
    desk.workspace.run('everyMorning');
    expect(desk.member(ANNA).Standing).toBe('Due');
    desk.answer(desk.plainLink, ANNA);
    desk.workspace.settle();
    desk.answerByLink(ANNA);
    expect(desk.member(ANNA)).toMatchObject({ Standing: 'Current', 'Next due': '2028-01-20' });
    expect(desk.register('Acceptances').filter((row) => row['Member ID'] === 'M-0001')).toHaveLength(2);
  });
});

it('an inactive member is asked nothing, and her record stays', () => {
  desk.invite();
  desk.answerByLink(ANNA);
  desk.type('Members', desk.rowOf(ANNA), 'Status', [['Inactive']]);
  desk.workspace.settle();
  expect(desk.member(ANNA)).toMatchObject({
    Standing: 'Exempt',
    'Accepted version': '2025-06-04',
    'Next due': '',
  });
  expect(desk.register('Acceptances')).toHaveLength(1);
  desk.answer(desk.plainLink, ANNA);
  desk.workspace.settle();
  expect(desk.subjects(ANNA.email)).toHaveLength(2);
  expect(desk.subjects(CONTACT)).toHaveLength(2);
});
