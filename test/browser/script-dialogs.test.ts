// The script's own menu and its dialogs, with google.script.run and google.script.host as on Google.

import { beforeAll, describe, expect, it } from '@jest/globals';
import type { FrameLocator, Page } from 'playwright-core';
import { openPage, PHONE, type SmallDesk, smallDesk, violations } from './support.ts';

let desk: SmallDesk;
let page: Page;
let problems: string[];

beforeAll(async () => {
  desk = await smallDesk();
  ({ page, problems } = await openPage());
  await page.goto(`${desk.served.url}spreadsheets/d/${desk.spreadsheetId}/edit`);
});
async function choose(item: string): Promise<void> {
  await page.getByRole('menuitem', { name: 'Club desk' }).click();
  await page.getByRole('menuitem', { name: item }).click();
}

describe('a dialog', () => {
  const frame = (): FrameLocator => page.frameLocator('dialog iframe');
  const says = (text: string) => frame().getByText(text, { exact: true }).waitFor();

  it('opens from the menu and calls the script with its handlers', async () => {
    await choose('Greet a member');
    await page.getByRole('dialog', { name: 'Greet a member' }).waitFor();
    await frame().getByLabel('Name').fill('Ana <b>');
    await frame().getByRole('button', { name: 'Greet' }).click();
    await says('Welcome, Ana <b>! (contact@imstl.org, user object)');
  });

  it('hears of a failure', async () => {
    await frame().getByLabel('Name').fill('');
    await frame().getByRole('button', { name: 'Greet' }).click();
    await says('Failed: Error: There is no name');
  });

  it('gets null for an answer with a date in it, and finds no function that ends in an underscore', async () => {
    await frame().getByRole('button', { name: 'When' }).click();
    await says('Answer: null, hidden: undefined');
  });

  it('cannot reach the page around it or the network', async () => {
    const reached = await page
      .frames()
      .find((candidate) => candidate.url().includes('/local/dialogs/'))
      ?.evaluate(async () => {
        const tries = [() => window.parent.document.title, () => document.cookie];
        const said = tries.map((attempt) => {
          try {
            return attempt();
          } catch (error) {
            return (error as Error).name;
          }
        });
        const net = await fetch('/local/summary').then(
          () => 'reached',
          (error: Error) => error.name,
        );
        return [...said, net];
      });
    expect(reached).toEqual(['SecurityError', 'SecurityError', 'TypeError']);
    problems.length = 0;
  });

  it('closes itself, and the focus goes back to the cells', async () => {
    await frame().getByRole('button', { name: 'Leave' }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('cells');
  });

  it('is closed by Escape and by its button', async () => {
    await choose('Greet a member');
    await frame().getByLabel('Name').press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await choose('Greet a member');
    await page.getByRole('button', { name: 'Close', exact: true }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  });
});

describe('other things a script shows', () => {
  it('a toast', async () => {
    await choose('Say hello');
    await page.getByText('Hello from the script').waitFor();
  });

  it('an error, in the script’s words', async () => {
    await choose('For testers');
    await page.getByRole('menuitem', { name: 'Break on purpose' }).click();
    await page.getByText('Error: This was meant to break').waitFor();
    expect(problems).toEqual([]);
  });
});

describe('a submenu', () => {
  const focused = () => page.evaluate(() => document.activeElement?.textContent);
  const press = async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key);
  };

  it('is worked by keys: it opens to the right, and closes to the left without closing the menu', async () => {
    await page.getByRole('menuitem', { name: 'Club desk' }).focus();
    await press('ArrowDown', 'f');
    expect(await focused()).toBe('For testers');
    await press('ArrowRight');
    expect(await focused()).toBe('Wave');
    await press('ArrowDown', 'ArrowDown', 'End');
    expect(await focused()).toBe('Break on purpose');
    expect(await violations(page)).toEqual([]);
    await press('ArrowLeft');
    expect(await focused()).toBe('For testers');
    expect(await page.getByRole('menuitem', { name: 'Wave' }).isVisible()).toBe(false);
    await press('Enter', 'Escape');
    expect(await focused()).toBe('For testers');
    await press('Escape');
    expect(await focused()).toBe('Club desk');
  });

  it('opens below its line on a phone, inside the window', async () => {
    const phone = await openPage(PHONE);
    await phone.page.goto(page.url());
    for (const name of ['Club desk', 'For testers']) await phone.page.getByRole('menuitem', { name }).tap();
    const [opener, line] = await Promise.all(
      ['For testers', 'Wave'].map((name) => phone.page.getByRole('menuitem', { name }).boundingBox()),
    );
    expect(line?.y).toBeGreaterThanOrEqual((opener?.y ?? 0) + (opener?.height ?? 0));
    expect((line?.x ?? 0) + (line?.width ?? 999)).toBeLessThanOrEqual(390);
    if (process.env.SHOTS) await phone.page.screenshot({ path: `${process.env.SHOTS}/submenu-phone.png` });
    await phone.page.getByRole('menuitem', { name: 'Wave' }).tap();
    await phone.page.getByText('Hello from the script').waitFor();
    await phone.page.context().close();
  });
});
