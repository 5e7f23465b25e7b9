// The registers as tables for other programs: one xlsx file with all tabs, and a CSV file of each.
// In CSV a text that a spreadsheet would take for a formula gets an apostrophe in front; xlsx cells have a type, so
// there a text stays a text.

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'csv-stringify/sync';
import writeXlsx, { type Cell, type Sheet } from 'write-excel-file/node';
import { timeFromSerial } from '../../src/domain/calendar.ts';
import { shorten } from '../../src/domain/text.ts';
import { type AnyRegister, columnsOf } from '../../src/registers/register.ts';
import { rowsOf } from '../backups/cell-blocks.ts';
import { heldBy, type SavedSpreadsheet } from '../backups/saved-spreadsheet.ts';

/** Excel holds no more characters in a cell. */
const EXCEL_LIMIT = 32_767;
const SHORTENED = '… (the CSV file has the whole text)';

type Field =
  | string
  | boolean
  | null
  /** A number, or a date or time as days since 1899-12-30, with how it is shown. */
  | { readonly number: number; readonly format?: 'yyyy-mm-dd' | 'yyyy-mm-dd hh:mm:ss' };

interface Tab {
  readonly title: string;
  readonly rows: readonly (readonly Field[])[];
}

/**
 * The tabs of these registers, with columns that staff added, and without what only the system has a use for.
 * @param keeps whether columns stay in whose words may stand nowhere else
 */
export function tabsOf(saved: SavedSpreadsheet, registers: readonly AnyRegister[], keeps: boolean): Tab[] {
  const shown = registers.filter(({ hidden, isView }) => !hidden && !isView);
  return shown.flatMap((register) => {
    const sheet = saved.sheet(register.tab);
    if (!sheet) return [];
    const rows: Field[][] = [];
    for (const block of saved.blocks(sheet))
      for (const [row, cells] of rowsOf(block)) {
        if (!cells.some(({ value }) => value)) continue;
        rows[row] = cells.map((cell) => {
          const held = heldBy(cell);
          if (typeof held !== 'number') return held;
          const { type } = block.looks[cell.look]?.userEnteredFormat?.numberFormat ?? {};
          if (type === 'DATE') return { number: held, format: 'yyyy-mm-dd' };
          return type === 'DATE_TIME' ? { number: held, format: 'yyyy-mm-dd hh:mm:ss' } : { number: held };
        });
      }
    const left = columnsOf(register).filter(({ hidden, confidential }) => hidden || (confidential && !keeps));
    const names = new Set<Field>(left.map(({ header }) => header));
    const [titles = []] = rows;
    const kept = titles.flatMap((title, column) => (title === null || names.has(title) ? [] : [column]));
    const filled = rows.filter((row) => row);
    return [{ title: register.tab, rows: filled.map((row) => kept.map((column) => row[column] ?? null)) }];
  });
}

/** Writes the files into a folder that is made for them. Only its owner can look into it. */
export async function writeTabs(folder: string, name: string, tabs: readonly Tab[]): Promise<string[]> {
  const files = [
    ...tabs.map(({ title, rows }) => ({ file: `${title}.csv`, content: Buffer.from(asCsv(rows)) })),
    { file: `${name}.xlsx`, content: await writeXlsx(tabs.map(asSheet)).toBuffer() },
  ];
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  for (const { file, content } of files)
    writeFileSync(join(folder, file), content, { mode: 0o600, flag: 'wx' });
  return files.map(({ file }) => join(folder, file));
}

/** UTF-8 with a mark, by which Excel knows it. */
export const asCsv = (rows: Tab['rows']): string =>
  stringify(
    rows.map((row) => row.map(asText)),
    { bom: true, escape_formulas: true, record_delimiter: 'windows' },
  );

function asText(field: Field): string | number {
  if (field === null) return '';
  if (typeof field === 'string') return field;
  if (typeof field === 'boolean') return field ? 'TRUE' : 'FALSE';
  const { number, format } = field;
  const time = format && timeFromSerial(number)?.replace('T', ' ');
  return time ? time.slice(0, format.length) : number;
}

function asSheet({ title, rows }: Tab): Sheet<Buffer> {
  const [titles = [], ...lines] = rows;
  return {
    sheet: title,
    stickyRowsCount: 1,
    data: [
      titles.map((text) => ({ value: String(text), fontWeight: 'bold' })),
      ...lines.map((line) => line.map(asCell)),
    ],
  };
}

function asCell(field: Field): Cell {
  if (field === null || field === '') return null;
  if (typeof field === 'string') return { value: shorten(field, EXCEL_LIMIT, SHORTENED), type: String };
  if (typeof field === 'boolean') return { value: field, type: Boolean };
  return { value: field.number, type: Number, ...(field.format ? { format: field.format } : {}) };
}
