// The mailboxes: every address has one. Keeps messages, their threads, and the sources that copies of one mail share.

import { invalid, notFound } from '../../kernel/errors.ts';
import type { Kernel } from '../../kernel/kernel.ts';
import { type ByteText, decodeHeader } from './header-text.ts';
import { LabelLag } from './label-lag.ts';
import { eachPart, isAttachment, type MimePart, parseMime, rawHeader, searchText } from './mime.ts';

/** A message in one mailbox. The headers that lists and searches need stand here, so that they need not parse the source. */
export interface MessageRecord {
  /** 16 hexadecimal digits, as all ids of messages and threads. */
  readonly id: string;
  readonly threadId: string;
  readonly labelIds: readonly string[];
  readonly internalDate: number;
  readonly historyId: number;
  readonly sourceId: string;
  /** The Bcc header, which only the sender's own copy shows. */
  readonly bcc?: ByteText;
  readonly messageId: string;
  readonly from: string;
  readonly to: string;
  readonly cc: string;
  readonly subject: string;
  readonly snippet: string;
  readonly size: number;
  readonly attachments: readonly string[];
}

/** An account: its name and the further addresses that it may send from. */
export interface MailAccount {
  readonly address: string;
  readonly displayName: string;
  readonly aliases: readonly { readonly address: string; readonly displayName: string }[];
}

export interface NewMessage {
  readonly mailbox: string;
  readonly sourceId: string;
  readonly labelIds: readonly string[];
  /** The thread that the sender asked for; used when subject and references fit it. */
  readonly threadId?: string;
  /** The thread that it belongs to in any case, whatever its subject. */
  readonly joins?: string;
  readonly bcc?: ByteText;
}

interface Source {
  readonly raw: ByteText;
}

interface Summary {
  readonly mail: Omit<
    MessageRecord,
    'id' | 'threadId' | 'labelIds' | 'internalDate' | 'historyId' | 'sourceId' | 'bcc'
  >;
  readonly references: readonly string[];
}

const ID = /^[0-9a-f]{1,16}$/;
/** A conversation with more mails goes on in a new thread, as in Gmail. */
const LONGEST_THREAD = 100;

export class Mailboxes {
  /** Derived from sources, which never change. */
  private readonly summaries = new WeakMap<Source, Summary>();
  /** Of each mailbox, the keys of its messages by their ids: putting them together anew would cost searches most of their time. */
  private readonly keys = new Map<string, Map<string, string>>();

  readonly lag: LabelLag;

  constructor(private readonly kernel: Kernel) {
    this.lag = new LabelLag(kernel);
  }

  private get messages() {
    return this.kernel.store.table<MessageRecord>('mail messages');
  }
  private get sources() {
    return this.kernel.store.table<Source>('mail sources');
  }
  private get threads() {
    return this.kernel.store.table<readonly string[]>('mail threads');
  }
  private get byMessageId() {
    return this.kernel.store.table<string>('mail message ids');
  }
  /** Message-IDs that mails refer to, each with the first mail that did: the mail they name may be in no mailbox here. */
  private get referredTo() {
    return this.kernel.store.table<string>('mail references');
  }
  private get accounts() {
    return this.kernel.store.table<MailAccount>('mail accounts');
  }
  /** Ids of a mailbox's messages in the order of their arrival. */
  private order(mailbox: string) {
    return this.kernel.store.list<string>(`mailbox ${mailbox}`);
  }

  account(address: string): MailAccount {
    return this.accounts.get(address) ?? { address, displayName: '', aliases: [] };
  }

  setAccount(account: MailAccount): void {
    this.accounts.set(account.address, account);
  }

  /** Addresses that have received or sent something or were configured. */
  addresses(): string[] {
    return this.accounts.keys();
  }

  count(mailbox: string): number {
    return this.order(mailbox).length;
  }

