// The text of mail headers: encoded words (RFC 2047) and parameters (RFC 2045, 2231), read permissively and written strictly.

/** Bytes as a string of one character a byte, the form in which mail sources are kept. */
export type ByteText = string;

export const toBytes = (text: ByteText): Buffer => Buffer.from(text, 'latin1');
export const utf8ToByteText = (text: string): ByteText => Buffer.from(text, 'utf8').toString('latin1');

/** Decodes bytes in a charset; an unknown or wrong charset is read as UTF-8 where that fits, and as Windows-1252 otherwise. */
export function decodeCharset(bytes: Uint8Array, charset?: string): string {
  const label = (charset ?? '').trim().toLowerCase();
  if (!['', 'us-ascii', 'ascii', 'utf-8', 'utf8', '7bit', '8bit'].includes(label)) {
    try {
      const decoder = new TextDecoder(label, { ignoreBOM: true });
      return decoder.encoding === 'windows-1252' ? decodeWindows1252(bytes) : decoder.decode(bytes);
    } catch {
      // A charset that nobody knows: read as below.
    }
  }
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    // Text that calls itself UTF-8 keeps its readable parts; other text has one character a byte.
    if (label.startsWith('utf')) return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
    return decodeWindows1252(bytes);
  }
}

/** The characters 0x80 to 0x9f, which Node 20 reads as control characters. */
const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

export const decodeWindows1252 = (bytes: Uint8Array): string =>
  Buffer.from(bytes)
    .toString('latin1')
    .replace(/[\u0080-\u009f]/g, (character) => WINDOWS_1252[character.charCodeAt(0) - 0x80] as string);

export function decodeQuotedPrintable(text: ByteText): ByteText {
  return text
    .replace(/[ \t]+(\r?\n|$)/g, '$1')
    .replace(/=\r?\n/g, '')
    .replace(/=$/, '')
    .replace(/=([0-9A-Fa-f]{2})/g, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 16)));
}

const ENCODED_WORD = /=\?([^?\s*]+)(?:\*[^?\s]*)?\?([BbQq])\?([^?]*)\?=/g;

/** A header's text for people: encoded words decoded, raw bytes read as UTF-8, and never a line break. */
export function decodeHeader(raw: ByteText): string {
  let result = '';
  let position = 0;
  let pending: { charset: string; bytes: Buffer } | undefined;
  const flush = () => {
    if (pending) result += decodeCharset(pending.bytes, pending.charset);
    pending = undefined;
  };
  for (const match of raw.matchAll(ENCODED_WORD)) {
    const between = raw.slice(position, match.index);
    const [whole, charset = '', kind = '', content = ''] = match;
    // Space between two encoded words is not part of the text.
    if (!(pending && /^\s*$/.test(between))) {
      flush();
      result += decodeCharset(toBytes(between));
    }
    const bytes =
      kind.toUpperCase() === 'B'
        ? Buffer.from(content, 'base64')
        : toBytes(decodeQuotedPrintable(content.replace(/_/g, '=20')));
    // A character may be cut in two by the end of a word, so words of one charset are decoded together.
    if (pending && pending.charset === charset.toLowerCase())
      pending.bytes = Buffer.concat([pending.bytes, bytes]);
    else {
      flush();
      pending = { charset: charset.toLowerCase(), bytes };
    }
    position = match.index + whole.length;
  }
  flush();
  result += decodeCharset(toBytes(raw.slice(position)));
  return result.replace(/\r\n?|\n/g, ' ');
}

/** Writes text into a header: as it is when plain ASCII, otherwise as encoded words of at most 75 characters. */
export function encodeHeader(text: string): ByteText {
  const clean = text.replace(/\r\n?|\n/g, ' ');
  if (/^[\x21-\x7e]([\x20-\x7e]*[\x21-\x7e])?$/.test(clean) && !clean.includes('=?') && clean.length < 900)
    return clean;
  if (clean === '') return '';
  const words: string[] = [];
  let piece = '';
  for (const character of clean) {
    if (Buffer.byteLength(piece + character) > 45) {
      words.push(piece);
      piece = '';
    }
    piece += character;
  }
  words.push(piece);
  return words.map((word) => `=?UTF-8?B?${Buffer.from(word).toString('base64')}?=`).join('\r\n ');
}

export interface ParameterisedValue {
  /** In lower case: `multipart/mixed`, `attachment`. */
  readonly value: string;
  readonly parameters: Readonly<Record<string, string>>;
}

/** Reads a header such as `text/plain; charset="utf-8"; name*0*=utf-8''a%20; name*1=b`. */
export function parseParameters(raw: ByteText): ParameterisedValue {
  const first = /^[^;]*/.exec(raw)?.[0] ?? '';
  const pieces = new Map<string, { order: number; text: string; encoded: boolean }[]>();
  for (const match of raw.slice(first.length).matchAll(/;\s*([^\s=;]+)\s*=\s*("(?:\\.|[^"\\])*"|[^;]*)/g)) {
    const [, name = '', given = ''] = match;
    const text = given.startsWith('"') ? given.slice(1, -1).replace(/\\(.)/g, '$1') : given.trim();
    const parts = /^([^*]+)(?:\*(\d+))?(\*)?$/.exec(name);
    const key = (parts?.[1] ?? name).toLowerCase();
    const list = pieces.get(key) ?? [];
    list.push({ order: Number(parts?.[2] ?? 0), text, encoded: parts?.[3] === '*' });
    pieces.set(key, list);
  }
  const parameters: Record<string, string> = Object.create(null);
  for (const [name, list] of pieces) {
    list.sort((a, b) => a.order - b.order);
    parameters[name] = list.some((piece) => piece.encoded)
      ? joinExtended(list)
      : decodeHeader(list[0]?.text ?? '');
    if (list.length > 1 && !list.some((piece) => piece.encoded)) {
      parameters[name] = decodeHeader(list.map((piece) => piece.text).join(''));
    }
  }
  return {
    value: first
      .replace(/\([^)]*\)/g, '')
      .trim()
      .toLowerCase(),
    parameters,
  };
}

function joinExtended(pieces: readonly { text: string; encoded: boolean }[]): string {
  let charset = 'utf-8';
  const bytes = pieces.map((piece, i) => {
    let { text } = piece;
    const marked = i === 0 && piece.encoded ? /^([^']*)'[^']*'([\s\S]*)$/.exec(text) : null;
    if (marked) {
      charset = marked[1] || charset;
      text = marked[2] ?? '';
    }
    const plain = piece.encoded
      ? text.replace(/%([0-9A-Fa-f]{2})/g, (_, digits: string) =>
          String.fromCharCode(Number.parseInt(digits, 16)),
        )
      : text;
    return toBytes(plain);
  });
  return decodeCharset(Buffer.concat(bytes), charset).replace(/[\r\n]+/g, ' ');
}
