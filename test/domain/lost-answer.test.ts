// What an answer was can be read back from its line in the trail, whatever parts it lacked.

import { expect, it } from '@jest/globals';
import { answerInLine } from '../../src/domain/lost-answer.ts';

const PROOF = 'a'.repeat(64);
const HASH = 'b'.repeat(64);

const line = (after: string) => ({
  line: 9,
  when: '2026-03-01T09:00:00',
  who: 'Form',
  what: 'Accepted',
  subject: 'A-000007',
  before: '',
  after,
  hash: '',
  seal: '',
});

it.each([
  [['M-0001', '2025-06-04', HASH, 'Personal link', '2_AB-c'], 'M-0001', '2025-06-04', HASH, 'Personal link'],
  [['2025-06-04', HASH, 'Unconfirmed', '2_AB-c'], '', '2025-06-04', HASH, 'Unconfirmed'],
  [['M-0001', 'Google sign-in', '2_AB-c'], 'M-0001', '', '', 'Google sign-in'],
  [['Unconfirmed', '2_AB-c'], '', '', '', 'Unconfirmed'],
])('%j', (parts, memberId, version, textHash, confirmedBy) => {
  expect(answerInLine(line([...parts, PROOF].join(' | ')))).toEqual({
    responseId: '2_AB-c',
    answer: { id: 'A-000007', memberId, version, textHash, confirmedBy },
  });
});

it.each(['', PROOF, `2_AB-c | ${PROOF}`, `Somebody | 2_AB-c | ${PROOF}`, 'M-0001 | Personal link | 2_AB-c'])(
  'a line that does not tell: %j',
  (after) => {
    expect(answerInLine(line(after))).toBeNull();
  },
);
