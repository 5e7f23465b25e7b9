// What a spreadsheet is made of: its tabs with their headers, its time zone, and how many cells it has.

import type { TabFound } from '../registers/tab-requests.ts';
import { quoted, spreadsheets } from './sheets.ts';

/** How many cells its tabs have together, empty ones too. */
export const cellsOf = (sheets: readonly GoogleAppsScript.Sheets.Schema.Sheet[]): number =>
  sheets
    .map(({ properties }) => properties?.gridProperties)
    .reduce((sum, grid) => sum + (grid?.rowCount ?? 0) * (grid?.columnCount ?? 0), 0);

interface Described {
  readonly timeZone: string;
  readonly tabs: TabFound[];
  readonly cells: number;
}

/** The tabs of a spreadsheet with their headers, its time zone, and how many cells it has. Two calls; for Set up only. */
export function describeSpreadsheet(spreadsheetId: string): Described {
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
  return { timeZone: found.properties?.timeZone ?? '', tabs, cells: cellsOf(sheets) };
}
