// What a look at the document leads to, case by case.

import { describe, expect, it } from '@jest/globals';
import { hashCode } from '../../src/domain/code-text.ts';
import type { CodeVersion } from '../../src/domain/entries.ts';
import { noticeVersion } from '../../src/domain/version-notice.ts';
import { version } from './samples.ts';

const TODAY = '2026-03-10';
const text = (date: string, words = 'Members shall be kind.') =>
  `Code\n\nKindness\n\n${words}\n\nLast Update: ${date}`;
const known = (id: string, printed: string, changes: Partial<CodeVersion> = {}) =>
  version(id, { textHash: hashCode(text(printed)), ...changes });

const FIRST = known('2025-06-04', '6/04/25', { status: 'Active' });
const RETIRED = known('2025-06-04', '6/04/25', { status: 'Retired' });
const SECOND = known('2026-02-01', '2/1/26', { status: 'Active' });
const WAITING = known('2026-03-09', '3/9/26', { status: 'Waiting' });
const STOPPED = known('2026-03-09', '3/9/26', { status: 'Draft' });
const TAKEN_BACK = known('2026-03-09', '3/9/26', { status: 'Draft', publishedBy: 'Nobody' });

describe('the document says', () => {
  it.each<[string, string, CodeVersion[], string]>([
    ['the same as the version in force', text('6/04/25'), [FIRST], 'nothing new'],
    [
      'the same with other spaces and line ends',
      text('6/04/25').replace(/\n\n/g, '\r\n'),
      [FIRST],
      'nothing new',
    ],
    ['a new date and new words', text('3/9/26', 'Be kinder.'), [FIRST], 'new version'],
    ['a new date and the same words', text('3/9/26'), [FIRST], 'new version'],
    ['the date of today', text('3/10/2026'), [FIRST], 'new version'],
    ['anything, when no version is known', text('6/04/25'), [], 'new version'],
    [
      'other words under the same date',
      text('6/04/25', 'Be kinder.'),
      [FIRST],
      'other text under the same date',
    ],
    ['the words of a version that was retired', text('6/04/25'), [RETIRED, SECOND], 'date goes back'],
    ['an older date that was never there', text('1/1/26'), [RETIRED, SECOND], 'date goes back'],
    ['the date of tomorrow', text('3/11/26'), [FIRST], 'date lies ahead'],
    ['a date with a wrong century', text('6/04/2205'), [FIRST], 'date lies ahead'],
    ['a date that does not exist', text('2/30/26'), [FIRST], 'no date'],
    ['a date in words', text('next week'), [FIRST], 'no date'],
    ['a date in another order of day and month', text('25/12/25'), [FIRST], 'no date'],
    ['nothing', '', [FIRST], 'no date'],
    ['the same as the version that waits', text('3/9/26'), [FIRST, WAITING], 'nothing new'],
    [
      'new words under the date of the version that waits',
      text('3/9/26', 'Be kinder.'),
      [FIRST, WAITING],
      'waiting text changed',
    ],
    ['the same as a version that staff stopped', text('3/9/26'), [FIRST, STOPPED], 'stopped version'],
    [
      'new words under the date of a version that staff stopped',
      text('3/9/26', 'Be kinder.'),
      [FIRST, STOPPED],
      'stopped version',
    ],
    ['again a version that it took back', text('3/9/26'), [FIRST, TAKEN_BACK], 'new version'],
    ['the version in force, after it took one back', text('6/04/25'), [FIRST, TAKEN_BACK], 'nothing new'],
    ['a newer date than the version that waits', text('3/10/26'), [FIRST, WAITING], 'new version'],
    ['the version in force again, while another waits', text('6/04/25'), [FIRST, WAITING], 'nothing new'],
  ])('%s', (_, words, versions, about) => {
    expect(noticeVersion(words, versions, TODAY).about).toBe(about);
  });
});
