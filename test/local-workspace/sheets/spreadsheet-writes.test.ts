// SpreadsheetApp in scripts: what is written and how it is read back, when a bad write fails, and what is refused.

import { describe, expect, it } from '@jest/globals';
import { createWorkspace } from '../../../scripts/local-workspace/index.ts';

const MANIFEST = JSON.stringify({
  timeZone: 'America/Chicago',
  runtimeVersion: 'V8',
  oauthScopes: ['https://www.googleapis.com/auth/spreadsheets'],
});

const workspace = createWorkspace({ start: '2026-01-05T15:00:00Z', seed: 3 });
const container = workspace.sheets.create(workspace.owner, { title: 'Book', timeZone: 'America/Chicago' });
const { scriptId } = workspace.addProject({
  title: 'Script',
  container,
  files: [
    { name: 'Code', type: 'SERVER_JS', source: 'function main() {}' },
    { name: 'appsscript', type: 'JSON', source: MANIFEST },
  ],
});
const empty = workspace.snapshot();

/** Runs the body of a function on an empty spreadsheet; `book` and `sheet` are at hand. */
function script(body: string) {
  workspace.restore(empty);
  workspace.projects.push(scriptId, [
    {
      name: 'Code',
      type: 'SERVER_JS',
      source: `function main() { const book = SpreadsheetApp.getActive(); const sheet = book.getSheets()[0]; ${body} }`,
    },
    { name: 'appsscript', type: 'JSON', source: MANIFEST },
  ]);
  const { record, result } = workspace.run('main', { scriptId, kind: 'editor' });
  return {
    result,
    error: record.error,
    remote: record.calls.map(({ method }) => method),
    record,
    cells: () => workspace.sheets.view(workspace.owner, container).sheets[0]?.values,
  };
}

describe('values are read as if typed', () => {
  it.each([
    ["'5'", 5, '5'],
    ["'01234'", 1234, '1234'],
    ['"\'01234"', '01234', '01234'],
    ["'1,200'", 1200, '1,200'],
    ["'12%'", 0.12, '12%'],
    ["'TRUE'", true, 'TRUE'],
    ["'=1+1'", 2, '2'],
    ["'2026-01-05'", new Date('2026-01-05T06:00:00Z'), '2026-01-05'],
    ["new Date('2026-01-05T06:00:00Z')", new Date('2026-01-05T06:00:00Z'), '1/5/2026'],
    ["new Date('2026-01-05T15:30:00Z')", new Date('2026-01-05T15:30:00Z'), '1/5/2026 9:30:00'],
    ['12.5', 12.5, '12.5'],
    ['false', false, 'FALSE'],
    ["'plain text'", 'plain text', 'plain text'],
    ['null', '', ''],
    ["''", '', ''],
  ])('%s', (written, value, shown) => {
    const { result } = script(
      `const cell = sheet.getRange('B2').setValue('before').setValue(${written}); return [cell.getValue(), cell.getDisplayValue()];`,
    );
    expect(result).toEqual([value, shown]);
  });

  it('keeps text in cells formatted as plain text', () => {
    const { result } = script(
      `return sheet.getRange('A1').setNumberFormat('@').setValue('01234').getValue();`,
    );
    expect(result).toBe('01234');
  });
});

