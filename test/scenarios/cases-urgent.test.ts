// Danger: whoever must know of it knows at once, in a flood of reports too, and when a mail comes back.

import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  Cases,
  DANGER,
  FIRST,
  PHRASE,
  ROUTE,
  URGENT,
  VIOLATION,
  WISH,
  ZOE,
  ZOES,
} from '../../scripts/desk/cases.ts';
import { GoogleError } from '../../scripts/local-workspace/index.ts';
import { BORA, CONTACT, HANA, HEDI, SARA, STINA, TestDesk } from '../support/desk.ts';

let desk: TestDesk;
let cases: Cases;
beforeAll(() => {
  desk = new TestDesk();
  cases = new Cases(desk);
});
beforeEach(() => desk.reset());

const states = (address: string) =>
  cases
    .register('Mail log')
    .filter(({ Kind, To }) => Kind === 'Urgent report' && To === address)
    .map(({ State }) => State);
const bundled = (count: number) => `Urgent: ${count} reports wait, please look now`;

describe('a flood of reports', () => {
  beforeEach(() => {
    for (let count = 0; count < 60; count++) cases.report(DANGER);
  });

  it('leaves the safety contacts five mails, and one in ten minutes for all that came since', () => {
    expect(cases.mails(SARA)).toHaveLength(5);
    desk.minutes(31);
    expect(cases.mails(SARA).slice(5)).toEqual([bundled(55)]);
    expect(cases.mails(HANA)).toHaveLength(6);
    expect(states(SARA).filter((state) => state === 'Cancelled')).toHaveLength(54);
    cases.report(DANGER);
    expect(cases.mails(SARA).at(-1)).toBe('Urgent: please look at 2026-061 now');
    cases.report(DANGER);
    cases.report(DANGER);
    desk.minutes(21);
    expect(cases.mails(SARA).slice(7)).toEqual([bundled(2)]);
    expect(states(SARA)).not.toContain('Queued');
  });

  it('an hour later the next is told at once', () => {
    desk.minutes(90);
    const before = cases.mails(SARA).length;
    cases.report(DANGER);
    expect(cases.mails(SARA).slice(before)).toEqual(['Urgent: please look at 2026-061 now']);
  });
});

it('many reports at once are told at once, the last mail with the rest', () => {
  for (let count = 0; count < 8; count++) cases.send(DANGER);
  desk.workspace.settle();
  expect(cases.mails(SARA)).toHaveLength(5);
  expect(cases.mails(SARA)).toContain(bundled(4));
});

it('an urgent mail that Gmail does not take is a problem at once', () => {
  const effect = { fail: new GoogleError('RESOURCE_EXHAUSTED', 'User-rate limit exceeded') };
  desk.workspace.faults.add({ method: 'Gmail.Users.Messages.send', when: 'before', effect, always: true });
  cases.report(DANGER);
  expect(desk.openProblems()).toEqual(['Gmail takes no mail about cases at the moment.']);
  desk.workspace.faults.clear();
  desk.minutes(11);
  expect(cases.mails(SARA)).toEqual([URGENT]);
});

describe('an addition that speaks of danger', () => {
  const WORDS = 'violet teapot sings twice';
  const add = () =>
    cases.report({
      [WISH]: ROUTE.addition,
      'Your pass-phrase': WORDS,
      'What would you like to add?': 'Now he has a knife.',
    });

  it('to a case that is urgent already is told to the safety contacts, once', () => {
    cases.report({ ...DANGER, [PHRASE]: WORDS });
    add();
    desk.minutes(31);
    expect(cases.mails(SARA)).toEqual([URGENT, URGENT]);
  });

  it('to a closed case too', () => {
    cases.report({ ...VIOLATION, [PHRASE]: WORDS });
    cases.decide(FIRST, { Handler: HEDI, Status: 'Under review', 'Not heard because': 'She is gone.' });
    cases.decide(FIRST, { Finding: 'Cannot be established', Status: 'Finding' });
    cases.decide(FIRST, { Status: 'Closed' });
    add();
    desk.minutes(31);
    expect(cases.mails(SARA)).toEqual([URGENT]);
    expect(cases.case()).toMatchObject({ Status: 'Closed', Urgency: 'Urgent' });
  });
});

describe('a case that a handler types', () => {
  it.each([
    ['What it is about', 'Weapons'],
    ['What happened', 'He hit her.'],
    ['Still going on', 'Yes'],
    ['Kind', 'Safety concern'],
  ])('is urgent as soon as “%s” is “%s”', (header, value) => {
    cases.add('Cases', [{ When: 'on Sunday' }]);
    expect(cases.case()).toMatchObject({ Urgency: 'Normal' });
    cases.set(FIRST, header, value);
    desk.minutes(31);
    expect(cases.case()).toMatchObject({ Urgency: 'Urgent' });
    expect(cases.mails(SARA)).toEqual([URGENT]);
    expect(cases.log(FIRST)).toEqual([
      'Received',
      expect.stringMatching(new RegExp(`^“${header}” changed`)),
      'Urgency changed: Urgent',
    ]);
    cases.set(FIRST, 'Urgency', 'Normal');
    desk.minutes(31);
    expect(cases.case()).toMatchObject({ Urgency: 'Normal' });
    expect(cases.mails(SARA)).toHaveLength(1);
  });
});

it('a handler who sets a case to urgent tells the safety contacts, each time once', () => {
  cases.report(VIOLATION);
  cases.decide(FIRST, { Handler: HEDI, Status: 'Acknowledged' });
  for (const count of [1, 2]) {
    cases.set(FIRST, 'Urgency', 'Urgent', HEDI);
    desk.minutes(31);
    expect(cases.mails(SARA)).toEqual(Array(count).fill(URGENT));
    cases.set(FIRST, 'Urgency', 'Normal', HEDI);
  }
  expect(desk.openProblems()).toEqual([]);
});

describe('a mail that comes back', () => {
  const comesBack = (address: string) =>
    desk.workspace.gmail.delivery.receive(
      [
        'From: Mail Delivery Subsystem <mailer-daemon@googlemail.com>',
        `To: ${desk.workspace.owner}`,
        'Subject: Delivery Status Notification (Failure)',
        `X-Failed-Recipients: ${address}`,
        '',
        'Address not found',
      ].join('\r\n'),
    );

  it('from a safety contact is a problem, and the stand-in is told in her place, once', () => {
    cases.report(DANGER);
    comesBack(SARA);
    desk.minutes(41);
    expect(cases.mails(STINA)).toEqual([URGENT]);
    expect(cases.mails(BORA)).toEqual([]);
    expect(desk.openProblems()).toEqual([expect.stringContaining(`to ${SARA} came back`)]);
  });

  it('from the contact address is a problem by the next night', () => {
    cases.report(VIOLATION);
    comesBack(CONTACT);
    cases.night();
    expect(desk.openProblems()).toEqual([expect.stringContaining(`to ${CONTACT} came back`)]);
    expect(cases.mails(STINA)).toEqual([]);
  });

  it('from the person who wrote stands in the log of her case alone', () => {
    cases.report({ ...VIOLATION, ...ZOE });
    comesBack(ZOES);
    cases.night();
    cases.night();
    expect(cases.log(FIRST)).toEqual(['Received', 'Email came back']);
    expect(desk.openProblems()).toEqual([]);
  });
});
