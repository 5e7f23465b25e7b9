// A spreadsheet as the page shows it to one person: what each cell displays, how it looks, what may be chosen and edited.

import { clip, openArea } from './a1.ts';
import { unpack } from './cells.ts';
import { hexOf } from './colors.ts';
import type { SheetsEngine } from './engine.ts';
import type { SheetRecord } from './model.ts';
import { mayEditRange } from './protection.ts';
import { spreadsheetUrl } from './render.ts';
import type { CellFormat } from './schemas.ts';
import { choices } from './validation.ts';
import { displayAt } from './values.ts';

/** How a cell looks, when it does not look like any other. */
export interface ViewStyle {
  readonly bold?: true;
  readonly italic?: true;
  readonly struck?: true;
  readonly background?: string;
  readonly color?: string;
  readonly align?: 'left' | 'center' | 'right';
  readonly vertical?: 'top' | 'middle' | 'bottom';
  readonly wrap?: true;
  /** Size of the letters in points. */
  readonly size?: number;
}

export interface ViewRule {
  /** What the drop-down offers. */
  readonly choices?: readonly string[];
  readonly checkbox?: true;
  readonly strict: boolean;
  readonly help?: string;
}

export interface ViewSheet {
  readonly sheetId: number;
  readonly title: string;
  readonly index: number;
  readonly hidden: boolean;
  readonly rightToLeft: boolean;
  readonly tabColor?: string;
  readonly rowCount: number;
  readonly columnCount: number;
  readonly frozenRows: number;
  readonly frozenColumns: number;
  /** The first row given in `values`. */
  readonly startRow: number;
  /** Rows up to the last one with data, for paging. */
  readonly dataRows: number;
  /** Display texts, row by row, without the empty ends. */
  readonly values: readonly (readonly string[])[];
  /** For each cell the place of its look in `looks`, or -1; same shape as `values` or longer. */
  readonly styles: readonly (readonly number[])[];
  readonly rules: readonly (readonly number[])[];
  /** By `row:column`, zero-based. */
  readonly notes: Readonly<Record<string, string>>;
  readonly links: Readonly<Record<string, string>>;
  readonly columns: readonly { readonly width: number; readonly hidden: boolean }[];
  readonly hiddenRows: readonly number[];
  /** Protected stretches, and whether this person may edit them; ends exclusive. */
  readonly protected: readonly {
    readonly startRow: number;
    readonly endRow: number;
    readonly startColumn: number;
    readonly endColumn: number;
    readonly mayEdit: boolean;
    readonly warningOnly: boolean;
    readonly description: string;
  }[];
}

export interface SpreadsheetView {
  readonly spreadsheetId: string;
  readonly title: string;
  readonly url: string;
  readonly timeZone: string;
  readonly mayEdit: boolean;
  readonly looks: readonly ViewStyle[];
  readonly ruleList: readonly ViewRule[];
  readonly sheets: readonly ViewSheet[];
}

export interface ViewOptions {
  /** Only this tab's cells; the others come without. */
  readonly sheetId?: number;
  /** Rows of cells from here on; 0 is the first. */
  readonly startRow?: number;
  readonly rowLimit?: number;
}

