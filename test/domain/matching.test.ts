// Answers that only staff can match, and whom to suggest.

import { describe, expect, it } from '@jest/globals';
import { likeness, matchMark, suggestions, waitingToMatch } from '../../src/domain/matching.ts';
import { highestNumber, numbered } from '../../src/domain/running-number.ts';
import { acceptance, mail, member } from './samples.ts';

const unconfirmed = (id: string) =>
  acceptance({ id, memberId: '', confirmedBy: 'Unconfirmed', responseId: `r-${id}` });
const link = (reference: string, state: 'Sent' | 'Failed' | 'Cancelled' = 'Sent') =>
  mail(`m-${reference}`, { kind: 'Personal link', reference, state });

describe('an unconfirmed answer waits for staff', () => {
  it.each([
    ['when no link was sent', [unconfirmed('A-1')], [], ['A-1']],
    ['not when a link was sent', [unconfirmed('A-1')], [link('A-1')], []],
    ['when the link could not be sent', [unconfirmed('A-1')], [link('A-1', 'Failed')], ['A-1']],
    ['not when she got enough links that day', [unconfirmed('A-1')], [link('A-1', 'Cancelled')], []],
    [
      'not when staff matched it',
      [unconfirmed('A-1'), acceptance({ id: 'A-2', responseId: matchMark('A-1') })],
      [],
      [],
    ],
    ['not when it is confirmed', [acceptance({ id: 'A-1' })], [], []],
  ])('%s', (_, answers, log, expected) => {
    expect(waitingToMatch(answers, log).map(({ id }) => id)).toEqual(expected);
  });
});

describe('how alike names are', () => {
  it.each([
    ['Anna Ito', 'Anna Ito', 1],
    ['ITO Anna', 'Anna Ito', 1],
    ['Lucía López', 'lucia lopez', 1],
    ['Anna Ito', 'Anna Sato', 0.5],
    ['Anna', 'Bea', 0],
    ['', 'Bea', 0],
  ])('%s and %s: %d', (a, b, expected) => {
    expect(likeness(a, b)).toBe(expected);
  });
});

it('suggests the same mailbox first, then like names, and nobody else', () => {
  const roster = [
    member('M-1', 'Anna Sato', 'x@example.org'),
    member('M-2', 'Somebody', 'anna@example.org'),
    member('M-3', 'Anna Ito', 'y@example.org'),
    member('M-4', 'Bea Cruz', 'z@example.org'),
  ];
  const answer = acceptance({ name: 'Anna Maria Ito', email: 'Anna+1@example.org' });
  expect(suggestions(answer, roster, 5).map(({ id }) => id)).toEqual(['M-2', 'M-3', 'M-1']);
});

it('numbers ids and leaves foreign ones aside', () => {
  expect(numbered('A-', 12, 6)).toBe('A-000012');
  expect(numbered('A-', 1234567, 6)).toBe('A-1234567');
  expect(highestNumber('M-', ['M-0003', 'M-0012', 'M-x', 'X-99', '', 'M-1e9'])).toBe(12);
});
