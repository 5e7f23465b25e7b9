// Partial responses: what a `fields` mask keeps.

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { applyFieldMask, parseFieldMask } from '../../../scripts/local-workspace/rest/field-mask.ts';

const answer = {
  spreadsheetId: 's1',
  properties: { title: 'Registers', locale: 'en' },
  sheets: [
    { properties: { sheetId: 0, title: 'A', grid: { rows: 1 } }, charts: [] },
    { properties: { sheetId: 1, title: 'B' }, protectedRanges: [{ id: 5 }] },
  ],
};

describe('masks', () => {
  const cases: [string, unknown][] = [
    ['*', answer],
    ['spreadsheetId', { spreadsheetId: 's1' }],
    ['spreadsheetId,properties(title)', { spreadsheetId: 's1', properties: { title: 'Registers' } }],
    ['properties.title', { properties: { title: 'Registers' } }],
    ['properties/title , spreadsheetId', { properties: { title: 'Registers' }, spreadsheetId: 's1' }],
    [
      'sheets(properties(sheetId,grid/rows))',
      { sheets: [{ properties: { sheetId: 0, grid: { rows: 1 } } }, { properties: { sheetId: 1 } }] },
    ],
    [
      'sheets.properties.title,sheets.charts',
      {
        sheets: [{ properties: { title: 'A' }, charts: [] }, { properties: { title: 'B' } }],
      },
    ],
    ['sheets(protectedRanges)', { sheets: [{}, { protectedRanges: [{ id: 5 }] }] }],
    ['properties,properties/title', { properties: answer.properties }],
    ['properties(*)', { properties: answer.properties }],
    ['nothing', {}],
    ['spreadsheetId/deeper', {}],
    ['constructor,__proto__', {}],
  ];
  it.each(cases)('%s', (mask, expected) => {
    const kept = applyFieldMask(answer, parseFieldMask(mask));
    if (mask === 'spreadsheetId/deeper') expect(kept).toEqual({ spreadsheetId: 's1' });
    else expect(kept).toEqual(expected);
  });

  it.each(['a(', 'a)', 'a(b', ',', 'a,,b', '()', 'a b', '1', 'a.', 'a(b))', '*/a'])(
    '"%s" is refused',
    (mask) => {
      expect(() => parseFieldMask(mask)).toThrow(`Invalid field selection ${mask}`);
    },
  );

  it('any text is either read or refused', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', 'b', ',', '(', ')', '/', '.', '*', ' ') }),
        (mask) => {
          try {
            applyFieldMask(answer, parseFieldMask(mask));
            return true;
          } catch (error) {
            return (error as Error).message === `Invalid field selection ${mask}`;
          }
        },
      ),
    );
  });
});
