// What one execution knows of the spreadsheets that it opened. This decides which SpreadsheetApp methods are remote calls.
//
// The rule and its reasons stand beside the cost model. Values served from memory are those of the first read, also when
// somebody else has changed the cells meanwhile, as on Google; a write or a flush makes them be asked again.

import { invalid } from '../../../kernel/errors.ts';
import type { Execution } from '../../../script/execution.ts';
import { type Book, cellAt } from '../book.ts';
import { formulaOf, unpack } from '../cells.ts';
import type { Draft } from '../draft.ts';
import type { SheetsEngine } from '../engine.ts';
import { CellError } from '../formulas/value.ts';
import type { Area, SheetRecord } from '../model.ts';
import { display, isDateFormat } from '../number-format.ts';
import type { CellFormat } from '../schemas.ts';
import { fromSerial } from '../serial.ts';

/** A cell as scripts read it. */
export interface ReadCell {
  /** '' for an empty cell, a Date where the format is one. */
  readonly value: string | number | boolean | Date;
  readonly display: string;
  readonly formula: string;
  readonly note: string;
  readonly format: CellFormat;
  readonly empty: boolean;
}

/** A change that waits in the buffer. */
type Write = (draft: Draft) => void;

interface ReadArea {
  readonly area: Area;
  readonly cells: readonly (readonly ReadCell[])[];
}

export class Workbook {
  private book: Book | undefined;
  private readonly reads = new Map<number, ReadArea[]>();
  private readonly extents = new Map<number, { rows: number; columns: number }>();
  /** Tabs of which cells were read; later reads are cheaper, also after a write. */
  private readonly readBefore = new Set<number>();
  private waiting: Write[] = [];
  /** One function for the whole life, so that it is noted once. */
  private readonly sendRest = () => this.send();
  /** The tab and cells that the script or the person has chosen. */
  activeSheetId: number | undefined;
  readonly activeAreas = new Map<number, Area>();

  constructor(
    readonly engine: SheetsEngine,
    readonly execution: Execution,
    readonly spreadsheetId: string,
  ) {}

  get hasUnsent(): boolean {
    return this.waiting.length > 0;
  }

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
    this.send();
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
    this.send();
    const known = this.reads.get(sheetId)?.find(({ area: outer }) => contains(outer, area));
    if (known) {
      return known.cells
        .slice(area.startRow - known.area.startRow, area.endRow - known.area.startRow)
        .map((line) =>
          line.slice(area.startColumn - known.area.startColumn, area.endColumn - known.area.startColumn),
        );
    }
    const cells = this.execution.remote(method, () => this.load(sheetId, area), {
      costsAs: this.readBefore.has(sheetId) ? 'another read' : 'first read of a tab',
      response: (lines) =>
        lines.reduce(
          (sum, line) => sum + line.reduce((bytes, cell) => bytes + cell.display.length + 3, 2),
          0,
        ),
    });
    this.readBefore.add(sheetId);
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
        const look = book.styles.format(parts.s) ?? {};
        const format = look.numberFormat;
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
          format: look,
          empty: value === undefined,
        });
      }
      lines.push(line);
    }
    return lines;
  }

  /** Puts a write into the buffer. It goes out with the next call to this spreadsheet, and only then a bad one fails. */
  buffer(write: Write): void {
    this.execution.buffered();
    this.waiting.push(write);
    this.execution.unsent.add(this.sendRest);
  }

  /**
   * Sends the buffered writes, in order, as one call.
   * @throws the error of the first bad one: those before it stand, those after it are lost (apps-script-facts, section 5,
   * says when it fails; what becomes of the others is assumed)
   */
  send(): void {
    const writes = this.waiting;
    if (writes.length === 0) return;
    this.waiting = [];
    try {
      this.execution.remote('SpreadsheetApp.flush', () => this.apply(writes));
    } finally {
      this.forget();
    }
  }

  private apply(writes: readonly Write[]): void {
    const write = (some: readonly Write[], done = () => {}) =>
      this.engine.write(this.caller, this.spreadsheetId, (draft) => {
        for (const one of some) {
          one(draft);
          done();
        }
      });
    let good = 0;
    try {
      write(writes, () => {
        good++;
      });
    } catch (error) {
      write(writes.slice(0, good));
      throw error;
    }
  }

  /** Changes the spreadsheet at once, after what waits in the buffer. */
  change<T>(method: string, work: () => T): T {
    this.send();
    const result = this.execution.remote(method, work);
    this.forget();
    return result;
  }

  /** The cells are asked again; properties and tabs came along with the answer to the write. */
  forget(): void {
    this.book &&= this.engine.book(this.spreadsheetId);
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

/** Sends what waits in the buffers, one call for each spreadsheet; everything that was read is asked again. */
export function flushAll(execution: Execution): void {
  const known = [...(workbooks.get(execution)?.values() ?? [])];
  const unsent = known.filter((workbook) => workbook.hasUnsent);
  for (const workbook of unsent) workbook.send();
  if (unsent.length === 0) execution.remote('SpreadsheetApp.flush', () => {});
  for (const workbook of known) workbook.forget();
}
