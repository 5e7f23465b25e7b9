// The criteria of COUNTIF and COUNTIFS: a value, `>5`, `<>x`, `a*`; read once for all the cells that they test.

import { CellError, toText, type Value } from './value.ts';

/** @returns whether a cell fits */
export function criterion(wanted: Value): (value: Value) => boolean {
  const match = /^(<>|<=|>=|=|<|>)?(.*)$/s.exec(toText(wanted)) as RegExpExecArray;
  const [, operator = '=', text = ''] = match;
  const number = text.trim() === '' ? Number.NaN : Number(text);
  if (operator !== '=' && operator !== '<>') return ordered(operator, number);
  const isSame = sameAs(text, number);
  return operator === '=' ? isSame : (value) => !isSame(value);
}

function ordered(operator: string, limit: number): (value: Value) => boolean {
  if (operator === '<') return (value) => typeof value === 'number' && value < limit;
  if (operator === '>') return (value) => typeof value === 'number' && value > limit;
  if (operator === '<=') return (value) => typeof value === 'number' && value <= limit;
  return (value) => typeof value === 'number' && value >= limit;
}

function sameAs(text: string, number: number): (value: Value) => boolean {
  const fits = /[*?~]/.test(text) ? pattern(text) : plainText(text);
  return (value) => {
    if (value === undefined) return text === '';
    if (typeof value === 'string') return fits(value);
    if (typeof value === 'number' && !Number.isNaN(number)) return value === number;
    return !(value instanceof CellError) && fits(toText(value));
  };
}

/** Letter case does not matter. */
function plainText(text: string): (value: string) => boolean {
  const wanted = text.toLowerCase();
  return (value) => value === text || (value.length === text.length && value.toLowerCase() === wanted);
}

function pattern(text: string): (value: string) => boolean {
  const source = text
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replace(/~?[*?]/g, (mark) => (mark === '*' ? '.*' : mark === '?' ? '.' : `\\${mark[1]}`));
  const fits = new RegExp(`^${source}$`, 'is');
  return (value) => fits.test(value);
}
