// Inserting, deleting and moving rows and columns, with everything that refers to them moving along.

import { trim } from '../cells.ts';
import { mapSources } from '../charts.ts';
import type { Draft } from '../draft.ts';
import { rewriteReferences } from '../formulas/rewrite.ts';
import { type Cell, type DimensionProperties, EMPTY_ROW, type Row, type SheetRecord } from '../model.ts';
import type { GridRange } from '../schemas.ts';

export type Dimension = 'ROWS' | 'COLUMNS';

/** Where a stretch of rows or columns is afterwards; undefined when nothing of it is left. */
type Shift = (start: number, end: number) => readonly [number, number] | undefined;

const inserted =
  (at: number, count: number): Shift =>
  (start, end) =>
    at <= start ? [start + count, end + count] : at < end ? [start, end + count] : [start, end];

const removed =
  (from: number, to: number): Shift =>
  (start, end) => {
    const left = (place: number) => (place <= from ? place : place >= to ? place - (to - from) : from);
    return left(start) < left(end) ? [left(start), left(end)] : undefined;
  };

/** Ranges that lie wholly in the moved stretch, or wholly in what makes room for it, move along; others stay. */
const moved =
  (from: number, to: number, destination: number): Shift =>
  (start, end) => {
    const count = to - from;
    if (start >= from && end <= to) {
      const target = destination > from ? destination - count : destination;
      return [start - from + target, end - from + target];
    }
    if (destination > to && start >= to && end <= destination) return [start - count, end - count];
    if (destination < from && start >= destination && end <= from) return [start + count, end + count];
    return [start, end];
  };

export function insertDimensionAt(
  draft: Draft,
  sheetId: number,
  dimension: Dimension,
  at: number,
  count: number,
  inheritFromBefore: boolean,
): void {
  const { grid } = draft.sheet(sheetId);
  draft.resize(
    sheetId,
    dimension === 'ROWS' ? { rowCount: grid.rowCount + count } : { columnCount: grid.columnCount + count },
  );
  const rows = draft.rows(sheetId);
  // New rows and columns take formats and rules from their neighbour, not values or notes.
  if (dimension === 'ROWS') {
    const neighbour = inheritFromBefore ? rows.get(at - 1) : rows.get(at);
    rows.insert(
      at,
      new Array<Row>(count).fill(at === 0 && inheritFromBefore ? EMPTY_ROW : trim(neighbour.map(bare))),
    );
  } else {
    rows.map((row) => {
      if (row.length < at || (row.length === at && !inheritFromBefore)) return row;
      const neighbour = bare(row[inheritFromBefore ? at - 1 : at] ?? null);
      return trim([...row.slice(0, at), ...new Array<Cell>(count).fill(neighbour), ...row.slice(at)]);
    });
  }
  shiftAll(draft, sheetId, dimension, inserted(at, count));
}

const bare = (cell: Cell): Cell => {
  if (cell === null || typeof cell !== 'object') return null;
  const { s, d } = cell;
  return s === undefined && d === undefined
    ? null
    : { ...(s === undefined ? {} : { s }), ...(d === undefined ? {} : { d }) };
};

export function removeDimension(
  draft: Draft,
  sheetId: number,
  dimension: Dimension,
  from: number,
  to: number,
): void {
  const { grid } = draft.sheet(sheetId);
  const rows = draft.rows(sheetId);
  if (dimension === 'ROWS') rows.remove(from, to - from);
  else rows.map((row) => (row.length <= from ? row : trim([...row.slice(0, from), ...row.slice(to)])));
  const frozen = (count: number) => count - Math.max(0, Math.min(to, count) - from);
  draft.resize(
    sheetId,
    dimension === 'ROWS'
      ? { rowCount: grid.rowCount - (to - from), frozenRowCount: frozen(grid.frozenRowCount) }
      : { columnCount: grid.columnCount - (to - from), frozenColumnCount: frozen(grid.frozenColumnCount) },
  );
  shiftAll(draft, sheetId, dimension, removed(from, to));
}

export function moveDimensionTo(
  draft: Draft,
  sheetId: number,
  dimension: Dimension,
  from: number,
  to: number,
  destination: number,
): void {
  const rows = draft.rows(sheetId);
  const rearranged = <T>(items: readonly T[]): T[] => {
    const block = items.slice(from, to);
    return destination > from
      ? [...items.slice(0, from), ...items.slice(to, destination), ...block, ...items.slice(destination)]
      : [...items.slice(0, destination), ...block, ...items.slice(destination, from), ...items.slice(to)];
  };
  if (dimension === 'ROWS') {
    const all = rows.all().slice();
    while (all.length < Math.max(to, destination)) all.push(EMPTY_ROW);
    const next = rearranged(all);
    while (next.length > 0 && (next.at(-1) as Row).length === 0) next.pop();
    rows.replace(next);
  } else {
    rows.map((row) => {
      const cells = row.slice() as Cell[];
      while (cells.length < Math.max(to, destination)) cells.push(null);
      return trim(rearranged(cells));
    });
  }
  shiftAll(draft, sheetId, dimension, moved(from, to, destination));
}

