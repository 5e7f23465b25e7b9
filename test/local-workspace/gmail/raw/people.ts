// Mails that people write, each in the form in which her mail program sends it.

import type { RawMail } from '../../../support/raw-mails.ts';
import { base64, encodedWords, htmlPart, mail, part, parts, quotedPrintable, utf8 } from './write-raw.ts';

const request = (name: string, from: string, subject: string, text: string, source: Uint8Array): RawMail => ({
  name,
  kind: 'request',
  source,
  expected: { from, subject, text, automatic: false },
});

const alternative = { 'Content-Type': 'multipart/alternative; boundary="alt"' };

export const PEOPLE: readonly RawMail[] = [
  request(
    'plain words of seven bits',
    'lucia.ferreira@example.org',
    'No pictures of me, please',
    'Dear team, please do not take pictures of me any more. Thank you, Lucia',
    mail(
      { From: 'Lucia Ferreira <lucia.ferreira@example.org>', Subject: 'No pictures of me, please' },
      'Dear team,\r\n\r\nplease do not take pictures of me any more.\r\n\r\nThank you,\r\nLucia\r\n',
    ),
  ),
  request(
    'plain text and HTML, as Gmail writes',
    'amina.yusuf@example.org',
    'Question about gifts',
    'May I give my mentee a small gift? Amina',
    mail(
      {
        From: 'Amina Yusuf <amina.yusuf@example.org>',
        Subject: 'Question about gifts',
        ...alternative,
      },
      parts(
        'alt',
        part(
          { 'Content-Type': 'text/plain; charset="UTF-8"' },
          'May I give my mentee a small gift?\r\n\r\nAmina\r\n',
        ),
        htmlPart('<div dir="ltr">May I give my mentee a small gift?<div><br></div><div>Amina</div></div>'),
      ),
    ),
  ),
  request(
    'quoted-printable with long lines and accents',
    'zoe.novak@example.org',
    'Zoë’s question',
    'Žofia and I would like to know whether we may meet at a café in the evening, after half past nine, when both of us have put our children to bed = as late as that. Zoë',
    mail(
      {
        From: `${encodedWords('Zoë Nováková')} <zoe.novak@example.org>`,
        Subject: '=?utf-8?Q?Zo=C3=AB=E2=80=99s_question?=',
        'Content-Type': 'text/plain; charset=utf-8',
        'Content-Transfer-Encoding': 'quoted-printable',
      },
      quotedPrintable(
        utf8(
          'Žofia and I would like to know whether we may meet at a café in the evening, after half past nine, when both of us have put our children to bed = as late as that.\r\n\r\nZoë\r\n',
        ),
      ),
    ),
  ),
  request(
    'base64 with signs beyond the basic plane',
    'ngozi.adeyemi@example.org',
    '💜 Thank you',
    'Thank you for the walk 💜🌻 – Ngozi',
    mail(
      {
        From: 'ngozi.adeyemi@example.org',
        Subject: encodedWords('💜 Thank you'),
        'Content-Type': 'text/plain; charset="utf-8"',
        'Content-Transfer-Encoding': 'base64',
      },
      base64(utf8('Thank you for the walk 💜🌻 – Ngozi\r\n')),
    ),
  ),
  request(
    'HTML only, with style and entities',
    'maria.garcia@example.org',
    'my pictures',
    "I don't want pictures of my children on the internet & social media. María",
    mail(
      {
        From: `=?UTF-8?Q?Mar=C3=ADa_Garc=C3=ADa?= <maria.garcia@example.org>`,
        Subject: 'my pictures',
        'Content-Type': 'text/html; charset="utf-8"',
        'Content-Transfer-Encoding': 'quoted-printable',
      },
      quotedPrintable(
        utf8(
          '<html><head><style>p { color: red }</style></head><body><p>I don&#39;t want pictures of <b>my children</b>&nbsp;on the internet &amp; social media.</p><p>Mar&#xED;a</p></body></html>',
        ),
      ),
    ),
  ),
  request(
    'forwarded inside the text',
    'hana.kim@example.org',
    'Fwd: Picture day',
    'Please see below, this is for you. ---------- Forwarded message --------- From: Olga Petrova <olga@example.net> Date: Sun, Jan 4, 2026 at 8:12 PM Subject: Picture day To: Hana Kim <hana.kim@example.org> I do not want to be in the pictures.',
    mail(
      { From: 'Hana Kim <hana.kim@example.org>', Subject: 'Fwd: Picture day' },
      'Please see below, this is for you.\r\n\r\n---------- Forwarded message ---------\r\nFrom: Olga Petrova <olga@example.net>\r\nDate: Sun, Jan 4, 2026 at 8:12 PM\r\nSubject: Picture day\r\nTo: Hana Kim <hana.kim@example.org>\r\n\r\n\r\nI do not want to be in the pictures.\r\n',
    ),
  ),
  request(
    'an answer above what it answers',
    'amina.yusuf@example.org',
    'Re: Your question',
    'Yes, that answers it. Thank you! On Mon, Jan 5, 2026 at 8:00 AM IMSTL <contact@imstl.org> wrote: > Dear Amina, > may we close your question?',
    mail(
      {
        From: 'Amina Yusuf <amina.yusuf@example.org>',
        Subject: 'Re: Your question',
        'In-Reply-To': '<CAsomething@mail.gmail.com>',
        References: '<CAfirst@mail.gmail.com>\r\n <CAsomething@mail.gmail.com>',
      },
      'Yes, that answers it. Thank you!\r\n\r\nOn Mon, Jan 5, 2026 at 8:00 AM IMSTL <contact@imstl.org> wrote:\r\n> Dear Amina,\r\n> may we close your question?\r\n',
    ),
  ),
  request(
    'nothing but a subject',
    'fatou.diallo@example.org',
    'Please no photos of my son',
    '',
    mail({ From: 'Fatou Diallo <fatou.diallo@example.org>', Subject: 'Please no photos of my son' }, ''),
  ),
  request(
    'nothing but a sender',
    'fatou.diallo@example.org',
    '',
    '',
    mail({ From: 'Fatou Diallo <fatou.diallo@example.org>' }, '\r\n'),
  ),
  request(
    'long headers on many lines',
    'priya.raman@example.org',
    'A question about the hours in which mentors may call their mentees, and about writing to them late',
    'May I call at nine in the evening?',
    mail(
      {
        From: '"Raman, Priya\r\n (she/her)"\r\n <priya.raman@example.org>',
        To: [
          'contact@imstl.org,\r\n\tHana Kim <hana.kim@example.org>,\r\n "Board: members" <board@example.net>',
        ],
        Subject:
          'A question about the hours in which mentors may call\r\n their mentees, and about writing\r\n\tto them late',
      },
      'May I call at nine in the evening?',
    ),
  ),
  request(
    'answers wanted at another address',
    'office@example.net',
    'For Rosa',
    'I write for Rosa. Please answer to her.',
    mail(
      {
        From: 'Front desk <office@example.net>',
        'Reply-To': 'Rosa Mbeki <rosa.mbeki@example.org>',
        Sender: 'scanner@example.net',
        Subject: 'For Rosa',
      },
      'I write for Rosa. Please answer to her.',
    ),
  ),
  request(
    'a subject cut in the middle of its characters',
    'leila.haddad@example.org',
    'سؤال عن الصور وعن موافقتي عليها',
    'مرحبا، لا أريد صورا لي.',
    mail(
      {
        From: `${encodedWords('ليلى حداد')} <leila.haddad@example.org>`,
        Subject: encodedWords('سؤال عن الصور وعن موافقتي عليها', 13),
        'Content-Type': 'text/plain; charset=utf-8',
        'Content-Transfer-Encoding': '8bit',
      },
      utf8('مرحبا، لا أريد صورا لي.'),
    ),
  ),
  request(
    'a subject that only sounds like an automatic answer',
    'nora.quinn@example.org',
    'Out of office door is broken, automatic reply bell too',
    'The door hurt my mentee. I write this by hand.',
    mail(
      {
        From: 'Nora Quinn <nora.quinn@example.org>',
        Subject: 'Out of office door is broken, automatic reply bell too',
        'Auto-Submitted': 'no',
      },
      'The door hurt my mentee. I write this by hand.',
    ),
  ),
];
