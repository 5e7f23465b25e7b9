// What a run costs: the remote calls of each, exactly; nobody makes it dearer without noticing.

import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { acceptAtOnce } from '../../scripts/bench/burst.ts';
import { membersNumbered } from '../../scripts/desk/numbered-members.ts';
import { firstBrokenLine } from '../../scripts/desk/reading.ts';
import type { ExecutionRecord } from '../../scripts/local-workspace/index.ts';
import { ANNA, BEA, CARA, CONTACT, TestDesk } from '../support/desk.ts';

const SEND = 'Gmail.Users.Messages.send';
const methods = ({ calls }: ExecutionRecord) => calls.map(({ method }) => method);
const besideMails = (run: ExecutionRecord) => methods(run).filter((method) => method !== SEND);

/** What a run that looks at so many forms does when nothing is to be written. */
const lookAt = (
  forms: number,
  mailbox: readonly string[] = [],
  first = ['Properties.getProperties', 'Lock.tryLock'],
) => [
  ...first,
  'Sheets.Spreadsheets.Values.batchGet',
  ...Array.from({ length: forms }, () => ['FormApp.openById', 'Form.getResponses']).flat(),
  ...mailbox,
  'Lock.releaseLock',
];
const LIST = 'Gmail.Users.Messages.list';
/** What the night's look at the set-up costs besides: 13 calls, none of which writes. */
const LOOK_AT_SET_UP = [
  'Sheets.Spreadsheets.Values.batchGet',
  'ScriptApp.getProjectTriggers',
  'ScriptApp.getAuthorizationInfo',
  'Sheets.Spreadsheets.get',
  'Sheets.Spreadsheets.Values.batchGet',
  ...Array.from({ length: 4 }, () => ['FormApp.openById', 'Drive.Permissions.list']).flat(),
];

describe('one desk, three members', () => {
  let desk: TestDesk;

  beforeAll(() => {
    desk = new TestDesk([ANNA, BEA, CARA]);
    desk.invite();
    desk.save();
  });
  beforeEach(() => desk.reset());

  it('a submission costs exactly 8 remote calls beside its two mails', () => {
    desk.answer(desk.linkOf(ANNA.email), ANNA);
    const [run, ...more] = desk.workspace.settle();
    expect(more).toEqual([]);
    expect(run && methods(run)).toEqual([
      'Lock.tryLock',
      'Lock.tryLock',
      'Lock.releaseLock',
      'Properties.getProperties',
      'Sheets.Spreadsheets.Values.batchGet',
      'Form.getResponses',
      'Sheets.Spreadsheets.batchUpdate',
      SEND,
      SEND,
      'Sheets.Spreadsheets.batchUpdate',
    ]);
    expect(run && besideMails(run)).toHaveLength(8);
    expect((run?.endedAt ?? 0) - (run?.startedAt ?? 0)).toBeLessThan(5_000);
  });

  it.each([
    // The registers with their three forms and the mailbox, and then the cases with theirs.
    [
      'everyTenMinutes',
      [...lookAt(1, [LIST], ['Lock.tryLock', 'Properties.getProperties']), ...lookAt(1, [LIST])],
    ],
    [
      'everyNight',
      lookAt(3, [LIST, 'Gmail.Users.Labels.list', LIST, 'Docs.Documents.get', ...LOOK_AT_SET_UP]),
    ],
    ['everyMorning', lookAt(0)],
  ])('%s with nothing to do costs %j', (name, calls) => {
    desk.workspace.run('everyNight');
    desk.workspace.run('everyMorning');
    desk.minutes(30);
    expect(methods(desk.workspace.run(name).record)).toEqual(calls);
  });

  it('once an hour it looks at all three forms', () => {
    desk.minutes(60);
    const runs = desk.workspace.executions().filter(({ functionName }) => functionName === 'everyTenMinutes');
    const forms = runs
      .slice(-6)
      .map((run) => methods(run).filter((name) => name === 'Form.getResponses').length);
    expect(forms.sort()).toEqual([2, 2, 2, 2, 2, 4]);
  });

  it('an edit of staff costs one read and one write; one that is none of our business, one call', () => {
    desk.type('Members', desk.rowOf(BEA), 'Status', [['Inactive']]);
    desk.type('Problems', 5, 'What', [['Something of our own']]);
    expect(desk.workspace.settle().map(methods)).toEqual([
      [
        'Properties.getProperties',
        'Lock.tryLock',
        'Sheets.Spreadsheets.Values.batchGet',
        'Sheets.Spreadsheets.batchUpdate',
        'Lock.releaseLock',
      ],
      ['Properties.getProperties'],
    ]);
  });

  it('an answer that needs no mail costs one write', () => {
    desk.set('Notices of acceptances', 'Daily digest');
    desk.answer(desk.plainLink, { name: 'Nobody', email: 'nobody@example.org' });
    const [run] = desk.workspace.settle();
    expect(run && methods(run).filter((method) => method.endsWith('batchUpdate'))).toHaveLength(1);
  });
});

describe('a hundred members answer at once', () => {
  const members = membersNumbered(100);
  const desk = new TestDesk(members);
  let runs: ExecutionRecord[];

  beforeAll(() => {
    runs = acceptAtOnce(desk, members);
  });

  it('all are in the register, once each, with standing and trail', () => {
    const rows = desk.register('Acceptances');
    expect(rows.map(({ Email }) => Email)).toEqual(members.map(({ email }) => email));
    expect(desk.register('Members').filter(({ Standing }) => Standing === 'Current')).toHaveLength(100);
    expect(firstBrokenLine(desk.register('Audit trail'))).toBe(0);
  });

  it('thirty run at the same time: one takes up all of them, the others stop after one call', () => {
    const [drain, ...more] = runs.filter((run) => methods(run).includes(SEND));
    expect(more).toEqual([]);
    expect(drain && besideMails(drain)).toHaveLength(9);
    expect(drain && methods(drain).filter((method) => method === SEND)).toHaveLength(200);
    // It writes once before its mails and once after every batch of them.
    expect(drain && methods(drain).filter((method) => method.endsWith('batchUpdate'))).toHaveLength(3);
    expect((drain?.endedAt ?? 0) - (drain?.startedAt ?? 0)).toBeLessThan(240_000);
    const calls = runs.filter((run) => run !== drain).map((run) => methods(run).join());
    expect(calls.sort()).toEqual([...Array(70).fill(''), ...Array(29).fill('Lock.tryLock')]);
    expect(runs.flatMap(besideMails)).toHaveLength(9 + 29);
  });

  it('Google refuses what is more than thirty at the same time', () => {
    const refused = runs.filter(({ status }) => status === 'Failed');
    expect(refused).toHaveLength(70);
    expect(new Set(refused.map(({ error }) => error))).toEqual(
      new Set(['Exception: There are too many scripts running simultaneously for this Google user account.']),
    );
  });

  it('each gets one confirmation, before the program gets its hundred notices', () => {
    for (const { email } of members) expect(desk.subjects(email)).toHaveLength(1);
    expect(desk.subjects(CONTACT)).toHaveLength(100);
    const kinds = desk.sent().map(({ subject }) => subject.slice(0, 8));
    expect(kinds).toEqual([...Array(100).fill('Thank yo'), ...Array(100).fill('Accepted')]);
  });
});
