// An import is disturbed at any of its remote calls, also one of ten thousand: nothing is half done, and nothing is doubled.

import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { firstBrokenLine } from '../../scripts/desk/reading.ts';
import { type Looked, look } from '../../scripts/desk/roster-import.ts';
import type { ExecutionRecord } from '../../scripts/local-workspace/index.ts';
import { callApi } from '../../scripts/local-workspace/rest/dispatch.ts';
import { ANNA, BEA, CARA, TAB, TestDesk } from '../support/desk.ts';
import { ofAll, sampled } from '../support/sample.ts';

const CALLS = [
  'Properties.getProperties',
  'Lock.tryLock',
  'Sheets.Spreadsheets.Values.batchGet',
  'Sheets.Spreadsheets.batchUpdate',
  'Lock.releaseLock',
];
const COMMIT = CALLS.indexOf('Sheets.Spreadsheets.batchUpdate');

const desk = new TestDesk([ANNA, BEA, CARA]);
afterAll(() => desk.workspace.close());
beforeAll(() => desk.save());
beforeEach(() => desk.reset());

/** Presses “Import now”; the run may fail or be killed. */
function press({ order }: Looked): ExecutionRecord {
  const active = { spreadsheetId: desk.registersId, sheetId: TAB.Members };
  const { owner, lastRun } = {
    owner: desk.workspace.owner,
    lastRun: () => desk.workspace.executions().at(-1),
  };
  desk.workspace.callFromDialog(desk.scriptId, 'importRoster', [JSON.stringify(order)], owner, active);
  const run = lastRun();
  if (!run) throw new Error('Nothing has run');
  return run;
}

const methods = ({ calls }: ExecutionRecord) => calls.map(({ method }) => method);
const state = () => JSON.stringify(['Members', 'Audit trail', 'State'].map((tab) => desk.grid(tab)));

const SMALL = [
  'Member ID,Name,Email,Role',
  ',Nora Neu,nora@example.org,Mentor',
  'M-0001,Anna Ito,anna@new.org,Mentor and mentee',
  ',Dora Dahl,dora@example.org,Mentee',
].join('\n');

it('costs one read and one write', () => {
  expect(methods(press(look(desk, SMALL)))).toEqual(CALLS);
  expect(methods(press(look(desk, SMALL)))).toEqual(CALLS.filter((_, at) => at !== COMMIT));
});

const DISTURBANCES = [
  ['killed before', 'before', { kill: true }],
  ['killed after', 'after', { kill: true }],
  ['failing before the effect of', 'before', { fail: 'Service unavailable' }],
  ['failing after the effect of', 'after', { fail: 'Service unavailable' }],
] as const;
const AT_EACH_CALL = CALLS.map((method, index) => [index, method] as const);

describe.each(
  DISTURBANCES.map(([what, ...how], shift) => [what, ofAll(CALLS, shift), shift, ...how] as const),
)('%s a call, %s', (_what, _ofAll, shift, when, effect) => {
  it.each(sampled(AT_EACH_CALL, shift))('call %i, %s: all or nothing, and again makes it whole', (index) => {
    const before = state();
    desk.workspace.faults.add({ functionName: 'importRoster', nth: index + 1, when, effect });
    press(look(desk, SMALL));
    expect(desk.workspace.faults.pending).toBe(0);
    const isDone = index > COMMIT || (index === COMMIT && when === 'after');
    const half = state();
    if (!isDone) expect(half).toBe(before);
    else expect(half).not.toBe(before);
    // A lock that nobody gave back is free after the time of a run.
    desk.workspace.faults.clear();
    desk.skipTo(new Date(desk.workspace.now() + 7 * 60_000).toISOString());
    const again = look(desk, SMALL);
    if (isDone) expect([again.plan.added, again.plan.changed, again.plan.unchanged]).toEqual([[], [], 3]);
    press(again);
    if (isDone) expect(desk.grid('Members')).toEqual(JSON.parse(half)[0]);
    const ids = desk.register('Members').map((row) => row['Member ID']);
    expect(ids).toEqual(['M-0001', 'M-0002', 'M-0003', 'M-0004', 'M-0005']);
    expect(desk.register('Members').map(({ Email }) => Email)).toContain('anna@new.org');
    const imports = desk.register('Audit trail').filter(({ What }) => What?.startsWith('Imported'));
    expect(imports).toHaveLength(1);
    expect(firstBrokenLine(desk.register('Audit trail'))).toBe(0);
  });
});

describe('ten thousand members', () => {
  const COUNT = 10_000;
  const csv = (role: string) =>
    [
      'Full name;E-Mail;Role;Joined',
      ...Array.from({ length: COUNT }, (_, n) => `Wanda ${n} Weiss;w${n}@example.org;${role};6/4/2025`),
      'Anna Ito-Berg;anna@example.org;Mentor;',
    ].join('\r\n');

  const secondsOf = (run: ExecutionRecord) => (run.endedAt - run.startedAt) / 1000;
  const bytesOf = (run: ExecutionRecord) => run.calls[COMMIT]?.requestBytes ?? 0;

  /** Formats and drop-down lists of a row. */
  const looksOf = (row: number) =>
    callApi(desk.workspace.apis.sheets, 'sheets.spreadsheets.get', {
      path: { spreadsheetId: desk.registersId },
      query: {
        ranges: [`Members!A${row}:R${row}`],
        fields: 'sheets(data(rowData(values(dataValidation,userEnteredFormat(numberFormat)))))',
      },
      caller: { email: desk.workspace.owner },
    });

  it('are imported in one read and one write of 4 MB, within seconds; killed on the way, they are imported once', () => {
    const looked = look(desk, csv('mentee'));
    expect(looked.plan.added).toHaveLength(COUNT);
    const before = state();
    const { faults } = desk.workspace;
    faults.add({ method: 'Sheets.Spreadsheets.batchUpdate', when: 'before', effect: { kill: true } });
    press(looked);
    expect(faults.pending).toBe(0);
    expect(state()).toBe(before);

    desk.skipTo(new Date(desk.workspace.now() + 7 * 60_000).toISOString());
    const run = press(looked);
    expect(methods(run)).toEqual(CALLS);
    expect(secondsOf(run)).toBeLessThan(10);
    expect(bytesOf(run)).toBeLessThan(4_500_000);
    const members = desk.register('Members');
    expect(members).toHaveLength(COUNT + 3);
    expect(new Set(members.map((row) => row['Member ID'])).size).toBe(COUNT + 3);
    expect(members.at(-1)).toMatchObject({ 'Member ID': 'M-10003', Joined: '2025-06-04', Status: 'Active' });
    const tabs = desk.workspace.sheets.book(desk.registersId).record.sheets;
    expect(tabs.find(({ sheetId }) => sheetId === TAB.Members)?.grid.rowCount).toBe(COUNT + 4);
    expect(looksOf(COUNT + 4)).toEqual(looksOf(2));

    const after = state();
    const again = look(desk, csv('mentee'));
    expect([again.plan.added.length, again.plan.changed.length]).toEqual([0, 0]);
    expect(methods(press(again))).not.toContain(CALLS[COMMIT]);
    expect(state()).toBe(after);
  });
});
