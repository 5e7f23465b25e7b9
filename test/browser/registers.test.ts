// Staff work in the registers: they edit, choose, sort, filter and rename, and see what others do without a reload.

import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import type { StoreSnapshot } from '../../scripts/local-workspace/kernel/store.ts';
import { eventually, inGrid, openPage, type SmallDesk, smallDesk } from './support.ts';

let desk: SmallDesk;
let page: Page;
let problems: string[];

let start: StoreSnapshot;
/** What the grid shows at the start. */
let atFirst: string;

beforeAll(async () => {
  desk = await smallDesk();
  start = desk.workspace.snapshot();
  ({ page, problems } = await openPage());
  await open();
  atFirst = await grid();
});

beforeEach(async () => {
  desk.workspace.restore(start);
  await goBack();
  problems.length = 0;
});

async function open(): Promise<void> {
  await page.goto(`${desk.served.url}spreadsheets/d/${desk.spreadsheetId}/edit`);
  await cell('Amina Yusuf').waitFor();
}

/** The page as it was at the start; to load it again would take a second of processor time. */
async function goBack(): Promise<void> {
  const members = page.getByRole('tab', { name: 'Members' });
  if ((await members.getAttribute('aria-selected')) !== 'true') await members.click();
  const all = page.getByRole('button', { name: 'Show all rows' });
  if (await all.isVisible()) await all.click();
  await page.getByLabel('Show hidden tabs').uncheck();
  await eventually(grid, (now) => now === atFirst);
}
const grid = () => page.locator('#grid').innerText();
const cell = (text: string) => inGrid(page, text);
const value = (range: string) =>
  desk.workspace.sheets
    .view(desk.workspace.owner, desk.spreadsheetId)
    .sheets.find(({ title }) => title === range.split('!')[0]);
const member = (row: number, column: number) => value('Members')?.values[row]?.[column];
/** The field in which a cell is being edited. */
const editor = (name: string) => page.getByRole('grid').getByLabel(name);
const openColumnMenu = (name: string) =>
  page.getByRole('columnheader', { name, exact: true }).getByRole('button').click();

