// A report on its whole way: a member tells it on her phone, a handler works on it to its end, and nobody else sees it.

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { Cases, ROUTE, TAB } from '../../scripts/desk/cases.ts';
import type { ServedWorkspace } from '../../scripts/local-workspace/server.ts';
import { HANA, TestDesk } from '../support/desk.ts';
import { COLOURS, DESKTOP, eventually, inGrid, openPage, PHONE, serve, violations } from './support.ts';

// Colours change at once, so that they can be looked at in the light and in the dark.
const SMALL_PHONE = { ...PHONE, viewport: { width: 375, height: 667 }, reducedMotion: 'reduce' } as const;
const DESK = { ...DESKTOP, reducedMotion: 'reduce' } as const;
const STRANGER = 'someone.else@example.org';
const NUMBER = '2026-001';
const STORY = 'She told others what I had told her in private.';

let desk: TestDesk;
let cases: Cases;
let served: ServedWorkspace;

beforeAll(async () => {
  desk = new TestDesk();
  cases = new Cases(desk);
  served = await serve(desk.workspace);
});

const formAddress = () => served.url + new URL(desk.workspace.forms.viewUrl(cases.form)).pathname.slice(1);
/** The tab as it stands in the spreadsheet, down to the only case. */
const tab = () => {
  const { owner, sheets } = desk.workspace;
  const only = { sheetId: TAB.Cases, rowLimit: 2 };
  const found = sheets.view(owner, desk.casesId, only).sheets.find(({ sheetId }) => sheetId === TAB.Cases);
  if (!found) throw new Error('There is no tab for cases');
  return { ...found, at: (heading: string) => found.values[0]?.indexOf(heading) ?? -1 };
};
/** A cell of the only case, and the note on it. */
const value = (heading: string) => {
  const { values, at } = tab();
  return values[1]?.[at(heading)] ?? '';
};
const noteOn = (heading: string) => {
  const { notes, at } = tab();
  return notes[`1:${at(heading)}`] ?? '';
};
const casesAddress = () => `${served.url}spreadsheets/d/${desk.casesId}/edit`;

/** What axe finds on the page as it is now, in the light and in the dark. */
async function barriers(page: Page): Promise<string[]> {
  const found: string[] = [];
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme });
    found.push(...(await violations(page, ...(colorScheme === 'light' ? [COLOURS] : []))));
  }
  return found;
}

describe('a member on a small phone', () => {
  let page: Page;
  let problems: string[];
  beforeAll(async () => {
    ({ page, problems } = await openPage(SMALL_PHONE));
  });
  afterAll(() => page.context().close());

  const next = () => page.getByRole('button', { name: 'Next' }).click();
  const heading = (name: string) => page.getByRole('heading', { name, exact: true }).waitFor();
  const begin = async (route: keyof typeof ROUTE) => {
    await page.goto(formAddress());
    await page.getByText(ROUTE[route], { exact: true }).click();
    await next();
  };
  const isFine = async () => {
    const sideways = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect({ barriers: await barriers(page), sideways }).toEqual({ barriers: [], sideways: 0 });
  };

  it('reports a possible violation, page by page, and sends it', async () => {
    await page.goto(formAddress());
    await page.getByText('If anyone is in danger now, call 911 first.', { exact: true }).waitFor();
    await isFine();
    await begin('violation');
    await heading('What happened');
    await next();
    await page.getByText('This is a required question').first().waitFor();
    await isFine();
    await page.getByLabel('What happened?').fill(STORY);
    await page.getByText('Confidentiality: ').click();
    await next();
    await heading('The people');
    await isFine();
    await page.getByLabel('Who did it?').fill('Gertrud Blom');
    await next();
    await heading('More, if you want');
    await isFine();
    await next();
    await heading('If you want to add something later');
    await isFine();
    await page.getByLabel('A pass-phrase of your own').fill('lantern river copper violin');
    await next();
    await heading('May we contact you?');
    await isFine();
    await page.getByText('By email', { exact: true }).click();
    await page.getByLabel('Your email address').fill('pilar@example.org');
    await page.getByRole('button', { name: 'Submit' }).click();
    await page.getByText('Thank you. We have what you wrote.').waitFor();
    await isFine();
    expect(problems.filter((text) => !text.includes('400'))).toEqual([]);

    await eventually(
      () => value('Case'),
      (number) => number === NUMBER,
    );
    expect([value('Status'), value('What happened')]).toEqual(['New', STORY]);
  });

  it.each([
    ['safety', 'A safety concern'],
    ['question', 'Your question or concern'],
    ['addition', 'Add to what you told us earlier'],
  ] as const)('finds no barrier on the page of the route “%s”', async (route, title) => {
    await begin(route);
    await heading(title);
    await isFine();
  });
});

