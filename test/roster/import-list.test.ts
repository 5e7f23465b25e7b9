// `npm run import-members`: a list comes onto the roster by the script's own rules, in one write, and only once.

import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals';
import { type Clients, connect } from '../../scripts/google/clients.ts';
import { type ServedWorkspace, serveWorkspace } from '../../scripts/local-workspace/server.ts';
import { carryOut, inWords, planList, readMembers } from '../../scripts/roster/import-list.ts';
import { ANNA, BEA, TestDesk } from '../support/desk.ts';

let desk: TestDesk;
let served: ServedWorkspace;
let clients: Clients;

beforeAll(async () => {
  desk = new TestDesk();
  served = await serveWorkspace(desk.workspace, { port: 0 });
  clients = await connect({ scopes: [], local: served.url });
});
beforeEach(() => desk.reset());
afterAll(() => served.close());

const LIST = `Full name,E-mail,Role
${ANNA.name},${ANNA.email},Mentor and mentee
Dana Eriksen,dana@example.org,mentee
Eva Fox,not an address,Mentor
${BEA.name},other@example.org,Mentee
=Gita Ha,gita@example.org,Mentor
`;

const plan = async (list = LIST) => planList(Buffer.from(list), await readMembers(clients, desk.registersId));
const carry = async (planned: Awaited<ReturnType<typeof plan>>) => carryOut(clients, desk.scriptId, planned);

it('shows row by row what would be done, and writes nothing', async () => {
  const before = desk.register('Members');
  expect(inWords(await plan())).toEqual([
    'Not taken:',
    '  Row 4: Eva Fox. “not an address” is not an email address.',
    '',
    'Left for a person to decide, in “Import the roster…”:',
    `  Row 5: Béa Cruz. On the roster with the same name: M-0002, ${BEA.email}.`,
    '',
    'Changed:',
    '  Row 2: Anna Ito (M-0001). Role: Mentor → Mentor and mentee',
    '',
    'New:',
    '  Row 3: Dana Eriksen, dana@example.org, Mentee, Active',
    '  Row 6: =Gita Ha, gita@example.org, Mentor, Active',
    '',
    '2 new, 1 changed, 0 unchanged, 1 not taken.',
  ]);
  expect(desk.register('Members')).toEqual(before);
});

it('has the script write all of it at once, with its line in the trail; a second time changes nothing', async () => {
  const trail = desk.register('Audit trail').length;
  expect(await carry(await plan())).toContain('2 members');
  const names = desk.register('Members').map(({ Name, Role }) => [Name, Role]);
  expect(names).toEqual(
    expect.arrayContaining([
      [ANNA.name, 'Mentor and mentee'],
      ['Dana Eriksen', 'Mentee'],
      ['=Gita Ha', 'Mentor'],
    ]),
  );
  expect(desk.formulas()).toEqual([]);
  const lines = desk.register('Audit trail').slice(trail);
  expect(lines.filter(({ What }) => What === 'Imported a list into the roster')).toHaveLength(1);
  const { record } = { record: desk.workspace.executions().at(-1) };
  const writes = record?.calls.filter(({ method }) => /batchUpdate|append|update/i.test(method)) ?? [];
  expect(writes.map(({ method }) => method)).toEqual(['Sheets.Spreadsheets.batchUpdate']);
  const after = [desk.register('Members'), desk.register('Audit trail')];
  const again = await plan();
  expect(inWords(again).at(-1)).toBe('0 new, 0 changed, 3 unchanged, 1 not taken.');
  await carry(again);
  expect([desk.register('Members'), desk.register('Audit trail')]).toEqual(after);
});

it('writes nothing when the roster changed since it was looked at', async () => {
  const planned = await plan();
  desk.type('Members', desk.rowOf(ANNA), 'Role', [['Mentor and mentee']]);
  desk.workspace.settle();
  const before = desk.register('Members');
  await expect(carry(planned)).rejects.toThrow('The roster is no longer what was shown');
  expect(desk.register('Members')).toEqual(before);
});

it('says what is wrong with a file that is no list', async () => {
  await expect(plan('')).rejects.toThrow('The file is empty.');
  await expect(plan('PK\u0003\u0004')).rejects.toThrow('Please save it as CSV first.');
  await expect(plan('Name,Town\nAnna,St. Louis\n')).rejects.toThrow('No column is named Email');
  await expect(plan('Name,Email\n"Anna,a@b.org\n')).rejects.toThrow('quotation mark');
});