describe('editing', () => {
  it('an edit is kept, tells the script what was there before, and the selection goes on', async () => {
    await cell('Beatriz Lima').click();
    await page.keyboard.type('Bea Lima');
    await page.keyboard.press('Enter');
    await cell('Bea Lima').waitFor();
    const run = await eventually(
      () => desk.workspace.executions().find(({ functionName }) => functionName === 'edited'),
      (found) => found !== undefined,
    );
    expect(run?.log).toEqual([{ level: 'info', text: 'Row 3 became Bea Lima, it was Beatriz Lima' }]);
    expect(member(2, 1)).toBe('Bea Lima');
    expect(await page.locator('#cell-name').textContent()).toBe('Name, row 4');
    expect(problems).toEqual([]);
  });

  it('a drop-down offers its list, and what is not in it is refused in Google’s words', async () => {
    await page.getByRole('gridcell', { name: 'Never accepted' }).first().dblclick();
    const list = page.getByRole('combobox', { name: 'Standing, row 3' });
    await list.waitFor();
    expect(await list.locator('option').allTextContents()).toEqual([
      '',
      'Never accepted',
      'Current',
      'Due soon',
      'Overdue',
      'Exempt',
    ]);
    await list.selectOption('Exempt');
    await eventually(
      () => member(2, 5),
      (now) => now === 'Exempt',
    );

    await page.locator('#cell-text').fill('Whatever');
    await page.keyboard.press('Enter');
    await page.getByText('violates the data validation rules').waitFor();
    expect(member(2, 5)).toBe('Exempt');
  });

  it('a date is chosen as a date', async () => {
    await cell('2023-03-16').dblclick();
    const field = editor('Joined, row 3');
    expect(await field.getAttribute('type')).toBe('date');
    await field.fill('2024-02-29');
    await page.keyboard.press('Enter');
    await eventually(
      () => member(2, 4),
      (now) => now === '2024-02-29',
    );
  });

  it('a tick is set with one click', async () => {
    await page.getByRole('tab', { name: 'Problems' }).click();
    await page.getByRole('img', { name: 'not ticked' }).first().click();
    await eventually(
      () => value('Problems')?.values[1]?.[3],
      (now) => now === 'TRUE',
    );
  });

  it('a header asks first, then is renamed', async () => {
    await openColumnMenu('Notes');
    await page.getByRole('menuitem', { name: 'Rename the column…' }).click();
    await page.getByLabel('Header').fill('Remarks');
    await page.getByRole('button', { name: 'Rename', exact: true }).click();
    await page.getByText('shouldn’t be changed accidentally').waitFor();
    await page.getByRole('button', { name: 'Cancel' }).click();
    expect(member(0, 6)).toBe('Notes');

    await openColumnMenu('Notes');
    await page.getByRole('menuitem', { name: 'Rename the column…' }).click();
    await page.getByLabel('Header').fill('Remarks');
    await page.getByRole('button', { name: 'Rename', exact: true }).click();
    await page.getByRole('button', { name: 'Edit anyway' }).click();
    await page.getByRole('columnheader', { name: 'Remarks', exact: true }).waitFor();
    expect(member(0, 6)).toBe('Remarks');
  });

  it('a pasted block fills cells, Delete empties them, Undo brings them back', async () => {
    await cell('Amina Yusuf').click();
    await page.evaluate(() => {
      const data = new DataTransfer();
      data.setData('text/plain', 'Ana\tana@example.org\r\n"Two\nlines"\tb@example.org\r\n');
      document
        .getElementById('grid')
        ?.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true }));
    });
    await eventually(
      () => member(2, 2),
      (now) => now === 'b@example.org',
    );
    expect([member(1, 1), member(1, 2), member(2, 1)]).toEqual(['Ana', 'ana@example.org', 'Two\nlines']);

    await page.keyboard.press('Delete');
    await eventually(
      () => member(1, 1) ?? '',
      (now) => now === '',
    );
    await page.getByRole('menuitem', { name: 'Edit' }).click();
    await page.getByRole('menuitem', { name: 'Undo my last action' }).click();
    await eventually(
      () => member(1, 1),
      (now) => now === 'Ana',
    );
  });

  it('rows and tabs are inserted and deleted', async () => {
    await cell('Beatriz Lima').click();
    await page.getByRole('menuitem', { name: 'Edit' }).click();
    await page.getByRole('menuitem', { name: 'Insert a row above' }).click();
    await eventually(
      () => member(3, 1),
      (now) => now === 'Beatriz Lima',
    );
    await page.getByRole('menuitem', { name: 'Edit' }).click();
    await page.getByRole('menuitem', { name: 'Delete the row' }).click();
    await page.getByRole('button', { name: 'Delete', exact: true }).click();
    await eventually(
      () => member(2, 1),
      (now) => now === 'Beatriz Lima',
    );

    await page.getByRole('tab', { name: 'Problems' }).click();
    await page.getByRole('menuitem', { name: 'Tab' }).click();
    await page.getByRole('menuitem', { name: 'Delete Problems…' }).click();
    await page.getByRole('button', { name: 'Delete', exact: true }).click();
    await eventually(
      () => page.getByRole('tab').allTextContents(),
      (tabs) => tabs.length === 2,
    );
    expect(value('Problems')).toBeUndefined();
  });
});

