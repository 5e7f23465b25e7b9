// The requests that make a new, empty tab what it was in a backup.

import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import { type Block, type PackedCell, rowsOf, runsOf } from './cell-blocks.ts';
import type { SavedSheet } from './saved-spreadsheet.ts';

type Request = sheets_v4.Schema$Request;

/** Rows of values in one request, so that requests can be sent in portions. */
const MOST_ROWS = 200;

/** The cells of a tab: formats and rules, values, notes, heights and widths. */
export function* cellRequests(sheetId: number, blocks: Iterable<Block>): Iterable<Request> {
  for (const block of blocks) {
    yield* looks(sheetId, block);
    yield* values(sheetId, block);
    yield* sizes(sheetId, 'ROWS', block.startRow, block.rowSizes, 21);
    if (block.startRow === 0) yield* sizes(sheetId, 'COLUMNS', 0, block.columnSizes, 100);
  }
}

/** What lies over the cells of a tab. Protection comes last, so that it is in nobody's way. */
export function* ruleRequests(sheet: SavedSheet): Iterable<Request> {
  const { merges = [], conditionalFormats = [], bandedRanges = [], basicFilter } = sheet;
  const { filterViews = [], charts = [], protectedRanges = [] } = sheet;
  for (const range of merges) yield { mergeCells: { range, mergeType: 'MERGE_ALL' } };
  for (const [index, rule] of conditionalFormats.entries())
    yield { addConditionalFormatRule: { rule, index } };
  for (const { bandedRangeId: _, ...bandedRange } of bandedRanges) yield { addBanding: { bandedRange } };
  if (basicFilter) yield { setBasicFilter: { filter: basicFilter } };
  for (const { filterViewId: _, ...filter } of filterViews) yield { addFilterView: { filter } };
  for (const chart of charts) yield { addChart: { chart } };
  for (const { protectedRangeId: _, requestingUserCanEdit: __, ...protectedRange } of protectedRanges)
    yield { addProtectedRange: { protectedRange } };
}

/** Stretches of cells that look alike are made at once, for they often go down a whole column. */
function* looks(sheetId: number, block: Block): Iterable<Request> {
  const patterns = Array.from(rowsOf(block), ([, cells]) => cells.map(({ look }) => look));
  let startRowIndex = block.startRow;
  for (const { times: height, of: pattern } of runsOf(patterns)) {
    const endRowIndex = startRowIndex + height;
    let startColumnIndex = 0;
    for (const { times: width, of: look } of runsOf(pattern)) {
      const endColumnIndex = startColumnIndex + width;
      const range = { sheetId, startRowIndex, endRowIndex, startColumnIndex, endColumnIndex };
      const cell = block.looks[look] ?? {};
      if (Object.keys(cell).length > 0)
        yield { repeatCell: { range, cell, fields: 'userEnteredFormat,dataValidation' } };
      startColumnIndex = endColumnIndex;
    }
    startRowIndex = endRowIndex;
  }
}

function* values(sheetId: number, block: Block): Iterable<Request> {
  let start = block.startRow;
  let waiting: (readonly PackedCell[])[] = [];
  for (const [row, cells] of rowsOf(block)) {
    const holds = cells.some(({ value, note }) => value || note);
    if (waiting.length > 0 && (!holds || waiting.length === MOST_ROWS)) {
      yield updateCells(sheetId, start, waiting);
      waiting = [];
    }
    if (!holds) continue;
    if (waiting.length === 0) start = row;
    waiting.push(cells);
  }
  if (waiting.length > 0) yield updateCells(sheetId, start, waiting);
}

function updateCells(sheetId: number, rowIndex: number, rows: readonly (readonly PackedCell[])[]): Request {
  const hasParts = rows.some((cells) => cells.some(({ textFormatRuns }) => textFormatRuns));
  return {
    updateCells: {
      start: { sheetId, rowIndex, columnIndex: 0 },
      rows: rows.map((cells) => ({
        values: cells.map(({ value, note, textFormatRuns }) => ({
          ...(value ? { userEnteredValue: value } : {}),
          ...(note ? { note } : {}),
          ...(textFormatRuns ? { textFormatRuns } : {}),
        })),
      })),
      fields: hasParts ? 'userEnteredValue,note,textFormatRuns' : 'userEnteredValue,note',
    },
  };
}

/** Heights of rows and widths of columns that are not as usual, in pixels, and what is hidden. */
function* sizes(
  sheetId: number,
  dimension: 'ROWS' | 'COLUMNS',
  from: number,
  all: Block['rowSizes'],
  usual: number,
): Iterable<Request> {
  let startIndex = from;
  for (const { times, of } of all) {
    const { pixelSize = usual, hiddenByUser = false } = of;
    const range = { sheetId, dimension, startIndex, endIndex: startIndex + times };
    startIndex += times;
    if (pixelSize === usual && !hiddenByUser) continue;
    const properties = { pixelSize, hiddenByUser };
    yield { updateDimensionProperties: { range, properties, fields: 'pixelSize,hiddenByUser' } };
  }
}
