// Text from outside, made fit for a cell or a line.

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { cellText, oneLine, shorten } from '../../src/domain/text.ts';

describe('a name on one line', () => {
  it.each([
    ['  Maria   Silva ', 'Maria Silva'],
    ['Maria\r\nBcc: all@example.org', 'Maria Bcc: all@example.org'],
    ['Maria\u2028Silva', 'Maria Silva'],
    ['שלום כהן', 'שלום כהן'],
    ['ليلى', 'ليلى'],
    ['Yuki 🌸 伊藤', 'Yuki 🌸 伊藤'],
    ['👩🏽‍👩🏻‍👧 Ana', '👩🏽‍👩🏻‍👧 Ana'],
    ['Ana\u202Egro.elpmaxe', 'Anagro.elpmaxe'],
    ['<b>Ana</b>', '<b>Ana</b>'],
    ['Ana\u0000\u0007', 'Ana'],
    ['Ana\uD83C', 'Ana\uFFFD'],
  ])('%j → %j', (name, line) => {
    expect(oneLine(name)).toBe(line);
  });
});

it('keeps what a member wrote, but for characters that nobody can see', () => {
  expect(cellText('=1+1\r\n@a\t\u0001b\rc')).toBe('=1+1\n@a\tb\nc');
});

it('cuts a long text with a visible mark, never within a character', () => {
  expect(shorten('abcdef', 4, '…')).toBe('abcd…');
  expect(shorten('abc😀def', 4, '…')).toBe('abc…');
  expect(shorten('abcd', 4, '…')).toBe('abcd');
});

it('always gives text that Google takes', () => {
  const anything = fc
    .array(fc.integer({ min: 0, max: 0xffff }))
    .map((units) => String.fromCharCode(...units));
  fc.assert(
    fc.property(anything, (text) => {
      expect(cellText(text)).toBe(Buffer.from(cellText(text), 'utf8').toString('utf8'));
      expect(oneLine(text)).not.toMatch(/[\r\n\u2028\u2029]/);
      expect(cellText(cellText(text))).toBe(cellText(text));
    }),
  );
});
