// Range: a rectangle of cells in a script's hands: its place, its values, and other ranges reached from it.

import { invalid } from '../../../kernel/errors.ts';
import type { EnumValue } from '../../../script/service.ts';
import { formatCells } from '../a1.ts';
import type { Area, SheetRecord } from '../model.ts';
import { dataRegion, nextDataCell } from './range-search.ts';
import { WritableRange } from './range-writes.ts';
import { type Sheet, sheetOf } from './sheet.ts';

export class Range extends WritableRange {
  static override readonly signatures = {
    ...WritableRange.signatures,
    getValue: [''],
    getValues: [''],
    getDisplayValue: [''],
    getDisplayValues: [''],
    getFormula: [''],
    getFormulas: [''],
    getNote: [''],
    getNotes: [''],
    getRow: [''],
    getColumn: [''],
    getRowIndex: [''],
    getNumRows: [''],
    getNumColumns: [''],
    getLastRow: [''],
    getLastColumn: [''],
    getHeight: [''],
    getWidth: [''],
    getA1Notation: [''],
    getSheet: [''],
    getGridId: [''],
    getCell: ['Integer, Integer'],
    offset: ['Integer, Integer', 'Integer, Integer, Integer', 'Integer, Integer, Integer, Integer'],
    getNextDataCell: ['Direction'],
    getDataRegion: [''],
    isBlank: [''],
    activate: [''],
  };

  getValue(): unknown {
    return this.first('getValue').value;
  }
  getValues(): unknown[][] {
    return this.cells('getValues').map((line) => line.map(({ value }) => value));
  }
  getDisplayValue(): string {
    return this.first('getDisplayValue').display;
  }
  getDisplayValues(): string[][] {
    return this.cells('getDisplayValues').map((line) => line.map(({ display }) => display));
  }
  getFormula(): string {
    return this.first('getFormula').formula;
  }
  getFormulas(): string[][] {
    return this.cells('getFormulas').map((line) => line.map(({ formula }) => formula));
  }
  getNote(): string {
    return this.first('getNote').note;
  }
  getNotes(): string[][] {
    return this.cells('getNotes').map((line) => line.map(({ note }) => note));
  }
  isBlank(): boolean {
    return this.cells('isBlank').every((line) => line.every(({ empty }) => empty));
  }

  getRow(): number {
    return this.area.startRow + 1;
  }
  getRowIndex(): number {
    return this.getRow();
  }
  getColumn(): number {
    return this.area.startColumn + 1;
  }
  getNumRows(): number {
    return this.area.endRow - this.area.startRow;
  }
  getNumColumns(): number {
    return this.area.endColumn - this.area.startColumn;
  }
  getHeight(): number {
    return this.getNumRows();
  }
  getWidth(): number {
    return this.getNumColumns();
  }
  getLastRow(): number {
    return this.area.endRow;
  }
  getLastColumn(): number {
    return this.area.endColumn;
  }
  getA1Notation(): string {
    return formatCells(this.area);
  }
  getGridId(): number {
    return this.sheetId;
  }
  getSheet(): Sheet {
    return sheetOf(this.workbook, this.sheetId);
  }

  /** One-based, within the range. */
  getCell(row: number, column: number): Range {
    if (row < 1 || column < 1 || row > this.getNumRows() || column > this.getNumColumns())
      throw invalid('Cell reference out of range');
    return this.offset(row - 1, column - 1, 1, 1);
  }

  offset(
    rows: number,
    columns: number,
    numRows = this.getNumRows(),
    numColumns = this.getNumColumns(),
  ): Range {
    const sheet = this.workbook.sheet(this.sheetId, 'Range.offset');
    const { startRow, startColumn } = this.area;
    return new Range(
      this.workbook,
      this.sheetId,
      checkedArea(sheet, startRow + rows + 1, startColumn + columns + 1, numRows, numColumns),
    );
  }

  getNextDataCell(direction: EnumValue): Range {
    return new Range(this.workbook, this.sheetId, nextDataCell(this, direction));
  }
  getDataRegion(): Range {
    return new Range(this.workbook, this.sheetId, dataRegion(this));
  }

  activate(): this {
    this.workbook.activeSheetId = this.sheetId;
    this.workbook.activeAreas.set(this.sheetId, this.area);
    return this;
  }
}

/** The area of one-based coordinates. @throws Google's texts for what does not fit the tab */
export function checkedArea(
  sheet: SheetRecord,
  row: number,
  column: number,
  numRows: number,
  numColumns: number,
): Area {
  if (numRows < 1) throw invalid('The number of rows in the range must be at least 1.');
  if (numColumns < 1) throw invalid('The number of columns in the range must be at least 1.');
  if (row < 1) throw invalid('The starting row of the range is too small.');
  if (column < 1) throw invalid('The starting column of the range is too small.');
  const area = {
    startRow: row - 1,
    endRow: row - 1 + numRows,
    startColumn: column - 1,
    endColumn: column - 1 + numColumns,
  };
  if (area.endRow > sheet.grid.rowCount || area.endColumn > sheet.grid.columnCount) {
    throw invalid('The coordinates of the range are outside the dimensions of the sheet.');
  }
  return area;
}
