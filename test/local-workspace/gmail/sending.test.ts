// What happens to a mail between the sender's request and the mailboxes of its recipients.

import { describe, expect, it } from '@jest/globals';
import { ANA, BEA, DESK, decode, header, Mail, plain } from './support.ts';

describe('a mail that is sent', () => {
  it('lies in the Sent mail of its sender and, unread, in the inbox of its recipient', () => {
    const mail = new Mail();
    const sent = mail.send(plain(`Ana <${ANA}>`, 'Welcome', 'Good to have you'));
    expect(sent.id).toMatch(/^[0-9a-f]{16}$/);
    expect(sent.labelIds).toEqual(['SENT']);
    expect(mail.find('me', 'in:sent')).toEqual([sent.id]);
    const arrived = mail.newest(ANA);
    expect(arrived.id).not.toBe(sent.id);
    expect(arrived.labelIds).toEqual(['UNREAD', 'INBOX']);
    expect(decode(arrived.payload.body.data)).toBe('Good to have you');
    expect(header(arrived, 'From')).toBe(DESK);
    expect(arrived.internalDate).toBe(String(mail.kernel.clock.now()));
  });

  it('gets a Message-ID and a date of Gmail, the same in both copies', () => {
    const mail = new Mail();
    const { id } = mail.send(plain(ANA, 'Ids', 'x', ['Message-ID: <mine@example.org>']));
    const own = header(mail.get('me', id), 'Message-ID');
    expect(own).toMatch(/^<CA.+@mail\.gmail\.com>$/);
    expect(header(mail.newest(ANA), 'Message-ID')).toBe(own);
    expect(header(mail.newest(ANA), 'Date')).toBe('Mon, 5 Jan 2026 15:00:00 +0000');
  });

  it('to oneself is one message with both labels', () => {
    const mail = new Mail();
    const { id } = mail.send(plain(DESK, 'Note to self'));
    expect(mail.find('me')).toEqual([id]);
    expect(mail.get('me', id).labelIds.sort()).toEqual(['INBOX', 'SENT', 'UNREAD']);
  });

  it('shows its blind copies to nobody but the sender', () => {
    const mail = new Mail();
    const { id } = mail.send(plain(ANA, 'Quiet', 'x', [`Bcc: Bea <${BEA}>,\r\n hidden@example.org`]));
    expect(header(mail.get('me', id), 'Bcc')).toBe(`Bea <${BEA}>, hidden@example.org`);
    for (const address of [ANA, BEA, 'hidden@example.org']) {
      const copy = mail.newest(address);
      expect(header(copy, 'Bcc')).toBeUndefined();
      expect(decode(mail.get(address, copy.id, { format: 'raw' }).raw)).not.toContain('hidden@');
    }
  });

  it('reaches an address named several times, in several spellings, once', () => {
    const mail = new Mail();
    mail.send(plain(`${ANA}, "Ana B." <ANA@Example.org>`, 'Twice', 'x', [`Cc: ${ANA}`]));
    expect(mail.find(ANA)).toHaveLength(1);
    expect(mail.kernel.quotas.used(DESK, 'mail recipients')).toBe(1);
  });
});

describe('the sender', () => {
  const cases: [string, string | undefined, string][] = [
    ['no From: the account with its name', undefined, 'Code of Conduct desk <contact@imstl.org>'],
    ['its own address', 'Desk <contact@imstl.org>', 'Desk <contact@imstl.org>'],
    ['an alias', 'Safety <safety@imstl.org>', 'Safety <safety@imstl.org>'],
    [
      'an alias without a name takes the name of the alias',
      'safety@imstl.org',
      'Safety team <safety@imstl.org>',
    ],
    ['a foreign address is replaced without a word', 'Boss <boss@imstl.org>', 'Boss <contact@imstl.org>'],
    ['rubbish is replaced too', '<<<', 'Code of Conduct desk <contact@imstl.org>'],
  ];
  it.each(cases)('%s', (_, from, shown) => {
    const mail = new Mail();
    mail.engine.configure({
      address: DESK,
      displayName: 'Code of Conduct desk',
      aliases: [{ address: 'safety@imstl.org', displayName: 'Safety team' }],
    });
    mail.send(plain(ANA, 'From', 'x', from === undefined ? [] : [`From: ${from}`]));
    expect(header(mail.newest(ANA), 'From')).toBe(shown);
  });
});

