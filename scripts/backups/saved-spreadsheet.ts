// A spreadsheet as it stands in a backup: its tabs, their cells, and the registers in them.

import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import type { CellValue } from '../../src/registers/cells.ts';
import type { Register } from '../../src/registers/register.ts';
import { Table } from '../../src/registers/table.ts';
import type { BackupFolder } from './backup-folder.ts';
import { type Block, type PackedCell, rowsOf } from './cell-blocks.ts';

export type SavedSheet = sheets_v4.Schema$Sheet;

export const placeOf = (spreadsheetId: string) => `spreadsheets/${spreadsheetId}/`;

export class SavedSpreadsheet {
  readonly properties: sheets_v4.Schema$SpreadsheetProperties;
  readonly namedRanges: readonly sheets_v4.Schema$NamedRange[];
  /** The tabs in their order, without cells. */
  readonly sheets: readonly SavedSheet[];

  constructor(
    private readonly folder: BackupFolder,
    readonly id: string,
  ) {
    const book = folder.read<sheets_v4.Schema$Spreadsheet>(`${placeOf(id)}book.json`);
    this.properties = book.properties ?? {};
    this.namedRanges = book.namedRanges ?? [];
    this.sheets = book.sheets ?? [];
  }

  sheet(title: string): SavedSheet | undefined {
    return this.sheets.find(({ properties }) => properties?.title === title);
  }

  /** The cells of a tab, from the first row on. */
  *blocks({ properties }: SavedSheet): Iterable<Block> {
    for (const part of this.folder.parts(`${placeOf(this.id)}${properties?.sheetId}-`))
      yield this.folder.read<Block>(part);
  }

  /** What the cells of a tab hold, down to the last row that holds something. */
  values(sheet: SavedSheet): CellValue[][] {
    const rows: CellValue[][] = [];
    for (const block of this.blocks(sheet))
      for (const [row, cells] of rowsOf(block))
        if (cells.some(({ value }) => value)) rows[row] = cells.map(heldBy);
    return Array.from(rows, (row) => row ?? []);
  }

  /** @throws Error when its tab is not there; RegisterDamaged when a heading is not */
  register<E extends object>(register: Register<E>): Table<E> {
    const sheet = this.sheet(register.tab);
    if (!sheet) throw new Error(`The backup has no tab “${register.tab}”.`);
    return new Table(register, sheet.properties?.sheetId ?? 0, this.values(sheet));
  }
}

export function heldBy({ value, result }: PackedCell): CellValue {
  const { stringValue, numberValue, boolValue, errorValue } = result ?? value ?? {};
  return stringValue ?? numberValue ?? boolValue ?? errorValue?.message ?? null;
}
