// SHA-256 digests and keyed digests of texts.

import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { base64url, hex, utf8 } from './bytes.ts';

/** SHA-256 of a text's UTF-8 bytes: 64 hexadecimal digits. */
export function sha256Hex(text: string): string {
  return hex(sha256(utf8(text)));
}

/** First 128 bits of HMAC-SHA256 over a text: 22 characters that an address can carry. */
export function seal(text: string, secret: string): string {
  return base64url(hmac(sha256, utf8(secret), utf8(text)).slice(0, 16));
}

/** Compares two texts in a time that depends on their lengths only, so that a seal cannot be guessed by timing. */
export function sameInConstantTime(a: string, b: string): boolean {
  let difference = a.length ^ b.length;
  for (let i = 0; i < Math.max(a.length, b.length); i++)
    difference |= (a.charCodeAt(i) || 0) ^ (b.charCodeAt(i) || 0);
  return difference === 0;
}
