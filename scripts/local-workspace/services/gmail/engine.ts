// Gmail of the local Workspace: every address has a mailbox. What the API methods, the page and the tests do with mail goes through here.

import { denied } from '../../kernel/errors.ts';
import type { Kernel } from '../../kernel/kernel.ts';
import { isAddress, normalAddress } from './addresses.ts';
import { composeMail, type MailDraft } from './compose.ts';
import { Delivery, mailDate } from './delivery.ts';
import { type ByteText, decodeHeader, utf8ToByteText } from './header-text.ts';
import { Labels } from './labels.ts';
import { type MailAccount, Mailboxes, type MessageRecord } from './mailboxes.ts';
import { attachmentId, attachmentPart } from './message-resource.ts';
import { isAttachment, type MimePart, readable, searchText } from './mime.ts';
import { parseSearch, searchable } from './search.ts';

export type { MailDraft } from './compose.ts';
export type { MailAccount, MessageRecord } from './mailboxes.ts';

export interface ListRequest {
  readonly query?: string;
  /** Messages must have all of these. */
  readonly labelIds?: readonly string[];
  readonly includeSpamTrash?: boolean;
  readonly limit: number;
  /** The place of arrival to go on from, as given by the page before. */
  readonly from?: number;
  /** As lists on Google are, which learn of changed labels a moment later; see `lag`. */
  readonly lagging?: boolean;
}

export interface MailboxView {
  readonly address: string;
  readonly displayName: string;
  readonly messages: number;
  readonly inbox: number;
  readonly unread: number;
  readonly sent: number;
  /** Of the newest message. */
  readonly lastAt: number | undefined;
}

export interface MessageView {
  readonly message: MessageRecord;
  readonly headers: readonly { readonly name: string; readonly value: string }[];
  readonly text: string;
  readonly html: string;
  /** The source as text; bytes that are not UTF-8 appear one character each. */
  readonly raw: string;
  readonly attachments: readonly {
    readonly id: string;
    readonly name: string;
    readonly type: string;
    readonly size: number;
  }[];
}

export class GmailEngine {
  readonly mailboxes: Mailboxes;
  readonly labels: Labels;
  readonly delivery: Delivery;

  constructor(readonly kernel: Kernel) {
    this.mailboxes = new Mailboxes(kernel);
    this.labels = new Labels(kernel);
    this.delivery = new Delivery(kernel, this.mailboxes);
  }

  // Accounts

  /** Names an account and the further addresses that it may send from; the mailbox appears in the list of mailboxes. */
  configure(account: {
    address: string;
    displayName?: string;
    aliases?: readonly { address: string; displayName?: string }[];
  }): void {
    this.mailboxes.setAccount({
      address: normalAddress(account.address),
      displayName: account.displayName ?? '',
      aliases: (account.aliases ?? []).map((alias) => ({
        address: normalAddress(alias.address),
        displayName: alias.displayName ?? '',
      })),
    });
    this.kernel.changed('mail');
  }

  account(address: string): MailAccount {
    return this.mailboxes.account(normalAddress(address));
  }

  /** How many seconds after a change of labels the lists and searches of the API still go by the old ones; usually none. */
  get lag(): { readonly seconds: number } {
    return { seconds: this.mailboxes.lag.seconds };
  }
  set lag({ seconds }: { readonly seconds: number }) {
    this.mailboxes.lag.seconds = seconds;
  }

  // What people do

  /** A mail arrives from outside: a source, kept byte for byte, or the parts of one. `envelope` overrides the headers' recipients. */
  receive(
    mail: string | Uint8Array | MailDraft,
    envelope?: readonly string[],
  ): { mailbox: string; id: string; threadId: string }[] {
    const arrived = this.delivery.receive(this.source(mail), envelope);
    return arrived.map(({ mailbox, message }) => ({ mailbox, id: message.id, threadId: message.threadId }));
  }

  /** A person writes a mail in her own mailbox: Sent copy, quota and all. */
  write(user: string, draft: Omit<MailDraft, 'from'> & { from?: string }, threadId?: string): MessageRecord {
    const account = normalAddress(user);
    return this.delivery.send(account, this.source({ ...draft, from: draft.from ?? account }), threadId);
  }

  /** A mail that she has begun and not sent. */
  keepDraft(user: string, draft: MailDraft): MessageRecord {
    return this.delivery.draft(normalAddress(user), this.source(draft));
  }

  markRead(user: string, id: string, read = true): void {
    this.relabel(user, id, read ? [] : ['UNREAD'], read ? ['UNREAD'] : []);
  }

  addLabel(user: string, id: string, name: string): void {
    const mailbox = normalAddress(user);
    const label = this.labels.named(mailbox, name) ?? this.labels.create(mailbox, { name }).id;
    this.relabel(user, id, [label], []);
  }

  removeLabel(user: string, id: string, name: string): void {
    const label = this.labels.named(normalAddress(user), name);
    if (label) this.relabel(user, id, [], [label]);
  }

  trash(user: string, id: string): void {
    this.relabel(user, id, ['TRASH'], ['INBOX']);
  }

  relabel(user: string, id: string, add: readonly string[], remove: readonly string[]): MessageRecord {
    const mailbox = normalAddress(user);
    this.mailboxes.get(mailbox, id);
    this.labels.requireChangeable(mailbox, add, remove);
    const message = this.mailboxes.relabel(mailbox, id, add, remove);
    this.kernel.changed('mail');
    return message;
  }

  // Looking

