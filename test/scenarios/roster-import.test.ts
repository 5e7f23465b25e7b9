// A list is imported into the roster: all at once, once, with its lines in the audit trail, and without any mail.

import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { firstBrokenLine } from '../../scripts/desk/reading.ts';
import { look } from '../../scripts/desk/roster-import.ts';
import { ANNA, BEA, CARA, TestDesk } from '../support/desk.ts';

const STAFF = 'rosa@example.org';
const CSV = [
  'E-mail,First name,Last name,Mentor/Mentee,Joined,Status',
  ' ANNA@example.org ,Anna,Ito-Berg,Mentor,1/5/2024,',
  'bea@example.org,Béa,Cruz,mentor,,Inactive',
  'nora@example.org,Nora,Neu,mentee,2025-06-04,',
  'dora@example.org,=Dora,"O\'Hara, PhD",both,,suspended',
  'nora@example.org,Nora,Twice,,,',
  'otto,Otto,Ohm,,,',
].join('\r\n');

let desk: TestDesk;
beforeAll(() => {
  desk = new TestDesk();
  desk.workspace.files.update(desk.registersId, { editors: [STAFF] });
  const { sheets, owner } = desk.workspace;
  sheets.userAddSheet(owner, desk.registersId, 'Spring list');
  const tab = sheets.book(desk.registersId).record.sheets.find(({ title }) => title === 'Spring list');
  sheets.userEdit(owner, desk.registersId, tab?.sheetId ?? 0, 0, 0, [
    ['Name', 'Email', 'Joined'],
    ['Nora Neu', 'nora@example.org', '6/4/2025'],
  ]);
  desk.save();
});
beforeEach(() => desk.reset());
afterAll(() => desk.workspace.close());

const trail = () => desk.register('Audit trail');
const lines = (from: number) =>
  trail()
    .slice(from)
    .map(({ Who, What, Subject, Before, After }) => [Who, What, Subject, Before, After].join(' | '));
const everything = () => JSON.stringify(desk.workspace.sheets.book(desk.registersId).record);
const tabs = () => ['Members', 'Audit trail', 'State', 'Mail log'].map((tab) => desk.grid(tab));

describe('a list with new members, changes and mistakes', () => {
  let before: number;
  beforeEach(() => {
    before = trail().length;
    const { order } = look(desk, CSV, STAFF);
    expect(desk.ask('importRoster', order, STAFF)).toEqual({
      done: '2 members were added. 2 members were changed.',
    });
  });

  it('stands on the roster, typed, with numbers and standings', () => {
    expect(desk.member(ANNA)).toMatchObject({
      'Member ID': 'M-0001',
      Name: 'Anna Ito-Berg',
      Joined: '2024-01-05',
    });
    expect(desk.member(BEA)).toMatchObject({ Role: 'Mentor', Status: 'Inactive', Standing: 'Exempt' });
    expect(desk.member({ email: 'nora@example.org' })).toMatchObject({
      'Member ID': 'M-0004',
      Name: 'Nora Neu',
      Role: 'Mentee',
      Status: 'Active',
      Joined: '2025-06-04',
      Standing: 'Never accepted',
      Images: 'Allowed',
    });
    expect(desk.member({ email: 'dora@example.org' })).toMatchObject({
      'Member ID': 'M-0005',
      Name: "=Dora O'Hara, PhD",
      Role: 'Mentor and mentee',
      Standing: 'Exempt',
    });
    expect(desk.register('Members')).toHaveLength(5);
    expect(desk.formulas()).toEqual([]);
  });

  it('leaves its lines in the audit trail: one of each change, and one of the import', () => {
    expect(lines(before)).toEqual([
      `${STAFF} | Changed “Name” by an import | M-0001 | Anna Ito | Anna Ito-Berg`,
      `${STAFF} | Changed “Joined” by an import | M-0001 |  | 2024-01-05`,
      `${STAFF} | Changed “Role” by an import | M-0002 | Mentee | Mentor`,
      `${STAFF} | Changed “Status” by an import | M-0002 | Active | Inactive`,
      'System | Standing changed | M-0002 | Never accepted | Exempt',
      `${STAFF} | Imported a list into the roster | Members |  | 2 new (M-0004 to M-0005), 2 changed, 0 unchanged, 2 rows not taken`,
    ]);
    expect(firstBrokenLine(trail())).toBe(0);
  });

  it('sends no mail, and staff are told of nothing', () => {
    expect(desk.register('Mail log')).toEqual([]);
    expect(desk.sent()).toEqual([]);
    expect(desk.openProblems()).toEqual([]);
  });

  it('imported again, in whatever order the roster stands, it changes nothing', () => {
    desk.workspace.sheets.userSort(desk.workspace.owner, desk.registersId, 101, 1, false);
    const state = tabs();
    const { plan, order } = look(desk, CSV, STAFF);
    expect([plan.added, plan.changed, plan.unchanged, plan.notTaken.length]).toEqual([[], [], 4, 2]);
    expect(desk.ask('importRoster', order, STAFF).done).toMatch(/^Nothing was changed/);
    expect(tabs()).toEqual(state);
  });

  it('leaves nothing for the night to mend', () => {
    const members = () => desk.grid('Members').map((row) => row.slice(0, 7));
    const before = members();
    desk.workspace.run('everyNight');
    expect(members()).toEqual(before);
    expect(desk.openProblems()).toEqual([]);
  });
});