describe('the buffer', () => {
  it('sends many writes as one call before the next read', () => {
    const { remote, result } = script(`
      for (let row = 1; row <= 5; row++) sheet.getRange(row, 1).setValue(row).setFontWeight('bold');
      return sheet.getRange(1, 1, 5, 1).getValues().flat();`);
    expect(result).toEqual([1, 2, 3, 4, 5]);
    expect(remote).toEqual(['Spreadsheet.getSheets', 'SpreadsheetApp.flush', 'Range.getValues']);
  });

  it('sends the rest at the end, also when the script then fails', () => {
    const { cells, error, remote } = script(
      `sheet.getRange('A1').setValue('kept'); throw new Error('later');`,
    );
    expect(error).toBe('Error: later');
    expect(remote).toEqual(['Spreadsheet.getSheets', 'SpreadsheetApp.flush']);
    expect(cells()).toEqual([['kept']]);
  });

  it('loses the rest when the execution dies', () => {
    workspace.faults.add({ method: 'Spreadsheet.toast', when: 'before', effect: { kill: true } });
    expect(script(`sheet.getRange('A1').setValue('lost'); book.toast('x');`).cells()).toEqual([]);
  });

  it.each([
    ['the next read', 'sheet.getLastRow()'],
    ['flush', 'SpreadsheetApp.flush()'],
    ['an appended row', "sheet.appendRow(['x'])"],
  ])('lets a bad write fail only at %s', (_, next) => {
    const { result, cells } = script(`
      const seen = [];
      sheet.getRange('A1').setValue('good');
      try { sheet.getRange('A2').setValue('x'.repeat(50001)); seen.push('taken'); } catch (error) { seen.push('refused'); }
      sheet.getRange('A3').setValue('after');
      try { ${next}; } catch (error) { seen.push(error.message); }
      return seen;`);
    expect(result).toEqual([
      'taken',
      'Your input contains more than the maximum of 50000 characters in a single cell.',
    ]);
    expect(cells()).toEqual([['good']]);
  });

  it('lets a value fail that a rule does not allow', () => {
    const { error } = script(`
      sheet.getRange('A1').insertCheckboxes();
      sheet.getRange('A1').setValue('perhaps');`);
    expect(error).toBe(
      'Exception: The data you entered in cell A1 violates the data validation rules set on this cell.',
    );
  });
});

describe('what is refused at once', () => {
  it.each([
    ['sheet.getRange(1001, 1)', 'The coordinates of the range are outside the dimensions of the sheet.'],
    ['sheet.getRange(0, 1)', 'The starting row of the range is too small.'],
    ['sheet.getRange(1, 1, 0, 1)', 'The number of rows in the range must be at least 1.'],
    ["sheet.getRange('Nowhere!A1')", 'Range not found'],
    [
      'sheet.getRange(1, 1, 3, 1).setValues([[1], [2]])',
      'The number of rows in the data does not match the number of rows in the range. The data has 2 but the range has 3.',
    ],
    [
      'sheet.getRange(1, 1, 1, 3).setValues([[1, 2]])',
      'The number of columns in the data does not match the number of columns in the range. The data has 2 but the range has 3.',
    ],
    [
      "sheet.getRange('A1').setValues(['x'])",
      "The parameters (String[]) don't match the method signature for Range.setValues.",
    ],
    [
      "book.insertSheet('Sheet1')",
      'A sheet with the name "Sheet1" already exists. Please enter another name.',
    ],
    ['book.deleteSheet(sheet)', "You can't remove all the sheets in a document."],
    ['sheet.deleteRows(1, 1000)', 'Sorry, it is not possible to delete all non-frozen rows.'],
    ['sheet.deleteRow(1001)', 'Those rows are out of bounds.'],
    ["sheet.getRange('A1').setBackground('no colour')", 'Invalid argument: no colour'],
    ["sheet.getRange('A1').merge()", 'Range.merge is not implemented in the local Workspace'],
  ])('%s', (call, message) => {
    expect(script(`${call};`).error).toBe(`Exception: ${message}`);
  });
});

describe('ranges by every form', () => {
  it.each([
    ['sheet.getRange(2, 3)', 'C2'],
    ['sheet.getRange(2, 3, 4)', 'C2:C5'],
    ['sheet.getRange(2, 3, 4, 2)', 'C2:D5'],
    ["sheet.getRange('B2:C')", 'B2:C1000'],
    ["sheet.getRange('B:B')", 'B1:B1000'],
    ["sheet.getRange('Sheet1!A2:B3')", 'A2:B3'],
    ["book.getRange('Sheet1!A2:B3')", 'A2:B3'],
    ['sheet.getRange(2, 1, 2, 2).offset(1, 1)', 'B3:C4'],
    ['sheet.getDataRange()', 'A1'],
  ])('%s', (range, notation) => {
    expect(script(`return ${range}.getA1Notation();`).result).toBe(notation);
  });
});

