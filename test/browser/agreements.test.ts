// A disclosure agreement on its whole way, on a phone: one member starts it, both say yes, and it holds.

import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { Agreements, CONFIRM, END, OTHER, SCOPE, START, WORDS } from '../../scripts/desk/agreements.ts';
import type { ServedWorkspace } from '../../scripts/local-workspace/server.ts';
import { ANNA, BEA, type Person, TestDesk } from '../support/desk.ts';
import { COLOURS, eventually, openPage, overflowOf, PHONE, serve, violations } from './support.ts';

const SMALL_PHONE = { ...PHONE, viewport: { width: 375, height: 667 }, reducedMotion: 'reduce' } as const;
/** Where to keep pictures of the pages; nowhere, when it is not set. */
const SHOTS = process.env.SHOTS;

let desk: TestDesk;
let agreements: Agreements;
let served: ServedWorkspace;
let page: Page;
let problems: string[];

beforeAll(async () => {
  desk = new TestDesk();
  agreements = new Agreements(desk);
  served = await serve(desk.workspace);
  ({ page, problems } = await openPage(SMALL_PHONE));
  if (SHOTS) mkdirSync(SHOTS, { recursive: true });
});

const next = () => page.getByRole('button', { name: 'Next' }).click();
const submit = () => page.getByRole('button', { name: 'Submit' }).click();
const heading = (name: string) => page.getByRole('heading', { name, exact: true }).waitFor();
/** The address of Google, as it is served here. */
const here = (link: string) => served.url + new URL(link).pathname.slice(1) + new URL(link).search;

/** Nothing that axe finds, in the light and in the dark, and nothing beyond the edge of the phone. */
async function isFine(name: string): Promise<void> {
  const found: string[] = [];
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme });
    found.push(...(await violations(page, ...(colorScheme === 'light' ? [COLOURS] : []))));
    if (SHOTS)
      await page.screenshot({ path: join(SHOTS, `agreement-${name}-${colorScheme}.png`), fullPage: true });
  }
  expect({ name, found, sideways: await overflowOf(page) }).toEqual({ name, found: [], sideways: 0 });
}

const toldSoon = (person: Person, what: string[]) =>
  eventually(
    () => agreements.told(person),
    (told) => JSON.stringify(told) === JSON.stringify(what),
  );

it('the summary of the Workspace names its form', async () => {
  const summary = (await (await fetch(`${served.url}local/summary`)).json()) as { forms: { name: string }[] };
  expect(summary.forms.map(({ name }) => name)).toContain('agreement');
});

it('she starts it', async () => {
  await page.goto(here(agreements.plainLink));
  await page.getByText(START, { exact: true }).click();
  await isFine('1-wish');
  await next();
  await heading('Start an agreement');
  await page.getByLabel('Your name').fill(ANNA.name);
  await page.getByLabel('Your email address').fill(ANNA.email);
  await page.getByLabel(OTHER).fill(BEA.name);
  await page.getByLabel(SCOPE).fill(WORDS);
  await page.getByText('3 months', { exact: true }).click();
  await isFine('2-start');
  await submit();
  await page.getByText('Thank you. We send you an email').waitFor();
  await toldSoon(ANNA, ['is it yours']);
  expect(agreements.told(BEA)).toEqual([]);
});

it('each says yes with her own link: nothing to type, one box to tick', async () => {
  for (const person of [ANNA, BEA]) {
    await page.goto(here(agreements.newestLinkOf(person)));
    expect(await page.getByRole('radio', { name: CONFIRM }).isChecked()).toBe(true);
    expect(await page.getByLabel('Your name').isVisible()).toBe(false);
    await isFine('3-wish');
    await next();
    await heading('Confirm an agreement');
    expect(await page.getByRole('textbox', { name: 'Number of the agreement' }).inputValue()).toBe('D-0001');
    expect(await page.textContent('body')).not.toMatch(/zebracareer|Anna Ito asks/);
    await page.getByText('Yes, I agree', { exact: true }).click();
    await isFine('4-confirm');
    await submit();
    await page.getByText('Thank you. We send you an email').waitFor();
    if (person === ANNA) await toldSoon(BEA, ['asked']);
  }
  await toldSoon(ANNA, ['is it yours', 'waits', 'in force']);
  await toldSoon(BEA, ['asked', 'in force']);
  expect(agreements.row().Status).toBe('In force');
});

it('and one of them ends it with the link in that mail', async () => {
  await page.goto(here(agreements.newestLinkOf(BEA)));
  expect(await page.getByRole('radio', { name: END }).isChecked()).toBe(true);
  await next();
  await heading('End an agreement');
  await page.getByText('Yes, end it', { exact: true }).click();
  await isFine('5-end');
  await submit();
  await toldSoon(ANNA, ['is it yours', 'waits', 'in force', 'ended']);
  expect(agreements.row().Status).toBe('Revoked');
  expect(problems).toEqual([]);
});
