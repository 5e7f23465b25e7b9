// The clock is moved on the page; what falls due runs, and every open page follows.

import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { openPage, type SmallDesk, smallDesk } from './support.ts';

let desk: SmallDesk;
let page: Page;

beforeAll(async () => {
  desk = await smallDesk();
  ({ page } = await openPage());
});
describe('the clock', () => {
  const day = (text: string) => page.locator('#clock-day', { hasText: text }).waitFor();

  it('shows the day and the time of St. Louis', async () => {
    await page.goto(desk.served.url);
    await day('Monday, January 5, 2026');
    expect(await page.locator('#clock-hour').textContent()).toBe('9:00 AM');
  });

  it('goes to the next thing due and says what ran', async () => {
    await page.getByRole('button', { name: /^Next due: tomorrow, 2:\d\d AM$/ }).click();
    await day('Tuesday, January 6, 2026');
    await page.getByText('1 function ran.').waitFor();
    await page.getByRole('link', { name: 'Every night' }).waitFor();
  });

  it('moves by a day and by a week, and pages that are open elsewhere follow', async () => {
    const other = await page.context().newPage();
    await other.goto(`${desk.served.url}executions?function=everyNight`);
    await page.getByRole('button', { name: '+1 day' }).click();
    await day('Wednesday, January 7, 2026');
    await page.getByRole('button', { name: '+1 week' }).click();
    await day('Wednesday, January 14, 2026');
    await page.getByText('7 functions ran.').waitFor();
    await other.locator('#clock-day', { hasText: 'January 14' }).waitFor();
    await other.locator('#list tbody tr').nth(8).waitFor();
    expect(await other.locator('#list tbody tr').count()).toBe(9);
    await other.close();
  });

  it('is stopped on a long way', async () => {
    const body = (wish: object) => ({
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(wish),
    });
    const address = `${desk.served.url}local/clock`;
    const [moved] = await Promise.all([
      fetch(address, body({ advance: 'P700D' })),
      new Promise((resolve) => setTimeout(resolve, 150)).then(() => fetch(address, body({ stop: true }))),
    ]);
    const { runs, said } = (await moved.json()) as { runs: number; said: string };
    expect(said).toBe(`Stopped on the way. ${runs} functions ran.`);
    expect(runs).toBeLessThan(700);
  });
});
