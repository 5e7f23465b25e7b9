// Mails in the charsets of the world, some of which say so.

import type { RawMail } from '../../../support/raw-mails.ts';
import { base64, inCharset, mail, quotedPrintable, utf8 } from './write-raw.ts';

interface Words {
  readonly from: string;
  readonly subject: string;
  readonly text: string;
}

const request = (
  name: string,
  { from, subject, text }: Words,
  headers: Record<string, string>,
  body: string,
): RawMail => ({
  name,
  kind: 'request',
  source: mail({ From: from, ...headers }, body),
  expected: { from, subject, text, automatic: false },
});

/** A header's encoded word of any charset. */
const word = (charset: string, text: string): string =>
  `=?${charset}?B?${Buffer.from(inCharset(text, charset), 'latin1').toString('base64')}?=`;

const GERMAN = {
  from: 'jana.mueller@example.org',
  subject: 'Grüße und eine Frage',
  text: 'Schöne Grüße! Darf ich meiner Mentee ein Buch schenken? Jana Müller',
};
const FRENCH = {
  from: 'claire.dubois@example.org',
  subject: 'It’s about the “walk”…',
  text: 'I’d like “no pictures” – not even one… It costs 5 €, she said.',
};
const RUSSIAN = {
  from: 'olga.petrova@example.org',
  subject: 'Вопрос о фотографиях',
  text: 'Здравствуйте! Пожалуйста, не фотографируйте мою дочь. Ольга',
};
const CHINESE = {
  from: 'mei.wang@example.org',
  subject: '关于照片',
  text: '您好，请不要给我拍照。谢谢！王梅',
};
const JAPANESE = { from: 'yuki.sato@example.org', subject: 'テスト', text: 'テスト' };
const ARABIC = {
  from: 'samira.nasser@example.org',
  subject: 'Picture',
  text: 'من فضلكم لا تنشروا صورتي',
};
const SPANISH = {
  from: 'ines.munoz@example.org',
  subject: 'Mañana, Inés Muñoz',
  text: 'No quiero salir en las fotos de mañana. Inés Muñoz',
};

export const CHARSETS: readonly RawMail[] = [
  request(
    'ISO-8859-1, eight bits',
    GERMAN,
    {
      Subject: '=?ISO-8859-1?Q?Gr=FC=DFe_und_eine_Frage?=',
      'Content-Type': 'text/plain; charset=ISO-8859-1; format=flowed',
      'Content-Transfer-Encoding': '8bit',
    },
    'Schöne Grüße!\r\n\r\nDarf ich meiner Mentee ein Buch schenken?\r\n\r\nJana Müller\r\n',
  ),
  request(
    'Windows-1252 with its curly quotes, quoted-printable',
    FRENCH,
    {
      Subject: '=?windows-1252?Q?It=92s_about_the_=93walk=94=85?=',
      'Content-Type': 'text/plain; charset="Windows-1252"',
      'Content-Transfer-Encoding': 'quoted-printable',
    },
    quotedPrintable(inCharset(FRENCH.text, 'windows-1252')),
  ),
  request(
    'KOI8-R, base64',
    RUSSIAN,
    {
      Subject: word('koi8-r', RUSSIAN.subject),
      'Content-Type': 'text/plain; charset="koi8-r"',
      'Content-Transfer-Encoding': 'base64',
    },
    base64(inCharset(RUSSIAN.text, 'koi8-r')),
  ),
  request(
    'GB2312, eight bits',
    CHINESE,
    {
      Subject: word('gb2312', CHINESE.subject),
      'Content-Type': 'text/plain; charset="gb2312"',
      'Content-Transfer-Encoding': '8bit',
    },
    inCharset(CHINESE.text, 'gb2312'),
  ),
  request(
    'ISO-2022-JP, seven bits',
    JAPANESE,
    {
      Subject: '=?ISO-2022-JP?B?GyRCJUYlOSVIGyhC?=',
      'Content-Type': 'text/plain; charset=ISO-2022-JP',
      'Content-Transfer-Encoding': '7bit',
    },
    '\x1b$B%F%9%H\x1b(B',
  ),
  request(
    'Windows-1256, HTML only, base64',
    ARABIC,
    {
      Subject: 'Picture',
      'Content-Type': 'text/html; charset="windows-1256"',
      'Content-Transfer-Encoding': 'base64',
    },
    base64(inCharset(`<div dir="rtl"><p>${ARABIC.text}</p></div>`, 'windows-1256')),
  ),
  request(
    'UTF-8 in headers that should be ASCII, and a body that says nothing about itself',
    SPANISH,
    { Subject: utf8(SPANISH.subject) },
    'No quiero salir en las fotos de mañana.\r\n\r\nInés Muñoz',
  ),
];
