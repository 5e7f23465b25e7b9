// Reads the source of a mail (RFC 5322, MIME) into its headers and parts; whatever is malformed is read as far as it can be.

import {
  type ByteText,
  decodeCharset,
  decodeHeader,
  decodeQuotedPrintable,
  parseParameters,
  toBytes,
} from './header-text.ts';

export interface MailHeader {
  readonly name: string;
  /** Unfolded, otherwise as it was sent. */
  readonly raw: ByteText;
}

export interface MimePart {
  readonly headers: readonly MailHeader[];
  /** `text/plain` when the part says nothing readable. */
  readonly mimeType: string;
  readonly charset: string | undefined;
  /** Empty when the part is not a file. */
  readonly filename: string;
  readonly disposition: string;
  /** Decoded from its transfer encoding; empty for multiparts. */
  readonly bytes: Buffer;
  readonly parts: readonly MimePart[];
  /** The mail that a `message/rfc822` holds, such as one that was forwarded as a file. */
  readonly embedded?: MimePart | undefined;
}

/** Deeper or more numerous parts are left as plain text, so that a hostile mail cannot use up the computer. */
const DEEPEST = 20;
const MOST_PARTS = 500;

/** Splits a source into its header lines and the position where its body begins. */
export function readHeaders(source: ByteText): { headers: MailHeader[]; bodyAt: number } {
  const headers: { name: string; raw: string }[] = [];
  let position = 0;
  while (position < source.length) {
    const end = source.indexOf('\n', position);
    const line = source.slice(position, end === -1 ? source.length : end).replace(/\r$/, '');
    const next = end === -1 ? source.length : end + 1;
    if (line === '') return { headers: headers.map(finish), bodyAt: next };
    const last = headers.at(-1);
    if (/^[ \t]/.test(line)) {
      if (last) last.raw += line;
    } else {
      const match = /^([\x21-\x39\x3b-\x7e]+)[ \t]*:(.*)$/s.exec(line);
      if (match) headers.push({ name: match[1] as string, raw: match[2] as string });
      // The line of an mbox file ahead of the headers and other rubbish is passed over.
    }
    position = next;
  }
  return { headers: headers.map(finish), bodyAt: source.length };
}

/** A stray carriage return or NUL is no line break here, nor for anyone who reads the header later. */
const finish = ({ name, raw }: { name: string; raw: string }): MailHeader => ({
  name,
  raw: raw.replace(/[\r\0]/g, ' ').trim(),
});

/** The first header of that name, unfolded and not decoded. */
export function rawHeader(headers: readonly MailHeader[], name: string): ByteText | undefined {
  return headers.find((header) => header.name.toLowerCase() === name.toLowerCase())?.raw;
}

/** The first header of that name as text, or ''. */
export const headerText = (headers: readonly MailHeader[], name: string): string =>
  decodeHeader(rawHeader(headers, name) ?? '');

export function parseMime(source: ByteText): MimePart {
  return parsePart(source, 0, { count: 0 });
}

function parsePart(source: ByteText, depth: number, budget: { count: number }): MimePart {
  budget.count += 1;
  const { headers, bodyAt } = readHeaders(source);
  const type = parseParameters(rawHeader(headers, 'Content-Type') ?? '');
  const disposition = parseParameters(rawHeader(headers, 'Content-Disposition') ?? '');
  const mimeType = /^[\w.+-]+\/[\w.+-]+$/.test(type.value) ? type.value : 'text/plain';
  const filename = disposition.parameters.filename ?? type.parameters.name ?? '';
  const common = {
    headers,
    mimeType,
    charset: type.parameters.charset,
    filename,
    disposition: disposition.value,
  };
  const body = source.slice(bodyAt);
  const { boundary } = type.parameters;
  if (mimeType.startsWith('multipart/') && boundary && depth < DEEPEST) {
    const parts: MimePart[] = [];
    for (const piece of splitAt(body, boundary)) {
      if (budget.count >= MOST_PARTS) break;
      parts.push(parsePart(piece, depth + 1, budget));
    }
    if (parts.length > 0) return { ...common, bytes: Buffer.alloc(0), parts };
  }
  const leaf = mimeType.startsWith('multipart/') ? { ...common, mimeType: 'text/plain' } : common;
  const encoding = (rawHeader(headers, 'Content-Transfer-Encoding') ?? '').trim().toLowerCase();
  let decoded: Buffer | undefined;
  let embedded: MimePart | undefined;
  return {
    ...leaf,
    // Decoded when somebody looks: most readers want one part of several.
    get bytes() {
      decoded ??= decodeBody(body, encoding);
      return decoded;
    },
    parts: [],
    get embedded() {
      if (mimeType !== 'message/rfc822' || embedded) return embedded;
      if (depth < DEEPEST && budget.count < MOST_PARTS)
        embedded = parsePart(this.bytes.toString('latin1'), depth + 1, budget);
      return embedded;
    },
  };
}

