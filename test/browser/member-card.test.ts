// A volunteer opens the card of a member beside the sheet, corrects her address, and sends her the link.

import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, it } from '@jest/globals';
import type { Frame, FrameLocator, Page } from 'playwright-core';
import { Agreements } from '../../scripts/desk/agreements.ts';
import { Pictures } from '../../scripts/desk/pictures.ts';
import type { ServedWorkspace } from '../../scripts/local-workspace/server.ts';
import { ANNA, BEA, CARA, TAB, TestDesk } from '../support/desk.ts';
import { DESKTOP, eventually, inGrid, LOOKS, openPage, overflowOf, serve, violations } from './support.ts';

const VOLUNTEER = 'vera@imstl.org';
const NEW = 'anna.new@example.org';
/** Where to keep pictures of the pages; nowhere, when it is not set. */
const SHOTS = process.env.SHOTS;
const PHONE = { width: 375, height: 667 };
const WIDE = DESKTOP.viewport ?? null;

let desk: TestDesk;
let served: ServedWorkspace;
let page: Page;
let problems: string[];

beforeAll(async () => {
  desk = new TestDesk();
  desk.workspace.files.update(desk.registersId, { editors: [VOLUNTEER] });
  desk.invite();
  desk.answerByLink(ANNA);
  const [pictures, agreements] = [new Pictures(desk), new Agreements(desk)];
  pictures.ask(pictures.own(ANNA), ANNA, { kind: 'Both' });
  agreements.start(agreements.newestLinkOf(ANNA));
  desk.type('Members', desk.rowOf(ANNA), 'Notes', [['Helps at the spring event.']]);
  desk.minutes(11);
  served = await serve(desk.workspace);
  ({ page, problems } = await openPage({ ...DESKTOP, reducedMotion: 'reduce' }));
  await page.context().addCookies([{ name: 'looking_as', value: VOLUNTEER, url: served.url }]);
  if (SHOTS) mkdirSync(SHOTS, { recursive: true });
});

const card = (): FrameLocator => page.frameLocator('#sidebar iframe');
const document = () => page.frames().find((found) => found.url().includes('/local/dialogs/')) as Frame;
const press = (name: string) => card().getByRole('button', { name, exact: true }).click();
const heading = (name: string) => card().getByRole('heading', { name, exact: true }).waitFor();
/** What the card says of what was done; a refusal as well, so that a test that fails shows it. */
const said = async (): Promise<string | null> => {
  await card().locator('#status:is(.good, .bad)').waitFor();
  return card().locator('#status').textContent();
};
const select = (name: string) => inGrid(page, name).first().click();

/** No barrier in the light or in the dark, and nothing to move sideways, beside the sheet and on a phone. */
async function looksRight(name: string): Promise<void> {
  for (const [place, size] of [
    ['phone', PHONE],
    ['desktop', WIDE],
  ] as const) {
    await page.setViewportSize(size ?? PHONE);
    for (const colorScheme of ['dark', 'light'] as const) {
      await page.emulateMedia({ colorScheme });
      const barriers = await violations(
        document(),
        ...(colorScheme === 'dark' || place === 'desktop' ? [LOOKS] : []),
      );
      if (SHOTS) await page.screenshot({ path: join(SHOTS, `card-${name}-${place}-${colorScheme}.png`) });
      const sideways = await overflowOf(document());
      expect({ name, place, colorScheme, barriers, sideways }).toEqual({
        name,
        place,
        colorScheme,
        barriers: [],
        sideways: 0,
      });
    }
  }
}

it('shows the member whose row is selected, and the next one when asked', async () => {
  await page.goto(`${served.url}spreadsheets/d/${desk.registersId}/edit#gid=${TAB.Members}`);
  await select(BEA.name);
  await page.getByRole('menuitem', { name: 'Code of Conduct' }).click();
  await page.getByRole('menuitem', { name: 'Member card' }).click();
  await heading(BEA.name);
  expect((await page.locator('#sidebar iframe').boundingBox())?.width).toBe(300);
  await select(ANNA.name);
  await press('Show selected row');
  await heading(ANNA.name);
  await card().getByText('Accepted the version of June 4, 2025').waitFor();
  await card().getByText('No new pictures, and take down the old ones').waitFor();
  await card().getByText('Agreement D-0001').waitFor();
  await card().getByText('Helps at the spring event.').waitFor();
  await looksRight('history');
});

it('corrects her address after it has said what that does', async () => {
  await press('Correct her address…');
  await card().getByText('Links that went there do not count any more.').waitFor();
  await card().getByLabel('Her new address').fill(NEW);
  await looksRight('address');
  await press('Correct it');
  expect(await said()).toContain(`The address of ${ANNA.name} is ${NEW} now.`);
  await card().getByText(NEW, { exact: true }).waitFor();
  expect(desk.member({ email: NEW })['Member ID']).toBe('M-0001');
  await looksRight('corrected');
});

it('sends her link again, once, and it leaves from the owner’s account', async () => {
  await press('Send her link again…');
  await card().getByText(`It goes to ${NEW}, within ten minutes.`).waitFor();
  await press('Send it');
  expect(await said()).toContain(`${ANNA.name} gets her link again within ten minutes.`);
  await card().getByText('waits to be sent').waitFor();
  await press('Send her link again…');
  await press('Send it');
  expect(await said()).toContain('gets her link already');
  desk.minutes(11);
  expect(desk.subjects(NEW)).toEqual(['Your link to our Code of Conduct']);
});

it('opens the window for a paper with her name in it', async () => {
  await press('Record her paper…');
  await press('Open the window');
  const dialog = page.frameLocator('dialog iframe');
  await dialog.getByLabel('Date on the paper').waitFor();
  expect(await dialog.getByLabel('Choose the member').inputValue()).toBe('M-0001');
  expect(await dialog.getByLabel('She takes part as').inputValue()).toBe(ANNA.role);
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click();
});

it('marks her as inactive and as active again, or leaves it', async () => {
  await press('Mark as inactive…');
  await press('Go back');
  await press('Mark as inactive…');
  await press('Mark as inactive');
  expect(await said()).toContain(`${ANNA.name} is inactive now.`);
  expect(desk.member({ email: NEW }).Status).toBe('Inactive');
  await press('Mark as active again…');
  await press('Mark as active');
  await card().getByText(`${ANNA.name} is active again.`).waitFor();
  await eventually(
    () => desk.member({ email: NEW }).Status,
    (status) => status === 'Active',
  );
});

it('finds a member without the sheet', async () => {
  await press('Find a member');
  await card().getByLabel('Search a member').fill('cara');
  await card().getByLabel('Choose the member').selectOption('M-0003');
  await looksRight('search');
  await press('Show her card');
  await heading(CARA.name);
  expect(problems).toEqual([]);
});
