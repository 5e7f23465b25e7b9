// Requests about rows and columns: insert, delete, append, move, width, hide; and inserting or deleting ranges of cells.

import * as z from 'zod';
import { invalid, notImplemented } from '../../../kernel/errors.ts';
import { mapCells, trim } from '../cells.ts';
import type { Draft } from '../draft.ts';
import { updatePaths } from '../masks.ts';
import {
  type Area,
  type Cell,
  type DimensionProperties,
  EMPTY_ROW,
  type Row,
  type SheetRecord,
} from '../model.ts';
import { type DimensionRange, dimension, dimensionRange, gridRange } from '../schemas.ts';
import { kind } from './kind.ts';
import { type Dimension, insertDimensionAt, moveDimensionTo, removeDimension } from './shift.ts';

const size = (sheet: SheetRecord, along: Dimension): number =>
  along === 'ROWS' ? sheet.grid.rowCount : sheet.grid.columnCount;
const noun = (along: Dimension): string => (along === 'ROWS' ? 'row' : 'column');

export function stretch(sheet: SheetRecord, along: Dimension, start: number, end: number): Area {
  return along === 'ROWS'
    ? { startRow: start, endRow: end, startColumn: 0, endColumn: sheet.grid.columnCount }
    : { startRow: 0, endRow: sheet.grid.rowCount, startColumn: start, endColumn: end };
}

function bounds(draft: Draft, range: DimensionRange): { sheet: SheetRecord; start: number; end: number } {
  const sheet = draft.sheet(range.sheetId);
  const start = range.startIndex ?? 0;
  const end = range.endIndex ?? size(sheet, range.dimension);
  if (start >= end) throw invalid(`range.endIndex[${end}] must be after range.startIndex[${start}]`);
  return { sheet, start, end };
}

const insertDimension = kind(
  z.strictObject({ range: dimensionRange, inheritFromBefore: z.boolean().optional() }),
  (draft, { range, inheritFromBefore = false }) => {
    const { sheet, start, end } = bounds(draft, range);
    const count = size(sheet, range.dimension);
    if (start > count)
      throw invalid(
        `range.startIndex[${start}] is greater than the number of ${noun(range.dimension)}s[${count}]`,
      );
    if (start === 0 && inheritFromBefore)
      throw invalid('inheritFromBefore cannot be true when inserting at the beginning of the sheet');
    draft.assertMayEdit(sheet, stretch(sheet, range.dimension, Math.max(0, start - 1), start + 1));
    insertDimensionAt(draft, sheet.sheetId, range.dimension, start, end - start, inheritFromBefore);
    return undefined;
  },
);

const deleteDimension = kind(z.strictObject({ range: dimensionRange }), (draft, { range }) => {
  const { sheet, start, end } = bounds(draft, range);
  const along = noun(range.dimension);
  const count = size(sheet, range.dimension);
  if (end > count)
    throw invalid(
      `Cannot delete a ${along} that doesn't exist. Tried to delete ${along} index ${end - 1} but there are only ${count} ${along}s.`,
    );
  if (end - start === count) throw invalid(`You can't delete all the ${along}s on the sheet.`);
  const frozen = range.dimension === 'ROWS' ? sheet.grid.frozenRowCount : sheet.grid.frozenColumnCount;
  if (frozen > 0 && start <= frozen && end === count)
    throw invalid(`Sorry, it is not possible to delete all non-frozen ${along}s.`);
  draft.assertMayEdit(sheet, stretch(sheet, range.dimension, start, end));
  removeDimension(draft, sheet.sheetId, range.dimension, start, end);
  return undefined;
});

const appendDimension = kind(
  z.strictObject({ sheetId: z.int().optional(), dimension, length: z.int() }),
  (draft, { sheetId, dimension: along, length }) => {
    if (length < 1) throw invalid('length must be at least 1');
    const sheet = draft.sheet(sheetId);
    const { rowCount, columnCount } = sheet.grid;
    draft.resize(
      sheet.sheetId,
      along === 'ROWS' ? { rowCount: rowCount + length } : { columnCount: columnCount + length },
    );
    return undefined;
  },
);

const moveDimension = kind(
  z.strictObject({ source: dimensionRange, destinationIndex: z.int().min(0).optional() }),
  (draft, { source, destinationIndex = 0 }) => {
    const { sheet, start, end } = bounds(draft, source);
    const count = size(sheet, source.dimension);
    if (end > count)
      throw invalid(
        `source.endIndex[${end}] is greater than the number of ${noun(source.dimension)}s[${count}]`,
      );
    if (destinationIndex > count)
      throw invalid(
        `destinationIndex[${destinationIndex}] is greater than the number of ${noun(source.dimension)}s[${count}]`,
      );
    if (destinationIndex > start && destinationIndex < end)
      throw invalid('destinationIndex must not lie inside of source');
    const from = Math.min(start, destinationIndex);
    draft.assertMayEdit(sheet, stretch(sheet, source.dimension, from, Math.max(end, destinationIndex)));
    if (destinationIndex < start || destinationIndex > end)
      moveDimensionTo(draft, sheet.sheetId, source.dimension, start, end, destinationIndex);
    return undefined;
  },
);

