// Turns entries into the requests of Google's batchUpdate, with typed cells: text can never become a formula.

import type { CellKind, CellValue } from './cells.ts';
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

function newCell<T>(kind: CellKind<T>, value: T): CellData {
  const made = valueCell(kind, value);
  const dataValidation = validationOf(kind);
  if (kind.format) made.userEnteredFormat = { numberFormat: kind.format };
  return dataValidation ? { ...made, dataValidation } : made;
}

/** Adds rows after the last row that holds anything, each cell with its format and drop-down list. */
export function appendRows<E extends object>(table: Table<E>, entries: readonly E[]): Request[] {
  const positions = Object.entries<number>(table.positions);
  const width = Math.max(...positions.map(([, position]) => position)) + 1;
  const rows = entries.map((entry) => {
    const values: CellData[] = Array.from({ length: width }, () => ({}));
    for (const [field, position] of positions) {
      const key = field as keyof E;
      values[position] = newCell(table.register.columns[key].kind, entry[key]);
    }
    return { values };
  });
  const fields = 'userEnteredValue,userEnteredFormat.numberFormat,dataValidation';
  return [{ appendCells: { sheetId: table.sheetId, rows, fields } }];
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
      cell: newCell(table.register.columns[field].kind, changes[field] as E[keyof E]),
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
