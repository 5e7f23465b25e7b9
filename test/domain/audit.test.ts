// The audit trail: no line can be changed, left out or moved unseen.

import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { EMPTY_TRAIL, firstBrokenLine, nextLine } from '../../src/domain/audit.ts';
import type { AuditLine } from '../../src/domain/entries.ts';

function trail(length: number): AuditLine[] {
  const lines: AuditLine[] = [];
  let head = EMPTY_TRAIL;
  for (let i = 0; i < length; i++) {
    const event = {
      who: 'System',
      what: 'Standing changed',
      subject: `M-${i}`,
      before: '',
      after: 'Current',
    };
    const next = nextLine(head, event, '2026-03-01T09:00:00', `salt ${i}`);
    lines.push(next.line);
    head = next.head;
  }
  return lines;
}

it('is in order when nobody touched it', () => {
  expect(firstBrokenLine(trail(20))).toBe(-1);
  expect(firstBrokenLine([])).toBe(-1);
});

it('shows the first line that was changed', () => {
  const fields = fc.constantFrom('who', 'what', 'subject', 'before', 'after', 'when', 'hash', 'seal');
  fc.assert(
    fc.property(fc.nat(19), fields, fc.string(), (at, field, value) => {
      const lines = trail(20);
      fc.pre(lines[at]?.[field] !== value);
      lines[at] = { ...(lines[at] as AuditLine), [field]: value };
      expect(firstBrokenLine(lines)).toBe(at);
    }),
  );
});

it('shows where a line was taken out, put in or moved', () => {
  const lines = trail(5);
  expect(firstBrokenLine([...lines.slice(0, 2), ...lines.slice(3)])).toBe(2);
  expect(firstBrokenLine([lines[1] as AuditLine, lines[0] as AuditLine, ...lines.slice(2)])).toBe(0);
  expect(firstBrokenLine([...lines.slice(0, 3), lines[2] as AuditLine, ...lines.slice(3)])).toBe(3);
});
