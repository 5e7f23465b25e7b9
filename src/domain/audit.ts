// The audit trail: each line carries a digest over itself and the line before, so that no line can be changed unseen.

import { sha256Hex } from './digest.ts';
import type { AuditLine, LocalDateTime } from './entries.ts';
import { digestOfWords, erasedSeal } from './seal.ts';

/** The end of the trail: the number and the hash of its last line; 0 and '' before the first. */
export interface TrailHead {
  line: number;
  hash: string;
}

export type AuditEvent = Pick<AuditLine, 'who' | 'what' | 'subject' | 'before' | 'after'>;

export const EMPTY_TRAIL: TrailHead = { line: 0, hash: '' };

/**
 * SHA-256 over the hash before and the line's content as a JSON list in the order of its columns. Before and After stand
 * there as one digest, so that the line still fits when they are erased.
 */
export function hashOfLine(previous: string, line: Omit<AuditLine, 'hash'>): string {
  const words = digestOfWords(line.seal, [line.before, line.after]);
  const content = [line.line, line.when, line.who, line.what, line.subject, words];
  return sha256Hex(`${previous}\n${JSON.stringify(content)}`);
}

/** Adds one line to the trail and gives the line with its new head. */
export function nextLine(
  head: TrailHead,
  event: AuditEvent,
  when: LocalDateTime,
  seal: string,
): { line: AuditLine; head: TrailHead } {
  const content = { line: head.line + 1, when, ...event, seal };
  const hash = hashOfLine(head.hash, content);
  return { line: { ...content, hash }, head: { line: content.line, hash } };
}

/** The line without what it said; it still fits its place. */
export const erasedLine = (line: AuditLine): AuditLine => ({
  ...line,
  before: '',
  after: '',
  seal: erasedSeal(line.seal, [line.before, line.after]),
});

/** Whether a line fits its place behind the end of those before. */
export const fits = (head: TrailHead, line: AuditLine) =>
  line.line === head.line + 1 && line.hash === hashOfLine(head.hash, line);

/** The first line that does not fit its place in the trail, as its index, or -1 when all fit. */
export function firstBrokenLine(lines: readonly AuditLine[]): number {
  let head = EMPTY_TRAIL;
  for (const [index, line] of lines.entries()) {
    if (!fits(head, line)) return index;
    head = { line: line.line ?? 0, hash: line.hash };
  }
  return -1;
}
