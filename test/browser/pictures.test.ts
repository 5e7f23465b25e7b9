// A request about pictures on its whole way: a member says no on her phone, staff tick off what is down on theirs, she is told.

import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { FAMILY, LINKS, MORE, Pictures, SEND_TO } from '../../scripts/desk/pictures.ts';
import type { ServedWorkspace } from '../../scripts/local-workspace/server.ts';
import { ANNA, BEA, TAB, TestDesk } from '../support/desk.ts';
import { COLOURS, eventually, inGrid, openPage, overflowOf, PHONE, serve, violations } from './support.ts';

const SMALL_PHONE = { ...PHONE, viewport: { width: 375, height: 667 }, reducedMotion: 'reduce' } as const;
/** Where to keep pictures of the pages; nowhere, when it is not set. */
const SHOTS = process.env.SHOTS;

let desk: TestDesk;
let pictures: Pictures;
let served: ServedWorkspace;
let page: Page;
let problems: string[];

beforeAll(async () => {
  desk = new TestDesk();
  pictures = new Pictures(desk);
  served = await serve(desk.workspace);
  ({ page, problems } = await openPage(SMALL_PHONE));
  if (SHOTS) mkdirSync(SHOTS, { recursive: true });
});

/** The same address, served here. */
const here = (link: string) => served.url + link.replace(/^https:\/\/[^/]+\//, '');
const next = () => page.getByRole('button', { name: 'Next' }).click();
const heading = (name: string) => page.getByRole('heading', { name, exact: true }).waitFor();
const choose = (label: string) => page.getByText(label, { exact: true }).click();
const submit = async () => {
  await page.getByRole('button', { name: 'Submit' }).click();
  await page.getByText('Thank you. We have your answer').waitFor();
};

/** Fills in the page on who she is, and goes on. */
async function saysWho(person: { name: string; email: string }): Promise<void> {
  await heading('Who are you?');
  await isFine('1-who');
  await page.getByLabel('Your name').fill(person.name);
  await page.getByLabel('Your email address').fill(person.email);
  await next();
}

/** No barrier in the light or in the dark, and nothing to move sideways. */
async function isFine(name: string): Promise<void> {
  const barriers: string[] = [];
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme });
    barriers.push(...(await violations(page, ...(colorScheme === 'light' ? [COLOURS] : []))));
    if (SHOTS) await page.screenshot({ path: join(SHOTS, `${name}-${colorScheme}.png`), fullPage: true });
  }
  expect({ name, barriers, sideways: await overflowOf(page) }).toEqual({ name, barriers: [], sideways: 0 });
}

describe('a member on her phone', () => {
  it('opens her link, and says what she wants and who she is, page by page', async () => {
    await page.goto(here(pictures.own(ANNA)));
    await page.getByText('You are welcome at every event, with or without pictures.').waitFor();
    expect(await page.getByLabel('Your personal reference').inputValue()).not.toBe('');
    expect(await page.getByLabel('Your name').isVisible()).toBe(false);
    await isFine('1-want');
    await choose('Both: no new pictures, and take down the old ones');
    await next();
    await saysWho(ANNA);
    await heading('Who is in the pictures?');
    await isFine('2-whom');
    await choose('Me, and my children or my family');
    await next();
    await heading('Your children or your family');
    await next();
    await page.getByText('This is a required question').first().waitFor();
    await isFine('3-family');
    await page.getByLabel(FAMILY).fill('Leo\nMía');
    await next();
    await heading('How far?');
    await isFine('4-scope');
    await choose('Only certain pictures: I name them next');
    await next();
    await heading('Which pictures?');
    await page.getByLabel(LINKS).fill('https://www.instagram.com/p/1');
    await isFine('5-pictures');
    await next();
    await heading('The last page');
    await page.getByText('newsletters that were sent, are out of our hands').waitFor();
    await page.getByLabel(MORE).fill('Thank you!');
    await isFine('6-words');
    await submit();
    await isFine('7-thanks');
    expect(problems.filter((text) => !text.includes('400'))).toEqual([]);

    await eventually(
      () => pictures.images(ANNA),
      (images) => images === 'Limited',
    );
    expect(pictures.requests[0]).toMatchObject({
      'Member ID': 'M-0001',
      Status: 'In force',
      'Family members': 'Leo\nMía',
      Pictures: 'https://www.instagram.com/p/1',
    });
  });

  it('a choice that needs no more pages leads past them', async () => {
    await page.goto(here(pictures.own(ANNA)));
    await choose('Take down pictures that were made already');
    await next();
    await saysWho(ANNA);
    await choose('Only me');
    await next();
    await heading('How far?');
    await choose('Only the internet and social media');
    await next();
    await heading('The last page');
    await submit();
    await eventually(
      () => pictures.lines.length,
      (count) => count === 7,
    );
  });

  it('confirms without her link, and gets it by mail', async () => {
    pictures.ask(pictures.link, BEA, {});
    await page.goto(here(pictures.link));
    await choose('I confirm what I asked for before');
    await next();
    await heading('You confirm what you asked for before');
    await page.getByLabel(SEND_TO).fill(BEA.email);
    await submit();
    await eventually(
      () => desk.subjects(BEA.email).length,
      (count) => count === 2,
    );
    expect(pictures.requests.at(-1)?.Status).toBe('In force, to be confirmed');
  });

  it('confirms with the link of the mail: “Next” and “Submit”, and nothing to type', async () => {
    await page.goto(here(desk.linkOf(BEA.email, pictures.link)));
    await next();
    await heading('You confirm what you asked for before');
    expect(await page.getByLabel(SEND_TO).inputValue()).toBe('');
    await isFine('8-confirm');
    await submit();
    await eventually(
      () => pictures.requests.map(({ Status }) => Status).join(),
      (status) => status === 'In force,In force,In force',
    );
  });
});

describe('staff on a phone', () => {
  const column = () => desk.grid('Takedowns')[0]?.indexOf('Done') ?? 0;
  const box = (row: number) =>
    page
      .locator('.tabulator-row')
      .nth(row)
      .locator(`.tabulator-cell[tabulator-field=c${column()}]`)
      .getByRole('img');

  it('tick what is down: each line gets its day, and the member gets the last mail', async () => {
    await page.goto(`${served.url}spreadsheets/d/${desk.registersId}/edit#gid=${TAB.Takedowns}`);
    await inGrid(page, 'T-000001').waitFor();
    for (const row of [0, 1]) {
      await box(row).click();
      await eventually(
        () => pictures.lines[row]?.['Done on'],
        (day) => day === '2026-01-12',
      );
    }
    await isFine('9-takedowns');
    desk.minutes(11);
    const mails = desk.subjects(ANNA.email).filter((subject) => subject.startsWith('The pictures'));
    expect(mails).toEqual(['The pictures are taken down']);
    const last = desk.inbox(ANNA.email).at(-1);
    expect(last?.text).toContain('printed copies already given out are out of our hands');
    expect(problems.filter((text) => !text.includes('400'))).toEqual([]);
  });
});
