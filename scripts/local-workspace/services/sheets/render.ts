// Spreadsheets as the API answers them: properties, tabs, protections and, when asked for, the cells with their formats.

import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import type { Answer } from '../../rest/api.ts';
import { resolveRange } from './a1.ts';
import type { Book } from './book.ts';
import { unpack } from './cells.ts';
import { chartJson } from './charts.ts';
import { conditionalFormat } from './conditional.ts';
import type { Calculator } from './formulas/calculate.ts';
import { CellError, ERROR_TYPES, type Value } from './formulas/value.ts';
import type { Area, Cell, SheetRecord } from './model.ts';
import { sheetProperties, spreadsheetProperties } from './render-properties.ts';
import { protectedRangeJson } from './requests/protected-ranges.ts';
import type { CellFormat, Color, ColorStyle } from './schemas.ts';
import { displayAt, existing } from './values.ts';

export interface RenderContext {
  readonly book: Book;
  readonly calculator: Calculator;
  readonly email: string;
  readonly owner: string;
}

export const spreadsheetUrl = (id: string): string => `https://docs.google.com/spreadsheets/d/${id}/edit`;

/**
 * @param ranges only these cells, and only their tabs
 * @param looks false when effective formats and shown values will be cut away: they are then empty
 * @throws INVALID_ARGUMENT for a range that cannot be read
 */
export function renderSpreadsheet(
  context: RenderContext,
  includeGridData: boolean,
  ranges: readonly string[] = [],
  looks = true,
): Answer<sheets_v4.Schema$Spreadsheet> {
  const { book } = context;
  const { record } = book;
  const wanted = ranges.map((text) => resolveRange(record, text));
  const sheets = record.sheets.flatMap((sheet, index) => {
    const areas = wanted.filter((range) => range.sheet === sheet).map(({ range }) => existing(sheet, range));
    if (ranges.length > 0 && areas.length === 0) return [];
    const whole: Area = {
      startRow: 0,
      endRow: sheet.grid.rowCount,
      startColumn: 0,
      endColumn: sheet.grid.columnCount,
    };
    return [
      {
        properties: sheetProperties(sheet, index),
        ...(includeGridData
          ? {
              data: (areas.length > 0 ? areas : [whole]).map((area) => gridData(context, sheet, area, looks)),
            }
          : {}),
        ...(sheet.merges.length > 0 ? { merges: sheet.merges } : {}),
        ...(sheet.conditionalFormats.length > 0 ? { conditionalFormats: sheet.conditionalFormats } : {}),
        ...(sheet.charts?.length ? { charts: sheet.charts.map(chartJson) } : {}),
        ...(sheet.protectedRanges.length > 0
          ? {
              protectedRanges: sheet.protectedRanges.map((range) =>
                protectedRangeJson({ caller: { email: context.email }, owner: context.owner }, range),
              ),
            }
          : {}),
        ...(sheet.basicFilter ? { basicFilter: sheet.basicFilter } : {}),
        ...(sheet.bandedRanges.length > 0 ? { bandedRanges: sheet.bandedRanges } : {}),
      },
    ];
  });
  return {
    spreadsheetId: record.spreadsheetId,
    properties: spreadsheetProperties(book),
    sheets,
    ...(record.namedRanges.length > 0 ? { namedRanges: record.namedRanges } : {}),
    spreadsheetUrl: spreadsheetUrl(record.spreadsheetId),
    ...(record.developerMetadata.length > 0 ? { developerMetadata: record.developerMetadata } : {}),
  };
}

function gridData(
  context: RenderContext,
  sheet: SheetRecord,
  area: Area,
  looks: boolean,
): Answer<sheets_v4.Schema$GridData> {
  const rows = context.book.rows(sheet.sheetId);
  const end = Math.min(area.endRow, Math.max(rows.length, context.calculator.dataRows(sheet)));
  const rowData: Answer<sheets_v4.Schema$RowData>[] = [];
  for (let index = area.startRow; index < end; index++) {
    const row = rows.get(index);
    const values: Answer<sheets_v4.Schema$CellData>[] = [];
    const last = sheet.formulas ? area.endColumn : Math.min(area.endColumn, row.length);
    for (let column = area.startColumn; column < last; column++)
      values.push(cellJson(context, sheet, row[column] ?? null, index, column, looks));
    while (values.length > 0 && Object.keys(values.at(-1) as object).length === 0) values.pop();
    rowData.push(values.length > 0 ? { values } : {});
  }
  while (rowData.length > 0 && !rowData.at(-1)?.values) rowData.pop();
  const metadata = (items: SheetRecord['rows'], start: number, stop: number, usual: number) =>
    Array.from({ length: stop - start }, (_, i) => ({ pixelSize: usual, ...items[start + i] }));
  return {
    ...(area.startRow > 0 ? { startRow: area.startRow } : {}),
    ...(area.startColumn > 0 ? { startColumn: area.startColumn } : {}),
    ...(rowData.length > 0 ? { rowData } : {}),
    rowMetadata: metadata(sheet.rows, area.startRow, area.endRow, 21),
    columnMetadata: metadata(sheet.columns, area.startColumn, area.endColumn, 100),
  };
}

