// Turns entries into the requests of Google's batchUpdate, with typed cells: text can never become a formula.

import type { CellKind, CellValue } from './cells.ts';
import { columnsOf } from './register.ts';
import type { Table } from './table.ts';

type Request = GoogleAppsScript.Sheets.Schema.Request;
type CellData = GoogleAppsScript.Sheets.Schema.CellData;

/** The typed value of a cell; nothing for an empty one. */
export function extendedValue(value: CellValue): GoogleAppsScript.Sheets.Schema.ExtendedValue | undefined {
  if (value === null) return undefined;
  if (typeof value === 'number') return { numberValue: value };
  return typeof value === 'boolean' ? { boolValue: value } : { stringValue: value };
}

/** The rule of a drop-down list or a tick box. A value outside the list is marked, not refused. */
export function validationOf(
  kind: Pick<CellKind<unknown>, 'choices' | 'tick'>,
): GoogleAppsScript.Sheets.Schema.DataValidationRule | undefined {
  if (kind.tick) return { condition: { type: 'BOOLEAN' } };
  if (!kind.choices) return undefined;
  const values = kind.choices.map((value) => ({ userEnteredValue: value }));
  return { condition: { type: 'ONE_OF_LIST', values }, strict: false, showCustomUi: true };
}

function valueCell<T>(kind: CellKind<T>, value: T): CellData {
  const formulaValue = kind.formula?.(value);
  const userEnteredValue = formulaValue ? { formulaValue } : extendedValue(kind.encode(value));
  return userEnteredValue ? { userEnteredValue } : {};
}

function formattedCell<T>(kind: CellKind<T>, value: T): CellData {
  const made = valueCell(kind, value);
  return kind.format ? { ...made, userEnteredFormat: { numberFormat: kind.format } } : made;
}

function newCell<T>(kind: CellKind<T>, value: T): CellData {
  const dataValidation = validationOf(kind);
  const made = formattedCell(kind, value);
  return dataValidation ? { ...made, dataValidation } : made;
}

/** From so many rows on, formats and lists are given to their columns, because in each cell they take most of the room. */
const MANY_ROWS = 100;

/**
 * Adds rows after the last row that holds anything, with formats and drop-down lists.
 * @param firstRow where they will stand, as far as we know
 */
export function appendRows<E extends object>(
  table: Table<E>,
  entries: readonly E[],
  firstRow: number,
): Request[] {
  const { sheetId } = table;
  const positions = Object.entries<number>(table.positions);
  const areMany = entries.length >= MANY_ROWS && !columnsOf(table.register).some(({ kind }) => kind.tick);
  const makeCell = areMany ? valueCell : newCell;
  const rows = entries.map((entry) => {
    const values: CellData[] = [];
    for (const [field, position] of positions) {
      const key = field as keyof E;
      values[position] = makeCell(table.register.columns[key].kind, entry[key]);
    }
    return { values: Array.from(values, (cell) => cell ?? {}) };
  });
  if (!areMany) {
    const fields = 'userEnteredValue,userEnteredFormat.numberFormat,dataValidation';
    return [{ appendCells: { sheetId, rows, fields } }];
  }
  const looks = positions.flatMap(([field, startColumnIndex]) => {
    const range = {
      sheetId,
      startRowIndex: firstRow,
      startColumnIndex,
      endColumnIndex: startColumnIndex + 1,
    };
    return lookOf(table.register.columns[field as keyof E].kind, range);
  });
  return [{ appendCells: { sheetId, rows, fields: 'userEnteredValue' } }, ...looks];
}

/** The number format and the drop-down list of a column, for all cells of a range; tick boxes need their cells. */
export function lookOf(
  { format, choices }: Pick<CellKind<unknown>, 'format' | 'choices'>,
  range: GoogleAppsScript.Sheets.Schema.GridRange,
): Request[] {
  const rule = validationOf({ choices });
  const cell = { userEnteredFormat: { numberFormat: format } };
  return [
    ...(format ? [{ repeatCell: { range, cell, fields: 'userEnteredFormat.numberFormat' } }] : []),
    ...(rule ? [{ setDataValidation: { range, rule } }] : []),
  ];
}

/** Writes the changed cells of one row, neighbours together, and no other cell. */
export function updateRow<E extends object>(
  table: Table<E>,
  rowIndex: number,
  changes: Partial<E>,
): Request[] {
  const cells = (Object.keys(changes) as (keyof E)[])
    .map((field) => ({
      position: table.positions[field],
      cell: formattedCell(table.register.columns[field].kind, changes[field] as E[keyof E]),
    }))
    .sort((a, b) => a.position - b.position);
  const runs: { columnIndex: number; values: CellData[] }[] = [];
  for (const { position, cell } of cells) {
    const run = runs[runs.length - 1];
    if (run && run.columnIndex + run.values.length === position) run.values.push(cell);
    else runs.push({ columnIndex: position, values: [cell] });
  }
  return runs.map(({ columnIndex, values }) => ({
    updateCells: {
      start: { sheetId: table.sheetId, rowIndex, columnIndex },
      rows: [{ values }],
      fields: 'userEnteredValue,userEnteredFormat.numberFormat',
    },
  }));
}

export function emptyCell(sheetId: number, rowIndex: number, columnIndex: number): Request {
  const start = { sheetId, rowIndex, columnIndex };
  return {
    updateCells: {
      start,
      rows: [{ values: [{}] }],
      fields: 'userEnteredValue,userEnteredFormat.numberFormat,dataValidation',
    },
  };
}
