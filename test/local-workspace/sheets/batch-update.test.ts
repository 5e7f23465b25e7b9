// batchUpdate: all or nothing, each request seeing the ones before, errors in Google's words.

import { describe, expect, it } from '@jest/globals';
import { append, Bench, type Json, messageOf, number, STRANGER, text, update } from './support.ts';

describe('atomicity', () => {
  it('applies nothing when one request is invalid, wherever it stands', () => {
    const good: Json[] = [
      append([[text('a')]]),
      { addSheet: { properties: { title: 'New', sheetId: 5 } } },
      append([[text('b')]], 'userEnteredValue', 5),
      { updateSpreadsheetProperties: { properties: { title: 'Renamed' }, fields: 'title' } },
      { insertDimension: { range: { sheetId: 0, dimension: 'ROWS', startIndex: 0, endIndex: 3 } } },
    ];
    for (let place = 0; place <= good.length; place++) {
      const bench = new Bench();
      bench.write('A1', [['before']]);
      const state = JSON.stringify(bench.call('spreadsheets.get', { query: { includeGridData: true } }));
      const requests = [...good.slice(0, place), { deleteSheet: { sheetId: 99 } }, ...good.slice(place)];
      expect(messageOf(() => bench.batch(requests))).toBe(
        `Invalid requests[${place}].deleteSheet: No sheet with id: 99`,
      );
      expect(JSON.stringify(bench.call('spreadsheets.get', { query: { includeGridData: true } }))).toBe(
        state,
      );
      bench.batch(good);
      expect(bench.read('New')).toEqual([['b']]);
      expect(bench.read('Sheet1')?.at(-1)).toEqual(['a']);
    }
  });

  it('answers each request in its place and can tell the state afterwards', () => {
    const bench = new Bench();
    const answer = bench.batch(
      [append([[text('a')]]), { addSheet: { properties: { title: 'Two', sheetId: 2 } } }],
      {
        includeSpreadsheetInResponse: true,
        responseRanges: ['Sheet1!A1:B2'],
        responseIncludeGridData: true,
      },
    );
    expect(answer.replies).toEqual([
      {},
      {
        addSheet: {
          properties: {
            sheetId: 2,
            title: 'Two',
            index: 1,
            sheetType: 'GRID',
            gridProperties: { rowCount: 1000, columnCount: 26 },
          },
        },
      },
    ]);
    expect(answer.updatedSpreadsheet.sheets).toHaveLength(1);
    expect(answer.updatedSpreadsheet.sheets[0].data[0].rowData).toEqual([
      {
        values: [
          expect.objectContaining({
            userEnteredValue: { stringValue: 'a' },
            effectiveValue: { stringValue: 'a' },
            formattedValue: 'a',
          }),
        ],
      },
    ]);
  });
});

