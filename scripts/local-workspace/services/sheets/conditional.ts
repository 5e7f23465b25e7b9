// Conditional formats: whether a rule's condition holds for a cell, and how the cell looks then.

import { invalid, notImplemented } from '../../kernel/errors.ts';
import { clip, openArea } from './a1.ts';
import type { Book } from './book.ts';
import type { Calculator } from './formulas/calculate.ts';
import { isUnknownBuiltIn } from './formulas/functions.ts';
import { calledFunctions } from './formulas/parse.ts';
import { relocate } from './formulas/rewrite.ts';
import { CellError, type Value } from './formulas/value.ts';
import type { SheetRecord } from './model.ts';
import type { CellFormat, Condition } from './schemas.ts';
import { fits } from './validation.ts';

/** Conditions that may format cells, with the number of values that each takes. */
const VALUES: Readonly<Partial<Record<Condition['type'], number>>> = {
  NUMBER_GREATER: 1,
  NUMBER_GREATER_THAN_EQ: 1,
  NUMBER_LESS: 1,
  NUMBER_LESS_THAN_EQ: 1,
  NUMBER_EQ: 1,
  NUMBER_NOT_EQ: 1,
  NUMBER_BETWEEN: 2,
  NUMBER_NOT_BETWEEN: 2,
  TEXT_CONTAINS: 1,
  TEXT_NOT_CONTAINS: 1,
  TEXT_STARTS_WITH: 1,
  TEXT_ENDS_WITH: 1,
  TEXT_EQ: 1,
  DATE_EQ: 1,
  DATE_BEFORE: 1,
  DATE_AFTER: 1,
  BLANK: 0,
  NOT_BLANK: 0,
  CUSTOM_FORMULA: 1,
};

/** Days from today that a relative date stands for. */
const RELATIVE: Readonly<Record<string, number>> = {
  PAST_YEAR: -365,
  PAST_MONTH: -30,
  PAST_WEEK: -7,
  YESTERDAY: -1,
  TODAY: 0,
  TOMORROW: 1,
};

/** @throws INVALID_ARGUMENT for a condition that cannot format cells; NOT_IMPLEMENTED for functions that only Google has */
export function assertFormatCondition({ type, values = [] }: Condition): void {
  const wanted = VALUES[type];
  if (wanted === undefined)
    throw invalid(`ConditionType '${type}' is not supported for conditional formatting.`);
  if (values.length !== wanted) {
    const amount = ['no', 'exactly one', 'exactly two'][wanted];
    throw invalid(
      `ConditionType '${type}' requires ${amount} ConditionValue${wanted === 2 ? 's' : ''}, but ${values.length} values were supplied.`,
    );
  }
  for (const { userEnteredValue, relativeDate } of values) {
    if (type === 'CUSTOM_FORMULA' && !userEnteredValue?.startsWith('='))
      throw invalid("ConditionType 'CUSTOM_FORMULA' requires a formula that begins with '='.");
    if (relativeDate !== undefined && !type.startsWith('DATE_'))
      throw invalid(`ConditionType '${type}' takes no relative date.`);
    const unknown = userEnteredValue?.startsWith('=')
      ? calledFunctions(userEnteredValue).find(isUnknownBuiltIn)
      : undefined;
    if (unknown) throw notImplemented(`The spreadsheet function ${unknown}`);
  }
}

/** What the rules of its tab add to a cell's own format; of rules that disagree the first in the list wins. */
export function conditionalFormat(
  book: Book,
  calculator: Calculator,
  sheet: SheetRecord,
  row: number,
  column: number,
): CellFormat | undefined {
  let format: CellFormat | undefined;
  for (const { ranges, booleanRule } of sheet.conditionalFormats.toReversed()) {
    const areas = ranges.map((range) => clip(openArea(range), sheet));
    const covers = areas.some(
      (area) =>
        row >= area.startRow && row < area.endRow && column >= area.startColumn && column < area.endColumn,
    );
    const first = areas[0];
    if (!booleanRule || !covers || !first) continue;
    // References in the condition are written for the first cell of the first range.
    const formula = (text: string): Value =>
      calculator.formula(relocate(text, row - first.startRow, column - first.startColumn), sheet);
    const value = calculator.value(sheet, row, column);
    if (!holds(book, calculator, booleanRule.condition, value, formula)) continue;
    const { textFormat } = booleanRule.format;
    format = {
      ...format,
      ...booleanRule.format,
      ...(format?.textFormat || textFormat ? { textFormat: { ...format?.textFormat, ...textFormat } } : {}),
    };
  }
  return format;
}

function holds(
  book: Book,
  calculator: Calculator,
  { type, values = [] }: Condition,
  value: Value,
  formula: (text: string) => Value,
): boolean {
  const empty = value === undefined || value === '';
  if (type === 'BLANK') return empty;
  if (type === 'NOT_BLANK') return !empty;
  if (type === 'CUSTOM_FORMULA') {
    const result = formula(values[0]?.userEnteredValue ?? '');
    return result === true || (typeof result === 'number' && result !== 0);
  }
  if (value instanceof CellError || (empty && type !== 'TEXT_NOT_CONTAINS')) return false;
  const known = values.map(({ userEnteredValue = '', relativeDate }) => {
    const text = relativeDate ? `=TODAY()+${RELATIVE[relativeDate]}` : userEnteredValue;
    return text.startsWith('=') ? formula(text) : text;
  });
  if (known.some((one) => one instanceof CellError)) return false;
  const texts = known.map((one) => ({ userEnteredValue: String(one ?? '') }));
  return fits(book, calculator, { condition: { type, values: texts } }, value ?? '');
}
