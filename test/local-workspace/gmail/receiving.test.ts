// Mails as they come from the world outside, well-formed and not.

import { describe, expect, it } from '@jest/globals';
import { processorTime } from '../../support/processor-time.ts';
import { ANA, DESK, decode, header, Mail } from './support.ts';

const receive = (mail: Mail, source: string | Uint8Array) => {
  mail.engine.receive(source, [DESK]);
  return mail.newest(DESK);
};

describe('texts and charsets', () => {
  const cases: [string, string | Uint8Array, { subject?: string; text?: string; html?: string }][] = [
    ['plain ASCII', 'Subject: Hi\n\nHello', { subject: 'Hi', text: 'Hello' }],
    [
      'quoted-printable in ISO-8859-1',
      'Subject: =?iso-8859-1?Q?Gr=FC=DFe_aus_K=F6ln?=\nContent-Type: text/plain; charset=iso-8859-1\nContent-Transfer-Encoding: quoted-printable\n\nSch=F6ne Gr=FC=DFe,=\n Jos=E9',
      { subject: 'Grüße aus Köln', text: 'Schöne Grüße, José' },
    ],
    [
      'base64 in UTF-8, with rubbish in it',
      `Subject: x\nContent-Type: text/plain; charset="utf-8"\nContent-Transfer-Encoding: BASE64\n\n${Buffer.from(
        'Žofia 💜',
      )
        .toString('base64')
        .replace(/(.{5})/g, '$1\n ')}`,
      { text: 'Žofia 💜' },
    ],
    [
      'Japanese in ISO-2022-JP',
      'Subject: =?ISO-2022-JP?B?GyRCJUYlOSVIGyhC?=\nContent-Type: text/plain; charset=ISO-2022-JP\n\n\x1b$B%F%9%H\x1b(B',
      { subject: 'テスト', text: 'テスト' },
    ],
    [
      'a character cut in two by the end of an encoded word',
      'Subject: =?utf-8?B?w4k=?= =?utf-8?B?4oI=?=\n =?utf-8?B?rA==?= 5\n\nx',
      { subject: 'É€ 5' },
    ],
    ['raw bytes of UTF-8 in a header', Buffer.from('Subject: Zoë\n\nx'), { subject: 'Zoë' }],
    [
      'raw bytes of Latin-1 without a word about it',
      Buffer.from('Subject: Zo\xeb\n\nna\xefve', 'latin1'),
      { subject: 'Zoë', text: 'naïve' },
    ],
    [
      'an unknown charset',
      'Subject: x\nContent-Type: text/plain; charset=klingon-1\n\nQapla',
      { text: 'Qapla' },
    ],
    ['HTML only', 'Subject: x\nContent-Type: text/html\n\n<p>Hi</p>', { html: '<p>Hi</p>', text: '' }],
    [
      'a folded header with a tab',
      'Subject: one\r\n\ttwo\r\n  three\r\n\r\nx',
      { subject: 'one\ttwo  three' },
    ],
  ];
  it.each(cases)('%s', (_, source, expected) => {
    const mail = new Mail();
    const { id } = receive(mail, source);
    const view = mail.engine.view(DESK, id);
    const subject = view.headers.find(({ name }) => name === 'Subject')?.value;
    expect({ subject, text: view.text, html: view.html }).toMatchObject(expected);
  });

  it('the API gives texts in UTF-8 whatever they came in', () => {
    const { payload } = receive(
      new Mail(),
      Buffer.from('Content-Type: text/plain; charset=windows-1252\n\n\x80 5', 'latin1'),
    );
    expect(decode(payload.body.data)).toBe('€ 5');
  });
});

describe('a mail of several parts', () => {
  const source = [
    'From: =?utf-8?Q?Ana_Mar=C3=ADa?= <ana@example.org>',
    'To: contact@imstl.org',
    'Subject: Picture',
    'Content-Type: multipart/mixed; boundary="outer"',
    '',
    'For old readers.',
    '--outer',
    'Content-Type: multipart/alternative; boundary=inner',
    '',
    '--inner',
    'Content-Type: text/plain; charset=utf-8',
    '',
    'See attached',
    '--inner',
    'Content-Type: text/html; charset=utf-8',
    '',
    '<b>See attached</b>',
    '--inner--',
    '--outer',
    'Content-Type: image/png',
    'Content-Disposition: attachment; filename*0*=utf-8\'\'fot%C3%B3; filename*1=".png"',
    'Content-Transfer-Encoding: base64',
    '',
    'iVBORw0KGgo=',
    '--outer--',
    '',
  ].join('\r\n');

  it('is a tree of parts as in the Gmail API', () => {
    const mail = new Mail();
    const { payload, id, snippet } = receive(mail, source);
    expect(payload.mimeType).toBe('multipart/mixed');
    expect(payload.body).toEqual({ size: 0 });
    const [alternative, picture] = payload.parts ?? [];
    expect(alternative).toMatchObject({ partId: '0', mimeType: 'multipart/alternative', filename: '' });
    expect(alternative?.parts?.map(({ partId, mimeType }) => [partId, mimeType])).toEqual([
      ['0.0', 'text/plain'],
      ['0.1', 'text/html'],
    ]);
    expect(decode(alternative?.parts?.[0]?.body.data)).toBe('See attached');
    expect(picture).toMatchObject({
      partId: '1',
      mimeType: 'image/png',
      filename: 'fotó.png',
      body: { size: 8 },
    });
    expect(picture?.body.data).toBeUndefined();
    const file = mail.api<{ size: number; data: string }>('messages.attachments.get', {
      userId: 'me',
      messageId: id,
      id: picture?.body.attachmentId as string,
    });
    expect(Buffer.from(file.data, 'base64').toString('latin1')).toBe('\x89PNG\r\n\x1a\n');
    expect(snippet).toBe('See attached');
  });

  it('is kept byte for byte', () => {
    const mail = new Mail();
    const { id } = receive(mail, source);
    expect(decode(mail.get(DESK, id, { format: 'raw' }).raw)).toBe(source);
    expect(mail.engine.view(DESK, id).attachments).toMatchObject([
      { name: 'fotó.png', type: 'image/png', size: 8 },
    ]);
  });

  it('metadata gives the headers asked for and no body; minimal not even those', () => {
    const mail = new Mail();
    const { id } = receive(mail, source);
    const metadata = mail.get('me', id, { format: 'metadata', metadataHeaders: ['subject', 'From'] });
    expect(metadata.payload).toEqual({
      mimeType: 'multipart/mixed',
      headers: [
        { name: 'From', value: 'Ana María <ana@example.org>' },
        { name: 'Subject', value: 'Picture' },
      ],
    });
    expect(mail.get('me', id, { format: 'minimal' })).not.toHaveProperty('payload');
  });
});

