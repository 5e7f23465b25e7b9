// Rules that colour cells: which conditions hold, whose format wins, and what is refused.

import { describe, expect, it } from '@jest/globals';
import { type Answer, Bench, type Json, messageOf } from './support.ts';

const RED = { red: 1 };
const rule = (
  type: string,
  values: Json[] = [],
  format: Json = { backgroundColor: RED },
  more: Json = {},
) => ({
  addConditionalFormatRule: {
    rule: {
      ranges: [{ sheetId: 0, startRowIndex: 1, startColumnIndex: 0, endColumnIndex: 3, ...more }],
      booleanRule: { condition: { type, ...(values.length > 0 ? { values } : {}) }, format },
    },
    index: 0,
  },
});
const typed = (...texts: string[]): Json[] => texts.map((userEnteredValue) => ({ userEnteredValue }));

/** The rows as letters: `R` where a cell is red, `.` where not. */
function reds(bench: Bench, range = 'Sheet1!A1:C9'): string[] {
  const answer: Answer = bench.call('spreadsheets.get', {
    query: { ranges: range, includeGridData: true },
  });
  return (answer.sheets[0].data[0].rowData ?? []).map(({ values = [] }: { values?: Answer[] }) =>
    values.map((cell) => (cell.effectiveFormat?.backgroundColor?.green === 1 ? '.' : 'R')).join(''),
  );
}

function bench(): Bench {
  const made = new Bench();
  made.kernel.clock.moveTo(Date.parse('2026-03-10T18:00:00Z'));
  made.write(
    'A1',
    [
      ['State', 'Answer by', 'Who'],
      ['Open', '2026-03-09', 'Ana'],
      ['Closed', '2026-03-09', 'Ben'],
      ['open', '2026-03-10', '4'],
      ['Waiting', '2026-03-12', 'Cleo'],
    ],
    'USER_ENTERED',
  );
  return made;
}

describe('a conditional format', () => {
  it.each<[string, Json, string[]]>([
    ['TEXT_EQ', rule('TEXT_EQ', typed('Open')), ['...', 'R..', '...', 'R..', '...']],
    ['TEXT_CONTAINS', rule('TEXT_CONTAINS', typed('e')), ['...', 'R..', 'R.R', 'R..', '..R']],
    [
      'DATE_BEFORE a date',
      rule('DATE_BEFORE', typed('3/10/2026'), undefined, { startColumnIndex: 1, endColumnIndex: 2 }),
      ['...', '.R.', '.R.', '...', '...'],
    ],
    [
      'DATE_BEFORE today',
      rule('DATE_BEFORE', [{ relativeDate: 'TODAY' }], undefined, { startColumnIndex: 1, endColumnIndex: 2 }),
      ['...', '.R.', '.R.', '...', '...'],
    ],
    [
      'DATE_AFTER tomorrow, as a formula',
      rule('DATE_AFTER', typed('=TODAY()+1'), undefined, { startColumnIndex: 1 }),
      ['...', '...', '...', '...', '.R.'],
    ],
    ['NUMBER_EQ', rule('NUMBER_EQ', typed('4')), ['...', '...', '...', '..R', '...']],
    [
      'CUSTOM_FORMULA, for whole rows',
      rule('CUSTOM_FORMULA', typed('=AND($A2="Open",$B2<TODAY())')),
      ['...', 'RRR', '...', '...', '...'],
    ],
    [
      'CUSTOM_FORMULA that moves along in both directions',
      rule('CUSTOM_FORMULA', typed('=A2="Cleo"')),
      ['...', '...', '...', '...', '..R'],
    ],
    ['NOT_BLANK', rule('NOT_BLANK'), ['...', 'RRR', 'RRR', 'RRR', 'RRR']],
    [
      'a formula that fails',
      rule('CUSTOM_FORMULA', typed('=Nowhere!A1')),
      ['...', '...', '...', '...', '...'],
    ],
  ])('%s', (_what, request, expected) => {
    const made = bench();
    made.batch([request]);
    expect(reds(made)).toEqual(expected);
    expect(made.call('spreadsheets.get').sheets[0].conditionalFormats).toHaveLength(1);
  });

  it('the first of the rules that hold wins, property by property', () => {
    const made = bench();
    made.batch([
      rule('NOT_BLANK', [], { backgroundColor: RED, textFormat: { bold: true } }),
      rule('TEXT_EQ', typed('Open'), {
        backgroundColor: { blue: 1 },
        textFormat: { strikethrough: true },
      }),
    ]);
    const { values } = made.call('spreadsheets.get', {
      query: { ranges: 'Sheet1!A2:B2', includeGridData: true },
    }).sheets[0].data[0].rowData[0];
    expect(values[0].effectiveFormat).toMatchObject({
      backgroundColor: { blue: 1 },
      textFormat: { bold: true, strikethrough: true, italic: false },
    });
    expect(values[0].userEnteredFormat).toBeUndefined();
    expect(values[1].effectiveFormat).toMatchObject({ backgroundColor: RED });
  });

  it('moves along with its rows, and goes when it is deleted', () => {
    const made = bench();
    made.batch([rule('TEXT_EQ', typed('Open'), undefined, { endRowIndex: 3 })]);
    made.batch([
      { deleteDimension: { range: { sheetId: 0, dimension: 'ROWS', startIndex: 2, endIndex: 3 } } },
    ]);
    expect(made.call('spreadsheets.get').sheets[0].conditionalFormats[0].ranges).toMatchObject([
      { startRowIndex: 1, endRowIndex: 2 },
    ]);
    expect(reds(made)).toEqual(['...', 'R..', '...', '...']);
    made.batch([{ deleteConditionalFormatRule: { sheetId: 0, index: 0 } }]);
    expect(reds(made)).toEqual(['...', '...', '...', '...']);
  });

  it.each<[string, Json, string]>([
    ['a condition for other things', rule('ONE_OF_LIST', typed('a')), "ConditionType 'ONE_OF_LIST' is not"],
    [
      'no value',
      rule('TEXT_EQ'),
      "ConditionType 'TEXT_EQ' requires exactly one ConditionValue, but 0 values",
    ],
    [
      'a value too many',
      rule('BLANK', typed('a')),
      "ConditionType 'BLANK' requires no ConditionValue, but 1",
    ],
    ['a text for a formula', rule('CUSTOM_FORMULA', typed('A1')), "formula that begins with '='"],
    [
      'a function that is not here',
      rule('CUSTOM_FORMULA', typed('=REGEXMATCH(A2,"x")')),
      'The spreadsheet function REGEXMATCH is not implemented',
    ],
  ])('refuses %s', (_what, request, message) => {
    const made = bench();
    expect(messageOf(() => made.batch([request]))).toContain(message);
    expect(made.call('spreadsheets.get').sheets[0].conditionalFormats).toBeUndefined();
  });
});
