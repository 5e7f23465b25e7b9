// Requests that write cells: updateCells, repeatCell, appendCells, setDataValidation, updateBorders.

import * as z from 'zod';
import { invalid } from '../../../kernel/errors.ts';
import { formulaOf, mapCells, pack, unpack, withCells } from '../cells.ts';
import type { Draft } from '../draft.ts';
import { relocate } from '../formulas/rewrite.ts';
import type { Area, Cell, Row } from '../model.ts';
import {
  border,
  type CellFormat,
  cellData,
  dataValidationRule,
  gridCoordinate,
  gridRange,
  type RowData,
  rowData,
} from '../schemas.ts';
import { cellUpdate } from './cell-update.ts';
import { kind } from './kind.ts';

/** Google refuses requests that name neither a start nor a range. */
const updateCells = kind(
  z.strictObject({
    start: gridCoordinate.optional(),
    range: gridRange.optional(),
    rows: z.array(rowData).optional(),
    fields: z.string().optional(),
  }),
  (draft, { start, range, rows = [], fields }, where) => {
    if (start && range)
      throw invalid(
        `Invalid value at 'requests' (oneof), oneof field 'area' is already set. Cannot set 'range'`,
      );
    if (!start && !range) throw invalid('Must specify either start or range.');
    const sheet = draft.sheet((start ?? range)?.sheetId);
    const update = cellUpdate(draft, sheet.sheetId, fields, where);
    const area = start
      ? startArea(start.rowIndex ?? 0, start.columnIndex ?? 0, rows)
      : draft.area(range ?? {}).area;
    const lastRow = start ? sheet.grid.rowCount : area.endRow;
    const lastColumn = start ? sheet.grid.columnCount : area.endColumn;
    if (area.startRow + rows.length > lastRow) {
      throw invalid(`Attempting to write row: ${lastRow}, beyond the last requested row of: ${lastRow - 1}`);
    }
    for (const row of rows) {
      if (area.startColumn + (row.values?.length ?? 0) > lastColumn) {
        throw invalid(
          `Attempting to write column: ${lastColumn}, beyond the last requested column of: ${lastColumn - 1}`,
        );
      }
    }
    draft.assertMayEdit(sheet, area);
    if (range) {
      draft.mapArea(sheet.sheetId, area, (cell, row, column) =>
        update(cell, rows[row - area.startRow]?.values?.[column - area.startColumn]),
      );
      return undefined;
    }
    rows.forEach((row, down) => {
      const values = row.values ?? [];
      const line = {
        ...area,
        startRow: area.startRow + down,
        endRow: area.startRow + down + 1,
        endColumn: area.startColumn + values.length,
      };
      draft.mapArea(sheet.sheetId, line, (cell, _, column) =>
        update(cell, values[column - area.startColumn]),
      );
    });
    return undefined;
  },
);

function startArea(startRow: number, startColumn: number, rows: readonly RowData[]): Area {
  const width = rows.reduce((most, row) => Math.max(most, row.values?.length ?? 0), 0);
  return { startRow, endRow: startRow + rows.length, startColumn, endColumn: startColumn + width };
}

const repeatCell = kind(
  z.strictObject({ range: gridRange, cell: cellData.optional(), fields: z.string().optional() }),
  (draft, { range, cell: data, fields }, where) => {
    const { sheet, area } = draft.area(range);
    draft.assertMayEdit(sheet, area);
    const update = cellUpdate(draft, sheet.sheetId, fields, where);
    const formula = data?.userEnteredValue?.formulaValue;
    fill(draft, sheet.sheetId, area, (cell) => update(cell, data));
    if (formula !== undefined) {
      // Each cell has the formula as if copied there from the first one.
      draft.mapArea(sheet.sheetId, area, (cell, row, column) =>
        formulaOf(cell) === formula
          ? pack({ ...unpack(cell), f: relocate(formula, row - area.startRow, column - area.startColumn) })
          : cell,
      );
    }
    return undefined;
  },
);

