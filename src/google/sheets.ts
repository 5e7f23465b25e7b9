// Reads a spreadsheet in one call and writes it in one call, through the Sheets API.

import { REASONS } from '../content/problems.ts';
import type { CellValue } from '../registers/cells.ts';
import { RegisterDamaged } from '../registers/register.ts';
import type { TabFound } from '../registers/tab-requests.ts';

type Request = GoogleAppsScript.Sheets.Schema.Request;

function spreadsheets(): GoogleAppsScript.Sheets.Collection.SpreadsheetsCollection {
  if (!Sheets?.Spreadsheets) throw new Error(REASONS.serviceOff('Sheets'));
  return Sheets.Spreadsheets;
}

const quoted = (tab: string) => `'${tab.replace(/'/g, "''")}'`;

/** A tab to read: whole, or its header only. */
export interface TabToRead {
  tab: string;
  headerOnly?: boolean;
}

/**
 * All cells of the tabs as one snapshot: unformatted values, dates as serial numbers. Rows and cells at the end
 * that are empty are left out by Google. Throws RegisterDamaged when a tab does not exist.
 */
export function readTabs(spreadsheetId: string, tabs: readonly TabToRead[]): CellValue[][][] {
  const ranges = tabs.map(({ tab, headerOnly }) => (headerOnly ? `${quoted(tab)}!1:1` : quoted(tab)));
  try {
    const answer = spreadsheets().Values?.batchGet(spreadsheetId, {
      ranges,
      majorDimension: 'ROWS',
      valueRenderOption: 'UNFORMATTED_VALUE',
      dateTimeRenderOption: 'SERIAL_NUMBER',
    });
    return tabs.map((_, index) => (answer?.valueRanges?.[index]?.values ?? []) as CellValue[][]);
  } catch (error) {
    const range = /Unable to parse range: (.*)/.exec(String(error))?.[1];
    const lost =
      range === undefined ? undefined : tabs.find(({ tab }) => range.replace(/''/g, "'").includes(tab));
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

/** The tabs of a spreadsheet with their headers, and its time zone. Two calls; for Set up only. */
export function describeSpreadsheet(spreadsheetId: string): { timeZone: string; tabs: TabFound[] } {
  const fields =
    'properties(timeZone),sheets(properties(sheetId,title,gridProperties),protectedRanges(description))';
  const found = spreadsheets().get(spreadsheetId, { fields });
  const sheets = found.sheets ?? [];
  const headers = spreadsheets().get(spreadsheetId, {
    ranges: sheets.map((sheet) => `${quoted(sheet.properties?.title ?? '')}!1:1`),
    fields: 'sheets(properties(sheetId),data(rowData(values(note,formattedValue))))',
  });
  const tabs = sheets.map(({ properties, protectedRanges }) => {
    const header = headers.sheets?.find((sheet) => sheet.properties?.sheetId === properties?.sheetId);
    return {
      sheetId: properties?.sheetId ?? 0,
      title: properties?.title ?? '',
      columnCount: properties?.gridProperties?.columnCount ?? 0,
      header: (header?.data?.[0]?.rowData?.[0]?.values ?? []).map(({ note, formattedValue }) => ({
        text: formattedValue ?? '',
        note: note ?? '',
      })),
      guards: (protectedRanges ?? []).map(({ description }) => description ?? ''),
    };
  });
  return { timeZone: found.properties?.timeZone ?? '', tabs };
}
