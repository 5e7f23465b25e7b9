// The Gmail API's methods on labels, the profile and the send-as addresses.

import type { gmail_v1 } from 'googleapis/build/src/apis/gmail/v1.js';
import type * as z from 'zod';
import { invalid, notFound } from '../../kernel/errors.ts';
import type { ApiMethod } from '../../rest/api.ts';
import { mailboxOf } from './api-messages.ts';
import type { GmailEngine } from './engine.ts';
import { SYSTEM_LABELS, type UserLabel } from './labels.ts';
import type { MessageRecord } from './mailboxes.ts';
import * as Schema from './schemas.ts';
import * as Scopes from './scopes.ts';

const BASE = '/gmail/v1/users/{userId}';

type LabelBody = z.infer<typeof Schema.Label>;

export function settingsApi(engine: GmailEngine): ApiMethod[] {
  const { labels, mailboxes } = engine;

  const messagesOf = (mailbox: string): MessageRecord[] =>
    Array.from(
      { length: mailboxes.count(mailbox) },
      (_, place) => mailboxes.at(mailbox, place) as MessageRecord,
    );

  const counted = (mailbox: string, id: string) => {
    const messages = messagesOf(mailbox).filter((message) => message.labelIds.includes(id));
    const unread = messages.filter((message) => message.labelIds.includes('UNREAD'));
    const threads = (list: readonly MessageRecord[]) => new Set(list.map(({ threadId }) => threadId)).size;
    return {
      messagesTotal: messages.length,
      messagesUnread: unread.length,
      threadsTotal: threads(messages),
      threadsUnread: threads(unread),
    };
  };

  const ofUser = (label: UserLabel) => ({ ...label, type: 'user' });
  const ofSystem = (id: string) => ({ id, name: id, type: 'system' });

  const list: ApiMethod = {
    id: 'gmail.users.labels.list',
    http: 'GET',
    path: `${BASE}/labels`,
    scopes: Scopes.LABELS_READ,
    run: (request): gmail_v1.Schema$ListLabelsResponse => ({
      labels: [...SYSTEM_LABELS.map(ofSystem), ...labels.ofUser(mailboxOf(engine, request)).map(ofUser)],
    }),
  };

  const get: ApiMethod = {
    id: 'gmail.users.labels.get',
    http: 'GET',
    path: `${BASE}/labels/{id}`,
    scopes: Scopes.LABELS_READ,
    run(request): gmail_v1.Schema$Label {
      const mailbox = mailboxOf(engine, request);
      const id = request.path.id as string;
      if (!labels.exists(mailbox, id)) throw notFound();
      const label = labels.find(mailbox, id);
      return { ...(label ? ofUser(label) : ofSystem(id)), ...counted(mailbox, id) };
    },
  };

  const settable = ({ name, messageListVisibility, labelListVisibility, color }: LabelBody) => ({
    ...(name === undefined ? {} : { name }),
    ...(messageListVisibility === undefined ? {} : { messageListVisibility }),
    ...(labelListVisibility === undefined ? {} : { labelListVisibility }),
    ...(color === undefined ? {} : { color }),
  });

  const create: ApiMethod<Record<string, never>, LabelBody> = {
    id: 'gmail.users.labels.create',
    http: 'POST',
    path: `${BASE}/labels`,
    body: Schema.Label,
    bodyField: 'label',
    scopes: Scopes.LABELS_WRITE,
    run(request): gmail_v1.Schema$Label {
      const { name } = request.body;
      if (name === undefined) throw invalid('Invalid label name');
      const label = labels.create(mailboxOf(engine, request), { ...settable(request.body), name });
      engine.kernel.changed('mail');
      return ofUser(label);
    },
  };

  const change = (id: string, http: 'PATCH' | 'PUT'): ApiMethod<Record<string, never>, LabelBody> => ({
    id,
    http,
    path: `${BASE}/labels/{id}`,
    body: Schema.Label,
    bodyField: 'label',
    scopes: Scopes.LABELS_WRITE,
    run(request): gmail_v1.Schema$Label {
      const label = labels.update(
        mailboxOf(engine, request),
        request.path.id as string,
        settable(request.body),
      );
      engine.kernel.changed('mail');
      return ofUser(label);
    },
  });

  const remove: ApiMethod = {
    id: 'gmail.users.labels.delete',
    http: 'DELETE',
    path: `${BASE}/labels/{id}`,
    scopes: Scopes.LABELS_WRITE,
    run(request) {
      const mailbox = mailboxOf(engine, request);
      const id = request.path.id as string;
      labels.remove(mailbox, id);
      for (const message of messagesOf(mailbox)) {
        if (message.labelIds.includes(id)) mailboxes.relabel(mailbox, message.id, [], [id]);
      }
      engine.kernel.changed('mail');
    },
  };

  const profile: ApiMethod = {
    id: 'gmail.users.getProfile',
    http: 'GET',
    path: `${BASE}/profile`,
    scopes: Scopes.PROFILE,
    run(request): gmail_v1.Schema$Profile {
      const mailbox = mailboxOf(engine, request);
      return {
        emailAddress: mailbox,
        messagesTotal: mailboxes.count(mailbox),
        threadsTotal: new Set(messagesOf(mailbox).map(({ threadId }) => threadId)).size,
        historyId: String(mailboxes.historyId()),
      };
    },
  };

  const sendAs: ApiMethod = {
    id: 'gmail.users.settings.sendAs.list',
    http: 'GET',
    path: `${BASE}/settings/sendAs`,
    scopes: Scopes.SETTINGS_READ,
    run(request): gmail_v1.Schema$ListSendAsResponse {
      const { address, displayName, aliases } = mailboxes.account(mailboxOf(engine, request));
      return {
        sendAs: [
          {
            sendAsEmail: address,
            displayName,
            replyToAddress: '',
            signature: '',
            isPrimary: true,
            isDefault: true,
          },
          ...aliases.map((alias) => ({
            sendAsEmail: alias.address,
            displayName: alias.displayName,
            replyToAddress: '',
            signature: '',
            treatAsAlias: true,
            verificationStatus: 'accepted',
          })),
        ],
      };
    },
  };

  return [
    list,
    get,
    create,
    change('gmail.users.labels.patch', 'PATCH'),
    change('gmail.users.labels.update', 'PUT'),
    remove,
    profile,
    sendAs,
  ];
}
