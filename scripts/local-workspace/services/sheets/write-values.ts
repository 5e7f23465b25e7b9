// Writes plain values into ranges for the values methods: as they are (RAW) or as if typed (USER_ENTERED).

import { invalid } from '../../kernel/errors.ts';
import { columnName, exceedsGrid, formatRange, resolveRange } from './a1.ts';
import { hasData, pack, unpack } from './cells.ts';
import { assertFits, type Draft } from './draft.ts';
import type { Area, Cell, SheetRecord } from './model.ts';
import { insertDimensionAt } from './requests/shift.ts';
import { existing } from './values.ts';

export type InputOption = 'RAW' | 'USER_ENTERED';

export interface Written {
  readonly sheetId: number;
  readonly area: Area;
  readonly rows: number;
  readonly columns: number;
  readonly cells: number;
}

interface Input {
  readonly majorDimension?: 'ROWS' | 'COLUMNS';
  readonly values?: readonly (readonly unknown[])[];
}

/** Rows of values, whichever way they were given; a gap leaves its cell as it is. */
function lines({ majorDimension, values = [] }: Input): (readonly unknown[])[] {
  if (majorDimension !== 'COLUMNS') return [...values];
  const height = values.reduce((most, column) => Math.max(most, column.length), 0);
  return Array.from({ length: height }, (_, row) => values.map((column) => column[row]));
}

/** @param where what precedes errors about the values, such as `data[0]` */
export function writeValues(
  draft: Draft,
  text: string,
  input: Input,
  option: InputOption,
  where?: string,
): Written {
  const { sheet, range } = resolveRange(draft.record, text);
  const rows = lines(input);
  const height = rows.length;
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
  const single = range.endRow === range.startRow + 1 && range.endColumn === range.startColumn + 1;
  // One cell stands for a place to start; anything larger is a limit.
  if (!single) {
    const named = formatRange(sheet, existing(sheet, range));
    const prefix = where ? `Invalid ${where}: ` : '';
    if (range.endRow !== undefined && range.startRow + height > range.endRow) {
      throw invalid(
        `${prefix}Requested writing within range [${named}], but tried writing to row [${range.endRow + 1}]`,
      );
    }
    if (range.endColumn !== undefined && range.startColumn + width > range.endColumn) {
      throw invalid(
        `${prefix}Requested writing within range [${named}], but tried writing to column [${columnName(range.endColumn)}]`,
      );
    }
  }
  const area = {
    startRow: range.startRow,
    endRow: range.startRow + height,
    startColumn: range.startColumn,
    endColumn: range.startColumn + width,
  };
  if (
    area.endRow > sheet.grid.rowCount ||
    area.endColumn > sheet.grid.columnCount ||
    area.startRow >= sheet.grid.rowCount
  ) {
    throw exceedsGrid(sheet, height > 0 && width > 0 ? area : range);
  }
  return put(draft, sheet, area, rows, option);
}

function put(
  draft: Draft,
  sheet: SheetRecord,
  area: Area,
  rows: readonly (readonly unknown[])[],
  option: InputOption,
): Written {
  draft.assertMayEdit(sheet, area);
  let cells = 0;
  const touchedRows = new Set<number>();
  const touchedColumns = new Set<number>();
  rows.forEach((row, down) => {
    const line = {
      ...area,
      startRow: area.startRow + down,
      endRow: area.startRow + down + 1,
      endColumn: area.startColumn + row.length,
    };
    draft.mapArea(sheet.sheetId, line, (cell, index, column) => {
      const value = row[column - area.startColumn];
      if (value === null || value === undefined) return cell;
      cells++;
      touchedRows.add(index);
      touchedColumns.add(column);
      return entered(
        draft,
        sheet.sheetId,
        cell,
        value,
        option,
        `values[${down}][${column - area.startColumn}]`,
      );
    });
  });
  return {
    sheetId: sheet.sheetId,
    area: nonEmpty(area),
    rows: touchedRows.size,
    columns: touchedColumns.size,
    cells,
  };
}

/** A range that was written with nothing in it is named by its first cell. */
const nonEmpty = (area: Area): Area => ({
  ...area,
  endRow: Math.max(area.endRow, area.startRow + 1),
  endColumn: Math.max(area.endColumn, area.startColumn + 1),
});

