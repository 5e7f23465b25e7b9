// UTF-8, base64 and hex without the browser's helpers, which Apps Script does not have.

/** UTF-8 bytes of a text; half of a surrogate pair becomes U+FFFD. */
export function utf8(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length * 3);
  let length = 0;
  for (let i = 0; i < text.length; i++) {
    let code = text.charCodeAt(i);
    if (code >= 0xd800 && code <= 0xdfff) {
      code = text.codePointAt(i) ?? 0;
      if (code > 0xffff) i++;
      else code = 0xfffd;
    }
    if (code < 0x80) bytes[length++] = code;
    else {
      if (code < 0x800) bytes[length++] = 0xc0 | (code >> 6);
      else {
        if (code < 0x10000) bytes[length++] = 0xe0 | (code >> 12);
        else {
          bytes[length++] = 0xf0 | (code >> 18);
          bytes[length++] = 0x80 | ((code >> 12) & 63);
        }
        bytes[length++] = 0x80 | ((code >> 6) & 63);
      }
      bytes[length++] = 0x80 | (code & 63);
    }
  }
  return bytes.slice(0, length);
}

/** Text of UTF-8 bytes. Throws URIError when they are not UTF-8. */
export function textOf(bytes: Uint8Array): string {
  let escaped = '';
  for (const byte of bytes) escaped += `%${byte.toString(16).padStart(2, '0')}`;
  return decodeURIComponent(escaped);
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

export function base64(bytes: Uint8Array): string {
  let text = '';
  let i = 0;
  for (; i + 2 < bytes.length; i += 3) {
    const three = ((bytes[i] as number) << 16) | ((bytes[i + 1] as number) << 8) | (bytes[i + 2] as number);
    text +=
      (ALPHABET[three >> 18] as string) +
      (ALPHABET[(three >> 12) & 63] as string) +
      (ALPHABET[(three >> 6) & 63] as string) +
      (ALPHABET[three & 63] as string);
  }
  const left = bytes.length - i;
  if (left === 0) return text;
  const last = ((bytes[i] as number) << 16) | ((bytes[i + 1] ?? 0) << 8);
  const third = left === 2 ? ALPHABET[(last >> 6) & 63] : '=';
  return `${text}${ALPHABET[last >> 18]}${ALPHABET[(last >> 12) & 63]}${third}=`;
}

/** Base64 for addresses: `-` and `_` in place of `+` and `/`, no `=` at the end. */
export function base64url(bytes: Uint8Array): string {
  return base64(bytes).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
}

/** Bytes of base64url text, or null when a character or the length does not fit. */
export function fromBase64url(text: string): Uint8Array | null {
  if (!/^[A-Za-z0-9_-]*$/.test(text) || text.length % 4 === 1) return null;
  const bytes: number[] = [];
  let bits = 0;
  let held = 0;
  for (const character of text.replace(/-/g, '+').replace(/_/g, '/')) {
    bits = ((bits << 6) | ALPHABET.indexOf(character)) & 0xffffff;
    held += 6;
    if (held >= 8) {
      held -= 8;
      bytes.push((bits >> held) & 0xff);
    }
  }
  return Uint8Array.from(bytes);
}

export function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
