// Settings as staff write them: a value that makes no sense never stops the system, and the last good one holds.

import { describe, expect, it } from '@jest/globals';
import { CASE_SETTING_EXPECTS } from '../../src/content/case-setting-words.ts';
import { SETTING_EXPECTS } from '../../src/content/setting-words.ts';
import { CASE_SETTING_MEANINGS } from '../../src/content/texts/case-setting-meanings.ts';
import { SETTING_MEANINGS } from '../../src/content/texts/setting-meanings.ts';
import { CASE_REGISTERS } from '../../src/registers/case-registers.ts';
import {
  CASE_SETTING_NAMES,
  CASE_SETTINGS,
  type CaseSettingName,
  readCaseSettings,
} from '../../src/registers/case-settings.ts';
import type { CellValue } from '../../src/registers/cells.ts';
import { REGISTERS } from '../../src/registers/registers.ts';
import { readSettings, SETTING_NAMES, SETTINGS, type SettingName } from '../../src/registers/settings.ts';
import { Table } from '../../src/registers/table.ts';

const HEADER = ['Setting', 'Value', 'Meaning', 'Default', 'Problem', 'Last good value'];
const row = (name: string, value: CellValue, lastGood: CellValue = '') => [name, value, '', '', '', lastGood];

const read = (rows: CellValue[][]) => readSettings(new Table(REGISTERS.settings, 106, [HEADER, ...rows]));
const readCases = (rows: CellValue[][]) =>
  readCaseSettings(new Table(CASE_REGISTERS.settings, 106, [HEADER, ...rows]));

it('has defaults that make sense, and words for each', () => {
  for (const key of SETTING_NAMES) {
    expect(SETTINGS[key].read(SETTINGS[key].default)).toBeDefined();
    expect(SETTING_MEANINGS[key]).toMatch(/[.]$/);
    expect(SETTING_EXPECTS[key]).toMatch(/^Please .*[.]$/);
  }
  for (const key of CASE_SETTING_NAMES) {
    expect(CASE_SETTINGS[key].read(CASE_SETTINGS[key].default)).toBeDefined();
    expect(CASE_SETTING_MEANINGS[key]).toMatch(/[.]$/);
    expect(CASE_SETTING_EXPECTS[key]).toMatch(/^Please .*[.]$/);
  }
  expect(read([]).rows).toEqual([]);
});

const LONG = 'x'.repeat(201);
const DOCUMENT = 'https://docs.google.com/document/d/1AbcdefghijklmnopqrstuvwxyZ-_9/edit';

/** A value that makes sense, what it means, and values that make none; one line for every setting. */
const EACH: readonly [SettingName, CellValue, unknown, ...CellValue[]][] = [
  ['contactAddress', 'desk@imstl.org', 'desk@imstl.org', 'desk', 'a@b.org, c@d.org', 5],
  ['programme', 'Mentors', 'Mentors', LONG],
  ['termsVersion', 'June 2025', 'June 2025', LONG],
  [
    'termsLink',
    'https://imstl.org/terms',
    'https://imstl.org/terms',
    'http://imstl.org',
    'javascript:alert(1)',
  ],
  ['privacyVersion', 'June 2025', 'June 2025', LONG],
  ['privacyLink', 'https://imstl.org/privacy', 'https://imstl.org/privacy', 'on our page', 'https://a b'],
  ['renewalMonths', 24, 24, 'a year', 0, -3, 1.5, 121, true],
  ['dueSoonDays', 0, 0, 'soon', -1, 181],
  ['graceDays', '7', 7, 'a week', 181],
  ['remindBefore', '14,7, 0', [14, 7, 0], '14; 7', '-1', '181', 'no'],
  ['remindAfter', 'none', [], '0', '7 14', 'never'],
  ['quietDays', 3, 3, 0, 61, 'three'],
  ['answerDays', 45, 45, 0, 181, ''.padEnd(3, '?')],
  ['codeDocument', DOCUMENT, '1AbcdefghijklmnopqrstuvwxyZ-_9', 'the document', 'https://imstl.org/code'],
  ['waitingDays', 0, 0, 61, 'none'],
  ['takedownDays', 365, 365, 0, 366],
  ['takedownOwner', 'Rita', 'Rita', LONG],
  ['agreementMonths', 6, 6, 0, 61],
  ['notices', 'daily DIGEST', 'Daily digest', 'weekly'],
  ['sending', 'paused', 'Paused', false, 'Off'],
  ['mailsPerDay', 90, 90, 0, 10_001, 'many'],
  ['safetyReserve', 0, 0, -1, 1_001],
  ['answersPerAddress', 3, 3, 0, 51],
  ['linkDays', 400, 400, 0, 401],
  ['googleSignIn', 'yes', 'Yes', 'maybe'],
];

