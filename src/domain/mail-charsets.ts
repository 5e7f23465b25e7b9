// Turns the bytes of a mail into text: UTF-8 first, then what the mail says of itself, and never an error.

const EXTRA_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** Characters of ISO 8859-15 where it differs from ISO 8859-1. */
const LATIN_9: Record<number, string> = {
  164: '€',
  166: 'Š',
  168: 'š',
  180: 'Ž',
  184: 'ž',
  188: 'Œ',
  189: 'œ',
  190: 'Ÿ',
};

const WESTERN =
  /^(windows-?125[24]|cp-?1252|(iso-?8859|latin)-?[19]|iso-?8859-?15|l1|us-ascii|ascii|ansi.*|x-unknown|unknown.*)?$/;

/** Bytes of base64 text, standard or for addresses; null when it cannot be base64. Stops after `most` bytes. */
export function bytesOfBase64(text: string, most: number): Uint8Array | null {
  const bytes = new Uint8Array(Math.min(most, Math.ceil((text.length * 3) / 4)));
  let length = 0;
  let bits = 0;
  let held = 0;
  for (let at = 0; at < text.length && length < bytes.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 61) break;
    const value = sixBitsOf(code);
    if (value === -2) continue;
    if (value < 0) return null;
    bits = ((bits << 6) | value) & 0xffffff;
    held += 6;
    if (held >= 8) {
      held -= 8;
      bytes[length++] = (bits >> held) & 0xff;
    }
  }
  return bytes.slice(0, length);
}

/** The six bits of a base64 character; -2 for white space, -1 for anything else. */
function sixBitsOf(code: number): number {
  if (code >= 65 && code <= 90) return code - 65;
  if (code >= 97 && code <= 122) return code - 71;
  if (code >= 48 && code <= 57) return code + 4;
  if (code === 43 || code === 45) return 62;
  if (code === 47 || code === 95) return 63;
  return code === 32 || code === 10 || code === 13 || code === 9 ? -2 : -1;
}

/**
 * Text of bytes. Gmail gives the text parts of a mail in UTF-8, whatever their header says, so that is tried first;
 * `isSure` is false when some characters could not be read.
 */
export function decodeText(bytes: Uint8Array, charset: string): { text: string; isSure: boolean } {
  const name = charset.trim().toLowerCase().replace(/_/g, '-');
  const { text, broken } = decodeUtf8(bytes);
  const isOtherSevenBit =
    /^(iso-2022|hz-gb|utf-?7)/.test(name) &&
    (text.includes('\u001b') || /~\{|\+[A-Za-z0-9+/]{3,}-/.test(text));
  if (broken === 0) return { text, isSure: !isOtherSevenBit };
  if (/^utf-?8$/.test(name)) return { text, isSure: false };
  if (WESTERN.test(name)) return { text: decodeWestern(bytes, /8859-?15|latin-?9/.test(name)), isSure: true };
  return { text, isSure: false };
}

function decodeWestern(bytes: Uint8Array, isLatin9: boolean): string {
  const parts: string[] = [];
  for (const byte of bytes) {
    if (byte >= 0x80 && byte < 0xa0) parts.push(EXTRA_1252[byte - 0x80] as string);
    else parts.push((isLatin9 && LATIN_9[byte]) || String.fromCharCode(byte));
  }
  return parts.join('');
}

/** What is no UTF-8 becomes U+FFFD. */
function decodeUtf8(bytes: Uint8Array): { text: string; broken: number } {
  const parts: string[] = [];
  let broken = 0;
  for (let at = 0; at < bytes.length; ) {
    const first = bytes[at] as number;
    const more =
      first < 0x80 ? 0 : first < 0xc2 ? -1 : first < 0xe0 ? 1 : first < 0xf0 ? 2 : first < 0xf5 ? 3 : -1;
    let code = more <= 0 ? first : first & (0x3f >> more);
    let read = 1;
    while (read <= more && ((bytes[at + read] ?? 0) & 0xc0) === 0x80) {
      code = (code << 6) | ((bytes[at + read] as number) & 0x3f);
      read++;
    }
    const isWhole = more >= 0 && read === more + 1;
    const isAllowed = isWhole && !(more === 2 && (code < 0x800 || (code >= 0xd800 && code < 0xe000)));
    if (isAllowed && !(more === 3 && (code < 0x10000 || code > 0x10ffff)))
      parts.push(String.fromCodePoint(code));
    else {
      parts.push('\uFFFD');
      broken++;
    }
    at += read;
  }
  return { text: parts.join(''), broken };
}

/** A header with encoded words (`=?utf-8?Q?…?=`) as people read it; what cannot be read stays as it is. */
export function decodeHeader(value: string): string {
  return value
    .replace(/(=\?[^?\s]+\?[bq]\?[^?]*\?=)\s+(?==\?[^?\s]+\?[bq]\?)/gi, '$1')
    .replace(
      /=\?([^?\s*]+)(?:\*[^?]*)?\?([bq])\?([^?]*)\?=/gi,
      (whole, charset: string, way: string, data: string) => {
        const bytes = way.toLowerCase() === 'b' ? bytesOfBase64(data, data.length) : bytesOfQ(data);
        return bytes ? decodeText(bytes, charset).text : whole;
      },
    );
}

function bytesOfQ(data: string): Uint8Array {
  const bytes: number[] = [];
  for (let at = 0; at < data.length; at++) {
    const hex = /^=([0-9a-f]{2})/i.exec(data.slice(at, at + 3));
    if (hex) {
      bytes.push(Number.parseInt(hex[1] as string, 16));
      at += 2;
    } else bytes.push(data[at] === '_' ? 0x20 : data.charCodeAt(at) & 0xff);
  }
  return Uint8Array.from(bytes);
}
