// The parts that many Sheets requests share, as strict zod schemas: ranges, colours, formats, conditions, typed cells.

import * as z from 'zod';

const index = z.int().min(0);

export const gridRange = z.strictObject({
  sheetId: z.int().optional(),
  startRowIndex: index.optional(),
  endRowIndex: index.optional(),
  startColumnIndex: index.optional(),
  endColumnIndex: index.optional(),
});
export type GridRange = z.infer<typeof gridRange>;

export const gridCoordinate = z.strictObject({
  sheetId: z.int().optional(),
  rowIndex: index.optional(),
  columnIndex: index.optional(),
});

export const dimension = z.enum(['ROWS', 'COLUMNS']);

export const dimensionRange = z.strictObject({
  sheetId: z.int().optional(),
  dimension,
  startIndex: index.optional(),
  endIndex: index.optional(),
});
export type DimensionRange = z.infer<typeof dimensionRange>;

export const color = z.strictObject({
  red: z.number().optional(),
  green: z.number().optional(),
  blue: z.number().optional(),
  alpha: z.number().optional(),
});
export type Color = z.infer<typeof color>;

export const colorStyle = z.strictObject({
  rgbColor: color.optional(),
  themeColor: z
    .enum(['TEXT', 'BACKGROUND', 'ACCENT1', 'ACCENT2', 'ACCENT3', 'ACCENT4', 'ACCENT5', 'ACCENT6', 'LINK'])
    .optional(),
});
export type ColorStyle = z.infer<typeof colorStyle>;

export const bandingProperties = z.strictObject({
  headerColor: color.optional(),
  headerColorStyle: colorStyle.optional(),
  firstBandColor: color.optional(),
  firstBandColorStyle: colorStyle.optional(),
  secondBandColor: color.optional(),
  secondBandColorStyle: colorStyle.optional(),
  footerColor: color.optional(),
  footerColorStyle: colorStyle.optional(),
});
export type BandingProperties = z.infer<typeof bandingProperties>;

export const border = z.strictObject({
  style: z.enum(['DOTTED', 'DASHED', 'SOLID', 'SOLID_MEDIUM', 'SOLID_THICK', 'NONE', 'DOUBLE']).optional(),
  width: z.int().optional(),
  color: color.optional(),
  colorStyle: colorStyle.optional(),
});

export const borders = z.strictObject({
  top: border.optional(),
  bottom: border.optional(),
  left: border.optional(),
  right: border.optional(),
});

export const textFormat = z.strictObject({
  foregroundColor: color.optional(),
  foregroundColorStyle: colorStyle.optional(),
  fontFamily: z.string().optional(),
  fontSize: z.int().optional(),
  bold: z.boolean().optional(),
  italic: z.boolean().optional(),
  strikethrough: z.boolean().optional(),
  underline: z.boolean().optional(),
  link: z.strictObject({ uri: z.string().optional() }).optional(),
});

export const numberFormat = z.strictObject({
  type: z.enum(['TEXT', 'NUMBER', 'PERCENT', 'CURRENCY', 'DATE', 'TIME', 'DATE_TIME', 'SCIENTIFIC']),
  pattern: z.string().optional(),
});
export type NumberFormat = z.infer<typeof numberFormat>;

export const cellFormat = z.strictObject({
  numberFormat: numberFormat.optional(),
  backgroundColor: color.optional(),
  backgroundColorStyle: colorStyle.optional(),
  borders: borders.optional(),
  padding: z
    .strictObject({
      top: z.int().optional(),
      right: z.int().optional(),
      bottom: z.int().optional(),
      left: z.int().optional(),
    })
    .optional(),
  horizontalAlignment: z.enum(['LEFT', 'CENTER', 'RIGHT']).optional(),
  verticalAlignment: z.enum(['TOP', 'MIDDLE', 'BOTTOM']).optional(),
  wrapStrategy: z.enum(['OVERFLOW_CELL', 'LEGACY_WRAP', 'CLIP', 'WRAP']).optional(),
  textDirection: z.enum(['LEFT_TO_RIGHT', 'RIGHT_TO_LEFT']).optional(),
  textFormat: textFormat.optional(),
  hyperlinkDisplayType: z.enum(['LINKED', 'PLAIN_TEXT']).optional(),
  textRotation: z.strictObject({ angle: z.int().optional(), vertical: z.boolean().optional() }).optional(),
});
export type CellFormat = z.infer<typeof cellFormat>;

