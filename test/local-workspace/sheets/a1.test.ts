// A1 notation: what each way of writing a range means, and how ranges are written in answers.

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  columnIndex,
  columnName,
  formatCells,
  parseCells,
  quoteTitle,
  splitRange,
} from '../../../scripts/local-workspace/services/sheets/a1.ts';
import { Bench, messageOf } from './support.ts';

describe('cells of a range', () => {
  it.each([
    ['A1', { startRow: 0, endRow: 1, startColumn: 0, endColumn: 1 }],
    ['$B$2', { startRow: 1, endRow: 2, startColumn: 1, endColumn: 2 }],
    ['A1:C3', { startRow: 0, endRow: 3, startColumn: 0, endColumn: 3 }],
    ['C3:A1', { startRow: 0, endRow: 3, startColumn: 0, endColumn: 3 }],
    ['A:C', { startRow: 0, startColumn: 0, endColumn: 3 }],
    ['2:5', { startRow: 1, endRow: 5, startColumn: 0 }],
    ['A2:C', { startRow: 1, startColumn: 0, endColumn: 3 }],
    ['B2:4', { startRow: 1, endRow: 4, startColumn: 1 }],
    ['AA10', { startRow: 9, endRow: 10, startColumn: 26, endColumn: 27 }],
  ])('%s', (text, area) => {
    expect(parseCells(text)).toEqual(area);
  });

  it.each(['', 'A0', '1', 'A', 'A1:B2:C3', 'A-1', 'Members', '1A', 'A1:'])(
    'does not take %j for cells',
    (text) => {
      expect(parseCells(text)).toBeUndefined();
    },
  );

  it('names columns as the alphabet goes on', () => {
    expect([0, 25, 26, 701, 702].map(columnName)).toEqual(['A', 'Z', 'AA', 'ZZ', 'AAA']);
    fc.assert(fc.property(fc.nat(18_277), (column) => columnIndex(columnName(column)) === column));
  });

  it('reads back what it writes', () => {
    fc.assert(
      fc.property(
        fc.nat(5000),
        fc.nat(700),
        fc.nat(50),
        fc.nat(50),
        (startRow, startColumn, height, width) => {
          const area = {
            startRow,
            startColumn,
            endRow: startRow + height + 1,
            endColumn: startColumn + width + 1,
          };
          expect(parseCells(formatCells(area))).toEqual(area);
        },
      ),
    );
  });
});

describe('names of tabs', () => {
  it.each([
    ['Members', 'Members'],
    ['Mail log', "'Mail log'"],
    ["Ann's", "'Ann''s'"],
    ['A1', "'A1'"],
    ['2026', "'2026'"],
  ])('%s is written %s', (title, quoted) => {
    expect(quoteTitle(title)).toBe(quoted);
    expect(splitRange(`${quoted}!B2`)).toEqual({ title, cells: 'B2' });
  });

  it('finds a tab by its bare name, its quoted name and its name with cells', () => {
    const bench = new Bench();
    bench.batch([
      { addSheet: { properties: { title: 'Mail log', gridProperties: { rowCount: 10, columnCount: 3 } } } },
    ]);
    for (const [range, full] of [
      ['Mail log', "'Mail log'!A1:C10"],
      ["'Mail log'", "'Mail log'!A1:C10"],
      ["'mail LOG'!A2:B", "'Mail log'!A2:B10"],
      ["'Mail log'!A1:Z99", "'Mail log'!A1:C10"],
      ['Sheet1!B2', 'Sheet1!B2'],
      ['B2', 'Sheet1!B2'],
    ]) {
      expect(bench.call('spreadsheets.values.get', { path: { range } }).range).toBe(full);
    }
  });

  it('says what it cannot read, in the words of the request', () => {
    const bench = new Bench();
    expect(messageOf(() => bench.read('Foo!A1'))).toBe('Unable to parse range: Foo!A1');
    expect(messageOf(() => bench.read("'Members'"))).toBe("Unable to parse range: 'Members'");
    expect(messageOf(() => bench.read('Sheet1!A0'))).toBe('Unable to parse range: Sheet1!A0');
    expect(messageOf(() => bench.read('Sheet1!A1001'))).toBe(
      'Range (Sheet1!A1001) exceeds grid limits. Max rows: 1000, max columns: 26',
    );
  });
});