describe('what the person said', () => {
  const MOVED = 'Member ID,Email\nM-0001,anna@new.org\nM-0002,bea@new.org';

  it('is done, and nothing else: an address that she did not tick stays', () => {
    const { order } = look(desk, MOVED);
    expect(order.yes).toEqual(['2 email', '3 email']);
    desk.ask('importRoster', { ...order, yes: ['3 email'] });
    expect(desk.member(ANNA)['Member ID']).toBe('M-0001');
    expect(desk.member({ email: 'bea@new.org' })['Member ID']).toBe('M-0002');
    expect(lines(trail().length - 2)).toEqual([
      `${desk.workspace.owner} | Changed “Email” by an import | M-0002 | ${BEA.email} | bea@new.org`,
      `${desk.workspace.owner} | Imported a list into the roster | Members |  | 0 new, 1 changed, 0 unchanged, 0 rows not taken`,
    ]);
  });

  it('is needed for somebody whose name is on the roster already', () => {
    const csv = 'Name,Email\nAnna Ito,other@example.org';
    const { order } = look(desk, csv);
    expect(desk.ask('importRoster', order).done).toMatch(/^Nothing was changed/);
    expect(desk.register('Members')).toHaveLength(3);
    expect(desk.ask('importRoster', { ...order, yes: ['2'] }).done).toBe('One member was added.');
    expect(desk.register('Members')).toHaveLength(4);
  });

  it('to nothing at all writes nothing', () => {
    const state = everything();
    expect(desk.ask('importRoster', { ...look(desk, MOVED).order, yes: [] }).done).toMatch(/^Nothing/);
    expect(everything()).toBe(state);
  });
});

describe('between the look and the acceptance', () => {
  const NORA = 'Name,Email,Role\nNora Neu,nora@example.org,Mentor\nAnna Ito,anna@example.org,Mentee';

  it('somebody changes what the plan is about: nothing is written, and the new roster comes back', () => {
    const { order } = look(desk, NORA);
    desk.type('Members', desk.rowOf(ANNA), 'Role', [['Mentee']]);
    desk.workspace.settle();
    const state = tabs();
    const { roster, done } = desk.ask('importRoster', order);
    expect(done).toBeUndefined();
    expect(roster).toContainEqual({
      id: 'M-0001',
      name: ANNA.name,
      email: ANNA.email,
      role: 'Mentee',
      status: 'Active',
      joined: '',
      isErased: false,
    });
    expect(tabs()).toEqual(state);
    expect(desk.ask('importRoster', look(desk, NORA).order).done).toBe('One member was added.');
  });

  it('somebody changes something else, or sorts: it is imported', () => {
    const { order } = look(desk, NORA);
    desk.type('Members', desk.rowOf(CARA), 'Role', [['Mentee']]);
    desk.type('Members', 5, 'Name', [['Eva Ek', 'eva@example.org', 'Mentor']]);
    desk.workspace.settle();
    expect(desk.ask('importRoster', order).done).toBe('One member was added. One member was changed.');
    expect(desk.member({ email: 'nora@example.org' })['Member ID']).toBe('M-0005');
  });
});

it('a number that the list gives to somebody is given to nobody else', () => {
  const csv = 'Member ID,Name,Email\nM-0004,Otto Ohm,otto@example.org\n,Nora Neu,nora@example.org';
  const { plan, order } = look(desk, csv);
  expect(plan.notTaken[0]?.troubles).toEqual([{ problem: 'unknown id', about: 'M-0004' }]);
  desk.ask('importRoster', order);
  expect(desk.member({ email: 'nora@example.org' })['Member ID']).toBe('M-0005');
});

it.each([
  ['a wrong print', { print: '0'.repeat(64) }, undefined],
  ['no print', { print: '' }, /does not understand/],
  ['no rows', { rows: 'all' }, /does not understand/],
  ['rows without end', { rows: Array.from({ length: 20_001 }, () => []) }, /does not understand/],
  ['a row from nowhere', { first: 0 }, /does not understand/],
])('a page that sends %s changes nothing', (_, change, message) => {
  const state = tabs();
  const answer = desk.tryAsking('importRoster', { ...look(desk, CSV).order, ...change });
  if (message) expect(answer.message).toMatch(message);
  else expect(answer.value).toHaveProperty('roster');
  expect(tabs()).toEqual(state);
});

describe('cells of this spreadsheet', () => {
  const SPRING = [
    ['Name', 'Email', 'Joined'],
    ['Nora Neu', 'nora@example.org', '6/4/2025'],
  ];
  it.each([
    ['Spring list', SPRING],
    [' spring list ', SPRING],
    ["'Spring list'!B1:B9", [...['Email', 'nora@example.org'].map((text) => [text]), ...Array(7).fill([''])]],
  ])('that are named: %s', (range, cells) => {
    expect(desk.ask('takeRosterCells', { range }, STAFF)).toEqual(cells);
  });

  it('that are not there, or empty', () => {
    const say = (range: string) => desk.tryAsking('takeRosterCells', { range }, STAFF).message;
    expect(say('Summer list')).toMatch(/cannot be found/);
    expect(say("'Spring list'!F1:G9")).toMatch(/nothing in these cells/);
  });
});

it('brings back nothing about a member who was erased', () => {
  desk.type('Members', desk.rowOf(CARA), 'Status', [['Removed']]);
  desk.workspace.settle();
  desk.ask('eraseMember', { memberId: 'M-0003', typed: 'M-0003', asked: true });
  const erased = desk.grid('Members');
  const csv = 'Member ID,Name,Email,Role\nM-0003,Cara Diallo,cara@example.org,Mentor';
  const { plan, order } = look(desk, csv);
  expect(plan.notTaken.map(({ troubles }) => troubles)).toEqual([
    [{ problem: 'was erased', about: 'M-0003' }],
  ]);
  const yes = ['name', 'email', 'role'].map((field) => `2 ${field}`);
  desk.ask('importRoster', { ...order, yes });
  expect(desk.grid('Members')).toEqual(erased);
});