  /** Messages, newest first; `next` is where the following page begins. */
  list(
    user: string,
    request: ListRequest,
  ): { messages: MessageRecord[]; next: number | undefined; found: number } {
    const mailbox = normalAddress(user);
    const { displayName: _, address, aliases } = this.mailboxes.account(mailbox);
    const search = parseSearch(request.query ?? '', {
      now: this.kernel.clock.now(),
      own: [address, ...aliases.map((alias) => alias.address)],
      labelNamed: (name) => this.labels.named(mailbox, name),
    });
    const wanted = request.labelIds ?? [];
    const hiding =
      request.includeSpamTrash || search.everywhere
        ? []
        : ['SPAM', 'TRASH'].filter((label) => !wanted.includes(label));
    const hidden = (message: MessageRecord) => hiding.some((label) => message.labelIds.includes(label));
    const at = this.mailboxes.reader(mailbox);
    const isLagging = request.lagging && this.mailboxes.lag.mayLag;
    const words = (message: MessageRecord) => this.words(message);
    const messages: MessageRecord[] = [];
    for (
      let place = Math.min(request.from ?? Infinity, this.mailboxes.count(mailbox) - 1);
      place >= 0;
      place--
    ) {
      const arrived = at(place) as MessageRecord;
      // They stand in the order of their arrival.
      if (arrived.internalDate < search.since) break;
      const labelIds = isLagging ? this.mailboxes.lag.listed(mailbox, arrived) : arrived.labelIds;
      const message = labelIds === arrived.labelIds ? arrived : { ...arrived, labelIds };
      if (!wanted.every((label) => message.labelIds.includes(label))) continue;
      if (!search.matches({ message, words }) || hidden(message)) continue;
      if (messages.length === request.limit) return { messages, next: place, found: messages.length + 1 };
      messages.push(arrived);
    }
    return { messages, next: undefined, found: messages.length };
  }

  /** Every mailbox with its counts, in the order of their first use. */
  overview(): MailboxView[] {
    return this.mailboxes.addresses().map((address) => {
      const counts = { messages: 0, inbox: 0, unread: 0, sent: 0 };
      const total = this.mailboxes.count(address);
      for (let place = 0; place < total; place++) {
        const { labelIds } = this.mailboxes.at(address, place) as MessageRecord;
        if (labelIds.includes('TRASH') || labelIds.includes('SPAM')) continue;
        counts.messages += 1;
        if (labelIds.includes('INBOX')) counts.inbox += 1;
        if (labelIds.includes('INBOX') && labelIds.includes('UNREAD')) counts.unread += 1;
        if (labelIds.includes('SENT')) counts.sent += 1;
      }
      const { displayName } = this.mailboxes.account(address);
      return { address, displayName, ...counts, lastAt: this.mailboxes.at(address, total - 1)?.internalDate };
    });
  }

  /** One message as the page shows it. */
  view(user: string, id: string): MessageView {
    const message = this.mailboxes.get(normalAddress(user), id);
    const mail = this.mailboxes.parsed(message);
    const raw = this.mailboxes.raw(message);
    return {
      message,
      headers: mail.headers.map((header) => ({ name: header.name, value: decodeHeader(header.raw) })),
      ...readable(mail),
      raw: decodeSource(raw),
      attachments: files(mail, '').map(({ part, id: file }) => ({
        id: file,
        name: part.filename,
        type: part.mimeType,
        size: part.bytes.length,
      })),
    };
  }

  attachment(user: string, id: string, attachment: string): { name: string; type: string; bytes: Buffer } {
    const message = this.mailboxes.get(normalAddress(user), id);
    const part = attachmentPart(this.mailboxes.parsed(message), attachment);
    return { name: part.filename, type: part.mimeType, bytes: part.bytes };
  }

  /** The mailbox that a request names: over HTTP any, inside a script only the account's own. */
  mailboxOf(userId: string, caller: { readonly email: string }, face: 'rest' | 'script'): string {
    const own = normalAddress(caller.email);
    const asked = userId === 'me' ? own : normalAddress(userId);
    if (asked !== own && (face === 'script' || !isAddress(asked)))
      throw denied(`Delegation denied for ${own}`);
    return asked;
  }

  private source(mail: string | Uint8Array | MailDraft): ByteText {
    if (typeof mail === 'string') return utf8ToByteText(mail);
    if (mail instanceof Uint8Array) return Buffer.from(mail).toString('latin1');
    const host = /@([\w.-]+)/.exec(mail.from)?.[1] ?? 'example.org';
    return composeMail(
      mail,
      mailDate(new Date(this.kernel.clock.now())),
      `${this.kernel.random.hex(24)}@${host}`,
    );
  }

  /** Every word of a message, for searching: of a mail in two forms its plain text counts. */
  private words(message: MessageRecord): string {
    const text = searchText(this.mailboxes.parsed(message));
    const people = [message.from, message.to, message.cc, decodeHeader(message.bcc ?? '')].join(' ; ');
    return searchable([message.subject, people, text, ...message.attachments].join(' ; '));
  }
}

function files(part: MimePart, partId: string): { part: MimePart; id: string }[] {
  if (part.parts.length === 0) return isAttachment(part) ? [{ part, id: attachmentId(partId) }] : [];
  return part.parts.flatMap((inner, i) => files(inner, partId === '' ? String(i) : `${partId}.${i}`));
}

function decodeSource(raw: ByteText): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(raw, 'latin1'));
  } catch {
    return raw;
  }
}
