// The texts beside the code: a project that lost them stops loudly, and loses and doubles nothing.

import { fileURLToPath } from 'node:url';
import { beforeEach, expect, it } from '@jest/globals';
import { Cases, FIRST, ROUTE, VIOLATION, WISH, ZOE, ZOES } from '../../scripts/desk/cases.ts';
import {
  type ExecutionRecord,
  readProjectFolder,
  type ScriptFile,
} from '../../scripts/local-workspace/index.ts';
import { ANNA, BEA, CARA, CONTACT, DECLINE, TestDesk } from '../support/desk.ts';

const FILES = readProjectFolder(fileURLToPath(new URL('../../dist', import.meta.url)));
const LOST = FILES.filter(({ name }) => name !== 'texts');
/** The file of another build: its words have other numbers. */
const OTHERS = FILES.map((file) =>
  file.name === 'texts' ? { ...file, source: file.source.replace(/"stamp":"\w+"/, '"stamp":"0"') } : file,
);

let desk: TestDesk;
let cases: Cases;
beforeEach(() => {
  desk = new TestDesk();
  // A realm that is shared has read the texts already.
  desk.workspace.runner.keepsRealms = false;
  cases = new Cases(desk);
  desk.invite();
});

const push = (files: readonly ScriptFile[]) => desk.workspace.projects.push(desk.scriptId, files);

/** A member accepts, one declines, two people report or ask. */
function peopleAnswer(): void {
  desk.answer(desk.linkOf(ANNA.email), ANNA);
  desk.answer(desk.linkOf(BEA.email), BEA, DECLINE);
  cases.send({ ...VIOLATION, ...ZOE });
  cases.send({ [WISH]: ROUTE.question, 'What would you like to ask or say?': 'May I bring my sister?' });
}

/** All that runs by itself on a day on which these people answer. */
const EVERY_RUN = new Set([
  'acceptanceSubmitted',
  'reportSubmitted',
  'everyTenMinutes',
  'everyNight',
  'casesEveryNight',
  'everyMorning',
  'casesEveryMorning',
]);

/** A day and some hours; the runs of every ten minutes come in its first hour and in its last half. */
function liveADay(): readonly ExecutionRecord[] {
  const before = desk.workspace.executions().length;
  desk.minutes(60);
  desk.skipTo(new Date(desk.workspace.now() + 24.5 * 3_600_000).toISOString());
  desk.minutes(30);
  return desk.workspace.executions().slice(before);
}

const mailsTo = (...addresses: string[]) => addresses.map((address) => desk.subjects(address));

it.each([
  ['lost', LOST, 'No HTML file named texts'],
  ['of another build', OTHERS, 'not of one build'],
])('while they are %s, every run fails; afterwards all is taken up once', (_, files, reason) => {
  const members = [ANNA.email, BEA.email, CARA.email];
  const before = mailsTo(...members);
  push(files);
  peopleAnswer();
  const runs = liveADay();
  expect(new Set(runs.map(({ functionName }) => functionName))).toEqual(EVERY_RUN);
  for (const run of runs) expect(run).toMatchObject({ status: 'Failed' });
  for (const { error } of runs) expect(error).toContain(reason);
  expect(desk.register('Acceptances')).toEqual([]);
  expect(cases.register('Cases')).toEqual([]);
  expect(cases.register('Questions')).toEqual([]);
  expect(mailsTo(...members, ZOES)).toEqual([...before, []]);

  push(FILES);
  for (const { status } of liveADay()) expect(status).toBe('Completed');
  expect(desk.register('Acceptances').map(({ Answer }) => Answer)).toEqual(['Accepted', 'Declined']);
  expect(cases.register('Cases').map(({ Case }) => Case)).toEqual([FIRST]);
  expect(cases.register('Questions')).toHaveLength(1);
  expect(desk.subjects(ANNA.email).filter((subject) => subject.startsWith('Thank you'))).toHaveLength(1);
  expect(desk.subjects(BEA.email).filter((subject) => subject.startsWith('We have your'))).toHaveLength(1);
  expect(desk.subjects(ZOES)).toHaveLength(1);
  const told = desk.subjects(CONTACT);
  for (const about of ['Accepted the Code', 'Does not accept', `${FIRST} is new in Cases`])
    expect(told.filter((subject) => subject.startsWith(about))).toHaveLength(1);
  expect(desk.openProblems()).toEqual([]);
});

it('mail that waits is not begun while they are lost, and goes out once when they are back', () => {
  desk.set('Mail sending', 'Paused');
  desk.answerByLink(ANNA);
  const waiting = () => desk.register('Mail log').filter(({ State }) => State === 'Queued');
  expect(waiting()).toHaveLength(2);
  push(LOST);
  desk.set('Mail sending', 'On');
  for (const { status } of desk.minutes(60)) expect(status).toBe('Failed');
  expect(waiting()).toHaveLength(2);
  push(FILES);
  desk.minutes(60);
  expect(waiting()).toEqual([]);
  expect(desk.subjects(ANNA.email).filter((subject) => subject.startsWith('Thank you'))).toHaveLength(1);
  expect(desk.openProblems()).toEqual([]);
});

it('the menu opens without them, and a dialog says what is the matter', () => {
  push(LOST);
  const [opened] = desk.workspace.openSpreadsheet(CONTACT, desk.registersId);
  expect(opened?.ui).toMatchObject([{ kind: 'menu' }]);
  expect(() => desk.ask('runSetUp', {})).toThrow('No HTML file named texts');
});
