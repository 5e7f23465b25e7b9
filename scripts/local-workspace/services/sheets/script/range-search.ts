// How scripts find their way in filled cells: to the end of a block, and all around it.

import { type EnumValue, enumeration } from '../../../script/service.ts';
import type { Area } from '../model.ts';
import type { RangeBase } from './range-base.ts';

export const Direction = enumeration('Direction', ['UP', 'DOWN', 'PREVIOUS', 'NEXT']);

const STEPS: Readonly<Record<string, readonly [down: number, across: number]>> = {
  UP: [-1, 0],
  DOWN: [1, 0],
  PREVIOUS: [0, -1],
  NEXT: [0, 1],
};

/** Whether a cell of the tab holds something; the whole grid comes with one read. */
function filledCells(range: RangeBase, method: string) {
  const { rowCount, columnCount } = range.workbook.sheet(range.sheetId, `Range.${method}`).grid;
  const grid = { startRow: 0, endRow: rowCount, startColumn: 0, endColumn: columnCount };
  const cells = range.workbook.read(range.sheetId, grid, `Range.${method}`);
  return { rowCount, columnCount, filled: (row: number, column: number) => !cells[row]?.[column]?.empty };
}

/** Where Ctrl and an arrow lead from the first cell: the end of its block, or else the next filled cell, or the edge. */
export function nextDataCell(range: RangeBase, direction: EnumValue): Area {
  const { rowCount, columnCount, filled } = filledCells(range, 'getNextDataCell');
  const [down, across] = STEPS[direction.name] as readonly [number, number];
  let { startRow: row, startColumn: column } = range.area;
  const inside = (r: number, c: number) => r >= 0 && c >= 0 && r < rowCount && c < columnCount;
  const go = () => {
    row += down;
    column += across;
  };
  const isAhead = () => inside(row + down, column + across);
  if (isAhead() && filled(row, column) && filled(row + down, column + across)) {
    while (isAhead() && filled(row + down, column + across)) go();
  } else {
    if (isAhead()) go();
    while (isAhead() && !filled(row, column)) go();
  }
  return { startRow: row, endRow: row + 1, startColumn: column, endColumn: column + 1 };
}

/** The block of filled cells around the range, bounded by empty rows and columns. */
export function dataRegion(range: RangeBase): Area {
  const { rowCount, columnCount, filled } = filledCells(range, 'getDataRegion');
  let { startRow, endRow, startColumn, endColumn } = range.area;
  const anyRow = (row: number) =>
    row >= 0 &&
    row < rowCount &&
    someBetween(startColumn - 1, endColumn + 1, (column) => filled(row, column));
  const anyColumn = (column: number) =>
    column >= 0 &&
    column < columnCount &&
    someBetween(startRow - 1, endRow + 1, (row) => filled(row, column));
  for (let grown = true; grown; ) {
    grown = true;
    if (anyRow(startRow - 1)) startRow--;
    else if (anyRow(endRow)) endRow++;
    else if (anyColumn(startColumn - 1)) startColumn--;
    else if (anyColumn(endColumn)) endColumn++;
    else grown = false;
  }
  return { startRow, endRow, startColumn, endColumn };
}

function someBetween(from: number, to: number, holds: (place: number) => boolean): boolean {
  for (let place = Math.max(0, from); place < to; place++) if (holds(place)) return true;
  return false;
}
