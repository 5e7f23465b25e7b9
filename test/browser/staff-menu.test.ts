// Staff choose from the menu: a line that asks first, the help, and the hand-over from one account to another.

import { beforeAll, expect, it } from '@jest/globals';
import type { Frame, FrameLocator, Page } from 'playwright-core';
import type { ServedWorkspace } from '../../scripts/local-workspace/server.ts';
import { ANNA, CONTACT, TestDesk } from '../support/desk.ts';
import { chooseLine, expectToLookRight, openPage, serve } from './support.ts';

const NINA = 'nina@imstl.org';
const SHOTS = process.env.SHOTS ?? '';

let desk: TestDesk;
let served: ServedWorkspace;
let page: Page;
let problems: string[];

beforeAll(async () => {
  desk = new TestDesk();
  desk.workspace.files.update(desk.registersId, { editors: [NINA] });
  desk.ask('sendInvitations', {}, NINA);
  served = await serve(desk.workspace);
  ({ page, problems } = await openPage());
  await page.goto(`${served.url}spreadsheets/d/${desk.registersId}/edit`);
  await page.getByRole('tab', { name: 'Today', exact: true }).waitFor();
});

const inDialog = (): FrameLocator => page.frameLocator('dialog iframe');
const inSidebar = (): FrameLocator => page.frameLocator('#sidebar iframe');
const shown = () => page.frames().findLast((found) => found.url().includes('/local/dialogs/')) as Frame;
const reads = (text: string | RegExp) => inDialog().getByText(text).waitFor();
const press = (name: string) => inDialog().getByRole('button', { name, exact: true }).click();

const looksRight = (name: string) =>
  expectToLookRight(page, shown, name, {
    widths: [390, 1280],
    shoot: async (look) => SHOTS && page.screenshot({ path: `${SHOTS}/${look}.png` }),
  });

it('a line of the menu asks first: cancelled it does nothing, done it says what was done', async () => {
  await chooseLine(page, 'Send waiting mail now…');
  await reads('3 mails leave now.');
  await reads(`Invitation: ${ANNA.name}`);
  await looksRight('confirm');
  await press('Cancel');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  expect(desk.sent()).toEqual([]);
  await chooseLine(page, 'Send waiting mail now…');
  await press('Send them now');
  await reads('3 mails were sent. None is waiting.');
  expect(desk.sent()).toHaveLength(3);
  await press('Close');
});

it('the help is found by a word, with a picture, beside the sheet', async () => {
  await chooseLine(page, 'Help');
  const topics = inSidebar().locator('summary:visible');
  await topics.first().waitFor();
  expect(await topics.count()).toBeGreaterThanOrEqual(15);
  await inSidebar().getByLabel('Search').fill('phone opt-out');
  await inSidebar().getByText('Write under “Remark” when she called').waitFor();
  expect(await topics.count()).toBe(1);
  const picture = inSidebar().locator('img:visible');
  expect(await picture.evaluate((image) => (image as HTMLImageElement).naturalWidth)).toBeGreaterThan(300);
  await looksRight('help');
  await inSidebar().getByLabel('Search').fill('xylophone');
  await inSidebar().getByText('Nothing found.').waitFor();
  await page.getByRole('button', { name: 'Close', exact: true }).click();
});

it('one account names another, which takes over; the first one leaves by itself', async () => {
  await chooseLine(page, 'Hand over…');
  await inDialog().getByLabel('Address of the Google account that takes over').fill(NINA);
  await looksRight('hand-over-owner');
  await press('Name this account');
  await reads(`${NINA} is named`);
  await press('Close');

  const account = page.getByLabel('Looking as');
  await Promise.all([page.waitForURL(/edit/), account.selectOption(NINA)]);
  await page.getByRole('tab', { name: 'Today', exact: true }).waitFor();
  await chooseLine(page, 'Hand over…');
  await reads('You can open it: The Cases spreadsheet');
  await looksRight('hand-over-next');
  await press('Take over');
  await reads(`The automatic work runs under ${NINA} now`);
  await looksRight('hand-over-done');
  await press('Close');
  desk.minutes(21);
  const owners = new Set(desk.workspace.triggers.all().map(({ owner }) => owner));
  expect([...owners]).toEqual([NINA]);
  expect(desk.workspace.files.get(desk.casesId).owner).toBe(NINA);

  await Promise.all([page.waitForURL(/edit/), account.selectOption(CONTACT)]);
  await page.getByRole('tab', { name: 'Today', exact: true }).waitFor();
  await chooseLine(page, 'Hand over…');
  await reads(`To hand over, sign in with the account that has the work now`);
  expect(problems).toEqual([]);
});