function extended(value: Value): sheets_v4.Schema$ExtendedValue | undefined {
  if (value === undefined) return undefined;
  if (value instanceof CellError)
    return { errorValue: { type: ERROR_TYPES[value.text], message: value.message } };
  return typeof value === 'string'
    ? { stringValue: value }
    : typeof value === 'number'
      ? { numberValue: value }
      : { boolValue: value };
}

function cellJson(
  { book, calculator }: RenderContext,
  sheet: SheetRecord,
  cell: Cell,
  row: number,
  column: number,
  looks: boolean,
): Answer<sheets_v4.Schema$CellData> {
  const parts = unpack(cell);
  const value = calculator.value(sheet, row, column);
  const entered = parts.f === undefined ? extended(parts.v) : { formulaValue: parts.f };
  const effective = extended(value);
  const format = book.styles.format(parts.s);
  const conditional = looks ? conditionalFormat(book, calculator, sheet, row, column) : undefined;
  const rule = book.styles.validation(parts.d);
  const link = calculator.link(sheet, row, column);
  // Field by field, because very many cells are answered.
  const json: Writable<Answer<sheets_v4.Schema$CellData>> = {};
  if (entered) json.userEnteredValue = entered;
  if (effective) {
    json.effectiveValue = effective;
    json.formattedValue = looks ? displayAt(book, calculator, sheet, row, column) : '';
  }
  if (format) json.userEnteredFormat = answered(format);
  if (format || conditional || effective)
    json.effectiveFormat = looks ? effectiveFormat(format, conditional) : {};
  if (link) json.hyperlink = link;
  if (parts.n !== undefined) json.note = parts.n;
  if (rule) json.dataValidation = rule;
  return json;
}

type Writable<T> = { -readonly [K in keyof T]: T[K] };

const effectiveFormat = (format: CellFormat | undefined, conditional: CellFormat | undefined): CellFormat =>
  withBothColors({
    ...DEFAULT_FORMAT,
    ...format,
    ...conditional,
    textFormat: { ...DEFAULT_FORMAT.textFormat, ...format?.textFormat, ...conditional?.textFormat },
  });

export const DEFAULT_FORMAT: CellFormat = {
  backgroundColor: { red: 1, green: 1, blue: 1 },
  padding: { top: 2, right: 3, bottom: 2, left: 3 },
  verticalAlignment: 'BOTTOM',
  wrapStrategy: 'OVERFLOW_CELL',
  textFormat: {
    foregroundColor: {},
    fontFamily: 'Arial',
    fontSize: 10,
    bold: false,
    italic: false,
    strikethrough: false,
    underline: false,
  },
  hyperlinkDisplayType: 'PLAIN_TEXT',
};

const known = new WeakMap<CellFormat, CellFormat>();

/** A kept format as it is answered; many cells share one. */
function answered(format: CellFormat): CellFormat {
  const earlier = known.get(format);
  if (earlier) return earlier;
  const made = withBothColors(format);
  known.set(format, made);
  return made;
}

/** Google answers each colour twice: as a colour, and as a style that could also name a theme colour. */
function withBothColors(format: CellFormat): CellFormat {
  const pair = (color: Color | undefined, style: ColorStyle | undefined) => ({
    color: style?.rgbColor ?? color,
    style: style ?? (color && { rgbColor: color }),
  });
  const background = pair(format.backgroundColor, format.backgroundColorStyle);
  const text = pair(format.textFormat?.foregroundColor, format.textFormat?.foregroundColorStyle);
  return {
    ...format,
    ...(background.color ? { backgroundColor: background.color } : {}),
    ...(background.style ? { backgroundColorStyle: background.style } : {}),
    ...(format.textFormat
      ? {
          textFormat: {
            ...format.textFormat,
            ...(text.color ? { foregroundColor: text.color } : {}),
            ...(text.style ? { foregroundColorStyle: text.style } : {}),
          },
        }
      : {}),
  };
}
