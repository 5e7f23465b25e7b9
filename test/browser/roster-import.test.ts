// A volunteer imports a list: she pastes it, mends the matching of a column, sees the problems, accepts, and sees the roster.

import { beforeAll, expect, it } from '@jest/globals';
import type { Frame, FrameLocator, Page } from 'playwright-core';
import type { ServedWorkspace } from '../../scripts/local-workspace/server.ts';
import { readCsv } from '../../src/pages/read-csv.ts';
import { ANNA, BEA, CARA, TAB, TestDesk } from '../support/desk.ts';
import { eventually, expectToLookRight, inGrid, openPage, serve } from './support.ts';

const SHOTS = process.env.SHOTS ?? '';
const LIST = [
  'First name,Last name,Contact,Mentor/Mentee,Since when,Status',
  'Anna,Ito,ANNA@example.org,Mentor and mentee,,',
  'Béa,Cruz,bea@example.org,Mentee,,active',
  'Cara,Diallo,cara@new.example.org,Mentee,,',
  '"Nora ""Nonni""",Neu,nora@example.org,mentee,6/4/2025,',
  '=Dora,Dahl,dora@example.org,both,"June 5, 2025",',
  'Otto,Ohm,otto at example.org,Boss,,',
  ',,nina@example.org,Mentor,,',
  'Nora,Neu,nora@example.org,,,',
  ...Array.from({ length: 60 }, (_, n) => `Wanda ${n},Weiss,w${n}@example.org,Mentee,,`),
].join('\n');

let desk: TestDesk;
let served: ServedWorkspace;
let page: Page;
let problems: string[];

beforeAll(async () => {
  desk = new TestDesk([ANNA, BEA, CARA]);
  served = await serve(desk.workspace);
  ({ page, problems } = await openPage());
});

const frame = (): FrameLocator => page.frameLocator('dialog iframe');
const document = () => page.frames().find((found) => found.url().includes('/local/dialogs/')) as Frame;
const reads = (text: string) => frame().getByText(text).waitFor();
const press = (name: string) => frame().getByRole('button', { name }).click();

async function open(): Promise<void> {
  await page.goto(`${served.url}spreadsheets/d/${desk.registersId}/edit#gid=${TAB.Members}`);
  await page.getByRole('menuitem', { name: 'Code of Conduct' }).click();
  await page.getByRole('menuitem', { name: 'Members' }).click();
  await page.getByRole('menuitem', { name: 'Import the roster…' }).click();
  await frame().getByLabel('Paste the list here').waitFor();
}

async function shoot(look: string): Promise<void> {
  if (!SHOTS) return;
  await page.screenshot({ path: `${SHOTS}/import-${look}.png` });
  await frame()
    .locator('main')
    .screenshot({ path: `${SHOTS}/import-${look}-whole.png` });
}
const looksRight = (name: string) => expectToLookRight(page, document, name, { shoot });

/** The numbers above, by their names. */
const counts = async () =>
  Object.fromEntries(
    await frame()
      .locator('#counts div')
      .evaluateAll((pairs) =>
        pairs.map((pair) => [pair.querySelector('dt')?.textContent, pair.querySelector('dd')?.textContent]),
      ),
  );

/** The lines of a group. */
const group = async (kind: string) => {
  const texts = await frame().locator(`.group.${kind} li`).allInnerTexts();
  return texts.map((text) => text.replace(/\n+/g, '\n'));
};

it('opens from the menu, and says when there is nothing to read', async () => {
  await open();
  await looksRight('bring');
  await press('Look at the list');
  await reads('There is nothing to read yet.');
});

it('takes a file, and cells of this spreadsheet', async () => {
  const field = frame().getByLabel('Paste the list here');
  const file = (name: string, buffer: Buffer) =>
    frame().getByLabel('Or choose a file').setInputFiles({ name, mimeType: 'text/csv', buffer });
  await file('list.xlsx', Buffer.from('PK\u0003\u0004'));
  await reads('This is a file of Excel');
  await file('list.csv', Buffer.from('Name;Email\r\nJosé;jose@example.org', 'latin1'));
  await reads('What stands in “list.csv” is in the field now.');
  expect(await field.inputValue()).toBe('Name;Email\nJosé;jose@example.org');
  await frame().getByLabel('Or cells of this spreadsheet').fill('members');
  await press('Take these cells');
  await reads('The cells stand in the field now.');
  await press('Look at the list');
  await reads('Nothing to import: the roster says all of this already.');
  expect(await counts()).toEqual({ New: '0', Changed: '0', Unchanged: '3', 'Not taken': '0' });
  expect(await frame().getByRole('button', { name: 'Go on' }).isVisible()).toBe(false);
  await press('Another list');
});

