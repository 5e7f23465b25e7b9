// Sheet: a tab in a script's hands: its properties, its ranges and what is selected in it.

import { invalid, notImplemented } from '../../../kernel/errors.ts';
import { type EnumValue, enumeration } from '../../../script/service.ts';
import { clip, parseCells, resolveRange } from '../a1.ts';
import { hexOf } from '../colors.ts';
import type { Area, SheetRecord } from '../model.ts';
import { checkedArea, Range } from './range.ts';
import { RangeList } from './range-list.ts';
import { request } from './request.ts';
import { ChangeableSheet } from './sheet-changes.ts';
import { Spreadsheet } from './spreadsheet.ts';
import type { Workbook } from './workbook.ts';

export const SheetType = enumeration('SheetType', ['GRID', 'OBJECT', 'DATASOURCE']);

export class Sheet extends ChangeableSheet {
  static override readonly signatures = {
    ...ChangeableSheet.signatures,
    copyTo: ['Spreadsheet'],
    getTabColor: [''],
    getColumnWidth: ['Integer'],
    getRowHeight: ['Integer'],
    getFormUrl: [''],
    setActiveSelection: ['Range', 'String'],
    getName: [''],
    getSheetName: [''],
    getSheetId: [''],
    getIndex: [''],
    getParent: [''],
    getType: [''],
    getLastRow: [''],
    getLastColumn: [''],
    getMaxRows: [''],
    getMaxColumns: [''],
    getFrozenRows: [''],
    getFrozenColumns: [''],
    getDataRange: [''],
    getRange: [
      'Integer, Integer',
      'Integer, Integer, Integer',
      'Integer, Integer, Integer, Integer',
      'String',
    ],
    getRangeList: ['String[]'],
    getSheetValues: ['Integer, Integer, Integer, Integer'],
    isSheetHidden: [''],
    isRightToLeft: [''],
    activate: [''],
    getActiveRange: [''],
    getActiveCell: [''],
    getCurrentCell: [''],
    setActiveRange: ['Range'],
  };

  getName(): string {
    return this.record('getName').title;
  }
  getSheetName(): string {
    return this.getName();
  }
  getSheetId(): number {
    return this.sheetId;
  }
  /** One-based. */
  getIndex(): number {
    const { sheets } = this.workbook.look('Sheet.getIndex').record;
    return sheets.findIndex(({ sheetId }) => sheetId === this.sheetId) + 1;
  }
  getParent(): Spreadsheet {
    return new Spreadsheet(this.workbook);
  }
  getType(): EnumValue {
    return SheetType.GRID;
  }
  getLastRow(): number {
    return this.workbook.extent(this.sheetId, 'Sheet.getLastRow').rows;
  }
  getLastColumn(): number {
    return this.workbook.extent(this.sheetId, 'Sheet.getLastColumn').columns;
  }
  getMaxRows(): number {
    return this.record('getMaxRows').grid.rowCount;
  }
  getMaxColumns(): number {
    return this.record('getMaxColumns').grid.columnCount;
  }
  getFrozenRows(): number {
    return this.record('getFrozenRows').grid.frozenRowCount;
  }
  getFrozenColumns(): number {
    return this.record('getFrozenColumns').grid.frozenColumnCount;
  }
  isSheetHidden(): boolean {
    return this.record('isSheetHidden').hidden;
  }
  isRightToLeft(): boolean {
    return this.record('isRightToLeft').rightToLeft;
  }

  /** `#rrggbb`, or '' without a colour. */
  getTabColor(): string {
    const color = this.record('getTabColor').tabColorStyle?.rgbColor;
    return color ? hexOf(color) : '';
  }
  /** In pixels; 100 is the usual width. */
  getColumnWidth(column: number): number {
    return this.record('getColumnWidth').columns[column - 1]?.pixelSize ?? 100;
  }
  /** In pixels; 21 is the usual height. */
  getRowHeight(row: number): number {
    return this.record('getRowHeight').rows[row - 1]?.pixelSize ?? 21;
  }
  /** No tab is linked to a form here. */
  getFormUrl(): null {
    return null;
  }

  /** The copy comes last in its spreadsheet. */
  copyTo(spreadsheet: Spreadsheet): Sheet {
    if (spreadsheet.workbook !== this.workbook) throw notImplemented('Sheet.copyTo into another spreadsheet');
    const insertSheetIndex = this.workbook.look('Sheet.copyTo').record.sheets.length;
    const reply = this.now('copyTo', (draft) =>
      request(draft, { duplicateSheet: { sourceSheetId: this.sheetId, insertSheetIndex } }),
    );
    return new Sheet(this.workbook, reply.duplicateSheet?.properties?.sheetId ?? 0);
  }

  /** An empty tab still has A1. */
  getDataRange(): Range {
    const { rows, columns } = this.workbook.extent(this.sheetId, 'Sheet.getDataRange');
    return this.range({
      startRow: 0,
      endRow: Math.max(1, rows),
      startColumn: 0,
      endColumn: Math.max(1, columns),
    });
  }

  getRange(row: number | string, column?: number, numRows = 1, numColumns = 1): Range {
    const record = this.record('getRange');
    if (typeof row !== 'string')
      return this.range(checkedArea(record, row, column as number, numRows, numColumns));
    return this.range(areaOf(this.workbook, record, row));
  }

  getRangeList(notations: string[]): RangeList {
    return new RangeList(notations.map((notation) => this.getRange(notation)));
  }
  getSheetValues(row: number, column: number, numRows: number, numColumns: number): unknown[][] {
    return this.getRange(row, column, numRows, numColumns).getValues();
  }

  activate(): this {
    this.workbook.activeSheetId = this.sheetId;
    return this;
  }
  setActiveRange(range: Range): Range {
    return range.activate();
  }
  setActiveSelection(range: Range | string): Range {
    return (typeof range === 'string' ? this.getRange(range) : range).activate();
  }
  getActiveRange(): Range {
    return this.range(
      this.workbook.activeAreas.get(this.sheetId) ?? { startRow: 0, endRow: 1, startColumn: 0, endColumn: 1 },
    );
  }
  getActiveCell(): Range {
    return this.getCurrentCell();
  }
  getCurrentCell(): Range {
    const { startRow, startColumn } = this.getActiveRange().area;
    return this.range({ startRow, endRow: startRow + 1, startColumn, endColumn: startColumn + 1 });
  }

  private range(area: Area): Range {
    return new Range(this.workbook, this.sheetId, area);
  }
}

/** Reads A1 notation for a tab, which may repeat the tab's own name. */
function areaOf(workbook: Workbook, record: SheetRecord, text: string): Area {
  const cells = parseCells(text);
  const found = cells ? { sheet: record, range: cells } : resolveOrFail(workbook, text);
  if (found.sheet.sheetId !== record.sheetId) throw invalid('Range not found');
  const { startRow, startColumn, endRow, endColumn } = found.range;
  const { rowCount, columnCount } = record.grid;
  if (
    startRow >= rowCount ||
    startColumn >= columnCount ||
    (endRow ?? 0) > rowCount ||
    (endColumn ?? 0) > columnCount
  ) {
    throw invalid('Range not found');
  }
  return clip(found.range, record);
}

function resolveOrFail(workbook: Workbook, text: string) {
  try {
    return resolveRange(workbook.look('Sheet.getRange').record, text);
  } catch {
    throw invalid('Range not found');
  }
}

export const sheetOf = (workbook: Workbook, sheetId: number): Sheet => new Sheet(workbook, sheetId);
