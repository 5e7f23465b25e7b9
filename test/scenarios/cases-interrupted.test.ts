// A run on cases that dies at any of its remote calls: the next runs make it good, once. And what each run costs.

import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Cases, FIRST, ROUTE, WISH, ZOES } from '../../scripts/desk/cases.ts';
import { firstBrokenLine } from '../../scripts/desk/reading.ts';
import type { ExecutionRecord } from '../../scripts/local-workspace/index.ts';
import { ANNA, CONTACT, HANA, HEDI, SARA, STINA, TestDesk } from '../support/desk.ts';
import { ofAll, sampled } from '../support/sample.ts';

const REPORT = {
  [WISH]: ROUTE.violation,
  'What happened?': 'She hit me.',
  'Who did it?': 'Anna Ito',
  'How may we contact you?': 'By email',
  'Your email address': ZOES,
};
const SEND = 'Gmail.Users.Messages.send';
const methods = ({ calls }: ExecutionRecord) => calls.map(({ method }) => method);

/** The remote calls of a run that takes up one report. */
const SUBMISSION = [
  'Properties.getProperties',
  'Lock.tryLock',
  'Sheets.Spreadsheets.Values.batchGet',
  'Form.getResponses',
  'Sheets.Spreadsheets.batchUpdate',
  SEND,
  SEND,
  SEND,
  SEND,
  'Sheets.Spreadsheets.batchUpdate',
  'Lock.releaseLock',
];

/** The remote calls of a run that takes up an edit which removes a member: the cases first, and then the registers. */
const EDIT = [
  'Properties.getProperties',
  'Lock.tryLock',
  'Sheets.Spreadsheets.Values.batchGet',
  'Sheets.Spreadsheets.batchUpdate',
  'Lock.tryLock',
  'Sheets.Spreadsheets.Values.batchGet',
  'Sheets.Spreadsheets.batchUpdate',
  'Sheets.Spreadsheets.batchUpdate',
  'Sheets.Spreadsheets.batchUpdate',
  'Lock.releaseLock',
  'Lock.releaseLock',
];
/** Before the first call and after each of them, which is as good as before the next. */
const deaths = (calls: readonly string[]): ['before' | 'after', number, string][] => [
  ['before', 1, calls[0] ?? ''],
  ...calls.map((method, index): ['after', number, string] => ['after', index + 1, method]),
];

let desk: TestDesk;
let cases: Cases;
beforeAll(() => {
  desk = new TestDesk();
  cases = new Cases(desk);
  desk.save();
});

function kill(functionName: string, nth: number, when: 'before' | 'after'): void {
  desk.workspace.faults.add({ functionName, nth, when, effect: { kill: true } });
  desk.workspace.settle();
  expect(desk.workspace.faults.pending).toBe(0);
}

/** Everything has left, once, and nothing lies about. */
function expectNothingStuck(): void {
  const log = cases.register('Mail log');
  expect(log.map(({ State }) => State)).toEqual(log.map(() => 'Sent'));
  expect(new Set(log.map((line) => line['Gmail ID'])).size).toBe(log.length);
  expect(firstBrokenLine(cases.register('Audit trail'))).toBe(0);
  expect(firstBrokenLine(desk.register('Audit trail'))).toBe(0);
  expect(desk.workspace.kernel.store.table('locks').size).toBe(0);
}

describe('a report', () => {
  beforeEach(() => desk.reset());

  function expectTakenUp(): void {
    expect(cases.register('Cases').map(({ Case }) => Case)).toEqual([FIRST]);
    expect(cases.register('People named').map(({ Part }) => Part)).toEqual([
      'Reporter',
      'Person reported on',
    ]);
    expect(cases.log(FIRST)).toEqual(['Received']);
    expect([HANA, SARA, CONTACT, ZOES, STINA].map((one) => cases.mails(one).length)).toEqual([1, 1, 1, 1, 0]);
    expectNothingStuck();
  }

  it('costs seven remote calls beside its mails', () => {
    cases.send(REPORT);
    const runs = desk.workspace.settle();
    expect(runs.map(methods)).toEqual([SUBMISSION]);
    expect(SUBMISSION.filter((method) => method !== SEND)).toHaveLength(7);
    expectTakenUp();
  });

  it('that names a handler costs calls to Drive, to shut her out', () => {
    cases.send({ ...REPORT, 'Who did it?': 'Hedi Hassan' });
    const [run] = desk.workspace.settle();
    expect(run && methods(run).filter((method) => method.startsWith('Drive'))).toEqual([
      'Drive.Permissions.list',
      'Drive.Permissions.remove',
    ]);
    expect(cases.mayOpen(HEDI)).toBe(false);
  });

  describe(`whose run is killed, ${ofAll(deaths(SUBMISSION))}`, () => {
    it.each(sampled(deaths(SUBMISSION)))('%s call %i, %s', (when, nth) => {
      cases.send(REPORT);
      kill('reportSubmitted', nth, when);
      desk.minutes(31);
      expectTakenUp();
    });
  });

  it.each([4, 5, 6, 7])('that names a handler, whose run is killed after call %i', (nth) => {
    cases.send({ ...REPORT, 'Who did it?': 'Hedi Hassan' });
    kill('reportSubmitted', nth, 'after');
    desk.minutes(31);
    for (const address of [HANA, SARA, CONTACT, ZOES, STINA]) expect(cases.mails(address)).toHaveLength(1);
    expect([cases.mayOpen(HANA), cases.mayOpen(HEDI)]).toEqual([true, false]);
    expect(cases.mails(HEDI)).toEqual([]);
    expectNothingStuck();
  });
});