describe('appendCells', () => {
  it('adds after the last row with data, whatever formats and rules stand below', () => {
    const bench = new Bench();
    bench.write('A1', [['head'], ['one'], [], ['three']]);
    bench.batch([
      {
        repeatCell: {
          range: { sheetId: 0, startRowIndex: 1 },
          cell: { userEnteredFormat: { wrapStrategy: 'WRAP' } },
          fields: 'userEnteredFormat.wrapStrategy',
        },
      },
      append([[text('four'), number(4)], [text('five')]]),
    ]);
    expect(bench.read('Sheet1')).toEqual([['head'], ['one'], [], ['three'], ['four', 4], ['five']]);
    const cell = bench.call('spreadsheets.get', { query: { ranges: 'A5', includeGridData: true } }).sheets[0]
      .data[0].rowData[0].values[0];
    expect(cell.userEnteredFormat).toEqual({ wrapStrategy: 'WRAP' });
  });

  it('grows the grid when it is full', () => {
    const bench = new Bench();
    bench.batch([
      {
        addSheet: {
          properties: { sheetId: 3, title: 'Small', gridProperties: { rowCount: 2, columnCount: 1 } },
        },
      },
    ]);
    for (let i = 0; i < 4; i++) bench.batch([append([[number(i), text(`row ${i}`)]], 'userEnteredValue', 3)]);
    expect(bench.read('Small')).toEqual([
      [0, 'row 0'],
      [1, 'row 1'],
      [2, 'row 2'],
      [3, 'row 3'],
    ]);
    expect(bench.call('spreadsheets.get').sheets[1].properties.gridProperties).toEqual({
      rowCount: 4,
      columnCount: 2,
    });
  });

  it('goes back up when the last rows were emptied or deleted', () => {
    const bench = new Bench();
    bench.write('A1', [['a'], ['b'], ['c'], ['d']]);
    bench.call('spreadsheets.values.clear', { path: { range: 'A4' } });
    bench.batch([
      { deleteDimension: { range: { sheetId: 0, dimension: 'ROWS', startIndex: 2, endIndex: 3 } } },
      append([[text('e')]]),
    ]);
    expect(bench.read('Sheet1')).toEqual([['a'], ['b'], ['e']]);
  });

  it('follows a restored snapshot', () => {
    const bench = new Bench();
    bench.batch([append([[text('a')]])]);
    const snapshot = bench.kernel.store.snapshot();
    bench.batch([append([[text('b')], [text('c')]])]);
    bench.kernel.store.restore(snapshot);
    bench.batch([append([[text('d')]])]);
    expect(bench.read('Sheet1')).toEqual([['a'], ['d']]);
  });
});

describe('updateCells', () => {
  it('keeps a text that begins with = a text', () => {
    const bench = new Bench();
    const texts = ['=1+1', '+1', '-1', '@x', "'x", '=HYPERLINK("http://x")'];
    bench.batch([update(0, 0, texts.map(text))]);
    expect(bench.read('Sheet1')).toEqual([texts]);
    expect(bench.read('Sheet1', 'FORMULA')).toEqual([texts]);
    const [first] = bench.call('spreadsheets.get', { query: { includeGridData: true } }).sheets[0].data[0]
      .rowData[0].values;
    expect(first.userEnteredValue).toEqual({ stringValue: '=1+1' });
  });

  it('changes only what its fields name, and clears what the data lacks', () => {
    const bench = new Bench();
    const format = {
      numberFormat: { type: 'DATE', pattern: 'yyyy-mm-dd' },
      textFormat: { bold: true, italic: true },
    };
    bench.batch([
      update(
        0,
        0,
        [{ userEnteredValue: { numberValue: 46027 }, userEnteredFormat: format, note: 'kept' }],
        '*',
      ),
      update(
        0,
        0,
        [{ userEnteredFormat: { textFormat: { bold: false } }, note: 'ignored' }],
        'userEnteredFormat.textFormat.bold,userEnteredFormat.textFormat.italic',
      ),
    ]);
    const [cell] = bench.call('spreadsheets.get', { query: { includeGridData: true } }).sheets[0].data[0]
      .rowData[0].values;
    expect(cell.userEnteredFormat).toEqual({
      numberFormat: format.numberFormat,
      textFormat: { bold: false },
    });
    expect(cell).toMatchObject({ note: 'kept', formattedValue: '2026-01-05' });
    bench.batch([update(0, 0, [{}])]);
    expect(bench.read('Sheet1')).toBeUndefined();
  });

  it('clears the rest of a range that the rows do not fill', () => {
    const bench = new Bench();
    bench.write('A1', [
      ['a', 'b'],
      ['c', 'd'],
      ['e', 'f'],
    ]);
    bench.batch([
      {
        updateCells: {
          range: { sheetId: 0, startRowIndex: 0, endRowIndex: 2, startColumnIndex: 0, endColumnIndex: 2 },
          rows: [{ values: [text('x')] }],
          fields: 'userEnteredValue',
        },
      },
    ]);
    expect(bench.read('Sheet1')).toEqual([['x'], [], ['e', 'f']]);
  });
});

