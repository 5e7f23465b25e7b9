// What somebody wrote in a mail, from its parts as Gmail's API gives them.

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { textOfHtml } from '../../src/domain/html-text.ts';
import { decodeHeader } from '../../src/domain/mail-charsets.ts';
import { type MailPart, readMail } from '../../src/domain/mail-text.ts';
import { decode } from '../support/decode.ts';
import { processorTime } from '../support/processor-time.ts';

const b64 = (text: string | Buffer) => Buffer.from(text as string).toString('base64url');
const part = (mimeType: string, data: string | Buffer, changes: Partial<MailPart> = {}): MailPart => ({
  mimeType,
  filename: '',
  headers: [{ name: 'Content-Type', value: `${mimeType}; charset="UTF-8"` }],
  body: { size: data.length, data: b64(data) },
  ...changes,
});
const plain = (text: string | Buffer, contentType = 'text/plain; charset=utf-8') =>
  part('text/plain', text, { headers: [{ name: 'Content-type', value: contentType }] });
const set = (mimeType: string, ...parts: MailPart[]): MailPart => ({
  mimeType,
  filename: '',
  headers: [],
  body: { size: 0 },
  parts,
});
const file = (filename: string, size: number): MailPart => ({
  mimeType: 'image/jpeg',
  filename,
  headers: [{ name: 'Content-Disposition', value: 'attachment' }],
  body: { attachmentId: 'A', size },
});
const read = (payload: unknown, subject = 'Hello') =>
  readMail(payload as MailPart, {
    subject,
    mark: ' [more]',
    forwarded: '---------- Forwarded message ---------',
    decode,
  });

describe('the text of a mail', () => {
  it.each<[string, MailPart, string]>([
    ['plain', plain('No pictures, please.\r\n'), 'No pictures, please.'],
    ['both: the plain one', set('multipart/alternative', part('text/html', '<p>b</p>'), plain('a')), 'a'],
    ['an empty plain one', set('multipart/alternative', plain(' \n'), part('text/html', '<p>b</p>')), 'b'],
    ['HTML only', part('text/html', '<div>Hi<br>there</div>'), 'Hi\nthere'],
    ['mixed', set('multipart/mixed', plain('a'), file('x.jpg', 5), plain('b')), 'a\n\nb'],
    [
      'nested',
      set(
        'multipart/mixed',
        set('multipart/related', set('multipart/alternative', plain('a'))),
        file('x.jpg', 5),
      ),
      'a',
    ],
    ['without a type', { body: { data: b64('a') } }, 'a'],
    ['parts without a type', { parts: [plain('a')] }, 'a'],
    ['UTF-8 under another name', plain('Müller 李明', 'text/plain; charset=iso-2022-jp'), 'Müller 李明'],
    ['Latin 1', plain(Buffer.from('Jos\xe9', 'latin1'), 'text/plain; charset=ISO-8859-1'), 'José'],
    ['Windows', plain(Buffer.from([0x93, 0x80, 0x94]), 'text/plain; charset="windows-1252"'), '“€”'],
    ['Latin 9', plain(Buffer.from([0xa4]), 'text/plain; charset=iso-8859-15'), '€'],
    ['Russian', plain(Buffer.from([0xf0, 0xd2, 0xc9]), 'text/plain; charset=koi8-r'), 'При'],
    ['raw Japanese', plain('\u001b$B?eLn\u001b(B', 'text/plain; charset=iso-2022-jp'), '水野'],
    ['no charset', plain(Buffer.from('Jos\xe9', 'latin1'), 'text/plain'), 'José'],
    [
      'signed bytes',
      { mimeType: 'text/plain', body: { data: [...Buffer.from('é')].map((byte) => byte - 256) } },
      'é',
    ],
    ['padded base64', { mimeType: 'text/plain', body: { data: 'YQ==' } }, 'a'],
    [
      'standard base64',
      { mimeType: 'text/plain', body: { data: Buffer.from('a??>>').toString('base64') } },
      'a??>>',
    ],
    ['flowed', plain('one \ntwo\n three\n-- \nAna', 'text/plain; format=flowed'), 'one two\nthree'],
    ['flowed, DelSp', plain('日 \n本', 'text/plain; format=flowed; delsp=yes'), '日本'],
    [
      'a forwarded mail attached',
      set('multipart/mixed', plain('See this.'), {
        mimeType: 'message/rfc822',
        filename: 'mail.eml',
        parts: [
          {
            ...plain('He wrote this.'),
            headers: [
              { name: 'From', value: 'x@y.org' },
              { name: 'Subject', value: 'Hi' },
            ],
          },
        ],
      }),
      'See this.\n\n---------- Forwarded message ---------\nFrom: x@y.org\nSubject: Hi\n\nHe wrote this.',
    ],
  ])('%s', (_, payload, expected) => {
    const { text, problems } = read(payload);
    expect([text, problems]).toEqual([expected, []]);
  });
});

