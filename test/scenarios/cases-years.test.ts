// What the clock does for cases: deadlines, sharing, retention and figures, over days and over years.

import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Cases, FIRST, ROUTE, WISH } from '../../scripts/desk/cases.ts';
import { firstBrokenLine } from '../../scripts/desk/reading.ts';
import { BORA, CONTACT, HANA, HEDI, STINA, TestDesk } from '../support/desk.ts';

const REPORT = {
  [WISH]: ROUTE.violation,
  'What happened?': 'She asked me for moonstones.',
  'Who did it?': 'Gwen Gone',
  'How may we contact you?': 'By email',
  'Your email address': 'zoe@example.net',
};
const PHRASE = { 'A pass-phrase of your own': 'violet teapot sings twice' };
const HEARD = { 'Her side heard on': '1/12/2026' };

let desk: TestDesk;
let cases: Cases;
beforeAll(() => {
  desk = new TestDesk();
  cases = new Cases(desk);
});
beforeEach(() => desk.reset());

const morningOf = (date: string) => {
  desk.sleepTo(`${date}T07:10:00-06:00`);
  cases.morning();
};
const dueMails = (address: string) => desk.inbox(address).filter(({ subject }) => /deadline/.test(subject));

describe('deadlines', () => {
  it('are told in the morning to the handlers, what is late to the stand-in too, in numbers only', () => {
    cases.report(REPORT);
    morningOf('2026-01-13');
    expect([HANA, HEDI, STINA].map((one) => dueMails(one).length)).toEqual([0, 0, 0]);
    morningOf('2026-01-14');
    cases.morning();
    expect([HANA, HEDI, STINA].map((one) => dueMails(one).length)).toEqual([1, 1, 0]);
    morningOf('2026-01-15');
    expect([HANA, HEDI, STINA].map((one) => dueMails(one).length)).toEqual([2, 2, 1]);
    const [letter] = dueMails(STINA);
    expect(letter?.text).toContain('2026-001: please acknowledge it (due January 14, 2026)');
    expect(letter?.raw).not.toMatch(/moonstone|Gwen|zoe/i);
    expect(desk.subjects(CONTACT)).toHaveLength(1);
  });

  it('of a case with a handler are told to her alone, until they are late', () => {
    cases.report(REPORT);
    cases.decide(FIRST, { Handler: HEDI, Status: 'Acknowledged' });
    expect(cases.case()).toMatchObject({ 'Next step by': '2026-01-26' });
    morningOf('2026-01-26');
    expect([HANA, HEDI, STINA].map((one) => dueMails(one).length)).toEqual([0, 1, 0]);
    morningOf('2026-04-13');
    expect([HANA, HEDI, STINA].map((one) => dueMails(one).length)).toEqual([0, 2, 1]);
    expect(dueMails(STINA)[0]?.text).toMatch(/take the next step.*come to an end/s);
  });

  it('go to the board contact when everybody else is named in it', () => {
    cases.report({ ...REPORT, 'Who did it?': 'Hana Horvat, Hedi Hassan, Stina Strand' });
    morningOf('2026-01-14');
    expect([HANA, HEDI, STINA, BORA].map((one) => dueMails(one).length)).toEqual([0, 0, 0, 1]);
  });

  it('of a closed case are over', () => {
    cases.report(REPORT);
    close();
    morningOf('2027-01-14');
    expect(desk.recipients()).toEqual([CONTACT, 'zoe@example.net']);
  });
});

function close(): void {
  cases.decide(FIRST, { Handler: HANA, Status: 'Under review', ...HEARD, Finding: 'Cannot be established' });
  cases.decide(FIRST, { Status: 'Finding' });
  cases.decide(FIRST, { Status: 'Closed' });
}

