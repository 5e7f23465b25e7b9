// Takes a pasted list of people apart: who is meant by each line, whatever way it is written in.

import { isTitle, nameWords } from './person-names.ts';

/** One entry of a pasted list. */
export interface Attendee {
  /** As it was pasted. */
  written: string;
  name: string;
  email: string;
}

/**
 * One line or one stretch between semicolons. Commas may part people, or last names from first ones, or names from
 * addresses: then there are both readings, and who is on the roster tells which of them is meant.
 */
export interface AttendeeLine {
  /** As one person; null when that cannot be. */
  whole: Attendee | null;
  /** As a list of people. */
  each: Attendee[];
}

/** It begins where a word begins, so that a long text is gone through once. */
const ADDRESS = /(?<![^\s<>()[\]"“”',;:|])[^\s<>()[\]"“”',;:|]+@[^\s<>()[\]"“”',;:|]+/g;

/** Every line that has anything in it becomes at least one attendee. */
export function readAttendees(text: string): AttendeeLine[] {
  return text
    .split(/\r\n?|[\n\u0085\u2028\u2029]/)
    .flatMap((line) => (line.includes('\t') ? [readCells(line)] : splitOutside(line, ';').map(readLine)))
    .filter(({ whole, each }) => whole !== null || each.length > 0);
}

/** A row copied from a sheet: cells of one person; a name that stands in two of them counts once. */
function readCells(line: string): AttendeeLine {
  const cells = line.split('\t').map((cell) => cell.trim());
  const filled = [...new Set(cells)].filter((cell) => cell !== '');
  const found = readPeople(filled.join(' '));
  const written = filled.join(' ');
  const emails = found.map(({ email }) => email).filter((email) => email !== '');
  if (emails.length > 1) return { whole: null, each: found };
  const name = found
    .map(({ name }) => name)
    .join(' ')
    .trim();
  return { whole: written === '' ? null : { written, name, email: emails[0] ?? '' }, each: [] };
}

function readLine(line: string): AttendeeLine {
  const pieces: string[] = [];
  for (const piece of splitOutside(line, ',').map((part) => part.trim())) {
    if (piece === '') continue;
    if (pieces.length > 0 && isTitle(piece)) pieces.push(`${pieces.pop()}, ${piece}`);
    else pieces.push(piece);
  }
  const each = pieces.flatMap(readPeople);
  const [only, ...more] = each;
  if (only === undefined) return { whole: null, each };
  if (more.length === 0) return { whole: { ...only, written: line.trim() }, each: [] };
  const last = each[each.length - 1] as Attendee;
  const before = each.slice(0, -1);
  const isOnePossible =
    pieces.length === each.length &&
    (each.length === 2 || last.email !== '') &&
    before.every(({ email }) => email === '');
  if (!isOnePossible) return { whole: null, each };
  const names = each.map(({ name }) => name).filter((name) => name !== '');
  const name = names.length === 2 ? names.join(', ') : names.join(' ');
  return { whole: { written: line.trim(), name, email: last.email }, each };
}

/** The people in a stretch of text: each address with the name before it, and what is left. */
function readPeople(text: string): Attendee[] {
  const written = text.trim();
  if (written === '') return [];
  const found: Attendee[] = [];
  let end = 0;
  for (const address of text.match(ADDRESS) ?? []) {
    const start = text.indexOf(address, end);
    const name = tidyName(text.slice(end, start));
    end = start + address.length;
    found.push({ written, name, email: address.replace(/[.!?]+$/, '') });
  }
  const rest = tidyName(text.slice(end));
  const [first] = found;
  if (!first) return [{ written, name: rest || written, email: '' }];
  if (nameWords(rest).length === 0) return found;
  if (found.length === 1 && first.name === '') return [{ ...first, name: rest }];
  return [...found, { written: rest, name: rest, email: '' }];
}

/** Without what only parts a name from an address, and without quotes around the whole of it. */
function tidyName(text: string): string {
  const name = text
    .replace(/mailto:/gi, ' ')
    .replace(/^[\s<>()[\],|:*•·–—-]+|[\s<([,|:–—-]+$/g, '')
    .replace(/^(?:\d+[.)]\s*)/, '')
    .replace(/^[>\s]+/, '')
    .trim();
  const [, quoted] = /^["“'‘]([^"“”]*)["”'’]$/.exec(name) ?? [];
  return nameWords(name).length === 0 ? '' : (quoted ?? name).trim();
}

/** Splits where the mark stands outside of quotes and brackets; quotes that are not closed mean nothing. */
function splitOutside(text: string, mark: string): string[] {
  const parts: string[] = [];
  let part = '';
  let closing = '';
  for (let at = 0; at < text.length; at++) {
    const character = text[at] as string;
    const closes = CLOSES[character];
    if (closing !== '') {
      if (character === closing) closing = '';
    } else if (closes && text.indexOf(closes, at + 1) > 0) closing = closes;
    if (character === mark && closing === '') {
      parts.push(part);
      part = '';
    } else part += character;
  }
  return [...parts, part];
}

const CLOSES: Record<string, string> = { '"': '"', '“': '”', '<': '>', '(': ')' };
