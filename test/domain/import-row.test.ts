// Tables: what a cell of somebody's list may look like, and what is not guessed.

import { expect, it } from '@jest/globals';
import { readAddress, readDay, readRole, readRow, readStatus } from '../../src/domain/import-row.ts';

it.each([
  ['ana@y.org', 'ana@y.org'],
  ['Ana+x@Y.org', 'Ana+x@Y.org'],
  ['mailto:ana@y.org', 'ana@y.org'],
  ['Ana Ruiz <ana@y.org>', 'ana@y.org'],
  ['"Ruiz, Ana" < ana@y.org >', 'ana@y.org'],
  ['ana@y', null],
  ['ana at y.org', null],
  ['ana@y.org, bea@y.org', null],
  ['<ana@y.org> <bea@y.org>', null],
])('the address %s is %s', (text, address) => expect(readAddress(text)).toBe(address));

it.each([
  ['Mentor', 'Mentor'],
  ['MENTORS', 'Mentor'],
  [' mentee ', 'Mentee'],
  ['Mentor and mentee', 'Mentor and mentee'],
  ['mentee/mentor', 'Mentor and mentee'],
  ['Mentor, Mentee', 'Mentor and mentee'],
  ['Mentor & Mentee', 'Mentor and mentee'],
  ['Both', 'Mentor and mentee'],
  ['Mentors and mentors', 'Mentor'],
  ['Not a mentor', null],
  ['Coordinator', null],
  ['and', null],
  ['1', null],
])('the role %s is %s', (text, role) => expect(readRole(text)).toBe(role));

it.each([
  ['active', 'Active'],
  ['REMOVED', 'Removed'],
  ['Activ', null],
  ['current', null],
])('the status %s is %s', (text, status) => expect(readStatus(text)).toBe(status));

it.each([
  ['2025-06-04', '2025-06-04'],
  ['6/4/2025', '2025-06-04'],
  ['06/04/25', '2025-06-04'],
  ['6/4/2025 15:03:00', '2025-06-04'],
  ['2025-06-04T15:03:00Z', '2025-06-04'],
  ['6/4/2025, 3:03 PM', '2025-06-04'],
  ['June 4, 2025', '2025-06-04'],
  ['Jun. 4 2025', '2025-06-04'],
  ['Sept 4th, 2025', '2025-09-04'],
  ['4 June 2025', '2025-06-04'],
  ['4. May, 2025', '2025-05-04'],
  ['13/4/2025', null],
  ['2/30/2025', null],
  ['June 31, 2025', null],
  ['Junk 4, 2025', null],
  ['Maybe 4, 2025', null],
  ['June 2025', null],
  ['45812', null],
  ['long ago', null],
])('the day %s is %s', (text, day) => expect(readDay(text)).toBe(day));

it('a row is read with all that cannot be understood in it', () => {
  const cells = [' m-0001', '', ' Ana ', 'Ruiz\nLópez', 'ana', 'boss', 'gone', 'soon'];
  expect(readRow(cells, 7)).toEqual({
    at: 7,
    id: 'M-0001',
    name: 'Ana Ruiz López',
    email: '',
    role: '',
    status: '',
    joined: '',
    troubles: [
      { problem: 'bad address', about: 'ana' },
      { problem: 'unknown role', about: 'boss' },
      { problem: 'unknown status', about: 'gone' },
      { problem: 'bad date', about: 'soon' },
    ],
  });
  expect(readRow(['', 'x'.repeat(151)], 1)?.troubles).toEqual([
    { problem: 'long name', about: 'x'.repeat(151) },
  ]);
  expect(readRow([], 1)).toBeNull();
  expect(readRow([' ', '\t'], 1)).toBeNull();
});
