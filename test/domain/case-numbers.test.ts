// The numbers of cases and questions.

import { describe, expect, it } from '@jest/globals';
import { nextCaseNumber, nextQuestionNumber, readCaseNumber } from '../../src/domain/case-numbers.ts';

describe('the next number of a case in 2026', () => {
  it.each<[string, string[], string, string]>([
    ['the first ever', [], '', '2026-001'],
    ['after two', ['2026-001', '2026-002'], '2026-002', '2026-003'],
    ['in any order', ['2026-010', '2026-002'], '', '2026-011'],
    ['the last row was deleted', ['2026-001'], '2026-007', '2026-008'],
    ['the first of a new year', ['2025-044'], '2025-044', '2026-001'],
    ['after 999', ['2026-999'], '', '2026-1000'],
    ['somebody typed something else', ['2026-x', 'Q-2026-050', '2026-003'], '?', '2026-004'],
  ])('%s', (_, existing, remembered, expected) => {
    expect(nextCaseNumber(2026, existing, remembered)).toBe(expected);
  });
});

it('numbers questions by themselves', () => {
  expect(nextQuestionNumber(2026, ['2026-050', 'Q-2026-003'], 'Q-2026-004')).toBe('Q-2026-005');
  expect(nextQuestionNumber(2027, ['Q-2026-003'], 'Q-2026-004')).toBe('Q-2027-001');
});

it.each([
  ['2026-001', '2026-001'],
  [' #2026-1 ', '2026-001'],
  ['Case 2026 – 12, please', '2026-012'],
  ['2026-1000', '2026-1000'],
  ['314-555-2026-1', null],
  ['2026', null],
  ['', null],
])('%j means %s', (text, expected) => {
  expect(readCaseNumber(text)).toBe(expected);
});
