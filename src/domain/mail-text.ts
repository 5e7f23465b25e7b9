// Reads what somebody wrote in a mail from its parts, as Gmail's API gives them. Nothing in a mail makes it throw.

import { textOfHtml } from './html-text.ts';
import { bytesOfBase64, type Decode, decodeHeader, decodeText } from './mail-charsets.ts';
import { ownWords } from './mail-quotes.ts';
import { CELL_LIMIT, cellText, oneLine, shorten } from './text.ts';

/** One part of a mail. Everything may be missing or of another kind, because a mail may be broken. */
export interface MailPart {
  mimeType?: string;
  filename?: string;
  headers?: { name?: string; value?: string }[];
  /** The content: base64url text over REST, signed bytes in Apps Script. Long texts have only an id to fetch them by. */
  body?: { data?: string | number[]; size?: number; attachmentId?: string };
  parts?: MailPart[];
}

export type MailProblem =
  /** There is no text in it, and nothing attached either. */
  | 'empty'
  /** There is no text in it, only attachments. */
  | 'only attachments'
  /** Some text is there and cannot be read. */
  | 'not readable'
  /** Some characters could not be read. */
  | 'characters missing'
  /** Parts within parts without end; the inner ones were not read. */
  | 'too deep'
  /** The text is longer than a cell. */
  | 'shortened'
  /** It is encrypted. */
  | 'encrypted';

export interface Attachment {
  name: string;
  /** Bytes. */
  size: number;
}

export interface MailReading {
  /** What she wrote, fit for a cell. */
  text: string;
  /** The quoted mail and the signature below it, fit for a cell. */
  cut: string;
  attachments: Attachment[];
  problems: MailProblem[];
  /** Ids of texts that have to be fetched: put them into `body.data` of their parts and read again. */
  toFetch: string[];
}

export interface MailReadingOptions {
  subject: string;
  /** What stands at the end of a text that was too long. */
  mark: string;
  /** Stands before a mail that is attached. */
  forwarded: string;
  decode: Decode;
  limit?: number;
}

const DEEPEST = 20;
const MOST_PARTS = 500;
/** Bytes of a text that are read at most: much more than a cell takes, even when most of it is HTML. */
const MOST_BYTES = 1_000_000;

interface Found {
  readonly options: MailReadingOptions;
  texts: string[];
  attachments: Attachment[];
  problems: Set<MailProblem>;
  toFetch: string[];
  parts: number;
}

export function readMail(payload: MailPart | null | undefined, options: MailReadingOptions): MailReading {
  const found: Found = { options, texts: [], attachments: [], problems: new Set(), toFetch: [], parts: 0 };
  visit(payload, found, 0);
  const { attachments, problems, toFetch } = found;
  const whole = cellText(found.texts.join('\n\n')).replace(/\n{4,}/g, '\n\n\n');
  const own = ownWords(whole, options.subject);
  const limit = Math.min(options.limit ?? CELL_LIMIT, CELL_LIMIT);
  if (own.text.length > limit || own.cut.length > limit) problems.add('shortened');
  if (own.text === '' && toFetch.length === 0 && !problems.has('not readable') && !problems.has('encrypted'))
    problems.add(attachments.length > 0 ? 'only attachments' : 'empty');
  return {
    text: shorten(own.text, limit, options.mark),
    cut: shorten(own.cut, limit, options.mark),
    attachments,
    problems: [...problems],
    toFetch,
  };
}

