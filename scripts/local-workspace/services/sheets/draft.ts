// A spreadsheet while a request changes it: all changes are kept aside and land together, or not at all.

import { invalid, notImplemented } from '../../kernel/errors.ts';
import type { Caller } from '../../kernel/kernel.ts';
import type { Store } from '../../kernel/store.ts';
import { clip, openArea } from './a1.ts';
import type { Book } from './book.ts';
import { pack, unpack } from './cells.ts';
import type { Calculator } from './formulas/calculate.ts';
import { isUnknownBuiltIn } from './formulas/functions.ts';
import { calledFunctions } from './formulas/parse.ts';
import {
  type Area,
  type Cell,
  type GridProperties,
  LIMITS,
  type Row,
  type SheetRecord,
  type SpreadsheetRecord,
} from './model.ts';
import { assertMayEdit } from './protection.ts';
import { RowsDraft, type RowsPatch } from './rows.ts';
import type { GridRange } from './schemas.ts';
import { serialParts, toSerial } from './serial.ts';
import { StyleBook } from './styles.ts';
import { parseTyped } from './typed-input.ts';

export const rowsName = (spreadsheetId: string, sheetId: number): string =>
  `rows:${spreadsheetId}:${sheetId}`;
export const extentKey = (spreadsheetId: string, sheetId: number): string => `${spreadsheetId}:${sheetId}`;

/** How to put a spreadsheet back to what it was before a commit. */
export interface DraftPatch {
  readonly record: SpreadsheetRecord;
  readonly title: string;
  readonly rows: readonly (readonly [number, RowsPatch])[];
}

export class Draft implements Book {
  record: SpreadsheetRecord;
  title: string;
  readonly styles: StyleBook;
  private readonly grids = new Map<number, RowsDraft>();
  private readonly before: { record: SpreadsheetRecord; title: string };

  constructor(
    private readonly store: Store,
    record: SpreadsheetRecord,
    title: string,
    readonly caller: Caller,
    readonly owner: string,
    /** The moment of the request, for dates typed without a year and for TODAY. */
    readonly now: number,
    /** A fresh id for a tab, a protected range and the like. */
    readonly newId: () => number,
    private readonly calculate: (book: Book) => Calculator,
    /** A function that a formula calls is asked anew, because the formula was entered. */
    private readonly askAnew: (name: string) => void,
  ) {
    this.record = record;
    this.title = title;
    this.before = { record, title };
    this.styles = new StyleBook(store, record.spreadsheetId);
  }

  /** Calculates on the state that the draft has now. */
  calculator(): Calculator {
    return this.calculate(this);
  }

  /** One beyond the last row with data, spilled results included. */
  lastDataRow(sheet: SheetRecord): number {
    return sheet.formulas ? this.calculator().dataRows(sheet) : this.rows(sheet.sheetId).dataRows;
  }

  /** The cell with text entered as a person types it; formats, note and rule stay. */
  typed(sheetId: number, cell: Cell, text: string, refuseUnknown = true): Cell {
    assertFits(text);
    const parts = unpack(cell);
    const format = this.styles.format(parts.s);
    const year = serialParts(toSerial(this.now, this.record.timeZone)).year;
    const typed = parseTyped(text, format?.numberFormat?.type === 'TEXT', year);
    if (typed.formula !== undefined) this.useFormula(sheetId, typed.formula, refuseUnknown);
    const adopted =
      typed.format && !format?.numberFormat
        ? this.styles.formatPlace({ ...format, numberFormat: typed.format })
        : parts.s;
    return pack({ ...parts, v: typed.value, f: typed.formula, s: adopted });
  }

  get newSpreadsheet(): boolean {
    return this.before.record.sheets.length === 0;
  }

  change(change: Partial<SpreadsheetRecord>): void {
    this.record = { ...this.record, ...change };
  }

  find(sheetId: number | undefined): SheetRecord | undefined {
    return this.record.sheets.find((sheet) => sheet.sheetId === (sheetId ?? 0));
  }

  /** @throws INVALID_ARGUMENT `No grid with id: 5` */
  sheet(sheetId: number | undefined): SheetRecord {
    const sheet = this.find(sheetId);
    if (!sheet) throw invalid(`No grid with id: ${sheetId ?? 0}`);
    return sheet;
  }

  changeSheet(sheetId: number, change: Partial<SheetRecord>): SheetRecord {
    const changed = { ...this.sheet(sheetId), ...change };
    this.change({ sheets: this.record.sheets.map((sheet) => (sheet.sheetId === sheetId ? changed : sheet)) });
    return changed;
  }

  /** @throws INVALID_ARGUMENT when the spreadsheet would have too many cells or the tab too many columns */
  resize(sheetId: number, change: Partial<GridProperties>): SheetRecord {
    const sheet = this.sheet(sheetId);
    const changed = this.changeSheet(sheetId, { grid: { ...sheet.grid, ...change } });
    this.assertSize(changed);
    return changed;
  }

  assertSize(changed: SheetRecord): void {
    if (changed.grid.columnCount > LIMITS.columns) {
      throw invalid(
        `This action would increase the number of columns in the sheet above the limit of ${LIMITS.columns} columns.`,
      );
    }
    const cells = this.record.sheets.reduce(
      (sum, sheet) => sum + sheet.grid.rowCount * sheet.grid.columnCount,
      0,
    );
    if (cells > LIMITS.cells) {
      throw invalid(
        `This action would increase the number of cells in the workbook above the limit of ${LIMITS.cells} cells.`,
      );
    }
  }