describe('a mail that Gmail refuses', () => {
  const text = (kilobytes: number) => 'x'.repeat(kilobytes * 1024);
  const cases: [string, string, string][] = [
    ['no recipient', 'Subject: x\r\n\r\nx', 'Recipient address required'],
    ['an empty To', 'To: \r\nSubject: x\r\n\r\nx', 'Recipient address required'],
    ['no domain', plain('human@f', 'x'), 'Invalid To header'],
    ['no at sign', plain('somebody', 'x'), 'Invalid To header'],
    ['a name with empty brackets', plain('Judith Pin <>', 'x'), 'Invalid To header'],
    ['an unclosed bracket', plain('Ana <ana@example.org', 'x'), 'Invalid To header'],
    ['two dots', plain('a..b@example.org', 'x'), 'Invalid To header'],
    ['a space in the address', plain('a b@example.org', 'x'), 'Invalid To header'],
    ['a bad Cc', plain(ANA, 'x', 'x', ['Cc: nobody']), 'Invalid Cc header'],
    ['a bad Bcc', plain(ANA, 'x', 'x', ['Bcc: nobody@']), 'Invalid Bcc header'],
    [
      '51 recipients',
      plain(Array.from({ length: 51 }, (_, i) => `m${i}@example.org`).join(', '), 'x'),
      'Limit Exceeded: Email Recipients Per Message.',
    ],
    ['a text of more than 400 KB', plain(ANA, 'x', text(401)), 'Limit Exceeded: Email Body Size.'],
  ];
  it.each(cases)('%s', (_, source, message) => {
    const mail = new Mail();
    expect(() => mail.send(source)).toThrow(message);
    expect(mail.find('me')).toEqual([]);
    expect(mail.kernel.quotas.used(DESK, 'mail recipients')).toBe(0);
  });

  it.each([
    [{}, "'raw' RFC822 payload message string or uploading message via /upload/* URL required"],
    [{ raw: '***' }, 'Invalid value at \'message.raw\' (TYPE_BYTES), Base64 decoding failed for "***"'],
    [{ raw: 5 }, "Invalid value at 'message.raw' (TYPE_STRING), 5"],
    [{ row: 'x' }, 'Invalid JSON payload received. Unknown name "row" at \'message\': Cannot find field.'],
  ])('a body of %j', (body, message) => {
    expect(() => new Mail().api('messages.send', { userId: 'me' }, { body })).toThrow(message);
  });
});

describe('the day’s allowance', () => {
  it('counts recipients, refuses what does not fit as a whole, and opens again after 24 hours', () => {
    const mail = new Mail({ edition: 'consumer' });
    const forty = Array.from({ length: 40 }, (_, i) => `m${i}@example.org`).join(', ');
    mail.send(plain(forty, 'one'));
    mail.send(plain(forty, 'two'));
    expect(() => mail.send(plain(forty, 'three'))).toThrow(
      'Service invoked too many times for one day: email.',
    );
    expect(mail.find('me', 'in:sent')).toHaveLength(2);
    mail.send(plain(ANA, 'small enough'));
    mail.kernel.clock.tick(24 * 3_600_000);
    mail.send(plain(forty, 'three'));
  });
});

describe('header injection', () => {
  it('a stray carriage return or a NUL starts no header', () => {
    const mail = new Mail();
    const { id } = mail.send(`To: ${ANA}\r\nSubject: hello\rBcc: ${BEA}\0X: y\r\n\r\nx`);
    expect(header(mail.get('me', id), 'Subject')).toBe(`hello Bcc: ${BEA} X: y`);
    expect(mail.find(BEA)).toEqual([]);
    const raw = decode(mail.get('me', id, { format: 'raw' }).raw);
    expect(raw).not.toMatch(/\r(?!\n)|\0/);
  });

  it('line breaks hidden in an encoded word stay inside their header', () => {
    const mail = new Mail();
    const hidden = Buffer.from(`hello\r\nBcc: ${BEA}\r\n\r\nbody`).toString('base64');
    mail.send(plain(ANA, `=?UTF-8?B?${hidden}?=`));
    expect(header(mail.newest(ANA), 'Subject')).toBe(`hello Bcc: ${BEA}  body`);
    expect(mail.find(BEA)).toEqual([]);
  });

  it('people who write a mail on the page cannot add headers through its fields', () => {
    const mail = new Mail();
    const write = (to: string) => mail.engine.write(ANA, { to, subject: `Hi\r\nBcc: ${BEA}`, text: 'x' });
    expect(() => write(`${DESK}\r\nBcc: ${BEA}`)).toThrow('Invalid To header');
    write(DESK);
    expect(mail.find(BEA)).toEqual([]);
    expect(header(mail.newest(DESK), 'Subject')).toBe(`Hi Bcc: ${BEA}`);
  });
});

describe('mailboxes and who may read them', () => {
  it('over HTTP any address is a user id; inside a script only the own one', () => {
    const mail = new Mail();
    mail.send(plain(ANA, 'Private'));
    expect(mail.api<object>('getProfile', { userId: ANA })).toMatchObject({
      emailAddress: ANA,
      messagesTotal: 1,
    });
    expect(mail.api<object>('getProfile', { userId: DESK.toUpperCase() }, { face: 'script' })).toMatchObject({
      emailAddress: DESK,
    });
    expect(() => mail.api('messages.list', { userId: ANA }, { face: 'script' })).toThrow(
      `Delegation denied for ${DESK}`,
    );
    expect(() => mail.api('messages.list', { userId: 'everybody' })).toThrow(`Delegation denied for ${DESK}`);
  });

  it('a mailbox that never had mail is empty', () => {
    expect(new Mail().api('messages.list', { userId: 'nobody@example.org' })).toEqual({
      resultSizeEstimate: 0,
    });
  });

  it('snapshot and restore cover all of it', () => {
    const mail = new Mail();
    const before = mail.kernel.store.snapshot();
    mail.send(plain(ANA, 'Gone'));
    mail.kernel.store.restore(before);
    expect(mail.find(ANA)).toEqual([]);
    expect(mail.engine.overview()).toEqual([]);
    mail.send(plain(ANA, 'Again'));
    expect(mail.find(ANA)).toHaveLength(1);
  });
});
