// Numbers as ranges, there and back.

import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { fromRanges, inRanges } from '../../src/domain/ranges.ts';

it.each([
  [[], ''],
  [[7], '7'],
  [[3, 8, 9, 10], '3, 8-10'],
  [[10, 8, 9, 8], '8-10'],
])('writes %j as “%s”', (numbers, text) => {
  expect(inRanges(numbers)).toBe(text);
});

it('reads what it wrote', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(200)), (numbers) => {
      expect([...fromRanges(inRanges(numbers))]).toEqual([...new Set(numbers)].sort((a, b) => a - b));
    }),
  );
});
