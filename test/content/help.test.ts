// The how-tos: one source for the sidebar and the README, short, findable, and with pictures that are there.

import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { expect, it } from '@jest/globals';
import { helpAsHtml, pictureFile, withHandbook } from '../../scripts/handbook.ts';
import { HOW_TOS } from '../../src/content/help.ts';

const README = new URL('../../README.md', import.meta.url);
const PICTURES = new URL('../../docs/help/', import.meta.url);

it('the README has the handbook as src/content/help.ts has it; `npm run handbook` writes it anew', () => {
  const readme = readFileSync(README, 'utf8');
  expect(readme).toBe(withHandbook(readme));
  expect(withHandbook(readme)).toBe(withHandbook(withHandbook(readme)));
});

it('has 15 to 25 of them, each with three to six short steps and an id of its own', () => {
  expect(HOW_TOS.length).toBeGreaterThanOrEqual(15);
  expect(HOW_TOS.length).toBeLessThanOrEqual(25);
  for (const { id, steps } of HOW_TOS) {
    expect({ id, steps: steps.length >= 3 && steps.length <= 6 }).toEqual({ id, steps: true });
    for (const step of steps) expect(step.length).toBeLessThan(200);
  }
  expect(new Set(HOW_TOS.map(({ id }) => id)).size).toBe(HOW_TOS.length);
});

it('each picture is there and belongs to one, and all together are small', () => {
  const files = HOW_TOS.flatMap(({ picture }) => picture?.file ?? []);
  for (const file of files) expect(existsSync(pictureFile(file))).toBe(true);
  const present = readdirSync(PICTURES);
  expect(present.sort()).toEqual(files.map((file) => `${file}.png`).sort());
  const bytes = present.map((name) => statSync(new URL(name, PICTURES)).size);
  expect(bytes.reduce((sum, size) => sum + size, 0)).toBeLessThan(400 * 1024);
});

it('the page escapes what it shows', () => {
  const html = helpAsHtml([{ id: 'x', title: '<b>"', words: '"><i>', steps: ['<script>', 'a', 'b'] }]);
  expect(html).not.toMatch(/<b>|<i>|<script>/);
});
