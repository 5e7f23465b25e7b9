// A1 notation: reads `'My tab'!A2:C` into a range of a tab, and writes ranges back as Google does.

import { type GoogleError, invalid } from '../../kernel/errors.ts';
import type { Area, SheetRecord, SpreadsheetRecord } from './model.ts';
import type { GridRange } from './schemas.ts';

/** `0` → `A`, `26` → `AA`. */
export function columnName(column: number): string {
  let name = '';
  for (let left = column; left >= 0; left = Math.floor(left / 26) - 1)
    name = String.fromCharCode(65 + (left % 26)) + name;
  return name;
}

/** `A` → `0`, `AA` → `26`. */
export function columnIndex(name: string): number {
  let index = 0;
  for (const letter of name.toUpperCase()) index = index * 26 + letter.charCodeAt(0) - 64;
  return index - 1;
}

/** The cells of a range without its tab; a missing end is open. */
export interface OpenArea {
  readonly startRow: number;
  readonly endRow?: number;
  readonly startColumn: number;
  readonly endColumn?: number;
}

const CELL = /^\$?([A-Za-z]{1,3})?\$?([1-9]\d{0,7})?$/;

/** Reads `A1`, `A1:B2`, `A:C`, `2:5`, `A2:C`; undefined when the text is none of these. */
export function parseCells(text: string): OpenArea | undefined {
  const parts = text.split(':');
  if (parts.length > 2) return undefined;
  const corners: { row?: number; column?: number }[] = [];
  for (const part of parts) {
    const match = CELL.exec(part);
    if (!match || (!match[1] && !match[2])) return undefined;
    corners.push({
      ...(match[1] ? { column: columnIndex(match[1]) } : {}),
      ...(match[2] ? { row: Number(match[2]) - 1 } : {}),
    });
  }
  const [first, second] = corners as [
    { row?: number; column?: number },
    { row?: number; column?: number } | undefined,
  ];
  if (!second) {
    if (first.row === undefined || first.column === undefined) return undefined;
    return {
      startRow: first.row,
      endRow: first.row + 1,
      startColumn: first.column,
      endColumn: first.column + 1,
    };
  }
  // `A2:C`: rows from the second on, open below; `A2:5`: columns from A on, open to the right.
  if (first.row === undefined && first.column === undefined) return undefined;
  const rows = order(first.row, second.row);
  const columns = order(first.column, second.column);
  if (!rows || !columns) return undefined;
  return {
    startRow: rows[0],
    startColumn: columns[0],
    ...(rows[1] === undefined ? {} : { endRow: rows[1] }),
    ...(columns[1] === undefined ? {} : { endColumn: columns[1] }),
  };
}

function order(a: number | undefined, b: number | undefined): [number, number | undefined] | undefined {
  if (a !== undefined && b !== undefined) return [Math.min(a, b), Math.max(a, b) + 1];
  return [a ?? b ?? 0, undefined];
}

/** Parts a range into its tab's name and its cells: `'It''s'!A1` → `It's`, `A1`. */
export function splitRange(text: string): { title?: string; cells?: string } | undefined {
  if (text.startsWith("'")) {
    const match = /^'((?:[^']|'')*)'(?:!(.+))?$/.exec(text);
    if (!match) return undefined;
    return { title: (match[1] as string).replaceAll("''", "'"), ...(match[2] ? { cells: match[2] } : {}) };
  }
  const mark = text.lastIndexOf('!');
  if (mark >= 0) return { title: text.slice(0, mark), cells: text.slice(mark + 1) };
  return { cells: text };
}

export const unparsable = (text: string): GoogleError => invalid(`Unable to parse range: ${text}`);

const sameTitle = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

export const sheetByTitle = (record: SpreadsheetRecord, title: string): SheetRecord | undefined =>
  record.sheets.find((sheet) => sameTitle(sheet.title, title));

/**
 * Finds what a range means in a spreadsheet: cells of a tab, a named range, or a whole tab.
 * Without a tab's name the first visible tab is meant.
 * @throws INVALID_ARGUMENT `Unable to parse range: …`
 */
export function resolveRange(
  record: SpreadsheetRecord,
  text: string,
): { sheet: SheetRecord; range: OpenArea } {
  const parts = splitRange(text);
  if (!parts) throw unparsable(text);
  if (parts.title !== undefined) {
    const sheet = sheetByTitle(record, parts.title);
    if (!sheet) throw unparsable(text);
    if (parts.cells === undefined) return { sheet, range: { startRow: 0, startColumn: 0 } };
    const range = parseCells(parts.cells);
    if (!range) throw unparsable(text);
    return { sheet, range };
  }
  const cells = parts.cells as string;
  const range = parseCells(cells);
  const first = record.sheets.find((sheet) => !sheet.hidden) ?? (record.sheets[0] as SheetRecord);
  if (range) return { sheet: first, range };
  const named = record.namedRanges.find((item) => sameTitle(item.name, cells));
  if (named) {
    const sheet = record.sheets.find((item) => item.sheetId === (named.range.sheetId ?? 0));
    if (sheet) return { sheet, range: openArea(named.range) };
  }
  const sheet = sheetByTitle(record, cells);
  if (sheet) return { sheet, range: { startRow: 0, startColumn: 0 } };
  throw unparsable(text);
}

export function openArea(range: GridRange): OpenArea {
  return {
    startRow: range.startRowIndex ?? 0,
    startColumn: range.startColumnIndex ?? 0,
    ...(range.endRowIndex === undefined ? {} : { endRow: range.endRowIndex }),
    ...(range.endColumnIndex === undefined ? {} : { endColumn: range.endColumnIndex }),
  };
}

/** Closes open ends at the edge of the grid and cuts off what lies beyond. */
export function clip(range: OpenArea, sheet: SheetRecord): Area {
  return {
    startRow: range.startRow,
    endRow: Math.min(range.endRow ?? sheet.grid.rowCount, sheet.grid.rowCount),
    startColumn: range.startColumn,
    endColumn: Math.min(range.endColumn ?? sheet.grid.columnCount, sheet.grid.columnCount),
  };
}

export const exceedsGrid = (sheet: SheetRecord, range: OpenArea): GoogleError =>
  invalid(
    `Range (${formatRange(sheet, range)}) exceeds grid limits. Max rows: ${sheet.grid.rowCount}, max columns: ${sheet.grid.columnCount}`,
  );

/** As Google: names of letters, digits and underscores stand bare unless they look like a cell. */
export function quoteTitle(title: string): string {
  const bare =
    /^[A-Za-z_][A-Za-z0-9_]*$/.test(title) &&
    !/^[A-Za-z]{1,3}\d+$/.test(title) &&
    !/^[rR]\d*[cC]\d*$/.test(title);
  return bare ? title : `'${title.replaceAll("'", "''")}'`;
}

export function formatCells(range: OpenArea): string {
  const start = `${columnName(range.startColumn)}${range.startRow + 1}`;
  if (range.endRow === range.startRow + 1 && range.endColumn === range.startColumn + 1) return start;
  const column = range.endColumn === undefined ? '' : columnName(range.endColumn - 1);
  const row = range.endRow === undefined ? '' : String(range.endRow);
  if (column === '' && row === '') return start;
  if (row === '' && range.startRow === 0) return `${columnName(range.startColumn)}:${column}`;
  if (column === '' && range.startColumn === 0) return `${range.startRow + 1}:${row}`;
  return `${start}:${column}${row}`;
}

export const formatRange = (sheet: SheetRecord, range: OpenArea): string =>
  `${quoteTitle(sheet.title)}!${formatCells(range)}`;
