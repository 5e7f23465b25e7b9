// Mail as it goes over the wire: any language, and no way to smuggle in a header.

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { extract } from 'letterparser';
import { headerText, type Message, mailboxHeader, writeMessage } from '../../src/domain/mime.ts';

const MESSAGE: Message = {
  from: { name: 'International Mentoring St. Louis', address: 'contact@imstl.org' },
  to: { name: 'María "Mia" Ito', address: 'maria@example.org' },
  replyTo: 'contact@imstl.org',
  subject: 'Grüße 😀 an María',
  text: 'Hello María\n\n=1+1 ليلى',
  html: '<p>Hello <b>María</b></p>',
  headers: { 'X-IMSTL-Mail': 'IMSTL-MAIL-000001' },
};

const toBase64 = (text: string) => Buffer.from(text, 'utf8').toString('base64');

const decoded = (header: string) =>
  header
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?UTF-8\?B\?([^?]*)\?=/g, (_, body) => Buffer.from(body, 'base64').toString('utf8'));

it('can be read by another program', () => {
  const read = extract(writeMessage(MESSAGE, toBase64));
  expect(read.subject).toBe(MESSAGE.subject);
  expect(read.to?.[0]?.address).toBe('maria@example.org');
  expect(read.text?.trim().replace(/\r/g, '')).toBe(MESSAGE.text);
  expect(read.html?.trim()).toBe(MESSAGE.html);
});

describe('display names', () => {
  it.each([
    ['Maria Ito', '"Maria Ito" <m@example.org>'],
    ['Mia "the" Ito\\', '"Mia \\"the\\" Ito\\\\" <m@example.org>'],
    ['', 'm@example.org'],
    ['Eve\r\nBcc: all@example.org', '"Eve Bcc: all@example.org" <m@example.org>'],
    ['<script>', '"<script>" <m@example.org>'],
  ])('%j → %s', (name, header) => {
    expect(mailboxHeader({ name, address: 'm@example.org' })).toBe(header);
  });

  it.each(['a@b.org, c@d.org', 'a@b.org>', 'a b@c.org', 'a@b.org\r\nBcc: x@y.org'])(
    'the address %j is refused',
    (address) => {
      expect(() => mailboxHeader({ name: '', address })).toThrow('Invalid email');
    },
  );
});

it('keeps header lines within 76 characters and leads back to the text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (subject) => {
      const header = headerText(`é ${subject} é`);
      for (const line of header.split('\r\n')) expect(line.length).toBeLessThanOrEqual(76);
      expect(decoded(header)).not.toMatch(/[\r\n]/);
      expect(Buffer.from(header, 'latin1').toString('latin1')).toBe(header);
    }),
  );
});

it('lets no text of a member become a header', () => {
  const nasty = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom('a\r\nBcc: x@y.org', 'a\nBcc: x@y.org', 'a\u2028Bcc: x@y.org'),
  );
  fc.assert(
    fc.property(nasty, nasty, (subject, name) => {
      const head =
        writeMessage({ ...MESSAGE, subject, to: { ...MESSAGE.to, name } }, toBase64).split('\r\n\r\n')[0] ??
        '';
      const names = head.split(/\r\n(?![ \t])/).map((line) => line.split(':')[0]);
      expect(names).toEqual([
        'From',
        'To',
        'Reply-To',
        'Subject',
        'X-IMSTL-Mail',
        'MIME-Version',
        'Content-Type',
      ]);
    }),
  );
});
