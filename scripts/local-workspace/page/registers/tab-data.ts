// The content of a tab as the grid draws it: columns, the order of rows, and cells in pieces, so that long tabs stay quick.

import { clip, columnName, openArea } from '../../services/sheets/a1.ts';
import { type Book, cellAt } from '../../services/sheets/book.ts';
import { cellValue, unpack } from '../../services/sheets/cells.ts';
import { conditionalFormat } from '../../services/sheets/conditional.ts';
import type { SheetsEngine } from '../../services/sheets/engine.ts';
import type { Area, SheetRecord } from '../../services/sheets/model.ts';
import { display, isDateFormat } from '../../services/sheets/number-format.ts';
import { mayEditRange } from '../../services/sheets/protection.ts';
import { serialParts } from '../../services/sheets/serial.ts';
import { look, type ViewStyle } from '../../services/sheets/view.ts';
import { type ChartView, chartViews } from './chart-view.ts';

/** What a drop-down, a tick box or a date field offers. */
export interface CellRule {
  readonly kind: 'list' | 'tick' | 'date' | 'date and time' | 'other';
  readonly values?: readonly string[];
  readonly strict?: boolean;
  readonly message?: string;
}

export interface ColumnView {
  readonly index: number;
  readonly letter: string;
  readonly title: string;
  readonly note?: string;
  readonly width: number;
  /** Stays in view when one scrolls to the side: the first column, when columns are frozen. */
  readonly frozen?: true;
  /** Long texts go on in further lines. */
  readonly wraps?: true;
  readonly rule?: CellRule;
}

/** A cell: its text alone, or its text and what else there is to know. */
export type CellView = string | CellDetails;

export interface CellDetails {
  /** What it shows, cut when it is very long. */
  readonly t: string;
  /** What one edits, when that differs from what it shows: a formula, an ISO date. */
  readonly e?: string;
  readonly note?: string;
  /** A tick box and its state. */
  readonly tick?: boolean;
  /** Aligned to the end, as numbers are. */
  readonly end?: true;
  /** There is more text than `t`; the cell's own address has all of it. */
  readonly long?: true;
  readonly error?: string;
  /** Where the link of a HYPERLINK formula leads: to a page, or to a place in this spreadsheet. */
  readonly link?: string;
  /** How the tab's conditional formats make it look; on a tab without lines, also its own format. */
  readonly look?: ViewStyle;
  /** A text that may go on over the empty cell beside it. */
  readonly spills?: true;
}

export interface ProtectionView extends Area {
  readonly description: string;
  /** Asks before an edit instead of refusing it. */
  readonly warning: boolean;
}

export interface TabView {
  readonly revision: number;
  readonly sheetId: number;
  readonly title: string;
  /** Rows at the top that hold the headers: 0 or 1. */
  readonly headers: number;
  /** Of the first row below the headers, in pixels, where somebody has set it; the grid takes it for all rows. */
  readonly rowHeight?: number;
  readonly columns: readonly ColumnView[];
  readonly rowCount: number;
  readonly dataRows: number;
  readonly protections: readonly ProtectionView[];
  /** No lines between the cells. */
  readonly plain?: true;
  readonly charts: readonly ChartView[];
}

const SHOWN_LENGTH = 400;
/** Empty columns and rows that are offered beyond the last used ones. */
const SPARE_COLUMNS = 1;
export const SPARE_ROWS = 20;
const DEFAULT_WIDTH = 130;

export class TabReader {
  private readonly rows;
  private readonly calculator;
  /** For the tab's conditional formats, where it has some. */
  private readonly conditions;
  readonly headers: number;

  constructor(
    private readonly engine: SheetsEngine,
    private readonly book: Book,
    readonly sheet: SheetRecord,
  ) {
    this.rows = book.rows(sheet.sheetId);
    this.calculator = sheet.formulas ? engine.calculator(book) : undefined;
    this.conditions =
      sheet.conditionalFormats.length > 0 ? (this.calculator ?? engine.calculator(book)) : undefined;
    this.headers = sheet.grid.frozenRowCount > 0 ? 1 : 0;
  }

  /** Without lines between its cells a tab is laid out for the eye, so that its cells show their own formats. */
  private get laidOut(): boolean {
    return this.sheet.grid.hideGridlines;
  }

  /** One beyond the last row that holds something. */
  get dataRows(): number {
    return this.calculator ? this.calculator.dataRows(this.sheet) : this.rows.dataRows;
  }

  view(user: string, owner: string): TabView {
    const { sheet } = this;
    const rowHeight = sheet.rows[this.headers]?.pixelSize;
    return {
      revision: this.engine.revision(this.book.record.spreadsheetId),
      sheetId: sheet.sheetId,
      title: sheet.title,
      headers: this.headers,
      ...(rowHeight === undefined ? {} : { rowHeight }),
      columns: this.columns(),
      rowCount: sheet.grid.rowCount,
      dataRows: this.dataRows,
      ...(this.laidOut ? { plain: true } : {}),
      charts: this.charts(),
      protections: sheet.protectedRanges
        .filter((range) => range.warningOnly || !mayEditRange(user, owner, range))
        .map((range) => ({
          ...clip(openArea(range.range), sheet),
          description: range.description ?? '',
          warning: range.warningOnly,
        })),
    };
  }

  private charts(): ChartView[] {
    if (!this.sheet.charts?.length) return [];
    return chartViews(this.book, this.calculator ?? this.engine.calculator(this.book), this.sheet);
  }

