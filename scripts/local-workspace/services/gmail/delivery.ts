// Sending and receiving: what Gmail does to a mail between the sender's request and the recipients' mailboxes.

import { type GoogleError, invalid } from '../../kernel/errors.ts';
import type { Kernel } from '../../kernel/kernel.ts';
import { isAddress, normalAddress, parseAddresses } from './addresses.ts';
import { Bounces, type RefusalKind } from './bounces.ts';
import { type ByteText, encodeHeader } from './header-text.ts';
import type { Mailboxes, MessageRecord } from './mailboxes.ts';
import { eachPart, isAttachment, parseMime, rawHeader, readHeaders } from './mime.ts';

const MOST_RECIPIENTS = 50;
const MOST_BYTES = 25 * 1024 * 1024;
/** The tighter limit of Apps Script on the texts of a mail. */
const BODY_BYTES = { workspace: 400 * 1024, consumer: 200 * 1024 } as const;

export class Delivery {
  /** Delivery failures: the addresses that cannot be reached, and what their senders will hear. */
  readonly bounces: Bounces;

  constructor(
    private readonly kernel: Kernel,
    private readonly mailboxes: Mailboxes,
  ) {
    this.bounces = new Bounces(kernel, mailboxes);
  }

  /** Sending to this address succeeds, as on Google, but some minutes later a delivery failure comes back. */
  refuse(address: string, kind: RefusalKind): void {
    this.bounces.refuse(address, kind);
  }

  /** The address can be reached again. */
  accept(address: string): void {
    this.bounces.accept(address);
  }

  /**
   * Sends a mail from an account: one copy in its Sent mail, one in the mailbox of every recipient.
   * Everything is checked before anything happens.
   * @throws GoogleError as Gmail refuses, and when the day's allowance of recipients does not suffice
   */
  send(account: string, given: ByteText, threadId?: string): MessageRecord {
    const raw = withLineEnds(given);
    const { headers, bodyAt } = readHeaders(raw);
    const recipients = this.recipients(headers);
    if (threadId !== undefined) this.mailboxes.thread(account, threadId);
    this.checkSize(raw, given.length);
    if (recipients.length > MOST_RECIPIENTS) throw invalid('Limit Exceeded: Email Recipients Per Message.');
    this.kernel.quotas.take(
      account,
      'mail recipients',
      recipients.length,
      'Service invoked too many times for one day: email.',
    );

    const sourceId = this.mailboxes.addSource(
      this.outgoing(account, raw.slice(0, bodyAt), raw.slice(bodyAt)),
    );
    const toSelf = recipients.includes(account);
    const sent = this.mailboxes.add({
      mailbox: account,
      sourceId,
      labelIds: toSelf ? ['UNREAD', 'SENT', 'INBOX'] : ['SENT'],
      ...(threadId === undefined ? {} : { threadId }),
      ...blindCopies(headers),
    });
    for (const recipient of recipients) {
      if (recipient === account) continue;
      const refusal = this.bounces.refusal(recipient);
      if (refusal) this.bounces.expect(sent, account, recipient, refusal);
      else this.arrive(recipient, sourceId);
    }
    this.kernel.changed('mail');
    return sent;
  }

  /** Keeps a mail in an account's drafts; it needs no recipients yet. */
  draft(account: string, given: ByteText, threadId?: string): MessageRecord {
    const raw = withLineEnds(given);
    const { headers, bodyAt } = readHeaders(raw);
    if (threadId !== undefined) this.mailboxes.thread(account, threadId);
    this.checkSize(raw, given.length);
    const message = this.mailboxes.add({
      mailbox: account,
      sourceId: this.mailboxes.addSource(this.outgoing(account, raw.slice(0, bodyAt), raw.slice(bodyAt))),
      labelIds: ['DRAFT'],
      ...(threadId === undefined ? {} : { threadId }),
      ...blindCopies(headers),
    });
    this.kernel.changed('mail');
    return message;
  }

  /**
   * A mail arrives from outside, kept byte for byte.
   * @param envelope whose mailboxes it is for; without it the addresses of To, Cc and Bcc
   */
  receive(raw: ByteText, envelope?: readonly string[]): { mailbox: string; message: MessageRecord }[] {
    const { headers } = readHeaders(raw);
    const named = ['to', 'cc', 'bcc', 'delivered-to'].flatMap((name) =>
      headers
        .filter((header) => header.name.toLowerCase() === name)
        .flatMap((header) => parseAddresses(header.raw)),
    );
    const wanted = envelope ?? named.map(({ address }) => address).filter(isAddress);
    const mailboxes = [...new Set(wanted.map(normalAddress))];
    if (mailboxes.length === 0) throw invalid('Recipient address required');
    for (const mailbox of mailboxes) if (!isAddress(mailbox)) throw invalid(`Invalid email: ${mailbox}`);
    const sourceId = this.mailboxes.addSource(raw);
    const arrived = mailboxes.map((mailbox) => ({ mailbox, message: this.arrive(mailbox, sourceId) }));
    this.kernel.changed('mail');
    return arrived;
  }

