// The routes through the form “Report or ask”: what becomes of each, and who is told.

import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  Cases,
  DANGER,
  FIRST,
  PHRASE,
  ROUTE,
  URGENT,
  VIOLATION,
  WHAT,
  WHO,
  WISH,
  ZOE,
  ZOES,
} from '../../scripts/desk/cases.ts';
import { ANNA, BEA, CONTACT, HANA, HEDI, SARA, STINA, TestDesk } from '../support/desk.ts';

let desk: TestDesk;
let cases: Cases;
beforeAll(() => {
  desk = new TestDesk();
  cases = new Cases(desk);
});
beforeEach(() => desk.reset());

const everybody = () => desk.recipients();
/** The mails that the reports of a test have caused, in the order in which they left. */
const sentSince = (before: number) =>
  desk
    .sent()
    .slice(before)
    .map(({ to, subject }) => `${to}: ${subject}`);

describe('a possible violation', () => {
  it('becomes a case, and everybody is told as she should be', () => {
    cases.report(VIOLATION);
    expect(cases.case()).toMatchObject({
      Case: FIRST,
      Kind: 'Possible violation',
      Urgency: 'Normal',
      Status: 'New',
      'What happened': 'She told others what I told her in private.',
      'Acknowledge by': '2026-01-14',
      'Next step by': '2026-01-26',
      'Answer by': '2026-04-12',
    });
    expect(cases.log(FIRST)).toEqual(['Received']);
    expect(cases.mails(CONTACT)).toEqual([`${FIRST} is new in Cases`]);
    expect(everybody()).toEqual([CONTACT]);
    expect(desk.openProblems()).toEqual([]);
  });

  it('keeps all that was told, on behalf of another too, and the names apart from the story', () => {
    cases.report({
      ...VIOLATION,
      'What is it about?':
        'Confidentiality: something private was told to others, also after the mentoring had ended',
      'When did it happen?': 'last spring',
      'Where did it happen?': 'in the library',
      'What kind of place or contact was it?': 'Public place: a street, a shop, a restaurant',
      'Is it still going on?': 'No',
      'For whom are you telling us this?': 'For somebody else',
      [WHO]: 'Gwen Gone\nsomebody with a red hat',
      'If it did not happen to you: to whom did it happen?': 'Béa Cruz',
      'Who else saw or heard it?': 'Wilma Watt',
      'Links to messages, pictures or files': 'https://example.com/photo',
      'What would you like to happen?': 'That she says sorry.',
      'Was it because of one of these?': 'Age',
      'Do the police know about it?': 'I do not know',
      ...ZOE,
    });
    expect(cases.case()).toMatchObject({
      Urgency: 'Normal',
      'What it is about': 'Confidentiality',
      When: 'last spring',
      Where: 'in the library',
      Setting: 'Public place',
      'Still going on': 'No',
      Links: 'https://example.com/photo',
      'On behalf of': 'For somebody else',
      Wish: 'That she says sorry.',
      Basis: 'Age',
      'Police told': 'I do not know',
    });
    expect(cases.register('People named').map(({ Case, Part, Name }) => [Case, Part, Name])).toEqual([
      [FIRST, 'Reporter', 'Zoe'],
      [FIRST, 'Person reported on', 'Gwen Gone'],
      [FIRST, 'Person reported on', 'somebody with a red hat'],
      [FIRST, 'Person it happened to', 'Béa Cruz'],
      [FIRST, 'Witness', 'Wilma Watt'],
    ]);
    expect(JSON.stringify(cases.case())).not.toMatch(/Zoe|Gwen|Wilma|Béa/);
    expect(everybody()).toEqual([CONTACT, ZOES]);
  });

  it('is taken about a former member', () => {
    for (const [person, status] of [
      [ANNA, 'Removed'],
      [BEA, 'Inactive'],
    ] as const)
      desk.type('Members', desk.rowOf(person), 'Status', [[status]]);
    desk.workspace.settle();
    cases.report({ ...VIOLATION, [WHO]: `${ANNA.name}\n${BEA.name}` });
    expect(cases.case()).toMatchObject({ Case: FIRST, Status: 'New' });
    expect(cases.person(ANNA.name)).toMatchObject({ Part: 'Person reported on', Conflict: 'FALSE' });
    expect(desk.register('Members').map(({ Status }) => Status)).toEqual(['Removed', 'Inactive', 'Active']);
    expect(desk.openProblems()).toEqual([]);
  });
});

