// Sends mail and looks for what was sent, through the Gmail API.

import { REASONS } from '../content/problems.ts';

/** What became of a mail handed to Gmail. */
export type SendResult =
  | { outcome: 'sent'; gmailId: string }
  /** Gmail will never take this mail; an address is wrong, for example. */
  | { outcome: 'refused'; reason: string }
  /** Gmail takes no mail now; this one was not sent. */
  | { outcome: 'later'; reason: string }
  /** Nobody knows whether it was sent; Sent mail has to be searched. */
  | { outcome: 'unknown'; reason: string };

function messages(): GoogleAppsScript.Gmail.Collection.Users.MessagesCollection {
  if (!Gmail?.Users?.Messages) throw new Error(REASONS.serviceOff('Gmail'));
  return Gmail.Users.Messages;
}

/** Sends one RFC 5322 message. Does not throw. */
export function sendMessage(message: string): SendResult {
  try {
    const sent = messages().send(
      {
        raw: Utilities.base64EncodeWebSafe(message, Utilities.Charset.UTF_8),
      } as GoogleAppsScript.Gmail.Schema.Message,
      'me',
    );
    return { outcome: 'sent', gmailId: sent.id ?? '' };
  } catch (error) {
    return { outcome: outcomeOf(error), reason: reasonOf(error) };
  }
}

/** Puts one RFC 5322 message among the drafts of the person at the keyboard; nothing is sent. */
export function createDraft(message: string): void {
  if (!Gmail?.Users?.Drafts) throw new Error(REASONS.serviceOff('Gmail'));
  const raw = Utilities.base64EncodeWebSafe(message, Utilities.Charset.UTF_8);
  Gmail.Users.Drafts.create({ message: { raw } } as GoogleAppsScript.Gmail.Schema.Draft, 'me');
}

function outcomeOf(error: unknown): 'refused' | 'later' | 'unknown' {
  const code = (error as { details?: { code?: number } }).details?.code;
  const text = String(error);
  const isLimit =
    /too many times|quota|limit exceeded|rate limit|not switched on|not enabled|permission/i.test(text);
  if (code === 401 || code === 403 || code === 429 || isLimit) return 'later';
  const isAddress = /invalid (to header|email|recipient)|recipient address required|no recipient/i.test(text);
  return code === 400 || code === 413 || isAddress ? 'refused' : 'unknown';
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String((error as { message?: string }).message ?? error);
}

/** Gmail's id of the sent message in which these words stand, or null when there is none. */
export function findSent(words: string): string | null {
  const found = messages().list('me', { q: `in:sent "${words}"`, maxResults: 1 });
  return found.messages?.[0]?.id ?? null;
}

/** Addresses from which this account may send, its own among them. */
export function sendAsAddresses(): string[] {
  const found = Gmail?.Users?.Settings?.SendAs?.list('me').sendAs ?? [];
  const isReady = ({ isPrimary, verificationStatus }: (typeof found)[number]) =>
    isPrimary === true || verificationStatus === 'accepted';
  return found.filter(isReady).map(({ sendAsEmail }) => sendAsEmail ?? '');
}

/** Recipients to whom this account may still write today, whichever way. */
export const mailsLeft = (): number => MailApp.getRemainingDailyQuota();

/** Puts a message into the bin. */
export function binMessage(id: string): void {
  messages().trash('me', id);
}

/** Base64 of a text's UTF-8 bytes, by Google's own encoder. */
export function toBase64(text: string): string {
  return Utilities.base64Encode(text, Utilities.Charset.UTF_8);
}

/** A mail that says that another could not be delivered. */
export interface Bounce {
  /** The addresses that it could not be delivered to. */
  recipients: string[];
  /** When it came, milliseconds since 1970, UTC. */
  receivedMs: number;
}

/** Delivery failures that came after an instant (milliseconds since 1970, UTC), oldest first; at most a hundred. */
export function findBounces(sinceMs: number): Bounce[] {
  const q = `from:mailer-daemon after:${Math.floor(sinceMs / 1000)}`;
  const found = messages().list('me', { q, maxResults: 100 }).messages ?? [];
  const bounces = found
    .map(({ id }) => readBounce(id ?? ''))
    .filter(({ receivedMs }) => receivedMs > sinceMs);
  return bounces.sort((a, b) => a.receivedMs - b.receivedMs);
}

/** A mail that is only late is no failure: it has no such recipients for us. */
function readBounce(id: string): Bounce {
  const metadataHeaders = ['X-Failed-Recipients', 'Subject'];
  const found = messages().get('me', id, { format: 'metadata', metadataHeaders } as object);
  const header = (name: string) =>
    (found.payload?.headers ?? []).find((one) => one.name?.toLowerCase() === name.toLowerCase())?.value ?? '';
  const isOnlyLate = /\bdelay/i.test(header('Subject'));
  const addresses = header('X-Failed-Recipients').split(/[,\s]+/);
  return {
    recipients: isOnlyLate ? [] : addresses.filter((address) => address !== ''),
    receivedMs: Number(found.internalDate ?? 0),
  };
}
