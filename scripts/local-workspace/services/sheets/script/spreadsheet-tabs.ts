// What scripts change in a spreadsheet's tabs, and the methods of a tab that Spreadsheet passes on to the active one.

import { invalid } from '../../../kernel/errors.ts';
import { ServiceObject, type Signatures } from '../../../script/service.ts';
import type { SheetRecord } from '../model.ts';
import type { Range } from './range.ts';
import { gridRange, request } from './request.ts';
import { type Sheet, sheetOf } from './sheet.ts';
import type { Workbook } from './workbook.ts';

export class SpreadsheetTabs extends ServiceObject {
  static override readonly serviceName = 'Spreadsheet';
  static override readonly signatures: Signatures = {
    getActiveSheet: [''],
    insertSheet: ['', 'String', 'Integer', 'String, Integer'],
    deleteSheet: ['Sheet'],
    deleteActiveSheet: [''],
    duplicateActiveSheet: [''],
    renameActiveSheet: ['String'],
    moveActiveSheet: ['Integer'],
    setNamedRange: ['String, Range'],
    appendRow: ['Object[]'],
    getDataRange: [''],
    getLastRow: [''],
    getLastColumn: [''],
    getSheetId: [''],
    getSheetName: [''],
    getSheetValues: ['Integer, Integer, Integer, Integer'],
  };

  constructor(readonly workbook: Workbook) {
    super();
  }

  records(method: string): readonly SheetRecord[] {
    return this.workbook.look(`Spreadsheet.${method}`).record.sheets;
  }

  private now(method: string, body: Readonly<Record<string, unknown>>) {
    const { workbook } = this;
    return workbook.change(`Spreadsheet.${method}`, () =>
      workbook.engine.write(workbook.caller, workbook.spreadsheetId, (draft) => request(draft, body)),
    );
  }

  getActiveSheet(): Sheet {
    const { activeSheetId } = this.workbook;
    if (activeSheetId !== undefined) return sheetOf(this.workbook, activeSheetId);
    const sheets = this.records('getActiveSheet');
    const first = sheets.find(({ hidden }) => !hidden) ?? sheets[0];
    return sheetOf(this.workbook, first?.sheetId ?? 0);
  }

  /** The new tab becomes the active one; without a position it comes after the active one. */
  insertSheet(first?: string | number, second?: number): Sheet {
    const title = typeof first === 'string' ? first : undefined;
    const active = this.records('insertSheet').findIndex(
      ({ sheetId }) => sheetId === this.getActiveSheet().getSheetId(),
    );
    const index = typeof first === 'number' ? first : (second ?? active + 1);
    const reply = this.now('insertSheet', {
      addSheet: { properties: { index, ...(title === undefined ? {} : { title }) } },
    });
    return this.activated(reply.addSheet?.properties?.sheetId);
  }
  deleteSheet(sheet: Sheet): void {
    this.now('deleteSheet', { deleteSheet: { sheetId: sheet.getSheetId() } });
    if (this.workbook.activeSheetId === sheet.getSheetId()) this.workbook.activeSheetId = undefined;
  }
  deleteActiveSheet(): Sheet {
    this.deleteSheet(this.getActiveSheet());
    return this.getActiveSheet();
  }
  duplicateActiveSheet(): Sheet {
    const sheet = this.getActiveSheet();
    const reply = this.now('duplicateActiveSheet', {
      duplicateSheet: { sourceSheetId: sheet.getSheetId(), insertSheetIndex: sheet.getIndex() },
    });
    return this.activated(reply.duplicateSheet?.properties?.sheetId);
  }
  private activated(sheetId: number | null | undefined): Sheet {
    return sheetOf(this.workbook, sheetId ?? 0).activate();
  }
  renameActiveSheet(title: string): void {
    this.getActiveSheet().setName(title);
  }
  /** @param position from 1 */
  moveActiveSheet(position: number): void {
    const count = this.records('moveActiveSheet').length;
    if (position < 1 || position > count) throw invalid('Invalid argument: pos');
    const sheet = this.getActiveSheet();
    // The API counts the place before which the tab goes while it is still where it was.
    const index = position > sheet.getIndex() ? position : position - 1;
    this.now('moveActiveSheet', {
      updateSheetProperties: { properties: { sheetId: sheet.getSheetId(), index }, fields: 'index' },
    });
  }

  setNamedRange(name: string, { sheetId, area }: Range): void {
    const range = gridRange(sheetId, area);
    const known = this.workbook
      .look('Spreadsheet.setNamedRange')
      .record.namedRanges.find((item) => item.name.toLowerCase() === name.toLowerCase());
    this.now(
      'setNamedRange',
      known
        ? { updateNamedRange: { namedRange: { ...known, range }, fields: 'range' } }
        : { addNamedRange: { namedRange: { name, range } } },
    );
  }

  appendRow(values: unknown[]): Sheet {
    return this.getActiveSheet().appendRow(values);
  }
  getDataRange(): Range {
    return this.getActiveSheet().getDataRange();
  }
  getLastRow(): number {
    return this.getActiveSheet().getLastRow();
  }
  getLastColumn(): number {
    return this.getActiveSheet().getLastColumn();
  }
  getSheetId(): number {
    return this.getActiveSheet().getSheetId();
  }
  getSheetName(): string {
    return this.getActiveSheet().getName();
  }
  getSheetValues(row: number, column: number, numRows: number, numColumns: number): unknown[][] {
    return this.getActiveSheet().getSheetValues(row, column, numRows, numColumns);
  }
}
