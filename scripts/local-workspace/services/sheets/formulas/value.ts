// The values of formulas: what a cell amounts to, errors among them, and how one kind of value is read as another.

import type { Scalar } from '../model.ts';

/** An error in a cell, such as `#NAME?`. */
export class CellError {
  constructor(
    readonly text: '#ERROR!' | '#NAME?' | '#REF!' | '#VALUE!' | '#DIV/0!' | '#N/A' | '#NUM!',
    readonly message: string,
  ) {}
}

/** Google's names of the kinds of errors in `effectiveValue.errorValue`. */
export const ERROR_TYPES: Readonly<Record<CellError['text'], string>> = {
  '#ERROR!': 'ERROR',
  '#NAME?': 'NAME',
  '#REF!': 'REF',
  '#VALUE!': 'VALUE',
  '#DIV/0!': 'DIVIDE_BY_ZERO',
  '#N/A': 'N_A',
  '#NUM!': 'NUM',
};

/** What a cell or an expression amounts to; undefined is empty. */
export type Value = Scalar | CellError | undefined;
export type Matrix = readonly (readonly Value[])[];

export const isMatrix = (value: Value | Matrix): value is Matrix => Array.isArray(value);

/** Carries an error out of a calculation. */
export class Failure extends Error {
  constructor(readonly value: CellError) {
    super(value.message);
  }
}

export const failure = (text: CellError['text'], message: string): Failure =>
  new Failure(new CellError(text, message));

export function toNumber(value: Value): number {
  if (value instanceof CellError) throw new Failure(value);
  if (value === undefined || value === '') return 0;
  if (typeof value === 'boolean') return value ? 1 : 0;
  const number = Number(value);
  if (Number.isNaN(number)) throw failure('#VALUE!', `The text '${value}' cannot be read as a number.`);
  return number;
}

export function toText(value: Value): string {
  if (value instanceof CellError) throw new Failure(value);
  if (value === undefined) return '';
  return typeof value === 'boolean' ? (value ? 'TRUE' : 'FALSE') : String(value);
}

export function toBoolean(value: Value): boolean {
  if (value instanceof CellError) throw new Failure(value);
  if (typeof value === 'string') {
    if (/^true$/i.test(value)) return true;
    if (value === '' || /^false$/i.test(value)) return false;
    throw failure('#VALUE!', `The text '${value}' is neither TRUE nor FALSE.`);
  }
  return Boolean(value);
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
