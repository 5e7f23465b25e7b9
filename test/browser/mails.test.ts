// Every kind of mail as it is seen: on a phone and a wide screen, in light and in dark, without a barrier.

import { beforeAll, expect, it } from '@jest/globals';
import type { Frame, Page } from 'playwright-core';
import { compileLayout } from '../../scripts/build.ts';
import { createWorkspace, type Workspace } from '../../scripts/local-workspace/index.ts';
import type { ServedWorkspace } from '../../scripts/local-workspace/server.ts';
import { type MailLayout, renderMail } from '../../src/content/render-mail.ts';
import { writeMessage } from '../../src/domain/mime.ts';
import { allMails, FRAME, source } from '../content/every-mail.ts';
import { ofAll, sampled } from '../support/sample.ts';
import { COLOURS, LOOKS, openPage, overflowOf, serve, violations } from './support.ts';

/** As long as names can be, and the longest word that a phone has to break. */
const NAME = 'Anneliese Bartholomäa Maximiliane-Friederike von Hohenlohe-Waldenburg-Schillingsfürst';
const READER = 'reader@example.org';
const PHONE_WIDTH = 375;
const WIDE = 900;
const MAILS = allMails(NAME);
type KnownMail = (typeof MAILS)[number];

let workspace: Workspace;
let served: ServedWorkspace;
let page: Page;
let layout: MailLayout;

beforeAll(async () => {
  layout = await compileLayout(source('mail-layout.mjml'));
  workspace = createWorkspace({ seed: 7, start: '2026-01-05T09:00:00-06:00' });
  served = await serve(workspace);
  // In a mail's own page no script may run; the check is one, so that the policy steps aside for it.
  ({ page } = await openPage({ bypassCSP: true }));
  await page.goto(`${addressOf(deliver(MAILS[0] as KnownMail))}/html`);
});

/** Delivers the mail; gives its id in the mailbox of its reader. */
function deliver([, words]: KnownMail): string {
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
  return arrived?.message.id ?? '';
}

const addressOf = (id: string) => `${served.url}mail/${READER}/${id}`;

/** Shows the page of a mail in the place of the one before; what judges it stays loaded, which takes half the time. */
const show = async (mail: KnownMail): Promise<string> => {
  const id = deliver(mail);
  const answer = await fetch(`${addressOf(id)}/html`);
  await page.setContent(await answer.text());
  return id;
};

const widen = (width: number): Promise<void> => page.setViewportSize({ width, height: 800 });

/** What is wider than the place that it has: words that cannot be read without moving the mail sideways, or at all. */
const tooWide = (): Promise<string[]> =>
  page.evaluate(() =>
    [document.documentElement, ...document.querySelectorAll('body *')]
      .filter(({ clientWidth, scrollWidth }) => clientWidth > 0 && scrollWidth > clientWidth)
      .map(({ nodeName, textContent }) => `${nodeName}: ${textContent?.slice(0, 60)}`),
  );

it.each(MAILS.map((mail) => [mail[0], mail] as const))(
  '%s: no barrier, nothing too wide, and a text alternative',
  async (_, mail) => {
    await widen(PHONE_WIDTH);
    const id = await show(mail);
    const phone = { barriers: await violations(page), tooWide: await tooWide() };
    await widen(WIDE);
    const wide = { tooWide: await tooWide() };
    expect({ phone, wide }).toEqual({ phone: { barriers: [], tooWide: [] }, wide: { tooWide: [] } });

    const heading = (await page.getByRole('heading', { level: 1 }).textContent()) ?? 'a heading';
    const { text } = workspace.gmail.view(READER, id);
    expect(text).toContain(heading);
    const links = await page
      .getByRole('link')
      .evaluateAll((found) => found.map((link) => link.getAttribute('href')));
    for (const link of links) expect(text).toContain(link);
  },
);

// All have one layout, and with it its colors.
it.each(sampled(MAILS))(`%s wide and in the dark, ${ofAll(MAILS)}: no barrier`, async (...mail) => {
  await show(mail);
  const looks = [
    [WIDE, 'light', LOOKS],
    [WIDE, 'dark', COLOURS],
    [PHONE_WIDTH, 'dark', LOOKS],
  ] as const;
  for (const [width, scheme, rules] of looks) {
    await widen(width);
    await page.emulateMedia({ colorScheme: scheme });
    expect({ width, scheme, barriers: await violations(page, rules) }).toEqual({
      width,
      scheme,
      barriers: [],
    });
  }
});

it('on the mail page: as tall as it is, no wider than a phone, and its plain text beside it', async () => {
  const mail = MAILS.find(([kind]) => kind === 'new version') as KnownMail;
  await widen(PHONE_WIDTH);
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.goto(addressOf(deliver(mail)));
  const shown = page.frameLocator('.mail-frame');
  await shown.getByRole('link', { name: 'Read the Code and answer' }).waitFor();
  const frame = page.frames().find((found) => found.url().endsWith('/html')) as Frame;
  expect([await overflowOf(page), await overflowOf(frame)]).toEqual([0, 0]);
  expect(await frame.evaluate(() => document.documentElement.scrollHeight - window.innerHeight)).toBe(0);
  await page.getByRole('tab', { name: 'Plain text' }).click();
  await page.getByRole('tabpanel').getByText('[taken out: offensive] [new: hurtful]').waitFor();
  await page.getByRole('tab', { name: 'As it was sent' }).click();
  await page.getByText('multipart/alternative').waitFor();
});
