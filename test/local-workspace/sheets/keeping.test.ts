// Spreadsheets on disk and in snapshots: everything that matters is in the store.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { Bench, STAFF } from './support.ts';

const whole = (bench: Bench): string =>
  JSON.stringify(bench.call('spreadsheets.get', { query: { includeGridData: true } }));

function fill(bench: Bench): void {
  bench.write(
    'A1',
    [
      ['Name', 'Joined'],
      ['Ann', '2026-01-05'],
      ['Bea', '=COUNTA(A:A)'],
    ],
    'USER_ENTERED',
  );
  bench.batch([
    { addSheet: { properties: { title: 'Log', sheetId: 9 } } },
    {
      repeatCell: {
        range: { sheetId: 0, endRowIndex: 1 },
        cell: { userEnteredFormat: { textFormat: { bold: true } }, note: 'n' },
        fields: 'userEnteredFormat,note',
      },
    },
    {
      setDataValidation: {
        range: { sheetId: 9, startColumnIndex: 0, endColumnIndex: 1 },
        rule: { condition: { type: 'BOOLEAN' }, strict: true },
      },
    },
    { addProtectedRange: { protectedRange: { range: { sheetId: 9 }, warningOnly: true } } },
    { addNamedRange: { namedRange: { name: 'people', range: { sheetId: 0, startRowIndex: 1 } } } },
    { setBasicFilter: { filter: { range: { sheetId: 0 } } } },
  ]);
}

describe('keeping', () => {
  it('reads the same after a restart, and goes on as if there had been none', () => {
    const folder = mkdtempSync(join(tmpdir(), 'sheets-'));
    try {
      const first = new Bench(folder);
      fill(first);
      const before = whole(first);
      first.sheets.userEdit(STAFF, first.id, 0, 3, 0, [['Cleo']]);
      first.kernel.store.close();
      const second = new Bench(folder);
      expect(second.id).toBe(first.id);
      expect(second.read('A2:A9')).toEqual([['Ann'], ['Bea'], ['Cleo']]);
      second.sheets.userUndo(STAFF, second.id);
      expect(whole(second)).toBe(before);
      second.batch([
        {
          appendCells: {
            sheetId: 0,
            rows: [{ values: [{ userEnteredValue: { stringValue: 'Dora' } }] }],
            fields: 'userEnteredValue',
          },
        },
      ]);
      expect(second.read('A4')).toEqual([['Dora']]);
      second.kernel.store.close();
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('goes back to a snapshot in full, formats included', () => {
    const bench = new Bench();
    fill(bench);
    const before = whole(bench);
    const snapshot = bench.kernel.store.snapshot();
    bench.sheets.userDeleteSheet(STAFF, bench.id, 9);
    bench.batch([
      {
        repeatCell: {
          range: { sheetId: 0 },
          cell: { userEnteredFormat: { textFormat: { italic: true } } },
          fields: 'userEnteredFormat',
        },
      },
      { insertDimension: { range: { sheetId: 0, dimension: 'ROWS', startIndex: 0, endIndex: 5 } } },
    ]);
    bench.kernel.store.restore(snapshot);
    expect(whole(bench)).toBe(before);
    bench.batch([
      {
        repeatCell: {
          range: { sheetId: 0, endRowIndex: 1 },
          cell: { userEnteredFormat: { horizontalAlignment: 'CENTER' } },
          fields: 'userEnteredFormat',
        },
      },
    ]);
    const [cell] = bench.call('spreadsheets.get', { query: { includeGridData: true } }).sheets[0].data[0]
      .rowData[0].values;
    expect(cell.userEnteredFormat).toEqual({ horizontalAlignment: 'CENTER' });
  });
});
