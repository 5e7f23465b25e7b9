// Reads the mailbox of the account and labels what is in it, through the Gmail API.

import { REASONS } from '../content/problems.ts';
import type { Decode } from '../domain/mail-charsets.ts';
import type { MailPart } from '../domain/mail-text.ts';

/** A message as a list has it. */
export interface Found {
  id: string;
  threadId: string;
}

/** A whole message, but for files and long texts. */
export interface Received extends Found {
  labelIds: string[];
  /** Milliseconds since 1970, UTC. */
  receivedMs: number;
  payload: MailPart;
}

function users(): GoogleAppsScript.Gmail.Collection.UsersCollection {
  if (!Gmail?.Users) throw new Error(REASONS.serviceOff('Gmail'));
  return Gmail.Users;
}

const messages = () => users().Messages as GoogleAppsScript.Gmail.Collection.Users.MessagesCollection;
const labels = () => users().Labels as GoogleAppsScript.Gmail.Collection.Users.LabelsCollection;

const MOST_PAGES = 10;

/** The messages that a search finds, oldest first; without those in Spam and Bin. */
export function findMessages(q: string): Found[] {
  const found: Found[] = [];
  let pageToken: string | undefined;
  for (let page = 0; page < MOST_PAGES; page++) {
    const answer = messages().list('me', { q, maxResults: 500, ...(pageToken ? { pageToken } : {}) });
    for (const { id = '', threadId = '' } of answer.messages ?? []) found.push({ id, threadId });
    pageToken = answer.nextPageToken;
    if (!pageToken) break;
  }
  return found.reverse();
}

export function readMessage(messageId: string): Received {
  const { id, threadId, labelIds, internalDate, payload } = messages().get('me', messageId);
  return {
    id: id ?? messageId,
    threadId: threadId ?? messageId,
    labelIds: labelIds ?? [],
    receivedMs: Number(internalDate) || Date.now(),
    payload: (payload ?? {}) as MailPart,
  };
}

/** The content of a part that was too long to come with its message. */
export const readPart = (messageId: string, partId: string): string | number[] =>
  messages().Attachments?.get('me', messageId, partId).data ?? '';

/** The ids of all labels by name. */
export const readLabels = (): Map<string, string> =>
  new Map((labels().list('me').labels ?? []).map(({ name = '', id = '' }) => [name, id]));

export function makeLabel(name: string): void {
  labels().create({ name }, 'me');
}

/** Messages that are gone are passed over. */
export function putLabel(labelId: string, ids: readonly string[]): void {
  messages().batchModify({ ids: [...ids], addLabelIds: [labelId] }, 'me');
}

/** Into the bin, from which Gmail deletes it after thirty days; nothing when it is gone already. */
export function throwAway(messageId: string): void {
  try {
    messages().trash('me', messageId);
  } catch (error) {
    if ((error as { details?: { code?: number } }).details?.code !== 404) throw error;
  }
}

export const decode: Decode = (bytes, charset) =>
  Utilities.newBlob(Array.from(bytes, (byte) => (byte > 127 ? byte - 256 : byte))).getDataAsString(charset);
