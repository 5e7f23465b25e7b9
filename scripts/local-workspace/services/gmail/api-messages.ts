// The Gmail API's methods on messages and threads.

import type { gmail_v1 } from 'googleapis/build/src/apis/gmail/v1.js';
import type * as z from 'zod';
import { GoogleError, invalid, notImplemented } from '../../kernel/errors.ts';
import type { ApiMethod, ApiRequest } from '../../rest/api.ts';
import type { GmailEngine } from './engine.ts';
import type { ByteText } from './header-text.ts';
import { base64Url, type Format, labelsIn, messageResource } from './message-resource.ts';
import * as Schema from './schemas.ts';
import * as Scopes from './scopes.ts';

const BASE = '/gmail/v1/users/{userId}';
const UPLOAD = '/upload/gmail/v1/users/{userId}';

/** The source of a mail in a request: as a file sent along, or in base64 in its `raw`. */
export function sourceOf(message: z.infer<typeof Schema.Message> | undefined, request: ApiRequest): ByteText {
  if (request.media) return Buffer.from(request.media.bytes).toString('latin1');
  if (message?.classificationLabelValues) throw notImplemented('classificationLabelValues');
  const raw = message?.raw;
  if (!raw)
    throw invalid("'raw' RFC822 payload message string or uploading message via /upload/* URL required");
  if (!/^[A-Za-z0-9+/_-]*={0,2}\s*$/.test(raw)) {
    throw invalid(
      `Invalid value at 'message.raw' (TYPE_BYTES), Base64 decoding failed for "${raw.slice(0, 100)}"`,
    );
  }
  return Buffer.from(raw, 'base64').toString('latin1');
}

export const mailboxOf = (engine: GmailEngine, request: ApiRequest): string =>
  engine.mailboxOf(request.path.userId as string, request.caller, request.face);

/** One page of a list: Google's bounds, and a token that stays right when new mail arrives. */
export function readPage(
  engine: GmailEngine,
  request: ApiRequest<z.infer<typeof Schema.ListMessages>>,
  labelIds: readonly string[] = request.query.labelIds ?? [],
) {
  const { maxResults, pageToken, includeSpamTrash, q } = request.query;
  const mailbox = mailboxOf(engine, request);
  if (pageToken !== undefined && !/^\d{1,15}$/.test(pageToken)) throw invalid('Invalid pageToken');
  for (const id of labelIds) if (!engine.labels.exists(mailbox, id)) throw invalid('labelId not found');
  return engine.list(mailbox, {
    limit: Math.min(maxResults ?? 100, 500),
    labelIds,
    lagging: true,
    ...(q === undefined ? {} : { query: q }),
    ...(includeSpamTrash === undefined ? {} : { includeSpamTrash }),
    ...(pageToken === undefined ? {} : { from: Number(pageToken) }),
  });
}

const shortly = ({
  id,
  threadId,
  labelIds,
}: {
  id: string;
  threadId: string;
  labelIds: readonly string[];
}) => ({
  id,
  threadId,
  ...labelsIn(labelIds),
});

export function messagesApi(engine: GmailEngine): ApiMethod[] {
  const { mailboxes } = engine;
  const change = (request: ApiRequest, add: readonly string[], remove: readonly string[]) =>
    shortly(engine.relabel(mailboxOf(engine, request), request.path.id as string, add, remove));

  const send: ApiMethod<Record<string, never>, z.infer<typeof Schema.Message>> = {
    id: 'gmail.users.messages.send',
    http: 'POST',
    path: `${BASE}/messages/send`,
    upload: `${UPLOAD}/messages/send`,
    body: Schema.Message,
    bodyField: 'message',
    scopes: Scopes.SEND,
    run(request): gmail_v1.Schema$Message {
      const source = sourceOf(request.body, request);
      return shortly(engine.delivery.send(mailboxOf(engine, request), source, request.body.threadId));
    },
  };

  const list: ApiMethod<z.infer<typeof Schema.ListMessages>> = {
    id: 'gmail.users.messages.list',
    http: 'GET',
    path: `${BASE}/messages`,
    query: Schema.ListMessages,
    scopes: Scopes.READ,
    run(request): gmail_v1.Schema$ListMessagesResponse {
      requireSearchScope(request);
      const { messages, next, found } = readPage(engine, request);
      return {
        ...(messages.length > 0 ? { messages: messages.map(({ id, threadId }) => ({ id, threadId })) } : {}),
        ...(next === undefined ? {} : { nextPageToken: String(next) }),
        resultSizeEstimate: found,
      };
    },
  };

  const get: ApiMethod<z.infer<typeof Schema.GetMessage>> = {
    id: 'gmail.users.messages.get',
    http: 'GET',
    path: `${BASE}/messages/{id}`,
    query: Schema.GetMessage,
    byteFields: ['data', 'raw'],
    scopes: Scopes.READ,
    run(request): gmail_v1.Schema$Message {
      const format: Format = request.query.format ?? 'full';
      const message = mailboxes.get(mailboxOf(engine, request), request.path.id as string);
      return messageResource(mailboxes, message, format, request.query.metadataHeaders);
    },
  };

  const attachment: ApiMethod = {
    id: 'gmail.users.messages.attachments.get',
    http: 'GET',
    path: `${BASE}/messages/{messageId}/attachments/{id}`,
    byteFields: ['data'],
    scopes: Scopes.READ_FILES,
    run(request): gmail_v1.Schema$MessagePartBody {
      const { messageId, id } = request.path as { messageId: string; id: string };
      const { bytes } = engine.attachment(mailboxOf(engine, request), messageId, id);
      return { size: bytes.length, data: base64Url(bytes) };
    },
  };

  const modify: ApiMethod<Record<string, never>, z.infer<typeof Schema.ModifyMessage>> = {
    id: 'gmail.users.messages.modify',
    http: 'POST',
    path: `${BASE}/messages/{id}/modify`,
    body: Schema.ModifyMessage,
    scopes: Scopes.MODIFY,
    run(request): gmail_v1.Schema$Message {
      const {
        addLabelIds = [],
        removeLabelIds = [],
        addClassificationLabels,
        removeClassificationLabelIds,
      } = request.body;
      if (addClassificationLabels || removeClassificationLabelIds)
        throw notImplemented('Classification labels');
      return change(request, addLabelIds, removeLabelIds);
    },
  };

  const batchModify: ApiMethod<Record<string, never>, z.infer<typeof Schema.BatchModify>> = {
    id: 'gmail.users.messages.batchModify',
    http: 'POST',
    path: `${BASE}/messages/batchModify`,
    body: Schema.BatchModify,
    scopes: Scopes.MODIFY,
    run(request) {
      const { ids = [], addLabelIds = [], removeLabelIds = [] } = request.body;
      const mailbox = mailboxOf(engine, request);
      if (ids.length === 0) throw invalid('No message ids specified');
      if (ids.length > 1000) throw invalid('Too many message ids specified, maximum is 1000');
      engine.labels.requireChangeable(mailbox, addLabelIds, removeLabelIds);
      // An id that no message has is passed over without a word.
      const found = ids.filter((id) => mailboxes.find(mailbox, id));
      for (const id of found) engine.relabel(mailbox, id, addLabelIds, removeLabelIds);
    },
  };

  const trash: ApiMethod = {
    id: 'gmail.users.messages.trash',
    http: 'POST',
    path: `${BASE}/messages/{id}/trash`,
    scopes: Scopes.MODIFY,
    run: (request): gmail_v1.Schema$Message => change(request, ['TRASH'], ['INBOX']),
  };

  const untrash: ApiMethod = {
    id: 'gmail.users.messages.untrash',
    http: 'POST',
    path: `${BASE}/messages/{id}/untrash`,
    scopes: Scopes.MODIFY,
    run: (request): gmail_v1.Schema$Message => change(request, [], ['TRASH']),
  };

  return [send, list, get, attachment, modify, batchModify, trash, untrash];
}

