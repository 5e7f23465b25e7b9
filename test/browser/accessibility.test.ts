// No page has a barrier that axe can find, runs off a phone's edge, or makes the browser complain; in light and in dark.

import { beforeAll, describe, expect, it } from '@jest/globals';
import { IS_FULL } from '../support/sample.ts';
import {
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

describe.each([
  ['a phone, in light and in dark', PHONE, true],
  ['a desk, where they look otherwise', DESKTOP, IS_FULL],
])('on %s', (_, look, isWhole) => {
  it('every page is free of barriers', async () => {
    const { page, problems } = await openPage(look);
    for (const [name, path] of pages()) {
      await page.goto(desk.served.url + path);
      if (name === 'one spreadsheet') await page.getByRole('menuitem', { name: 'Club desk' }).waitFor();
      await page.waitForFunction(() => document.documentElement.dataset.live === 'yes');
      await page.emulateMedia({ colorScheme: 'light' });
      const barriers = await violations(page, isWhole ? undefined : LOOKS);
      const overflow = await overflowOf(page);
      // Dark is another look of the same page.
      await page.emulateMedia({ colorScheme: 'dark' });
      const barriersInDark = isWhole ? await violations(page, LOOKS) : [];
      // The mail holds a script on purpose: that the browser says it did not run is what we want.
      const complaints = problems
        .splice(0)
        .filter((text) => !/Blocked script execution|status of 404/.test(text));
      expect({ name, barriers, barriersInDark, overflow, complaints }).toEqual({
        name,
        barriers: [],
        barriersInDark: [],
        overflow: 0,
        complaints: [],
      });
    }
    await page.context().close();
  });
});

describe('without a mouse', () => {
  it('the first key reaches a link to the content', async () => {
    const { page } = await openPage();
    await page.goto(desk.served.url);
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Skip to the content');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('main');
    await page.context().close();
  });

  it('the grid can be entered and left, and the script’s menu opened, chosen from and closed', async () => {
    const { page } = await openPage();
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
    await page.context().close();
  });
});
