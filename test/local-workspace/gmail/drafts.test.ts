// Mails that wait for a person to send them.

import { expect, it } from '@jest/globals';
import { ANA, header, Mail, type Message, plain } from './support.ts';

interface Draft {
  id: string;
  message: Message;
}

it('a draft lies in its mailbox and goes nowhere', () => {
  const mail = new Mail();
  const raw = Buffer.from(plain(ANA, 'A letter', 'Dear Ana', ['Bcc: bea@example.org'])).toString('base64url');
  const draft = mail.api<Draft>('drafts.create', { userId: 'me' }, { body: { message: { raw } } });
  expect(draft.message.labelIds).toEqual(['DRAFT']);
  const read = mail.api<Draft>('drafts.get', { userId: 'me', id: draft.id }, { query: { format: 'full' } });
  expect([header(read.message, 'Subject'), header(read.message, 'Bcc')]).toEqual([
    'A letter',
    'bea@example.org',
  ]);
  const { drafts } = mail.api<{ drafts: Draft[] }>('drafts.list', { userId: 'me' });
  expect(drafts.map(({ id }) => id)).toEqual([draft.id]);
  expect(mail.find('me', 'in:drafts')).toEqual([draft.message.id]);
  expect([
    mail.find(ANA),
    mail.find('me', 'in:sent'),
    mail.kernel.quotas.used('contact@imstl.org', 'mail recipients'),
  ]).toEqual([[], [], 0]);
});

it('a sent mail is no draft', () => {
  const mail = new Mail();
  const { id } = mail.send(plain(ANA, 'Sent'));
  const get = (draft: string) => () => mail.api('drafts.get', { userId: 'me', id: draft });
  expect(get(`r${BigInt(`0x${id}`)}`)).toThrow('Requested entity was not found.');
  expect(get('x')).toThrow('Invalid draft');
});
