// The colours of the Cases spreadsheet: whether they can be read, and whether they stand on what they should.

import { expect, it } from '@jest/globals';
import { CASE_LOOKS } from '../../src/content/texts/case-looks.ts';
import { CASE_REGISTERS } from '../../src/registers/case-registers.ts';
import type { AnyRegister } from '../../src/registers/register.ts';
import { fieldsOf } from '../../src/registers/register.ts';
import { lookRequests } from '../../src/registers/tab-looks.ts';

const registers = CASE_REGISTERS as Readonly<Record<string, AnyRegister>>;
const rules = Object.entries(CASE_LOOKS).flatMap(([name, all]) => all.map((rule) => [name, rule] as const));

const light = (hex: string) => {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};

it.each(rules)('in %s, letters stand out from their background: %o', (_, { paper, ink }) => {
  expect((light(paper) + 0.05) / (light(ink) + 0.05)).toBeGreaterThan(4.5);
});

it.each(rules)('in %s, a rule speaks of columns that are there: %o', (name, { when, fields = [] }) => {
  const known = fieldsOf(registers[name] as AnyRegister);
  const named = [...when.matchAll(/\{(\w+)\}/g)].map(([, field]) => field);
  expect(named.length).toBeGreaterThan(0);
  for (const field of [...named, ...fields]) expect(known).toContain(field);
});

it('a formula points to the columns of its own row, and colours only those that it names', () => {
  const rule = { when: '{urgency}="Urgent"', paper: '#ffffff', ink: '#000000' } as const;
  const [made] = lookRequests(registers.cases as AnyRegister, 201, [
    { ...rule, fields: ['erase', 'number', 'urgency'] },
  ]);
  const { condition } = made?.addConditionalFormatRule?.rule?.booleanRule ?? {};
  expect(condition?.values).toEqual([{ userEnteredValue: '=$B2="Urgent"' }]);
  const at = fieldsOf(registers.cases as AnyRegister).indexOf('erase');
  expect(made?.addConditionalFormatRule?.rule?.ranges).toEqual([
    { sheetId: 201, startRowIndex: 1, startColumnIndex: 0, endColumnIndex: 2 },
    { sheetId: 201, startRowIndex: 1, startColumnIndex: at, endColumnIndex: at + 1 },
  ]);
  const far = lookRequests(registers.cases as AnyRegister, 201, [{ ...rule, when: '{erase}' }]);
  expect(JSON.stringify(far)).toContain('"=$AJ2"');
});
