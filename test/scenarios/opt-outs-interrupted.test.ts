// A run that takes up a request about pictures is disturbed at any of its remote calls: nothing is lost, nothing is doubled.

import { beforeAll, describe, expect, it } from '@jest/globals';
import { Pictures, typed } from '../../scripts/desk/pictures.ts';
import { firstBrokenLine } from '../../scripts/desk/reading.ts';
import { ANNA, BEA, CARA, CONTACT, TestDesk } from '../support/desk.ts';
import { ofAll, sampled } from '../support/sample.ts';

const SEND = 'Gmail.Users.Messages.send';
/** The remote calls of a run that takes up one request, in their order. */
const CALLS = [
  'Lock.tryLock',
  'Properties.getProperties',
  'Sheets.Spreadsheets.Values.batchGet',
  'Form.getResponses',
  'Sheets.Spreadsheets.batchUpdate',
  SEND,
  SEND,
  'Sheets.Spreadsheets.batchUpdate',
  'Lock.releaseLock',
];
const AT_EACH_CALL = CALLS.map((method, index) => [index + 1, method] as const);

const desk = new TestDesk([ANNA, BEA, CARA]);
const pictures = new Pictures(desk);
let annas: string;
let beas: string;

beforeAll(() => {
  annas = pictures.own(ANNA);
  beas = pictures.own(BEA);
  desk.save();
});

const ask = () => pictures.send(annas, ANNA, typed({ kind: 'Both' }));

/** One row, its lines, the permission, one mail each, everything sent and nothing left lying about. */
function expectAllGood(requests = 1): void {
  const [anna, bea] = [ANNA, BEA].map(({ email }) => pictures.requests.filter((row) => row.Email === email));
  expect([anna?.length, bea?.length]).toEqual([1, requests - 1]);
  expect(anna?.[0]).toMatchObject({ Status: 'In force', 'Member ID': 'M-0001' });
  expect(new Set(pictures.requests.map((row) => row['Opt-out ID'])).size).toBe(requests);
  expect(new Set(pictures.lines.map((row) => row['Takedown ID'])).size).toBe(6);
  expect(pictures.lines).toHaveLength(6);
  expect([pictures.images(ANNA), pictures.images(CARA)]).toEqual(['Opted out', 'Allowed']);
  expect(desk.subjects(ANNA.email)).toEqual(['We have your request about pictures']);
  expect(desk.subjects(CONTACT)).toHaveLength(requests);
  const log = desk.register('Mail log');
  expect(log.map(({ State }) => State)).toEqual(Array(2 * requests).fill('Sent'));
  expect(new Set(log.map((row) => row['Gmail ID'])).size).toBe(2 * requests);
  expect(firstBrokenLine(desk.register('Audit trail'))).toBe(0);
  expect(desk.workspace.kernel.store.table('locks').size).toBe(0);
}

it('a submission costs 7 remote calls beside its two mails, however much follows from it', () => {
  desk.reset();
  ask();
  const runs = desk.workspace.settle();
  expect(runs.map(({ calls }) => calls.map(({ method }) => method))).toEqual([CALLS]);
  expect(CALLS.filter((method) => method !== SEND)).toHaveLength(7);
  expectAllGood();
});

it('a tick of staff costs one read and one write', () => {
  desk.reset();
  ask();
  pictures.settle();
  // Until then the list for photographers is up to date.
  desk.minutes(10);
  desk.type('Takedowns', 2, 'Done', [['TRUE']]);
  expect(desk.workspace.settle().map(({ calls }) => calls.map(({ method }) => method))).toEqual([
    [
      'Properties.getProperties',
      'Lock.tryLock',
      'Sheets.Spreadsheets.Values.batchGet',
      'Sheets.Spreadsheets.batchUpdate',
      'Lock.releaseLock',
    ],
  ]);
});

it('nothing to do is nothing written', () => {
  desk.reset();
  ask();
  pictures.settle();
  desk.nextDay();
  for (const name of ['everyTenMinutes', 'everyNight', 'everyMorning']) {
    const { record } = desk.workspace.run(name);
    expect(
      record.calls.map(({ method }) => method).filter((method) => /batchUpdate|send/.test(method)),
    ).toEqual([]);
  }
});

const SERVER_ERROR = "We're sorry, a server error occurred. Please wait a bit and try again.";

const DISTURBANCES = [
  ['is killed before', 'before', { kill: true }],
  ['is killed after', 'after', { kill: true }],
  ['gets a server error instead of', 'before', { fail: SERVER_ERROR }],
  ['gets a server error although it took effect from', 'after', { fail: SERVER_ERROR }],
] as const;

describe.each(
  DISTURBANCES.map(([what, ...how], shift) => [what, ofAll(CALLS, shift), shift, ...how] as const),
)('a run that %s a call, %s', (_what, _ofAll, shift, when, effect) => {
  it.each(sampled(AT_EACH_CALL, shift))('call %i, %s', (nth) => {
    desk.reset();
    ask();
    desk.workspace.faults.add({ functionName: 'optOutSubmitted', nth, when, effect });
    desk.workspace.settle();
    expect(desk.workspace.faults.pending).toBe(0);
    // The clock looks at this form once an hour.
    desk.minutes(71);
    expectAllGood();
  });
});

describe(`another request comes, at ${ofAll(CALLS)} calls`, () => {
  it.each(sampled(AT_EACH_CALL))('before call %i, %s', (nth) => {
    desk.reset();
    ask();
    const run = () => {
      const before = new Set(desk.workspace.triggers.pending().map(({ id }) => id));
      pictures.send(beas, BEA, typed({ far: 'Internet and social media' }));
      for (const pending of desk.workspace.triggers.pending())
        if (!before.has(pending.id)) desk.workspace.deliver(pending);
    };
    desk.workspace.faults.add({ functionName: 'optOutSubmitted', nth, when: 'before', effect: { run } });
    desk.workspace.settle();
    expect(desk.workspace.faults.pending).toBe(0);
    expectAllGood(2);
    expect(pictures.images(BEA)).toBe('Limited');
  });
});

const BEFORE_THE_LAST = AT_EACH_CALL.slice(0, -1);

it(`a confirmation whose run dies after a call, ${ofAll(BEFORE_THE_LAST, 2)}, is carried out once`, () => {
  for (const [nth] of sampled(BEFORE_THE_LAST, 2)) {
    desk.reset();
    pictures.ask(pictures.link, BEA, { kind: 'Take back an opt-out' });
    pictures.send(desk.linkOf(BEA.email, pictures.link), BEA, {});
    desk.workspace.faults.add({
      functionName: 'optOutSubmitted',
      nth,
      when: 'after',
      effect: { kill: true },
    });
    desk.workspace.settle();
    desk.workspace.faults.clear();
    // The clock looks at this form once an hour.
    desk.minutes(71);
    expect(pictures.requests.map(({ Status }) => Status)).toEqual(['Done']);
    expect(desk.subjects(BEA.email)).toHaveLength(2);
  }
});