function visit(given: unknown, found: Found, depth: number): void {
  if (typeof given !== 'object' || given === null) return;
  const part = given as Record<string, unknown>;
  found.parts++;
  if (depth > DEEPEST || found.parts > MOST_PARTS) {
    found.problems.add('too deep');
    return;
  }
  const type = typeOf(part);
  const inner: unknown[] = Array.isArray(part.parts) ? part.parts : [];
  if (type === 'multipart/encrypted' || type === 'application/pkcs7-mime') found.problems.add('encrypted');
  if (isAttached(part, type)) {
    found.attachments.push({ name: nameOf(part, type, found.options.decode), size: sizeOf(part) });
    if (type === 'message/rfc822') forwarded(inner, found, depth);
  } else if (type === 'multipart/alternative') alternative(inner, found, depth);
  else if (inner.length > 0) {
    if (type === 'message/rfc822') forwarded(inner, found, depth);
    else for (const one of inner) visit(one, found, depth + 1);
  } else if (type.startsWith('text/')) text(part, type, found);
}

/** A mail that is attached: whom it is from and what it says. */
function forwarded(inner: readonly unknown[], found: Found, depth: number): void {
  for (const one of inner) {
    const headers = ['From', 'Date', 'Subject'].map((name) => [name, headerOf(one, name, found)] as const);
    const lines = headers.filter(([, value]) => value !== '').map(([name, value]) => `${name}: ${value}`);
    if (lines.length > 0) found.texts.push([found.options.forwarded, ...lines].join('\n'));
    visit(one, found, depth + 1);
  }
}

/** The same said several times: the plain text is taken, another one where that is empty or cannot be read. */
function alternative(inner: readonly unknown[], found: Found, depth: number): void {
  const isPlain = (one: unknown) => typeOf(one) === 'text/plain';
  const readings = [...inner.filter(isPlain), ...inner.filter((one) => !isPlain(one)).reverse()].map(
    (one) => {
      const reading: Found = {
        options: found.options,
        texts: [],
        attachments: [],
        problems: new Set(),
        toFetch: [],
        parts: found.parts,
      };
      visit(one, reading, depth + 1);
      found.parts = reading.parts;
      return reading;
    },
  );
  const isGood = ({ texts, problems, toFetch }: Found) =>
    (texts.some((said) => said.trim() !== '') || toFetch.length > 0) && !problems.has('not readable');
  const best =
    readings.find((one) => isGood(one) && !one.problems.has('characters missing')) ??
    readings.find(isGood) ??
    readings.find(({ problems }) => problems.size > 0);
  if (best) {
    found.texts.push(...best.texts);
    found.toFetch.push(...best.toFetch);
    for (const problem of best.problems) found.problems.add(problem);
  }
  for (const { attachments } of readings) found.attachments.push(...attachments);
}

function text(part: Record<string, unknown>, type: string, found: Found): void {
  const body = (typeof part.body === 'object' && part.body !== null ? part.body : {}) as Record<
    string,
    unknown
  >;
  const { data, attachmentId } = body;
  if ((data === undefined || data === null || data === '') && typeof attachmentId === 'string') {
    found.toFetch.push(attachmentId);
    return;
  }
  const bytes = bytesOf(data);
  if (bytes === null) {
    found.problems.add('not readable');
    return;
  }
  const contentType = rawHeaderOf(part, 'Content-Type');
  const { text, isSure } = decodeText(bytes, parameterOf(contentType, 'charset'), found.options.decode);
  if (!isSure) found.problems.add('characters missing');
  const plain = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  if (type === 'text/html') found.texts.push(textOfHtml(plain));
  else if (/^flowed$/i.test(parameterOf(contentType, 'format')))
    found.texts.push(unflow(plain, /^yes$/i.test(parameterOf(contentType, 'delsp'))));
  else found.texts.push(plain.trimEnd());
}

function bytesOf(data: unknown): Uint8Array | null {
  if (data === undefined || data === null) return new Uint8Array();
  if (typeof data === 'string') return wholeCharacters(bytesOfBase64(data, MOST_BYTES));
  if (!Array.isArray(data) && !(data instanceof Uint8Array)) return null;
  const bytes = data.slice(0, MOST_BYTES) as ArrayLike<number>;
  return wholeCharacters(Uint8Array.from(bytes, (byte) => (typeof byte === 'number' ? byte & 0xff : 0x3f)));
}

