// Reads the text of the Code of Conduct: its exact identity, its date, and its sections.

import { readUsDate } from './calendar.ts';
import { sha256Hex } from './digest.ts';
import type { LocalDate } from './entries.ts';

/**
 * The text as it counts for the hash: Unicode NFC; no byte-order mark or zero-width space; any kind of space or
 * tab, one or many, is one space; line ends are LF; no space at the ends of a line; no empty lines.
 * So a change that no reader can see is no change, and any that she can see is one.
 */
export function normaliseCode(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\uFEFF\u200B]/g, '')
    .split(/\r\n|[\n\r\v\u2028\u2029]/)
    .map((line) => line.replace(/[\s\u00A0]+/g, ' ').trim())
    .filter((line) => line !== '')
    .join('\n');
}

/** SHA-256 of the normalised text: 64 hexadecimal digits. */
export function hashCode(text: string): string {
  return sha256Hex(normaliseCode(text));
}

/** A stretch of the code. The `raw` of all pieces, one under the other, is the whole normalised text. */
export interface CodePiece {
  kind: 'title' | 'part' | 'section' | 'last update';
  title: string;
  /** What stands under the title; paragraphs separated by LF. */
  body: string;
  raw: string;
}

const LAST_UPDATE = /^last updated?\s*:\s*(.*)$/i;
const BULLET = /^[•●▪◦*–-]\s+([^:]{2,60}):\s+(.+)$/;

function startOfPiece(line: string, isFirst: boolean): CodePiece | null {
  const update = LAST_UPDATE.exec(line);
  if (update) return { kind: 'last update', title: line, body: '', raw: line };
  const bullet = BULLET.exec(line);
  if (bullet) return { kind: 'section', title: bullet[1] ?? '', body: bullet[2] ?? '', raw: line };
  if (isFirst) return { kind: 'title', title: line, body: '', raw: line };
  const isHeading = line.length <= 80 && !/[.!?:;,”"]$/.test(line);
  if (!isHeading) return null;
  const isPart = line === line.toUpperCase() && line !== line.toLowerCase();
  return { kind: isPart ? 'part' : 'section', title: line, body: '', raw: line };
}

/** The code in pieces, in the order of the text: headings in capitals are parts, short lines and bullets sections. */
export function parseCode(text: string): CodePiece[] {
  const pieces: CodePiece[] = [];
  for (const line of normaliseCode(text).split('\n')) {
    const current = pieces[pieces.length - 1];
    const next = startOfPiece(line, current === undefined);
    if (next || !current) {
      if (next) pieces.push(next);
      continue;
    }
    current.body += (current.body === '' ? '' : '\n') + line;
    current.raw += `\n${line}`;
  }
  return pieces;
}

/** The "Last Update" line: the date as printed (`6/04/25`) and as a version id (`2025-06-04`); null without one. */
export function lastUpdateOf(text: string): { printed: string; version: LocalDate } | null {
  for (const line of normaliseCode(text).split('\n').reverse()) {
    const printed = LAST_UPDATE.exec(line)?.[1];
    const version = printed === undefined ? null : readUsDate(printed);
    if (printed !== undefined && version) return { printed, version };
  }
  return null;
}
