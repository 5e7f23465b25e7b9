// Somebody of the staff is named in a report: she is left out of it, and others step in.

import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  Cases,
  DANGER,
  FIRST,
  PHRASE,
  ROUTE,
  URGENT,
  VIOLATION,
  WHO,
  WISH,
  ZOE,
  ZOES,
} from '../../scripts/desk/cases.ts';
import { BORA, CONTACT, HANA, HEDI, SARA, STINA, TestDesk } from '../support/desk.ts';

let desk: TestDesk;
let cases: Cases;
beforeAll(() => {
  desk = new TestDesk();
  cases = new Cases(desk);
});
beforeEach(() => desk.reset());

const RITA = 'rita@example.org';
const OTHER = '2026-002';
const everybody = () => desk.recipients();

it('a handler: she is left out, and the stand-in is told', () => {
  expect(cases.mayOpen(HANA)).toBe(true);
  cases.report({ ...VIOLATION, [WHO]: 'hana horvat' });
  expect([cases.mayOpen(HANA), cases.mayOpen(HEDI), cases.mayOpen(STINA)]).toEqual([false, true, true]);
  expect(everybody()).toEqual([CONTACT, STINA]);
  cases.set(FIRST, 'Handler', HANA, HEDI);
  expect(cases.case().Handler).toBe('');
  expect(cases.note(FIRST, 'Handler')).toMatch(/named in the case/);

  desk.nextDay();
  expect(cases.mails(HANA)).toEqual([]);
  expect(cases.mayOpen(HANA)).toBe(false);
  const { 'Person ID': id = '' } = cases.register('People named').at(-1) ?? {};
  cases.typeIn('People named', 'Person ID', id, 'Conflict', 'FALSE', HEDI);
  desk.workspace.settle();
  expect(cases.mayOpen(HANA)).toBe(true);
  desk.nextDay();
  expect(cases.mayOpen(HANA)).toBe(true);
});

it('a safety contact: the stand-in steps in, at once', () => {
  cases.report({ ...DANGER, 'Who makes it unsafe?': 'Sara Simon' });
  expect(cases.mails(SARA)).toEqual([]);
  expect(cases.mails(HANA)).toEqual([URGENT]);
  expect(cases.mails(STINA)).toEqual([URGENT]);
});

it('she who reads the contact address: nothing of it goes there, in any mail', () => {
  cases.report({ ...VIOLATION, [WHO]: 'Rita Reader', [PHRASE]: 'violet teapot sings twice', ...ZOE });
  cases.decide(FIRST, { Handler: HEDI, Status: 'Acknowledged' });
  desk.sleepTo('2026-03-01T13:00:00Z');
  cases.morning();
  expect(cases.mails(CONTACT)).toEqual([]);
  expect(cases.mails(RITA)).toEqual([]);
  expect(cases.mails(STINA)).toEqual([`${FIRST} is new in Cases`, 'One deadline in Cases']);
  const letters = [...desk.inbox(ZOES), ...desk.inbox(STINA).slice(0, 1)];
  expect(letters).toHaveLength(3);
  for (const { raw, text } of letters) {
    expect(raw).toMatch(/^Reply-To: .*stina@example\.org/im);
    expect(text).not.toContain(CONTACT);
  }
});

it('everybody who could step in: the board contact is told', () => {
  cases.report({ ...VIOLATION, [WHO]: 'Hana Horvat\nHedi Hassan\nStina Strand\nRita Reader\nSara Simon' });
  expect(everybody()).toEqual([BORA]);
  expect([HANA, HEDI, STINA, BORA].map((one) => cases.mayOpen(one))).toEqual([false, false, false, true]);
  expect(cases.log(FIRST)).toContain('Nobody can work on it: every handler is in conflict');
  expect(desk.openProblems()).toEqual([]);
});

it('really everybody: the Problems tab says so, by number', () => {
  const names = 'Hana Horvat\nHedi Hassan\nStina Strand\nRita Reader\nSara Simon\nBora Bek';
  cases.report({ ...VIOLATION, [WHO]: names });
  expect(everybody()).toEqual([]);
  expect(desk.openProblems()).toEqual([`There is a new report, ${FIRST}, and nobody could be told of it.`]);
});

it('in an addition: the handler of the case is taken off it', () => {
  cases.report({ ...VIOLATION, [PHRASE]: 'violet teapot sings twice' });
  cases.decide(FIRST, { Handler: HANA, Status: 'Acknowledged' });
  cases.report({
    [WISH]: ROUTE.addition,
    'Your pass-phrase': 'violet teapot sings twice',
    'What would you like to add?': 'Hana Horvat was there too.',
  });
  expect(cases.mayOpen(HANA)).toBe(false);
  expect(cases.mails(HANA)).toEqual([]);
  cases.night();
  expect(cases.case()).toMatchObject({ Handler: '', Status: 'Acknowledged' });
  expect(cases.note(FIRST, 'Handler')).toMatch(/named in the case/);
});

it('a new handler who is named in an older case cannot open it', () => {
  cases.report({ ...VIOLATION, [WHO]: 'Nora Newman' });
  cases.setting('Handlers', `Hedi Hassan <${HEDI}>; Nora Newman <nora@example.org>`);
  expect([cases.mayOpen(HEDI), cases.mayOpen('nora@example.org')]).toEqual([true, false]);
});

