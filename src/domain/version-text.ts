// The frozen text of a version: cut into rows that fit a cell, and put together again, proven by its hash.

import { hashCode, normaliseCode, parseCode } from './code-text.ts';
import type { VersionText } from './entries.ts';
import { CELL_LIMIT } from './text.ts';

/** One row for each clause, in order; a clause too long for a cell takes several rows. */
export function freezeText(version: string, text: string): VersionText[] {
  const textHash = hashCode(text);
  const stretches = parseCode(text).flatMap(({ raw }) => pieces(raw));
  return stretches.map((stretch, index) => ({ version, textHash, part: index + 1, text: stretch }));
}

/** Cut at the ends of lines. A line too long for a cell stays whole: its row is shortened, and the hash then shows it. */
function pieces(raw: string): string[] {
  const cut = raw.length > CELL_LIMIT ? raw.lastIndexOf('\n', CELL_LIMIT) : -1;
  return cut > 0 ? [raw.slice(0, cut), ...pieces(raw.slice(cut + 1))] : [raw];
}

/** The text with this hash; null when it is not there, or no longer as it was frozen. */
export function frozenText(rows: readonly VersionText[], textHash: string): string | null {
  const parts = rows
    .filter((row) => row.textHash === textHash && row.part !== null)
    .sort((a, b) => (a.part ?? 0) - (b.part ?? 0));
  const text = normaliseCode(parts.map((row) => row.text).join('\n'));
  if (parts.length === 0) return null;
  return hashCode(text) === textHash ? text : null;
}
