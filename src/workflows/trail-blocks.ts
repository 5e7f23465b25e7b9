// Reads an audit trail block by block, because it grows for ever.

import { EMPTY_TRAIL, type TrailHead } from '../domain/audit.ts';
import type { AuditLine } from '../domain/entries.ts';
import type { InRow } from '../domain/trail-check.ts';
import { patiently } from '../google/sheets.ts';
import { inRows } from '../registers/in-rows.ts';
import type { TrailRegisters } from '../registers/shared-registers.ts';
import { recallTrail } from '../registers/state.ts';
import { type Place, readTables, type TablesOf } from './book.ts';
import { BLOCKS } from './desk.ts';

/** Lines that one answer of Google holds, so that it stays well below 10 MB. */
const BLOCK = 10_000;

export interface TrailBlock {
  lines: InRow<AuditLine>[];
  /** Where the next block begins, counted from 0 (the heading); null behind the last. */
  next: number | null;
  /** The end of the trail as the system remembers it. */
  end: TrailHead;
}

export const readBlock = (registers: TrailRegisters, place: Place, from: number): TrailBlock =>
  readBlockWith({}, registers, place, from);

/** A block, and other registers as they stand at the same moment. */
export function readBlockWith<B extends object>(
  others: B,
  { auditTrail, state }: TrailRegisters,
  place: Place,
  from: number,
): TrailBlock & { others: TablesOf<B> } {
  const tables = patiently(() =>
    readTables({ ...others, auditTrail, state }, place, (name) =>
      name === 'auditTrail'
        ? { from, block: BLOCK, once: true }
        : { block: BLOCKS[name as keyof typeof BLOCKS] },
    ),
  );
  const lines = inRows(tables.auditTrail);
  // From the first row on, the heading is one of the rows of a block.
  const next = from === 1 ? BLOCK : from + BLOCK;
  const isLast = (lines[lines.length - 1]?.row ?? 0) < next;
  const end = recallTrail(tables.state) ?? EMPTY_TRAIL;
  return { lines, next: isLast ? null : next, end, others: tables as TablesOf<B> };
}

/** All lines of the trail for which `wanted` holds, block by block. */
export function findLines(
  registers: TrailRegisters,
  place: Place,
  wanted: (line: AuditLine) => boolean,
): { lines: InRow<AuditLine>[]; end: TrailHead } {
  const lines: InRow<AuditLine>[] = [];
  for (let from = 1; ; ) {
    const block = readBlock(registers, place, from);
    lines.push(...block.lines.filter(({ entry }) => wanted(entry)));
    if (block.next === null) return { lines, end: block.end };
    from = block.next;
  }
}
