// Mail that comes in, on the page: a member writes and answers, staff put labels on and take them away, and a raw message is pasted.

import { beforeEach, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { createWorkspace, type Workspace } from '../../scripts/local-workspace/index.ts';
import type { ServedWorkspace } from '../../scripts/local-workspace/server.ts';
import { COLOURS, DESKTOP, openPage, overflowOf, PHONE, serve, violations } from './support.ts';

const DESK = 'contact@imstl.org';
const ANA = 'ana@example.org';
const REPORT = 'Code of Conduct/Report';

let workspace: Workspace;
let served: ServedWorkspace;
beforeEach(async () => {
  workspace = createWorkspace({ seed: 7, start: '2026-01-05T09:00:00-06:00' });
  served = await serve(workspace);
});

/** Without a barrier in light and in dark, and nothing wider than the window. */
async function check(page: Page): Promise<void> {
  const light = await violations(page);
  await page.emulateMedia({ colorScheme: 'dark' });
  const dark = await violations(page, COLOURS);
  await page.emulateMedia({ colorScheme: 'light' });
  expect({ light, dark, overflow: await overflowOf(page) }).toEqual({ light: [], dark: [], overflow: 0 });
}

it('a member writes on her phone, the desk answers, and she answers again', async () => {
  const { page, problems } = await openPage(PHONE);
  await page.goto(`${served.url}mail`);
  await check(page);
  await page.getByRole('link', { name: `Write to ${DESK}` }).click();
  await check(page);
  await page.getByLabel('From, the address').fill(ANA);
  await page.getByLabel('From, the name').fill('Ana María');
  await page.getByLabel('Subject').fill('A question');
  await page.getByLabel('Text', { exact: true }).fill('May I give a gift?');
  await page.getByRole('button', { name: 'Send' }).click();
  await page.getByRole('heading', { name: 'A question' }).waitFor();

  const [arrived] = workspace.gmail.list(DESK, { limit: 1 }).messages;
  await page.goto(`${served.url}mail/${DESK}/${arrived?.id}`);
  await page.getByRole('link', { name: 'Answer' }).click();
  await page.getByLabel('Text', { exact: true }).fill('A small one.');
  await check(page);
  await page.getByRole('button', { name: 'Send' }).click();
  await page.getByRole('heading', { name: 'This conversation' }).waitFor();
  await check(page);

  const [answer] = workspace.gmail.list(ANA, { limit: 1, labelIds: ['INBOX'] }).messages;
  await page.goto(`${served.url}mail/${ANA}/${answer?.id}/answer`);
  await page.getByLabel('Text', { exact: true }).fill('Thank you!');
  await page.getByRole('button', { name: 'Send' }).click();
  await page.getByRole('heading', { name: 'This conversation' }).waitFor();
  const [last] = workspace.gmail.list(DESK, { limit: 1, labelIds: ['INBOX'] }).messages;
  expect(last?.threadId).toBe(arrived?.threadId);
  expect(problems).toEqual([]);
  await page.context().close();
});

it('staff put a label on a mail, see it in the list and on the open page, and take it away by keyboard', async () => {
  const [{ id = '' } = {}] = workspace.gmail.receive({
    from: ANA,
    to: DESK,
    subject: 'Help',
    text: 'Please',
  });
  workspace.gmail.labels.create(DESK, { name: REPORT });
  const { page, problems } = await openPage(DESKTOP);
  await page.goto(`${served.url}mail/${DESK}/${id}`);
  await page.getByLabel('Put a label on it').fill(REPORT);
  await page.keyboard.press('Enter');
  const take = page.getByRole('button', { name: `Take the label ${REPORT} away` });
  await take.waitFor();
  await check(page);

  // What a script puts on appears without a reload.
  workspace.gmail.addLabel(DESK, id, 'Registered');
  await page.getByRole('button', { name: 'Take the label Registered away' }).waitFor();
  await take.focus();
  await page.keyboard.press('Enter');
  await take.waitFor({ state: 'detached' });
  await page.goto(`${served.url}mail/${DESK}`);
  await page.getByRole('region', { name: 'Mails' }).getByText('Registered').waitFor();
  expect(await page.getByText(REPORT).count()).toBe(0);
  await check(page);
  expect(problems).toEqual([]);
  await page.context().close();
});

it('a raw message is pasted on a phone', async () => {
  const { page, problems } = await openPage(PHONE);
  await page.goto(`${served.url}mail`);
  await page.getByRole('link', { name: 'Paste a raw message' }).click();
  await check(page);
  await page
    .getByLabel('Message', { exact: true })
    .fill('From: =?utf-8?Q?Zo=C3=AB?= <zoe@example.org>\nSubject: No pictures\n\nPlease.');
  await page.getByRole('button', { name: 'Deliver' }).click();
  await page.getByRole('heading', { name: 'No pictures' }).waitFor();
  await page.getByText('Zoë <zoe@example.org>').waitFor();
  expect(problems).toEqual([]);
  await page.context().close();
});
