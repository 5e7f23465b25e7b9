// Reads the last lines of an audit trail.

import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import type { AuditLine, StateRow } from '../../src/domain/entries.ts';
import { auditTrail } from '../../src/registers/shared-registers.ts';
import { recallTrail } from '../../src/registers/state.ts';
import type { Table } from '../../src/registers/table.ts';
import { type LiveBook, readTables } from './read-book.ts';

/** Lines that are looked at; all of them are proven by other commands. */
const LAST_LINES = 100;

const numberOf = ({ line }: AuditLine) => line ?? 0;

/** One call, and one more when staff have sorted the tab. Undefined when the tab or a heading of it is gone. */
export async function readLastLines(
  sheets: sheets_v4.Sheets,
  book: LiveBook,
  state: Table<StateRow> | undefined,
): Promise<AuditLine[] | undefined> {
  const last = (state && recallTrail(state)?.line) ?? 0;
  const first = Math.max(1, last - LAST_LINES + 1);
  const read = async (line: number) =>
    (await readTables(sheets, book, { auditTrail }, { auditTrail: line + 1 })).auditTrail?.entries;
  const lines = await read(first);
  const isSorted = lines?.every((line, at) => at === 0 || numberOf(line) > numberOf(lines[at - 1] ?? line));
  if (!lines || (isSorted && lines.length >= last - first + 1)) return lines;
  const all = await read(1);
  return all?.sort((a, b) => numberOf(a) - numberOf(b)).slice(-LAST_LINES);
}
