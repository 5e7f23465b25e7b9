// Whether the evidence is whole: the frozen texts, the document, and the end of the audit trail.

import { hashOfLine, type TrailHead } from './audit.ts';
import { type Finding, finding } from './check-findings.ts';
import { orGood } from './check-sheets.ts';
import type { AuditLine } from './entries.ts';

export interface RecordFacts {
  /** Versions whose frozen text does not have the hash that was recorded. */
  changedTexts: readonly string[];
  active: readonly string[];
  /** How the document compares with the version in force; undefined when it was not looked at. */
  document: 'same' | 'differs' | 'not read' | undefined;
  /** The end of the audit trail as State remembers it. */
  head: TrailHead;
  /** The last lines of the trail as they stand in the tab. */
  lastLines: readonly AuditLine[];
}

export function checkRecord({ changedTexts, active, document, head, lastLines }: RecordFacts): Finding[] {
  const texts = changedTexts.map((version) => finding('texts changed', version));
  const broken = brokenAt(head, lastLines);
  return [
    ...orGood(texts, 'texts whole'),
    active.length === 1
      ? finding('one version in force', active[0] ?? '')
      : finding('not one version in force'),
    ...(document === undefined ? [] : [documentFinding(document)]),
    broken === null
      ? finding('trail ends well', head.line, lastLines.length)
      : finding('trail end differs', broken),
  ];
}

const documentFinding = (document: NonNullable<RecordFacts['document']>) =>
  finding(
    ({ same: 'document as recorded', differs: 'document differs', 'not read': 'document not read' } as const)[
      document
    ],
  );

/**
 * The number of the first of these lines that does not follow from the one before, or that is not the end that State
 * remembers; null when all fit. The first of them has none before it, so only its number is known to be right.
 */
export function brokenAt(head: TrailHead, lines: readonly AuditLine[]): number | null {
  for (const [index, line] of lines.entries()) {
    const before = lines[index - 1];
    const hash = before ? before.hash : line.line === 1 ? '' : null;
    const follows = !before || line.line === (before.line ?? 0) + 1;
    if (!follows || (hash !== null && line.hash !== hashOfLine(hash, line)))
      return line.line ?? (before?.line ?? 0) + 1;
  }
  const last = lines[lines.length - 1];
  const isEnd = last ? last.line === head.line && last.hash === head.hash : head.line === 0;
  return isEnd ? null : head.line;
}