const updateDimensionProperties = kind(
  z.strictObject({
    range: dimensionRange,
    properties: z
      .strictObject({
        pixelSize: z.int().min(0).optional(),
        hiddenByUser: z.boolean().optional(),
        hiddenByFilter: z.boolean().optional(),
      })
      .optional(),
    fields: z.string().optional(),
  }),
  (draft, { range, properties = {}, fields }, where) => {
    const paths = updatePaths(fields, where, { pixelSize: true, hiddenByUser: true });
    const { sheet, start, end } = bounds(draft, range);
    if (end > size(sheet, range.dimension))
      throw invalid(
        `range.endIndex[${end}] is greater than the number of ${noun(range.dimension)}s[${size(sheet, range.dimension)}]`,
      );
    draft.assertMayEdit(sheet, stretch(sheet, range.dimension, start, end));
    const next: Record<string, DimensionProperties> = {
      ...(range.dimension === 'ROWS' ? sheet.rows : sheet.columns),
    };
    for (let index = start; index < end; index++) {
      const item: { pixelSize?: number; hiddenByUser?: boolean } = { ...next[index] };
      for (const [name] of paths) {
        if (name === 'pixelSize') {
          if (properties.pixelSize === undefined) delete item.pixelSize;
          else item.pixelSize = properties.pixelSize;
        } else if (properties.hiddenByUser) item.hiddenByUser = true;
        else delete item.hiddenByUser;
      }
      if (Object.keys(item).length > 0) next[index] = item;
      else delete next[index];
    }
    draft.changeSheet(sheet.sheetId, range.dimension === 'ROWS' ? { rows: next } : { columns: next });
    return undefined;
  },
);

/** Widths depend on fonts that are not here: columns go back to the usual width for the page to fit. */
const autoResizeDimensions = kind(z.strictObject({ dimensions: dimensionRange }), (draft, { dimensions }) => {
  const { sheet, start, end } = bounds(draft, dimensions);
  const next: Record<string, DimensionProperties> = {
    ...(dimensions.dimension === 'ROWS' ? sheet.rows : sheet.columns),
  };
  for (let index = start; index < end; index++) {
    const { pixelSize: _, ...rest } = next[index] ?? {};
    if (Object.keys(rest).length > 0) next[index] = rest;
    else delete next[index];
  }
  draft.changeSheet(sheet.sheetId, dimensions.dimension === 'ROWS' ? { rows: next } : { columns: next });
  return undefined;
});

/** Cells move; formulas that refer to them do not follow, which is why formulas on the tab are refused. */
const insertRange = kind(
  z.strictObject({ range: gridRange, shiftDimension: dimension }),
  (draft, { range, shiftDimension }) => {
    const { sheet, area } = draft.area(range);
    if (sheet.formulas) throw notImplemented('insertRange on a tab with formulas');
    const height = area.endRow - area.startRow;
    const width = area.endColumn - area.startColumn;
    const rows = draft.rows(sheet.sheetId);
    if (shiftDimension === 'ROWS') {
      draft.assertMayEdit(sheet, { ...area, endRow: sheet.grid.rowCount });
      const kept = Math.max(rows.length, area.startRow);
      if (kept + height > sheet.grid.rowCount) draft.resize(sheet.sheetId, { rowCount: kept + height });
      for (let index = rows.length - 1; index >= area.startRow; index--)
        copyCells(draft, sheet.sheetId, index, index + height, area);
      draft.mapArea(sheet.sheetId, { ...area, endRow: Math.min(area.endRow, kept + height) }, () => null);
    } else {
      draft.assertMayEdit(sheet, { ...area, endColumn: sheet.grid.columnCount });
      let widest = 0;
      for (let index = area.startRow; index < Math.min(area.endRow, rows.length); index++) {
        const row = rows.get(index);
        if (row.length <= area.startColumn) continue;
        const next = [
          ...row.slice(0, area.startColumn),
          ...new Array<Cell>(width).fill(null),
          ...row.slice(area.startColumn),
        ];
        widest = Math.max(widest, next.length);
        rows.set(index, trim(next));
      }
      if (widest > sheet.grid.columnCount) draft.resize(sheet.sheetId, { columnCount: widest });
    }
    return undefined;
  },
);

const deleteRange = kind(
  z.strictObject({ range: gridRange, shiftDimension: dimension }),
  (draft, { range, shiftDimension }) => {
    const { sheet, area } = draft.area(range);
    if (sheet.formulas) throw notImplemented('deleteRange on a tab with formulas');
    const rows = draft.rows(sheet.sheetId);
    if (shiftDimension === 'ROWS') {
      draft.assertMayEdit(sheet, { ...area, endRow: sheet.grid.rowCount });
      const height = area.endRow - area.startRow;
      const length = rows.length;
      for (let index = area.startRow; index < length; index++)
        copyCells(draft, sheet.sheetId, index + height, index, area);
    } else {
      draft.assertMayEdit(sheet, { ...area, endColumn: sheet.grid.columnCount });
      for (let index = area.startRow; index < Math.min(area.endRow, rows.length); index++) {
        const row = rows.get(index);
        if (row.length > area.startColumn)
          rows.set(index, trim([...row.slice(0, area.startColumn), ...row.slice(area.endColumn)]));
      }
    }
    return undefined;
  },
);

function copyCells(
  draft: Draft,
  sheetId: number,
  from: number,
  to: number,
  { startColumn, endColumn }: Area,
): void {
  const rows = draft.rows(sheetId);
  const source: Row = from < rows.length ? rows.get(from) : EMPTY_ROW;
  rows.set(
    to,
    mapCells(rows.get(to), startColumn, endColumn, (_, column) => source[column] ?? null),
  );
}

export const dimensionRequests = {
  insertDimension,
  deleteDimension,
  appendDimension,
  moveDimension,
  updateDimensionProperties,
  autoResizeDimensions,
  insertRange,
  deleteRange,
};
