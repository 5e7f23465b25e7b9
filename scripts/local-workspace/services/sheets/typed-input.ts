// Reads text as if a person had typed it into a cell: numbers, dates, true and false, formulas, or plain text.

import type { Scalar } from './model.ts';
import type { NumberFormat } from './schemas.ts';
import { dateSerial } from './serial.ts';

export interface Typed {
  readonly value?: Scalar;
  readonly formula?: string;
  /** The number format that the cell takes on when it has none. */
  readonly format?: NumberFormat;
}

const MONTHS = 'january february march april may june july august september october november december'.split(
  ' ',
);

const monthOf = (name: string): number =>
  name.length < 3 ? -1 : MONTHS.findIndex((month) => month.startsWith(name.toLowerCase()));

/**
 * @param asText the cell's format is plain text (`@`), so nothing is read into it
 * @param year the year meant by a date without one
 */
export function parseTyped(text: string, asText: boolean, year: number): Typed {
  if (text === '') return {};
  if (asText) return { value: text };
  if (text.startsWith("'")) return text.length > 1 ? { value: text.slice(1) } : {};
  if (text.startsWith('=') && text.length > 1) return { formula: text };
  const trimmed = text.trim();
  if (/^[+]/.test(trimmed) && !Number.isNaN(plainNumber(trimmed.slice(1))))
    return { value: plainNumber(trimmed.slice(1)) };
  if (/^\+[A-Za-z$(]/.test(trimmed)) return { formula: `=${trimmed}` };
  if (/^true$/i.test(trimmed)) return { value: true };
  if (/^false$/i.test(trimmed)) return { value: false };
  return number(trimmed) ?? dateAndTime(trimmed, year) ?? { value: text };
}

function plainNumber(text: string): number {
  if (/^-?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text)) return Number(text);
  if (/^-?\d{1,3}(,\d{3})+(\.\d*)?$/.test(text)) return Number(text.replaceAll(',', ''));
  return Number.NaN;
}

function number(text: string): Typed | undefined {
  const plain = plainNumber(text);
  if (!Number.isNaN(plain)) {
    if (/e/i.test(text)) return { value: plain, format: { type: 'SCIENTIFIC', pattern: '0.00E+00' } };
    if (text.includes(','))
      return { value: plain, format: { type: 'NUMBER', pattern: text.includes('.') ? '#,##0.00' : '#,##0' } };
    return { value: plain };
  }
  const percent = /^(.+?)\s?%$/.exec(text);
  if (percent) {
    const value = plainNumber(percent[1] as string);
    if (Number.isNaN(value)) return undefined;
    return {
      value: Number(`${value}e-2`),
      format: { type: 'PERCENT', pattern: (percent[1] as string).includes('.') ? '0.00%' : '0%' },
    };
  }
  const money = /^(-?)\$\s?(.+)$/.exec(text) ?? /^\((\$)(.+)\)$/.exec(text);
  if (money) {
    const value = plainNumber(money[2] as string);
    if (Number.isNaN(value) || value < 0) return undefined;
    const sign = money[1] === '' ? 1 : -1;
    return {
      value: sign * value,
      format: { type: 'CURRENCY', pattern: (money[2] as string).includes('.') ? '"$"#,##0.00' : '"$"#,##0' },
    };
  }
  return undefined;
}

function dateAndTime(text: string, year: number): Typed | undefined {
  const whole = date(text, year);
  if (whole) return { value: whole.serial, format: { type: 'DATE', pattern: whole.pattern } };
  const alone = time(text);
  if (alone) return { value: alone.fraction, format: { type: 'TIME', pattern: alone.pattern } };
  const split = /^(.+?)(?:\s+|T)(\d{1,2}:.+)$/.exec(text);
  const day = split && date(split[1] as string, year);
  const hour = split && time(split[2] as string);
  if (!day || !hour || hour.fraction >= 1) return undefined;
  return {
    value: day.serial + hour.fraction,
    format: { type: 'DATE_TIME', pattern: `${day.pattern} ${hour.pattern}` },
  };
}

function date(text: string, thisYear: number): { serial: number; pattern: string } | undefined {
  const make = (year: number, month: number, day: number, pattern: string) => {
    const serial = dateSerial(year, month, day);
    return serial === undefined ? undefined : { serial, pattern };
  };
  const full = (digits: string): number =>
    digits.length > 2 ? Number(digits) : Number(digits) + (Number(digits) < 30 ? 2000 : 1900);
  const iso = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/.exec(text);
  if (iso)
    return make(Number(iso[1]), Number(iso[3]), Number(iso[4]), iso[2] === '-' ? 'yyyy-mm-dd' : 'yyyy/m/d');
  const american = /^(\d{1,2})([-/])(\d{1,2})\2(\d{2}|\d{4})$/.exec(text);
  if (american)
    return make(full(american[4] as string), Number(american[1]), Number(american[3]), 'm/d/yyyy');
  const short = /^(\d{1,2})\/(\d{1,2})$/.exec(text);
  if (short) return make(thisYear, Number(short[1]), Number(short[2]), 'm/d');
  const named = /^([a-z]{3,9})\.? (\d{1,2})(?:,? (\d{4}))?$/i.exec(text);
  if (named) {
    const month = monthOf(named[1] as string);
    if (month >= 0)
      return make(
        named[3] ? Number(named[3]) : thisYear,
        month + 1,
        Number(named[2]),
        named[3] ? 'mmm d, yyyy' : 'mmm d',
      );
  }
  const reversed = /^(\d{1,2})[ -]([a-z]{3,9})[ -](\d{4})$/i.exec(text);
  if (reversed) {
    const month = monthOf(reversed[2] as string);
    if (month >= 0) return make(Number(reversed[3]), month + 1, Number(reversed[1]), 'd-mmm-yyyy');
  }
  return undefined;
}

function time(text: string): { fraction: number; pattern: string } | undefined {
  const match = /^(\d{1,2}):(\d{2})(?::(\d{2})(\.\d+)?)?(?:\s?([ap])\.?m\.?)?$/i.exec(text);
  if (!match) return undefined;
  let hour = Number(match[1]);
  const minute = Number(match[2]);
  const second = Number(match[3] ?? 0) + Number(match[4] ?? 0);
  if (minute > 59 || second >= 60 || hour > 23) return undefined;
  if (match[5]) {
    if (hour < 1 || hour > 12) return undefined;
    hour = (hour % 12) + (match[5].toLowerCase() === 'p' ? 12 : 0);
  }
  return {
    fraction: (hour * 3600 + minute * 60 + second) / 86_400,
    pattern: `h:mm${match[3] ? ':ss' : ''}${match[5] ? ' am/pm' : ''}`,
  };
}
