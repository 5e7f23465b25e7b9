// Formulas: references, the few functions, custom functions that spill, and what shows when something is wrong.

import { describe, expect, it } from '@jest/globals';
import { GoogleError } from '../../../scripts/local-workspace/index.ts';
import { UnknownFunction } from '../../../scripts/local-workspace/services/sheets/engine.ts';
import { Bench, messageOf } from './support.ts';

const type = (bench: Bench, cell: string, formula: string) => bench.write(cell, [[formula]], 'USER_ENTERED');

describe('built-in functions', () => {
  it.each([
    ['=A1+A2*2', 5],
    ['=-A1^2', 1],
    ['="x"&A1&"y"', 'x1y'],
    ['=SUM(A1:A3)', 6],
    ['=SUM(A:A)', 6],
    ['=COUNTIF(A1:A3,">1")', 2],
    ['=IF(A1=1,"one","other")', 'one'],
    ['=IFERROR(1/0,"none")', 'none'],
    ['=Sheet1!A2', 2],
    ['=50%', 0.5],
    ['=A1<>A2', true],
    ['=B1', '#REF!'],
    ['=NOPE(1)', '#NAME?'],
    ['=1+', '#ERROR!'],
    ['=1+"x"', '#VALUE!'],
    ['=HYPERLINK("https://example.org","here")', 'here'],
  ])('%s', (formula, value) => {
    const bench = new Bench();
    bench.write('A1', [[1], [2], [3]]);
    type(bench, 'B1', formula);
    expect(bench.read('B1')).toEqual([[value]]);
    expect(bench.read('B1', 'FORMULA')).toEqual([[formula]]);
  });

  it.each([
    ['=COUNTIFS(Log!A2:A,"Reminder",Log!B2:B,">="&DAY,Log!B2:B,"<"&DAY+1)', 2],
    ['=COUNTIFS(Log!A$2:A,"<>Reminder",Log!B$2:B,"<="&DAY)', 1],
    ['=COUNTIFS(Log!A2:A,"Reminder",Log!B2:B9,1)', '#VALUE!'],
    ['=COUNTIF(Log!C2:C,"*weapons*")', 2],
    ['=COUNTIF(Log!A2:A,"re?inder")', 3],
    ['=INDEX(Log!B2:B,MATCH("invitation",Log!A2:A,0))', 46027],
    ['=MATCH("nobody",Log!A2:A,0)', '#N/A'],
    ['=INDEX(Log!A2:C,2,3)', 'Pictures'],
    ['=INDEX(Log!A2:A,5000)', '#REF!'],
    ['=MIN(Log!B2:B)', 46027],
    ['=MAX(Log!C2:C)', 0],
    ['=MEDIAN(Log!B2:B)', 46028.25],
    ['=MEDIAN(Log!C2:C)', '#NUM!'],
    ['=SUMPRODUCT((Log!A2:A="Reminder")*(INT(Log!B2:B)=DAY))', 2],
    ['=SUMPRODUCT(Log!B2:B,Log!B3:B)', '#VALUE!'],
    ['=ARRAYFORMULA(MEDIAN(IF(Log!A2:A="Reminder",INT(Log!B2:B)-DAY,)))', 0],
    ['=INT(-1.5)', -2],
    ['=ROUNDUP(1.2,0)', 2],
    ['=ROUNDUP(3,0)', 3],
    ['=MOD(-1,6)', 5],
    ['=MONTH(DAY)', 1],
    ['=EOMONTH(DAY,0)', 46053],
    ['=EOMONTH(DAY,-12)+1', 45689],
    ['=TODAY()-DAY', -1],
  ])('over whole columns of another tab: %s', (formula, value) => {
    const bench = new Bench();
    bench.batch([
      { addSheet: { properties: { sheetId: 1, title: 'Log' } } },
      {
        addNamedRange: {
          namedRange: { name: 'DAY', range: { sheetId: 0, endRowIndex: 1, endColumnIndex: 1 } },
        },
      },
    ]);
    bench.write('Sheet1!A1', [[46028]]);
    bench.write('Log!A1', [
      ['Kind', 'Sent', 'About'],
      ['Invitation', 46027, 'Weapons\nHarassment'],
      ['Reminder', 46028, 'Pictures'],
      ['Reminder', 46028.5, 'Harassment\nweapons'],
      ['Reminder', 46029.25, ''],
    ]);
    // Monday, 5 January 2026, is 46027.
    expect(bench.kernel.clock.now()).toBeLessThan(Date.parse('2026-01-06T06:00:00Z'));
    type(bench, 'Sheet1!B1', formula);
    expect(bench.read('Sheet1!B1')).toEqual([[value]]);
  });

  it('leaves a cell empty where IF has nothing to say', () => {
    const bench = new Bench();
    type(bench, 'A1', '=IF(B1="",,1)');
    type(bench, 'A2', '=COUNTA(A1)');
    expect(bench.read('A1:A2')).toEqual([[], [0]]);
  });

  it('spills what ARRAYFORMULA works out cell by cell', () => {
    const bench = new Bench();
    bench.write('A1', [[1], [2], ['x']]);
    type(bench, 'B1', '=ARRAYFORMULA(A1:A3*10)');
    expect(bench.read('B1:B3')).toEqual([[10], [20], ['#VALUE!']]);
  });

  it('refuses functions that it does not have, by name', () => {
    expect(messageOf(() => type(new Bench(), 'A1', '=SUM(QUERY(A:B))'))).toBe(
      'The spreadsheet function QUERY is not implemented in the local Workspace',
    );
  });

  it('keeps references on their cells when rows come and go', () => {
    const bench = new Bench();
    bench.write('A1', [[1], [2], [3]]);
    type(bench, 'C1', '=SUM(A2:A3)+A$1');
    bench.sheets.userInsertRows('staff@example.org', bench.id, 0, 1, 2);
    expect(bench.read('C1', 'FORMULA')).toEqual([['=SUM(A4:A5)+A$1']]);
    bench.sheets.userDeleteRows('staff@example.org', bench.id, 0, 3, 1);
    expect(bench.read('C1', 'FORMULA')).toEqual([['=SUM(A4:A4)+A$1']]);
    bench.sheets.userInsertColumns('staff@example.org', bench.id, 0, 0);
    expect(bench.read('D1', 'FORMULA')).toEqual([['=SUM(B4:B4)+B$1']]);
    bench.sheets.userDeleteColumns('staff@example.org', bench.id, 0, 1);
    expect(bench.read('C1')).toEqual([['#REF!']]);
  });

  it('take their references along when repeated or sorted, but not past a $', () => {
    const bench = new Bench();
    bench.write('A1', [[3], [1], [2]]);
    const range = { sheetId: 0, startRowIndex: 0, endRowIndex: 3, startColumnIndex: 1, endColumnIndex: 2 };
    const cell = { userEnteredValue: { formulaValue: '=A1*10+$A$1' } };
    bench.batch([{ repeatCell: { range, cell, fields: 'userEnteredValue' } }]);
    expect(bench.read('B1:B3', 'FORMULA')).toEqual([['=A1*10+$A$1'], ['=A2*10+$A$1'], ['=A3*10+$A$1']]);
    bench.sheets.userSort('staff@example.org', bench.id, 0, 0);
    expect(bench.read('A1:B3')).toEqual([
      [1, 11],
      [2, 21],
      [3, 31],
    ]);
  });
});

