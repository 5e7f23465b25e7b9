// Reads a spreadsheet in one call and writes it in one call, through the Sheets API.

import { REASONS } from '../content/problems.ts';
import type { CellValue } from '../registers/cells.ts';
import { RegisterDamaged } from '../registers/register.ts';

type Request = GoogleAppsScript.Sheets.Schema.Request;

export function spreadsheets(): GoogleAppsScript.Sheets.Collection.SpreadsheetsCollection {
  if (!Sheets?.Spreadsheets) throw new Error(REASONS.serviceOff('Sheets'));
  return Sheets.Spreadsheets;
}

export const quoted = (tab: string) => `'${tab.replace(/'/g, "''")}'`;

/** A tab to read: whole, its header only, or its header and what stands from a row on. */
export interface TabToRead {
  tab: string;
  headerOnly?: boolean;
  /** The first row below the header to read, counted from 0 (the header). */
  from?: number;
  /** Rows that one answer may hold; a longer tab takes further calls. */
  block?: number;
  /** It is read as empty when it does not exist. */
  isView?: boolean;
  /** One block only. */
  once?: boolean;
}

const USUAL_BLOCK = 20_000;

/** Rows `from` to `until`, counted from 0, the last one not among them. */
const rowsOf = (tab: string, from: number, until: number) => `${quoted(tab)}!${from + 1}:${until}`;

/**
 * All cells of the tabs as one snapshot: unformatted values, dates as serial numbers. Rows and cells at the end
 * that are empty are left out by Google. One call, and one more for each further block of the longest tab.
 * Throws RegisterDamaged when a tab does not exist.
 */
export function readTabs(spreadsheetId: string, tabs: readonly TabToRead[]): CellValue[][][] {
  const reads = tabs.map(({ tab, headerOnly, from = 1, block = USUAL_BLOCK, once }) => {
    const isWhole = from === 1 && !headerOnly;
    const body = isWhole || headerOnly ? [] : [rowsOf(tab, from, from + block)];
    const ranges = [rowsOf(tab, 0, isWhole ? block : 1), ...body];
    return { tab, block, ranges, isLong: !headerOnly && !once, next: isWhole ? block : from + block };
  });
  const grids: CellValue[][][] = reads.map(() => []);
  for (;;) {
    const found = getRanges(
      spreadsheetId,
      tabs,
      reads.flatMap(({ ranges }) => ranges),
    );
    for (const [index, read] of reads.entries()) {
      const parts = read.ranges.map(() => found.shift() ?? []);
      grids[index] = ([] as CellValue[][]).concat(grids[index] ?? [], ...parts);
      const last = parts[parts.length - 1] ?? [];
      const goesOn = read.isLong && parts.length > 0 && last.length >= read.block;
      read.ranges = goesOn ? [rowsOf(read.tab, read.next, read.next + read.block)] : [];
      read.next += read.block;
    }
    if (reads.every(({ ranges }) => ranges.length === 0)) return grids;
  }
}

/** Google allows so many reads in a minute; a run that is refused asks anew after such a pause, until a minute is over. */
const PAUSE_MS = 20_000;
const MOST_TRIES = 4;

/**
 * Reads once more when Google has refused because there were too many reads in a minute. For work that reads a long
 * register to its end, not for what many triggers do at the same time. Throws what Google says when a minute is over.
 */
export function patiently<T>(read: () => T): T {
  for (let tries = 1; ; tries++) {
    try {
      return read();
    } catch (error) {
      const isTooMany = (error as { details?: { code?: number } }).details?.code === 429;
      if (!isTooMany || tries === MOST_TRIES) throw error;
      Utilities.sleep(PAUSE_MS);
    }
  }
}

function getRanges(spreadsheetId: string, tabs: readonly TabToRead[], ranges: string[]): CellValue[][][] {
  try {
    const answer = spreadsheets().Values?.batchGet(spreadsheetId, {
      ranges,
      majorDimension: 'ROWS',
      valueRenderOption: 'UNFORMATTED_VALUE',
      dateTimeRenderOption: 'SERIAL_NUMBER',
    });
    return ranges.map((_, index) => (answer?.valueRanges?.[index]?.values ?? []) as CellValue[][]);
  } catch (error) {
    // A tab ends where a block ended.
    if (/exceeds grid limits/.test(String(error)))
      return ranges.length === 1 ? [[]] : ranges.flatMap((range) => getRanges(spreadsheetId, tabs, [range]));
    const range = /Unable to parse range: (.*)/.exec(String(error))?.[1];
    const lost =
      range === undefined ? undefined : tabs.find(({ tab }) => range.replace(/''/g, "'").includes(tab));
    if (lost?.isView) {
      const isLost = (range: string) => range.startsWith(`${quoted(lost.tab)}!`);
      const others = getRanges(
        spreadsheetId,
        tabs,
        ranges.filter((one) => !isLost(one)),
      );
      return ranges.map((one) => (isLost(one) ? [] : (others.shift() ?? [])));
    }
    if (lost) throw new RegisterDamaged(lost.tab, []);
    throw error;
  }
}

/** Rows of a tab, counted from 0. */
export interface RowsToSee {
  tab: string;
  rows: readonly number[];
}

/** What stands in rows: by the tab's id, then by the row counted from 0. */
export type RowsSeen = Map<number, Map<number, CellValue[]>>;

/**
 * Applies all requests together or none, and in the same call reads rows as they are afterwards. Nothing to apply
 * costs no call.
 */
export function commit(
  spreadsheetId: string,
  requests: Request[],
  toSee: readonly RowsToSee[] = [],
): RowsSeen {
  const seen: RowsSeen = new Map();
  if (requests.length === 0) return seen;
  const responseRanges = toSee.flatMap(({ tab, rows }) =>
    stretches(rows).map(([first, last]) => `${quoted(tab)}!${first + 1}:${last + 1}`),
  );
  const isWanted = responseRanges.length > 0;
  const asked = { includeSpreadsheetInResponse: true, responseIncludeGridData: true, responseRanges };
  const fields = isWanted
    ? 'updatedSpreadsheet(sheets(properties(sheetId),data(startRow,rowData(values(effectiveValue)))))'
    : 'spreadsheetId';
  const answer = spreadsheets().batchUpdate({ requests, ...(isWanted ? asked : {}) }, spreadsheetId, {
    fields,
  });
  for (const { properties, data } of answer.updatedSpreadsheet?.sheets ?? []) {
    const rows = new Map<number, CellValue[]>();
    for (const { startRow = 0, rowData = [] } of data ?? [])
      for (const [at, { values = [] }] of rowData.entries()) rows.set(startRow + at, values.map(readCell));
    seen.set(properties?.sheetId ?? 0, rows);
  }
  return seen;
}

function readCell({ effectiveValue }: GoogleAppsScript.Sheets.Schema.CellData): CellValue {
  const { stringValue, numberValue, boolValue } = effectiveValue ?? {};
  return stringValue ?? numberValue ?? boolValue ?? null;
}

/** Rows that lie close together, as stretches from the first to the last. */
function stretches(rows: readonly number[]): [number, number][] {
  const found: [number, number][] = [];
  for (const row of [...rows].sort((a, b) => a - b)) {
    const stretch = found[found.length - 1];
    if (stretch && row - stretch[1] < 20) stretch[1] = row;
    else found.push([row, row]);
  }
  return found;
}
