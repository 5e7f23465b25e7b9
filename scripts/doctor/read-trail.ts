// Reads the last lines of an audit trail.

import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import type { AuditLine, StateRow } from '../../src/domain/entries.ts';
import { auditTrail, state } from '../../src/registers/shared-registers.ts';
import { recallTrail } from '../../src/registers/state.ts';
import type { Table } from '../../src/registers/table.ts';
import { type LiveBook, readTables } from './read-book.ts';

/** Lines that are looked at; all of them are proven by other commands. */
const LAST_LINES = 100;

const numberOf = ({ line }: AuditLine) => line ?? 0;

/** The end of a trail, and State as it stood at the same moment: the system may write meanwhile. */
export interface TrailEnd {
  readonly state: Table<StateRow>;
  readonly lines: readonly AuditLine[];
}

/**
 * One call, and one more when staff have sorted the tab. Undefined when a tab or a heading that it needs is gone.
 * @param before State as it was read before: it tells how long the trail is
 */
export async function readTrailEnd(
  sheets: sheets_v4.Sheets,
  book: LiveBook,
  before: Table<StateRow> | undefined,
): Promise<TrailEnd | undefined> {
  const last = (before && recallTrail(before)?.line) ?? 0;
  const first = Math.max(1, last - LAST_LINES + 1);
  const read = async (line: number): Promise<TrailEnd | undefined> => {
    const found = await readTables(sheets, book, { state, auditTrail }, { auditTrail: line + 1 });
    return found.state && found.auditTrail && { state: found.state, lines: found.auditTrail.entries };
  };
  const end = await read(first);
  const isSorted = end?.lines.every(
    (line, at) => at === 0 || numberOf(line) > numberOf(end.lines[at - 1] ?? line),
  );
  if (!end || (isSorted && end.lines.length >= last - first + 1)) return end;
  const whole = await read(1);
  const inOrder = [...(whole?.lines ?? [])].sort((a, b) => numberOf(a) - numberOf(b));
  return whole && { ...whole, lines: inOrder.slice(-LAST_LINES) };
}