describe('custom functions', () => {
  const withFunctions = () => {
    const bench = new Bench();
    const asked: unknown[][] = [];
    bench.sheets.customFunctions = (_, name, args) => {
      asked.push([name, ...args]);
      if (name === 'STANDING')
        return (args[0] as unknown[][]).map(([who]) => [who === '' ? '' : `${who} ok`]);
      if (name === 'FAIL') throw new GoogleError('INTERNAL', 'broken');
      if (name === 'ECHO') return args[0];
      throw new UnknownFunction(name);
    };
    return { bench, asked };
  };

  it('answers for a column at once and spills into the empty cells below', () => {
    const { bench, asked } = withFunctions();
    bench.write('A1', [['Name', 'Standing'], ['Ann'], ['Bea']]);
    type(bench, 'B2', '=STANDING(A2:A)');
    expect(bench.read('A1:B9')).toEqual([
      ['Name', 'Standing'],
      ['Ann', 'Ann ok'],
      ['Bea', 'Bea ok'],
    ]);
    expect(asked).toHaveLength(1);
    expect(asked[0]?.[1]).toHaveLength(999);
    bench.read('B2');
    expect(asked).toHaveLength(1);
    bench.write('A4', [['Cleo']]);
    expect(bench.read('B2:B9')).toEqual([['Ann ok'], ['Bea ok'], ['Cleo ok']]);
    expect(asked).toHaveLength(2);
  });

  it('does not write over what stands there', () => {
    const { bench } = withFunctions();
    bench.write('A1', [['Ann'], ['Bea']]);
    bench.write('B2', [['mine']]);
    type(bench, 'B1', '=STANDING(A1:A2)');
    expect(bench.read('A1:B2')).toEqual([
      ['Ann', '#REF!'],
      ['Bea', 'mine'],
    ]);
  });

  it('shows errors as Sheets does', () => {
    const { bench } = withFunctions();
    type(bench, 'A1', '=FAIL()');
    type(bench, 'A2', '=UNKNOWN(1)');
    expect(bench.read('A1:A2')).toEqual([['#ERROR!'], ['#NAME?']]);
    const [cell] = bench.call('spreadsheets.get', { query: { includeGridData: true } }).sheets[0].data[0]
      .rowData[0].values;
    expect(cell.effectiveValue).toEqual({ errorValue: { type: 'ERROR', message: 'broken' } });
  });

  it('passes dates as dates, in the zone of the spreadsheet', () => {
    const { bench, asked } = withFunctions();
    bench.write('A1', [['2026-01-05']], 'USER_ENTERED');
    type(bench, 'B1', '=ECHO(A1)');
    expect(bench.read('B1')).toEqual([[46027]]);
    expect(asked[0]?.[1]).toEqual(new Date('2026-01-05T06:00:00Z'));
  });
});
