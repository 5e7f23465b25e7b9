// The kinds of cells: how a cell of a sheet becomes a value of ours, and back, without losing its type.

import { SHORTENED } from '../content/marks.ts';
import { readIsoDate, readUsDate, serialOf, startOf, timeFromSerial } from '../domain/calendar.ts';
import type { LocalDate, LocalDateTime } from '../domain/entries.ts';
import { CELL_LIMIT, cellText, shorten } from '../domain/text.ts';

/** What a cell holds in Google's answer: text, a number (dates are serial numbers), a tick, or nothing. */
export type CellValue = string | number | boolean | null;

export interface CellKind<T> {
  /**
   * The value of a cell that holds something; undefined when it makes no sense. A plain function, not a schema: a
   * roster of 100,000 has more than a million cells, and a schema takes ten times as long for each.
   */
  decode: (value: Exclude<CellValue, null>) => T | undefined;
  encode: (value: T) => CellValue;
  /** The value that stands for an empty cell, and for one that cannot be read. */
  empty: T;
  /** The formula of a cell that shows what `encode` gives; only of what the system itself has made. */
  formula?: (value: T) => string | undefined;
  format?: GoogleAppsScript.Sheets.Schema.NumberFormat;
  /** The values of a drop-down list. */
  choices?: readonly string[];
  /** Whether it is shown as a box to tick. */
  tick?: boolean;
  /** Width of its column in pixels. */
  width: number;
}

/** Text, exactly as given but for control characters; beyond a cell's limit it is cut with a visible mark. */
export function text(width = 160): CellKind<string> {
  return {
    decode: String,
    encode: (value) => (value === '' ? null : shorten(cellText(value), CELL_LIMIT, SHORTENED)),
    empty: '',
    width,
  };
}

export function whole(width = 80): CellKind<number | null> {
  return {
    decode: (value) => {
      if (isBlank(value)) return null;
      const number = Number(value);
      return Number.isSafeInteger(number) ? number : undefined;
    },
    encode: (value) => value,
    empty: null,
    width,
  };
}

/** A drop-down list. Letter case and spaces around do not matter when it is read. */
export function choice<const V extends string>(values: readonly V[], width = 130): CellKind<V | null> {
  const known = new Map(values.map((value) => [value.toLowerCase(), value]));
  return {
    decode: (value) => {
      const said = String(value).trim().toLowerCase();
      return said === '' ? null : known.get(said);
    },
    encode: (value) => value,
    empty: null,
    choices: values,
    width,
  };
}

/** A date cell; a date typed as text (`2025-06-04` or `6/4/2025`) is understood too. */
export function date(width = 100): CellKind<LocalDate | null> {
  return {
    decode: (value) => (isBlank(value) ? null : dayOf(value)),
    encode: (value) => (value === null ? null : serialOf(value)),
    empty: null,
    format: { type: 'DATE', pattern: 'yyyy-mm-dd' },
    width,
  };
}

/** A date with a time of day, to the second. */
export function dateTime(width = 150): CellKind<LocalDateTime | null> {
  return {
    decode: (value) => {
      if (isBlank(value)) return null;
      if (typeof value === 'number') return timeFromSerial(value) ?? undefined;
      const day = dayOf(value);
      return day && startOf(day);
    },
    encode: (value) => (value === null ? null : serialOf(value)),
    empty: null,
    format: { type: 'DATE_TIME', pattern: 'yyyy-mm-dd hh:mm:ss' },
    width,
  };
}

/** A box to tick. */
export function tick(width = 70): CellKind<boolean> {
  return {
    decode: (value) => value === true || /^(true|yes|x|done)$/i.test(String(value).trim()),
    encode: (value) => value,
    empty: false,
    tick: true,
    width,
  };
}

/** A place, and the words that lead there. */
export interface Link {
  words: string;
  address: string;
}

/**
 * A link. Only its words can be read back, so they must say all that the address does; and neither may hold anything
 * that a member or staff wrote.
 */
export function link(width = 150): CellKind<Link> {
  const quoted = (text: string) => `"${text.replace(/"/g, '""')}"`;
  return {
    decode: (value) => ({ words: String(value), address: '' }),
    encode: ({ words }) => words || null,
    formula: ({ words, address }) =>
      words === '' ? undefined : `=HYPERLINK(${quoted(address)},${quoted(words)})`,
    empty: { words: '', address: '' },
    width,
  };
}

function isBlank(value: CellValue): boolean {
  return value === null || (typeof value === 'string' && value.trim() === '');
}

function dayOf(value: CellValue): LocalDate | undefined {
  if (typeof value === 'number') return timeFromSerial(value)?.slice(0, 10);
  return typeof value === 'string' ? (readIsoDate(value) ?? readUsDate(value) ?? undefined) : undefined;
}