describe('who can open the Cases spreadsheet', () => {
  const alerts = (address: string) =>
    desk.inbox(address).filter(({ subject }) => subject.startsWith('Please look at the sharing'));

  it('is checked every night: a link share is told', () => {
    desk.workspace.files.update(desk.casesId, { link: 'reader' });
    cases.night();
    for (const address of [CONTACT, BORA])
      expect(alerts(address)[0]?.text).toContain('Everybody who has its address can open it');
    expect(desk.openProblems()).toEqual(['The Cases spreadsheet is not shared as its Settings say.']);
  });

  it('a stranger is told, and not taken away', () => {
    const { editors } = desk.workspace.files.get(desk.casesId);
    desk.workspace.files.update(desk.casesId, { editors: [...editors, 'curious@example.org'] });
    cases.night();
    expect(alerts(CONTACT)[0]?.text).toContain('curious@example.org');
    expect(cases.mayOpen('curious@example.org')).toBe(true);
    desk.workspace.files.update(desk.casesId, { editors });
    cases.night();
    expect(alerts(CONTACT)).toHaveLength(1);
  });

  it('a handler whom somebody has shut out is let in again', () => {
    desk.workspace.files.update(desk.casesId, { editors: [] });
    cases.night();
    expect([HANA, HEDI, STINA].map((one) => cases.mayOpen(one))).toEqual([true, true, true]);
    expect(alerts(CONTACT)).toEqual([]);
  });

  it('follows the Settings at once', () => {
    cases.setting('Handlers', `Hedi Hassan <${HEDI}>; New One <new@example.org>`);
    expect([HANA, HEDI, 'new@example.org'].map((one) => cases.mayOpen(one))).toEqual([false, true, true]);
    cases.setting('Handlers', '');
    expect([HEDI, 'new@example.org', STINA].map((one) => cases.mayOpen(one))).toEqual([false, false, true]);
    cases.night();
    expect(desk.openProblems()).toEqual(['Nobody is named who handles reports.']);
    cases.setting('Handlers', `Hedi Hassan <${HEDI}>`);
    expect(desk.openProblems()).toEqual([]);
  });

  it('nobody else can, on the day after a set up', () => {
    desk.nextDay();
    expect([CONTACT, HANA, HEDI, STINA].map((one) => cases.mayOpen(one))).toEqual([true, true, true, true]);
    for (const one of [BORA, 'sara@example.org', 'rita@example.org', 'anna@example.org'])
      expect(cases.mayOpen(one)).toBe(false);
    expect(alerts(CONTACT)).toEqual([]);
  });
});

describe('seven years later', () => {
  const everything = () =>
    [
      'Cases',
      'People named',
      'Case log',
      'Questions',
      'Letters',
      'Report by number',
      'Mail log',
      'Audit trail',
      'State',
    ]
      .map((tab) => JSON.stringify(desk.grid(tab, desk.casesId)))
      .join('\n');
  const responses = () => desk.workspace.forms.responses(cases.form.id).length;

  beforeEach(() => {
    cases.report({ ...REPORT, ...PHRASE });
    cases.report({
      [WISH]: ROUTE.addition,
      'Your pass-phrase': PHRASE['A pass-phrase of your own'],
      'What would you like to add?': 'And for more moonstones.',
    });
    cases.decide(FIRST, { 'Police: details': 'No moonstones were found.' });
    close();
  });

  it('a case is listed, and erased only after somebody has ticked it', () => {
    cases.set(FIRST, 'Erase', 'TRUE');
    expect(cases.case().Erase).toBe('FALSE');
    expect(cases.note(FIRST, 'Erase')).toMatch(/Only a closed case can be erased/);
    morningOf('2033-01-11');
    expect(dueMails(HANA)).toEqual([]);
    morningOf('2033-01-12');
    expect(dueMails(HANA)[0]?.text).toContain('2026-001: please tick “Erase”');
    cases.night();
    expect(everything()).toMatch(/moonstones/);
    expect(responses()).toBe(2);

    cases.set(FIRST, 'Erase', 'TRUE');
    expect(everything()).toMatch(/moonstones/);
    cases.night();
    expect(everything()).not.toMatch(/moonstones|Gwen|zoe|teapot/i);
    expect(responses()).toBe(0);
    expect(cases.case()).toMatchObject({
      Case: FIRST,
      Kind: 'Possible violation',
      Finding: 'Cannot be established',
      Closed: '2026-01-12',
      Erased: '2033-01-12',
      'What happened': '',
      Checked: expect.not.stringContaining('moonstones'),
    });
    expect(cases.log(FIRST).at(-1)).toBe('Erased');
    expect(cases.note(FIRST, 'Erase')).toBe('');
    expect(firstBrokenLine(cases.register('Audit trail'))).toBe(0);
  });

  it('what is erased stays so: it is neither taken up again nor changed nor added to', () => {
    desk.sleepTo('2033-01-12T13:00:00Z');
    cases.set(FIRST, 'Erase', 'TRUE');
    cases.night();
    cases.night();
    cases.report({
      [WISH]: ROUTE.addition,
      'Your pass-phrase': PHRASE['A pass-phrase of your own'],
      'What would you like to add?': 'Once more.',
    });
    expect(cases.register('Cases').map(({ Case }) => Case)).toEqual([FIRST, '2033-001']);
    cases.set(FIRST, 'Status', 'Reopened');
    expect(cases.case(FIRST).Status).toBe('Closed');
    expect(cases.note(FIRST, 'Status')).toMatch(/erased/);
    morningOf('2033-03-01');
    expect(dueMails(HANA).at(-1)?.text).not.toContain(FIRST);
    expect(desk.openProblems()).toEqual([]);
  });

  it('a day of erasure that somebody emptied is filled in again, and a later one is kept', () => {
    cases.set(FIRST, 'Erase from', '');
    expect(cases.case()['Erase from']).toBe('2033-01-12');
    cases.set(FIRST, 'Erase from', '1/12/2040');
    morningOf('2033-01-12');
    cases.set(FIRST, 'Erase', 'TRUE');
    expect(cases.case()).toMatchObject({ Erase: 'FALSE', 'Erase from': '2040-01-12' });
  });
});