describe('looking', () => {
  it('sorting and filtering change what one sees, not the spreadsheet', async () => {
    await openColumnMenu('Standing');
    await page.getByRole('menuitem', { name: 'Filter…' }).click();
    await page.getByLabel('Show only rows with').selectOption('Current');
    await page.getByRole('button', { name: 'Filter', exact: true }).click();
    await page.getByText('2 of 7 rows').waitFor();
    await openColumnMenu('Name');
    await page.getByRole('menuitem', { name: 'Sort Z to A' }).click();
    await eventually(
      () => page.locator('.tabulator-cell[tabulator-field=c1]').allTextContents(),
      (names) => names.join() === 'ليلى حداد,Amina Yusuf',
    );
    expect(
      await page.getByRole('columnheader', { name: 'Name', exact: true }).getAttribute('aria-sort'),
    ).toBe('descending');
    expect(member(1, 1)).toBe('Amina Yusuf');

    await page.getByRole('button', { name: 'Show all rows' }).click();
    await page.getByText('7 rows', { exact: true }).waitFor();
    await page.getByLabel('Find in this tab').fill('sunny');
    await page.getByText('1 of 7 rows').waitFor();
  });

  it('names of all kinds are shown as they are, and a header’s note is told', async () => {
    for (const name of ['<img src=x onerror=alert(1)>', 'ليلى حداد', 'Zoë 🌻 Novak', '<b>not bold</b>']) {
      expect(await page.getByRole('gridcell', { name, exact: true }).count()).toBe(1);
    }
    const header = page.getByRole('columnheader', { name: 'Name', exact: true });
    expect(await header.getAttribute('aria-description')).toBe('What Name means');
    expect(problems).toEqual([]);
  });

  it('a very long text is cut in the grid and whole in the bar above', async () => {
    const long = 'ä'.repeat(50_000);
    desk.workspace.sheets.userEdit(desk.workspace.owner, desk.spreadsheetId, 101, 1, 6, [[long]]);
    await page.locator('.tabulator-cell[tabulator-field=c6]', { hasText: 'ääää' }).click();
    await eventually(
      () => page.locator('#cell-text').inputValue(),
      (text) => text === long,
    );
  });

  it('hidden tabs come out only when asked for', async () => {
    expect(await page.getByRole('tab').allTextContents()).toEqual(['Members', 'Acceptances', 'Problems']);
    await page.getByLabel('Show hidden tabs').check();
    expect(await page.getByRole('tab').allTextContents()).toContain('Secrets (hidden)');
  });

  it('what others do appears without a reload, and disturbs nobody who is typing', async () => {
    const { owner, sheets } = desk.workspace;
    sheets.userEdit(owner, desk.spreadsheetId, 101, 3, 1, [['Chen Li-Novak']]);
    await cell('Chen Li-Novak').waitFor();

    await cell('Amina Yusuf').dblclick();
    await page.keyboard.press('Control+A');
    await page.keyboard.type('Amina Yus');
    await page.evaluate(() => {
      const told = new Promise((resolve) => document.addEventListener('workspace-changed', resolve));
      Object.assign(window, { told });
    });
    sheets.userEdit(owner, desk.spreadsheetId, 101, 2, 1, [['Bea']]);
    await page.evaluate(() => (window as unknown as { told: Promise<unknown> }).told.then(() => true));
    expect(await editor('Name, row 2').inputValue()).toBe('Amina Yus');
    await page.keyboard.type('uf-Khan');
    await page.keyboard.press('Enter');
    await cell('Amina Yusuf-Khan').waitFor();
    await cell('Bea').waitFor();
    expect(member(1, 1)).toBe('Amina Yusuf-Khan');
  });
});

describe('who is looking', () => {
  it('somebody without access is told so, and nothing of the spreadsheet reaches her', async () => {
    await page.getByLabel('Looking as').selectOption('someone.else@example.org');
    await page.getByRole('heading', { name: 'You need access' }).waitFor();
    const answer = await page.request.get(
      `${desk.served.url}local/spreadsheets/${desk.spreadsheetId}/tabs/101`,
    );
    expect([answer.status(), await answer.json()]).toEqual([
      403,
      { error: 'The caller does not have permission' },
    ]);
    await page.getByLabel('Looking as').selectOption('contact@imstl.org');
    await cell('Amina Yusuf').waitFor();
  });

  it('somebody who may only read finds nothing to edit', async () => {
    desk.workspace.files.update(desk.spreadsheetId, { viewers: ['reader@imstl.org'] });
    await open();
    await page.getByLabel('Looking as').selectOption('reader@imstl.org');
    await page.getByText('View only').waitFor();
    await cell('Amina Yusuf').dblclick();
    expect(await page.locator('.tabulator-editing').count()).toBe(0);
    expect(await page.locator('#cell-text').getAttribute('readonly')).toBe('');
  });
});