  /** The message at a place of arrival, the oldest being 0. */
  at(mailbox: string, place: number): MessageRecord | undefined {
    return this.reader(mailbox)(place);
  }

  /** As `at`, for somebody who looks at many places. */
  reader(mailbox: string): (place: number) => MessageRecord | undefined {
    const { messages } = this;
    const order = this.order(mailbox);
    const keys = this.keys.get(mailbox) ?? new Map<string, string>();
    this.keys.set(mailbox, keys);
    return (place) => {
      const id = order.get(place);
      if (id === undefined) return undefined;
      let key = keys.get(id);
      if (key === undefined) {
        key = `${mailbox}/${id}`;
        keys.set(id, key);
      }
      return messages.get(key);
    };
  }

  /** @throws 400 for what is no id, 404 for what is not in the mailbox */
  get(mailbox: string, id: string): MessageRecord {
    const message = this.find(mailbox, id);
    if (!message) throw notFound();
    return message;
  }

  /** @throws 400 for what is no id */
  find(mailbox: string, id: string): MessageRecord | undefined {
    if (!ID.test(id)) throw invalid('Invalid id value');
    return this.messages.get(`${mailbox}/${id}`);
  }

  /** @returns the messages of a thread, oldest first */
  thread(mailbox: string, threadId: string): MessageRecord[] {
    if (!ID.test(threadId)) throw invalid('Invalid id value');
    const ids = this.threads.get(`${mailbox}/${threadId}`);
    if (!ids || ids.length === 0) throw notFound();
    return ids.map((id) => this.get(mailbox, id));
  }

  findByMessageId(mailbox: string, messageId: string): MessageRecord | undefined {
    const id = this.byMessageId.get(`${mailbox}/${bareId(messageId)}`);
    return id === undefined ? undefined : this.messages.get(`${mailbox}/${id}`);
  }

  /** The source as this mailbox's owner sees it. */
  raw(message: MessageRecord): ByteText {
    const { raw } = this.source(message);
    return message.bcc === undefined ? raw : `Bcc: ${message.bcc}\r\n${raw}`;
  }

  /** The source as every recipient gets it, without blind copies. */
  sharedRaw(message: MessageRecord): ByteText {
    return this.source(message).raw;
  }

  parsed(message: MessageRecord): MimePart {
    return parseMime(this.raw(message));
  }

  addSource(raw: ByteText): string {
    const id = this.kernel.random.hex(16);
    this.sources.set(id, { raw });
    return id;
  }

  add(given: NewMessage): MessageRecord {
    const { mailbox, sourceId, labelIds, bcc } = given;
    const source = this.sources.get(sourceId) as Source;
    const summary = this.summary(source);
    let id = this.kernel.random.hex(16);
    while (this.messages.has(`${mailbox}/${id}`)) id = this.kernel.random.hex(16);
    const threadId = given.joins ?? this.threadFor(given, summary) ?? id;
    const message: MessageRecord = {
      id,
      threadId,
      labelIds: [...labelIds],
      internalDate: this.kernel.clock.now(),
      historyId: this.nextHistoryId(),
      sourceId,
      ...(bcc === undefined ? {} : { bcc }),
      ...summary.mail,
    };
    this.messages.set(`${mailbox}/${id}`, message);
    this.order(mailbox).push(id);
    this.threads.set(`${mailbox}/${threadId}`, [...(this.threads.get(`${mailbox}/${threadId}`) ?? []), id]);
    if (message.messageId !== '') this.byMessageId.set(`${mailbox}/${bareId(message.messageId)}`, id);
    for (const reference of summary.references) {
      const key = `${mailbox}/${bareId(reference)}`;
      if (!this.referredTo.has(key)) this.referredTo.set(key, id);
    }
    if (!this.accounts.has(mailbox)) this.accounts.set(mailbox, this.account(mailbox));
    return message;
  }