describe('hostile and broken mails are read as far as they can be', () => {
  const deep = (levels: number): string => {
    let source = 'Content-Type: text/plain\n\nbottom';
    for (let i = 0; i < levels; i++)
      source = `Content-Type: multipart/mixed; boundary=b${i}\n\n--b${i}\n${source}\n--b${i}--\n`;
    return source;
  };
  const cases: [string, string | Uint8Array][] = [
    ['nothing at all', ''],
    ['no headers', 'just words'],
    ['only headers', 'Subject: x'],
    ['a blank first line', '\n\nSubject: no header'],
    ['a line of an mbox', 'From ana@example.org Mon Jan 5\nSubject: x\n\nx'],
    ['a continuation ahead of any header', ' folded\nSubject: x\n\nx'],
    ['headers without names', ': x\n:\nSubject x\n\nx'],
    ['a multipart without boundary', 'Content-Type: multipart/mixed\n\n--x\n\nHello\n--x--'],
    ['a multipart whose boundary never comes', 'Content-Type: multipart/mixed; boundary=zz\n\nHello'],
    [
      'a multipart that is cut off',
      'Content-Type: multipart/mixed; boundary=zz\n\n--zz\nContent-Type: text/plain\n\nHello',
    ],
    [
      'a multipart in itself',
      'Content-Type: multipart/mixed; boundary=a\n\n--a\nContent-Type: multipart/mixed; boundary=a\n\n--a\n\nx\n--a--',
    ],
    ['a thousand levels', deep(1000)],
    [
      'ten thousand parts',
      `Content-Type: multipart/mixed; boundary=a\n\n${'--a\n\nx\n'.repeat(10_000)}--a--`,
    ],
    ['an encoded word without end', 'Subject: =?utf-8?B?SGVsbG8\n\nx'],
    ['an encoded word of wrong base64', 'Subject: =?utf-8?B?%%%%?=\n\nx'],
    ['quoted-printable with wrong escapes', 'Content-Transfer-Encoding: quoted-printable\n\n=ZZ =4 =\n='],
    ['a type with thousands of parameters', `Content-Type: text/plain${'; a=b'.repeat(20_000)}\n\nx`],
    ['prototype names as parameters', 'Content-Type: text/plain; __proto__=x; constructor=y\n\nx'],
    ['a header of a megabyte', `Subject: ${'x'.repeat(1_000_000)}\n\nx`],
    ['all byte values', Uint8Array.from({ length: 256 }, (_, i) => i)],
    [
      'addresses gone wild',
      `From: ${'<'.repeat(5000)}\nTo: ${'('.repeat(5000)}\nCc: ${'"'.repeat(4999)}\n\nx`,
    ],
  ];
  it.each(cases)('%s', (_, source) => {
    const mail = new Mail();
    const started = processorTime();
    const message = receive(mail, source);
    mail.engine.view(DESK, message.id);
    mail.find('me', 'from:ana hello');
    const given = typeof source === 'string' ? Buffer.from(source) : Buffer.from(source);
    expect(Buffer.from(mail.get('me', message.id, { format: 'raw' }).raw, 'base64').equals(given)).toBe(true);
    expect(processorTime() - started).toBeLessThan(3000);
  });

  it('a mail without readable recipients needs an envelope', () => {
    expect(() => new Mail().engine.receive('Subject: x\n\nx')).toThrow('Recipient address required');
  });
});

it('people write mails from their parts', () => {
  const mail = new Mail();
  mail.engine.receive({
    from: 'Ana María <ana@example.org>',
    to: [DESK, 'Bea "B" <bea@example.org>'],
    subject: 'Ünï – 💜',
    text: 'line one\nline two',
    html: '<p>line one</p>',
    headers: { 'Auto-Submitted': 'auto-replied', 'X-Long': 'ü'.repeat(200) },
    attachments: [{ name: 'ü.txt', type: 'text/plain', content: 'file' }],
  });
  const arrived = mail.newest(DESK);
  expect(header(arrived, 'From')).toBe('Ana María <ana@example.org>');
  expect(header(arrived, 'Subject')).toBe('Ünï – 💜');
  expect(header(arrived, 'X-Long')).toBe('ü'.repeat(200));
  const view = mail.engine.view(DESK, arrived.id);
  expect(view).toMatchObject({
    text: 'line one\nline two',
    html: '<p>line one</p>',
    attachments: [{ name: 'ü.txt', size: 4 }],
  });
  expect(mail.find('bea@example.org', 'in:inbox from:ana')).toHaveLength(1);
  expect(mail.find(ANA)).toEqual([]);
});
