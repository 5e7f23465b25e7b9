// Reads one row of a list that somebody wants on the roster, as generously as is safe; what is not clear is not guessed.

import { readIsoDate, readUsDate } from './calendar.ts';
import { isAddress } from './email-address.ts';
import { type LocalDate, ROLES, type Role, STATUSES, type Status } from './entries.ts';
import { IMPORT_FIELDS, type ImportField } from './import-columns.ts';
import { plainLetters } from './plain-letters.ts';
import { oneLine } from './text.ts';

/** What a row says; an empty cell says nothing. */
export interface ImportRow {
  /** The number of the row, as people count. */
  at: number;
  id: string;
  name: string;
  email: string;
  role: Role | '';
  status: Status | '';
  joined: LocalDate | '';
}

/** Why a row, or a cell of it, cannot be taken. */
export type RowProblem =
  | 'no name'
  | 'long name'
  | 'no address'
  | 'bad address'
  | 'unknown role'
  | 'unknown status'
  | 'bad date'
  | 'unknown id'
  | 'id twice on the roster'
  | 'address twice on the roster'
  | 'address of another'
  | 'another person'
  | 'was erased'
  | 'old address in the file'
  | 'twice in the file';

export interface Trouble {
  problem: RowProblem;
  /** What stands in the cell, or whom it is about. */
  about: string;
}

/** The longest name; more is a cell in which something went wrong. */
const LONGEST_NAME = 150;

/** The row, and what in it cannot be understood. Null when it is blank. */
export function readRow(cells: readonly string[], at: number): (ImportRow & { troubles: Trouble[] }) | null {
  const said = Object.fromEntries(
    IMPORT_FIELDS.map((field, place) => [field, oneLine(cells[place] ?? '')]),
  ) as Record<ImportField, string>;
  if (Object.values(said).every((text) => text === '')) return null;
  const troubles: Trouble[] = [];
  const read = <T>(about: string, value: T | null, problem: RowProblem): T | '' => {
    if (about === '') return '';
    if (value === null) troubles.push({ problem, about });
    return value ?? '';
  };
  const name = said.name || `${said.firstName} ${said.lastName}`.trim();
  return {
    at,
    id: said.id.toUpperCase(),
    name: read(name, name.length > LONGEST_NAME ? null : name, 'long name'),
    email: read(said.email, readAddress(said.email), 'bad address'),
    role: read(said.role, readRole(said.role), 'unknown role'),
    status: read(said.status, readStatus(said.status), 'unknown status'),
    joined: read(said.joined, readDay(said.joined), 'bad date'),
    troubles,
  };
}

/** The one address that is meant: `ana@y.org`, `mailto:ana@y.org` or `Ana <ana@y.org>`. */
export function readAddress(text: string): string | null {
  const inside = /^[^<>]*<([^<>]+)>$/.exec(text)?.[1] ?? text;
  const address = inside.replace(/^mailto:/i, '').trim();
  return isAddress(address) ? address : null;
}

const MENTOR = ['mentor', 'mentors'];
const MENTEE = ['mentee', 'mentees'];

/** `Mentor`, `mentees`, `Mentor/Mentee`, `both`. */
export function readRole(text: string): Role | null {
  const words = plainLetters(text)
    .split(/[^\p{L}]+/u)
    .filter((word) => word !== '' && word !== 'and');
  if (words.length === 0) return null;
  if (words.every((word) => MENTOR.includes(word))) return ROLES[0];
  if (words.every((word) => MENTEE.includes(word))) return ROLES[1];
  return words.every((word) => [...MENTOR, ...MENTEE, 'both'].includes(word)) ? ROLES[2] : null;
}

export function readStatus(text: string): Status | null {
  const said = text.toLowerCase();
  return STATUSES.find((status) => status.toLowerCase() === said) ?? null;
}

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
/** A time of day after a date, as lists of forms have it. */
const TIME = /[ T,]+\d{1,2}:\d{2}(:\d{2})?(\.\d+)?\s*([ap]\.?m\.?)?\s*Z?$/i;

/** `2025-06-04`, `6/4/2025`, `June 4, 2025`, `4 Jun 2025`; a time of day after it does not count. */
export function readDay(text: string): LocalDate | null {
  const day = text.replace(TIME, '');
  const worded =
    /^([a-z]+)\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$/i.exec(day) ??
    /^(\d{1,2})(?:st|nd|rd|th)?\.? ([a-z]+)\.?,? (\d{4})$/i.exec(day);
  if (!worded) return readIsoDate(day) ?? readUsDate(day);
  const [one = '', two = '', year = ''] = worded.slice(1);
  const [word, number] = /\d/.test(one) ? [two, one] : [one, two];
  const month = MONTHS.indexOf(word.slice(0, 3).toLowerCase()) + 1;
  const isMonth = NAMES_OF_MONTHS.some((name) => word.length >= 3 && name.startsWith(word.toLowerCase()));
  if (!isMonth) return null;
  return readIsoDate(`${year}-${String(month).padStart(2, '0')}-${number.padStart(2, '0')}`);
}

const NAMES_OF_MONTHS =
  'january february march april may june july august september october november december sept'.split(' ');