describe('what is not hers', () => {
  const HERS = 'No pictures, please.';
  const cut = (below: string) => `${HERS}\n\n${below}`;
  it.each<[string, string]>([
    [
      'a quoted mail',
      cut('On Mon, Mar 2, 2026 at 9:00 AM IMSTL <contact@imstl.org> wrote:\n> Hello\n>\n> Bye'),
    ],
    [
      'a broken line above it',
      cut('On Mon, Mar 2, 2026 at 9:00 AM IMSTL <contact@imstl.org>\nwrote:\n\n> Hello'),
    ],
    ['without marks', cut('On Mon, Mar 2, 2026 at 9:00 AM IMSTL <contact@imstl.org> wrote:\n\nHello\nBye')],
    ['German', cut('Am 02.03.2026 um 09:00 schrieb IMSTL <contact@imstl.org>:\n> Hallo')],
    ['French', cut('Le lun. 2 mars 2026 à 09:00, IMSTL <contact@imstl.org> a écrit :\n> Bonjour')],
    ['Spanish', cut('El lun, 2 mar 2026 a las 9:00, IMSTL (<contact@imstl.org>) escribió:\n> Hola')],
    ['Portuguese', cut('Em seg., 2 de mar. de 2026 às 09:00, IMSTL <contact@imstl.org> escreveu:\n> Oi')],
    ['Chinese', cut('IMSTL <contact@imstl.org> 于2026年3月2日周一 09:00写道：\n> 你好')],
    [
      'Outlook',
      cut(
        '________________________________\nFrom: IMSTL\nSent: Monday, March 2, 2026\nTo: Ana\nSubject: Hello\n\nText',
      ),
    ],
    ['Outlook without a line', cut('From: IMSTL\nSent: Monday\nTo: Ana\nSubject: Hello\n\nText')],
    ['German Outlook', cut('Von: IMSTL\nGesendet: Montag\nAn: Ana\nBetreff: Hallo\n\nText')],
    ['an original message', cut('-----Original Message-----\nFrom: IMSTL\n\nText')],
    ['a signature', cut('-- \nAna Ruiz\n555 1234')],
    ['a signature without its space', cut('--\nAna Ruiz')],
    ['a phone', cut('Sent from my iPhone')],
    ['Outlook on a phone', cut('Get Outlook for Android')],
    [
      'a phone and a quoted mail',
      cut('Sent from my iPhone\n\nOn Mar 2, 2026, at 9:00 AM, IMSTL <c@imstl.org> wrote:\n\n> Hello'),
    ],
    ['a signature and a quoted mail', cut('-- \nAna\n\nOn Mar 2, 2026, IMSTL <c@imstl.org> wrote:\n> Hello')],
  ])('%s is cut, and kept apart', (_, text) => {
    const reading = read(plain(text));
    expect(reading.text).toBe(HERS);
    expect(reading.cut).toBe(text.slice(HERS.length).trim());
  });

  it('is cut from HTML too', () => {
    const html = `<div dir="ltr">${HERS}</div><br><div class="gmail_quote"><div class="gmail_attr">On Mon, Mar 2, 2026 at 9:00 AM IMSTL &lt;<a href="mailto:c@imstl.org">c@imstl.org</a>&gt; wrote:<br></div><blockquote>Hello<br><br>Bye</blockquote></div>`;
    expect(read(part('text/html', html)).text).toBe(HERS);
  });

  it.each<[what: string, text: string]>([
    ['nothing else', 'On Mar 2, 2026, IMSTL <c@imstl.org> wrote:\n> Hello'],
    ['only a signature', '-- \nAna Ruiz'],
    ['quoted words of somebody, not a mail', 'He said:\n> I will come\nand I was afraid.'],
    ['words that only look like it', 'On Friday he wrote:\nCome at once.\nI did not.'],
    [
      'a forwarded mail',
      'Please look.\n\n---------- Forwarded message ---------\nFrom: X <x@y.org>\nDate: Mon\nSubject: Hi\nTo: Ana\n\nI hate you.\n\nOn Mon, Mar 2, 2026 Ana <a@y.org> wrote:\n> No',
    ],
    [
      'a forwarded mail from an iPhone',
      'Look.\n\nBegin forwarded message:\n\nFrom: X\nDate: Mon\nSubject: Hi\n\nText',
    ],
    ['a list with two hyphens far from the end', `--\n${'line\n'.repeat(20)}end`],
  ])('%s stays', (_, text) => {
    expect(read(plain(text))).toMatchObject({ text, cut: '' });
  });

  it('a mail that is passed on by Outlook stays, which only its subject tells', () => {
    const text = 'Look.\n\nFrom: X\nSent: Monday\nTo: Ana\nSubject: Hi\n\nText';
    expect(read(plain(text), 'FW: Hi').text).toBe(text);
    expect(read(plain(text), 'Re: Hi').text).toBe('Look.');
  });

  it('answers between quoted lines stay', () => {
    const text = 'On Mar 2, 2026, IMSTL <c@imstl.org> wrote:\n> May we use it?\nNo.\n> And the other?\nYes.';
    expect(read(plain(text)).text).toBe('No.\nYes.');
  });

  it('a signature above a forwarded mail does not take it away', () => {
    const text = 'Look.\n-- \nAna\n---------- Forwarded message ---------\nFrom: X\n\nText';
    expect(read(plain(text)).text).toBe('Look.\n---------- Forwarded message ---------\nFrom: X\n\nText');
  });
});