describe('a handler at her desk', () => {
  let page: Page;
  let problems: string[];
  beforeAll(async () => {
    ({ page, problems } = await openPage(DESK));
    await page.goto(casesAddress());
    await page.getByLabel('Looking as').selectOption(HANA);
    await inGrid(page, NUMBER).waitFor();
  });
  afterAll(() => page.context().close());

  const cell = (heading: string) =>
    page.locator(`.tabulator-cell[tabulator-field=c${tab().at(heading)}]`).first();
  const stands = (heading: string, wanted: string) =>
    eventually(
      () => value(heading),
      (now) => now === wanted,
    );
  /** Opens the cell with a double click, and gives the field in it. */
  const open = async (heading: string) => {
    await cell(heading).dblclick();
    return page.getByRole('grid').getByLabel(`${heading}, row 2`);
  };
  const choose = async (heading: string, choice: string) => {
    await (await open(heading)).selectOption(choice);
  };
  /** As above, where the rules allow it. */
  const set = async (heading: string, choice: string) => {
    await choose(heading, choice);
    await stands(heading, choice);
    await shown(heading, choice);
  };
  const shown = (heading: string, wanted: string) =>
    eventually(
      () => cell(heading).textContent(),
      (text) => text === wanted,
    );

  it('keeps the number in view, however far she scrolls', async () => {
    const [story, row] = await Promise.all([cell('What happened').boundingBox(), cell('Case').boundingBox()]);
    expect([story?.y, story?.height]).toEqual([row?.y, row?.height]);
    await cell('Checked').waitFor({ state: 'hidden' });
    const left = async () => (await cell('Case').boundingBox())?.x;
    const before = await left();
    await cell('Finding').scrollIntoViewIfNeeded();
    expect(await left()).toBe(before);
  });

  it('takes it up: she chooses herself, and says that she has read it', async () => {
    await set('Handler', HANA);
    await set('Status', 'Acknowledged');
    await eventually(
      () => value('Acknowledged'),
      (stamp) => stamp.startsWith('2026-01-12'),
    );
    await set('Status', 'Under review');
  });

  it('is told why a finding is put back, and what to do first', async () => {
    await choose('Finding', 'Confirmed');
    await eventually(
      () => noteOn('Finding'),
      (note) => note.includes('has not told her side yet'),
    );
    await shown('Finding', '');
    expect(value('Finding')).toBe('');
    await eventually(
      () => cell('Finding').getAttribute('class'),
      (classes) => /\bnoted\b/.test(classes ?? ''),
    );
    await cell('Status').click();
    await cell('Finding').click();
    const note = page.locator('#cell-note');
    await eventually(
      () => note.textContent(),
      (text) => /This change was put back.*Please fill in “Her side heard on”/s.test(text ?? ''),
    );
    expect(await barriers(page)).toEqual([]);
  });

  it('does what was missing, and goes on to the end', async () => {
    const heard = await open('Her side heard on');
    await heard.fill('2026-01-12');
    await page.keyboard.press('Enter');
    await stands('Her side heard on', '2026-01-12');
    await set('Finding', 'Confirmed');
    await eventually(
      () => noteOn('Finding'),
      (note) => note === '',
    );
    await set('Status', 'Finding');
    await set('Outcome', 'Conversation');
    await set('Status', 'Closed');
    await eventually(
      () => value('Closed'),
      (day) => day === '2026-01-12',
    );

    await page.getByRole('tab', { name: 'Letters' }).click();
    await inGrid(page, NUMBER).waitFor();
    await page.getByRole('tab', { name: 'Case log' }).click();
    await inGrid(page, 'Change put back').waitFor();
    expect(problems).toEqual([]);
  });

  it('the member has heard of it three times, without a word of what it was about', async () => {
    const mails = await eventually(
      () => desk.inbox('pilar@example.org').map(({ text, raw }) => ({ text, raw })),
      (all) => all.length === 3,
    );
    expect(
      mails.map(
        ({ text }) => /We have your message|has read your message|have finished our work/.exec(text)?.[0],
      ),
    ).toEqual(['We have your message', 'has read your message', 'have finished our work']);
    for (const { raw } of mails) expect(raw).not.toMatch(/Gertrud|private/);
  });
});

describe('somebody who handles no cases', () => {
  it('is told that she needs access, and nothing of the spreadsheet reaches her', async () => {
    const { page, problems } = await openPage(DESK);
    expect(value('Case')).toBe(NUMBER);
    await page.context().addCookies([{ name: 'looking_as', value: STRANGER, url: served.url }]);
    const answer = await page.goto(casesAddress());
    expect(answer?.status()).toBe(403);
    await page.getByRole('heading', { name: 'You need access' }).waitFor();
    expect(await barriers(page)).toEqual([]);
    const words = await page.content();
    for (const secret of ['People named', 'Case log', 'confidential', NUMBER, 'Gertrud', STORY])
      expect(words).not.toContain(secret);

    const links = await page
      .locator('main a')
      .evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).href));
    for (const link of [...links, `${served.url}spreadsheets`, `${served.url}mail`]) {
      const seen = await (await page.request.get(link)).text();
      for (const secret of ['People named', 'Case log', NUMBER, 'Gertrud', STORY])
        expect({ link, tells: seen.includes(secret) }).toEqual({ link, tells: false });
    }
    for (const tab of [201, 202, 203])
      expect(
        (await page.request.get(`${served.url}local/spreadsheets/${desk.casesId}/tabs/${tab}`)).status(),
      ).toBe(403);
    expect(problems.filter((text) => !text.includes('403'))).toEqual([]);
    await page.context().close();
  });
});
