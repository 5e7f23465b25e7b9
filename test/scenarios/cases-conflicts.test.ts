// Somebody of the staff is named in a report: she is left out of it, and others step in.

import { beforeAll, beforeEach, expect, it } from '@jest/globals';
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
} from '../support/cases.ts';
import { BORA, CONTACT, HANA, HEDI, SARA, STINA, TestDesk } from '../support/desk.ts';

let desk: TestDesk;
let cases: Cases;
beforeAll(() => {
  desk = new TestDesk();
  cases = new Cases(desk);
});
beforeEach(() => desk.reset());

const RITA = 'rita@example.org';
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
