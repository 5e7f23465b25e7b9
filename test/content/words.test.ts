// Words that point to something: menu lines to functions, dialogs to pages, remarks to every case.

import { existsSync, readFileSync } from 'node:fs';
import { expect, it } from '@jest/globals';
import { SELDOM_ENTRY_POINTS } from '../../scripts/build.ts';
import { inWords, timeInWords } from '../../src/content/dates.ts';
import { DIALOG_WORDS } from '../../src/content/dialog-words.ts';
import { DIALOGS } from '../../src/content/dialogs.ts';
import { MENU } from '../../src/content/menu.ts';
import { TO_MIND } from '../../src/content/photo-words.ts';
import { TODAY_WORDS } from '../../src/content/texts/today-words.ts';

it('has a function of the bundle behind every menu line', () => {
  for (const { lines } of MENU.groups)
    for (const [, handler] of lines) expect(SELDOM_ENTRY_POINTS).toContain(handler);
});

it('has a page and words for every dialog', () => {
  for (const name of Object.keys(DIALOGS) as (keyof typeof DIALOGS)[]) {
    expect(existsSync(new URL(`../../src/pages/${name}.html`, import.meta.url))).toBe(true);
    expect(DIALOG_WORDS[name].intro).toBeTruthy();
  }
});

/** Words that a page finds by what the rules say. */
const NAMED_BY_RULES = [
  ...Object.keys(TO_MIND),
  'no limit',
  'several fit',
  'part fits',
  'asked under the same name',
];

it('has every word that a page asks for, and asks for every word', () => {
  for (const name of Object.keys(DIALOGS) as (keyof typeof DIALOGS)[]) {
    const page = readFileSync(new URL(`../../src/pages/${name}.html`, import.meta.url), 'utf8');
    for (const word of Object.keys(DIALOG_WORDS[name])) {
      if (NAMED_BY_RULES.includes(word)) continue;
      expect(page).toMatch(new RegExp(`\\{\\{${word}\\}\\}|words\\.${word}\\b|^ *${word}: \\(`, 'm'));
    }
  }
});

it.each([
  ['2025-06-04', 'June 4, 2025'],
  ['2025-12-31T23:59:59', 'December 31, 2025'],
  ['', ''],
  [null, ''],
])('writes the date %s as “%s”', (date, words) => {
  expect(inWords(date)).toBe(words);
});

it.each([
  ['2025-06-04T00:05:00', 'June 4, 2025, 12:05 AM (St. Louis time)'],
  ['2025-06-04T12:00:00', 'June 4, 2025, 12:00 PM (St. Louis time)'],
  ['2025-06-04T15:03:00', 'June 4, 2025, 3:03 PM (St. Louis time)'],
])('writes the time %s as “%s”', (time, words) => {
  expect(timeInWords(time)).toBe(words);
});

it('sends staff from Today only to menu lines that there are', () => {
  const said = JSON.stringify(TODAY_WORDS).match(/“Code of Conduct → [^”]+”/g) ?? [];
  const groups = MENU.groups as readonly { title?: string; lines: readonly (readonly [string, string])[] }[];
  const lines = groups.flatMap(({ title, lines }) =>
    lines.map(([line]) => `“${[MENU.title, title, line].filter(Boolean).join(' → ')}”`),
  );
  expect(said.length).toBeGreaterThan(3);
  for (const path of said) expect(lines).toContain(path);
});
