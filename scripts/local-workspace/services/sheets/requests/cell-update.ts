// Applies the CellData of a request to a cell, as far as the request's field mask says.

import { invalid } from '../../../kernel/errors.ts';
import { pack, unpack } from '../cells.ts';
import { assertFits, type Draft } from '../draft.ts';
import { type MaskTree, snakePath, updateAt, updatePaths } from '../masks.ts';
import type { Cell, RichCell } from '../model.ts';
import type { CellData, CellFormat, ExtendedValue } from '../schemas.ts';

const color: MaskTree = { red: true, green: true, blue: true, alpha: true };
const style: MaskTree = { rgbColor: color, themeColor: true };
const border: MaskTree = { style: true, width: true, color, colorStyle: style };

export const FORMAT_FIELDS: MaskTree = {
  numberFormat: { type: true, pattern: true },
  backgroundColor: color,
  backgroundColorStyle: style,
  borders: { top: border, bottom: border, left: border, right: border },
  padding: { top: true, right: true, bottom: true, left: true },
  horizontalAlignment: true,
  verticalAlignment: true,
  wrapStrategy: true,
  textDirection: true,
  textFormat: {
    foregroundColor: color,
    foregroundColorStyle: style,
    fontFamily: true,
    fontSize: true,
    bold: true,
    italic: true,
    strikethrough: true,
    underline: true,
    link: { uri: true },
  },
  hyperlinkDisplayType: true,
  textRotation: { angle: true, vertical: true },
};

export const CELL_FIELDS: MaskTree = {
  userEnteredValue: { numberValue: true, stringValue: true, boolValue: true, formulaValue: true },
  userEnteredFormat: FORMAT_FIELDS,
  note: true,
  dataValidation: { condition: true, inputMessage: true, strict: true, showCustomUi: true },
};

/** Read-only parts of a cell: a mask may name them, to no effect. */
const READ_ONLY: MaskTree = {
  effectiveValue: true,
  effectiveFormat: true,
  formattedValue: true,
  hyperlink: true,
};

export type CellUpdate = (cell: Cell, data: CellData | undefined) => Cell;

/** @param where the request as errors name it */
export function cellUpdate(
  draft: Draft,
  sheetId: number,
  fields: string | undefined,
  where: string,
): CellUpdate {
  const paths = updatePaths(fields, where, { ...CELL_FIELDS, ...READ_ONLY }).filter(
    ([root = '']) => root in CELL_FIELDS,
  );
  const roots = new Set(paths.map(([root]) => root));
  const formatPaths = paths.filter(([root]) => root === 'userEnteredFormat').map(([, ...rest]) => rest);
  const wholeFormat = formatPaths.some((path) => path.length === 0);
  const rulePaths = paths.filter(([root]) => root === 'dataValidation').map(([, ...rest]) => rest);
  const wholeRule = rulePaths.some((path) => path.length === 0);
  const merged = new Map<string, { readonly at: number | undefined }>();
  return (cell, data) => {
    const next: { -readonly [Name in keyof RichCell]: RichCell[Name] } = { ...unpack(cell) };
    if (roots.has('userEnteredValue')) {
      const { v, f } = enteredValue(draft, sheetId, data?.userEnteredValue, where);
      next.v = v;
      next.f = f;
    }
    if (wholeFormat) next.s = draft.styles.formatPlace(data?.userEnteredFormat);
    else if (formatPaths.length > 0) {
      // Rows of one request repeat the same few formats: each combination is merged once.
      const key = `${next.s ?? ''}|${JSON.stringify(data?.userEnteredFormat)}`;
      let place = merged.get(key);
      if (place === undefined) {
        const format: CellFormat = updateAt(
          draft.styles.format(next.s) ?? {},
          data?.userEnteredFormat ?? {},
          formatPaths,
        );
        place = { at: draft.styles.formatPlace(format) };
        merged.set(key, place);
      }
      next.s = place.at;
    }
    if (wholeRule) next.d = draft.styles.validationPlace(data?.dataValidation);
    else if (rulePaths.length > 0) {
      const rule = updateAt(draft.styles.validation(next.d) ?? {}, data?.dataValidation ?? {}, rulePaths);
      next.d =
        'condition' in rule ? draft.styles.validationPlace(rule as CellData['dataValidation']) : undefined;
    }
    if (roots.has('note')) next.n = data?.note || undefined;
    return pack(next);
  };
}

/** Typed values stay what they are: a text that begins with `=` is a text. */
function enteredValue(
  draft: Draft,
  sheetId: number,
  value: ExtendedValue | undefined,
  where: string,
): Pick<RichCell, 'v' | 'f'> {
  if (!value) return {};
  const names = Object.keys(value).filter((name) => value[name as keyof ExtendedValue] !== undefined);
  if (names.length > 1) {
    throw invalid(
      `Invalid value at '${snakePath(where)}' (oneof), oneof field 'value' is already set. Cannot set '${names[1]}'`,
    );
  }
  if (value.formulaValue !== undefined) {
    if (!value.formulaValue.startsWith('='))
      throw invalid(`Formula must begin with '=': ${value.formulaValue}`);
    assertFits(value.formulaValue);
    draft.useFormula(sheetId, value.formulaValue);
    return { f: value.formulaValue };
  }
  if (value.stringValue !== undefined) {
    assertFits(value.stringValue);
    return value.stringValue === '' ? {} : { v: value.stringValue };
  }
  return { v: value.numberValue ?? value.boolValue };
}