export function threadsApi(engine: GmailEngine): ApiMethod[] {
  const { mailboxes } = engine;

  const list: ApiMethod<z.infer<typeof Schema.ListMessages>> = {
    id: 'gmail.users.threads.list',
    http: 'GET',
    path: `${BASE}/threads`,
    query: Schema.ListMessages,
    scopes: Scopes.READ,
    run(request): gmail_v1.Schema$ListThreadsResponse {
      requireSearchScope(request);
      const mailbox = mailboxOf(engine, request);
      const { messages, next } = readPage(engine, request);
      // A thread stands where its newest matching message stands; an earlier page may have shown it already.
      const shown = new Set<string>();
      const threads = messages.flatMap(({ threadId, snippet }) => {
        if (shown.has(threadId)) return [];
        shown.add(threadId);
        const newest = Math.max(...mailboxes.thread(mailbox, threadId).map((message) => message.historyId));
        return [{ id: threadId, snippet, historyId: String(newest) }];
      });
      return {
        ...(threads.length > 0 ? { threads } : {}),
        ...(next === undefined ? {} : { nextPageToken: String(next) }),
        resultSizeEstimate: threads.length + (next === undefined ? 0 : 1),
      };
    },
  };

  const get: ApiMethod<z.infer<typeof Schema.GetThread>> = {
    id: 'gmail.users.threads.get',
    http: 'GET',
    path: `${BASE}/threads/{id}`,
    query: Schema.GetThread,
    byteFields: ['data', 'raw'],
    scopes: Scopes.READ,
    run(request): gmail_v1.Schema$Thread {
      const { format = 'full', metadataHeaders } = request.query;
      const messages = mailboxes.thread(mailboxOf(engine, request), request.path.id as string);
      return {
        id: request.path.id,
        historyId: String(Math.max(...messages.map((message) => message.historyId))),
        messages: messages.map((message) => messageResource(mailboxes, message, format, metadataHeaders)),
      };
    },
  };

  const modify: ApiMethod<Record<string, never>, z.infer<typeof Schema.ModifyThread>> = {
    id: 'gmail.users.threads.modify',
    http: 'POST',
    path: `${BASE}/threads/{id}/modify`,
    body: Schema.ModifyThread,
    scopes: Scopes.MODIFY,
    run(request): gmail_v1.Schema$Thread {
      const { addLabelIds = [], removeLabelIds = [] } = request.body;
      const mailbox = mailboxOf(engine, request);
      const messages = mailboxes.thread(mailbox, request.path.id as string);
      engine.labels.requireChangeable(mailbox, addLabelIds, removeLabelIds);
      const changed = messages.map(({ id }) => engine.relabel(mailbox, id, addLabelIds, removeLabelIds));
      return { id: request.path.id, messages: changed.map(shortly) };
    },
  };

  return [list, get, modify];
}

/** A token that may see headers only may not search in texts. */
function requireSearchScope(request: ApiRequest<{ q?: string | undefined }>): void {
  const { scopes } = request.caller;
  const metadataOnly = scopes !== undefined && !scopes.some((scope) => Scopes.READ_FILES.includes(scope));
  if (metadataOnly && request.query.q !== undefined) {
    throw new GoogleError('PERMISSION_DENIED', "Metadata scope does not support 'q' parameter");
  }
}
