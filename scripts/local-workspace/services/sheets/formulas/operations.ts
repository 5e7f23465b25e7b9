// How formulas calculate with values: operators, the order of values, errors, and the way to and from scripts.

import { toSerial } from '../serial.ts';
import { FormulaSyntaxError } from './parse.ts';
import { CellError, compare, Failure, isMatrix, type Matrix, toNumber, toText, type Value } from './value.ts';

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

/** The number that a sign stands before or a percent sign after. */
export function signed(operator: string, value: Value): number {
  const number = toNumber(value);
  return operator === '-' ? -number : operator === '%' ? number / 100 : number;
}

/**
 * Carries out what is made for single values on whole ranges, cell by cell; a single value goes with every cell, and
 * so does a single row or column.
 */
export function cellByCell(
  args: readonly (Value | Matrix)[],
  work: (values: Value[]) => Value,
): Value | Matrix {
  const ranges = args.filter((arg): arg is Matrix => arg !== undefined && isMatrix(arg));
  if (ranges.length === 0) return work(args as Value[]);
  const height = Math.max(...ranges.map((range) => range.length));
  const width = Math.max(...ranges.map((range) => range[0]?.length ?? 0));
  const at = (arg: Value | Matrix, row: number, column: number): Value => {
    if (arg === undefined || !isMatrix(arg)) return arg;
    const line = arg.length === 1 ? arg[0] : arg[row];
    return line?.length === 1 ? line[0] : line?.[column];
  };
  return Array.from({ length: height }, (_, row) =>
    Array.from({ length: width }, (_, column) => {
      try {
        return work(args.map((arg) => at(arg, row, column)));
      } catch (error) {
        return asCellError(error);
      }
    }),
  );
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

/** What a cell shows for something that was thrown; what is no error of the formula goes on. */
export function asCellError(error: unknown): CellError {
  if (error instanceof Failure) return error.value;
  if (error instanceof FormulaSyntaxError) return new CellError('#ERROR!', error.message);
  if (error instanceof RangeError) return new CellError('#ERROR!', 'Formula is too deep.');
  throw error;
}