function entered(
  draft: Draft,
  sheetId: number,
  cell: Cell,
  value: unknown,
  option: InputOption,
  where: string,
): Cell {
  if (typeof value === 'object')
    throw invalid(
      `Invalid ${where}: ${Array.isArray(value) ? 'list_value' : 'struct_value'} ${JSON.stringify(value)}`,
    );
  if (typeof value === 'string' && option === 'USER_ENTERED') return draft.typed(sheetId, cell, value);
  const parts = unpack(cell);
  if (typeof value === 'string') assertFits(value);
  return pack({ ...parts, f: undefined, v: value === '' ? undefined : (value as string | number | boolean) });
}

/** Looks for a table in a range and writes below it, growing the grid as needed. */
export function appendTable(
  draft: Draft,
  text: string,
  input: Input,
  option: InputOption,
  insertRows: boolean,
): { table?: string; result: Written } {
  const { sheet, range } = resolveRange(draft.record, text);
  const search = existing(sheet, range);
  const rows = lines(input);
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
  const table = findTable(draft, sheet, search);
  const startRow = table ? table.endRow : search.startRow;
  const startColumn = table ? table.startColumn : search.startColumn;
  const { rowCount, columnCount } = sheet.grid;
  const area = { startRow, endRow: startRow + rows.length, startColumn, endColumn: startColumn + width };
  if (insertRows && rows.length > 0 && startRow < rowCount) {
    insertDimensionAt(draft, sheet.sheetId, 'ROWS', startRow, rows.length, startRow > 0);
  } else if (area.endRow > rowCount) draft.resize(sheet.sheetId, { rowCount: area.endRow });
  if (area.endColumn > columnCount) draft.resize(sheet.sheetId, { columnCount: area.endColumn });
  const result = put(draft, draft.sheet(sheet.sheetId), area, rows, option);
  return { result, ...(table ? { table: formatRange(sheet, table) } : {}) };
}

/** The last block of cells with data that touches the searched range. */
function findTable(draft: Draft, sheet: SheetRecord, search: Area): Area | undefined {
  const rows = draft.rows(sheet.sheetId);
  const filled = (row: number, column: number) => hasData(rows.get(row)[column]);
  const rowFilled = (row: number, from: number, to: number): boolean => {
    for (let column = Math.max(0, from); column < to; column++) if (filled(row, column)) return true;
    return false;
  };
  let last = Math.min(search.endRow, rows.dataRows) - 1;
  while (last >= search.startRow && !rowFilled(last, search.startColumn, search.endColumn)) last--;
  if (last < search.startRow) return undefined;
  let startColumn = search.startColumn;
  while (!filled(last, startColumn)) startColumn++;
  let endColumn = startColumn + 1;
  let startRow = last;
  let endRow = last + 1;
  // Grows until the block is surrounded by empty cells; upwards only as far as the width needs it.
  for (let grown = true; grown; ) {
    grown = false;
    const columnFilled = (column: number): boolean => {
      for (let row = startRow; row < endRow; row++) if (filled(row, column)) return true;
      return false;
    };
    while (startRow > 0 && rowFilled(startRow - 1, startColumn - 1, endColumn + 1)) {
      startRow--;
      grown = true;
    }
    while (endRow < rows.dataRows && rowFilled(endRow, startColumn - 1, endColumn + 1)) {
      endRow++;
      grown = true;
    }
    while (startColumn > 0 && columnFilled(startColumn - 1)) {
      startColumn--;
      grown = true;
    }
    while (endColumn < sheet.grid.columnCount && columnFilled(endColumn)) {
      endColumn++;
      grown = true;
    }
  }
  return { startRow, endRow, startColumn, endColumn };
}

export function clearValues(draft: Draft, text: string): string {
  const { sheet, range } = resolveRange(draft.record, text);
  const area = existing(sheet, range);
  draft.assertMayEdit(sheet, area);
  const end = Math.min(area.endRow, draft.rows(sheet.sheetId).dataRows);
  draft.mapArea(sheet.sheetId, { ...area, endRow: Math.max(area.startRow, end) }, (cell) =>
    hasData(cell) ? pack({ ...unpack(cell), v: undefined, f: undefined }) : cell,
  );
  return formatRange(sheet, area);
}
