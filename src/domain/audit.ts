// The audit trail: each line carries a digest over itself and the line before, so that no line can be changed unseen.

import { sha256Hex } from './digest.ts';
import type { AuditLine, LocalDateTime } from './entries.ts';

/** The end of the trail: the number and the hash of its last line; 0 and '' before the first. */
export interface TrailHead {
  line: number;
  hash: string;
}

export type AuditEvent = Pick<AuditLine, 'who' | 'what' | 'subject' | 'before' | 'after'>;

export const EMPTY_TRAIL: TrailHead = { line: 0, hash: '' };

/** SHA-256 over the hash before and the line's content as a JSON list in the order of its columns. */
export function hashOfLine(previous: string, line: Omit<AuditLine, 'hash'>): string {
  const content = [line.line, line.when, line.who, line.what, line.subject, line.before, line.after];
  return sha256Hex(`${previous}\n${JSON.stringify(content)}`);
}

/** Adds one line to the trail and gives the line with its new head. */
export function nextLine(
  head: TrailHead,
  event: AuditEvent,
  when: LocalDateTime,
): { line: AuditLine; head: TrailHead } {
  const content = { line: head.line + 1, when, ...event };
  const hash = hashOfLine(head.hash, content);
  return { line: { ...content, hash }, head: { line: content.line, hash } };
}

/** The first line that does not fit its place in the trail, as its index, or -1 when all fit. */
export function firstBrokenLine(lines: readonly AuditLine[]): number {
  let head = EMPTY_TRAIL;
  for (const [index, line] of lines.entries()) {
    if (line.line !== head.line + 1 || line.hash !== hashOfLine(head.hash, line)) return index;
    head = { line: line.line, hash: line.hash };
  }
  return -1;
}
