// Reads values out of a spreadsheet for the values methods: rendered, turned, without the empty ends.

import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import type { Answer } from '../../rest/api.ts';
import { clip, exceedsGrid, formatRange, type OpenArea, resolveRange } from './a1.ts';
import type { Book } from './book.ts';
import { cellAt } from './book.ts';
import { cellValue, unpack } from './cells.ts';
import type { Calculator } from './formulas/calculate.ts';
import { CellError, type Value } from './formulas/value.ts';
import type { Area, Cell, Row, Scalar, SheetRecord } from './model.ts';
import { display, isDateFormat } from './number-format.ts';

export interface RenderOptions {
  readonly majorDimension?: 'ROWS' | 'COLUMNS';
  readonly valueRenderOption?: 'FORMATTED_VALUE' | 'UNFORMATTED_VALUE' | 'FORMULA';
  readonly dateTimeRenderOption?: 'SERIAL_NUMBER' | 'FORMATTED_STRING';
}

/** The cells of a range that exist. @throws INVALID_ARGUMENT when it starts beyond the grid */
export function existing(sheet: SheetRecord, range: OpenArea): Area {
  if (range.startRow >= sheet.grid.rowCount || range.startColumn >= sheet.grid.columnCount)
    throw exceedsGrid(sheet, range);
  return clip(range, sheet);
}

export function readValues(
  book: Book,
  calculator: Calculator,
  text: string,
  options: RenderOptions,
): Answer<sheets_v4.Schema$ValueRange> {
  const { sheet, range } = resolveRange(book.record, text);
  const area = existing(sheet, range);
  const values = readArea(book, calculator, sheet, area, options);
  return {
    range: formatRange(sheet, area),
    majorDimension: options.majorDimension ?? 'ROWS',
    ...(values.length > 0 ? { values } : {}),
  };
}

export function readArea(
  book: Book,
  calculator: Calculator,
  sheet: SheetRecord,
  area: Area,
  options: RenderOptions,
): readonly (readonly Scalar[])[] {
  const rows = book.rows(sheet.sheetId);
  const end = Math.min(area.endRow, calculator.dataRows(sheet));
  const render = renderer(book, options);
  const isBare = isWithoutFormats(options) && !sheet.formulas && area.startColumn === 0;
  const lines: (readonly Scalar[])[] = [];
  for (let index = area.startRow; index < end; index++) {
    const row = rows.get(index);
    if (isBare && row.length <= area.endColumn) {
      lines.push(bareLine(row));
      continue;
    }
    const last = sheet.formulas ? area.endColumn : Math.min(area.endColumn, row.length);
    const line: Scalar[] = [];
    let filled = 0;
    for (let column = area.startColumn; column < last; column++) {
      const cell = row[column] ?? null;
      const value = sheet.formulas ? calculator.value(sheet, index, column) : undefined;
      const shown = sheet.formulas ? render(cell, value) : plain(cell, render);
      line.push(shown ?? '');
      if (shown !== undefined) filled = line.length;
    }
    line.length = filled;
    lines.push(line);
  }
  if (options.majorDimension === 'COLUMNS') return turned(lines);
  return isBare ? sameAgain(withoutEmptyEnd(lines)) : withoutEmptyEnd(lines);
}

const isWithoutFormats = ({ valueRenderOption, dateTimeRenderOption }: RenderOptions): boolean =>
  (valueRenderOption === 'UNFORMATTED_VALUE' || valueRenderOption === 'FORMULA') &&
  dateTimeRenderOption !== 'FORMATTED_STRING';

const bareLines = new WeakMap<Row, readonly Scalar[]>();

/** The entered values of a row without formulas. Made once, because rows are replaced and never changed in place. */
function bareLine(row: Row): readonly Scalar[] {
  const known = bareLines.get(row);
  if (known) return known;
  let length = row.length;
  while (length > 0 && cellValue(row[length - 1]) === undefined) length--;
  const line = Object.freeze(row.slice(0, length).map((cell) => cellValue(cell) ?? ''));
  bareLines.set(row, line);
  return line;
}

const readLast = new WeakMap<readonly Scalar[], readonly (readonly Scalar[])[]>();

/** Lines that are the same ones as when they were read last are the same list, found by its first line. */
function sameAgain(lines: (readonly Scalar[])[]): readonly (readonly Scalar[])[] {
  const [first] = lines;
  if (!first) return lines;
  const last = readLast.get(first);
  if (last?.length === lines.length && lines.every((line, place) => line === last[place])) return last;
  readLast.set(first, Object.freeze(lines));
  return lines;
}

/** Bare values need no look at formats. */
function plain(cell: Cell, render: (cell: Cell, value: Value) => Scalar | undefined): Scalar | undefined {
  if (cell === null) return undefined;
  if (typeof cell === 'string') return cell;
  return render(cell, typeof cell === 'object' ? cell.v : cell);
}

function renderer(book: Book, options: RenderOptions): (cell: Cell, value: Value) => Scalar | undefined {
  const { valueRenderOption = 'FORMATTED_VALUE', dateTimeRenderOption = 'SERIAL_NUMBER' } = options;
  return (cell, value) => {
    const parts = unpack(cell);
    if (valueRenderOption === 'FORMULA' && parts.f !== undefined) return parts.f;
    if (value === undefined) return undefined;
    if (value instanceof CellError) return value.text;
    if (valueRenderOption !== 'FORMATTED_VALUE' && typeof value !== 'number') return value;
    const format = book.styles.format(parts.s)?.numberFormat;
    if (valueRenderOption === 'FORMATTED_VALUE') return display(value, format);
    return dateTimeRenderOption === 'FORMATTED_STRING' && isDateFormat(format)
      ? display(value, format)
      : value;
  };
}

function withoutEmptyEnd(lines: (readonly Scalar[])[]): (readonly Scalar[])[] {
  let length = lines.length;
  while (length > 0 && lines[length - 1]?.length === 0) length--;
  lines.length = length;
  return lines;
}

function turned(lines: readonly (readonly Scalar[])[]): (readonly Scalar[])[] {
  const width = lines.reduce((most, line) => Math.max(most, line.length), 0);
  const columns = Array.from({ length: width }, (_, column) => {
    const cells = lines.map((line) => line[column] ?? '');
    while (cells.length > 0 && cells.at(-1) === '') cells.pop();
    return cells;
  });
  return withoutEmptyEnd(columns);
}

/** What a cell shows, for people and for getDisplayValue. */
export function displayAt(
  book: Book,
  calculator: Calculator,
  sheet: SheetRecord,
  row: number,
  column: number,
): string {
  const value = calculator.value(sheet, row, column);
  if (value instanceof CellError) return value.text;
  return display(
    value,
    book.styles.format(unpack(cellAt(book.rows(sheet.sheetId), row, column)).s)?.numberFormat,
  );
}