describe('errors', () => {
  const cases: [string, Json[], string][] = [
    ['no request', [], 'Must specify at least one request.'],
    [
      'no such tab',
      [{ updateCells: { start: { sheetId: 9 }, rows: [], fields: '*' } }],
      'Invalid requests[0].updateCells: No grid with id: 9',
    ],
    [
      'a name in use',
      [{ addSheet: { properties: { title: 'sheet1' } } }],
      'Invalid requests[0].addSheet: A sheet with the name "sheet1" already exists. Please enter another name.',
    ],
    [
      'the last tab',
      [{ deleteSheet: { sheetId: 0 } }],
      "Invalid requests[0].deleteSheet: You can't remove all the sheets in a document.",
    ],
    [
      'no fields',
      [update(0, 0, [text('a')], '')],
      "Invalid requests[0].updateCells: At least one field must be listed in 'fields'. (Use '*' to indicate all fields.)",
    ],
    [
      'beyond the last column',
      [update(0, 25, [text('a'), text('b')])],
      'Invalid requests[0].updateCells: Attempting to write column: 26, beyond the last requested column of: 25',
    ],
    [
      'a field that Google does not have',
      [{ updateCells: { start: { sheetId: 0, row: 1 }, fields: '*' } }],
      `Invalid JSON payload received. Unknown name "row" at 'requests[0].update_cells.start': Cannot find field.`,
    ],
    [
      'a request that Google does not have',
      [{ makeCoffee: {} }],
      `Invalid JSON payload received. Unknown name "makeCoffee" at 'requests[0]': Cannot find field.`,
    ],
    [
      'a request that only Google has',
      [{ addSlicer: {} }],
      'The request addSlicer is not implemented in the local Workspace',
    ],
    [
      'a function that only Google has',
      [update(0, 0, [{ userEnteredValue: { formulaValue: '=VLOOKUP(A1,B:C,2)' } }])],
      'The spreadsheet function VLOOKUP is not implemented in the local Workspace',
    ],
    [
      'a text too long',
      [update(0, 0, [text('x'.repeat(50_001))])],
      'Invalid requests[0].updateCells: Your input contains more than the maximum of 50000 characters in a single cell.',
    ],
    [
      'too many cells',
      [{ addSheet: { properties: { gridProperties: { rowCount: 1_000_000, columnCount: 10 } } } }],
      'Invalid requests[0].addSheet: This action would increase the number of cells in the workbook above the limit of 10000000 cells.',
    ],
    [
      'all rows',
      [{ deleteDimension: { range: { sheetId: 0, dimension: 'ROWS' } } }],
      "Invalid requests[0].deleteDimension: You can't delete all the rows on the sheet.",
    ],
  ];
  it.each(cases)('%s', (_, requests, message) => {
    const bench = new Bench();
    expect(messageOf(() => bench.batch(requests))).toBe(message);
  });

  it('takes null for a field that is not there', () => {
    const bench = new Bench();
    bench.batch([
      update(0, 0, [{ userEnteredValue: { stringValue: 'a' }, note: null }], 'userEnteredValue,note'),
    ]);
    expect(bench.read('Sheet1')).toEqual([['a']]);
  });

  it('knows neither strangers nor missing spreadsheets', () => {
    const bench = new Bench();
    expect(messageOf(() => bench.call('spreadsheets.get', { path: { spreadsheetId: 'none' } }))).toBe(
      'Requested entity was not found.',
    );
    expect(messageOf(() => bench.call('spreadsheets.get', { email: STRANGER }))).toBe(
      'The caller does not have permission',
    );
  });

  it('leaves no file behind when a spreadsheet cannot be created', () => {
    const bench = new Bench();
    const sheets = [{ properties: { title: 'A' } }, { properties: { title: 'a' } }];
    expect(messageOf(() => bench.call('spreadsheets.create', { body: { sheets } }))).toContain(
      'already exists',
    );
    expect(bench.sheets.all()).toHaveLength(1);
  });
});
