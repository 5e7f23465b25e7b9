// SHA-256 digests and keyed digests of texts.

import { sha256 } from '@noble/hashes/sha2.js';
import { base64url, hex, utf8 } from './bytes.ts';

/** SHA-256 of a text's UTF-8 bytes: 64 hexadecimal digits. */
export function sha256Hex(text: string): string {
  return hex(sha256(utf8(text)));
}

/** First 128 bits of HMAC-SHA256 over a text: 22 characters that an address can carry. */
export function seal(text: string, secret: string): string {
  return base64url(hmac(utf8(secret), utf8(text)).slice(0, 16));
}

/** HMAC-SHA256 (RFC 2104). */
function hmac(key: Uint8Array, message: Uint8Array): Uint8Array {
  const block = new Uint8Array(64);
  block.set(key.length > 64 ? sha256(key) : key);
  const keyed = (pad: number, bytes: Uint8Array) =>
    sha256(Uint8Array.from([...block.map((byte) => byte ^ pad), ...bytes]));
  return keyed(0x5c, keyed(0x36, message));
}

/** Compares two texts in a time that depends on their lengths only, so that a seal cannot be guessed by timing. */
export function sameInConstantTime(a: string, b: string): boolean {
  let difference = a.length ^ b.length;
  for (let i = 0; i < Math.max(a.length, b.length); i++)
    difference |= (a.charCodeAt(i) || 0) ^ (b.charCodeAt(i) || 0);
  return difference === 0;
}
