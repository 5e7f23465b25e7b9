// Mails that machines write: answers of absent people, lists, ticket systems, delivery failures, and our own.

import type { RawMail } from '../../../support/raw-mails.ts';
import { mail, part, parts, plainPart, TO_DESK } from './write-raw.ts';

type Headers = Record<string, string | string[]>;

const automatic = (
  name: string,
  from: string,
  subject: string,
  text: string,
  headers: Headers,
  body?: string,
  kind: RawMail['kind'] = 'automatic',
): RawMail => ({
  name,
  kind,
  source: mail({ From: from, Subject: subject, ...headers }, body ?? text),
  expected: { from: addressIn(from), subject, text, automatic: kind !== 'own' },
});

const addressIn = (from: string): string => /[^\s<]+@[^\s>]+/.exec(from)?.[0].toLowerCase() ?? '';

const ANSWERS = { 'In-Reply-To': '<CAours@mail.gmail.com>', References: '<CAours@mail.gmail.com>' };

export const AUTOMATIC: readonly RawMail[] = [
  automatic(
    'the vacation answer of Gmail',
    'Amina Yusuf <amina.yusuf@example.org>',
    'On holiday Re: Please read the Code of Conduct',
    'I am away until Monday.',
    { ...ANSWERS, 'Auto-Submitted': 'auto-replied', Precedence: 'bulk', 'X-Autoreply': 'yes' },
  ),
  automatic(
    'the absence of Exchange',
    'Chen Li <chen.li@example.org>',
    'Automatic reply: Please read the Code of Conduct',
    'I am out of the office. Call 555-0100 when it is urgent.',
    {
      ...ANSWERS,
      'Return-Path': '<>',
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'All',
      'X-MS-Exchange-Inbox-Rules-Loop': 'chen.li@example.org',
    },
  ),
  automatic(
    'an absence in German whose only sign is an Exchange header',
    'Jana Weber <jana.weber@example.org>',
    'Automatische Antwort: Please read the Code of Conduct',
    'Ich bin bis Montag nicht da.',
    { ...ANSWERS, 'X-Auto-Response-Suppress': 'DR, OOF, AutoReply' },
  ),
  automatic(
    'the vacation program of a Unix host',
    'priya.raman@example.org',
    'away from my mail',
    'I read mail again next week.',
    { Precedence: 'junk', 'X-Loop': 'priya.raman@example.org' },
  ),
  automatic(
    'an autoresponder of a web host',
    'Rosa Mbeki <rosa.mbeki@example.org>',
    'Thank you for your message',
    'I will answer soon.',
    {
      'X-Autorespond': 'Please read the Code of Conduct',
      'X-Mail-Autoreply': 'autoresponder',
      Precedence: 'auto_reply',
    },
  ),
  automatic(
    'a post on a mailing list',
    'Nora Quinn <nora.quinn@example.org>',
    '[mentors] Who comes to the picnic?',
    'I bring cake. Nora _____ mentors mailing list',
    {
      To: 'mentors@lists.example.net',
      'List-Id': 'Mentors of St. Louis <mentors.lists.example.net>',
      'List-Unsubscribe': '<mailto:mentors-leave@lists.example.net>',
      Precedence: 'list',
    },
    'I bring cake.\r\n\r\nNora\r\n_____\r\nmentors mailing list\r\n',
  ),
  automatic(
    'a newsletter',
    'Community News <news@news.example.com>',
    'Ten ideas for your meeting',
    'Read our ten ideas.',
    {
      'Content-Type': 'multipart/alternative; boundary="alt"',
      'List-Unsubscribe': '<https://news.example.com/leave?id=1>',
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      'Feedback-ID': '1:2:news',
      Precedence: 'bulk',
    },
    parts(
      'alt',
      plainPart('Read our ten ideas.'),
      part({ 'Content-Type': 'text/html; charset=utf-8' }, '<h1>Read our ten ideas.</h1>'),
    ),
  ),
  automatic(
    'the receipt of a ticket system',
    'Help desk <support@help.example.com>',
    '[Ticket #48213] We have received your request',
    'Your request has the number 48213.',
    {
      'Auto-Submitted': 'auto-generated (ticket system)',
      'X-Ticket-Id': '48213',
      'X-Loop': 'help.example.com',
    },
  ),
  automatic(
    'a ticket system that answers our answer',
    'Help desk <support@help.example.com>',
    'Re: [Ticket #48213] We have received your request',
    'Your answer was added to 48213.',
    { ...ANSWERS, 'Auto-Submitted': 'auto-replied; owner-email="contact@imstl.org"', Precedence: 'bulk' },
  ),
  automatic(
    'a note that somebody has read our mail',
    'Bea Lima <bea.lima@example.org>',
    'Read: Please read the Code of Conduct',
    'Your message was read on Monday.',
    {
      'Return-Path': '<>',
      'Content-Type': 'multipart/report; report-type=disposition-notification; boundary="rep"',
    },
    parts(
      'rep',
      plainPart('Your message was read on Monday.'),
      part(
        { 'Content-Type': 'message/disposition-notification' },
        'Final-Recipient: rfc822;bea.lima@example.org\r\nDisposition: manual-action/MDN-sent-manually; displayed\r\n',
      ),
    ),
  ),
];

