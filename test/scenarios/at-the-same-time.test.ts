// Submissions that come while others work on the registers: one run waits for its turn, and nothing is left behind.

import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Pictures, typed } from '../../scripts/desk/pictures.ts';
import type { ExecutionRecord } from '../../scripts/local-workspace/index.ts';
import { ANNA, BEA, CARA, type Person, TestDesk } from '../support/desk.ts';

const desk = new TestDesk([ANNA, BEA, CARA]);
const { workspace } = desk;
const pictures = new Pictures(desk);
const links = new Map<Person, string>();

beforeAll(() => {
  desk.invite();
  for (const person of [ANNA, BEA, CARA]) links.set(person, desk.linkOf(person.email));
  desk.save();
});
beforeEach(() => desk.reset());

/** They answer, and their triggers run at once, in the midst of another run. */
function comeIn(...people: readonly Person[]): void {
  const before = new Set(workspace.triggers.pending().map(({ id }) => id));
  for (const person of people) desk.answer(links.get(person) ?? '', person);
  for (const pending of workspace.triggers.pending()) if (!before.has(pending.id)) workspace.deliver(pending);
}

const at = (functionName: string, method: string, run: () => void) =>
  workspace.faults.add({ functionName, method, when: 'after', effect: { run } });

const methods = ({ calls }: ExecutionRecord) => calls.map(({ method }) => method);
const runsOf = (functionName: string) =>
  workspace.executions().filter((run) => run.functionName === functionName);
/** The last so many calls of submissions, as counts. */
const callsOf = (functionName: string, last: number) =>
  runsOf(functionName)
    .slice(-last)
    .map(({ calls }) => calls.length);

function expectTakenUp(...people: readonly Person[]): void {
  expect(workspace.faults.pending).toBe(0);
  const emails = people.map(({ email }) => email).sort();
  const rows = desk.register('Acceptances').map(({ Email = '' }) => Email);
  expect(rows.sort()).toEqual(emails);
  for (const email of emails)
    expect(desk.subjects(email).filter((subject) => subject.startsWith('Thank you'))).toHaveLength(1);
  expect(workspace.kernel.store.table('locks').size).toBe(0);
}

const READ = 'Sheets.Spreadsheets.Values.batchGet';
const WRITE = 'Sheets.Spreadsheets.batchUpdate';
const SEND = 'Gmail.Users.Messages.send';

describe('two answers come while', () => {
  it.each([
    ['staff edit, and it was read', 'staffEdited', READ, () => edit()],
    ['staff edit, and it was written', 'staffEdited', WRITE, () => edit()],
    ['staff edit, and the lock is free again', 'staffEdited', 'Lock.releaseLock', () => edit()],
    ['a dialog works', 'sendInvitations', READ, () => desk.invite()],
    [
      'the night looks at the document',
      'everyNight',
      'Docs.Documents.get',
      () => workspace.run('everyNight'),
    ],
    ['the morning sweeps', 'everyMorning', READ, () => workspace.run('everyMorning')],
    ['the run by the clock has read the form', 'everyTenMinutes', 'Form.getResponses', () => byClock()],
    ['another form is drained', 'optOutSubmitted', 'Form.getResponses', () => optOut()],
  ] as const)(
    '%s: one run waits for it and takes up both, the other stops after one call',
    (_, name, method, act) => {
      at(name, method, () => comeIn(ANNA, BEA));
      act();
      expectTakenUp(ANNA, BEA);
      const [few, many] = callsOf('acceptanceSubmitted', 2).sort((a, b) => a - b);
      expect([few === 1, (many ?? 0) > 8]).toEqual([method !== 'Lock.releaseLock', true]);
    },
  );

  const edit = () => {
    desk.type('Members', desk.rowOf(CARA), 'Notes', [['A note']]);
    workspace.settle();
  };
  const byClock = () => workspace.run('everyTenMinutes');
  const optOut = () => {
    pictures.send(pictures.own(CARA), CARA, typed({ kind: 'Both' }));
    workspace.settle();
  };
});

it('answers that come while mails leave are taken up by one run when they are out', () => {
  at('acceptanceSubmitted', SEND, () => comeIn(BEA, CARA));
  desk.answer(links.get(ANNA) ?? '', ANNA);
  workspace.settle();
  expectTakenUp(ANNA, BEA, CARA);
  expect(callsOf('acceptanceSubmitted', 3).sort((a, b) => a - b)[0]).toBe(1);
});

it('who waits and dies leaves it to the run of every ten minutes', () => {
  at('acceptanceSubmitted', SEND, () => {
    workspace.faults.add({ method: 'Lock.tryLock', nth: 2, when: 'after', effect: { kill: true } });
    comeIn(BEA, CARA);
  });
  desk.answer(links.get(ANNA) ?? '', ANNA);
  workspace.settle();
  expect(runsOf('acceptanceSubmitted').map(({ status }) => status)).toContain('Killed');
  desk.minutes(11);
  expectTakenUp(ANNA, BEA, CARA);
});

it('who waits in vain leaves it to the run of every ten minutes, for whatever form', () => {
  // Somebody holds the registers for longer than any run of ours.
  const hold = () => {
    pictures.send(pictures.own(BEA), BEA, typed({ kind: 'Both' }));
    comeIn(ANNA);
    for (const pending of workspace.triggers.pending()) workspace.deliver(pending);
    workspace.kernel.clock.tick(290_000);
  };
  desk.minutes(20);
  at('everyMorning', READ, hold);
  workspace.run('everyMorning');
  expect(desk.register('Acceptances')).toEqual([]);
  expect(pictures.requests).toEqual([]);
  desk.minutes(11);
  expectTakenUp(ANNA);
  expect(pictures.requests.map(({ Status }) => Status)).toEqual(['In force']);
  expect(runsOf('optOutSubmitted').flatMap(methods)).toContain('Properties.setProperty');
});