/** Without the last character, where reading may have stopped within it. */
function wholeCharacters(bytes: Uint8Array | null): Uint8Array | null {
  if (!bytes || bytes.length < MOST_BYTES) return bytes;
  let end = bytes.length;
  while (end > MOST_BYTES - 4 && ((bytes[end - 1] as number) & 0xc0) === 0x80) end--;
  return bytes.slice(0, (bytes[end - 1] as number) >= 0xc0 ? end - 1 : bytes.length);
}

/** Joins the lines that a program has broken (RFC 3676): those that end with a space, at the same depth of quotes. */
function unflow(text: string, deletesSpace: boolean): string {
  const lines: { quotes: string; text: string; isOpen: boolean }[] = [];
  for (const line of text.split('\n')) {
    const [, quotes = '', rest = ''] = /^(>*) ?(.*)$/.exec(line) ?? [];
    const isOpen = rest.endsWith(' ') && rest !== '-- ';
    const content = isOpen && deletesSpace ? rest.slice(0, -1) : rest;
    const last = lines[lines.length - 1];
    if (last?.isOpen && last.quotes === quotes && rest !== '-- ') {
      last.text += content;
      last.isOpen = isOpen;
    } else lines.push({ quotes, text: content, isOpen });
  }
  return lines.map(({ quotes, text }) => (quotes === '' ? text : `${quotes} ${text}`)).join('\n');
}

/** Texts that a reader of mail shows as such; a calendar or a table is an attachment. */
const SHOWN = /^(text\/(plain|html|markdown|enriched|x-amp-html|richtext)|text)$/;

function isAttached(part: Record<string, unknown>, type: string): boolean {
  if (type.startsWith('multipart/')) return false;
  if (typeof part.filename === 'string' && part.filename.trim() !== '') return true;
  if (/^\s*attachment/i.test(rawHeaderOf(part, 'Content-Disposition'))) return true;
  return type !== 'message/rfc822' && !SHOWN.test(type);
}

/** A part that does not say what it is counts as plain text, as in any mail; one with parts as a set of them. */
function typeOf(given: unknown): string {
  const part = (typeof given === 'object' && given !== null ? given : {}) as Record<string, unknown>;
  const said = typeof part.mimeType === 'string' ? part.mimeType : rawHeaderOf(part, 'Content-Type');
  const type = said.split(';')[0]?.trim().toLowerCase() ?? '';
  if (type !== '' && type !== 'text') return type;
  return Array.isArray(part.parts) && part.parts.length > 0 ? 'multipart/mixed' : 'text/plain';
}

function nameOf(part: Record<string, unknown>, type: string, decode: Decode): string {
  const name = typeof part.filename === 'string' ? oneLine(decodeHeader(part.filename, decode)) : '';
  return shorten(name || type, 200, '…');
}

function sizeOf(part: Record<string, unknown>): number {
  const size = (part.body as { size?: unknown } | null | undefined)?.size;
  return typeof size === 'number' && Number.isFinite(size) && size > 0 ? Math.round(size) : 0;
}

const headerOf = (given: unknown, name: string, { options }: Found) =>
  decodeHeader(rawHeaderOf(given, name), options.decode);

function rawHeaderOf(given: unknown, name: string): string {
  const headers = (given as { headers?: unknown } | null)?.headers;
  if (!Array.isArray(headers)) return '';
  const found = headers.find(
    (header) => typeof header?.name === 'string' && header.name.toLowerCase() === name.toLowerCase(),
  );
  return typeof found?.value === 'string' ? oneLine(found.value) : '';
}

function parameterOf(header: string, name: string): string {
  const [, quoted, plain] =
    new RegExp(`;\\s*${name}\\s*=\\s*(?:"([^"]*)"|([^;\\s]*))`, 'i').exec(header) ?? [];
  return quoted ?? plain ?? '';
}
