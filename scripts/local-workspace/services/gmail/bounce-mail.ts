// The source of a delivery failure, in the parts and headers in which Gmail sends one (RFC 3464, RFC 6522).

import { type ByteText, utf8ToByteText } from './header-text.ts';

/** Why a mail does not reach an address. */
export type RefusalKind = 'no such user' | 'mailbox full' | 'domain not found';

export interface BounceFacts {
  readonly sender: string;
  readonly recipient: string;
  readonly kind: RefusalKind;
  /** The mail as it left. */
  readonly original: ByteText;
  /** Its Message-ID with angle brackets. */
  readonly originalId: string;
  /** The Message-ID of the failure, without angle brackets. */
  readonly id: string;
  readonly boundary: string;
  readonly sentAt: string;
  readonly date: string;
}

interface Refusal {
  readonly title: string;
  readonly reason: string;
  readonly status: string;
  /** The server that refused; a domain that does not exist has none. */
  readonly server?: string;
  readonly diagnostic: string;
}

/** More of the original than this is cut off. */
const MOST_BYTES = 100_000;

function refusal(kind: RefusalKind, recipient: string): Refusal {
  const domain = recipient.slice(recipient.lastIndexOf('@') + 1);
  const server = `mx.${domain}`;
  switch (kind) {
    case 'no such user':
      return {
        title: 'Address not found',
        reason: `the mail server of ${domain} knows no such address.`,
        status: '5.1.1',
        server,
        diagnostic: `550 5.1.1 <${recipient}>: Recipient address rejected: User unknown`,
      };
    case 'mailbox full':
      return {
        title: 'Recipient inbox full',
        reason: 'the mailbox has no room left.',
        status: '5.2.2',
        server,
        diagnostic: `552 5.2.2 <${recipient}>: Mailbox full, over quota`,
      };
    case 'domain not found':
      return {
        title: 'Address not found',
        reason: `there is no domain ${domain}.`,
        status: '4.0.0',
        diagnostic: `DNS Error: DNS type 'mx' lookup of ${domain} responded with code NXDOMAIN`,
      };
  }
}

export function bounceMail(facts: BounceFacts): ByteText {
  const { sender, recipient, originalId, boundary } = facts;
  const { title, reason, status, server, diagnostic } = refusal(facts.kind, recipient);
  const text = `** ${title} **\r\n\r\nYour mail did not reach ${recipient}: ${reason}\r\n\r\nThe answer was:\r\n\r\n${diagnostic}\r\n`;
  const html = `<html><body><h2>${title}</h2><p>Your mail did not reach <b>${escapeHtml(recipient)}</b>: ${escapeHtml(reason)}</p><p>The answer was:</p><p>${escapeHtml(diagnostic)}</p></body></html>\r\n`;
  const report = [
    'Reporting-MTA: dns; googlemail.com',
    `Received-From-MTA: dns; ${sender}`,
    `Arrival-Date: ${facts.sentAt}`,
    ...(originalId ? [`X-Original-Message-ID: ${originalId}`] : []),
    '',
    `Final-Recipient: rfc822; ${recipient}`,
    'Action: failed',
    `Status: ${status}`,
    ...(server ? [`Remote-MTA: dns; ${server}`] : []),
    `Diagnostic-Code: smtp; ${diagnostic}`,
    `Last-Attempt-Date: ${facts.date}`,
    '',
  ].join('\r\n');
  const headers = [
    `Delivered-To: ${sender}`,
    'Return-Path: <>',
    'MIME-Version: 1.0',
    'From: Mail Delivery Subsystem <mailer-daemon@googlemail.com>',
    `To: ${sender}`,
    'Auto-Submitted: auto-replied',
    'Subject: Delivery Status Notification (Failure)',
    ...(originalId ? [`References: ${originalId}`, `In-Reply-To: ${originalId}`] : []),
    `X-Failed-Recipients: ${recipient}`,
    `Message-ID: <${facts.id}>`,
    `Date: ${facts.date}`,
  ];
  const readable = multipart('alternative', `${boundary}b`, [
    part('text/plain; charset="UTF-8"', utf8ToByteText(text)),
    part('text/html; charset="UTF-8"', utf8ToByteText(html)),
  ]);
  const body = multipart(
    'report',
    boundary,
    [
      multipart('related', `${boundary}a`, [readable]),
      part('message/delivery-status', utf8ToByteText(report)),
      part('message/rfc822', facts.original.slice(0, MOST_BYTES)),
    ],
    '; report-type=delivery-status',
  );
  return `${utf8ToByteText(headers.join('\r\n'))}\r\n${body}`;
}

const part = (type: string, content: ByteText): ByteText => `Content-Type: ${type}\r\n\r\n${content}`;

function multipart(kind: string, boundary: string, parts: readonly ByteText[], parameters = ''): ByteText {
  const pieces = parts.map((piece) => `--${boundary}\r\n${piece}\r\n`).join('');
  return `Content-Type: multipart/${kind}; boundary="${boundary}"${parameters}\r\n\r\n${pieces}--${boundary}--\r\n`;
}

const escapeHtml = (text: string): string =>
  text.replace(/[&<>]/g, (character) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[character] as string);
