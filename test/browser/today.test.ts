// A staff member begins her day: she opens the Registers, reads Today, follows links, and sees lines go.

import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { Cases, VIOLATION } from '../../scripts/desk/cases.ts';
import type { ServedWorkspace } from '../../scripts/local-workspace/server.ts';
import { ANNA, BEA, DECLINE, TestDesk } from '../support/desk.ts';
import { NOTHING } from '../support/today.ts';
import { COLOURS, eventually, openPage, overflowOf, PHONE, serve, violations } from './support.ts';

let desk: TestDesk;
let served: ServedWorkspace;
let page: Page;
let problems: string[];

beforeAll(async () => {
  desk = new TestDesk();
  desk.invite();
  desk.minutes(10);
  desk.answerByLink(ANNA, DECLINE);
  desk.answer(desk.plainLink, { name: 'Nora Nobody', email: 'nora@example.net' });
  new Cases(desk).report(VIOLATION);
  desk.minutes(20);
  served = await serve(desk.workspace);
  ({ page, problems } = await openPage());
});

const registers = () => `${served.url}spreadsheets/d/${desk.registersId}/edit`;
const cell = (name: string | RegExp, on = page) => on.getByRole('gridcell', { name });
const link = (name: string | RegExp, on = page) => on.getByRole('link', { name });
const front = (on = page) => on.getByRole('tab', { selected: true }).textContent();
/** Waits until this cell is the selected one. */
const isSelected = (name: string) => page.locator('#cell-name').getByText(name, { exact: true }).waitFor();

/** What axe finds in light and in dark, and how far the page can be scrolled sideways. */
async function barriers(on: Page): Promise<unknown[]> {
  await on.emulateMedia({ colorScheme: 'light' });
  const light = await violations(on);
  await on.emulateMedia({ colorScheme: 'dark' });
  const dark = await violations(on, COLOURS);
  await on.emulateMedia({ colorScheme: 'light' });
  return [...light, ...dark, await overflowOf(on)];
}

it('the Registers open on Today, which everybody can read', async () => {
  await page.goto(registers());
  await cell('Open cases: 1').waitFor();
  expect(await front()).toBe('Today');
  expect(await page.locator('.tabulator-cell a').allTextContents()).toEqual([
    'Cases',
    'Follow-up, row 2',
    'Acceptances, row 3',
  ]);
  expect(await cell(/^Talk with her\./).isVisible()).toBe(true);
  expect(await barriers(page)).toEqual([0]);
});

describe('she follows a link', () => {
  it('to the row of a member who does not accept the Code, ticks it, and the line is gone', async () => {
    await link('Follow-up, row 2').click();
    await cell(ANNA.name).waitFor();
    await isSelected('Since, row 2');
    expect(await front()).toBe('Follow-up');
    await page.getByRole('img', { name: 'not ticked' }).first().click();
    await page.getByRole('img', { name: 'ticked', exact: true }).waitFor();
    await page.getByRole('tab', { name: 'Today' }).click();
    await cell('Open cases: 1').waitFor();
    await cell('Anna Ito does not accept the Code').waitFor({ state: 'detached' });
  });

  it('with the keyboard alone, to the answer that nobody can match', async () => {
    await page.locator('#cells').focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowDown');
    await isSelected('Open, row 3');
    await page.locator('#cell-note').getByText('Alt and Enter follow the link.').waitFor();
    await page.keyboard.press('Alt+Enter');
    await cell('nora@example.net').waitFor();
    await isSelected('Acceptance ID, row 3');
    expect(await front()).toBe('Acceptances');
    await page.goBack();
    await cell('Open cases: 1').waitFor();
  });

  it('to Cases, beside this page', async () => {
    const [opened] = await Promise.all([page.waitForEvent('popup'), link('Cases').click()]);
    expect(opened.url()).toContain(`/spreadsheets/d/${desk.casesId}/edit`);
    await opened.close();
  });
});

it('she matches the answer, and its line goes while she looks', async () => {
  const line = cell('Answer A-000002: who sent it?');
  await line.waitFor();
  await page.getByRole('menuitem', { name: 'Code of Conduct' }).click();
  await page.getByRole('menuitem', { name: 'Match a response…' }).click();
  const dialog = page.frameLocator('dialog iframe');
  await dialog.getByText('nora@example.net').click();
  await dialog.getByRole('searchbox').fill(BEA.name);
  await dialog.getByRole('listbox').selectOption({ index: 0 });
  await dialog.getByLabel('Remark').fill('She called, and it was she.');
  await dialog.getByRole('button', { name: 'Match' }).click();
  await dialog.getByText('Recorded for').waitFor();
  await dialog.getByRole('button', { name: 'Close' }).click();
  await line.waitFor({ state: 'detached' });
  expect(await cell('Open cases: 1').isVisible()).toBe(true);
});

it('on her phone, what waits and the link stand side by side', async () => {
  const phone = await openPage(PHONE);
  await phone.page.goto(registers());
  await cell('Open cases: 1', phone.page).waitFor();
  const box = await link('Cases', phone.page).boundingBox();
  expect((box?.x ?? 999) + (box?.width ?? 0)).toBeLessThan(390);
  expect(await barriers(phone.page)).toEqual([0]);
  expect(phone.problems).toEqual([]);
  await phone.page.context().close();
});

it('when the last thing is done, it says so', async () => {
  const cases = new Cases(desk);
  cases.decide('2026-001', {
    Handler: 'hana@example.org',
    Status: 'Under review',
    'Her side heard on': '1/12/2026',
  });
  cases.decide('2026-001', { Finding: 'Not confirmed', Outcome: 'None' });
  cases.decide('2026-001', { Status: 'Finding' });
  cases.decide('2026-001', { Status: 'Closed' });
  desk.minutes(10);
  await page.goto(registers());
  await cell(NOTHING).waitFor();
  expect(await barriers(page)).toEqual([0]);
  expect(problems).toEqual([]);
});

it('a setting that makes no sense says so beside it and in Today, and the last good value holds', async () => {
  /** The number of the row first, then Setting, Value, Meaning, Default, Problem. */
  const cellsOfRow = () =>
    page.locator('.tabulator-row', { hasText: 'Mails a day at most' }).getByRole('gridcell');
  /** Types into “Value”, and goes on when “Problem” says this. */
  const type = async (value: string, problem: string) => {
    await page.getByRole('tab', { name: 'Settings' }).click();
    await cellsOfRow().nth(2).click();
    await page.locator('#cell-text').fill(value);
    await page.keyboard.press('Enter');
    await cellsOfRow().nth(5).click();
    await eventually(
      () => page.locator('#cell-text').inputValue(),
      (shown) => shown === problem,
    );
    await page.getByRole('tab', { name: 'Today' }).click();
  };
  await page.goto(registers());
  await type(
    'a few',
    'Please write a whole number from 1 to 10000. Until then the last good value holds: “1400”.',
  );
  await cell(/“a few”/).waitFor();
  await type('900', '');
  await cell(/“a few”/).waitFor({ state: 'detached' });
  expect(problems).toEqual([]);
});
