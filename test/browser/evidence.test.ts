// Staff print evidence, verify the trail, export what is held about a member, and erase a former one, in the dialogs.

import { readFileSync } from 'node:fs';
import { beforeAll, expect, it } from '@jest/globals';
import type { Frame, FrameLocator, Page } from 'playwright-core';
import { Pictures } from '../../scripts/desk/pictures.ts';
import type { ServedWorkspace } from '../../scripts/local-workspace/server.ts';
import { ANNA, BEA, TAB, TestDesk } from '../support/desk.ts';
import { expectToLookRight, inGrid, openPage, serve } from './support.ts';

const SHOTS = process.env.SHOTS ?? '';

let desk: TestDesk;
let served: ServedWorkspace;
let page: Page;
let problems: string[];

beforeAll(async () => {
  desk = new TestDesk();
  const pictures = new Pictures(desk);
  desk.invite();
  desk.answerByLink(ANNA);
  desk.answerByLink(BEA);
  pictures.ask(pictures.own(ANNA), ANNA, { words: '<b>No pictures</b>, please.' });
  pictures.ask(pictures.own(ANNA), ANNA, { kind: 'Take back an opt-out' });
  desk.minutes(11);
  served = await serve(desk.workspace);
  ({ page, problems } = await openPage());
  await page.goto(`${served.url}spreadsheets/d/${desk.registersId}/edit#gid=${TAB.Members}`);
});

const frame = (): FrameLocator => page.frameLocator('dialog iframe');
const document = () => page.frames().find((found) => found.url().includes('/local/dialogs/')) as Frame;
const reads = (text: string | RegExp) => frame().getByText(text).first().waitFor();
const press = (name: string) => frame().getByRole('button', { name, exact: true }).click();
const shoot = async (name: string) => {
  if (SHOTS) await page.screenshot({ path: `${SHOTS}/${name}.png`, fullPage: true });
};

async function openDialog(name: string): Promise<void> {
  await page.setViewportSize({ width: 1100, height: 900 });
  for (const line of ['Code of Conduct', 'Evidence', name])
    await page.getByRole('menuitem', { name: line, exact: true }).click();
  await frame().getByRole('button', { name: 'Close' }).waitFor();
}

const looksRight = (name: string) => expectToLookRight(page, document, name, { widths: [375, 1100], shoot });

/** What would be printed: its words, and a picture of the paper when shots are wanted. */
async function printed(name: string): Promise<string> {
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  const seen = await document().evaluate(() => {
    const { color, backgroundColor } = getComputedStyle(window.document.body);
    return { color, backgroundColor, text: window.document.body.innerText };
  });
  expect([seen.color, seen.backgroundColor]).toEqual(['rgb(0, 0, 0)', 'rgb(255, 255, 255)']);
  if (SHOTS) await paper(name);
  await page.emulateMedia({ media: 'screen', colorScheme: 'light' });
  return seen.text;
}

/** The dialog as a page of its own, in the looks and the width of a printed sheet. */
async function paper(name: string): Promise<void> {
  const html = await document().evaluate(() => window.document.documentElement.outerHTML);
  const { page: sheet } = await openPage({ viewport: { width: 695, height: 900 } });
  await sheet.emulateMedia({ media: 'print', colorScheme: 'dark' });
  await sheet.setContent(html.replace(/<script[\s\S]*?<\/script>/g, ''));
  await sheet.screenshot({ path: `${SHOTS}/${name}-paper.png`, fullPage: true });
  await sheet.context().close();
}

it('evidence for one member: a sheet with her answer, its place in the trail and the exact text', async () => {
  await inGrid(page, ANNA.name).first().click();
  await openDialog('Evidence…');
  await frame().getByLabel('With the exact text of the Code').check();
  expect(await frame().getByLabel('Choose the member').inputValue()).toBe('M-0001');
  await looksRight('evidence-choose');
  await press('Show the evidence');
  await reads('The evidence is ready.');
  const trail = desk.register('Audit trail');
  const line = trail.find(({ Subject }) => Subject === 'A-000001');
  const text = await printed('evidence-one');
  for (const words of [
    'Evidence of acceptance',
    ANNA.name,
    'Accepted the Code of Conduct, version of June 4, 2025',
    'She used her personal link, which only her mailbox got.',
    `Line ${line?.Line}`,
    line?.Hash ?? '',
    'Last Update: 6/04/25',
  ])
    expect(text).toContain(words);
  expect(text).not.toMatch(/Print, or save|Choose again|Close/);
  await looksRight('evidence-one');
});

