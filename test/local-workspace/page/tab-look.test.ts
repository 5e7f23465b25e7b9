// What the grid of the page gets of a tab's look: conditional formats, the height of rows, wrapping, frozen columns.

import { expect, it } from '@jest/globals';
import { TabReader } from '../../../scripts/local-workspace/page/registers/tab-data.ts';
import type { SheetRecord } from '../../../scripts/local-workspace/services/sheets/model.ts';
import { Bench, STAFF } from '../sheets/support.ts';

it('cells carry the look of the rule that holds for them, empty cells of a coloured row too', () => {
  const bench = new Bench();
  bench.write('A1', [['Case', 'State'], ['C-1', 'Late'], ['C-2', 'Closed'], ['C-3']]);
  bench.batch([
    {
      addConditionalFormatRule: {
        rule: {
          ranges: [{ sheetId: 0, startRowIndex: 1, startColumnIndex: 0, endColumnIndex: 3 }],
          booleanRule: {
            condition: { type: 'CUSTOM_FORMULA', values: [{ userEnteredValue: '=$B2="Late"' }] },
            format: {
              backgroundColor: { red: 1, green: 0.8, blue: 0.8 },
              textFormat: { bold: true, strikethrough: true },
            },
          },
        },
        index: 0,
      },
    },
  ]);
  const book = bench.sheets.open({ email: STAFF }, bench.id);
  const reader = new TabReader(bench.sheets, book, book.record.sheets[0] as SheetRecord);
  const look = { background: '#ffcccc', bold: true, struck: true };
  expect(reader.cells([0, 1, 2, 3, 4])).toEqual([
    [0, 'Case', 'State', ''],
    [1, { t: 'C-1', look }, { t: 'Late', look }, { t: '', look }],
    [2, 'C-2', 'Closed', ''],
    [3, 'C-3', '', ''],
    [4],
  ]);
});

it('the grid is told of the height of rows, of columns that wrap, and of a first column that stays', () => {
  const bench = new Bench();
  bench.write('A1', [['Case', 'Story']]);
  const range = { sheetId: 0, startRowIndex: 1, startColumnIndex: 1, endColumnIndex: 2 };
  const rows = { sheetId: 0, dimension: 'ROWS', startIndex: 1, endIndex: 5 };
  bench.batch([
    {
      updateSheetProperties: {
        properties: { sheetId: 0, gridProperties: { frozenRowCount: 1, frozenColumnCount: 1 } },
        fields: 'gridProperties(frozenRowCount,frozenColumnCount)',
      },
    },
    {
      repeatCell: {
        range,
        cell: { userEnteredFormat: { wrapStrategy: 'WRAP' } },
        fields: 'userEnteredFormat.wrapStrategy',
      },
    },
    { updateDimensionProperties: { range: rows, properties: { pixelSize: 78 }, fields: 'pixelSize' } },
  ]);
  const book = bench.sheets.open({ email: STAFF }, bench.id);
  const view = new TabReader(bench.sheets, book, book.record.sheets[0] as SheetRecord).view(STAFF, STAFF);
  expect(view.rowHeight).toBe(78);
  expect(view.columns.slice(0, 2)).toMatchObject([{ title: 'Case', frozen: true }, { wraps: true }]);
  expect([view.columns[0]?.wraps, view.columns[1]?.frozen]).toEqual([undefined, undefined]);
});

it.each([
  ['a place in this spreadsheet', '#gid=112&range=A5', true],
  ['a page', 'https://example.org/a', true],
  ['a script, which anybody could write into a cell', 'javascript:alert(1)', false],
  ['a file', 'file:///etc/passwd', false],
  ['words', 'example.org', false],
])('the link of a HYPERLINK formula leads to %s', (_, link, isLink) => {
  const bench = new Bench();
  bench.sheets.userEdit(STAFF, bench.id, 0, 0, 0, [[`=HYPERLINK("${link}","here")`]]);
  const book = bench.sheets.open({ email: STAFF }, bench.id);
  const reader = new TabReader(bench.sheets, book, book.record.sheets[0] as SheetRecord);
  expect(reader.cell(0, 0)).toEqual({
    t: 'here',
    e: `=HYPERLINK("${link}","here")`,
    ...(isLink ? { link } : {}),
  });
});
