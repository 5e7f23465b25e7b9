// A run about an agreement that dies, fails or is overtaken at any of its remote calls: nothing is lost or doubled.

import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Agreements, FIRST } from '../../scripts/desk/agreements.ts';
import { firstBrokenLine } from '../../scripts/desk/reading.ts';
import { ANNA, BEA, CARA, TestDesk } from '../support/desk.ts';
import { ofAll, sampled } from '../support/sample.ts';

/** The remote calls of a run that takes up a confirmation, in their order. */
const CALLS = [
  'Lock.tryLock',
  'Properties.getProperties',
  'Sheets.Spreadsheets.Values.batchGet',
  'Form.getResponses',
  'Sheets.Spreadsheets.batchUpdate',
  'Gmail.Users.Messages.send',
  'Gmail.Users.Messages.send',
  'Sheets.Spreadsheets.batchUpdate',
  'Lock.releaseLock',
];
const AT_EACH_CALL = CALLS.map((method, index) => [index + 1, method] as const);
const SUBMITTED = 'agreementSubmitted';
const YES = { 'Do you agree?': 'Yes, I agree' };

const desk = new TestDesk([ANNA, BEA, CARA]);
const agreements = new Agreements(desk);
let beas: string;

beforeAll(() => {
  agreements.start(agreements.linkOf('M-0001'));
  agreements.start(agreements.linkOf('M-0003'), CARA, { 'Name of the other member': ANNA.name });
  beas = agreements.linksTo(BEA.email).pop() ?? '';
  desk.save();
});
beforeEach(() => desk.reset());

function expectAllGood(): void {
  expect(agreements.rows.map((row) => [row['Agreement ID'], row.Status]).sort()).toEqual([
    [FIRST, 'In force'],
    ['D-0002', 'Waiting'],
  ]);
  expect([ANNA, BEA, CARA].map((person) => agreements.told(person))).toEqual([
    ['waits', 'asked', 'in force'],
    ['asked', 'in force'],
    ['waits'],
  ]);
  const log = desk.register('Mail log');
  expect(log.map(({ State }) => State)).toEqual(Array(log.length).fill('Sent'));
  const trail = desk.register('Audit trail');
  expect(firstBrokenLine(trail)).toBe(0);
  expect(trail.filter(({ What }) => What === 'Confirmed a disclosure agreement')).toHaveLength(1);
  expect(desk.workspace.kernel.store.table('locks').size).toBe(0);
}

it('a confirmation costs exactly 8 remote calls beside its two mails', () => {
  agreements.submit(beas, BEA, YES);
  expect(desk.workspace.settle().map(({ calls }) => calls.map(({ method }) => method))).toEqual([CALLS]);
  expectAllGood();
});

const DISTURBANCES = [
  ['is killed before', 'before', { kill: true }],
  ['is killed after', 'after', { kill: true }],
  ['gets a server error instead of', 'before', { fail: 'A server error occurred. Please try again.' }],
  ['gets a server error although it took effect from', 'after', { fail: 'A server error occurred.' }],
] as const;

describe.each(
  DISTURBANCES.map(([what, ...how], shift) => [what, ofAll(CALLS, shift), shift, ...how] as const),
)('a run that %s a call, %s', (_what, _ofAll, shift, when, effect) => {
  it.each(sampled(AT_EACH_CALL, shift))('call %i, %s', (nth) => {
    agreements.submit(beas, BEA, YES);
    desk.workspace.faults.add({ functionName: SUBMITTED, nth, when, effect });
    desk.workspace.settle();
    expect(desk.workspace.faults.pending).toBe(0);
    // The clock looks at this form once an hour.
    desk.minutes(71);
    expectAllGood();
  });
});

describe(`staff sort the rows, at ${ofAll(CALLS)} calls`, () => {
  it.each(sampled(AT_EACH_CALL))('before call %i, %s', (nth) => {
    agreements.submit(beas, BEA, YES);
    const run = () => agreements.sortDown();
    desk.workspace.faults.add({ functionName: SUBMITTED, nth, when: 'before', effect: { run } });
    desk.workspace.settle();
    expect(desk.workspace.faults.pending).toBe(0);
    expectAllGood();
    expect(agreements.row().Confirmed).not.toBe('');
    expect(agreements.row('D-0002')['Other confirmed']).toBe('');
  });
});
