// Looks at a spreadsheet for “Check set-up…”: its clock, its size, and its drop-down lists.

import { type AnyRegister, columnsOf } from '../registers/register.ts';
import { cellsOf } from './describe-spreadsheet.ts';
import { spreadsheets } from './sheets.ts';

/** Its time zone, and how many cells its tabs have together, empty ones too. One call. */
export function outlineOf(id: string): { zone: string; cells: number } {
  const fields = 'properties(timeZone),sheets(properties(gridProperties(rowCount,columnCount)))';
  const { properties, sheets = [] } = spreadsheets().get(id, { fields });
  return { zone: properties?.timeZone ?? '', cells: cellsOf(sheets) };
}

/**
 * Columns in whose first row no drop-down list stands although there should be one, each as “tab: heading”. One call.
 * @param headers the headings of each tab, in the order of its columns
 */
export function columnsWithoutList(
  spreadsheetId: string,
  registers: readonly AnyRegister[],
  headers: Readonly<Record<string, readonly string[]>>,
): string[] {
  const withLists = registers.filter((register) => columnsOf(register).some(({ kind }) => kind.choices));
  const found = spreadsheets().get(spreadsheetId, {
    ranges: withLists.map(({ tab }) => `'${tab}'!2:2`),
    fields: 'sheets(properties(title),data(rowData(values(dataValidation))))',
  });
  return withLists.flatMap((register) => {
    const sheet = found.sheets?.find(({ properties }) => properties?.title === register.tab);
    const cells = sheet?.data?.[0]?.rowData?.[0]?.values ?? [];
    const titles = headers[register.tab] ?? [];
    const isBare = (header: string) => !cells[titles.indexOf(header)]?.dataValidation;
    const lists = columnsOf(register).filter(({ kind, header }) => kind.choices && titles.includes(header));
    return lists.filter(({ header }) => isBare(header)).map(({ header }) => `${register.tab}: ${header}`);
  });
}
