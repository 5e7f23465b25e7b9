// Data validation: whether a value fits the rule of its cell. Google checks what people type and what SpreadsheetApp
// writes; writes through the Sheets API are stored unchecked, so that only the actions of people come here.

import { invalid, notImplemented } from '../../kernel/errors.ts';
import { clip, columnName, resolveRange } from './a1.ts';
import type { Book } from './book.ts';
import type { Calculator } from './formulas/calculate.ts';
import type { Scalar } from './model.ts';
import { display } from './number-format.ts';
import type { DataValidationRule } from './schemas.ts';
import { parseTyped } from './typed-input.ts';

/** @throws INVALID_ARGUMENT in Google's words when a strict rule does not allow the value; empty cells are always allowed */
export function assertValid(
  book: Book,
  calculator: Calculator,
  rule: DataValidationRule | undefined,
  value: Scalar | undefined,
  row: number,
  column: number,
): void {
  if (!rule?.strict || value === undefined || fits(book, calculator, rule, value)) return;
  throw invalid(
    `The data you entered in cell ${columnName(column)}${row + 1} violates the data validation rules set on this cell.`,
  );
}

/** What a drop-down offers; undefined for rules that are not lists. */
export function choices(book: Book, calculator: Calculator, rule: DataValidationRule): string[] | undefined {
  const values = (rule.condition.values ?? []).map(({ userEnteredValue = '' }) => userEnteredValue);
  if (rule.condition.type === 'ONE_OF_LIST') return values;
  if (rule.condition.type !== 'ONE_OF_RANGE') return undefined;
  const { sheet, range } = resolveRange(book.record, (values[0] ?? '').replace(/^=/, ''));
  const area = clip(range, sheet);
  const found = new Set<string>();
  for (let row = area.startRow; row < Math.min(area.endRow, calculator.dataRows(sheet)); row++) {
    for (let column = area.startColumn; column < area.endColumn; column++) {
      const value = calculator.value(sheet, row, column);
      if (value !== undefined && typeof value !== 'object') found.add(display(value));
    }
  }
  return [...found];
}

export function fits(book: Book, calculator: Calculator, rule: DataValidationRule, value: Scalar): boolean {
  const { type, values = [] } = rule.condition;
  const texts = values.map(({ userEnteredValue = '' }) => userEnteredValue);
  const text = display(value);
  const wanted = texts[0] ?? '';
  const number = (index: number): number => {
    const parsed = parseTyped(texts[index] ?? '', false, 1970).value;
    return typeof parsed === 'number' ? parsed : Number.NaN;
  };
  const numeric = typeof value === 'number' ? value : Number.NaN;
  const [low, high] = [number(0), number(1)];
  const within = numeric >= Math.min(low, high) && numeric <= Math.max(low, high);
  switch (type) {
    case 'ONE_OF_LIST':
    case 'ONE_OF_RANGE':
      return (choices(book, calculator, rule) ?? []).includes(text);
    case 'BOOLEAN':
      return texts.length === 0 ? typeof value === 'boolean' : texts.includes(text);
    case 'NUMBER_GREATER':
    case 'DATE_AFTER':
      return numeric > low;
    case 'NUMBER_GREATER_THAN_EQ':
    case 'DATE_ON_OR_AFTER':
      return numeric >= low;
    case 'NUMBER_LESS':
    case 'DATE_BEFORE':
      return numeric < low;
    case 'NUMBER_LESS_THAN_EQ':
    case 'DATE_ON_OR_BEFORE':
      return numeric <= low;
    case 'NUMBER_EQ':
    case 'DATE_EQ':
      return numeric === low;
    case 'NUMBER_NOT_EQ':
      return typeof value === 'number' && numeric !== low;
    case 'NUMBER_BETWEEN':
    case 'DATE_BETWEEN':
      return within;
    case 'NUMBER_NOT_BETWEEN':
    case 'DATE_NOT_BETWEEN':
      return typeof value === 'number' && !within;
    case 'DATE_IS_VALID':
      return typeof value === 'number';
    case 'TEXT_CONTAINS':
      return text.toLowerCase().includes(wanted.toLowerCase());
    case 'TEXT_NOT_CONTAINS':
      return !text.toLowerCase().includes(wanted.toLowerCase());
    case 'TEXT_STARTS_WITH':
      return text.toLowerCase().startsWith(wanted.toLowerCase());
    case 'TEXT_ENDS_WITH':
      return text.toLowerCase().endsWith(wanted.toLowerCase());
    case 'TEXT_EQ':
      return text.toLowerCase() === wanted.toLowerCase();
    case 'TEXT_IS_EMAIL':
      return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text);
    case 'TEXT_IS_URL':
      return /^(https?:\/\/|www\.)?[^\s.]+\.[^\s]{2,}$/i.test(text);
    case 'BLANK':
      return false;
    case 'NOT_BLANK':
      return true;
    case 'CUSTOM_FORMULA':
      throw notImplemented('Checking a value against a custom formula');
  }
}