it('a question is erased by itself, so many years after somebody last did something about it', () => {
  const ask = (words: string) =>
    cases.report({
      [WISH]: ROUTE.question,
      'What would you like to ask or say?': words,
      'How may we contact you?': 'By email',
      'Your email address': 'zoe@example.net',
    });
  const answer = (number: string) => {
    cases.typeIn('Questions', 'Question', number, 'Status', 'Answered');
    desk.workspace.settle();
  };
  const everything = () =>
    (['Questions', 'People named', 'Case log', 'Mail log', 'Audit trail'] as const)
      .map((tab) => JSON.stringify(desk.grid(tab, desk.casesId)))
      .join('\n');
  ask('May I bring my moonstones, or Hedi Hassan?');
  ask('May I bring a teapot?');
  answer('Q-2026-001');
  cases.typeIn('Questions', 'Question', 'Q-2026-001', 'Answered', '1/1/2016');
  desk.workspace.settle();
  desk.sleepTo('2033-01-11T13:00:00Z');
  cases.night();
  expect(everything()).toMatch(/moonstones/);
  desk.sleepTo('2033-01-12T13:00:00Z');
  cases.night();
  expect(everything()).not.toMatch(/moonstones/);
  expect(desk.workspace.forms.responses(cases.form.id)).toHaveLength(1);
  expect(cases.register('Mail log').filter(({ Reference, To }) => Reference === 'Q-2026-001' && To)).toEqual(
    [],
  );
  cases.night();
  expect(cases.log('Q-2026-001')).toEqual([
    'Question received',
    'Conflict noted',
    'Question answered',
    'Erased',
  ]);
  expect(cases.register('Questions').map((line) => [line.Question, line['What was asked']])).toEqual([
    ['Q-2026-001', ''],
    ['Q-2026-002', 'May I bring a teapot?'],
  ]);
  expect(desk.openProblems()).toEqual([]);
});

describe('the report by number', () => {
  const figures = () =>
    Object.fromEntries(cases.register('Report by number').map(({ Figure = '', Value }) => [Figure, Value]));

  it('masks what is too few, and tells nothing of anybody', () => {
    for (let count = 0; count < 6; count++) cases.send(REPORT);
    cases.send({ [WISH]: ROUTE.safety, 'What is happening, or what has happened?': 'He has a gun.' });
    desk.workspace.settle();
    cases.night();
    expect(cases.register('Report by number')[0]?.['Half year']).toMatch(/^2026-1 \(not over yet/);
    expect(figures()).toMatchObject({
      'Reports received': '7',
      'Kind: Possible violation': 'hidden',
      'Kind: Safety concern': 'fewer than 5',
      'Result: Open': '7',
      'Days until it was acknowledged (the middle one)': 'too few to say',
    });
    const before = cases.register('Report by number').length;
    desk.sleepTo('2026-07-01T10:00:00Z');
    cases.report(REPORT);
    cases.night();
    expect(cases.register('Report by number')).toHaveLength(2 * before);
    expect(cases.register('Report by number')[before]?.['Half year']).toBe('2026-1');
    expect(JSON.stringify(cases.register('Report by number'))).not.toMatch(/moonstone|Gwen|gun/i);
  });
});
