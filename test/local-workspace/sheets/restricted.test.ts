// What a register of restricted cases needs of a spreadsheet: notes, rules, hidden columns and tabs, parts for some only.

import { describe, expect, it } from '@jest/globals';
import { type Answer, Bench, messageOf, OWNER, STAFF, text } from './support.ts';

const HANDLER = 'handler@example.org';
const PROTECTED =
  'You are trying to edit a protected cell or object. Please contact the spreadsheet owner to remove protection if you need to edit.';

describe('one updateCells request', () => {
  it('writes value, note, rule and format together, and takes them away again', () => {
    const bench = new Bench();
    const dataValidation = {
      condition: {
        type: 'ONE_OF_LIST',
        values: [{ userEnteredValue: 'Open' }, { userEnteredValue: 'Closed' }],
      },
      strict: true,
      showCustomUi: true,
    };
    const userEnteredFormat = {
      backgroundColor: { red: 1, green: 0.9, blue: 0.8 },
      textFormat: { bold: true, foregroundColor: { blue: 0.5 } },
    };
    const write = (cell: object) => ({
      updateCells: {
        start: { sheetId: 0, rowIndex: 1, columnIndex: 0 },
        rows: [{ values: [cell] }],
        fields: 'userEnteredValue,note,dataValidation,userEnteredFormat(backgroundColor,textFormat)',
      },
    });
    const read = (): Answer =>
      bench.call('spreadsheets.get', {
        query: {
          ranges: 'Sheet1!A2',
          fields: 'sheets.data.rowData.values(userEnteredValue,note,dataValidation,userEnteredFormat)',
        },
      }).sheets?.[0]?.data[0].rowData?.[0].values[0];
    bench.batch([write({ ...text('Open'), note: 'Since Monday', dataValidation, userEnteredFormat })]);
    expect(read()).toMatchObject({
      ...text('Open'),
      note: 'Since Monday',
      dataValidation,
      userEnteredFormat,
    });
    expect(messageOf(() => bench.sheets.userEdit(STAFF, bench.id, 0, 1, 0, [['Opne']]))).toContain(
      'violates the data validation rules',
    );
    bench.batch([write({})]);
    expect(read()).toBeUndefined();
  });
});

describe('hidden parts', () => {
  it('columns and tabs are hidden from view, and read like any other', () => {
    const bench = new Bench();
    bench.write('A1:B1', [['Case', 'Key']]);
    bench.batch([
      {
        updateDimensionProperties: {
          range: { sheetId: 0, dimension: 'COLUMNS', startIndex: 1, endIndex: 2 },
          properties: { hiddenByUser: true },
          fields: 'hiddenByUser',
        },
      },
      { addSheet: { properties: { sheetId: 7, title: 'Trail', hidden: true } } },
    ]);
    const { sheets } = bench.sheets.view(STAFF, bench.id);
    expect(sheets.map(({ title, hidden }) => [title, hidden])).toEqual([
      ['Sheet1', false],
      ['Trail', true],
    ]);
    expect(sheets[0]?.columns.slice(0, 3).map(({ hidden }) => hidden)).toEqual([false, true, false]);
    expect(bench.read('A1:B1')).toEqual([['Case', 'Key']]);
    bench.write('Trail!A1', [['kept']]);
    expect(bench.read('Trail!A1')).toEqual([['kept']]);
  });
});

describe('a protected stretch', () => {
  const protect = (more: object) => ({
    addProtectedRange: {
      protectedRange: { range: { sheetId: 0, startColumnIndex: 0, endColumnIndex: 1 }, ...more },
    },
  });

  it('is for its editors; others type beside it', () => {
    const bench = new Bench();
    bench.files.update(bench.id, { editors: [STAFF, HANDLER] });
    bench.batch([protect({ editors: { users: [HANDLER] } })]);
    bench.sheets.userEdit(HANDLER, bench.id, 0, 0, 0, [['C-1']]);
    bench.sheets.userEdit(STAFF, bench.id, 0, 0, 1, [['beside']]);
    const refused = [
      () => bench.sheets.userEdit(STAFF, bench.id, 0, 0, 0, [['x']]),
      () => bench.sheets.userEdit(STAFF, bench.id, 0, 0, 0, [['x', 'y']]),
      () =>
        bench.sheets.userClear(STAFF, bench.id, 0, { startRow: 0, endRow: 1, startColumn: 0, endColumn: 1 }),
      () => bench.sheets.userDeleteRows(STAFF, bench.id, 0, 0),
      () => bench.sheets.userDeleteColumns(STAFF, bench.id, 0, 0),
    ];
    expect(refused.map((work) => messageOf(work).replace(/^Invalid [^:]+: /, ''))).toEqual(
      refused.map(() => PROTECTED),
    );
    expect(bench.read('A1:B1')).toEqual([['C-1', 'beside']]);
  });

  it('may be for everybody of the domain', () => {
    const bench = new Bench();
    const outside = 'somebody@elsewhere.example';
    bench.files.update(bench.id, { editors: [STAFF, outside] });
    bench.batch([protect({ editors: { domainUsersCanEdit: true } })]);
    bench.sheets.userEdit(STAFF, bench.id, 0, 0, 0, [['C-1']]);
    expect(messageOf(() => bench.sheets.userEdit(outside, bench.id, 0, 0, 0, [['x']]))).toBe(PROTECTED);
  });
});

it('deleted rows are gone with their notes, and later ones move up', () => {
  const bench = new Bench();
  bench.write('A1', [['Case'], ['C-1'], ['C-2'], ['C-3']]);
  bench.batch([
    {
      updateCells: {
        start: { sheetId: 0, rowIndex: 1, columnIndex: 0 },
        rows: [{ values: [{ note: 'first' }] }, { values: [{ note: 'second' }] }],
        fields: 'note',
      },
    },
    { deleteDimension: { range: { sheetId: 0, dimension: 'ROWS', startIndex: 1, endIndex: 2 } } },
  ]);
  expect(bench.read('A1:A9')).toEqual([['Case'], ['C-2'], ['C-3']]);
  expect(bench.sheets.view(OWNER, bench.id).sheets[0]?.notes).toEqual({ '1:0': 'second' });
  expect(JSON.stringify(bench.kernel.store.list(`rows:${bench.id}:0`).all())).not.toContain('C-1');
});