  private arrive(mailbox: string, sourceId: string): MessageRecord {
    return this.mailboxes.add({ mailbox, sourceId, labelIds: ['UNREAD', 'INBOX'] });
  }

  private recipients(headers: readonly { name: string; raw: ByteText }[]): string[] {
    const found = new Set<string>();
    for (const field of ['To', 'Cc', 'Bcc']) {
      for (const header of headers) {
        if (header.name.toLowerCase() !== field.toLowerCase()) continue;
        for (const { address } of parseAddresses(header.raw)) {
          if (!isAddress(address)) throw invalidHeader(field);
          found.add(normalAddress(address));
        }
      }
    }
    if (found.size === 0) throw invalid('Recipient address required');
    return [...found];
  }

  private checkSize(raw: ByteText, bytes: number): void {
    if (bytes > MOST_BYTES) throw invalid('Limit Exceeded: Email Total Attachments Size.');
    const most = BODY_BYTES[this.kernel.quotas.edition];
    // No text is longer than the source that holds it.
    if (raw.length <= most) return;
    const texts = [...eachPart(parseMime(raw))].filter(
      (part) => part.parts.length === 0 && !isAttachment(part),
    );
    const size = texts.reduce((sum, part) => sum + part.bytes.length, 0);
    if (size > most) throw invalid('Limit Exceeded: Email Body Size.');
  }

  /** The source as it leaves: Gmail's own Message-ID, an address of the account as sender, no Bcc. */
  private outgoing(account: string, head: ByteText, body: ByteText): ByteText {
    const lines = headerBlocks(head).filter(
      ({ name }) => !['bcc', 'message-id', 'from', 'sender'].includes(name.toLowerCase()),
    );
    const has = (name: string) => lines.some((line) => line.name.toLowerCase() === name);
    const now = new Date(this.kernel.clock.now());
    const added = [
      `Received: from 107000000000 named unknown by gmailapi.google.com with HTTPREST; ${mailDate(now)}`,
      `From: ${this.sender(account, head)}`,
      ...(has('mime-version') ? [] : ['MIME-Version: 1.0']),
      ...(has('date') ? [] : [`Date: ${mailDate(now)}`]),
      `Message-ID: <CA${this.kernel.random.id(50).replace(/-/g, '+').replace(/_/g, '=')}@mail.gmail.com>`,
    ];
    return `${[...added, ...lines.map((line) => line.block)].join('\r\n')}\r\n\r\n${body}`;
  }

  /** An account sends from its own addresses only: any other one is replaced by the account's, without a word. */
  private sender(account: string, head: ByteText): ByteText {
    const own = this.mailboxes.account(account);
    const given = rawHeader(readHeaders(head).headers, 'From');
    const [from] = given === undefined ? [] : parseAddresses(given);
    const address = normalAddress(from?.address ?? '');
    const alias = own.aliases.find((candidate) => candidate.address === address);
    const name = from?.name || (alias ? alias.displayName : own.displayName);
    const shown = alias || address === account ? (from?.address ?? account) : account;
    return formatAddress(name, shown);
  }
}

const invalidHeader = (field: string): GoogleError => invalid(`Invalid ${field} header`);

/** The Bcc header, kept apart from the source that sender and recipients share. */
function blindCopies(headers: readonly { name: string; raw: ByteText }[]): { bcc?: ByteText } {
  const bcc = headers.filter(({ name }) => name.toLowerCase() === 'bcc').map((header) => header.raw);
  return bcc.length > 0 ? { bcc: bcc.join(', ') } : {};
}

/** Mail has CRLF at the end of every line. */
const withLineEnds = (text: ByteText): ByteText => text.replace(/\r?\n/g, '\r\n');

/** Header fields with their folded lines, stray carriage returns and NULs made harmless. */
function headerBlocks(head: ByteText): { name: string; block: ByteText }[] {
  const blocks: { name: string; block: string }[] = [];
  for (const line of head.split('\r\n')) {
    const clean = line.replace(/[\r\0]/g, ' ');
    const name = /^([\x21-\x39\x3b-\x7e]+)[ \t]*:/.exec(clean)?.[1];
    const last = blocks.at(-1);
    if (name !== undefined) blocks.push({ name, block: clean });
    else if (/^[ \t]/.test(line) && clean.trim() !== '' && last) last.block += `\r\n${clean}`;
  }
  return blocks;
}

/** `Mon, 5 Jan 2026 15:00:00 +0000`. */
export function mailDate(date: Date): string {
  return date
    .toUTCString()
    .replace(/^(\w+), 0?(\d+)/, '$1, $2')
    .replace('GMT', '+0000');
}

/** An address with its name for a header, quoted or encoded as needed. */
export function formatAddress(name: string, address: string): ByteText {
  const clean = name.replace(/\p{Cc}/gu, ' ').trim();
  const written = Buffer.from(address.replace(/[\p{Cc}<>]/gu, ''), 'utf8').toString('latin1');
  if (clean === '') return written;
  const encoded = encodeHeader(clean);
  const plain = encoded === clean && !/^[\w !#$%&'*+/=?^`{|}~-]+$/.test(clean);
  return `${plain ? `"${clean.replace(/["\\]/g, '\\$&')}"` : encoded} <${written}>`;
}
