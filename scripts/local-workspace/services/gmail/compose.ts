// Writes the source of a mail from its parts, for people who write one on the page and for tests.

import { invalid } from '../../kernel/errors.ts';
import { parseAddresses } from './addresses.ts';
import { formatAddress } from './delivery.ts';
import { type ByteText, encodeHeader, utf8ToByteText } from './header-text.ts';

export interface MailDraft {
  readonly from: string;
  readonly to: string | readonly string[];
  readonly cc?: string | readonly string[];
  readonly subject?: string;
  readonly text?: string;
  readonly html?: string;
  /** Further headers, such as `In-Reply-To` or `Auto-Submitted`. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly attachments?: readonly {
    readonly name: string;
    readonly type: string;
    readonly content: string | Uint8Array;
  }[];
}

export function composeMail(draft: MailDraft, date: string, messageId: string): ByteText {
  const head: string[] = [
    'MIME-Version: 1.0',
    `Date: ${date}`,
    `Message-ID: <${messageId}>`,
    `From: ${addressList(draft.from)}`,
    `To: ${addressList(draft.to)}`,
    ...(draft.cc ? [`Cc: ${addressList(draft.cc)}`] : []),
    `Subject: ${encodeHeader(draft.subject ?? '')}`,
  ];
  const given = Object.entries(draft.headers ?? {});
  for (const [name, value] of given) {
    if (!/^[\x21-\x39\x3b-\x7e]+$/.test(name)) throw invalid(`Invalid header name: ${name}`);
    const own = head.findIndex((line) => line.toLowerCase().startsWith(`${name.toLowerCase()}:`));
    const line = `${name}: ${encodeHeader(value)}`;
    if (own === -1) head.push(line);
    else head[own] = line;
  }
  const texts = [
    ...(draft.text !== undefined || draft.html === undefined
      ? [leaf('text/plain; charset=UTF-8', draft.text ?? '')]
      : []),
    ...(draft.html === undefined ? [] : [leaf('text/html; charset=UTF-8', draft.html)]),
  ];
  const body = multipart('alternative', texts, messageId);
  const files = (draft.attachments ?? []).map((file) => leaf(file.type, file.content, file.name));
  return `${head.join('\r\n')}\r\n${multipart('mixed', [body, ...files], messageId)}`;
}

function addressList(given: string | readonly string[]): ByteText {
  const list = typeof given === 'string' ? [given] : given;
  return list
    .flatMap((one) => {
      const parsed = parseAddresses(utf8ToByteText(one.replace(/[\r\n]/g, ' ')));
      return parsed.map(({ name, address }) => {
        // The name was read as bytes of a header; written back, it is encoded.
        return formatAddress(name, address);
      });
    })
    .join(', ');
}

function leaf(type: string, content: string | Uint8Array, name?: string): ByteText {
  const bytes = typeof content === 'string' ? Buffer.from(content, 'utf8') : Buffer.from(content);
  const lines = bytes.toString('base64').match(/.{1,76}/g) ?? [];
  const file =
    name === undefined
      ? ''
      : `Content-Disposition: attachment; filename="${encodeHeader(name).replace(/"/g, "'")}"\r\n`;
  return `Content-Type: ${type.replace(/[\r\n]/g, ' ')}\r\n${file}Content-Transfer-Encoding: base64\r\n\r\n${lines.join('\r\n')}`;
}

function multipart(kind: 'alternative' | 'mixed', parts: readonly ByteText[], messageId: string): ByteText {
  if (parts.length === 1) return parts[0] as ByteText;
  const boundary = `${kind}-${messageId.replace(/[^A-Za-z0-9]/g, '').slice(0, 40)}`;
  const pieces = parts.map((part) => `--${boundary}\r\n${part}\r\n`).join('');
  return `Content-Type: multipart/${kind}; boundary="${boundary}"\r\n\r\n${pieces}--${boundary}--\r\n`;
}