export const condition = z.strictObject({
  type: z.enum([
    'NUMBER_GREATER',
    'NUMBER_GREATER_THAN_EQ',
    'NUMBER_LESS',
    'NUMBER_LESS_THAN_EQ',
    'NUMBER_EQ',
    'NUMBER_NOT_EQ',
    'NUMBER_BETWEEN',
    'NUMBER_NOT_BETWEEN',
    'TEXT_CONTAINS',
    'TEXT_NOT_CONTAINS',
    'TEXT_STARTS_WITH',
    'TEXT_ENDS_WITH',
    'TEXT_EQ',
    'TEXT_IS_EMAIL',
    'TEXT_IS_URL',
    'DATE_EQ',
    'DATE_BEFORE',
    'DATE_AFTER',
    'DATE_ON_OR_BEFORE',
    'DATE_ON_OR_AFTER',
    'DATE_BETWEEN',
    'DATE_NOT_BETWEEN',
    'DATE_IS_VALID',
    'ONE_OF_RANGE',
    'ONE_OF_LIST',
    'BLANK',
    'NOT_BLANK',
    'CUSTOM_FORMULA',
    'BOOLEAN',
  ]),
  values: z
    .array(
      z.strictObject({
        userEnteredValue: z.string().optional(),
        relativeDate: z
          .enum(['PAST_YEAR', 'PAST_MONTH', 'PAST_WEEK', 'YESTERDAY', 'TODAY', 'TOMORROW'])
          .optional(),
      }),
    )
    .optional(),
});
export type Condition = z.infer<typeof condition>;

export const dataValidationRule = z.strictObject({
  condition,
  inputMessage: z.string().optional(),
  strict: z.boolean().optional(),
  showCustomUi: z.boolean().optional(),
});
export type DataValidationRule = z.infer<typeof dataValidationRule>;

export const extendedValue = z.strictObject({
  numberValue: z.number().optional(),
  stringValue: z.string().optional(),
  boolValue: z.boolean().optional(),
  formulaValue: z.string().optional(),
});
export type ExtendedValue = z.infer<typeof extendedValue>;

const errorValue = z.strictObject({ type: z.string().optional(), message: z.string().optional() });

/** A cell as requests give it. Google's read-only fields are accepted as Google accepts them: they have no effect. */
export const cellData = z.strictObject({
  userEnteredValue: extendedValue.optional(),
  userEnteredFormat: cellFormat.optional(),
  note: z.string().optional(),
  dataValidation: dataValidationRule.optional(),
  effectiveValue: extendedValue.extend({ errorValue: errorValue.optional() }).optional(),
  effectiveFormat: cellFormat.optional(),
  formattedValue: z.string().optional(),
  hyperlink: z.string().optional(),
});
export type CellData = z.infer<typeof cellData>;

export const rowData = z.strictObject({ values: z.array(cellData).optional() });
export type RowData = z.infer<typeof rowData>;

export const sortSpec = z.strictObject({
  dimensionIndex: index.optional(),
  sortOrder: z.enum(['ASCENDING', 'DESCENDING']).optional(),
});

/** A number in a query string or in a script's object. */
const flag = (value: unknown): unknown => (value === 'true' ? true : value === 'false' ? false : value);
export const queryBoolean = z.preprocess(flag, z.boolean()).optional();
/** One or more texts: a query string gives a single one without an array. */
export const queryTexts = z
  .preprocess((value) => (typeof value === 'string' ? [value] : value), z.array(z.string()))
  .optional();
