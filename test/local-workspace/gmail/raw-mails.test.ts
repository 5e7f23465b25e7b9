// Fifty mails of the world outside: kept byte for byte, and read as a person would read them.

import { describe, expect, it } from '@jest/globals';
import { isAddress, parseAddresses } from '../../../scripts/local-workspace/services/gmail/addresses.ts';
import { rawHeader, searchText } from '../../../scripts/local-workspace/services/gmail/mime.ts';
import { processorTime } from '../../support/processor-time.ts';
import { oneSpaced, RAW_MAILS } from '../../support/raw-mails.ts';
import { DESK, decode, header, Mail, type Part } from './support.ts';

const receive = (source: Uint8Array) => {
  const mail = new Mail();
  const [{ id = '' } = {}] = mail.engine.receive(source, [DESK]);
  return { mail, id };
};

/** The first text of a type, as clients of the API look for it. */
const textIn = (part: Part, mimeType: string): string | undefined => {
  if (part.mimeType === mimeType && part.filename === '' && part.body.data) return decode(part.body.data);
  for (const inner of part.parts ?? []) {
    const found = textIn(inner, mimeType);
    if (found !== undefined) return found;
  }
  return undefined;
};

const find = (name: string) => {
  const found = RAW_MAILS.find((one) => one.name === name);
  if (!found) throw new Error(`There is no mail “${name}”`);
  return receive(found.source);
};

it('there are fifty, each with a name of its own', () => {
  expect(RAW_MAILS).toHaveLength(50);
  expect(new Set(RAW_MAILS.map(({ name }) => name)).size).toBe(50);
});

it.each(RAW_MAILS.map((one) => [one.name, one] as const))('%s', (_, { source, expected }) => {
  const { mail, id } = receive(source);
  const message = mail.engine.mailboxes.get(DESK, id);
  const parsed = mail.engine.mailboxes.parsed(message);
  const [sender] = parseAddresses(rawHeader(parsed.headers, 'From') ?? '');
  const from = sender && isAddress(sender.address) ? sender.address.toLowerCase() : '';
  expect({ from, subject: oneSpaced(message.subject), text: oneSpaced(searchText(parsed)) }).toEqual({
    from: expected.from,
    subject: expected.subject,
    text: expected.text,
  });
  const kept = Buffer.from(mail.get(DESK, id, { format: 'raw' }).raw, 'base64');
  expect(kept.equals(source)).toBe(true);
  const whole = mail.get(DESK, id);
  const plain = textIn(whole.payload, 'text/plain');
  if (plain !== undefined) expect(oneSpaced(plain)).toBe(expected.text);
  expect(mail.get(DESK, id, { format: 'metadata' }).payload.headers).toEqual(whole.payload.headers);
  // Its words can be searched for.
  const word = /\p{L}{4,}/u.exec(expected.text)?.[0];
  if (word !== undefined) expect(mail.find('me', word)).toEqual([id]);
  mail.engine.view(DESK, id);
});

describe('parts', () => {
  const shape = ({ partId, mimeType, filename, parts = [] }: Part): unknown[] => [
    partId,
    mimeType,
    filename,
    ...(parts.length > 0 ? [parts.map(shape)] : []),
  ];

  it('are numbered from the outside in', () => {
    const { mail, id } = find('texts in two forms and a picture beside them');
    expect(shape(mail.get(DESK, id).payload)).toEqual([
      '',
      'multipart/mixed',
      '',
      [
        [
          '0',
          'multipart/alternative',
          '',
          [
            ['0.0', 'text/plain', ''],
            ['0.1', 'text/html', ''],
          ],
        ],
        ['1', 'image/png', 'picnic.png'],
      ],
    ]);
  });

  it('of a mail forwarded as a file: the file, and the mail in it with its own headers', () => {
    const { mail, id } = find('forwarded as a file');
    const { payload } = mail.get(DESK, id);
    const forwarded = payload.parts?.[1] as Part;
    expect(shape(forwarded)).toEqual(['1', 'message/rfc822', 'Worried.eml', [['1.0', 'text/plain', '']]]);
    const inner = forwarded.parts?.[0] as Part;
    expect(inner.headers).toContainEqual({ name: 'From', value: 'Olga Petrova <olga@example.net>' });
    expect(decode(inner.body.data)).toBe('Something happened at the picnic.');
    const file = mail.api<{ data: string; size: number }>('messages.attachments.get', {
      userId: 'me',
      messageId: id,
      id: forwarded.body.attachmentId as string,
    });
    expect(decode(file.data)).toMatch(/^From: Olga[\s\S]*picnic\.$/);
    expect(file.size).toBe(forwarded.body.size);
  });

  it('a photo of five megabytes is fetched whole, and quickly', () => {
    const started = processorTime();
    const { mail, id } = find('a photo of five megabytes');
    const picture = mail.get(DESK, id).payload.parts?.[1] as Part;
    expect(picture).toMatchObject({ filename: 'IMG_2041.JPG', body: { size: 5 * 1024 * 1024 } });
    expect(picture.body.data).toBeUndefined();
    const { bytes } = mail.engine.attachment(DESK, id, picture.body.attachmentId as string);
    expect(bytes).toHaveLength(5 * 1024 * 1024);
    expect(mail.find('me', 'has:attachment larger:5M phone')).toEqual([id]);
    expect(processorTime() - started).toBeLessThan(3000);
  });

  it('of a delivery failure', () => {
    const { mail, id } = find('a failure as Postfix tells it');
    const { payload } = mail.get(DESK, id);
    expect(payload.parts?.map(({ mimeType }) => mimeType)).toEqual([
      'text/plain',
      'message/delivery-status',
      'text/rfc822-headers',
    ]);
    expect(header(mail.get(DESK, id), 'return-path')).toBe('<>');
  });

  it('mails within mails within mails end somewhere', () => {
    let source = 'Subject: innermost\r\n\r\nHello';
    for (let i = 0; i < 200; i++) source = `Content-Type: message/rfc822\r\n\r\n${source}`;
    const { mail, id } = receive(Buffer.from(source));
    expect(JSON.stringify(mail.get(DESK, id)).length).toBeLessThan(100_000);
  });
});

it('what machines write is marked so that a product can be tested with it', () => {
  const counts = new Map<string, number>();
  for (const { kind, expected } of RAW_MAILS) {
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
    expect(expected.automatic).toBe(kind === 'automatic' || kind === 'bounce');
  }
  expect(Object.fromEntries(counts)).toEqual({ request: 30, automatic: 10, bounce: 5, own: 2, malformed: 3 });
});
