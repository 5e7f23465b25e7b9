// A run that dies, fails or is overtaken at any of its remote calls: the next runs make it good, once.

import { beforeAll, describe, expect, it } from '@jest/globals';
import { firstBrokenLine } from '../../scripts/desk/reading.ts';
import { GoogleError } from '../../scripts/local-workspace/index.ts';
import { ANNA, BEA, CARA, CONTACT, type Person, TestDesk } from '../support/desk.ts';
import { ofAll, sampled } from '../support/sample.ts';

/** The remote calls of a run that takes up one response, in their order. */
const CALLS = [
  'Lock.tryLock',
  'Lock.tryLock',
  'Lock.releaseLock',
  'Properties.getProperties',
  'Sheets.Spreadsheets.Values.batchGet',
  'Form.getResponses',
  'Sheets.Spreadsheets.batchUpdate',
  'Gmail.Users.Messages.send',
  'Gmail.Users.Messages.send',
  'Sheets.Spreadsheets.batchUpdate',
];
const AT_EACH_CALL = CALLS.map((method, index) => [index + 1, method] as const);
const SUBMITTED = 'acceptanceSubmitted';

const desk = new TestDesk();
let annas: string;
let beas: string;

beforeAll(() => {
  desk.invite();
  annas = desk.linkOf(ANNA.email);
  beas = desk.linkOf(BEA.email);
  desk.save();
});

/** Each of them: one row, one confirmation, one notice, everything sent and nothing left lying about. */
function expectAllGood(...answered: readonly Person[]): void {
  const emails = answered.map(({ email }) => email).sort();
  const taken = desk.register('Acceptances');
  expect(taken.map(({ Email }) => Email).sort()).toEqual(emails);
  expect(new Set(taken.map((row) => row['Acceptance ID'])).size).toBe(emails.length);
  for (const person of [ANNA, BEA, CARA]) {
    const isIn = emails.includes(person.email);
    const subjects = desk.subjects(person.email).map((subject) => subject.slice(0, 9));
    expect(subjects).toEqual(isIn ? ['Please re', 'Thank you'] : ['Please re']);
    expect(desk.member(person)).toMatchObject({
      Standing: isIn ? 'Current' : 'Never accepted',
      'Next due': isIn ? '2027-01-12' : '2026-02-11',
      'Last mailed': '2026-01-12',
    });
  }
  const accepted = desk.subjects(CONTACT).filter((subject) => subject.startsWith('Accepted'));
  expect(accepted).toHaveLength(emails.length);
  const log = desk.register('Mail log');
  expect(log.map(({ State }) => State)).toEqual(Array(log.length).fill('Sent'));
  expect(new Set(log.map((row) => row['Gmail ID'])).size).toBe(log.length);
  expect(new Set(log.map((row) => row['Mail ID'])).size).toBe(log.length);
  expect(firstBrokenLine(desk.register('Audit trail'))).toBe(0);
  expect(desk.workspace.kernel.store.table('locks').size).toBe(0);
}

it('a run that nothing disturbs makes these calls', () => {
  desk.reset();
  desk.answer(annas, ANNA);
  expect(desk.workspace.settle().map(({ calls }) => calls.map(({ method }) => method))).toEqual([CALLS]);
  expectAllGood(ANNA);
});

const SERVER_ERROR = "We're sorry, a server error occurred. Please wait a bit and try again.";
const QUOTA = new GoogleError('RESOURCE_EXHAUSTED', 'Quota exceeded for quota metric');
const FORBIDDEN = new GoogleError('PERMISSION_DENIED', 'The caller does not have permission');

/** What happens to the run at a call; Google refuses (429, 403) only what it has not done. */
const DISTURBANCES = [
  ['is killed before', 'before', { kill: true }],
  ['is killed after', 'after', { kill: true }],
  ['gets a server error instead of', 'before', { fail: SERVER_ERROR }],
  ['gets a server error although it took effect from', 'after', { fail: SERVER_ERROR }],
  ['meets a quota (429) at', 'before', { fail: QUOTA }],
  ['may not (403) do', 'before', { fail: FORBIDDEN }],
] as const;

describe.each(
  DISTURBANCES.map(([what, ...how], shift) => [what, ofAll(CALLS, shift), shift, ...how] as const),
)('a run that %s a call, %s', (_what, _ofAll, shift, when, effect) => {
  it.each(sampled(AT_EACH_CALL, shift))('call %i, %s', (nth) => {
    desk.reset();
    desk.answer(annas, ANNA);
    desk.workspace.faults.add({ functionName: SUBMITTED, nth, when, effect });
    desk.workspace.settle();
    expect(desk.workspace.faults.pending).toBe(0);
    desk.minutes(31);
    expectAllGood(ANNA);
  });
});

it.each(['Sheets.Spreadsheets.Values.batchGet', 'Sheets.Spreadsheets.batchUpdate', 'Form.getResponses'])(
  'a service that is down for an hour (%s): all is in when it is back, and the problem is ticked off',
  (method) => {
    desk.reset();
    desk.workspace.faults.add({
      method,
      when: 'before',
      effect: { fail: 'Service unavailable: Spreadsheets' },
      always: true,
    });
    desk.answer(annas, ANNA);
    desk.minutes(60);
    expect(desk.register('Acceptances')).toEqual([]);
    desk.workspace.faults.clear();
    desk.minutes(21);
    expectAllGood(ANNA);
    expect(desk.openProblems()).toEqual([]);
  },
);

it('Gmail takes no mail for an hour: mails wait, staff are told once, and then each goes out once', () => {
  desk.reset();
  const fail = new GoogleError('RESOURCE_EXHAUSTED', 'Service invoked too many times for one day: email.');
  desk.workspace.faults.add({ method: /messages.send/i, when: 'before', effect: { fail }, always: true });
  desk.answer(annas, ANNA);
  desk.minutes(60);
  expect(desk.openProblems()).toEqual([expect.stringMatching(/^Google does not let the system send mail/)]);
  expect(
    desk
      .register('Mail log')
      .slice(3)
      .map(({ State }) => State),
  ).toEqual(['Queued', 'Queued']);
  desk.workspace.faults.clear();
  desk.minutes(11);
  expectAllGood(ANNA);
  expect(desk.openProblems()).toEqual([]);
});

describe(`another member’s response comes, at ${ofAll(CALLS)} calls`, () => {
  it.each(sampled(AT_EACH_CALL))('with its trigger, before call %i, %s', (nth) => {
    desk.reset();
    desk.answer(annas, ANNA);
    desk.workspace.faults.add({ functionName: SUBMITTED, nth, when: 'before', effect: { run: comesIn } });
    desk.workspace.settle();
    expect(desk.workspace.faults.pending).toBe(0);
    expectAllGood(ANNA, BEA);
  });

  it.each(sampled(AT_EACH_CALL, 2))('with its trigger, after call %i, %s', (nth) => {
    desk.reset();
    desk.answer(annas, ANNA);
    desk.workspace.faults.add({ functionName: SUBMITTED, nth, when: 'after', effect: { run: comesIn } });
    desk.workspace.settle();
    expectAllGood(ANNA, BEA);
  });

  /** Béa answers, and her trigger runs at once, in the midst of the other run. */
  function comesIn(): void {
    const before = new Set(desk.workspace.triggers.pending().map(({ id }) => id));
    desk.answer(beas, BEA);
    for (const pending of desk.workspace.triggers.pending())
      if (!before.has(pending.id)) desk.workspace.deliver(pending);
  }
});