it('evidence for all: a table, and a spreadsheet of its own', async () => {
  await press('Choose again');
  await frame().getByLabel('All members').check();
  await press('Show the evidence');
  await reads('All members and their last answer');
  expect(await frame().locator('tbody tr').count()).toBe(3);
  expect(await printed('evidence-all')).toContain('Has not answered');
  await looksRight('evidence-all');
  await press('Choose again');
  await press('Make a sheet');
  await reads('The spreadsheet is made.');
  const link = frame().getByRole('link', { name: 'Open the spreadsheet' });
  expect(await link.getAttribute('href')).toMatch(/^https:\/\/docs\.google\.com\/spreadsheets\/d\//);
  await looksRight('evidence-sheet');
  await press('Close');
});

it('verifies the trail, and shows a change that somebody planted', async () => {
  await openDialog('Verify the trail…');
  await press('Verify the trail');
  await reads('Everything is as it was recorded.');
  await looksRight('verify-whole');
  await press('Verify the trail of Cases');
  await reads('The trail of Cases: Everything is as it was recorded.');
  desk.workspace.sheets.userEdit(desk.workspace.owner, desk.registersId, TAB.Acceptances, 1, 10, [
    ['Nothing'],
  ]);
  await press('Verify the trail');
  await reads('In the tab “Acceptances”, A-000001 (row 2) is not as it was written.');
  await looksRight('verify-broken');
  await press('Close');
  expect(desk.openProblems().join()).toContain('A-000001 (row 2) is not as it was written.');
});

it('exports what is held about a member as one file', async () => {
  await openDialog('Their data…');
  await frame().getByLabel('Search a member').fill('Ito');
  await frame().getByLabel('Choose the member').selectOption('M-0001');
  await press('Show what we hold');
  await reads('This is what this spreadsheet holds.');
  await looksRight('their-data');
  const download = page.waitForEvent('download');
  await press('Save as a file');
  const file = await download;
  expect(file.suggestedFilename()).toBe('M-0001.html');
  const html = readFileSync((await file.path()) ?? '', 'utf8');
  const data = JSON.parse(
    /<script type="application\/json" id="data">([\s\S]*?)<\/script>/.exec(html)?.[1] ?? '',
  );
  expect(data.tabs.map(({ tab }: { tab: string }) => tab).slice(0, 3)).toEqual([
    'Members',
    'Acceptances',
    'Opt-outs',
  ]);
  expect(html).toContain(ANNA.email);
  expect(html).not.toMatch(/<b>No pictures|Béa|bea@|https?:\/\/[^"<\s]*\.js/);
  expect(await printed('their-data')).toContain('What we hold about you');
});

it('erases a former member, once that is in order', async () => {
  await press('Erase this former member…');
  await reads('Something has to be done first');
  await looksRight('erase-obstacle');
  await press('Do not erase');
  desk.type('Members', desk.rowOf(ANNA), 'Status', [['Removed']]);
  desk.workspace.settle();
  await press('Erase this former member…');
  await frame().getByText('I have asked a case handler').waitFor();
  await looksRight('erase');
  await frame()
    .getByLabel(/^Type her Member ID/)
    .fill('M-0001');
  await press('Erase for good');
  await reads('Please ask the case handlers first');
  await frame()
    .getByLabel(/^I have asked/)
    .check();
  await press('Erase for good');
  await reads('M-0001 is erased.');
  expect(desk.register('Members')[0]).toMatchObject({ 'Member ID': 'M-0001', Name: '', Email: '' });
  await press('Close');
  expect(problems).toEqual([]);
});