  /** Gives and takes labels; a change that changes nothing keeps the history id. */
  relabel(mailbox: string, id: string, add: readonly string[], remove: readonly string[]): MessageRecord {
    const message = this.get(mailbox, id);
    const kept = message.labelIds.filter((label) => !remove.includes(label));
    const labelIds = [...kept, ...new Set(add.filter((label) => !kept.includes(label)))];
    const same =
      labelIds.length === message.labelIds.length &&
      labelIds.every((label) => message.labelIds.includes(label));
    if (same) return message;
    this.lag.changing(mailbox, message);
    const changed = { ...message, labelIds, historyId: this.nextHistoryId() };
    this.messages.set(`${mailbox}/${id}`, changed);
    return changed;
  }

  historyId(): number {
    return this.kernel.store.table<number>('mail counters').get('history') ?? 1000;
  }

  private nextHistoryId(): number {
    const next = this.historyId() + 1;
    this.kernel.store.table<number>('mail counters').set('history', next);
    return next;
  }

  private source(message: MessageRecord): Source {
    return this.sources.get(message.sourceId) as Source;
  }

  /**
   * A message joins the thread of one that it refers to, that refers to it, or that refers to the same one, when their
   * subjects are the same but for Re: and Fwd:.
   */
  private threadFor(given: NewMessage, summary: Summary): string | undefined {
    const { mailbox } = given;
    const subject = bareSubject(summary.mail.subject);
    const { messageId } = summary.mail;
    const connected = [...[...summary.references].reverse(), ...(messageId === '' ? [] : [messageId])];
    for (const reference of connected) {
      const message = this.findByMessageId(mailbox, reference) ?? this.thatRefersTo(mailbox, reference);
      if (!message || bareSubject(message.subject) !== subject) continue;
      if ((this.threads.get(`${mailbox}/${message.threadId}`)?.length ?? 0) >= LONGEST_THREAD) continue;
      if (given.threadId === undefined || given.threadId === message.threadId) return message.threadId;
    }
    return undefined;
  }

  private thatRefersTo(mailbox: string, messageId: string): MessageRecord | undefined {
    const id = this.referredTo.get(`${mailbox}/${bareId(messageId)}`);
    return id === undefined ? undefined : this.messages.get(`${mailbox}/${id}`);
  }

  private summary(source: Source): Summary {
    let summary = this.summaries.get(source);
    if (!summary) {
      summary = summarise(source.raw);
      this.summaries.set(source, summary);
    }
    return summary;
  }
}

/** Message ids are compared without their angle brackets. */
const bareId = (messageId: string): string => messageId.trim().replace(/^<|>$/g, '');

const bareSubject = (subject: string): string =>
  subject
    .replace(/^(?:\s*(?:re|fwd?|aw|wg|sv|rv|antw|tr)\s*(?:\[\d+\])?\s*:)+/i, '')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();

function summarise(raw: ByteText): Summary {
  const mail = parseMime(raw);
  const header = (name: string) => rawHeader(mail.headers, name) ?? '';
  const words = searchText(mail).slice(0, 2000).replace(/\s+/g, ' ').trim();
  return {
    mail: {
      messageId: header('Message-ID').trim(),
      from: decodeHeader(header('From')),
      to: decodeHeader(header('To')),
      cc: decodeHeader(header('Cc')),
      subject: decodeHeader(header('Subject')),
      snippet: escapeHtml([...words].slice(0, 200).join('')),
      size: raw.length,
      attachments: [...eachPart(mail)].filter(isAttachment).map((part) => part.filename),
    },
    references: `${header('References')} ${header('In-Reply-To')}`.match(/<[^<>\s]+>/g) ?? [],
  };
}

/** Snippets come with the characters of HTML escaped, as from Gmail. */
const escapeHtml = (text: string): string =>
  text.replace(
    /[&<>"']/g,
    (character) => `&${{ '&': 'amp', '<': 'lt', '>': 'gt', '"': 'quot', "'": '#39' }[character]};`,
  );
