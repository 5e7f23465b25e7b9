// Sources that break the rules of mail: some can be read all the same, some have nobody to answer.

import type { RawMail } from '../../../support/raw-mails.ts';
import { base64, mail, part, plainPart, raw, utf8 } from './write-raw.ts';

const FROM = 'Wanjiru Kamau <wanjiru.kamau@example.org>';
const WANJIRU = 'wanjiru.kamau@example.org';

const broken = (
  name: string,
  kind: 'request' | 'malformed',
  from: string,
  subject: string,
  text: string,
  source: Uint8Array,
): RawMail => ({ name, kind, source, expected: { from, subject, text, automatic: false } });

export const MALFORMED: readonly RawMail[] = [
  broken(
    'nobody is named as its sender',
    'malformed',
    '',
    'Please help',
    'Somebody shouts at my mentee.',
    mail({ From: [], Subject: 'Please help' }, 'Somebody shouts at my mentee.'),
  ),
  broken(
    'its sender has a name but no address',
    'malformed',
    '',
    'Pictures',
    'Not me, please.',
    mail({ From: 'Wanjiru, by the web form', Subject: 'Pictures' }, 'Not me, please.'),
  ),
  broken(
    'no mail at all',
    'malformed',
    '',
    '',
    '',
    raw(Array.from({ length: 2048 }, (_, i) => String.fromCharCode((i * 167 + 13) % 32)).join('')),
  ),
  broken(
    'line feeds alone, no date, no id, and a line of an mbox ahead',
    'request',
    WANJIRU,
    'Question',
    'May I? W.',
    raw(
      `From wanjiru Mon Jan  5 09:00:00 2026\nFrom: ${FROM}\nTo: contact@imstl.org\nSubject: Question\n\nMay I?\n\nW.\n`,
    ),
  ),
  broken(
    'parts that never end, the last cut off in the middle of its base64',
    'request',
    WANJIRU,
    'Cut',
    'Here is the letter.',
    mail(
      { From: FROM, Subject: 'Cut', 'Content-Type': 'multipart/mixed; boundary="mix"' },
      `--mix\r\n${plainPart('Here is the letter.')}\r\n--mix\r\n${part(
        { 'Content-Type': 'application/pdf; name="letter.pdf"', 'Content-Transfer-Encoding': 'base64' },
        base64('%PDF-1.4 a letter that the line was too bad for').slice(0, 33),
      )}`,
    ),
  ),
  broken(
    'parts without a boundary, of an unknown charset and encoding',
    'request',
    WANJIRU,
    'Strange',
    'It can be read, naïve as it is.',
    mail(
      {
        From: FROM,
        Subject: 'Strange',
        'Content-Type': 'multipart/alternative; charset="x-mentoring-7"',
        'Content-Transfer-Encoding': 'x-as-it-comes',
      },
      'It can be read, naïve as it is.',
    ),
  ),
  broken(
    'doubled headers, a NUL, and encoded words that never end',
    'request',
    WANJIRU,
    'What =?utf-8?B?is this',
    'Hello – still here.',
    mail(
      {
        From: [FROM, 'Somebody Else <else@example.net>'],
        Subject: ['What\0=?utf-8?B?is this', 'Another subject'],
        'Content-Type': ['text/plain; charset=utf-8; charset=koi8-r', 'text/html'],
      },
      utf8('Hello – still here.'),
    ),
  ),
];
