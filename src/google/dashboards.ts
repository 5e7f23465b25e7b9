// Reads a Dashboard as it stands, through the Sheets API: its cells as entered, its named cells, its charts.

import type { Dashboard } from '../registers/dashboard.ts';
import { type DashboardFound, tabOf } from '../registers/dashboard-requests.ts';
import { spreadsheets } from './sheets.ts';

type Found = GoogleAppsScript.Sheets.Schema.Sheet;
type CellData = GoogleAppsScript.Sheets.Schema.CellData;

const quoted = (tab: string) => `'${tab.replace(/'/g, "''")}'`;

/** Two calls; for Set up only. @param tabs the tabs of the registers, which are not the Dashboard's whatever they are called */
export function lookAtDashboard(
  spreadsheetId: string,
  dashboard: Dashboard,
  tabs: readonly string[],
): DashboardFound {
  const answer = spreadsheets().get(spreadsheetId, {
    fields:
      'sheets(properties(sheetId,title,gridProperties(rowCount)),charts(chartId,spec(basicChart(series)))),namedRanges',
  });
  const found = answer.sheets ?? [];
  const sheets = found.map(({ properties: { sheetId = 0, title = '', gridProperties } = {} }) => ({
    sheetId,
    title,
    rowCount: gridProperties?.rowCount ?? 0,
  }));
  const names = (answer.namedRanges ?? []).map(({ namedRangeId = '', name = '', range }) => ({
    id: namedRangeId,
    name,
    range: { sheetId: 0, ...range },
  }));
  const ours = tabOf(dashboard, { sheets, names });
  const ranges = tabs.map((tab) => `${quoted(tab)}!1:1`);
  if (ours) ranges.push(quoted(ours.title));
  const { sheets: read = [] } = spreadsheets().get(spreadsheetId, {
    ranges,
    fields: 'sheets(properties(title),data(rowData(values(userEnteredValue,effectiveValue(errorValue)))))',
  });
  const rowsOf = (title: string) => cellsOf(read.find(({ properties }) => properties?.title === title));
  const charts = found.flatMap((sheet) => sheet.charts ?? []);
  return {
    sheets,
    names,
    charts: new Map(
      charts.map(({ chartId = 0, spec }) => [chartId, spec?.basicChart?.series?.length ?? 0] as const),
    ),
    headers: new Map(tabs.map((tab) => [tab, (rowsOf(tab)[0] ?? []).map(({ text }) => text)] as const)),
    sheetId: ours?.sheetId,
    cells: ours ? rowsOf(ours.title) : [],
  };
}

function cellsOf(sheet: Found | undefined) {
  return (sheet?.data?.[0]?.rowData ?? []).map(({ values = [] }) => values.map(readCell));
}

function readCell({ userEnteredValue = {}, effectiveValue }: CellData) {
  const { formulaValue, stringValue, numberValue, boolValue } = userEnteredValue;
  const text = String(formulaValue ?? stringValue ?? numberValue ?? boolValue ?? '');
  return { text, isWrong: effectiveValue?.errorValue !== undefined };
}
