// Running numbers of ids, and which of them are missing.

import { expect, it } from '@jest/globals';
import { missingIds } from '../../src/domain/running-number.ts';

it.each([
  [[], 0, []],
  [['A-000001', 'A-000002'], 2, []],
  [['A-000003', 'A-000001'], 3, ['A-000002']],
  [['A-000001', 'other'], 3, ['A-000002', 'A-000003']],
])('of %j up to %d, these are missing: %j', (ids, last, missing) => {
  expect(missingIds(ids, 'A-', 6, last)).toEqual(missing);
});
