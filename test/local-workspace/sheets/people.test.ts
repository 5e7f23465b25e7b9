// What people do in a spreadsheet's window: typing with rules and protection, rows and columns, undo; and the events of it.

import { describe, expect, it } from '@jest/globals';
import { Bench, messageOf, OWNER, STAFF, STRANGER } from './support.ts';

const list = (strict: boolean) => ({
  setDataValidation: {
    range: { sheetId: 0, startRowIndex: 1, startColumnIndex: 0, endColumnIndex: 1 },
    rule: {
      condition: {
        type: 'ONE_OF_LIST',
        values: [{ userEnteredValue: 'Active' }, { userEnteredValue: 'Removed' }],
      },
      strict,
      showCustomUi: true,
    },
  },
});

describe('typing', () => {
  it('tells triggers the old and the new value of a single cell', () => {
    const bench = new Bench();
    bench.sheets.userEdit(STAFF, bench.id, 0, 1, 2, [['12']]);
    bench.sheets.userEdit(STAFF, bench.id, 0, 1, 2, [['2026-01-05']]);
    bench.sheets.userClear(STAFF, bench.id, 0, { startRow: 1, endRow: 2, startColumn: 2, endColumn: 3 });
    const range = { startRow: 1, endRow: 2, startColumn: 2, endColumn: 3 };
    const base = { type: 'edit', spreadsheetId: bench.id, sheetId: 0, range, user: STAFF };
    expect(bench.events.filter(({ type }) => type === 'edit')).toEqual([
      { ...base, value: '12' },
      { ...base, value: '46027', oldValue: '12' },
      { ...base, oldValue: '46027' },
    ]);
    expect(bench.events.filter(({ type }) => type === 'change').map(({ changeType }) => changeType)).toEqual([
      'EDIT',
      'EDIT',
      'EDIT',
    ]);
  });

  it('has no values in the event of a paste, and makes the grid grow', () => {
    const bench = new Bench();
    bench.sheets.userEdit(STAFF, bench.id, 0, 999, 0, [
      ['a', 'b'],
      ['c', 'd'],
    ]);
    expect(bench.events[0]).toEqual({
      type: 'edit',
      spreadsheetId: bench.id,
      sheetId: 0,
      range: { startRow: 999, endRow: 1001, startColumn: 0, endColumn: 2 },
      user: STAFF,
    });
    expect(bench.read('A1000:B1001')).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ]);
  });

  it('refuses what a strict rule does not allow; the API and a lenient rule let it pass', () => {
    const bench = new Bench();
    bench.batch([list(true)]);
    expect(messageOf(() => bench.sheets.userEdit(STAFF, bench.id, 0, 1, 0, [['Actve']]))).toBe(
      'The data you entered in cell A2 violates the data validation rules set on this cell.',
    );
    expect(bench.events).toEqual([]);
    bench.sheets.userEdit(STAFF, bench.id, 0, 1, 0, [['Active']]);
    bench.write('A3', [['Anything']]);
    bench.batch([list(false)]);
    bench.sheets.userEdit(STAFF, bench.id, 0, 3, 0, [['Else']]);
    expect(bench.read('A2:A9')).toEqual([['Active'], ['Anything'], ['Else']]);
  });

  it('refuses protected cells and strangers', () => {
    const bench = new Bench();
    bench.batch([{ addProtectedRange: { protectedRange: { range: { sheetId: 0 } } } }]);
    expect(messageOf(() => bench.sheets.userEdit(STAFF, bench.id, 0, 0, 0, [['x']]))).toContain(
      'protected cell or object',
    );
    expect(messageOf(() => bench.sheets.userDeleteRows(STAFF, bench.id, 0, 0))).toContain(
      'protected cell or object',
    );
    expect(messageOf(() => bench.sheets.userEdit(STRANGER, bench.id, 0, 0, 0, [['x']]))).toBe(
      'The caller does not have permission',
    );
    bench.sheets.userEdit(OWNER, bench.id, 0, 0, 0, [['x']]);
    expect(bench.events.map(({ user }) => user)).toEqual([OWNER, OWNER]);
  });
});

