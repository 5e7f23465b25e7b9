// The values methods: what is stored as given, what is read as if typed, and what an answer leaves out.

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Bench, messageOf } from './support.ts';

describe('typed input', () => {
  it.each([
    ['12', 12, '12'],
    ['-1.5', -1.5, '-1.5'],
    ['1,234', 1234, '1,234'],
    ['10%', 0.1, '10%'],
    ['12.5%', 0.125, '12.50%'],
    ['$5', 5, '$5'],
    ['$1,234.50', 1234.5, '$1,234.50'],
    ['TRUE', true, 'TRUE'],
    ['false', false, 'FALSE'],
    ['2026-01-05', 46027, '2026-01-05'],
    ['1/5/2026', 46027, '1/5/2026'],
    ['Jan 5, 2026', 46027, 'Jan 5, 2026'],
    ['2026-01-05 06:00', 46027.25, '2026-01-05 6:00'],
    ['14:30', 14.5 / 24, '14:30'],
    ["'007", '007', '007'],
    ["'=A1", '=A1', '=A1'],
    ['2026-02-30', '2026-02-30', '2026-02-30'],
    ['Mayor 5', 'Mayor 5', 'Mayor 5'],
    ['007-x', '007-x', '007-x'],
    ['=1+2*3', 7, '7'],
    ['=1/0', '#DIV/0!', '#DIV/0!'],
    ['+5', 5, '5'],
    ['   ', '   ', '   '],
  ])('%s becomes %p and shows as %s', (typed, value, shown) => {
    const bench = new Bench();
    bench.write('A1', [[typed]], 'USER_ENTERED');
    expect(bench.read('A1')).toEqual([[value]]);
    expect(bench.read('A1', 'FORMATTED_VALUE')).toEqual([[shown]]);
  });

  it('keeps everything as it is when written RAW', () => {
    const bench = new Bench();
    const row = ['=1+2', '+x', '@x', "'x", '12', 12, true, '2026-01-05', '  '];
    bench.write('A1', [row]);
    expect(bench.read('A1:I1')).toEqual([row]);
    expect(bench.read('A1:I1', 'FORMULA')).toEqual([row]);
  });

  it('reads nothing into text in a plain text cell', () => {
    const bench = new Bench();
    const range = { sheetId: 0, startColumnIndex: 0, endColumnIndex: 1 };
    bench.batch([
      {
        repeatCell: {
          range,
          cell: { userEnteredFormat: { numberFormat: { type: 'TEXT' } } },
          fields: 'userEnteredFormat.numberFormat',
        },
      },
    ]);
    bench.write('A1', [['00123'], ['=1+1']], 'USER_ENTERED');
    expect(bench.read('A1:A2')).toEqual([['00123'], ['=1+1']]);
  });
});

describe('what an answer leaves out', () => {
  it('has neither empty rows nor empty cells at the end', () => {
    const bench = new Bench();
    bench.write('A1', [['a', '', 'c', ''], [], ['', 'x'], ['', '']]);
    expect(bench.read('A1:Z100')).toEqual([['a', '', 'c'], [], ['', 'x']]);
    expect(bench.read('A1:Z100', 'UNFORMATTED_VALUE', { majorDimension: 'COLUMNS' })).toEqual([
      ['a'],
      ['', '', 'x'],
      ['c'],
    ]);
    expect(bench.read('D4:E5')).toBeUndefined();
  });

  it('does not count formats, notes and rules as content', () => {
    const bench = new Bench();
    bench.write('A1', [['a']]);
    bench.batch([
      {
        repeatCell: {
          range: { sheetId: 0 },
          cell: { note: 'n', userEnteredFormat: { textFormat: { bold: true } } },
          fields: 'note,userEnteredFormat',
        },
      },
    ]);
    expect(bench.read('Sheet1')).toEqual([['a']]);
  });
});

