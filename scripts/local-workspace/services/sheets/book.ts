// A spreadsheet open for reading: its record and its rows, either as stored or as a request is changing them.

import type { Cell, SpreadsheetRecord, Styles } from './model.ts';
import type { RowReader } from './rows.ts';

export interface Book {
  readonly record: SpreadsheetRecord;
  readonly title: string;
  readonly styles: Styles;
  rows(sheetId: number): RowReader;
}

export const cellAt = (rows: RowReader, row: number, column: number): Cell => rows.get(row)[column] ?? null;
