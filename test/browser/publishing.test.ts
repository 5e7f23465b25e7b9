// Staff preview a day's mail, change the Code of Conduct, rehearse and publish it, and a member reads what is new to her.

import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Frame, FrameLocator, Page } from 'playwright-core';
import type { ServedWorkspace } from '../../scripts/local-workspace/server.ts';
import { ANNA, BEA, CARA, TAB, TestDesk } from '../support/desk.ts';
import { COLOURS, chooseLine, inGrid, openPage, selectWords, serve, violations } from './support.ts';

const WHY = 'Words can hurt, also when nobody means it.';

let desk: TestDesk;
let served: ServedWorkspace;
let page: Page;
let problems: string[];

beforeAll(async () => {
  desk = new TestDesk();
  desk.invite();
  desk.minutes(11);
  desk.answerByLink(ANNA);
  // Two weeks and a day before the two others must have answered.
  desk.sleepTo('2026-01-27T15:00:00Z');
  served = await serve(desk.workspace);
  ({ page, problems } = await openPage());
});

const frame = (): FrameLocator => page.frameLocator('dialog iframe');
const reads = (text: string) => frame().getByText(text).waitFor();
const press = (name: string) => frame().getByRole('button', { name }).click();

const sendMail = () => desk.workspace.run('everyTenMinutes', { scriptId: desk.scriptId });

async function openRegisters(): Promise<void> {
  await page.goto(`${served.url}spreadsheets/d/${desk.registersId}/edit#gid=${TAB.Members}`);
  await inGrid(page, ANNA.name).waitFor();
}

const choose = (item: string) => chooseLine(page, item);

/** What axe finds in the dialog, in light and in dark. */
async function barriers(): Promise<string[]> {
  const dialog = page.frames().find((found) => found.url().includes('/local/dialogs/')) as Frame;
  await page.emulateMedia({ colorScheme: 'light' });
  const light = await violations(dialog);
  await page.emulateMedia({ colorScheme: 'dark' });
  return [...light, ...(await violations(dialog, COLOURS))];
}

async function close(): Promise<void> {
  await press('Close');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
}

it('“Preview tomorrow’s mail…” shows whom it reminds, and of what', async () => {
  await openRegisters();
  await choose('Preview tomorrow’s mail…');
  await reads('on this day, as things stand now: January 28, 2026');
  await reads('2 mails.');
  await reads(`${BEA.name} (${BEA.email})`);
  expect(await frame().getByText('Please accept our Code of Conduct by February 11, 2026').count()).toBe(2);
  expect(await barriers()).toEqual([]);
  await close();
});

describe('a new version of the Code of Conduct', () => {
  it('is written in the document', async () => {
    await page.goto(served.url);
    await page.getByRole('link', { name: 'Edit the Code of Conduct' }).click();
    await page.getByRole('textbox', { name: 'Text of the document' }).waitFor();
    await selectWords(page, 'offensive language');
    await page.keyboard.type('hurtful language');
    await selectWords(page, '6/04/25');
    await page.keyboard.type('1/27/26');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.locator('#saved', { hasText: 'Saved' }).waitFor();
    expect(problems).toEqual([]);
  });

  it('is noticed by “Look at the Code of Conduct now”', async () => {
    await openRegisters();
    await choose('Look at the Code of Conduct now');
    const found =
      'There is a new version. Choose “Code of Conduct → The Code → Publish a new version…” to look at it.';
    await reads(found);
    expect(desk.register('Code versions')).toHaveLength(1);
    await press('Keep this in the spreadsheet');
    await frame().getByRole('status').getByText(found).waitFor();
    await close();
    expect(desk.register('Code versions').map(({ Version, Status }) => `${Version} ${Status}`)).toEqual([
      '2025-06-04 Active',
      '2026-01-27 Waiting',
    ]);
  });

  it('is rehearsed before anything is sent', async () => {
    await choose('Publish a new version…');
    await reads('New version of the Code: January 27, 2026');
    const changes = frame().getByRole('list');
    await changes.getByText('[taken out: offensive] [new: hurtful] language be used.').waitFor();
    await reads('3 members will be written to.');
    await reads('Days that this takes with the mails allowed a day: 1');
    await reads('First and last day: January 27, 2026 to January 27, 2026');
    await frame().getByText(`${ANNA.name}: Our Code of Conduct has changed`).click();
    await reads(`Dear ${ANNA.name},`);
    expect(await frame().locator('details').count()).toBe(3);
    expect(await barriers()).toEqual([]);
    expect(desk.subjects(ANNA.email)).toHaveLength(2);
  });

  it('is published with a reason', async () => {
    await frame().getByLabel('Why did it change?').fill(WHY);
    await press('Publish now');
    await reads('Version 2026-01-27 is published. 3 members are asked to accept it, beginning now.');
    await close();
    await page.getByRole('tab', { name: 'Code versions' }).click();
    await inGrid(page, WHY).waitFor();
  });

  it('reaches a member with the words that are new to her', async () => {
    sendMail();
    await page.goto(`${served.url}mail/${ANNA.email}`);
    await page.getByRole('link', { name: /Our Code of Conduct has changed: please answer by/ }).click();
    const mail = page.frameLocator('iframe.mail-frame');
    await mail.getByText(WHY).waitFor();
    expect(await mail.locator('del').allTextContents()).toEqual(['offensive']);
    expect(await mail.locator('ins').allTextContents()).toEqual(['hurtful']);
    const [form] = await Promise.all([
      page.context().waitForEvent('page'),
      mail.getByRole('link', { name: 'Read the Code and answer' }).click(),
    ]);
    await form.getByLabel('Your name').waitFor();
    expect(JSON.stringify(desk.workspace.forms.all())).toContain('no hurtful language be used');
    await form.close();
  });
});

it('“Resend to this member…” knows the row that is selected, and sends her link again', async () => {
  await openRegisters();
  await inGrid(page, CARA.name).click();
  await choose('Resend to this member…');
  const chosen = frame().getByLabel('Choose the member');
  await chosen.waitFor();
  expect(await chosen.locator('option:checked').textContent()).toContain(CARA.email);
  expect(await barriers()).toEqual([]);
  await frame().getByLabel('Search a member').fill('béa');
  await chosen.selectOption({ index: 0 });
  await press('Send her link again');
  await reads(`${BEA.name} gets her link again within ten minutes.`);
  await close();
  sendMail();
  await page.goto(`${served.url}mail/${BEA.email}`);
  await page.getByRole('link', { name: /Your link to our Code of Conduct/ }).waitFor();
  // The test itself looks into the frame of a mail, in which no script may run.
  expect(problems.filter((text) => !text.startsWith('Blocked script execution'))).toEqual([]);
});