describe('a safety concern at two in the morning', () => {
  const TO_SAFETY = [`${HANA}: ${URGENT}`, `${SARA}: ${URGENT}`];
  const NOTICE = `${CONTACT}: Urgent: ${FIRST} is new in Cases`;
  beforeEach(() => desk.sleepTo('2026-01-13T08:00:00Z'));

  it('reaches the safety contacts within the run of the submission, before any other mail', () => {
    const before = desk.sent().length;
    cases.send({ ...DANGER, ...ZOE });
    const runs = desk.workspace.settle();
    expect(runs.map(({ functionName }) => functionName)).toEqual(['reportSubmitted']);
    expect(sentSince(before)).toEqual([
      ...TO_SAFETY,
      NOTICE,
      `${ZOES}: A note from International Mentoring St. Louis`,
    ]);
    expect(cases.case()).toMatchObject({
      Kind: 'Safety concern',
      Urgency: 'Urgent',
      Received: '2026-01-13 02:00:00',
    });
  });

  it('even when mail is paused in both spreadsheets', () => {
    desk.set('Mail sending', 'Paused');
    cases.setting('Mail sending', 'Paused');
    const before = desk.sent().length;
    cases.send({ ...DANGER, ...ZOE });
    desk.workspace.settle();
    expect(sentSince(before)).toEqual(TO_SAFETY);
    cases.setting('Mail sending', 'On');
    expect(sentSince(before)).toHaveLength(4);
  });

  it('even when the mails of the day are used up', () => {
    cases.setting('Mails a day about cases at most', '10');
    for (let count = 0; count < 9; count++) cases.send(VIOLATION);
    desk.workspace.settle();
    expect(cases.mails(CONTACT)).toHaveLength(8);
    const before = desk.sent().length;
    cases.send(DANGER);
    desk.workspace.settle();
    const urgent = 'Urgent: please look at 2026-010 now';
    expect(sentSince(before)).toEqual([`${HANA}: ${urgent}`, `${SARA}: ${urgent}`]);
    desk.sleepTo('2026-01-14T08:01:00Z');
    desk.workspace.run('everyTenMinutes');
    expect(cases.mails(CONTACT)).toHaveLength(10);
  });

  it('is urgent by its words, whatever it was called', () => {
    cases.report({ ...VIOLATION, [WHAT]: 'She said that he had a gun.' });
    expect(cases.mails(HANA)).toEqual([URGENT]);
    expect(cases.mails(SARA)).toEqual([URGENT]);
  });
});

describe('a question', () => {
  const ASKED = { [WISH]: ROUTE.question, 'What would you like to ask or say?': 'May I bring my son?' };

  it('stands in a queue of its own, with a deadline and a draft, until it is answered', () => {
    cases.report({ ...ASKED, ...ZOE });
    expect(cases.register('Cases')).toEqual([]);
    const [question] = cases.register('Questions');
    expect(question).toMatchObject({
      Question: 'Q-2026-001',
      Status: 'New',
      'What was asked': 'May I bring my son?',
      'Answer by': '2026-01-19',
    });
    expect(question?.['Draft of a reply']).toContain('Q-2026-001');
    expect(question?.['Draft of a reply']).not.toContain('son');
    expect(cases.mails(CONTACT)).toEqual(['Question Q-2026-001 waits for an answer']);
    expect(desk.inbox(ZOES)[0]?.text).toMatch(/A person will answer you.*January 19/s);

    cases.typeIn('Questions', 'Question', 'Q-2026-001', 'Status', 'Answered');
    desk.workspace.settle();
    expect(cases.register('Questions')[0]).toMatchObject({ Answered: '2026-01-12' });
    expect(cases.log('Q-2026-001')).toEqual(['Question received', 'Question answered']);
    desk.sleepTo('2026-01-25T13:00:00Z');
    cases.morning();
    expect(cases.mails(HANA)).toEqual([]);
  });

  it.each(['', 'Perhaps'])('whose status becomes “%s” is not forgotten', (status) => {
    cases.report(ASKED);
    cases.typeIn('Questions', 'Question', 'Q-2026-001', 'Status', status);
    desk.workspace.settle();
    expect(cases.register('Questions')[0]).toMatchObject({ Status: 'New', Answered: '' });
    expect(cases.log('Q-2026-001').at(-1)).toBe('Change put back: Status');
  });

  it('that a handler types gets its number and its day', () => {
    cases.add('Questions', [{ 'What was asked': 'She called: may her sister come?' }]);
    expect(cases.register('Questions')[0]).toMatchObject({
      Question: 'Q-2026-001',
      Status: 'New',
      'Answer by': '2026-01-19',
    });
    expect(desk.openProblems()).toEqual([]);
  });

  it('that nobody answers is told on its day to the handlers, and then to the stand-in too', () => {
    cases.report(ASKED);
    desk.sleepTo('2026-01-19T13:00:00Z');
    cases.morning();
    expect([cases.mails(HANA), cases.mails(STINA)]).toEqual([['One deadline in Cases'], []]);
    desk.sleepTo('2026-01-20T13:00:00Z');
    cases.morning();
    expect(cases.mails(STINA)).toEqual(['One deadline in Cases']);
  });
});