describe('writing', () => {
  it('leaves cells alone for null and empties them for an empty text', () => {
    const bench = new Bench();
    bench.write('A1', [['a', 'b', 'c']]);
    const answer = bench.write('A1:C1', [[null, '', 'd']]);
    expect(answer).toEqual({
      spreadsheetId: bench.id,
      updatedRange: 'Sheet1!A1:C1',
      updatedRows: 1,
      updatedColumns: 2,
      updatedCells: 2,
    });
    expect(bench.read('A1:C1')).toEqual([['a', '', 'd']]);
  });

  it('stays within the range that was asked for', () => {
    const bench = new Bench();
    expect(messageOf(() => bench.write('A1:B1', [['a'], ['b']]))).toBe(
      'Requested writing within range [Sheet1!A1:B1], but tried writing to row [2]',
    );
    expect(messageOf(() => bench.write('A1:B1', [['a', 'b', 'c']]))).toBe(
      'Requested writing within range [Sheet1!A1:B1], but tried writing to column [C]',
    );
    expect(
      messageOf(() =>
        bench.call('spreadsheets.values.update', { path: { range: 'A1' }, body: { values: [['a']] } }),
      ),
    ).toBe("'valueInputOption' is required but not specified");
    expect(bench.read('A1:Z99')).toBeUndefined();
  });

  it('takes 50,000 characters and not one more', () => {
    const bench = new Bench();
    bench.write('A1', [['x'.repeat(50_000)]]);
    expect(messageOf(() => bench.write('A2', [['x'.repeat(50_001)]]))).toBe(
      'Your input contains more than the maximum of 50000 characters in a single cell.',
    );
    expect(bench.read('A1:A2')?.length).toBe(1);
  });

  it('appends below the table that it finds', () => {
    const bench = new Bench();
    bench.write('B2', [
      ['Name', 'Age'],
      ['Ann', 30],
    ]);
    const append = (values: unknown[][], query = {}) =>
      bench.call('spreadsheets.values.append', {
        path: { range: 'Sheet1' },
        query: { valueInputOption: 'RAW', ...query },
        body: { values },
      });
    expect(append([['Bea', 31]])).toEqual({
      spreadsheetId: bench.id,
      tableRange: 'Sheet1!B2:C3',
      updates: {
        spreadsheetId: bench.id,
        updatedRange: 'Sheet1!B4:C4',
        updatedRows: 1,
        updatedColumns: 2,
        updatedCells: 2,
      },
    });
    append([['Cleo', 32]], { insertDataOption: 'INSERT_ROWS' });
    expect(bench.read('B2:C9')).toEqual([
      ['Name', 'Age'],
      ['Ann', 30],
      ['Bea', 31],
      ['Cleo', 32],
    ]);
    expect(bench.call('spreadsheets.get').sheets[0].properties.gridProperties.rowCount).toBe(1001);
  });

  it('clears values and keeps formats', () => {
    const bench = new Bench();
    bench.write('A1', [['2026-01-05', 'x']], 'USER_ENTERED');
    expect(bench.call('spreadsheets.values.clear', { path: { range: 'A1' } })).toEqual({
      spreadsheetId: bench.id,
      clearedRange: 'Sheet1!A1',
    });
    bench.write('A1', [[46028]]);
    expect(bench.read('A1:B1', 'FORMATTED_VALUE')).toEqual([['2026-01-06', 'x']]);
  });

  it('gives back any typed values that were written', () => {
    const bench = new Bench();
    const value = fc.oneof(
      fc.string({ minLength: 1 }),
      fc.boolean(),
      fc
        .double({ noNaN: true, noDefaultInfinity: true })
        .map((number) => (Object.is(number, -0) ? 0 : number)),
    );
    fc.assert(
      fc.property(
        fc.array(fc.array(value, { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 8 }),
        (values) => {
          bench.call('spreadsheets.values.clear', { path: { range: 'Sheet1' } });
          bench.write('A1', values);
          expect(bench.read('Sheet1')).toEqual(values);
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe('allowances', () => {
  it('counts one read for a batch of ranges and refuses the sixty-first in a minute', () => {
    const bench = new Bench();
    const caller = { email: 'quick@example.org' };
    for (let i = 0; i < 60; i++) bench.sheets.count(caller, 'Read');
    expect(messageOf(() => bench.sheets.count(caller, 'Read'))).toBe(
      "Quota exceeded for quota metric 'Read requests' and limit 'Read requests per minute per user' of service 'sheets.googleapis.com' for consumer 'project_number:0'.",
    );
    bench.sheets.count(caller, 'Write');
    bench.kernel.clock.tick(60_001);
    bench.sheets.count(caller, 'Read');
    const before = bench.kernel.quotas.used('office@example.org', 'sheets reads');
    bench.call('spreadsheets.values.batchGet', { query: { ranges: ['A1', 'B2:C', 'Sheet1'] } });
    expect(bench.kernel.quotas.used('office@example.org', 'sheets reads')).toBe(1);
    expect(before).toBe(0);
  });
});
