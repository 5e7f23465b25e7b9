// Settings as staff write them: a value that makes no sense never stops the system.

import { describe, expect, it } from '@jest/globals';
import { SETTING_EXPECTS } from '../../src/content/setting-words.ts';
import { SETTING_MEANINGS } from '../../src/content/texts/setting-meanings.ts';
import type { CellValue } from '../../src/registers/cells.ts';
import { REGISTERS } from '../../src/registers/registers.ts';
import { readSettings, SETTING_NAMES, SETTINGS, type SettingName } from '../../src/registers/settings.ts';
import { Table } from '../../src/registers/table.ts';

const read = (rows: CellValue[][]) =>
  readSettings(
    new Table(REGISTERS.settings, 106, [['Setting', 'Value', 'Meaning', 'Default', 'Problem'], ...rows]),
  );

it('has defaults that make sense, and words for each', () => {
  for (const key of SETTING_NAMES) {
    expect(SETTINGS[key].read(SETTINGS[key].default)).toBeDefined();
    expect(SETTING_MEANINGS[key]).toMatch(/[.]$/);
    expect(SETTING_EXPECTS[key]).toMatch(/^Please .*[.]$/);
  }
  expect(read([]).bad).toEqual([]);
});

describe('values', () => {
  it.each<[SettingName, CellValue, unknown, boolean]>([
    ['renewalMonths', 24, 24, true],
    ['renewalMonths', ' 24 ', 24, true],
    ['renewalMonths', 'a year', 12, false],
    ['renewalMonths', 0, 12, false],
    ['renewalMonths', -3, 12, false],
    ['renewalMonths', 1.5, 12, false],
    ['renewalMonths', null, 12, true],
    ['notices', 'daily DIGEST', 'Daily digest', true],
    ['notices', 'weekly', 'Each', false],
    ['sending', 'paused', 'Paused', true],
    ['sending', false, 'On', false],
    ['remindBefore', '14,7, 0', [14, 7, 0], true],
    ['remindBefore', 7, [7], true],
    ['remindBefore', 'none', [], true],
    ['remindBefore', '14; 7', [30, 14, 7, 1, 0], false],
    [
      'codeDocument',
      'https://docs.google.com/document/d/1AbcdefghijklmnopqrstuvwxyZ-_9/edit#heading=h',
      '1AbcdefghijklmnopqrstuvwxyZ-_9',
      true,
    ],
    ['codeDocument', '1AbcdefghijklmnopqrstuvwxyZ-_9', '1AbcdefghijklmnopqrstuvwxyZ-_9', true],
    ['codeDocument', 'the document', '', false],
    ['contactAddress', 'desk@imstl.org', 'desk@imstl.org', true],
    ['contactAddress', 'desk', 'contact@imstl.org', false],
    ['contactAddress', 'a@b.org, c@d.org', 'contact@imstl.org', false],
    ['termsLink', 'https://imstl.org/terms', 'https://imstl.org/terms', true],
    ['termsLink', 'javascript:alert(1)', '', false],
  ])('%s = %j: %j holds', (key, value, holds, fine) => {
    const { settings, bad } = read([[SETTINGS[key].name, value]]);
    expect(settings[key]).toEqual(holds);
    expect(bad.map((found) => found.key)).toEqual(fine ? [] : [key]);
  });
});