describe('an edit that removes a member', () => {
  beforeAll(() => {
    desk.reset();
    cases.report(REPORT);
    cases.setPerson('Anna Ito', 'Member ID', desk.member(ANNA)['Member ID'] ?? '');
    cases.decide(FIRST, { Handler: HANA, Status: 'Under review', 'Not heard because': 'It is not safe.' });
    cases.decide(FIRST, { Finding: 'Confirmed', 'Police: decision': 'Contact', 'Police: details': 'Hana.' });
    desk.save();
  });
  beforeEach(() => desk.reset());

  function expectRemoved(): void {
    expect(cases.case()).toMatchObject({ Outcome: 'Removal' });
    expect(cases.log(FIRST).slice(-3)).toEqual([
      'Outcome: Removal',
      'Letter prepared: Letter to the member: Removal',
      expect.stringMatching(/^Written into Members: M-\d+ Removed$/),
    ]);
    expect(cases.register('Letters')).toHaveLength(1);
    expect(desk.member(ANNA).Status).toBe('Removed');
    const written = desk.register('Audit trail').filter(({ After }) => After === 'Removed');
    expect(written).toHaveLength(1);
    expectNothingStuck();
  }

  it('costs eleven remote calls', () => {
    cases.type(FIRST, 'Outcome', 'Removal');
    expect(desk.workspace.settle().map(methods)).toEqual([EDIT]);
    expectRemoved();
  });

  describe(`whose run is killed, ${ofAll(deaths(EDIT), 2)}`, () => {
    it.each(sampled(deaths(EDIT), 2))('%s call %i, %s', (when, nth) => {
      cases.type(FIRST, 'Outcome', 'Removal');
      kill('caseEdited', nth, when);
      cases.night();
      expectRemoved();
    });
  });

  it.each([3, 4, 5, 6])('one that closes it, whose run is killed after call %i', (nth) => {
    cases.decide(FIRST, { Outcome: 'Conversation', Status: 'Finding' });
    cases.type(FIRST, 'Status', 'Closed');
    kill('caseEdited', nth, 'after');
    desk.minutes(31);
    cases.night();
    expect(cases.case()).toMatchObject({ Status: 'Closed', 'Erase from': '2033-01-12' });
    expect(cases.log(FIRST).filter((what) => what === 'Closed')).toHaveLength(1);
    expect(cases.mails(ZOES)).toHaveLength(3);
    expectNothingStuck();
  });

  it('a morning with nothing due costs four calls; a night looks at everything in ten', () => {
    desk.minutes(31);
    cases.night();
    const { record } = desk.workspace.run('casesEveryMorning');
    expect(methods(record)).toEqual([
      'Properties.getProperties',
      'Lock.tryLock',
      'Sheets.Spreadsheets.Values.batchGet',
      'Lock.releaseLock',
    ]);
    expect(methods(desk.workspace.run('casesEveryNight').record)).toEqual([
      'Properties.getProperties',
      'Lock.tryLock',
      'Sheets.Spreadsheets.Values.batchGet',
      'FormApp.openById',
      'Form.getResponses',
      // Mails with a label, answers of those who wrote, and mails that came back.
      'Gmail.Users.Messages.list',
      'Gmail.Users.Messages.list',
      'Drive.Permissions.list',
      'Gmail.Users.Messages.list',
      'Lock.releaseLock',
    ]);
  });
});
