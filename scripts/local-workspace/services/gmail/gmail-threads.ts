// Threads and messages in a script's hands. A thread's messages are fetched once; what a message says came with them.

import type { Execution } from '../../script/execution.ts';
import { ServiceObject } from '../../script/service.ts';
import { Blob } from '../utilities/blob.ts';
import type { GmailEngine } from './engine.ts';
import type { MessageRecord } from './mailboxes.ts';
import { readable } from './mime.ts';

export interface GmailContext {
  readonly engine: GmailEngine;
  readonly execution: Execution;
}

export class GmailThread extends ServiceObject {
  static override readonly serviceName = 'GmailThread';
  static override readonly signatures = {
    getId: [''],
    getMessages: [''],
    getMessageCount: [''],
    getFirstMessageSubject: [''],
    getLastMessageDate: [''],
    isUnread: [''],
    markRead: [''],
    markUnread: [''],
  };
  private fetched: readonly MessageRecord[] | undefined;

  constructor(
    private readonly context: GmailContext,
    private readonly id: string,
  ) {
    super();
  }

  private messages(method: string): readonly MessageRecord[] {
    const { engine, execution } = this.context;
    this.fetched ??= execution.remote(`GmailThread.${method}`, () =>
      engine.mailboxes.thread(execution.user, this.id),
    );
    return this.fetched;
  }

  getId(): string {
    return this.id;
  }
  getMessages(): GmailMessage[] {
    return this.messages('getMessages').map((message) => new GmailMessage(this.context, message));
  }
  getMessageCount(): number {
    return this.messages('getMessageCount').length;
  }
  getFirstMessageSubject(): string {
    return this.messages('getFirstMessageSubject')[0]?.subject ?? '';
  }
  getLastMessageDate(): Date {
    return new Date(this.messages('getLastMessageDate').at(-1)?.internalDate ?? 0);
  }
  isUnread(): boolean {
    return this.messages('isUnread').some(({ labelIds }) => labelIds.includes('UNREAD'));
  }
  markRead(): this {
    return this.mark('markRead', true);
  }
  markUnread(): this {
    return this.mark('markUnread', false);
  }
  private mark(method: string, read: boolean): this {
    const { engine, execution } = this.context;
    const messages = this.messages(method);
    execution.remote(`GmailThread.${method}`, () => {
      for (const { id } of messages) engine.markRead(execution.user, id, read);
    });
    this.fetched = undefined;
    return this;
  }
}

export class GmailMessage extends ServiceObject {
  static override readonly serviceName = 'GmailMessage';
  static override readonly signatures = {
    getId: [''],
    getSubject: [''],
    getFrom: [''],
    getTo: [''],
    getCc: [''],
    getDate: [''],
    getBody: [''],
    getPlainBody: [''],
    getAttachments: ['', 'Object'],
    getThread: [''],
    isUnread: [''],
    markRead: [''],
  };

  constructor(
    private readonly context: GmailContext,
    private message: MessageRecord,
  ) {
    super();
  }

  getId(): string {
    return this.message.id;
  }
  getSubject(): string {
    return this.message.subject;
  }
  getFrom(): string {
    return this.message.from;
  }
  getTo(): string {
    return this.message.to;
  }
  getCc(): string {
    return this.message.cc;
  }
  getDate(): Date {
    return new Date(this.message.internalDate);
  }
  /** The HTML, or the plain text of a mail that has no HTML. */
  getBody(): string {
    const { html, text } = this.readable();
    return html || text;
  }
  getPlainBody(): string {
    return this.readable().text;
  }
  /** Fetched with the first look at them. */
  getAttachments(): Blob[] {
    const { engine, execution } = this.context;
    const { id } = this.message;
    return execution.remote('GmailMessage.getAttachments', () =>
      engine.view(execution.user, id).attachments.map((file) => {
        const { name, type, bytes } = engine.attachment(execution.user, id, file.id);
        return new Blob(bytes, type, name);
      }),
    );
  }
  private readable() {
    return readable(this.context.engine.mailboxes.parsed(this.message));
  }
  getThread(): GmailThread {
    return new GmailThread(this.context, this.message.threadId);
  }
  isUnread(): boolean {
    return this.message.labelIds.includes('UNREAD');
  }
  markRead(): this {
    const { engine, execution } = this.context;
    execution.remote('GmailMessage.markRead', () => engine.markRead(execution.user, this.message.id));
    this.message = engine.mailboxes.get(execution.user, this.message.id);
    return this;
  }
}