describe('rows, columns and tabs', () => {
  const FILL = "sheet.getRange('A1:B3').setValues([['Name', 'No'], ['Bea', 2], ['Ann', 1]]);";
  it.each([
    [
      "sheet.appendRow(['Cleo', '3'])",
      [
        ['Name', 'No'],
        ['Bea', '2'],
        ['Ann', '1'],
        ['Cleo', '3'],
      ],
    ],
    ['sheet.insertRowBefore(2)', [['Name', 'No'], [], ['Bea', '2'], ['Ann', '1']]],
    ['sheet.insertRowsAfter(2, 1)', [['Name', 'No'], ['Bea', '2'], [], ['Ann', '1']]],
    [
      'sheet.insertColumnAfter(1)',
      [
        ['Name', '', 'No'],
        ['Bea', '', '2'],
        ['Ann', '', '1'],
      ],
    ],
    [
      'sheet.insertColumns(1)',
      [
        ['', 'Name', 'No'],
        ['', 'Bea', '2'],
        ['', 'Ann', '1'],
      ],
    ],
    [
      'sheet.deleteRow(2)',
      [
        ['Name', 'No'],
        ['Ann', '1'],
      ],
    ],
    ['sheet.deleteColumns(1, 1)', [['No'], ['2'], ['1']]],
    [
      'sheet.setFrozenRows(1); sheet.sort(2)',
      [
        ['Name', 'No'],
        ['Ann', '1'],
        ['Bea', '2'],
      ],
    ],
    [
      "sheet.getRange('A2:B3').sort({column: 1, ascending: true})",
      [
        ['Name', 'No'],
        ['Ann', '1'],
        ['Bea', '2'],
      ],
    ],
    [
      "sheet.getRange('A2:A3').clearContent()",
      [
        ['Name', 'No'],
        ['', '2'],
        ['', '1'],
      ],
    ],
    ['sheet.clear()', [[], [], []]],
    [
      "sheet.getRange('A2:B2').copyTo(sheet.getRange('A4:B5'))",
      [
        ['Name', 'No'],
        ['Bea', '2'],
        ['Ann', '1'],
        ['Bea', '2'],
        ['Bea', '2'],
      ],
    ],
    [
      "sheet.getRange('C2').setFormula('B2*10').copyTo(sheet.getRange('C3'))",
      [
        ['Name', 'No'],
        ['Bea', '2', '20'],
        ['Ann', '1', '10'],
      ],
    ],
  ])('%s', (change, expected) => {
    const { cells, error } = script(`${FILL} ${change};`);
    expect(error).toBeUndefined();
    expect(cells()?.map((row) => trimmed(row))).toEqual(expected);
  });

  it('makes, names, moves, copies and deletes tabs', () => {
    const { result } = script(`
      const made = book.insertSheet('Two');
      made.getRange('A1').setValue('x');
      book.insertSheet(0).setName('First');
      made.copyTo(book).setName('Copy');
      book.deleteSheet(sheet);
      return [book.getSheets().map((tab) => tab.getName()), book.getSheetByName('Copy').getRange('A1').getValue(), book.getSheetByName('None')];`);
    expect(result).toEqual([['First', 'Two', 'Copy'], 'x', null]);
  });

  it('knows the last row and the size after each change', () => {
    const { result } = script(`${FILL}
      const before = [sheet.getLastRow(), sheet.getLastColumn(), sheet.getMaxRows()];
      sheet.deleteRows(3, 998);
      sheet.appendRow(['y']);
      return [...before, sheet.getLastRow(), sheet.getMaxRows()];`);
    expect(result).toEqual([3, 2, 1000, 3, 3]);
  });
});

