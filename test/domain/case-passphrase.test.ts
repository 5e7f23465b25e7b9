// The pass-phrase with which a reporter adds to her report.

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  isLongEnough,
  isPassPhrase,
  passPhraseHash,
  tidyPassPhrase,
} from '../../src/domain/case-passphrase.ts';
import { seal } from '../../src/domain/digest.ts';

describe('it is the same phrase', () => {
  it.each([
    ['as typed', 'green tea at noon'],
    ['with capitals', 'Green Tea at NOON'],
    ['with more spaces', '  green  tea at\tnoon\n'],
    ['in wide letters', 'ｇｒｅｅｎ tea at noon'],
  ])('%s', (_, phrase) => {
    expect(tidyPassPhrase(phrase)).toBe('green tea at noon');
  });

  it.each([
    ["it's tea-time", 'It’s tea—time'],
    ['caf\u00e9 with milk', 'cafe\u0301 with milk'],
    ['"tea" for two', '“Tea” for two'],
  ])('%j and %j', (a, b) => {
    expect(passPhraseHash(b, 's')).toBe(passPhraseHash(a, 's'));
  });

  it('and tidying it twice changes nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (phrase) => {
        const tidy = tidyPassPhrase(phrase);
        expect(tidyPassPhrase(tidy)).toBe(tidy);
      }),
    );
  });
});

it.each([
  ['green tea!', true],
  ['green tea', false],
  ['a         b', false],
  ['  green te  ', false],
  ['', false],
  ['茶茶茶茶茶茶茶茶茶茶', true],
  ['😀😀😀😀😀😀', false],
])('%j is long enough: %s', (phrase, expected) => {
  expect(isLongEnough(phrase)).toBe(expected);
});

describe('what is kept of it', () => {
  const kept = passPhraseHash('green tea at noon', 'secret');

  it('tells it from others, and from itself under another secret', () => {
    expect(isPassPhrase('Green tea at noon', kept, 'secret')).toBe(true);
    expect(isPassPhrase('green tea at nine', kept, 'secret')).toBe(false);
    expect(isPassPhrase('green tea at noon', kept, 'other')).toBe(false);
  });

  it('has nothing of the phrase, and is no seal of another kind', () => {
    expect(kept).toMatch(/^[\w-]{22}$/);
    expect(kept).not.toBe(seal('green tea at noon', 'secret'));
  });

  it('is nothing when there is no phrase, and nothing opens with nothing', () => {
    expect(passPhraseHash(' \n', 'secret')).toBe('');
    expect(isPassPhrase('', '', 'secret')).toBe(false);
    expect(isPassPhrase('green tea at noon', '', 'secret')).toBe(false);
    expect(isPassPhrase('', kept, 'secret')).toBe(false);
  });
});