it('asks for a column that it does not know, and shows what the list would do', async () => {
  await frame().getByLabel('Paste the list here').fill(LIST);
  await press('Look at the list');
  await reads('Please say which column holds the email address.');
  await frame().getByLabel('Email', { exact: true }).selectOption('Contact – for example: ANNA@example.org');
  await frame().getByLabel('Joined').selectOption('Since when – for example: 6/4/2025');
  expect(await counts()).toEqual({
    New: '62',
    Changed: '1',
    'To decide': '1',
    Unchanged: '1',
    'Not taken': '3',
  });
  expect(await group('notTaken')).toEqual([
    'Row 7: Otto Ohm\n“otto at example.org” is not an email address.\n“Boss” is not a role. It can be Mentor, Mentee, or Mentor and mentee.',
    'Row 8\nThere is no name.',
    'Row 9: Nora Neu\nThe same person or address stands in row 5 already.',
  ]);
  expect(await group('changed')).toEqual(['Row 2: Anna Ito (M-0001)\nRole: Mentor → Mentor and mentee']);
  expect(await group('alike')).toEqual([
    'Row 4: Cara Diallo, cara@new.example.org\nOn the roster with the same name: M-0003, cara@example.org.\nAnother person: add her as a new member',
  ]);
  await looksRight('look');
  if (SHOTS) {
    await frame().getByRole('checkbox', { name: 'All of these changes' }).scrollIntoViewIfNeeded();
    await page.screenshot({ path: `${SHOTS}/import-changes.png` });
  }
  await frame().getByText('Which column is what: 6 of 6 are used').click();
  const added = frame().locator('.group.added');
  await added.locator('summary').click();
  expect(await added.locator('li').count()).toBe(50);
  await press('Show 12 more');
  expect(await added.locator('li').count()).toBe(62);
});

it('gives the rows that are not taken, with the reasons, to be mended in a sheet', async () => {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await press('Copy these rows to mend them');
  await reads('The rows are copied, with the reason in the last column.');
  const copied = readCsv(await page.evaluate(() => navigator.clipboard.readText()));
  const [titles, otto, , nora] = 'table' in copied ? copied.table : [];
  expect(titles).toEqual([...(LIST.split('\n')[0]?.split(',') ?? []), 'Reason']);
  expect(otto?.slice(0, 4)).toEqual(['Otto', 'Ohm', 'otto at example.org', 'Boss']);
  expect(nora?.at(-1)).toBe('The same person or address stands in row 5 already.');
});

it('imports what is ticked, when the person accepts, and says what comes next', async () => {
  const before = desk.register('Members');
  await frame().getByRole('checkbox', { name: 'Another person' }).check();
  await press('Go on');
  await reads('63 members are added, and one member is changed.');
  expect(desk.register('Members')).toEqual(before);
  await looksRight('accept');
  await press('Look again');
  await frame().getByRole('checkbox', { name: 'All of these changes' }).uncheck();
  await press('Go on');
  await reads('63 members are added.');
  await press('Look again');
  await frame().getByRole('checkbox', { name: 'Role: Mentor → Mentor and mentee' }).check();
  expect(await frame().getByRole('checkbox', { name: 'All of these changes' }).isChecked()).toBe(true);
  await frame().getByRole('checkbox', { name: 'Another person' }).uncheck();
  await press('Go on');
  await reads('62 members are added, and one member is changed.');
  await press('Import now');
  await reads('62 members were added. One member was changed.');
  await reads('The next step is “Send invitations…”');
  await press('Close');
  await inGrid(page, '=Dora Dahl').waitFor();
  expect(desk.member({ email: 'dora@example.org' })).toMatchObject({
    'Member ID': 'M-0005',
    Role: 'Mentor and mentee',
    Joined: '2025-06-05',
    Standing: 'Never accepted',
  });
  expect(desk.member(ANNA).Role).toBe('Mentor and mentee');
  expect(desk.member(CARA).Name).toBe(CARA.name);
  expect(desk.sent()).toEqual([]);
});

it('does nothing when the same list comes again, and shows anew when somebody was faster', async () => {
  await open();
  const list = LIST.replace('Contact', 'E-mail address').replace('Since when', 'Joined');
  await frame().getByLabel('Paste the list here').fill(list);
  await press('Look at the list');
  expect(await counts()).toMatchObject({ New: '0', Changed: '0', Unchanged: '64', 'Not taken': '3' });
  await press('Another list');
  await frame().getByLabel('Paste the list here').fill('Name,Email,Role\nBéa Cruz,bea@example.org,Mentor');
  await press('Look at the list');
  await press('Go on');
  desk.type('Members', desk.rowOf(BEA), 'Role', [['Mentor and mentee']]);
  desk.workspace.settle();
  await press('Import now');
  await reads('Somebody has changed the roster meanwhile, so nothing was imported.');
  expect(await group('changed')).toEqual(['Row 2: Béa Cruz (M-0002)\nRole: Mentor and mentee → Mentor']);
  await press('Go on');
  await press('Import now');
  await reads('One member was changed.');
  await eventually(
    () => desk.member(BEA).Role,
    (role) => role === 'Mentor',
  );
  expect(problems).toEqual([]);
});