describe('an addition, without a name', () => {
  const WORDS = 'violet teapot sings twice';
  const add = (phrase: string, addition = 'She did it again.') =>
    cases.report({
      [WISH]: ROUTE.addition,
      'Your pass-phrase': phrase,
      'What would you like to add?': addition,
    });
  beforeEach(() => {
    cases.report(VIOLATION);
    cases.report({ ...VIOLATION, [PHRASE]: WORDS });
  });

  it.each([WORDS, '  Violet  TEAPOT sings\u00a0twice '])('goes to the right case with “%s”', (phrase) => {
    add(phrase);
    expect(cases.register('Cases')).toHaveLength(2);
    expect(cases.log(FIRST)).toEqual(['Received']);
    expect(cases.log('2026-002')).toEqual([
      'Received',
      'Something was added by the person who wrote: She did it again.',
    ]);
    expect(cases.mails(CONTACT).at(-1)).toBe('Something was added to 2026-002');
    expect(JSON.stringify(cases.register('Cases'))).not.toMatch(/teapot/i);
  });

  it('goes to the handler of the case, and is urgent when it says so', () => {
    cases.decide('2026-002', { Handler: HEDI.toUpperCase() });
    add(WORDS, 'Now he has a knife.');
    expect(cases.case('2026-002')).toMatchObject({ Urgency: 'Urgent', 'Next step by': '2026-01-14' });
    expect(cases.mails(HEDI)).toEqual(['Something was added to 2026-002']);
    expect(cases.mails(SARA)).toEqual(['Urgent: please look at 2026-002 now']);
  });

  it('to a closed case is due, until a handler has looked at it', () => {
    cases.decide('2026-002', { Handler: HEDI, Status: 'Under review', 'Not heard because': 'She is gone.' });
    cases.decide('2026-002', { Finding: 'Cannot be established', Status: 'Finding' });
    cases.decide('2026-002', { Status: 'Closed' });
    add(WORDS);
    desk.sleepTo('2026-01-14T13:00:00Z');
    cases.morning();
    expect(desk.inbox(HEDI).at(-1)?.text).toContain('2026-002: please take the next step');
    cases.set('2026-002', 'Next step by', '', HEDI);
    desk.sleepTo('2026-01-15T13:00:00Z');
    cases.morning();
    expect(desk.inbox(HEDI).at(-1)?.text).not.toContain('2026-002');
  });

  it('with a wrong pass-phrase is a case of its own', () => {
    add('another teapot sings twice');
    expect(cases.case('2026-003')).toMatchObject({ Status: 'New', 'What happened': 'She did it again.' });
    expect(cases.log('2026-003').at(-1)).toMatch(/its pass-phrase fits no case/);
  });

  it('with one that two chose is a case of its own, from which nobody learns who was left out', () => {
    cases.report({ ...VIOLATION, [WHO]: 'Hana Horvat', [PHRASE]: WORDS });
    add(WORDS, 'Now she has a knife.');
    expect(cases.log('2026-004').at(-1)).toMatch(/fits more than one case: 2026-002, 2026-003/);
    expect(cases.mails(HANA)).toEqual([]);
    expect(cases.mails(SARA)).toEqual(['Urgent: please look at 2026-004 now']);
  });
});

describe('how the person who wrote may be reached', () => {
  it.each([
    ['by phone', 'By phone'],
    ['not at all', 'Please do not contact me'],
  ])('%s: no mail goes to her', (_, way) => {
    cases.report({ ...VIOLATION, ...ZOE, 'How may we contact you?': way });
    cases.decide(FIRST, { Handler: HEDI, Status: 'Acknowledged' });
    desk.nextDay();
    expect(cases.mails(ZOES)).toEqual([]);
  });

  it('in the evening: her mail leaves then', () => {
    cases.report({ ...VIOLATION, ...ZOE, 'When may we contact you?': 'Evenings (17 to 21)' });
    desk.skipTo('2026-01-12T22:55:00Z');
    expect(cases.mails(ZOES)).toEqual([]);
    desk.minutes(20);
    expect(cases.mails(ZOES)).toEqual(['A note from International Mentoring St. Louis']);
  });

  it('with a subject line of her own', () => {
    cases.report({ ...VIOLATION, ...ZOE, 'Words for the subject line of our emails': 'Your library books' });
    cases.decide(FIRST, { Handler: HEDI, Status: 'Acknowledged' });
    expect(cases.mails(ZOES)).toEqual(['Your library books', 'Your library books']);
  });

  it('three times a day at most', () => {
    for (let count = 0; count < 5; count++) cases.report({ ...VIOLATION, ...ZOE });
    expect(cases.mails(ZOES)).toHaveLength(3);
    expect(cases.mails(CONTACT)).toHaveLength(5);
  });

  it('no more, once a handler has changed it', () => {
    cases.report({ ...VIOLATION, ...ZOE, 'When may we contact you?': 'Evenings (17 to 21)' });
    cases.set(FIRST, 'Contact', 'Please do not contact me', HEDI);
    desk.nextDay();
    expect(cases.mails(ZOES)).toEqual([]);
  });
});
