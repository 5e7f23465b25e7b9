// The Gmail API's methods on drafts: making, listing and reading them.

import type { gmail_v1 } from 'googleapis/build/src/apis/gmail/v1.js';
import type * as z from 'zod';
import { invalid, notFound } from '../../kernel/errors.ts';
import type { ApiMethod } from '../../rest/api.ts';
import { mailboxOf, readPage, sourceOf } from './api-messages.ts';
import type { GmailEngine } from './engine.ts';
import { labelsIn, messageResource } from './message-resource.ts';
import * as Schema from './schemas.ts';
import * as Scopes from './scopes.ts';

const BASE = '/gmail/v1/users/{userId}';

export function draftsApi(engine: GmailEngine): ApiMethod[] {
  const { mailboxes } = engine;
  /** A draft is known by the id of its message, with Google's `r` ahead of it. */
  const draftId = (messageId: string) => `r${BigInt(`0x${messageId}`)}`;
  const messageOf = (mailbox: string, id: string) => {
    if (!/^r\d{1,20}$/.test(id)) throw invalid('Invalid draft');
    const message = mailboxes.get(mailbox, BigInt(id.slice(1)).toString(16).padStart(16, '0').slice(-16));
    if (!message.labelIds.includes('DRAFT')) throw notFound();
    return message;
  };

  const create: ApiMethod<Record<string, never>, z.infer<typeof Schema.Draft>> = {
    id: 'gmail.users.drafts.create',
    http: 'POST',
    path: `${BASE}/drafts`,
    upload: `/upload${BASE}/drafts`,
    body: Schema.Draft,
    bodyField: 'draft',
    scopes: Scopes.COMPOSE,
    run(request): gmail_v1.Schema$Draft {
      const { message } = request.body;
      const source = sourceOf(message, request);
      const { id, threadId, labelIds } = engine.delivery.draft(
        mailboxOf(engine, request),
        source,
        message?.threadId,
      );
      return { id: draftId(id), message: { id, threadId, ...labelsIn(labelIds) } };
    },
  };

  const list: ApiMethod<z.infer<typeof Schema.ListDrafts>> = {
    id: 'gmail.users.drafts.list',
    http: 'GET',
    path: `${BASE}/drafts`,
    query: Schema.ListDrafts,
    scopes: Scopes.DRAFTS_READ,
    run(request): gmail_v1.Schema$ListDraftsResponse {
      const { messages, next, found } = readPage(engine, request, ['DRAFT']);
      const drafts = messages.map(({ id, threadId }) => ({ id: draftId(id), message: { id, threadId } }));
      return {
        ...(drafts.length > 0 ? { drafts } : {}),
        ...(next === undefined ? {} : { nextPageToken: String(next) }),
        resultSizeEstimate: found,
      };
    },
  };

  const get: ApiMethod<z.infer<typeof Schema.GetDraft>> = {
    id: 'gmail.users.drafts.get',
    http: 'GET',
    path: `${BASE}/drafts/{id}`,
    query: Schema.GetDraft,
    scopes: Scopes.DRAFTS_READ,
    run(request): gmail_v1.Schema$Draft {
      const message = messageOf(mailboxOf(engine, request), request.path.id as string);
      return {
        id: request.path.id,
        message: messageResource(mailboxes, message, request.query.format ?? 'full'),
      };
    },
  };

  return [create, list, get];
}