  private columns(): ColumnView[] {
    let used = 0;
    for (let row = 0; row < this.rows.length; row++) used = Math.max(used, this.rows.get(row).length);
    const total = Math.min(this.sheet.grid.columnCount, Math.max(used + SPARE_COLUMNS, 2));
    return Array.from({ length: total }, (_, index) => {
      const header = unpack(cellAt(this.rows, 0, index));
      const letter = columnName(index);
      const rule = this.rule(this.headers, index);
      const hidden = this.sheet.columns[index]?.hiddenByUser;
      const { s } = unpack(cellAt(this.rows, this.headers, index));
      const wraps = this.book.styles.format(s)?.wrapStrategy === 'WRAP';
      return {
        index,
        letter,
        title: this.headers > 0 ? this.shown(0, index).trim() : letter,
        width: hidden ? 0 : (this.sheet.columns[index]?.pixelSize ?? DEFAULT_WIDTH),
        ...(header.n ? { note: header.n } : {}),
        ...(index === 0 && this.sheet.grid.frozenColumnCount > 0 ? { frozen: true as const } : {}),
        ...(wraps ? { wraps: true as const } : {}),
        ...(rule ? { rule } : {}),
      };
    });
  }

  rule(row: number, column: number): CellRule | undefined {
    const { d, s } = unpack(cellAt(this.rows, row, column));
    const rule = this.book.styles.validation(d);
    if (rule) {
      const { type, values = [] } = rule.condition;
      const common = {
        strict: rule.strict ?? false,
        ...(rule.inputMessage ? { message: rule.inputMessage } : {}),
      };
      if (type === 'ONE_OF_LIST')
        return { kind: 'list', values: values.map((value) => value.userEnteredValue ?? ''), ...common };
      if (type === 'BOOLEAN') return { kind: 'tick', ...common };
      if (!type.startsWith('DATE_')) return { kind: 'other', ...common };
    }
    const format = this.book.styles.format(s)?.numberFormat;
    if (format?.type === 'DATE') return { kind: 'date' };
    return format?.type === 'DATE_TIME' ? { kind: 'date and time' } : undefined;
  }

  /** The text that a cell shows. */
  shown(row: number, column: number): string {
    const value = this.value(row, column);
    if (typeof value === 'object') return value.text;
    const { s } = unpack(cellAt(this.rows, row, column));
    return display(value, this.book.styles.format(s)?.numberFormat);
  }

  private value(row: number, column: number) {
    return this.calculator
      ? this.calculator.value(this.sheet, row, column)
      : cellValue(cellAt(this.rows, row, column));
  }

  cell(row: number, column: number, whole = false): CellView {
    const stored = cellAt(this.rows, row, column);
    if (stored === null && !this.calculator && !this.conditions) return '';
    const parts = unpack(stored);
    const value = this.value(row, column);
    const text = this.shown(row, column);
    const cut = text.length > SHOWN_LENGTH && !whole;
    const rule = this.book.styles.validation(parts.d);
    const tick = rule?.condition.type === 'BOOLEAN';
    const conditional =
      this.conditions && conditionalFormat(this.book, this.conditions, this.sheet, row, column);
    const own = this.laidOut ? this.book.styles.format(parts.s) : undefined;
    const dress = look({ ...own, ...conditional });
    const edit = this.editText(parts.f, value, parts.s);
    const link = this.calculator?.link(this.sheet, row, column) ?? '';
    const spills = this.laidOut && typeof value === 'string' && this.shown(row, column + 1) === '';
    const details: CellDetails = {
      t: cut ? text.slice(0, SHOWN_LENGTH) : text,
      ...(edit === undefined || edit === text ? {} : { e: edit }),
      ...(parts.n ? { note: parts.n } : {}),
      ...(tick ? { tick: value === true } : {}),
      ...(typeof value === 'number' ? { end: true } : {}),
      ...(cut ? { long: true } : {}),
      ...(typeof value === 'object' ? { error: value.message } : {}),
      // Anybody can type a formula, so a script is no link.
      ...(/^(?:https?:\/\/|#gid=)/i.test(link) ? { link } : {}),
      ...(Object.keys(dress).length > 0 ? { look: dress } : {}),
      ...(spills ? { spills: true } : {}),
    };
    return Object.keys(details).length === 1 ? details.t : details;
  }

  private editText(
    formula: string | undefined,
    value: unknown,
    style: number | undefined,
  ): string | undefined {
    if (formula !== undefined) return formula;
    // A text that a person would have to protect with an apostrophe when typing it.
    if (typeof value === 'string' && /^[=+']/.test(value)) return `'${value}`;
    const format = this.book.styles.format(style)?.numberFormat;
    if (typeof value !== 'number' || format?.type !== 'DATE' || !isDateFormat(format)) return undefined;
    const { year, month, day } = serialParts(value);
    return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  }

  /** Cells of some rows, each list beginning with the row's number (0-based). */
  cells(rows: readonly number[]): [number, ...CellView[]][] {
    return rows.map((row) => {
      return [row, ...Array.from({ length: this.widthOf(row) }, (_, column) => this.cell(row, column))];
    });
  }

  /** Cells of a row that may hold something. */
  widthOf(row: number): number {
    if (this.calculator) return this.sheet.grid.columnCount;
    const { length } = this.rows.get(row);
    // A rule may colour a whole row, with its empty cells.
    const coloured = this.sheet.conditionalFormats.flatMap(({ ranges }) =>
      ranges.map((range) => clip(openArea(range), this.sheet).endColumn),
    );
    return length > 0 ? Math.max(length, ...coloured) : 0;
  }

  sortValue(row: number, column: number) {
    return this.value(row, column);
  }
}
