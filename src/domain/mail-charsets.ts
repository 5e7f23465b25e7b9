// Turns the bytes of a mail into text: UTF-8 first, then what the mail says of itself, and never an error.

/** Text of bytes in a charset; a byte that is no character becomes U+FFFD. Throws for a charset that it does not know. */
export type Decode = (bytes: Uint8Array, charset: string) => string;

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
 * Text of bytes. Gmail gives the text parts of a mail in UTF-8, whatever their header says, so that is tried first, and
 * last what programs of the West write; `isSure` is false when some characters could not be read.
 */
export function decodeText(
  bytes: Uint8Array,
  charset: string,
  decode: Decode,
): { text: string; isSure: boolean } {
  const name = charset.trim().toLowerCase();
  const text = decode(bytes, 'UTF-8');
  const isOtherSevenBit =
    /^(iso-2022|hz-gb|utf-?7)/.test(name) &&
    (text.includes('\u001b') || /~\{|\+[A-Za-z0-9+/]{3,}-/.test(text));
  if (!isBroken(text) && !isOtherSevenBit) return { text, isSure: true };
  if (/^utf-?8$/.test(name)) return { text, isSure: false };
  const isUnnamed = /^(us-ascii|ascii|ansi.*|x-unknown|unknown.*)?$/.test(name);
  try {
    const said = decode(bytes, isUnnamed ? WESTERN : name);
    return { text: said, isSure: !isBroken(said) };
  } catch {
    return { text, isSure: false };
  }
}

const WESTERN = 'windows-1252';
const isBroken = (text: string) => text.includes('\uFFFD');

/** Headers in which an address stands between signs that no name may bring along. */
const OF_PEOPLE = /^(from|sender|reply-to|return-path|x-original-(from|sender))$/i;

/** The headers of a mail with their encoded words (`=?utf-8?Q?…?=`) as people read them. */
export const plainHeaders = (
  headers: readonly (readonly [name: string, value: string])[],
  decode: Decode,
): [name: string, value: string][] =>
  headers.map(([name, value]) => [name, decodeHeader(value, decode, OF_PEOPLE.test(name.trim()))]);

/** What cannot be read stays as it is. */
export function decodeHeader(value: string, decode: Decode, isOfPeople = false): string {
  return value
    .replace(/(=\?[^?\s]+\?[bq]\?[^?]*\?=)\s+(?==\?[^?\s]+\?[bq]\?)/gi, '$1')
    .replace(
      /=\?([^?\s*]+)(?:\*[^?]*)?\?([bq])\?([^?]*)\?=/gi,
      (whole, charset: string, way: string, data: string) => {
        const bytes = way.toLowerCase() === 'b' ? bytesOfBase64(data, data.length) : bytesOfQ(data);
        if (!bytes) return whole;
        const { text } = decodeText(bytes, charset, decode);
        return isOfPeople ? text.replace(/[<>()",;:@\\]/g, ' ') : text;
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
