// What the kinds of batchUpdate requests do: protection, sorting, moving, formats, tabs.

import { describe, expect, it } from '@jest/globals';
import { Bench, type Json, messageOf, OWNER, STAFF, text, update } from './support.ts';

describe('protection', () => {
  const protect = (more: Json = {}): Json => ({
    addProtectedRange: {
      protectedRange: { range: { sheetId: 0, startRowIndex: 0, endRowIndex: 1 }, ...more },
    },
  });
  const refused =
    'You are trying to edit a protected cell or object. Please contact the spreadsheet owner to remove protection if you need to edit.';

  it('keeps other editors out, never the owner', () => {
    const bench = new Bench();
    bench.batch([protect()]);
    expect(messageOf(() => bench.batch([update(0, 0, [text('a')])], {}, STAFF))).toBe(
      `Invalid requests[0].updateCells: ${refused}`,
    );
    bench.batch([update(1, 0, [text('below')])], {}, STAFF);
    bench.batch([update(0, 0, [text('a')])], {}, OWNER);
    expect(bench.read('Sheet1')).toEqual([['a'], ['below']]);
  });

  it('lets named editors in, and everybody when it only warns', () => {
    for (const more of [{ editors: { users: [STAFF] } }, { warningOnly: true }]) {
      const bench = new Bench();
      bench.batch([protect(more)]);
      bench.batch([update(0, 0, [text('a')])], {}, STAFF);
      expect(bench.read('Sheet1')).toEqual([['a']]);
    }
  });

  it('moves along when rows are inserted above', () => {
    const bench = new Bench();
    bench.batch([
      protect(),
      { insertDimension: { range: { sheetId: 0, dimension: 'ROWS', startIndex: 0, endIndex: 2 } } },
    ]);
    bench.batch([update(0, 0, [text('free')])], {}, STAFF);
    expect(messageOf(() => bench.batch([update(2, 0, [text('a')])], {}, STAFF))).toContain(refused);
  });
});

describe('other requests', () => {
  it('sorts whole rows: numbers, texts, true and false, empty ones last', () => {
    const bench = new Bench();
    bench.write('A1', [
      ['b', 1],
      [3, 2],
      ['', 3],
      [true, 4],
      ['A', 5],
      [1, 6],
    ]);
    const sort = (sortOrder: string) =>
      bench.batch([
        {
          sortRange: { range: { sheetId: 0, endRowIndex: 6 }, sortSpecs: [{ dimensionIndex: 0, sortOrder }] },
        },
      ]);
    sort('ASCENDING');
    expect(bench.read('B1:B6')).toEqual([[6], [2], [5], [1], [4], [3]]);
    sort('DESCENDING');
    expect(bench.read('B1:B6')).toEqual([[4], [1], [5], [2], [6], [3]]);
  });

  it('moves, deletes and inserts columns with their cells and widths', () => {
    const bench = new Bench();
    bench.write('A1', [['a', 'b', 'c', 'd']]);
    bench.batch([
      {
        updateDimensionProperties: {
          range: { sheetId: 0, dimension: 'COLUMNS', startIndex: 1, endIndex: 2 },
          properties: { pixelSize: 300 },
          fields: 'pixelSize',
        },
      },
      {
        moveDimension: {
          source: { sheetId: 0, dimension: 'COLUMNS', startIndex: 1, endIndex: 2 },
          destinationIndex: 4,
        },
      },
      { deleteDimension: { range: { sheetId: 0, dimension: 'COLUMNS', startIndex: 0, endIndex: 1 } } },
      { insertDimension: { range: { sheetId: 0, dimension: 'COLUMNS', startIndex: 1, endIndex: 2 } } },
    ]);
    expect(bench.read('Sheet1')).toEqual([['c', '', 'd', 'b']]);
    const { columnMetadata } = bench.call('spreadsheets.get', { query: { includeGridData: true } }).sheets[0]
      .data[0];
    expect(columnMetadata.map(({ pixelSize }: { pixelSize: number }) => pixelSize).slice(0, 5)).toEqual([
      100, 100, 100, 300, 100,
    ]);
  });

  it('renames, hides, freezes and reorders tabs by fields', () => {
    const bench = new Bench();
    bench.batch([
      { addSheet: { properties: { sheetId: 1, title: 'B' } } },
      { addSheet: { properties: { sheetId: 2, title: 'C' } } },
      { updateSheetProperties: { properties: { sheetId: 0, index: 2, title: 'ignored' }, fields: 'index' } },
      {
        updateSheetProperties: {
          properties: { sheetId: 2, hidden: true, gridProperties: { frozenRowCount: 1 } },
          fields: 'hidden,gridProperties.frozenRowCount',
        },
      },
    ]);
    const { sheets } = bench.call('spreadsheets.get', {
      query: { fields: 'sheets.properties(title,hidden,gridProperties.frozenRowCount)' },
    });
    expect(sheets).toEqual([
      { properties: { title: 'B' } },
      { properties: { title: 'Sheet1' } },
      { properties: { title: 'C', hidden: true, gridProperties: { frozenRowCount: 1 } } },
    ]);
  });

  it('keeps an equal format once, however many cells have it', () => {
    const bench = new Bench();
    const cell = { userEnteredFormat: { textFormat: { bold: true } } };
    for (let i = 0; i < 5; i++) {
      bench.batch([
        {
          repeatCell: {
            range: { sheetId: 0, startRowIndex: i * 100, endRowIndex: i * 100 + 100 },
            cell,
            fields: 'userEnteredFormat',
          },
        },
      ]);
    }
    expect(bench.kernel.store.list(`formats:${bench.id}`).length).toBe(1);
  });

  it('gives the cells when the field mask names them', () => {
    const bench = new Bench();
    bench.write('A1', [['a']]);
    expect(
      bench.call('spreadsheets.get', { query: { fields: 'sheets.data.rowData.values.formattedValue' } }),
    ).toEqual({
      sheets: [{ data: [{ rowData: [{ values: [{ formattedValue: 'a' }] }] }] }],
    });
  });
});
