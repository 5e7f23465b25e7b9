// Writes one mail as an RFC 5322 message: plain text and HTML, any language, no way to smuggle in a header.

import { base64, utf8 } from './bytes.ts';
import { oneLine } from './text.ts';

export interface Mailbox {
  name: string;
  address: string;
}

export interface Message {
  from: Mailbox;
  to: Mailbox;
  replyTo: string;
  subject: string;
  text: string;
  html: string;
  /** Further headers of our own making: name and value, ASCII. */
  headers: Record<string, string>;
}

/** RFC 2047: printable ASCII stays as it is; anything else becomes encoded words of at most 75 characters. */
export function headerText(text: string): string {
  const line = oneLine(text);
  if (/^[\x20-\x7E]*$/.test(line) && !line.includes('=?') && line.length <= 900) return line;
  const words: string[] = [];
  let word = '';
  for (const character of line) {
    if (utf8(word + character).length > 42) {
      words.push(word);
      word = '';
    }
    word += character;
  }
  return [...words, word].map((part) => `=?UTF-8?B?${base64(utf8(part))}?=`).join('\r\n ');
}

/** A mailbox for a header: the name quoted or encoded, the address in angle brackets. Throws on a line break in it. */
export function mailboxHeader({ name, address }: Mailbox): string {
  if (/[\s<>",;:]/.test(address)) throw new Error(`Invalid email: ${oneLine(address)}`);
  const shown = oneLine(name);
  if (shown === '') return address;
  const phrase = /^[\x20-\x7E]*$/.test(shown) ? `"${shown.replace(/["\\]/g, '\\$&')}"` : headerText(shown);
  return `${phrase} <${address}>`;
}

/** Marks where a part begins. It cannot stand in a part, because base64 has no hyphen. */
const BOUNDARY = 'part-of-this-mail';

function bodyPart(type: string, content: string, toBase64: (text: string) => string): string {
  const lines = toBase64(content.replace(/\r?\n/g, '\r\n')).replace(/.{76}/g, '$&\r\n');
  return `Content-Type: ${type}; charset=UTF-8\r\nContent-Transfer-Encoding: base64\r\n\r\n${lines}`;
}

/**
 * The whole message with CRLF line ends. The same message always gives the same text.
 * @param message without `to` it is a draft, to which a person adds somebody
 * @param toBase64 base64 of a text's UTF-8 bytes; Google's own is many times faster than ours
 */
export function writeMessage(
  message: Omit<Message, 'to'> & { to: Mailbox | null },
  toBase64: (text: string) => string,
): string {
  const own = Object.entries(message.headers).map(([name, value]) => `${name}: ${oneLine(value)}`);
  return [
    `From: ${mailboxHeader(message.from)}`,
    ...(message.to ? [`To: ${mailboxHeader(message.to)}`] : []),
    `Reply-To: ${mailboxHeader({ name: '', address: message.replyTo })}`,
    `Subject: ${headerText(message.subject)}`,
    ...own,
    'MIME-Version: 1.0',
    `Content-Type: multipart/alternative; boundary="${BOUNDARY}"`,
    '',
    `--${BOUNDARY}`,
    bodyPart('text/plain', message.text, toBase64),
    `--${BOUNDARY}`,
    bodyPart('text/html', message.html, toBase64),
    `--${BOUNDARY}--`,
    '',
  ].join('\r\n');
}
