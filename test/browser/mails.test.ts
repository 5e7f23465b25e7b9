// Every kind of mail as it is seen: on a phone and a wide screen, in light and in dark, without a barrier.

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { compileLayout } from '../../scripts/build.ts';
import { createWorkspace, type Workspace } from '../../scripts/local-workspace/index.ts';
import { type ServedWorkspace, serveWorkspace } from '../../scripts/local-workspace/server.ts';
import { renderMail } from '../../src/content/render-mail.ts';
import { writeMessage } from '../../src/domain/mime.ts';
import { allMails, FRAME, source } from '../content/every-mail.ts';
import { LOOKS, launchBrowser, openPage, overflowOf, violations } from './support.ts';

/** As long as names can be, and the longest word that a phone has to break. */
const NAME = 'Anneliese Bartholomäa Maximiliane-Friederike von Hohenlohe-Waldenburg-Schillingsfürst';
const READER = 'reader@example.org';
const PHONE_WIDTH = 375;
const WIDE = 900;
const MAILS = allMails(NAME);

let browser: Browser;
let workspace: Workspace;
let served: ServedWorkspace;
let page: Page;
let layout: string;

beforeAll(async () => {
  layout = await compileLayout(source('mail-layout.mjml'));
  workspace = createWorkspace({ seed: 7, start: '2026-01-05T09:00:00-06:00' });
  served = await serveWorkspace(workspace, { port: 0 });
  browser = await launchBrowser();
  // In a mail's own page no script may run; the check is one, so that the policy steps aside for it.
  ({ page } = await openPage(browser, { bypassCSP: true }));
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await served?.close();
  workspace?.close();
});

/** Delivers the mail; gives its address on the page. */
function deliver([, words]: (typeof MAILS)[number]): string {
  const message = {
    ...renderMail(layout, words, FRAME),
    from: { name: FRAME.programme, address: FRAME.contact },
    to: { name: NAME, address: READER },
    replyTo: FRAME.contact,
    subject: words.subject,
    headers: {},
  };
  const raw = writeMessage(message, (text) => Buffer.from(text).toString('base64'));
  const [arrived] = workspace.gmail.delivery.receive(raw);
  return `${served.url}mail/${READER}/${arrived?.message.id}`;
}

const see = async (width: number, colorScheme: 'light' | 'dark'): Promise<void> => {
  await page.setViewportSize({ width, height: 800 });
  await page.emulateMedia({ colorScheme });
};

describe.each(MAILS.map((mail) => [mail[0], mail] as const))('%s', (_, mail) => {
  it('has no barrier, does not run off the edge, and can be read as plain text', async () => {
    const address = deliver(mail);
    await see(PHONE_WIDTH, 'light');
    await page.goto(`${address}/html`);
    const phone = { barriers: await violations(page), overflow: await overflowOf(page) };
    await see(PHONE_WIDTH, 'dark');
    const dark = await violations(page, LOOKS);
    await see(WIDE, 'dark');
    const wideDark = await violations(page, LOOKS);
    await see(WIDE, 'light');
    const wide = { barriers: await violations(page, LOOKS), overflow: await overflowOf(page) };
    const fine = { barriers: [], overflow: 0 };
    expect({ phone, dark, wideDark, wide }).toEqual({ phone: fine, dark: [], wideDark: [], wide: fine });

    await see(PHONE_WIDTH, 'light');
    await page.goto(address);
    const frame = page.frames().find((found) => found.url().endsWith('/html'));
    expect(frame && (await overflowOf(frame))).toBe(0);
    expect(await overflowOf(page)).toBe(0);
    const heading = await page.frameLocator('.mail-frame').getByRole('heading', { level: 1 }).textContent();
    await page.getByRole('tab', { name: 'Plain text' }).click();
    await page
      .getByRole('tabpanel')
      .getByText(heading ?? 'a heading')
      .first()
      .waitFor();
  });
});
