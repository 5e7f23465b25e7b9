// Words for those who handle cases: every column has a heading, every refusal says what to do.

import { expect, it } from '@jest/globals';
import { CASE_SETTING_EXPECTS } from '../../src/content/case-setting-words.ts';
import { CASE_HEADERS, CASE_TABS } from '../../src/content/case-tab-words.ts';
import { CASE_LOG, putBackNote } from '../../src/content/case-words.ts';
import { CASE_NOTES } from '../../src/content/texts/case-header-notes.ts';
import { CASE_SETTING_MEANINGS } from '../../src/content/texts/case-setting-meanings.ts';
import { PUT_BACK, type PutBackReason } from '../../src/content/texts/put-back.ts';
import { CASE_SETTING_NAMES, CASE_SETTINGS } from '../../src/registers/case-settings.ts';
import { SETTINGS } from '../../src/registers/settings.ts';

type TabName = keyof typeof CASE_HEADERS;
const TABS = Object.keys(CASE_HEADERS) as TabName[];
const headersOf = (tab: TabName) => Object.values<string>(CASE_HEADERS[tab]);
const notesOf = (tab: TabName) => Object.values<string>(CASE_NOTES[tab]);

it.each(TABS)('gives every column of %s a heading of its own and a note', (tab) => {
  expect(new Set(headersOf(tab)).size).toBe(headersOf(tab).length);
  for (const header of headersOf(tab)) expect(header).toMatch(/^[A-Z][A-Za-z:’ -]{1,24}$/);
  for (const note of notesOf(tab)) expect(note).toMatch(/^[A-Z].*\.$/);
});

it('names columns as they are', () => {
  expect(CASE_HEADERS.cases).toMatchObject({ number: 'Case', acknowledgeBy: 'Acknowledge by' });
  expect(CASE_NOTES.cases.number).toMatch(/number/);
});

it.each(Object.keys(PUT_BACK) as PutBackReason[])(
  'says for “%s” what is the matter and what to do',
  (reason) => {
    const [heading, words = ''] = putBackNote(PUT_BACK, [reason]).split('\n');
    expect(heading).toBe('This change was put back.');
    expect(words.split(/[.](?: |$)/).filter(Boolean)).toHaveLength(2);
    expect(PUT_BACK[reason].whatToDo).toMatch(/^(Please|If) .*\.$/);
  },
);

it('points only to headings, tabs and settings that are there', () => {
  const known = [
    ...TABS.flatMap(headersOf),
    ...Object.values(CASE_TABS),
    ...Object.values(CASE_SETTINGS).map(({ name }) => name),
    // Choices of the lists.
    ...[
      'Acknowledged',
      'Answered',
      'No answer needed',
      'None',
      'Suspension',
      'Reopened',
      'Cannot be established',
      'Under review',
      'Confirmed',
      'On',
      'Paused',
    ],
    // Of the report by number.
    ...['fewer than 5', 'hidden'],
    // A setting of the other spreadsheet.
    SETTINGS.safetyReserve.name,
  ];
  const words = [
    ...TABS.flatMap(notesOf),
    ...Object.values(PUT_BACK).flatMap(({ what, whatToDo }) => [what, whatToDo]),
    ...Object.values(CASE_SETTING_MEANINGS),
  ];
  const named = words.flatMap((text) => [...text.matchAll(/“([^”]+)”/g)].map(([, name]) => name));
  expect(named.length).toBeGreaterThan(10);
  for (const name of named) expect(known).toContain(name);
});

it('has a different word for each thing that the case log says', () => {
  const said = Object.values(CASE_LOG).map((entry) => (typeof entry === 'string' ? entry : entry('X')));
  expect(new Set(said).size).toBe(said.length);
});

it('gives each setting a name, a meaning and what it takes', () => {
  for (const key of CASE_SETTING_NAMES) {
    const { name } = CASE_SETTINGS[key];
    const meaning = CASE_SETTING_MEANINGS[key];
    const expects = CASE_SETTING_EXPECTS[key];
    expect([name, meaning, expects].every((text) => text.length > 5)).toBe(true);
    expect(expects).toMatch(/^Please .*\.$/);
  }
});

it('asks handlers what belongs to a disclosure that the law asks for', () => {
  const { what, details } = CASE_NOTES.caseLog;
  expect(what).toContain('write here: Legal disclosure.');
  for (const asked of ['what was told', 'to whom', 'on what legal basis', 'by whom', 'when'])
    expect(details).toContain(asked);
});
