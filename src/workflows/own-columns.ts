// What staff keep about a member in columns of their own in Members, of which no register knows.

import { NO_HEADING } from '../content/evidence-words.ts';
import { cellsShown } from '../google/own-tab.ts';
import type { Desk } from './desk.ts';

/** Her cells there as they are shown, each with its heading; empty ones are left out. Only for a dialog. */
export function ownCellsOf({ tables }: Desk, memberId: string): [heading: string, value: string][] {
  const { register, positions } = tables.members;
  const known = new Set(Object.values(positions));
  const [titles = [], ...rows] = cellsShown(register.tab) ?? [];
  const hers = rows.find((cells) => (cells[positions.id] ?? '').trim() === memberId) ?? [];
  return hers.flatMap((value, at): [string, string][] =>
    known.has(at) || value.trim() === '' ? [] : [[titles[at]?.trim() || NO_HEADING, value]],
  );
}
