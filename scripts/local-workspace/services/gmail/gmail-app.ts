// Apps Script's GmailApp: sending, drafts, and the threads and messages that a search finds.

import type { Execution } from '../../script/execution.ts';
import { ServiceObject } from '../../script/service.ts';
import type { GmailEngine } from './engine.ts';
import { type GmailContext, GmailMessage, GmailThread } from './gmail-threads.ts';
import type { MessageRecord } from './mailboxes.ts';
import { assertRecipient, type MailOptions, mailOf, SEND_SIGNATURES } from './script-mail.ts';

class GmailApp extends ServiceObject {
  static override readonly serviceName = 'GmailApp';
  static override readonly signatures = {
    sendEmail: SEND_SIGNATURES,
    createDraft: SEND_SIGNATURES,
    getDrafts: [''],
    getAliases: [''],
    search: ['String', 'String, Integer, Integer'],
    getInboxThreads: ['', 'Integer, Integer'],
    getMessageById: ['String'],
    getThreadById: ['String'],
  };
  /** Google asks for the whole mailbox, whatever the method. */
  static override readonly scopes = { '*': ['https://mail.google.com/'] };

  constructor(private readonly context: GmailContext) {
    super();
  }

  sendEmail(to: string, subject: string, body: string, options: MailOptions = {}): this {
    const { engine, execution } = this.context;
    const mail = { ...options, to, subject, body };
    execution.remote('GmailApp.sendEmail', () => {
      assertRecipient(mail);
      engine.write(execution.user, mailOf(engine, execution.user, mail));
    });
    return this;
  }

  createDraft(to: string, subject: string, body: string, options: MailOptions = {}): GmailDraft {
    const { engine, execution } = this.context;
    const kept = execution.remote('GmailApp.createDraft', () =>
      engine.keepDraft(execution.user, mailOf(engine, execution.user, { ...options, to, subject, body })),
    );
    return new GmailDraft(this.context, kept);
  }

  /** The newest first. */
  getDrafts(): GmailDraft[] {
    const { engine, execution } = this.context;
    const { messages } = execution.remote('GmailApp.getDrafts', () =>
      engine.list(execution.user, { labelIds: ['DRAFT'], limit: Number.POSITIVE_INFINITY }),
    );
    return messages.map((message) => new GmailDraft(this.context, message));
  }

  getAliases(): string[] {
    const { engine, execution } = this.context;
    return execution.remote('GmailApp.getAliases', () =>
      engine.account(execution.user).aliases.map(({ address }) => address),
    );
  }

  /** Threads, the one with the newest message first. */
  search(query: string, start = 0, most = 500): GmailThread[] {
    return this.threads('search', query, start, most);
  }
  getInboxThreads(start = 0, most = 500): GmailThread[] {
    return this.threads('getInboxThreads', 'in:inbox', start, most);
  }
  private threads(method: string, query: string, start: number, most: number): GmailThread[] {
    const { engine, execution } = this.context;
    const ids = execution.remote(`GmailApp.${method}`, () => {
      const { messages } = engine.list(execution.user, { query, limit: Number.POSITIVE_INFINITY });
      return [...new Set(messages.map(({ threadId }) => threadId))].slice(start, start + most);
    });
    return ids.map((id) => new GmailThread(this.context, id));
  }

  getMessageById(id: string): GmailMessage {
    const { engine, execution } = this.context;
    return new GmailMessage(
      this.context,
      execution.remote('GmailApp.getMessageById', () => engine.mailboxes.get(execution.user, id)),
    );
  }
  getThreadById(id: string): GmailThread {
    const { engine, execution } = this.context;
    execution.remote('GmailApp.getThreadById', () => engine.mailboxes.thread(execution.user, id));
    return new GmailThread(this.context, id);
  }
}

class GmailDraft extends ServiceObject {
  static override readonly serviceName = 'GmailDraft';
  static override readonly signatures = { getMessage: [''], getMessageId: [''] };

  constructor(
    private readonly context: GmailContext,
    private readonly message: MessageRecord,
  ) {
    super();
  }

  getMessage(): GmailMessage {
    return new GmailMessage(this.context, this.message);
  }
  getMessageId(): string {
    return this.message.id;
  }
}

export const gmailApp = (engine: GmailEngine, execution: Execution): ServiceObject =>
  new GmailApp({ engine, execution });
