// What one execution knows of the spreadsheets that it opened. This decides which SpreadsheetApp methods are remote calls.
//
// Google's servers answer the first question about a spreadsheet, a tab or a range; what came along is then served from
// memory until SpreadsheetApp.flush(). So here: opening by id or address is remote; the first look at the tabs and
// properties is remote, later ones are not; reading a range is remote unless it lies within one that was read before.
// Names, ids, sizes and positions of objects already held never are. Values served from memory are those of the first
// read, also when somebody else has changed the cells meanwhile, as on Google.

import { invalid } from '../../../kernel/errors.ts';
import type { Execution } from '../../../script/execution.ts';
import { type Book, cellAt } from '../book.ts';
import { formulaOf, unpack } from '../cells.ts';
import type { SheetsEngine } from '../engine.ts';
import { CellError } from '../formulas/value.ts';
import type { Area, SheetRecord } from '../model.ts';
import { display, isDateFormat } from '../number-format.ts';
import { fromSerial } from '../serial.ts';

/** A cell as scripts read it. */
export interface ReadCell {
  /** '' for an empty cell, a Date where the format is one. */
  readonly value: string | number | boolean | Date;
  readonly display: string;
  readonly formula: string;
  readonly note: string;
  readonly empty: boolean;
}

interface ReadArea {
  readonly area: Area;
  readonly cells: readonly (readonly ReadCell[])[];
}

export class Workbook {
  private book: Book | undefined;
  private readonly reads = new Map<number, ReadArea[]>();
  private readonly extents = new Map<number, { rows: number; columns: number }>();
  /** The tab and cells that the script or the person has chosen. */
  activeSheetId: number | undefined;
  readonly activeAreas = new Map<number, Area>();

  constructor(
    readonly engine: SheetsEngine,
    readonly execution: Execution,
    readonly spreadsheetId: string,
  ) {}

  get caller() {
    return { email: this.execution.user };
  }

  /** Properties and tabs; the first look is a remote call under the name of the method that needed it. */
  look(method: string): Book {
    this.book ??= this.execution.remote(method, () => this.engine.open(this.caller, this.spreadsheetId));
    return this.book;
  }

  /** After an opening that was itself the remote call. */
  opened(book: Book): void {
    this.book = book;
  }

  sheet(sheetId: number, method: string): SheetRecord {
    const found = this.look(method).record.sheets.find((sheet) => sheet.sheetId === sheetId);
    if (!found) throw invalid(`Sheet ${sheetId} not found`);
    return found;
  }

  /** The last row and column with data. */
  extent(sheetId: number, method: string): { rows: number; columns: number } {
    let extent = this.extents.get(sheetId);
    if (!extent) {
      extent = this.execution.remote(method, () => this.measure(sheetId));
      this.extents.set(sheetId, extent);
    }
    return extent;
  }

  private measure(sheetId: number): { rows: number; columns: number } {
    const book = this.engine.open(this.caller, this.spreadsheetId);
    const sheet = book.record.sheets.find((item) => item.sheetId === sheetId);
    if (!sheet) throw invalid(`Sheet ${sheetId} not found`);
    const calculator = this.engine.calculator(book);
    const rows = calculator.dataRows(sheet);
    const reader = book.rows(sheetId);
    let columns = 0;
    for (let row = 0; row < rows; row++) {
      const cells = reader.get(row);
      const width = sheet.formulas ? sheet.grid.columnCount : cells.length;
      for (let column = width - 1; column >= columns; column--) {
        if (calculator.value(sheet, row, column) !== undefined || formulaOf(cells[column]) !== undefined)
          columns = column + 1;
      }
    }
    return { rows, columns };
  }

  /** The cells of an area, row by row. */
  read(sheetId: number, area: Area, method: string): readonly (readonly ReadCell[])[] {
    const known = this.reads.get(sheetId)?.find(({ area: outer }) => contains(outer, area));
    if (known) {
      return known.cells
        .slice(area.startRow - known.area.startRow, area.endRow - known.area.startRow)
        .map((line) =>
          line.slice(area.startColumn - known.area.startColumn, area.endColumn - known.area.startColumn),
        );
    }
    const cells = this.execution.remote(method, () => this.load(sheetId, area), {
      response: (lines) =>
        lines.reduce(
          (sum, line) => sum + line.reduce((bytes, cell) => bytes + cell.display.length + 3, 2),
          0,
        ),
    });
    this.reads.set(sheetId, [...(this.reads.get(sheetId) ?? []), { area, cells }]);
    return cells;
  }

  private load(sheetId: number, area: Area): ReadCell[][] {
    const book = this.engine.open(this.caller, this.spreadsheetId);
    const sheet = book.record.sheets.find((item) => item.sheetId === sheetId);
    if (!sheet) throw invalid(`Sheet ${sheetId} not found`);
    const calculator = this.engine.calculator(book);
    const rows = book.rows(sheetId);
    const lines: ReadCell[][] = [];
    for (let row = area.startRow; row < area.endRow; row++) {
      const line: ReadCell[] = [];
      for (let column = area.startColumn; column < area.endColumn; column++) {
        const parts = unpack(cellAt(rows, row, column));
        const value = calculator.value(sheet, row, column);
        const format = book.styles.format(parts.s)?.numberFormat;
        const shown = value instanceof CellError ? value.text : display(value, format);
        line.push({
          value:
            value === undefined
              ? ''
              : value instanceof CellError
                ? value.text
                : typeof value === 'number' && isDateFormat(format)
                  ? new Date(fromSerial(value, book.record.timeZone))
                  : value,
          display: shown,
          formula: parts.f ?? '',
          note: parts.n ?? '',
          empty: value === undefined,
        });
      }
      lines.push(line);
    }
    return lines;
  }

  /** Changes properties of the spreadsheet at once and forgets what was known. */
  change(method: string, work: () => void): void {
    this.execution.remote(method, work);
    this.forget();
  }

  /** After a flush everything is asked again. */
  forget(): void {
    this.book = undefined;
    this.reads.clear();
    this.extents.clear();
  }
}

const contains = (outer: Area, inner: Area): boolean =>
  outer.startRow <= inner.startRow &&
  outer.endRow >= inner.endRow &&
  outer.startColumn <= inner.startColumn &&
  outer.endColumn >= inner.endColumn;

const workbooks = new WeakMap<Execution, Map<string, Workbook>>();

/** The one workbook that an execution has for a spreadsheet. */
export function workbookOf(engine: SheetsEngine, execution: Execution, spreadsheetId: string): Workbook {
  let known = workbooks.get(execution);
  if (!known) {
    known = new Map();
    workbooks.set(execution, known);
  }
  let workbook = known.get(spreadsheetId);
  if (!workbook) {
    workbook = new Workbook(engine, execution, spreadsheetId);
    const { active } = execution.options;
    if (active?.spreadsheetId === spreadsheetId) {
      workbook.activeSheetId = active.sheetId;
      if (active.range) workbook.activeAreas.set(active.sheetId, active.range);
    }
    known.set(spreadsheetId, workbook);
  }
  return workbook;
}

/** Everything that an execution knows is asked again. */
export function forgetAll(execution: Execution): void {
  for (const workbook of workbooks.get(execution)?.values() ?? []) workbook.forget();
}