describe('HTML', () => {
  it.each<[string, string]>([
    ['<p>One</p><p>Two &amp; three</p>', 'One\n\nTwo & three'],
    ['<style>p{}</style><script>alert("<p>")</script><title>t</title>a<!-- b -->c', 'ac'],
    ['<ul><li>a</li><li>b</li></ul>', '- a\n- b'],
    ['<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>', 'a b\nc'],
    ['see <a href="https://x.org/1.jpg">this picture</a>!', 'see this picture (https://x.org/1.jpg)!'],
    ['<a href="https://x.org/1">https://x.org/1</a>', 'https://x.org/1'],
    ['<a href="javascript:alert(1)">x</a>', 'x'],
    ['<a href="https://x.org/?a=1&amp;b=2">here</a>', 'here (https://x.org/?a=1&b=2)'],
    [
      'a &lt;b&gt; &eacute;&Ntilde;&#233;&#x1F600;&nbsp;&unknown; &#0;',
      'a <b> éÑé😀\u00a0&unknown; \uFFFD'.replace('\u00a0', ' '),
    ],
    ['a < b and c > d', 'a < b and c > d'],
    ['<pre>a\n  b</pre>', 'a\n  b'],
    ['<a title="x > y" href="https://x.org">z</a>', 'z (https://x.org)'],
    ['<div>a<div>b</div></div>c', 'a\nb\nc'],
    ['<blockquote>a<blockquote>b</blockquote></blockquote>', '> a\n> >\n> > b'],
    ['unclosed <b', 'unclosed'],
    ['<script>never closed <b>text</b>', 'never closed text'],
    ['', ''],
  ])('%j', (html, expected) => {
    expect(textOfHtml(html)).toBe(expected);
  });

  it.each(['<', '<a ', '<script>', '<blockquote>', '<!--', '&', '<a href="', "<a '>", '<p>\n', '<pre>\n'])(
    'many times %j takes no long time',
    (piece) => {
      const start = processorTime();
      read(part('text/html', piece.repeat(Math.floor(200_000 / piece.length))));
      expect(processorTime() - start).toBeLessThan(2000);
    },
  );
});

describe('what is broken', () => {
  it.each<[string, unknown, string[]]>([
    ['nothing', undefined, ['empty']],
    ['null', null, ['empty']],
    ['a word', 'x', ['empty']],
    ['an empty body', plain(''), ['empty']],
    ['only spaces', plain(' \n\n '), ['empty']],
    ['only an attachment', set('multipart/mixed', plain(''), file('x.jpg', 5)), ['only attachments']],
    ['not base64', { mimeType: 'text/plain', body: { data: '%%%' } }, ['not readable']],
    ['data of another kind', { mimeType: 'text/plain', body: { data: { a: 1 } } }, ['not readable']],
    ['a body that is none', { mimeType: 'text/plain', body: 7 }, ['empty']],
    ['headers that are none', { mimeType: 'text/plain', headers: 'x', body: { data: 'YQ' } }, []],
    ['parts that are none', { mimeType: 'multipart/mixed', parts: [null, 3, 'x'] }, ['empty']],
    ['broken UTF-8', plain(Buffer.from([0x61, 0xff])), ['characters missing']],
    [
      'an unknown charset',
      plain(Buffer.from([0x61, 0xff]), 'text/plain; charset=x-nobody'),
      ['characters missing'],
    ],
    ['encrypted', set('multipart/encrypted', file('encrypted.asc', 5)), ['encrypted']],
  ])('%s', (_, payload, problems) => {
    expect(read(payload).problems).toEqual(problems);
  });

  it('parts within parts without end are read as far as they can be', () => {
    let deep = plain('inside');
    for (let level = 0; level < 1000; level++) deep = set('multipart/mixed', deep);
    expect(read(set('multipart/mixed', plain('outside'), deep))).toMatchObject({
      text: 'outside',
      problems: ['too deep'],
    });
  });

  it('a readable HTML part takes the place of a broken plain one', () => {
    const broken = { mimeType: 'text/plain', body: { data: '%' } };
    expect(read(set('multipart/alternative', broken, part('text/html', 'b')))).toMatchObject({
      text: 'b',
      problems: [],
    });
  });
});

