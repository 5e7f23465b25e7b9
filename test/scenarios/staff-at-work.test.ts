// Staff sort, insert and edit while a run is at work: nothing lands in the wrong row.

import { beforeAll, describe, expect, it } from '@jest/globals';
import { firstBrokenLine, type Line } from '../../scripts/desk/reading.ts';
import { ANNA, BEA, CARA, CONTACT, TAB, type Tab, TestDesk } from '../support/desk.ts';
import { ofAll, sampled } from '../support/sample.ts';

/** From the reading of the registers to the last writing. */
const CALLS = [3, 4, 5, 6, 7, 8];
const DANA = { name: 'Dana Evans', email: 'dana@example.org', role: 'Mentee' };
const NEW = { name: 'Aisha New', email: 'aisha@example.org', role: 'Mentee' };

const desk = new TestDesk([ANNA, BEA, CARA, DANA]);
const { sheets, owner } = desk.workspace;
let annas: string;

beforeAll(() => {
  desk.invite();
  desk.answerByLink(CARA);
  annas = desk.linkOf(ANNA.email);
  desk.save();
});

const sort = (tab: Tab, header: string, descending: boolean) => () =>
  sheets.userSort(owner, desk.registersId, TAB[tab], desk.grid(tab)[0]?.indexOf(header) ?? 0, descending);

const ACTIONS: readonly (readonly [string, () => void])[] = [
  ['sort Members by name, upside down', sort('Members', 'Name', true)],
  ['sort Mail log by address, upside down', sort('Mail log', 'To', true)],
  [
    'sort Acceptances and State',
    () => {
      sort('Acceptances', 'Acceptance ID', true)();
      sort('State', 'Name', true)();
    },
  ],
  [
    'insert a row above everybody in Members',
    () => sheets.userInsertRows(owner, desk.registersId, TAB.Members, 1),
  ],
  [
    'insert a row and type a new member',
    () => {
      sheets.userInsertRows(owner, desk.registersId, TAB.Members, 1);
      desk.type('Members', 2, 'Name', [[NEW.name, NEW.email, NEW.role]]);
    },
  ],
  [
    'delete the row of another member',
    () => sheets.userDeleteRows(owner, desk.registersId, TAB.Members, desk.rowOf(BEA) - 1),
  ],
  [
    'move the column Standing to the front',
    () =>
      sheets.userMoveColumn(
        owner,
        desk.registersId,
        TAB.Members,
        desk.grid('Members')[0]?.indexOf('Standing') ?? 0,
        0,
      ),
  ],
  ['change her notes', () => desk.type('Members', desk.rowOf(ANNA), 'Notes', [['A note']])],
];

describe.each(ACTIONS.map(([name, act], shift) => [name, ofAll(CALLS, shift, 3), shift, act] as const))(
  'staff %s, at %s calls',
  (name, _ofAll, shift, act) => {
    it.each(sampled(CALLS, shift, 3))('before call %i of a submission', (nth) => {
      desk.reset();
      const before = byAddress(desk.register('Members'));
      desk.answer(annas, ANNA);
      desk.workspace.faults.add({
        functionName: 'acceptanceSubmitted',
        nth,
        when: 'before',
        effect: { run: act },
      });
      desk.workspace.settle();
      expect(desk.workspace.faults.pending).toBe(0);
      desk.minutes(21);

      expect(desk.member(ANNA)).toMatchObject({
        'Member ID': 'M-0001',
        Standing: 'Current',
        'Next due': '2027-01-12',
      });
      expect(desk.member(CARA)).toMatchObject({ 'Member ID': 'M-0003', Standing: 'Current' });
      const after = byAddress(desk.register('Members'));
      for (const { email } of [BEA, CARA, DANA])
        if (after[email]) expect(after[email]).toEqual(before[email]);
      if (name.endsWith('new member'))
        expect(after[NEW.email]).toMatchObject({ 'Member ID': 'M-0005', Standing: 'Never accepted' });

      const log = desk.register('Mail log');
      expect(log).toHaveLength(8);
      expect(log.map(({ State }) => State)).toEqual(Array(8).fill('Sent'));
      expect(new Set(log.map((row) => row['Gmail ID'])).size).toBe(8);
      expect(new Set(log.map((row) => row['Mail ID'])).size).toBe(8);
      for (const line of log)
        expect(desk.workspace.gmail.mailboxes.get(owner, line['Gmail ID'] ?? '').to).toContain(line.To);
      expect(desk.subjects(ANNA.email)).toHaveLength(2);
      expect(desk.subjects(CONTACT)).toHaveLength(2);
      desk.answerByLink(DANA);
      const numbers = desk.register('Acceptances').map((row) => row['Acceptance ID']);
      expect(numbers.sort()).toEqual(['A-000001', 'A-000002', 'A-000003']);
      expect(firstBrokenLine(desk.register('Audit trail'))).toBe(0);
    });
  },
);

const byAddress = (lines: readonly Line[]) => Object.fromEntries(lines.map((line) => [line.Email, line]));

it('a new member without an id, and staff sort just before she gets it: nobody gets the id of another', () => {
  for (const nth of [1, 2]) {
    desk.reset();
    desk.type('Members', 6, 'Name', [[NEW.name, NEW.email, NEW.role]]);
    desk.workspace.faults.add({
      functionName: 'staffEdited',
      method: 'Sheets.Spreadsheets.batchUpdate',
      when: 'before',
      effect: { run: sort('Members', 'Name', nth === 1) },
    });
    desk.workspace.settle();
    desk.minutes(11);
    expect(
      desk
        .register('Members')
        .map((row) => [row.Email, row['Member ID']])
        .sort(),
    ).toEqual(
      [
        [NEW.email, 'M-0005'],
        [ANNA.email, 'M-0001'],
        [BEA.email, 'M-0002'],
        [CARA.email, 'M-0003'],
        [DANA.email, 'M-0004'],
      ].sort(),
    );
  }
});

it('staff sort the mail log in the midst of many invitations, and then the run dies: each leaves once', () => {
  desk.reset();
  const many = Array.from({ length: 30 }, (_, index) => [
    `Member ${index}`,
    `member${index}@example.org`,
    'Mentee',
  ]);
  desk.type('Members', 6, 'Name', many);
  desk.workspace.settle();
  const faults = { functionName: 'sendInvitations', method: /messages.send/i, when: 'before' } as const;
  desk.workspace.faults.add({ ...faults, nth: 5, effect: { run: sort('Mail log', 'Mail ID', true) } });
  desk.workspace.faults.add({ ...faults, nth: 28, effect: { kill: true } });
  expect(() => desk.invite()).toThrow();
  desk.minutes(31);
  for (const [, email = ''] of many) expect(desk.subjects(email)).toHaveLength(1);
  expect(desk.register('Mail log').filter(({ State }) => State !== 'Sent')).toEqual([]);
});
