// The answers of the custom functions for a whole column.

import { describe, expect, it } from '@jest/globals';
import { codeStandings, imagePermissions } from '../../src/domain/column-answers.ts';
import { member } from './samples.ts';

const members = [
  member('M-0001', 'Ana Ruiz', 'ana@example.org', { images: 'Opted out', standing: 'Current' }),
  member('M-0002', 'Maria Silva', 'maria@example.org', { images: 'Limited', standing: 'Overdue' }),
  member('M-0003', 'Maria Silva', 'silva@example.org', { images: null, standing: null }),
  member('M-0004', 'Bo Li', 'bo@example.org'),
  member('M-0004', 'Eva Stein', 'eva@example.org'),
  member('', '', ''),
];

describe('one cell', () => {
  it.each<[unknown, string]>([
    ['Ana Ruiz', 'Opted out'],
    ['RUIZ, ANA', 'Opted out'],
    ['ana+x@example.org', 'Opted out'],
    ['Ana Ruiz <ana@example.org>', 'Opted out'],
    [' m-0001 ', 'Opted out'],
    ['M-0002', 'Limited'],
    ['M-0003', 'nothing on the roster'],
    ['M-0004', 'more than one fits'],
    ['M-0005', 'not on the roster'],
    ['Maria Silva', 'more than one fits'],
    ['Ana', 'not sure who is meant'],
    ['Ana Ruiz, Bo Li', 'not sure who is meant'],
    ['Ana Ruiz; Bo Li', 'not sure who is meant'],
    ['Ana Ruiz\nBo Li', 'not sure who is meant'],
    ['Carla Neu', 'not on the roster'],
    ['Name', 'not on the roster'],
    [',', 'not on the roster'],
    [42, 'not on the roster'],
    [true, 'not on the roster'],
    [new Date(0), 'not on the roster'],
    ['', ''],
    ['  ', ''],
    [null, ''],
    [undefined, ''],
  ])('%j: %s', (cell, expected) => {
    expect(imagePermissions(cell, members)).toEqual([[expected]]);
  });
});

it('keeps the shape of what was asked', () => {
  expect(
    codeStandings(
      [
        ['Ana Ruiz', ''],
        ['maria@example.org', 'x'],
      ],
      members,
    ),
  ).toEqual([
    ['Current', ''],
    ['Overdue', 'not on the roster'],
  ]);
  expect(codeStandings([], members)).toEqual([]);
});

it('answers 1,000 rows about 2,000 members in well under the limit of a custom function', () => {
  const many = Array.from({ length: 2000 }, (_, index) =>
    member(`M-${index}`, `Name${index} Family${index % 300}`, `m${index}@example.org`, { images: 'Allowed' }),
  );
  const cells = Array.from({ length: 1000 }, (_, index) => [
    index % 3 === 0
      ? `Name${index} Family${index % 300}`
      : index % 3 === 1
        ? `m${index}@example.org`
        : `Nobody Known${index}`,
  ]);
  // Time of this process alone, whatever else the computer does.
  const before = process.cpuUsage();
  const answers = imagePermissions(cells, many);
  const { user, system } = process.cpuUsage(before);
  expect((user + system) / 1000).toBeLessThan(5000);
  expect(answers).toHaveLength(1000);
  expect(answers.slice(0, 3)).toEqual([['more than one fits'], ['Allowed'], ['not on the roster']]);
});
