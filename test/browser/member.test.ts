// A member on her phone: she fills in the form, gets a mail, and follows its link.

import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { eventually, openPage, PHONE, type SmallDesk, smallDesk, violations } from './support.ts';

let desk: SmallDesk;
let page: Page;
let problems: string[];

beforeAll(async () => {
  desk = await smallDesk();
  ({ page, problems } = await openPage(PHONE));
});
describe('on a phone', () => {
  it('finds the form from the first page', async () => {
    await page.goto(desk.served.url);
    await page.getByRole('link', { name: 'Fill in the form as a member' }).click();
    await page.getByRole('heading', { name: 'Code of Conduct', level: 1 }).waitFor();
    await page.getByRole('link', { name: 'Open the form itself' }).click();
    await page.getByLabel('Your name').waitFor();
    expect(await violations(page)).toEqual([]);
  });

  it('is helped when an answer is missing, goes on, and sends it', async () => {
    await page.getByRole('button', { name: 'Next' }).click();
    await page.getByText('This is a required question').first().waitFor();
    await page.getByLabel('Your name').fill('Zoë 🌻 <i>');
    await page.getByLabel('Your email').fill('zoe@example.org');
    await page.getByRole('button', { name: 'Next' }).click();
    await page.getByText('I accept', { exact: true }).click();
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Submit' }).click();
    await page.getByText('Thank you. A mail is on its way.').waitFor();
    expect(problems.filter((text) => !text.includes('400'))).toEqual([]);
  });

  it('her answer is in the register and the mail in her mailbox', async () => {
    await eventually(
      () => desk.workspace.gmail.list('zoe@example.org', { limit: 1 }).messages.length,
      (mails) => mails === 1,
    );
    const { sheets } = desk.workspace.sheets.view(desk.workspace.owner, desk.spreadsheetId);
    expect(sheets.find(({ title }) => title === 'Acceptances')?.values[1]).toContain('Zoë 🌻 <i>');

    await page.goto(`${desk.served.url}mail`);
    await page.getByLabel('Find a mailbox').fill('zoe');
    await page.getByRole('link', { name: /zoe@example\.org.*1 unread/s }).click();
    await page.getByRole('link', { name: /Thank you, Zoë 🌻 <i>/ }).click();
    await page.getByRole('heading', { name: 'Thank you, Zoë 🌻 <i>' }).waitFor();
  });

  it('reads it as it looks, as text and as it was sent; its script did not run', async () => {
    const frame = page.frameLocator('iframe.mail-frame');
    await frame.getByRole('heading', { name: 'Thank you' }).waitFor();
    await page.getByRole('tab', { name: 'Plain text' }).click();
    await page.getByRole('tabpanel').getByText('You have accepted the code.').waitFor();
    expect(await page.getByRole('link', { name: 'https://example.org/code' }).getAttribute('target')).toBe(
      '_blank',
    );
    await page.getByRole('tab', { name: 'As it was sent' }).click();
    await page.getByText('MIME-Version: 1.0').waitFor();
    await page.getByRole('tab', { name: 'As it looks' }).click();
    expect(await page.title()).toContain('Thank you, Zoë');
  });

  it('the link in the mail opens the form here, in a tab of its own', async () => {
    const [opened] = await Promise.all([
      page.context().waitForEvent('page'),
      page.frameLocator('iframe.mail-frame').getByRole('link', { name: 'Open your form' }).click(),
    ]);
    await opened.getByLabel('Your name').waitFor();
    expect(opened.url()).toContain(`${desk.served.url}forms/d/e/`);
    await opened.close();
  });

  it('a mail that comes while she looks appears by itself, and is counted as unread', async () => {
    await page.goto(`${desk.served.url}mail/zoe@example.org`);
    await page.getByText('1 mail, 0 unread').waitFor();
    desk.workspace.gmail.write('friend@example.org', {
      to: 'zoe@example.org',
      subject: 'Lunch?',
      text: 'At noon.',
    });
    await page.getByRole('link', { name: /Lunch\?/ }).waitFor();
    await page.getByText('2 mails, 1 unread').waitFor();
  });
});
