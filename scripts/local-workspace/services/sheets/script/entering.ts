// Puts the values of a script into cells: texts are read as if typed, dates become date cells, nothing empties a cell.

import { types } from 'node:util';
import { invalid, notImplemented } from '../../../kernel/errors.ts';
import { pack, unpack } from '../cells.ts';
import type { Draft } from '../draft.ts';
import type { Area, Cell } from '../model.ts';
import type { NumberFormat } from '../schemas.ts';
import { toSerial } from '../serial.ts';
import { assertValid } from '../validation.ts';

/** @param valueAt the value for a place within the area, counted from 0 */
export function enterValues(
  draft: Draft,
  sheetId: number,
  area: Area,
  valueAt: (row: number, column: number) => unknown,
): void {
  draft.assertMayEdit(draft.sheet(sheetId), area);
  const calculator = draft.calculator();
  draft.mapArea(sheetId, area, (cell, row, column) => {
    const next = entered(draft, sheetId, cell, valueAt(row - area.startRow, column - area.startColumn));
    const { d, v } = unpack(next);
    assertValid(draft, calculator, draft.styles.validation(d), v, row, column);
    return next;
  });
}

function entered(draft: Draft, sheetId: number, cell: Cell, value: unknown): Cell {
  const parts = unpack(cell);
  if (value === null || value === undefined || value === '')
    return pack({ ...parts, v: undefined, f: undefined });
  if (typeof value === 'string') return draft.typed(sheetId, cell, value);
  if (typeof value === 'boolean') return pack({ ...parts, v: value, f: undefined });
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw notImplemented('Writing a number that is not finite');
    return pack({ ...parts, v: value, f: undefined });
  }
  if (!types.isDate(value)) throw notImplemented('Writing a list or an object into one cell');
  const serial = toSerial(value.getTime(), draft.record.timeZone);
  const format = draft.styles.format(parts.s);
  const place = format?.numberFormat
    ? parts.s
    : draft.styles.formatPlace({ ...format, numberFormat: dateFormat(serial) });
  return pack({ ...parts, v: serial, f: undefined, s: place });
}

/** A moment at midnight shows as a day, any other with its time. */
const dateFormat = (serial: number): NumberFormat =>
  Number.isInteger(serial)
    ? { type: 'DATE', pattern: 'm/d/yyyy' }
    : { type: 'DATE_TIME', pattern: 'm/d/yyyy h:mm:ss' };

/** @throws Google's texts unless the data has as many rows and columns as the area */
export function assertSameSize(data: readonly (readonly unknown[])[], area: Area): void {
  const height = area.endRow - area.startRow;
  const width = area.endColumn - area.startColumn;
  if (data.length !== height)
    throw invalid(
      `The number of rows in the data does not match the number of rows in the range. The data has ${data.length} but the range has ${height}.`,
    );
  const odd = data.find((row) => row.length !== width);
  if (odd)
    throw invalid(
      `The number of columns in the data does not match the number of columns in the range. The data has ${odd.length} but the range has ${width}.`,
    );
}
