// The mails that MailApp and GmailApp send: from a script's arguments to the parts of a mail, with Google's checks.

import { invalid, notImplemented } from '../../kernel/errors.ts';
import type { Blob } from '../utilities/blob.ts';
import { isAddress, normalAddress, parseAddresses } from './addresses.ts';
import type { MailDraft } from './compose.ts';
import { formatAddress } from './delivery.ts';
import type { GmailEngine } from './engine.ts';
import { utf8ToByteText } from './header-text.ts';

/** The optional arguments of `sendEmail`, and with `to`, `subject` and `body` its one object. */
export interface MailOptions {
  readonly to?: string | null;
  readonly cc?: string | null;
  readonly bcc?: string | null;
  readonly replyTo?: string | null;
  readonly subject?: string | null;
  readonly body?: string | null;
  readonly htmlBody?: string | null;
  readonly name?: string | null;
  readonly attachments?: readonly Blob[] | null;
  readonly inlineImages?: Readonly<Record<string, Blob>> | null;
  /** Google sends it from a generic address then; here the account stays the sender. */
  readonly noReply?: boolean | null;
  /** GmailApp only: one of the account's own addresses. */
  readonly from?: string | null;
}

/** Lists of signatures that both services have. */
export const SEND_SIGNATURES = ['String, String, String', 'String, String, String, Object'] as const;

const LONGEST_SUBJECT = 250;

/** @throws Google's texts for missing and bad addresses and for a subject that is too long */
export function mailOf(engine: GmailEngine, account: string, options: MailOptions): MailDraft {
  if (Object.keys(options.inlineImages ?? {}).length > 0) throw notImplemented('A mail with inlineImages');
  const text = (value: string | null | undefined) => (value ?? '').toString();
  const subject = text(options.subject);
  if (subject.length > LONGEST_SUBJECT) throw invalid('Argument too large: subject');
  for (const list of [options.to, options.cc, options.bcc]) assertAddresses(text(list));
  const own = engine.account(account);
  const from = options.from ? normalAddress(options.from) : own.address;
  if (from !== own.address && !own.aliases.some(({ address }) => address === from))
    throw invalid(`Invalid argument: ${options.from}`);
  return {
    from: formatAddress(options.name ?? '', from),
    to: text(options.to),
    ...(options.cc ? { cc: options.cc } : {}),
    subject,
    // Google makes the plain text of a mail that has only HTML; what it reads like is not documented.
    text: text(options.body),
    ...(options.htmlBody ? { html: options.htmlBody } : {}),
    headers: {
      ...(options.bcc ? { Bcc: options.bcc } : {}),
      ...(options.replyTo ? { 'Reply-To': options.replyTo } : {}),
    },
    attachments: (options.attachments ?? []).map((blob) => ({
      name: blob.getName() ?? 'attachment',
      type: blob.getContentType() ?? 'application/octet-stream',
      content: Uint8Array.from(blob.getBytes(), (byte) => byte & 0xff),
    })),
  };
}

/** @throws unless somebody is named to send to */
export function assertRecipient(options: MailOptions): void {
  if (![options.to, options.cc, options.bcc].some((list) => list))
    throw invalid('Failed to send email: no recipient');
}

function assertAddresses(list: string): void {
  for (const { address } of parseAddresses(utf8ToByteText(list)))
    if (!isAddress(address)) throw invalid(`Invalid email: ${address}`);
}
