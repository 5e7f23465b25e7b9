// Reads what somebody pasted or uploaded as a table: commas, semicolons or tabs, with all that programs do with quotes.

import { parse } from 'csv-parse/browser/esm/sync';
import { MOST_ROWS } from '../domain/import-columns.ts';

/** Why a text or a file is no table. */
export type Unreadable = 'nothing' | 'workbook' | 'too long' | { openQuoteIn: number };

export type ReadCsv = { table: string[][] } | { unreadable: Unreadable };

/** The cells of a text, row by row; blank rows too. */
export function readCsv(text: string): ReadCsv {
  const lines = text
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n')
    .replace(/^sep=.\n/i, '');
  if (lines.trim() === '') return { unreadable: 'nothing' };
  let read = 0;
  try {
    const table = parse(lines, {
      delimiter: delimiterOf(lines),
      record_delimiter: '\n',
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: false,
      on_record: (row: string[]) => {
        read++;
        return row;
      },
    }) as string[][];
    return table.length > MOST_ROWS ? { unreadable: 'too long' } : { table };
  } catch {
    // The only thing that is not read somehow: a quote that never ends.
    return { unreadable: { openQuoteIn: read + 1 } };
  }
}

/** The sign that parts most cells in the first rows, outside quotes. A cell that was copied from a sheet may hold commas. */
function delimiterOf(text: string): string {
  const head = text.slice(0, 5_000).replace(/"[^"]*"/g, '');
  if (head.includes('\t')) return '\t';
  const [first = ''] = head.trimStart().split('\n');
  return first.split(';').length > first.split(',').length ? ';' : ',';
}

/** The text of a file as programs save it: UTF-8, UTF-16 with its mark, or else the letters of Windows. */
export function readFileText(bytes: Uint8Array): { text: string } | { unreadable: Unreadable } {
  const [first, second] = bytes;
  // Workbooks of Excel, of today and of long ago.
  if ((first === 0x50 && second === 0x4b) || (first === 0xd0 && second === 0xcf))
    return { unreadable: 'workbook' };
  if (first === 0xff && second === 0xfe) return { text: new TextDecoder('utf-16le').decode(bytes) };
  if (first === 0xfe && second === 0xff) return { text: new TextDecoder('utf-16be').decode(bytes) };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    return { text: new TextDecoder('windows-1252').decode(bytes) };
  }
}

/** Rows as cells that can be pasted into any sheet. */
export const asCells = (rows: readonly (readonly string[])[]): string =>
  rows.map((row) => row.map(asCell).join('\t')).join('\n');

const asCell = (text: string) => (/["\t\n\r]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text);
