// A Workspace with mail only: what clients send and read through the Gmail API's own methods.

import { Kernel, type KernelOptions } from '../../../scripts/local-workspace/kernel/kernel.ts';
import type { Face } from '../../../scripts/local-workspace/rest/api.ts';
import { callApi } from '../../../scripts/local-workspace/rest/dispatch.ts';
import { gmailApi } from '../../../scripts/local-workspace/services/gmail/api.ts';
import { GmailEngine } from '../../../scripts/local-workspace/services/gmail/engine.ts';

export const DESK = 'contact@imstl.org';
export const ANA = 'ana@example.org';
export const BEA = 'bea@example.org';

export interface Part {
  partId: string;
  mimeType: string;
  filename: string;
  headers: { name: string; value: string }[];
  body: { size: number; data?: string; attachmentId?: string };
  parts?: Part[];
}

export interface Message {
  id: string;
  threadId: string;
  labelIds: string[];
  snippet: string;
  internalDate: string;
  historyId: string;
  payload: Part;
  raw: string;
}

export const decode = (data: string | undefined): string =>
  Buffer.from(data ?? '', 'base64').toString('utf8');

export const header = (message: Message, name: string): string | undefined =>
  message.payload.headers.find((one) => one.name.toLowerCase() === name.toLowerCase())?.value;

export class Mail {
  readonly kernel: Kernel;
  readonly engine: GmailEngine;

  constructor(options: KernelOptions = {}) {
    this.kernel = new Kernel(options);
    this.engine = new GmailEngine(this.kernel);
  }

  api<T>(
    method: string,
    path: Record<string, string>,
    rest: { query?: object; body?: unknown; face?: Face } = {},
  ): T {
    const { query = {}, body, face = 'rest' } = rest;
    const request = { path, query: { ...query }, body, caller: { email: DESK }, face };
    return callApi(gmailApi(this.engine), `gmail.users.${method}`, request) as T;
  }

  send(source: string, userId = 'me', threadId?: string): Message {
    const raw = Buffer.from(source).toString('base64url');
    return this.api('messages.send', { userId }, { body: { raw, ...(threadId ? { threadId } : {}) } });
  }

  find(userId: string, q = '', query: object = {}): string[] {
    const { messages = [] } = this.api<{ messages?: { id: string }[] }>(
      'messages.list',
      { userId },
      { query: { q, ...query } },
    );
    return messages.map(({ id }) => id);
  }

  get(userId: string, id: string, query: object = {}): Message {
    return this.api('messages.get', { userId, id }, { query });
  }

  /** The newest message of a mailbox. */
  newest(userId: string, q = ''): Message {
    const [id] = this.find(userId, q);
    if (id === undefined) throw new Error(`${userId} has no mail that fits "${q}"`);
    return this.get(userId, id);
  }
}

/** A plain mail. */
export const plain = (to: string, subject: string, text = 'Hello', more: readonly string[] = []): string =>
  [`To: ${to}`, `Subject: ${subject}`, 'Content-Type: text/plain; charset=UTF-8', ...more, '', text].join(
    '\r\n',
  );