  rows(sheetId: number): RowsDraft {
    let rows = this.grids.get(sheetId);
    if (!rows) {
      rows = this.openRows(sheetId, false);
      this.grids.set(sheetId, rows);
    }
    return rows;
  }

  /** Empty rows for a new tab, or in place of a deleted one. */
  freshRows(sheetId: number): RowsDraft {
    const rows = this.openRows(sheetId, true);
    this.grids.set(sheetId, rows);
    return rows;
  }

  private openRows(sheetId: number, fresh: boolean): RowsDraft {
    const { spreadsheetId } = this.record;
    return new RowsDraft(
      this.store.list<Row>(rowsName(spreadsheetId, sheetId)),
      this.store.table<number>('sheet-extents'),
      extentKey(spreadsheetId, sheetId),
      fresh,
    );
  }

  /** The tab and the cells that a GridRange means. @throws INVALID_ARGUMENT as Google does */
  area(range: GridRange): { sheet: SheetRecord; area: Area } {
    const sheet = this.sheet(range.sheetId);
    const { startRowIndex = 0, endRowIndex, startColumnIndex = 0, endColumnIndex } = range;
    if (endRowIndex !== undefined && startRowIndex > endRowIndex) {
      throw invalid(`range.endRowIndex[${endRowIndex}] is before range.startRowIndex[${startRowIndex}]`);
    }
    if (endColumnIndex !== undefined && startColumnIndex > endColumnIndex) {
      throw invalid(
        `range.endColumnIndex[${endColumnIndex}] is before range.startColumnIndex[${startColumnIndex}]`,
      );
    }
    const { rowCount, columnCount } = sheet.grid;
    if (startRowIndex > rowCount)
      throw invalid(
        `range.startRowIndex[${startRowIndex}] must be less than or equal to gridProperties.rowCount[${rowCount}]`,
      );
    if (startColumnIndex > columnCount) {
      throw invalid(
        `range.startColumnIndex[${startColumnIndex}] must be less than or equal to gridProperties.columnCount[${columnCount}]`,
      );
    }
    return { sheet, area: clip(openArea(range), sheet) };
  }

  /** @throws the error for protected cells unless the caller may edit all cells of the area */
  assertMayEdit(sheet: SheetRecord, area: Area): void {
    assertMayEdit(this.caller.email, this.owner, sheet, area);
  }

  assertMayEditSheet(sheet: SheetRecord): void {
    this.assertMayEdit(sheet, {
      startRow: 0,
      endRow: sheet.grid.rowCount,
      startColumn: 0,
      endColumn: sheet.grid.columnCount,
    });
  }

  /** Changes the cells of an area; rows that are the same stay the same. */
  mapArea(sheetId: number, area: Area, change: (cell: Cell, row: number, column: number) => Cell): void {
    const rows = this.rows(sheetId);
    for (let index = area.startRow; index < area.endRow; index++) {
      const row = rows.get(index);
      const next: Cell[] = [...row];
      let changed = false;
      while (next.length < area.endColumn) next.push(null);
      for (let column = area.startColumn; column < area.endColumn; column++) {
        const cell = next[column] as Cell;
        const replaced = change(cell, index, column);
        if (replaced !== cell) {
          next[column] = replaced;
          changed = true;
        }
      }
      if (!changed) continue;
      let length = next.length;
      while (length > 0 && next[length - 1] === null) length--;
      next.length = length;
      rows.set(index, next);
    }
  }

  /**
   * Notes that a formula is being written.
   * @throws NOT_IMPLEMENTED for functions of Google's that the local Workspace does not calculate
   */
  useFormula(sheetId: number, formula: string, refuseUnknown = true): void {
    const called = calledFunctions(formula);
    for (const name of called) this.askAnew(name);
    const unknown = refuseUnknown ? called.find(isUnknownBuiltIn) : undefined;
    if (unknown) throw notImplemented(`The spreadsheet function ${unknown}`);
    if (refuseUnknown && /\{/.test(formula.replace(/"(?:[^"]|"")*"/g, '')))
      throw notImplemented('An array literal in a formula');
    if (!this.sheet(sheetId).formulas) this.changeSheet(sheetId, { formulas: true });
  }

  /** Writes everything to the store at once; returns how to undo it. */
  commit(): DraftPatch {
    this.styles.commit();
    const rows: [number, RowsPatch][] = [];
    for (const [sheetId, grid] of this.grids) {
      const patch = grid.commit();
      if (patch) rows.push([sheetId, patch]);
    }
    if (this.record !== this.before.record)
      this.store.table<SpreadsheetRecord>('spreadsheets').set(this.record.spreadsheetId, this.record);
    return { ...this.before, rows };
  }
}

/** @throws INVALID_ARGUMENT when a text is too long for a cell */
export function assertFits(text: string): void {
  if (text.length > LIMITS.characters) {
    throw invalid(
      `Your input contains more than the maximum of ${LIMITS.characters} characters in a single cell.`,
    );
  }
}
