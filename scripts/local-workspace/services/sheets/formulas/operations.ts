// How formulas calculate with values: operators, the order of values, errors, and the way to and from scripts.

import { toSerial } from '../serial.ts';
import { CellError, Failure, type Matrix, toNumber, toText, type Value } from './functions.ts';
import { FormulaSyntaxError } from './parse.ts';

/** A value as scripts get it: '' for an empty cell, the text of an error. */
export const plain = (value: Value): unknown =>
  value === undefined ? '' : value instanceof CellError ? value.text : value;

/** What a custom function returned, as cells: arrays become rows, undefined and null become empty. */
export function fromScript(value: unknown, timeZone: string): Value | Matrix {
  const cell = (item: unknown): Value => {
    if (item === undefined || item === null || item === '') return undefined;
    if (item instanceof Date) return toSerial(item.getTime(), timeZone);
    if (typeof item === 'string' || typeof item === 'boolean') return item;
    if (typeof item === 'number')
      return Number.isFinite(item) ? item : new CellError('#NUM!', 'Result was not a number.');
    return String(item);
  };
  if (!Array.isArray(value)) return cell(value);
  if (value.length === 0) return undefined;
  return value.map((line) => (Array.isArray(line) ? line.map(cell) : [cell(line)]));
}

/** @throws Failure with the error that the cell shows */
export function binary(operator: string, left: Value, right: Value): Value {
  switch (operator) {
    case '+':
      return toNumber(left) + toNumber(right);
    case '-':
      return toNumber(left) - toNumber(right);
    case '*':
      return toNumber(left) * toNumber(right);
    case '^':
      return toNumber(left) ** toNumber(right);
    case '/': {
      const divisor = toNumber(right);
      if (divisor === 0)
        throw new Failure(new CellError('#DIV/0!', 'Function DIVIDE parameter 2 cannot be zero.'));
      return toNumber(left) / divisor;
    }
    case '&':
      return toText(left) + toText(right);
    default: {
      if (left instanceof CellError) throw new Failure(left);
      if (right instanceof CellError) throw new Failure(right);
      const order = compare(left, right);
      if (operator === '=') return order === 0;
      if (operator === '<>') return order !== 0;
      if (operator === '<') return order < 0;
      if (operator === '>') return order > 0;
      return operator === '<=' ? order <= 0 : order >= 0;
    }
  }
}

/** Numbers come before texts, texts before TRUE and FALSE; an empty cell counts as the other side's nothing. */
export function compare(
  left: string | number | boolean | undefined,
  right: string | number | boolean | undefined,
): number {
  const blank = (other: typeof left) =>
    typeof other === 'number' ? 0 : typeof other === 'boolean' ? false : '';
  const a = left ?? blank(right);
  const b = right ?? blank(left);
  const rank = (value: string | number | boolean) => ['number', 'string', 'boolean'].indexOf(typeof value);
  if (rank(a) !== rank(b)) return rank(a) - rank(b);
  if (typeof a === 'string') return a.localeCompare(b as string, 'en', { sensitivity: 'accent' });
  return a < b ? -1 : a > b ? 1 : 0;
}

/** What a cell shows for something that was thrown; what is no error of the formula goes on. */
export function asCellError(error: unknown): CellError {
  if (error instanceof Failure) return error.value;
  if (error instanceof FormulaSyntaxError) return new CellError('#ERROR!', error.message);
  if (error instanceof RangeError) return new CellError('#ERROR!', 'Formula is too deep.');
  throw error;
}
