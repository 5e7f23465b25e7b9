// The frozen text of a version, cut into rows and put together again.

import { readFileSync } from 'node:fs';
import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { hashCode, normaliseCode } from '../../src/domain/code-text.ts';
import { freezeText, frozenText } from '../../src/domain/version-text.ts';

const CODE = readFileSync(new URL('../../src/content/code-of-conduct.txt', import.meta.url), 'utf8');

it('gives back the whole code, whatever the order of the rows', () => {
  const rows = freezeText('2025-06-04', CODE);
  expect(rows.length).toBeGreaterThan(10);
  expect(rows.every(({ text }) => text.length < 50_000)).toBe(true);
  expect(frozenText([...rows].reverse(), hashCode(CODE))).toBe(normaliseCode(CODE));
});

it('gives back any text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (words) => {
      const text = `Code\n${words}`;
      expect(frozenText(freezeText('2026-01-01', text), hashCode(text))).toBe(normaliseCode(text));
    }),
  );
});

it('cuts a long clause at the ends of its lines', () => {
  const text = `Code\n\nLong\n\n${Array.from({ length: 900 }, (_, i) => `Line ${i} ${'word '.repeat(20)}.`).join('\n')}`;
  const rows = freezeText('2026-01-01', text);
  expect(rows.every((row) => row.text.length < 49_000)).toBe(true);
  expect(frozenText(rows, hashCode(text))).toBe(normaliseCode(text));
});

it('gives nothing when a row was changed or is missing', () => {
  const rows = freezeText('2025-06-04', CODE);
  const hash = hashCode(CODE);
  expect(frozenText(rows.slice(1), hash)).toBeNull();
  expect(
    frozenText(
      rows.map((row) => (row.part === 4 ? { ...row, text: `${row.text} not` } : row)),
      hash,
    ),
  ).toBeNull();
  expect(frozenText(rows, 'another')).toBeNull();
});