/** The sources between the boundary lines; a missing last boundary means that the rest is the last part. */
function splitAt(body: ByteText, boundary: string): ByteText[] {
  const mark = `--${boundary}`;
  const pieces: ByteText[] = [];
  let start = -1;
  for (let at = body.indexOf(mark); at !== -1; at = body.indexOf(mark, at + mark.length)) {
    const ahead = body[at - 1];
    if (at > 0 && ahead !== '\n') continue;
    const lineEnd = body.indexOf('\n', at);
    const tail = body.slice(at + mark.length, lineEnd === -1 ? body.length : lineEnd);
    const closing = /^--\s*$/.test(tail);
    if (!closing && !/^\s*$/.test(tail)) continue;
    if (start !== -1) pieces.push(body.slice(start, at).replace(/\r?\n$/, ''));
    start = closing || lineEnd === -1 ? -1 : lineEnd + 1;
    if (closing) return pieces;
  }
  if (start !== -1) pieces.push(body.slice(start));
  return pieces;
}

function decodeBody(body: ByteText, encoding: string): Buffer {
  if (encoding === 'base64') return Buffer.from(body.replace(/[^A-Za-z0-9+/]+/g, ''), 'base64');
  if (encoding === 'quoted-printable') return toBytes(decodeQuotedPrintable(body));
  return toBytes(body);
}

/** The text of a text part, in whatever charset it came. */
export const partText = (part: MimePart): string => decodeCharset(part.bytes, part.charset);

/** All parts in the order of the source, the whole first. */
export function* eachPart(part: MimePart): Generator<MimePart> {
  yield part;
  for (const inner of part.parts) yield* eachPart(inner);
}

/** A part that people see as a file: named, marked as attachment, or not text at all. */
export function isAttachment(part: MimePart): boolean {
  if (part.parts.length > 0) return false;
  if (part.filename !== '' || part.disposition === 'attachment') return true;
  return (
    !part.mimeType.startsWith('text/') &&
    !part.mimeType.startsWith('multipart/') &&
    part.mimeType !== 'message/delivery-status'
  );
}

function textOf(mail: MimePart, mimeType: string): string {
  let text = '';
  for (const part of eachPart(mail)) {
    if (part.parts.length === 0 && part.mimeType === mimeType && !isAttachment(part)) text += partText(part);
  }
  return text;
}

/** What people read of a mail: its plain text and its HTML, each '' when it has none. */
export const readable = (mail: MimePart): { text: string; html: string } => ({
  text: textOf(mail, 'text/plain'),
  html: textOf(mail, 'text/html'),
});

/** The words of a mail: its plain text, or without one what its HTML says. */
export function searchText(mail: MimePart): string {
  const text = textOf(mail, 'text/plain');
  return text.trim() === '' ? htmlToWords(textOf(mail, 'text/html')) : text;
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
};

/** The words of an HTML text, for snippets and searching; not for showing. */
export function htmlToWords(html: string): string {
  return html
    .replace(/<(style|script|head|title)\b[\s\S]*?<\/\1\s*>/gi, ' ')
    .replace(/<!--[\s\S]*?-->/g, ' ')
    .replace(/<\/?(b|i|u|a|em|strong|span|font|small|sub|sup)\b[^>]*>/gi, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&(#x?[0-9a-f]+|\w+);/gi, (whole, name: string) => {
      if (!name.startsWith('#')) return ENTITIES[name.toLowerCase()] ?? whole;
      const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    })
    .replace(/\u200b|\u200c|\u200d|\u034f|\ufeff/g, '');
}
