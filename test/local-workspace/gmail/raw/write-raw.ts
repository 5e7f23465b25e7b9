// Writes the sources of mails as other people's programs write them, down to the bytes.

/** Bytes, one character each. */
export type ByteText = string;

export const TO_DESK = 'contact@imstl.org';

export const utf8 = (text: string): ByteText => Buffer.from(text, 'utf8').toString('latin1');

/** The characters that Windows-1252 has where Latin-1 has control characters. */
const WINDOWS_1252: Readonly<Record<string, string>> = {
  '€': '\x80',
  '…': '\x85',
  '‘': '\x91',
  '’': '\x92',
  '“': '\x93',
  '”': '\x94',
  '–': '\x96',
  '—': '\x97',
};

const tables = new Map<string, Map<string, ByteText>>();

/** The bytes of a text in a charset of one or two bytes a character. @throws for a character that it does not have */
export function inCharset(text: string, charset: string): ByteText {
  if (charset === 'iso-8859-1') return text;
  if (charset === 'windows-1252') return [...text].map((sign) => WINDOWS_1252[sign] ?? sign).join('');
  let table = tables.get(charset);
  if (!table) {
    table = tableOf(charset);
    tables.set(charset, table);
  }
  return [...text]
    .map((sign) => {
      const bytes = table.get(sign);
      if (bytes === undefined) throw new Error(`${charset} has no ${sign}`);
      return bytes;
    })
    .join('');
}

function tableOf(charset: string): Map<string, ByteText> {
  const table = new Map<string, ByteText>();
  const keep = (...bytes: number[]) => {
    const sign = new TextDecoder(charset).decode(Uint8Array.from(bytes));
    if ([...sign].length === 1 && sign !== '\ufffd' && !table.has(sign))
      table.set(sign, String.fromCharCode(...bytes));
  };
  for (let one = 0; one < 256; one++) keep(one);
  for (let lead = 0x81; lead < 0xff; lead++) for (let trail = 0x40; trail < 0xff; trail++) keep(lead, trail);
  return table;
}

export const base64 = (bytes: ByteText): string =>
  (
    Buffer.from(bytes, 'latin1')
      .toString('base64')
      .match(/.{1,76}/g) ?? []
  ).join('\r\n');

/** Quoted-printable with lines of at most 76 characters. */
export function quotedPrintable(bytes: ByteText): string {
  const lines = bytes.split('\r\n').map((line) => {
    let result = '';
    let width = 0;
    for (const sign of line) {
      const code = sign.charCodeAt(0);
      const piece =
        code > 126 || code < 32 || sign === '='
          ? `=${code.toString(16).toUpperCase().padStart(2, '0')}`
          : sign;
      if (width + piece.length > 75) {
        result += '=\r\n';
        width = 0;
      }
      result += piece;
      width += piece.length;
    }
    return result.replace(/ $/, '=20');
  });
  return lines.join('\r\n');
}

type Headers = Readonly<Record<string, string | readonly string[]>>;

const headerLines = (headers: Headers): string[] =>
  Object.entries(headers).flatMap(([name, value]) =>
    (typeof value === 'string' ? [value] : value).map((one) => `${name}: ${one}`),
  );

let number = 0;

/** A mail to the desk with the headers that every mail has; an empty list leaves one of them out. */
export function mail(headers: Headers, body: ByteText): Uint8Array {
  number += 1;
  const all: Headers = {
    'Return-Path': `<bounce-${number}@mail.example.org>`,
    Received: `from mail.example.org (mail.example.org. [192.0.2.${number}])\r\n        by mx.google.com with ESMTPS id x${number}\r\n        for <${TO_DESK}>; Mon, 05 Jan 2026 07:00:00 -0800 (PST)`,
    Date: 'Mon, 5 Jan 2026 09:00:00 -0600',
    'Message-ID': `<mail-${number}@mail.example.org>`,
    To: TO_DESK,
    'MIME-Version': '1.0',
    ...headers,
  };
  return raw([...headerLines(all), '', body].join('\r\n'));
}

/** A source that follows no rule but its own. */
export const raw = (bytes: ByteText): Uint8Array => new Uint8Array(Buffer.from(bytes, 'latin1'));

export const part = (headers: Headers, body: ByteText): ByteText =>
  [...headerLines(headers), '', body].join('\r\n');

const plainType = { 'Content-Type': 'text/plain; charset="UTF-8"' };
const htmlType = { 'Content-Type': 'text/html; charset="UTF-8"' };
const inQuotedPrintable = { 'Content-Transfer-Encoding': 'quoted-printable' };

export const plainPart = (text: string): ByteText =>
  part({ ...plainType, ...inQuotedPrintable }, quotedPrintable(utf8(text)));
export const htmlPart = (text: string): ByteText =>
  part({ ...htmlType, ...inQuotedPrintable }, quotedPrintable(utf8(text)));
export const filePart = (type: string, name: string, bytes: ByteText, more: Headers = {}): ByteText =>
  part(
    {
      'Content-Type': `${type}; name="${name}"`,
      'Content-Disposition': `attachment; filename="${name}"`,
      'Content-Transfer-Encoding': 'base64',
      ...more,
    },
    base64(bytes),
  );

/** The body of a multipart, for the boundary that its header names. */
export const parts = (boundary: string, ...pieces: readonly ByteText[]): ByteText =>
  `${pieces.map((piece) => `--${boundary}\r\n${piece}\r\n`).join('')}--${boundary}--\r\n`;

export const multipart = (kind: string, boundary: string, ...pieces: readonly ByteText[]): ByteText =>
  part({ 'Content-Type': `multipart/${kind}; boundary="${boundary}"` }, parts(boundary, ...pieces));

/** Encoded words as some programs cut them: every so many bytes, in the middle of a character too. */
export const encodedWords = (text: string, bytesEach = 45): string =>
  (utf8(text).match(new RegExp(`[\\s\\S]{1,${bytesEach}}`, 'g')) ?? [])
    .map((piece) => `=?UTF-8?B?${Buffer.from(piece, 'latin1').toString('base64')}?=`)
    .join('\r\n ');
