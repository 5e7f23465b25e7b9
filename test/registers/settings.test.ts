// Settings as staff write them: a value that makes no sense never stops the system.

import { describe, expect, it } from '@jest/globals';
import { SETTING_WORDS } from '../../src/content/setting-words.ts';
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
    expect(SETTING_WORDS[key].meaning).toMatch(/[.]$/);
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
