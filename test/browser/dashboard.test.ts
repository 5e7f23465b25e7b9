// The Dashboard in a browser: its charts beside its figures, for eyes and for ears, in light and dark, on a desk and a phone.

import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import type { ServedWorkspace } from '../../scripts/local-workspace/server.ts';
import { ANNA, BEA, DECLINE, REASON, TestDesk } from '../support/desk.ts';
import { COLOURS, DESKTOP, eventually, openPage, overflowOf, PHONE, serve, violations } from './support.ts';

/** Where to keep pictures of the pages; nowhere, when it is not set. */
const SHOTS = process.env.SHOTS;
const TITLES = [
  'Where members stand',
  'Acceptances of the Code in force',
  'Invitations and reminders of the last 30 days',
  'Requests about pictures',
];

let desk: TestDesk;
let served: ServedWorkspace;

beforeAll(async () => {
  desk = new TestDesk();
  desk.invite();
  desk.minutes(20);
  desk.answerByLink(ANNA);
  served = await serve(desk.workspace);
  if (SHOTS) mkdirSync(SHOTS, { recursive: true });
});

async function openDashboard(page: Page): Promise<void> {
  await page.goto(`${served.url}spreadsheets/d/${desk.registersId}/edit`);
  await page.getByRole('tab', { name: 'Dashboard' }).click();
  await page.locator('.chart canvas').first().waitFor();
  await page.getByRole('menuitem', { name: 'Code of Conduct' }).waitFor();
}

/** Whether something is drawn on each canvas. */
const drawn = (page: Page) =>
  page.locator('.chart canvas').evaluateAll((all) =>
    all.map((element) => {
      const canvas = element as HTMLCanvasElement;
      const empty = Object.assign(document.createElement('canvas'), {
        width: canvas.width,
        height: canvas.height,
      });
      return canvas.toDataURL() !== empty.toDataURL();
    }),
  );

describe.each([
  ['a desk', DESKTOP],
  ['a phone', PHONE],
])('on %s', (name, look) => {
  it('shows its charts without a barrier, in light and in dark', async () => {
    const { page, problems } = await openPage(look);
    await openDashboard(page);
    expect(await page.getByRole('heading', { level: 2 }).allTextContents()).toEqual(TITLES);
    const barriers: string[] = [];
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      barriers.push(...(await violations(page, ...(colorScheme === 'dark' ? [COLOURS] : []))));
      expect(await drawn(page)).toEqual([true, true, true, true]);
      if (SHOTS) await page.screenshot({ path: join(SHOTS, `${name}-${colorScheme}.png`), fullPage: true });
    }
    expect({ barriers, sideways: await overflowOf(page), problems }).toEqual({
      barriers: [],
      sideways: 0,
      problems: [],
    });
    await page.context().close();
  });
});

it('says each chart as a table too, and follows the registers while it is open', async () => {
  const { page } = await openPage();
  await openDashboard(page);
  const figure = page.locator('figure', { hasText: 'Where members stand' });
  expect(await figure.getByRole('img').getAttribute('aria-label')).toMatch(/^Bars: how many members/);
  await figure.getByText('The same as a table').click();
  const line = (standing: string) =>
    figure.getByRole('row', { name: new RegExp(`^${standing} `) }).innerText();
  expect((await line('Never accepted')).split(/\s+/).slice(2)).toEqual(['0', '1', '1', '0']);
  expect((await line('Declined')).split(/\s+/).slice(1)).toEqual(['0', '0', '0', '0']);
  desk.answerByLink(BEA, { ...DECLINE, [REASON]: 'No.' });
  await eventually(
    () => line('Declined'),
    (text) => /^Declined\s+0\s+1\s+0\s+0$/.test(text),
  );
  // It stays open, and other tabs have no charts.
  await page.getByRole('tab', { name: 'Members' }).click();
  await page.locator('#charts').waitFor({ state: 'hidden' });
  await page.context().close();
});