describe('looks, notes and rules', () => {
  it('gives back what was set', () => {
    const { result } = script(`
      const cell = sheet.getRange('A1').setValue(0.5).setBackground('yellow').setFontColor('#F00').setFontWeight('bold')
        .setFontSize(14).setHorizontalAlignment('center').setNumberFormat('0.0%').setWrap(true).setNote('why')
        .setBorder(true, true, true, true, null, null);
      sheet.getRange('A2:B2').setBackgrounds([['#ffffff', '#00ff00']]).setFontWeights([['normal', 'bold']]);
      return [cell.getBackground(), cell.getFontColor(), cell.getFontWeight(), cell.getFontSize(),
        cell.getHorizontalAlignment(), cell.getNumberFormat(), cell.getDisplayValue(), cell.getWrap(), cell.getNote(),
        sheet.getRange('A2:B2').getBackgrounds(), sheet.getRange('A2:B2').getFontWeights()];`);
    expect(result).toEqual([
      ...['#ffff00', '#ff0000', 'bold', 14, 'center', '0.0%', '50.0%', true, 'why'],
      ...[[['#ffffff', '#00ff00']], [['normal', 'bold']]],
    ]);
  });

  it('clears what is asked for', () => {
    const { result } = script(`
      const range = sheet.getRange('A1').setValue('x').setNote('n').setFontWeight('bold');
      range.clear({ formatOnly: true });
      const first = [range.getValue(), range.getFontWeight(), range.getNote()];
      range.clear();
      return [...first, range.getValue(), range.getNote(), range.clearNote().getNote()];`);
    expect(result).toEqual(['x', 'normal', 'n', '', 'n', '']);
  });
});

describe('finding the way', () => {
  it.each([
    ["sheet.getRange('A1000').getNextDataCell(SpreadsheetApp.Direction.UP)", 'A3'],
    ["sheet.getRange('A1').getNextDataCell(SpreadsheetApp.Direction.DOWN)", 'A3'],
    ["sheet.getRange('B1').getNextDataCell(SpreadsheetApp.Direction.NEXT)", 'D1'],
    ["sheet.getRange('D1').getNextDataCell(SpreadsheetApp.Direction.NEXT)", 'Z1'],
    ["sheet.getRange('A2').getDataRegion()", 'A1:B3'],
  ])('%s', (range, notation) => {
    const { result } = script(`
      sheet.getRange('A1:D3').setValues([['a', 1, '', 'x'], ['b', 2, '', ''], ['c', '', '', '']]);
      return ${range}.getA1Notation();`);
    expect(result).toBe(notation);
  });

  it('changes several ranges alike, and keeps to a drop-down', () => {
    const { error, result } = script(`
      sheet.getRangeList(['A1', 'C1:C2']).setValue('x').setFontWeight('bold');
      const rule = SpreadsheetApp.newDataValidation().requireValueInList(['Yes', 'No']).setAllowInvalid(false).build();
      sheet.getRange('B1').setDataValidation(rule).setValue('Yes');
      const seen = sheet.getRange('A1:C2').getValues();
      sheet.getRange('B1').setValue('Maybe');
      try { SpreadsheetApp.flush(); } catch (error) { return [seen, error.message]; }`);
    expect(error).toBeUndefined();
    expect(result).toEqual([
      [
        ['x', 'Yes', 'x'],
        ['', '', 'x'],
      ],
      'The data you entered in cell B1 violates the data validation rules set on this cell.',
    ]);
  });
});

describe('where it is allowed', () => {
  it('keeps to the spreadsheets that the account may change', () => {
    workspace.restore(empty);
    const other = workspace.sheets.create('someone@example.org', { title: 'Other' });
    workspace.files.update(other, { viewers: [workspace.owner] });
    const { error } = scriptOn(other);
    expect(error).toMatch(/permission/i);
  });
  /** Without restoring, because the other spreadsheet must stay. */
  function scriptOn(id: string) {
    workspace.projects.push(scriptId, [
      {
        name: 'Code',
        type: 'SERVER_JS',
        source: `function main() { SpreadsheetApp.openById('${id}').getSheets()[0].getRange('A1').setValue('x'); }`,
      },
      { name: 'appsscript', type: 'JSON', source: MANIFEST },
    ]);
    return workspace.run('main', { scriptId, kind: 'editor' }).record;
  }
});

function trimmed(row: readonly string[]): string[] {
  const kept = [...row];
  while (kept.at(-1) === '') kept.pop();
  return kept;
}
