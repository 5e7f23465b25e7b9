// Sheet: a tab that a script looks at.

import { invalid } from '../../../kernel/errors.ts';
import { type EnumValue, enumeration, ServiceObject } from '../../../script/service.ts';
import { clip, parseCells, resolveRange } from '../a1.ts';
import type { Area, SheetRecord } from '../model.ts';
import { checkedArea, Range } from './range.ts';
import { Spreadsheet } from './spreadsheet.ts';
import type { Workbook } from './workbook.ts';

export const SheetType = enumeration('SheetType', ['GRID', 'OBJECT', 'DATASOURCE']);

export class Sheet extends ServiceObject {
  static override readonly serviceName = 'Sheet';
  static override readonly signatures = {
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
    getSheetValues: ['Integer, Integer, Integer, Integer'],
    isSheetHidden: [''],
    isRightToLeft: [''],
    activate: [''],
    getActiveRange: [''],
    getActiveCell: [''],
    getCurrentCell: [''],
    setActiveRange: ['Range'],
  };

  constructor(
    private readonly workbook: Workbook,
    private readonly sheetId: number,
  ) {
    super();
  }

  private record(method: string): SheetRecord {
    return this.workbook.sheet(this.sheetId, `Sheet.${method}`);
  }

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
