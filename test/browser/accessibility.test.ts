// No page has a barrier that axe can find, runs off a phone's edge, or makes the browser complain; in light and in dark.

import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { IS_FULL } from '../support/sample.ts';
import {
  COLOURS,
  DESKTOP,
  LOOKS,
  openPage,
  overflowOf,
  PHONE,
  type SmallDesk,
  smallDesk,
  violations,
} from './support.ts';

let desk: SmallDesk;

beforeAll(async () => {
  desk = await smallDesk();
  const [form] = desk.workspace.forms.all();
  for (const [name, email] of [
    ['Amina Yusuf', 'member1@example.org'],
    ['<script>alert(1)</script> مرحبا 🌻', 'member5@example.org'],
  ] as const) {
    desk.workspace.forms.submit({
      formId: form?.id ?? '',
      answers: { 'Your name': name, 'Your email': email, 'Do you accept?': 'I accept' },
    });
  }
  desk.workspace.run('breakOnPurpose');
  desk.workspace.settle();
  await fetch(`${desk.served.url}v4/spreadsheets/${desk.spreadsheetId}?fields=properties.title`);
});

function pages(): [string, string][] {
  const { workspace, spreadsheetId } = desk;
  const [form] = workspace.forms.all();
  const [mail] = workspace.gmail.list('member5@example.org', { limit: 1 }).messages;
  const failed = workspace.executions().find(({ status }) => status === 'Failed');
  return [
    ['overview', ''],
    ['forms', 'forms'],
    ['one form', `forms/${form?.id}`],
    ['registers', 'spreadsheets'],
    ['one spreadsheet', `spreadsheets/d/${spreadsheetId}/edit`],
    ['mailboxes', 'mail'],
    ['a mailbox', 'mail/member5@example.org'],
    ['a mail', `mail/member5@example.org/${mail?.id}`],
    ['runs', 'executions'],
    ['a run that failed', `executions/${failed?.id}`],
    ['triggers', 'triggers'],
    ['calls from outside', 'rest-calls'],
    ['nothing', 'nowhere'],
  ];
}

/** The rules that are judged in each look; all others judge what is the same in all of them. */
const looksFrom = (first: typeof PHONE | typeof DESKTOP) =>
  [
    [first.viewport, 'light', undefined],
    [first.viewport, 'dark', COLOURS],
    [DESKTOP.viewport, 'light', LOOKS],
  ] as const;

describe.each([['a phone', PHONE], ...(IS_FULL ? [['a desk', DESKTOP] as const] : [])] as const)(
  'on %s',
  (_, first) => {
    it('every page is free of barriers, in light and in dark, and as wide as a desk', async () => {
      const { page, problems } = await openPage(first);
      for (const [name, path] of pages()) {
        await page.goto(desk.served.url + path);
        if (name === 'one spreadsheet') await page.getByRole('menuitem', { name: 'Club desk' }).waitFor();
        await page.waitForFunction(() => document.documentElement.dataset.live === 'yes');
        for (const [viewport, colorScheme, rules] of looksFrom(first)) {
          await page.setViewportSize(viewport);
          await page.emulateMedia({ colorScheme });
          const seen = { barriers: await violations(page, rules), overflow: await overflowOf(page) };
          expect({ name, viewport, colorScheme, ...seen }).toEqual({
            name,
            viewport,
            colorScheme,
            barriers: [],
            overflow: 0,
          });
        }
        // The mail holds a script on purpose: that the browser says it did not run is what we want.
        const complaints = problems
          .splice(0)
          .filter((text) => !/Blocked script execution|status of 404/.test(text));
        expect({ name, complaints }).toEqual({ name, complaints: [] });
        await page.setViewportSize(first.viewport);
        await page.emulateMedia({ colorScheme: 'light' });
      }
      await page.context().close();
    });
  },
);

describe('without a mouse', () => {
  let page: Page;
  beforeAll(async () => {
    ({ page } = await openPage());
  });

  it('the first key reaches a link to the content', async () => {
    await page.goto(desk.served.url);
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Skip to the content');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('main');
  });

  it('the grid can be entered and left, and the script’s menu opened, chosen from and closed', async () => {
    await page.goto(`${desk.served.url}spreadsheets/d/${desk.spreadsheetId}/edit`);
    await page.getByRole('menuitem', { name: 'Club desk' }).waitFor();
    const focused = () => page.evaluate(() => document.activeElement?.textContent ?? '');
    await page.getByRole('menuitem', { name: 'Edit' }).focus();
    await page.keyboard.press('ArrowLeft');
    expect(await focused()).toBe('Club desk');
    await page.keyboard.press('ArrowDown');
    expect(await focused()).toBe('Greet a member');
    await page.keyboard.press('ArrowUp');
    expect(await focused()).toBe('For testers');
    await page.keyboard.press('Escape');
    expect(await focused()).toBe('Club desk');

    await page.locator('#cells').focus();
    await page.keyboard.press('ArrowDown');
    const name = await page.locator('#cell-name').textContent();
    expect(name).toBe('Member ID, row 3');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('tab');
  });
});