function shiftRange(range: GridRange, dimension: Dimension, shift: Shift): GridRange | undefined {
  const [startName, endName] =
    dimension === 'ROWS'
      ? (['startRowIndex', 'endRowIndex'] as const)
      : (['startColumnIndex', 'endColumnIndex'] as const);
  const { [startName]: start, [endName]: end } = range;
  if (start === undefined && end === undefined) return range;
  const next = shift(start ?? 0, end ?? Number.MAX_SAFE_INTEGER);
  if (!next) return undefined;
  return {
    ...range,
    ...(start === undefined ? {} : { [startName]: next[0] }),
    ...(end === undefined ? {} : { [endName]: next[1] }),
  };
}

function shiftAll(draft: Draft, sheetId: number, dimension: Dimension, shift: Shift): void {
  const sheet = draft.sheet(sheetId);
  const move = <T extends { readonly range: GridRange }>(items: readonly T[]): T[] =>
    items.flatMap((item) => {
      const range = shiftRange(item.range, dimension, shift);
      return range ? [{ ...item, range }] : [];
    });
  const moveRanges = (ranges: readonly GridRange[]): GridRange[] =>
    ranges.flatMap((range) => shiftRange(range, dimension, shift) ?? []);
  const filterRange = sheet.basicFilter && shiftRange(sheet.basicFilter.range, dimension, shift);
  const change: Partial<SheetRecord> = {
    ...(dimension === 'ROWS'
      ? { rows: shiftKeys(sheet.rows, shift) }
      : { columns: shiftKeys(sheet.columns, shift) }),
    protectedRanges: move(sheet.protectedRanges).map((range) => ({
      ...range,
      unprotectedRanges: moveRanges(range.unprotectedRanges),
    })),
    bandedRanges: move(sheet.bandedRanges),
    merges: moveRanges(sheet.merges),
    conditionalFormats: sheet.conditionalFormats.flatMap((rule) => {
      const ranges = moveRanges(rule.ranges);
      return ranges.length > 0 ? [{ ...rule, ranges }] : [];
    }),
    basicFilter:
      sheet.basicFilter && filterRange
        ? {
            ...sheet.basicFilter,
            range: filterRange,
            ...(dimension === 'COLUMNS' && sheet.basicFilter.criteria
              ? { criteria: shiftKeys(sheet.basicFilter.criteria, shift) }
              : {}),
          }
        : undefined,
  };
  draft.changeSheet(sheetId, change);
  draft.change({
    namedRanges: draft.record.namedRanges.flatMap((item) =>
      (item.range.sheetId ?? 0) === sheetId ? move([item]) : [item],
    ),
    developerMetadata: draft.record.developerMetadata.flatMap((item) => {
      const range = item.location.dimensionRange;
      if (!range || range.sheetId !== sheetId || range.dimension !== dimension) return [item];
      const next = shift(range.startIndex, range.endIndex);
      return next
        ? [
            {
              ...item,
              location: {
                ...item.location,
                dimensionRange: { ...range, startIndex: next[0], endIndex: next[1] },
              },
            },
          ]
        : [];
    }),
  });
  moveCharts(draft, sheetId, dimension, shift);
  rewriteReferences(draft, sheetId, dimension, shift);
}

/** Charts of all tabs draw from the same cells as before; those of this tab stay beside the cells where they lay. */
function moveCharts(draft: Draft, sheetId: number, dimension: Dimension, shift: Shift): void {
  const moved = (range: GridRange) =>
    range.sheetId === sheetId ? shiftRange(range, dimension, shift) : range;
  const corner = dimension === 'ROWS' ? 'rowIndex' : 'columnIndex';
  for (const sheet of draft.record.sheets) {
    if (!sheet.charts?.length) continue;
    const { rowCount, columnCount } = sheet.grid;
    const last = (dimension === 'ROWS' ? rowCount : columnCount) - 1;
    const charts = sheet.charts.map((chart) => {
      const spec = mapSources(chart.spec, moved);
      const { anchorCell = {} } = chart.position;
      if (sheet.sheetId !== sheetId) return { ...chart, spec };
      const from = anchorCell[corner] ?? 0;
      // A cell that goes leaves the chart on the one that takes its place.
      const place = shift(from, from + 1)?.[0] ?? shift(0, from)?.[1] ?? 0;
      return {
        ...chart,
        spec,
        position: { ...chart.position, anchorCell: { ...anchorCell, [corner]: Math.min(place, last) } },
      };
    });
    draft.changeSheet(sheet.sheetId, { charts });
  }
}

function shiftKeys<T = DimensionProperties>(
  items: Readonly<Record<string, T>>,
  shift: Shift,
): Record<string, T> {
  const next: Record<string, T> = {};
  for (const [index, item] of Object.entries(items)) {
    const place = shift(Number(index), Number(index) + 1);
    if (place) next[place[0]] = item;
  }
  return next;
}