/** Does the same to every cell; equal cells become one and the same cell, and rows that are one stay one. */
function fill(draft: Draft, sheetId: number, area: Area, change: (cell: Cell) => Cell): void {
  const cells = new Map<Cell, Cell>();
  const changed = (cell: Cell): Cell => {
    let next = cells.get(cell);
    if (next === undefined) {
      next = change(cell);
      if (cells.size < 1000) cells.set(cell, next);
    }
    return next;
  };
  const lines = new Map<Row, Row>();
  const rows = draft.rows(sheetId);
  for (let index = area.startRow; index < area.endRow; index++) {
    const row = rows.get(index);
    let next = lines.get(row);
    if (next === undefined) {
      next = mapCells(row, area.startColumn, area.endColumn, changed);
      lines.set(row, next);
    }
    rows.set(index, next);
  }
}

/**
 * Adds rows after the last row with data; formats, notes and rules are not data. The grid grows as needed,
 * and new rows are plain.
 */
const appendCells = kind(
  z.strictObject({
    sheetId: z.int().optional(),
    rows: z.array(rowData).optional(),
    fields: z.string().optional(),
  }),
  (draft, { sheetId, rows: given = [], fields }, where) => {
    const sheet = draft.sheet(sheetId);
    const update = cellUpdate(draft, sheet.sheetId, fields, where);
    const rows = draft.rows(sheet.sheetId);
    const at = draft.lastDataRow(sheet);
    const width = given.reduce((most, row) => Math.max(most, row.values?.length ?? 0), 0);
    const { rowCount, columnCount } = sheet.grid;
    if (at + given.length > rowCount || width > columnCount) {
      draft.resize(sheet.sheetId, {
        rowCount: Math.max(rowCount, at + given.length),
        columnCount: Math.max(columnCount, width),
      });
    }
    draft.assertMayEdit(draft.sheet(sheet.sheetId), {
      startRow: at,
      endRow: at + given.length,
      startColumn: 0,
      endColumn: Math.max(1, width),
    });
    given.forEach((row, down) => {
      const old = rows.get(at + down);
      rows.set(
        at + down,
        withCells(
          old,
          0,
          (row.values ?? []).map((data, column) => update(old[column] ?? null, data)),
        ),
      );
    });
    return undefined;
  },
);

const setDataValidation = kind(
  z.strictObject({
    range: gridRange,
    rule: dataValidationRule.optional(),
    filteredRowsIncluded: z.boolean().optional(),
  }),
  (draft, { range, rule }) => {
    const { sheet, area } = draft.area(range);
    draft.assertMayEdit(sheet, area);
    const place = draft.styles.validationPlace(rule);
    fill(draft, sheet.sheetId, area, (cell) => {
      const parts = unpack(cell);
      // A tick box that has no value yet is an unticked one.
      const box =
        rule?.condition.type === 'BOOLEAN' &&
        !rule.condition.values?.length &&
        parts.v === undefined &&
        parts.f === undefined;
      return pack({ ...parts, ...(box ? { v: false } : {}), d: place });
    });
    return undefined;
  },
);

const updateBorders = kind(
  z.strictObject({
    range: gridRange,
    top: border.optional(),
    bottom: border.optional(),
    left: border.optional(),
    right: border.optional(),
    innerHorizontal: border.optional(),
    innerVertical: border.optional(),
  }),
  (draft, request) => {
    const { sheet, area } = draft.area(request.range);
    draft.assertMayEdit(sheet, area);
    draft.mapArea(sheet.sheetId, area, (cell, row, column) => {
      const sides = {
        top: row === area.startRow ? request.top : request.innerHorizontal,
        bottom: row === area.endRow - 1 ? request.bottom : request.innerHorizontal,
        left: column === area.startColumn ? request.left : request.innerVertical,
        right: column === area.endColumn - 1 ? request.right : request.innerVertical,
      };
      const parts = unpack(cell);
      const format = draft.styles.format(parts.s) ?? {};
      const borders: Record<string, unknown> = { ...format.borders };
      for (const [side, line] of Object.entries(sides)) {
        if (line?.style === 'NONE') delete borders[side];
        else if (line) borders[side] = line;
      }
      const { borders: _, ...rest } = format;
      const next =
        Object.keys(borders).length > 0 ? { ...rest, borders: borders as CellFormat['borders'] } : rest;
      return pack({ ...parts, s: draft.styles.formatPlace(next) });
    });
    return undefined;
  },
);

export const cellRequests = {
  updateCells,
  repeatCell,
  appendCells,
  setDataValidation,
  updateBorders,
};