describe('rows, columns and tabs', () => {
  it('reports each action by its kind', () => {
    const bench = new Bench();
    const { sheets, id } = bench;
    bench.write('A1', [['Name'], ['b'], ['a']]);
    bench.batch([
      {
        updateSheetProperties: {
          properties: { sheetId: 0, gridProperties: { frozenRowCount: 1 } },
          fields: 'gridProperties.frozenRowCount',
        },
      },
    ]);
    sheets.userSort(STAFF, id, 0, 0);
    expect(bench.read('Sheet1')).toEqual([['Name'], ['a'], ['b']]);
    sheets.userInsertRows(STAFF, id, 0, 1);
    sheets.userInsertColumns(STAFF, id, 0, 0);
    sheets.userMoveColumn(STAFF, id, 0, 1, 0);
    sheets.userDeleteRows(STAFF, id, 0, 1);
    sheets.userDeleteColumns(STAFF, id, 0, 1);
    sheets.userRenameSheet(STAFF, id, 0, 'People');
    sheets.userAddSheet(STAFF, id, 'More');
    sheets.userDeleteSheet(STAFF, id, bench.call('spreadsheets.get').sheets[1].properties.sheetId);
    expect(bench.read('People')).toEqual([['Name'], ['a'], ['b']]);
    expect(bench.events.map(({ changeType }) => changeType)).toEqual([
      'OTHER',
      'INSERT_ROW',
      'INSERT_COLUMN',
      'OTHER',
      'REMOVE_ROW',
      'REMOVE_COLUMN',
      'OTHER',
      'INSERT_GRID',
      'REMOVE_GRID',
    ]);
  });

  it('undoes the last action', () => {
    const bench = new Bench();
    const { sheets, id } = bench;
    bench.write('A1', [['a'], ['b'], ['c']]);
    const all = () => bench.read('A1:Z50');
    for (const action of [
      () => sheets.userEdit(STAFF, id, 0, 0, 0, [['x'], ['y']]),
      () => sheets.userDeleteRows(STAFF, id, 0, 0, 2),
      () => sheets.userInsertColumns(STAFF, id, 0, 0),
      () => sheets.userSort(STAFF, id, 0, 0, true),
      () => sheets.userEdit(STAFF, id, 0, 9, 0, [['new']]),
    ]) {
      action();
      expect(all()).not.toEqual([['a'], ['b'], ['c']]);
      sheets.userUndo(STAFF, id);
      expect(all()).toEqual([['a'], ['b'], ['c']]);
    }
    sheets.userRenameSheet(STAFF, id, 0, 'Renamed');
    sheets.userUndo(STAFF, id);
    expect(bench.call('spreadsheets.get').sheets[0].properties.title).toBe('Sheet1');
    expect(messageOf(() => sheets.userUndo(STAFF, id))).toBe('There is nothing to undo.');
  });

  it('undoes one action after the other, each person her own, and leaves what others wrote meanwhile', () => {
    const bench = new Bench();
    const { sheets, id } = bench;
    bench.write('A1', [
      ['a', '1'],
      ['b', '2'],
    ]);
    sheets.userEdit(STAFF, id, 0, 0, 0, [['x']]);
    sheets.userRenameSheet(STAFF, id, 0, 'Ours');
    sheets.userEdit(OWNER, id, 0, 1, 1, [['owner']]);
    sheets.userEdit(STAFF, id, 0, 1, 0, [['y']]);
    bench.batch([
      {
        updateCells: {
          start: { sheetId: 0, rowIndex: 0, columnIndex: 1 },
          rows: [{ values: [{ userEnteredValue: { stringValue: 'script' } }] }],
          fields: 'userEnteredValue',
        },
      },
    ]);
    const now = () => {
      const { title } = bench.call('spreadsheets.get').sheets[0].properties;
      return [title, ...(bench.read(`${title}!A1:B2`) ?? [])];
    };
    sheets.userUndo(STAFF, id);
    expect(now()).toEqual(['Ours', ['x', 'script'], ['b', 'owner']]);
    sheets.userUndo(STAFF, id);
    expect(now()).toEqual(['Sheet1', ['x', 'script'], ['b', 'owner']]);
    sheets.userUndo(STAFF, id);
    expect(now()).toEqual(['Sheet1', ['a', 'script'], ['b', 'owner']]);
    expect(sheets.canUndo(STAFF, id)).toBe(false);
    sheets.userUndo(OWNER, id);
    expect(now()).toEqual(['Sheet1', ['a', 'script'], ['b', '2']]);
  });

  it('refuses by name to undo moved rows after others wrote in between', () => {
    const bench = new Bench();
    bench.write('A1', [['a'], ['b'], ['c']]);
    bench.sheets.userDeleteRows(STAFF, bench.id, 0, 0);
    bench.write('A9', [['script']]);
    expect(messageOf(() => bench.sheets.userUndo(STAFF, bench.id))).toContain(
      'Undoing moved rows or columns after others wrote is not implemented in the local Workspace',
    );
    expect(bench.read('A1:A9')).toEqual([['b'], ['c'], [], [], [], [], [], [], ['script']]);
  });
});

describe('the view', () => {
  it('gives texts, looks, rules, notes, widths and protection', () => {
    const bench = new Bench();
    bench.write('A1', [['Status'], ['Active'], [46027]]);
    const header = {
      userEnteredFormat: { textFormat: { bold: true }, backgroundColor: { red: 1, green: 0.5 } },
      note: 'What it is',
    };
    bench.batch([
      list(true),
      {
        updateCells: {
          start: { sheetId: 0 },
          rows: [{ values: [header] }],
          fields: 'userEnteredFormat,note',
        },
      },
      {
        updateDimensionProperties: {
          range: { sheetId: 0, dimension: 'COLUMNS', startIndex: 0, endIndex: 1 },
          properties: { pixelSize: 220 },
          fields: 'pixelSize',
        },
      },
      {
        addProtectedRange: {
          protectedRange: { range: { sheetId: 0, endRowIndex: 1 }, description: 'Headers' },
        },
      },
    ]);
    const view = bench.sheets.view(STAFF, bench.id, { rowLimit: 10 });
    const [sheet] = view.sheets;
    expect(view).toMatchObject({ title: 'Registers', mayEdit: true });
    expect(sheet?.values.slice(0, 3)).toEqual([['Status'], ['Active'], ['46027']]);
    expect(view.looks[sheet?.styles[0]?.[0] ?? -1]).toEqual({ bold: true, background: '#ff8000' });
    expect(view.ruleList[sheet?.rules[1]?.[0] ?? -1]).toEqual({
      choices: ['Active', 'Removed'],
      strict: true,
    });
    expect(sheet?.notes).toEqual({ '0:0': 'What it is' });
    expect(sheet?.columns[0]).toEqual({ width: 220, hidden: false });
    expect(sheet?.protected).toEqual([
      {
        startRow: 0,
        endRow: 1,
        startColumn: 0,
        endColumn: 26,
        mayEdit: false,
        warningOnly: false,
        description: 'Headers',
      },
    ]);
  });
});