const ANA = { name: 'Ana Ruiz', email: 'ana@example.org' };
const PEOPLE = 'Ana Ruiz <ana@example.org>';
const EACH_OF_CASES: readonly [CaseSettingName, CellValue, unknown, ...CellValue[]][] = [
  ['handlers', PEOPLE, [ANA], 'Ana', 'Ana <ana>'],
  ['safetyContacts', PEOPLE, [ANA], 'Ana'],
  ['standIns', PEOPLE, [ANA], 'Ana; Bo'],
  ['boardContact', PEOPLE, [ANA], 'the board'],
  ['contactReaders', PEOPLE, [ANA], 'all of us'],
  ['contactAddress', 'desk@imstl.org', 'desk@imstl.org', 'desk'],
  ['programme', 'Mentors', 'Mentors', LONG],
  ['acknowledgeWorkingDays', 3, 3, 0, 6],
  ['acknowledgeDays', 10, 10, 0, 15],
  ['nextStepDays', 30, 30, 0, 91],
  ['answerDays', 60, 60, 0, 366],
  ['questionWorkingDays', 10, 10, 0, 61],
  ['reconsiderDays', 60, 60, 0, 181],
  ['retentionYears', 10, 10, 0, 31],
  ['mailsPerDay', 50, 50, 0, 1_001],
  ['answersPerAddress', 5, 5, 0, 21],
  ['sending', 'paused', 'Paused', 'Off'],
];

it('has a line for every setting', () => {
  expect(EACH.map(([key]) => key)).toEqual(SETTING_NAMES);
  expect(EACH_OF_CASES.map(([key]) => key)).toEqual(CASE_SETTING_NAMES);
});

describe.each(EACH)('%s', (key, good, means, ...bad) => {
  const { name, default: byDefault, read: readOne } = SETTINGS[key];

  it('takes a good value, and remembers it', () => {
    const { settings, rows } = read([row(name, good)]);
    expect(settings[key]).toEqual(means);
    expect(rows).toMatchObject([{ key, holds: String(good), isBad: false }]);
  });

  it('for an empty cell or a missing row, the default holds', () => {
    expect(read([row(name, null, String(good))]).settings[key]).toEqual(readOne(byDefault));
    expect(read([]).settings[key]).toEqual(readOne(byDefault));
  });

  it.each(bad)('for %j, the last good value holds', (value) => {
    const { settings, rows } = read([row(name, value, String(good))]);
    expect(settings[key]).toEqual(means);
    expect(rows).toMatchObject([{ key, holds: String(good), isBad: true }]);
  });

  it.each(bad)('for %j, without a good value before, the default holds', (value) => {
    for (const lastGood of ['', String(value)]) {
      const { settings, rows } = read([row(name, value, lastGood)]);
      expect(settings[key]).toEqual(readOne(byDefault));
      expect(rows).toMatchObject([{ holds: byDefault, isBad: true }]);
    }
  });
});

describe.each(EACH_OF_CASES)('in Cases, %s', (key, good, means, ...bad) => {
  const { name, default: byDefault, read: readOne } = CASE_SETTINGS[key];

  it('takes a good value, and for a bad one the last good one holds', () => {
    expect(readCases([row(name, good)]).settings[key]).toEqual(means);
    for (const value of bad) {
      const { settings, rows } = readCases([row(name, value, String(good))]);
      expect(settings[key]).toEqual(means);
      expect(rows).toMatchObject([{ key, holds: String(good), isBad: true }]);
      expect(readCases([row(name, value)]).settings[key]).toEqual(readOne(byDefault));
    }
  });
});