/** @throws NOT_FOUND, PERMISSION_DENIED */
export function viewSpreadsheet(
  engine: SheetsEngine,
  user: string,
  spreadsheetId: string,
  options: ViewOptions = {},
): SpreadsheetView {
  const caller = { email: user };
  const book = engine.open(caller, spreadsheetId);
  const calculator = engine.calculator(book);
  const { owner } = engine.files.get(spreadsheetId);
  const looks = new Places<number, ViewStyle>((place) => look(book.styles.format(place) ?? {}));
  const rules = new Places<number, ViewRule>((place) => {
    const rule = book.styles.validation(place);
    const offered = rule && choices(book, calculator, rule);
    return {
      ...(offered ? { choices: offered } : {}),
      ...(rule?.condition.type === 'BOOLEAN' ? { checkbox: true as const } : {}),
      strict: rule?.strict ?? false,
      ...(rule?.inputMessage ? { help: rule.inputMessage } : {}),
    };
  });
  const sheets = book.record.sheets.map((sheet, index): ViewSheet => {
    const wanted = options.sheetId === undefined || options.sheetId === sheet.sheetId;
    const startRow = wanted ? (options.startRow ?? 0) : 0;
    const dataRows = calculator.dataRows(sheet);
    const rows = book.rows(sheet.sheetId);
    const end = wanted
      ? Math.min(Math.max(rows.length, dataRows), startRow + (options.rowLimit ?? Number.POSITIVE_INFINITY))
      : startRow;
    const values: string[][] = [];
    const styles: number[][] = [];
    const ruled: number[][] = [];
    const notes: Record<string, string> = {};
    const links: Record<string, string> = {};
    for (let row = startRow; row < end; row++) {
      const cells = rows.get(row);
      const width = sheet.formulas ? sheet.grid.columnCount : cells.length;
      const line: string[] = [];
      for (let column = 0; column < width; column++)
        line.push(displayAt(book, calculator, sheet, row, column));
      while (line.length > 0 && line.at(-1) === '') line.pop();
      values.push(line);
      styles.push(cells.map((cell) => looks.of(unpack(cell).s)));
      ruled.push(cells.map((cell) => rules.of(unpack(cell).d)));
      cells.forEach((cell, column) => {
        const { n: note } = unpack(cell);
        if (note !== undefined) notes[`${row}:${column}`] = note;
        const link = calculator.link(sheet, row, column);
        if (link) links[`${row}:${column}`] = link;
      });
    }
    return {
      ...frame(sheet, index),
      startRow,
      dataRows,
      values,
      styles,
      rules: ruled,
      notes,
      links,
      protected: protectedParts(sheet, user, owner),
    };
  });
  return {
    spreadsheetId,
    title: book.title,
    url: spreadsheetUrl(spreadsheetId),
    timeZone: book.record.timeZone,
    mayEdit: engine.files.may(caller, spreadsheetId, 'write'),
    looks: looks.all,
    ruleList: rules.all,
    sheets,
  };
}

/** Gives each distinct key a place in a list. */
class Places<Key, T> {
  readonly all: T[] = [];
  private readonly places = new Map<Key, number>();
  constructor(private readonly make: (key: Key) => T) {}
  of(key: Key | undefined): number {
    if (key === undefined) return -1;
    let place = this.places.get(key);
    if (place === undefined) {
      place = this.all.length;
      this.all.push(this.make(key));
      this.places.set(key, place);
    }
    return place;
  }
}

function frame(sheet: SheetRecord, index: number) {
  const { grid } = sheet;
  return {
    sheetId: sheet.sheetId,
    title: sheet.title,
    index,
    hidden: sheet.hidden,
    rightToLeft: sheet.rightToLeft,
    ...(sheet.tabColorStyle?.rgbColor ? { tabColor: hexOf(sheet.tabColorStyle.rgbColor) } : {}),
    rowCount: grid.rowCount,
    columnCount: grid.columnCount,
    frozenRows: grid.frozenRowCount,
    frozenColumns: grid.frozenColumnCount,
    columns: Array.from({ length: grid.columnCount }, (_, column) => ({
      width: sheet.columns[column]?.pixelSize ?? 100,
      hidden: sheet.columns[column]?.hiddenByUser ?? false,
    })),
    hiddenRows: Object.entries(sheet.rows).flatMap(([row, { hiddenByUser }]) =>
      hiddenByUser ? [Number(row)] : [],
    ),
  };
}

const protectedParts = (sheet: SheetRecord, user: string, owner: string): ViewSheet['protected'] =>
  sheet.protectedRanges.map((range) => ({
    ...clip(openArea(range.range), sheet),
    mayEdit: mayEditRange(user, owner, range),
    warningOnly: range.warningOnly,
    description: range.description ?? '',
  }));

export function look(format: CellFormat): ViewStyle {
  const background = format.backgroundColorStyle?.rgbColor ?? format.backgroundColor;
  const color = format.textFormat?.foregroundColorStyle?.rgbColor ?? format.textFormat?.foregroundColor;
  return {
    ...(format.textFormat?.bold ? { bold: true } : {}),
    ...(format.textFormat?.italic ? { italic: true } : {}),
    ...(format.textFormat?.strikethrough ? { struck: true } : {}),
    ...(background ? { background: hexOf(background) } : {}),
    ...(color ? { color: hexOf(color) } : {}),
    ...(format.horizontalAlignment ? { align: format.horizontalAlignment.toLowerCase() as 'left' } : {}),
    ...(format.verticalAlignment ? { vertical: format.verticalAlignment.toLowerCase() as 'top' } : {}),
    ...(format.wrapStrategy === 'WRAP' ? { wrap: true } : {}),
    ...(format.textFormat?.fontSize ? { size: format.textFormat.fontSize } : {}),
  };
}