const report = (reader: string, words: string, status: string): string =>
  parts(
    'rep',
    plainPart(words),
    part(
      { 'Content-Type': 'message/delivery-status' },
      `Reporting-MTA: dns; mail.example.net\r\n\r\nFinal-Recipient: rfc822; ${reader}\r\nAction: ${status.startsWith('4') ? 'delayed' : 'failed'}\r\nStatus: ${status}\r\n`,
    ),
    part(
      { 'Content-Type': 'text/rfc822-headers' },
      `From: ${TO_DESK}\r\nTo: ${reader}\r\nSubject: Please read the Code of Conduct\r\nMessage-ID: <CAours@mail.gmail.com>\r\n`,
    ),
  );
const REPORT = { 'Content-Type': 'multipart/report; report-type=delivery-status; boundary="rep"' };

const bounce = (name: string, from: string, subject: string, text: string, headers: Headers, body?: string) =>
  automatic(name, from, subject, text, { 'Return-Path': '<>', ...headers }, body, 'bounce');

export const BOUNCES: readonly RawMail[] = [
  bounce(
    'a failure as Gmail tells it',
    'Mail Delivery Subsystem <mailer-daemon@googlemail.com>',
    'Delivery Status Notification (Failure)',
    'Your mail did not reach gone@example.org.',
    {
      ...REPORT,
      ...ANSWERS,
      'Auto-Submitted': 'auto-replied',
      'X-Failed-Recipients': 'gone@example.org',
    },
    report('gone@example.org', 'Your mail did not reach gone@example.org.', '5.1.1'),
  ),
  bounce(
    'a failure as Postfix tells it',
    'MAILER-DAEMON@mail.example.net (Mail Delivery System)',
    'Undelivered Mail Returned to Sender',
    'I am sorry: your mail could not be delivered.',
    { ...REPORT, 'Auto-Submitted': 'auto-replied' },
    report('gone@example.net', 'I am sorry: your mail could not be delivered.', '5.2.2'),
  ),
  bounce(
    'a failure as Exchange tells it',
    'Microsoft Outlook <MicrosoftExchange329e71ec88ae4615bbc36ab6ce41109e@example.com>',
    'Undeliverable: Please read the Code of Conduct',
    'Your message could not be delivered.',
    { ...REPORT, 'X-MS-Exchange-Message-Is-Ndr': '' },
    report('gone@example.com', 'Your message could not be delivered.', '5.1.10'),
  ),
  bounce(
    'a failure in plain words only',
    'MAILER-DAEMON@old.example.net',
    'failure notice',
    'Hi. This is the mail program at old.example.net. <gone@old.example.net>: Sorry, no mailbox here by that name.',
    {},
    'Hi. This is the mail program at old.example.net.\r\n\r\n<gone@old.example.net>:\r\nSorry, no mailbox here by that name.\r\n',
  ),
  bounce(
    'a warning that a mail is only late',
    'Mail Delivery Subsystem <mailer-daemon@googlemail.com>',
    'Delivery Status Notification (Delay)',
    'Your mail to slow@example.org waits. It will be tried again.',
    { ...REPORT, 'Auto-Submitted': 'auto-replied' },
    report('slow@example.org', 'Your mail to slow@example.org waits. It will be tried again.', '4.4.1'),
  ),
];

export const OWN: readonly RawMail[] = [
  automatic(
    'our own mail, back by way of a copy',
    'International Mentoring St. Louis <contact@imstl.org>',
    'Please read the Code of Conduct',
    'Dear Amina, please read it.',
    { To: 'Amina Yusuf <amina.yusuf@example.org>', Cc: TO_DESK },
    undefined,
    'own',
  ),
  automatic(
    'our own mail in capital letters, through another server',
    'IMSTL <CONTACT@IMSTL.ORG>',
    'Re: Your question',
    'We have closed your question.',
    { ...ANSWERS, To: TO_DESK, 'Message-ID': '<OF123@notes.example.net>' },
    undefined,
    'own',
  ),
];
