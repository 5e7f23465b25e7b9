// Reads a spreadsheet from outside: its tabs with headings, lists and guards, and the registers that are looked at.

import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import type { CellValue } from '../../src/registers/cells.ts';
import { type AnyRegister, type Register, RegisterDamaged } from '../../src/registers/register.ts';
import type { TabFound } from '../../src/registers/tab-requests.ts';
import { Table } from '../../src/registers/table.ts';

/** Rows of a tab in which its drop-down lists are looked for, the heading among them. */
const ROWS_WITH_LISTS = 21;

export interface LiveTab extends TabFound {
  readonly rowCount: number;
  /** Whether a guard of the system keeps people out instead of warning them. */
  readonly isWalled: boolean;
  /** The lists in the rows below the headings, column by column: each row's choices, or none. */
  readonly lists: readonly (readonly (readonly string[] | undefined)[])[];
}

export interface LiveBook {
  readonly id: string;
  readonly timeZone: string;
  readonly locale: string;
  readonly tabs: readonly LiveTab[];
}

const quoted = (tab: string) => `'${tab.replaceAll("'", "''")}'`;

/**
 * Two calls. Of tabs that are none of these registers, whatever they are called now, nothing is read.
 * @throws what Google says when it refuses
 */
export async function readBook(
  sheets: sheets_v4.Sheets,
  spreadsheetId: string,
  registers: Readonly<Record<string, AnyRegister>>,
): Promise<LiveBook> {
  const { data } = await sheets.spreadsheets.get({
    spreadsheetId,
    fields:
      'properties(timeZone,locale),sheets(properties(sheetId,title,sheetType,gridProperties),protectedRanges(description,warningOnly))',
  });
  const isOurs = ({ properties }: sheets_v4.Schema$Sheet) =>
    Object.values(registers).some(
      ({ tab, sheetId }) => properties?.title === tab || properties?.sheetId === sheetId,
    );
  const grids = (data.sheets ?? []).filter(isOurs);
  const { data: top } = await sheets.spreadsheets.get({
    spreadsheetId,
    ranges: grids.map(({ properties }) => {
      const rows = Math.min(properties?.gridProperties?.rowCount ?? 1, ROWS_WITH_LISTS);
      return `${quoted(properties?.title ?? '')}!1:${rows}`;
    }),
    fields:
      'sheets(properties(sheetId),data(rowData(values(note,effectiveValue,dataValidation(condition(type,values(userEnteredValue)))))))',
  });
  const rowsOf = (id: number) =>
    top.sheets?.find(({ properties }) => properties?.sheetId === id)?.data?.[0]?.rowData ?? [];
  return {
    id: spreadsheetId,
    timeZone: data.properties?.timeZone ?? '',
    locale: data.properties?.locale ?? '',
    tabs: grids.map((sheet) => readTab(sheet, rowsOf(sheet.properties?.sheetId ?? 0))),
  };
}

function readTab(
  { properties, protectedRanges }: sheets_v4.Schema$Sheet,
  [header, ...rows]: readonly sheets_v4.Schema$RowData[],
): LiveTab {
  const guards = protectedRanges ?? [];
  const rowCount = properties?.gridProperties?.rowCount ?? 1;
  const columnCount = properties?.gridProperties?.columnCount ?? 0;
  return {
    sheetId: properties?.sheetId ?? 0,
    title: properties?.title ?? '',
    rowCount,
    columnCount,
    header: (header?.values ?? []).map(({ effectiveValue, note }) => ({
      text: String(effectiveValue?.stringValue ?? effectiveValue?.numberValue ?? ''),
      note: note ?? '',
    })),
    guards: guards.map(({ description }) => description ?? ''),
    isWalled: guards.some(({ warningOnly }) => !warningOnly),
    lists: Array.from({ length: columnCount }, (_, column) =>
      rows.map(({ values = [] }) => choicesIn(values?.[column]?.dataValidation)),
    ),
  };
}

function choicesIn(
  rule: sheets_v4.Schema$DataValidationRule | null | undefined,
): readonly string[] | undefined {
  if (rule?.condition?.type !== 'ONE_OF_LIST') return undefined;
  return (rule.condition.values ?? []).map(({ userEnteredValue }) => userEnteredValue ?? '');
}

type TableOf<R> = R extends Register<infer E extends object> ? Table<E> : never;
/** Registers as they stand; one is missing when its tab or one of its headings is. */
export type TablesIn<B> = { readonly [R in keyof B]?: TableOf<B[R]> };

/**
 * All cells of these registers. One call.
 * @param from the row, counted from 1, from which on a register is read below its headings; 2 when it does not say
 */
export async function readTables<B extends Readonly<Record<string, AnyRegister>>>(
  sheets: sheets_v4.Sheets,
  { id, tabs }: LiveBook,
  registers: B,
  from: { readonly [R in keyof B]?: number } = {},
): Promise<TablesIn<B>> {
  const present = Object.entries(registers).flatMap(([name, register]) => {
    const tab = tabs.find(({ title }) => title === register.tab);
    return tab ? [{ name, register, rowCount: tab.rowCount }] : [];
  });
  if (present.length === 0) return {};
  const { data } = await sheets.spreadsheets.values.batchGet({
    spreadsheetId: id,
    ranges: present.flatMap(({ name, register: { tab }, rowCount }) => [
      `${quoted(tab)}!1:1`,
      `${quoted(tab)}!${Math.min(from[name] ?? 2, rowCount)}:${rowCount}`,
    ]),
    valueRenderOption: 'UNFORMATTED_VALUE',
    dateTimeRenderOption: 'SERIAL_NUMBER',
  });
  const rows = (place: number) => (data.valueRanges?.[place]?.values ?? []) as CellValue[][];
  const made = present.map(({ name, register, rowCount }, index) => {
    const body = rowCount > 1 ? rows(2 * index + 1) : [];
    return [name, tableOf(register, [...rows(2 * index), ...body])] as const;
  });
  return Object.fromEntries(made.filter(([, table]) => table !== undefined)) as TablesIn<B>;
}

function tableOf(register: AnyRegister, grid: CellValue[][]): Table<object> | undefined {
  try {
    return new Table<object>(register, 0, grid);
  } catch (error) {
    if (error instanceof RegisterDamaged) return undefined;
    throw error;
  }
}
