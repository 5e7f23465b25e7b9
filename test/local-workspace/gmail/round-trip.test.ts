// Whatever subject, name and body are sent, the reader gets the same.

import { it } from '@jest/globals';
import fc from 'fast-check';
import { createMimeMessage } from 'mimetext';
import { ANA, DESK, decode, header, Mail } from './support.ts';

const words = fc.string({ unit: 'grapheme', maxLength: 120 });
/** Text without the line breaks that no header can hold. */
const line = words.filter((text) => !/[\r\n]/.test(text) && text.trim() === text && text !== '');
const name = line.filter((text) => !/\p{Cc}/u.test(text));

/** Whether a From header names the person, as it is or as a quoted string with its escapes. */
const names = (from: string, person: string): boolean =>
  from.includes(person) || from.replace(/\\([\s\S])/g, '$1').includes(person);

it('a mail written with a mail library', () => {
  fc.assert(
    fc.property(line, name, words, words, (subject, person, text, html) => {
      const mail = new Mail();
      const message = createMimeMessage();
      message.setSender({ addr: DESK, name: person });
      message.setRecipients({ addr: ANA, name: person });
      message.setSubject(subject);
      const add = (contentType: string, data: string) =>
        message.addMessage({ contentType, encoding: 'base64', data: Buffer.from(data).toString('base64') });
      add('text/plain', text);
      add('text/html', html);
      mail.send(message.asRaw());
      const arrived = mail.newest(ANA);
      const [plainPart, htmlPart] = arrived.payload.parts ?? [];
      return (
        header(arrived, 'Subject') === subject &&
        header(arrived, 'To') === `${person} <${ANA}>` &&
        names(mail.engine.mailboxes.get(ANA, arrived.id).from, person) &&
        decode(plainPart?.body.data) === text &&
        decode(htmlPart?.body.data) === html
      );
    }),
    { numRuns: 300 },
  );
});

it('a mail written by a person on the page', () => {
  fc.assert(
    fc.property(line, words, (subject, text) => {
      const mail = new Mail();
      mail.engine.write(ANA, { to: DESK, subject, text });
      const arrived = mail.newest(DESK);
      return header(arrived, 'Subject') === subject && mail.engine.view(DESK, arrived.id).text === text;
    }),
    { numRuns: 300 },
  );
});

it('any bytes at all arrive in some mailbox and are given back unchanged', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
      const mail = new Mail();
      const [arrived] = mail.engine.receive(bytes, [DESK]);
      const { raw } = mail.get(DESK, arrived?.id as string, { format: 'raw' });
      mail.get(DESK, arrived?.id as string);
      return Buffer.from(raw, 'base64').equals(Buffer.from(bytes));
    }),
    { numRuns: 300 },
  );
});