it('lists attachments by name and size only', () => {
  const payload = set(
    'multipart/mixed',
    plain('a'),
    file('=?utf-8?Q?f=C3=AAte.jpg?=', 5_242_880),
    file('a\u202Egpj.exe', 1),
    {
      mimeType: 'text/calendar',
      body: { data: b64('BEGIN'), size: 5 },
    },
  );
  expect(read(payload).attachments).toEqual([
    { name: 'fête.jpg', size: 5_242_880 },
    { name: 'agpj.exe', size: 1 },
    { name: 'text/calendar', size: 5 },
  ]);
});

it('says which long texts have to be fetched', () => {
  const long: MailPart = { mimeType: 'text/plain', body: { attachmentId: 'LONG', size: 99 } };
  const payload = set('multipart/alternative', long, part('text/html', 'b'));
  expect(read(payload)).toMatchObject({ text: '', toFetch: ['LONG'], problems: [] });
  long.body = { data: b64('a'), size: 99 };
  expect(read(payload)).toMatchObject({ text: 'a', toFetch: [] });
});

it('shortens what is longer than a cell, and says so', () => {
  const { text, problems } = read(plain('é'.repeat(60_000)));
  expect([text.length, text.slice(-8), problems]).toEqual([49_007, 'é [more]', ['shortened']]);
});

it('a long text that is read in part keeps its characters', () => {
  const { text, problems } = read(plain(`x${'é'.repeat(700_000)}`));
  expect([text.slice(0, 3), problems]).toEqual(['xéé', ['shortened']]);
});

it('reads five megabytes in a moment', () => {
  const start = processorTime();
  expect(read(part('text/html', `<p>Hello</p>${'<p>word &amp; word</p>'.repeat(230_000)}`)).problems).toEqual(
    ['shortened'],
  );
  expect(processorTime() - start).toBeLessThan(5000);
});

it.each<[string, string]>([
  ['=?utf-8?q?caf=C3=A9?=', 'café'],
  ['=?utf-8?B?Y2Fm?= =?utf-8?B?w6k=?= x', 'café x'],
  ['=?windows-1252?Q?=93a=94?=', '“a”'],
  ['plain = text ?=', 'plain = text ?='],
  ['=?utf-8?B?%%?=', '=?utf-8?B?%%?='],
])('the header %j', (header, expected) => {
  expect(decodeHeader(header, decode)).toBe(expected);
});

describe('anything at all', () => {
  it('never throws, and gives a text that fits a cell', () => {
    const anything = fc.anything({ maxDepth: 3 });
    const { tree } = fc.letrec<{ tree: unknown }>((tie) => ({
      tree: fc.oneof(
        { depthSize: 'small' },
        fc.record(
          {
            mimeType: fc.oneof(
              fc.constantFrom(
                'text/plain',
                'text/html',
                'multipart/mixed',
                'multipart/alternative',
                'message/rfc822',
              ),
              anything,
            ),
            filename: anything,
            headers: fc.oneof(fc.array(fc.record({ name: anything, value: anything })), anything),
            body: fc.oneof(
              fc.record({
                data: fc.oneof(fc.base64String(), anything),
                attachmentId: anything,
                size: anything,
              }),
              anything,
            ),
            parts: fc.oneof(fc.array(tie('tree')), anything),
          },
          { requiredKeys: [] },
        ),
        anything,
      ),
    }));
    fc.assert(
      fc.property(tree, (payload) => {
        const { text, problems, attachments, toFetch } = read(payload);
        expect(text.length).toBeLessThan(50_000);
        expect(text !== '' || problems.length > 0 || toFetch.length > 0).toBe(true);
        for (const { size } of attachments) expect(size).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: 500 },
    );
  });

  it('plain words come through as they are', () => {
    const words = fc
      .array(fc.stringMatching(/^[a-zà-ÿ]{1,9}$/), { minLength: 1 })
      .map((list) => list.join(' '));
    fc.assert(fc.property(words, (text) => expect(read(plain(text)).text).toBe(text)));
  });
});
