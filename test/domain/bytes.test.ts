// UTF-8, base64 and digests give what everybody else's give.

import { createHash, createHmac } from 'node:crypto';
import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { base64, base64url, fromBase64url, hex, textOf, utf8 } from '../../src/domain/bytes.ts';
import { sameInConstantTime, seal, sha256Hex } from '../../src/domain/digest.ts';

const anyText = fc.string({ unit: 'binary' });

it('writes UTF-8', () => {
  fc.assert(
    fc.property(anyText, (text) => expect(Buffer.from(utf8(text))).toEqual(Buffer.from(text, 'utf8'))),
  );
});

it('writes a lone surrogate as the replacement character', () => {
  expect(hex(utf8('a\uD800b'))).toBe('61efbfbd62');
});

it('reads UTF-8 back', () => {
  fc.assert(fc.property(anyText, (text) => expect(textOf(utf8(text))).toBe(text)));
});

it('writes base64 and base64url, and reads the latter back', () => {
  fc.assert(
    fc.property(fc.uint8Array(), (bytes) => {
      expect(base64(bytes)).toBe(Buffer.from(bytes).toString('base64'));
      expect(base64url(bytes)).toBe(Buffer.from(bytes).toString('base64url'));
      expect(fromBase64url(base64url(bytes))).toEqual(bytes);
    }),
  );
});

it('refuses what is no base64url', () => {
  for (const text of ['a', 'ab=', 'a+b/', 'ä']) expect(fromBase64url(text)).toBeNull();
});

it('digests like SHA-256 and HMAC', () => {
  fc.assert(
    fc.property(anyText, anyText, (text, secret) => {
      expect(sha256Hex(text)).toBe(createHash('sha256').update(text, 'utf8').digest('hex'));
      const whole = createHmac('sha256', Buffer.from(secret, 'utf8')).update(text, 'utf8').digest();
      expect(seal(text, secret)).toBe(whole.subarray(0, 16).toString('base64url'));
    }),
  );
});

it('compares whole texts', () => {
  expect(sameInConstantTime('abc', 'abc')).toBe(true);
  for (const other of ['abd', 'ab', 'abcd', '', 'abc\0'])
    expect(sameInConstantTime('abc', other)).toBe(false);
});