describe('when she is named in another case', () => {
  it('she is not told of an urgent report that she could not open; somebody is who can', () => {
    cases.report({ ...VIOLATION, [WHO]: 'Hana Horvat' });
    cases.report(DANGER);
    const urgent = `Urgent: please look at ${OTHER} now`;
    expect([HANA, SARA, STINA].map((one) => cases.mails(one).includes(urgent))).toEqual([false, true, true]);
  });

  it('what is due in the case that she handles is told to others, and its log says why', () => {
    cases.report(VIOLATION);
    cases.decide(FIRST, { Handler: HANA, Status: 'Acknowledged' });
    cases.report({ ...VIOLATION, [WHO]: 'Hana Horvat' });
    expect(cases.case(FIRST).Handler).toBe(HANA);
    expect(cases.log(FIRST).at(-1)).toBe('Its handler cannot open it now');
    cases.decide(OTHER, { Handler: HEDI, Status: 'Acknowledged' }, HEDI);
    desk.sleepTo('2026-01-26T13:10:00Z');
    cases.morning();
    expect(desk.inbox(STINA).at(-1)?.text).toContain(`${FIRST}: `);
    expect(cases.mails(HANA)).toEqual([]);
  });
});

describe('once the case is closed', () => {
  const HEARD = { 'Her side heard on': '1/12/2026' };
  const close = (finding: string, outcome: Record<string, string> = {}) => {
    cases.report({ ...VIOLATION, [WHO]: 'Hana Horvat', [PHRASE]: 'violet teapot sings twice' });
    cases.decide(FIRST, { Handler: HEDI, Status: 'Under review', ...HEARD, Finding: finding }, HEDI);
    cases.decide(FIRST, { Status: 'Finding', ...outcome }, HEDI);
    expect(cases.mayOpen(HANA)).toBe(false);
    cases.set(FIRST, 'Status', 'Closed', HEDI);
    expect(cases.case().Status).toBe('Closed');
  };

  it('and nothing was found, she can open Cases again, until something is added', () => {
    close('Not confirmed');
    expect(cases.mayOpen(HANA)).toBe(true);
    cases.report({
      [WISH]: ROUTE.addition,
      'Your pass-phrase': 'violet teapot sings twice',
      'What would you like to add?': 'It happened again.',
    });
    expect(cases.mayOpen(HANA)).toBe(false);
  });

  it('and it was confirmed, she cannot', () => {
    close('Confirmed', { Outcome: 'Conversation' });
    cases.night();
    expect(cases.mayOpen(HANA)).toBe(false);
  });
});

describe('a question that names', () => {
  const ask = (about: string) =>
    cases.report({ [WISH]: ROUTE.question, 'What would you like to ask or say?': about });

  it('her who reads the contact address is told to the stand-in', () => {
    ask('May Rita Reader ask me for money?');
    expect(everybody()).toEqual([STINA]);
  });

  it('a handler is kept from her until it is answered', () => {
    ask('May Hana Horvat ask me for money?');
    expect(everybody()).toEqual([CONTACT, STINA]);
    expect(cases.mayOpen(HANA)).toBe(false);
    desk.sleepTo('2026-02-20T13:00:00Z');
    cases.morning();
    expect(cases.mails(HANA)).toEqual([]);
    cases.typeIn('Questions', 'Question', 'Q-2026-001', 'Status', 'Answered', HEDI);
    desk.workspace.settle();
    expect(cases.mayOpen(HANA)).toBe(true);
  });
});

describe('when Drive refuses', () => {
  const refuse = (method: RegExp) =>
    desk.workspace.faults.add({ method, when: 'before', effect: { fail: 'Bad Request' }, always: true });

  it('to share it with an address, the others get it, urgent reports are told, and its line is ticked when it works', () => {
    refuse(/permissions\.create/i);
    cases.setting('Handlers', `Hana Horvat <${HANA}>; New One <new@example.org>`);
    cases.report(DANGER);
    expect(cases.mails(SARA)).toEqual([URGENT]);
    expect([cases.mayOpen(HEDI), cases.mayOpen('new@example.org')]).toEqual([false, false]);
    expect(desk.openProblems()).toEqual([
      'The Cases spreadsheet could not be shared with one of the addresses in its Settings.',
    ]);
    desk.workspace.faults.clear();
    cases.night();
    expect(cases.mayOpen('new@example.org')).toBe(true);
    expect(desk.openProblems()).toEqual([]);
  });

  it('to take it away, urgent reports are told, it is tried again, and its line is ticked when it works', () => {
    refuse(/permissions\.(?:remove|delete)/i);
    cases.report({ ...DANGER, 'Who makes it unsafe?': 'Hedi Hassan' });
    expect(cases.mails(SARA)).toEqual([URGENT]);
    expect(cases.mayOpen(HEDI)).toBe(true);
    expect(desk.openProblems()).toEqual(['Access to the Cases spreadsheet could not be taken away.']);
    desk.workspace.faults.clear();
    cases.night();
    expect(cases.mayOpen(HEDI)).toBe(false);
    expect(desk.openProblems()).toEqual([]);
  });
});
