// Packing and unpacking of cells and rows: a plain value stays bare, everything else becomes a RichCell.

import { type Cell, EMPTY_ROW, type RichCell, type Row, type Scalar } from './model.ts';

const isRich = (cell: Cell): cell is RichCell => typeof cell === 'object' && cell !== null;

const NOTHING: RichCell = {};

export function unpack(cell: Cell | undefined): RichCell {
  if (cell === null || cell === undefined) return NOTHING;
  return isRich(cell) ? cell : { v: cell };
}

export function pack(parts: RichCell): Cell {
  const { v, f, s, d, n } = parts;
  if (f === undefined && s === undefined && d === undefined && n === undefined)
    return v === undefined ? null : v;
  const cell: { -readonly [Name in keyof RichCell]: RichCell[Name] } = {};
  if (f !== undefined) cell.f = f;
  else if (v !== undefined) cell.v = v;
  if (s !== undefined) cell.s = s;
  if (d !== undefined) cell.d = d;
  if (n !== undefined) cell.n = n;
  return cell;
}

/** The value that was entered; a formula's value is calculated elsewhere. */
export function cellValue(cell: Cell | undefined): Scalar | undefined {
  if (cell === null || cell === undefined) return undefined;
  return isRich(cell) ? cell.v : cell;
}

export function formulaOf(cell: Cell | undefined): string | undefined {
  return cell !== undefined && isRich(cell) ? cell.f : undefined;
}

/** Whether a cell holds a value or a formula: formats, rules and notes are not data. */
export function hasData(cell: Cell | undefined): boolean {
  if (cell === null || cell === undefined) return false;
  return !isRich(cell) || cell.v !== undefined || cell.f !== undefined;
}

const rowsWithData = new WeakMap<Row, boolean>();

export function rowHasData(row: Row): boolean {
  if (row.length === 0) return false;
  let known = rowsWithData.get(row);
  if (known === undefined) {
    known = row.some(hasData);
    rowsWithData.set(row, known);
  }
  return known;
}

/** A row without the empty cells at its end. */
export function trim(cells: Cell[]): Row {
  let length = cells.length;
  while (length > 0 && (cells[length - 1] === null || cells[length - 1] === undefined)) length--;
  if (length === 0) return EMPTY_ROW;
  if (length < cells.length) cells.length = length;
  for (let i = 0; i < length; i++) if (cells[i] === undefined) cells[i] = null;
  return cells;
}

/** A row with cells from `start` on replaced. */
export function withCells(row: Row, start: number, cells: readonly Cell[]): Row {
  const next = row.slice() as Cell[];
  while (next.length < start) next.push(null);
  for (let i = 0; i < cells.length; i++) next[start + i] = cells[i] as Cell;
  return trim(next);
}

/** A row with some cells changed by a function. */
export function mapCells(
  row: Row,
  start: number,
  end: number,
  change: (cell: Cell, column: number) => Cell,
): Row {
  const next = row.slice() as Cell[];
  while (next.length < end) next.push(null);
  for (let column = start; column < end; column++) next[column] = change(next[column] as Cell, column);
  return trim(next);
}
