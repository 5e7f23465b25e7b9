// Messages in the shape in which the Gmail API gives them.

import type { gmail_v1 } from 'googleapis/build/src/apis/gmail/v1.js';
import { notFound } from '../../kernel/errors.ts';
import { decodeHeader } from './header-text.ts';
import type { Mailboxes, MessageRecord } from './mailboxes.ts';
import { isAttachment, type MimePart, partText } from './mime.ts';

export type Format = 'minimal' | 'full' | 'raw' | 'metadata';

/** Bytes as Google's JSON carries them: the URL-safe alphabet, padded. */
export function base64Url(bytes: Buffer): string {
  return bytes.toString('base64').replace(/\+/g, '-').replace(/\//g, '_');
}

/** Google leaves empty lists out. */
export const labelsIn = (labelIds: readonly string[]): { labelIds?: string[] } =>
  labelIds.length > 0 ? { labelIds: [...labelIds] } : {};

export function messageResource(
  mailboxes: Mailboxes,
  message: MessageRecord,
  format: Format,
  metadataHeaders?: readonly string[],
): gmail_v1.Schema$Message {
  const resource: gmail_v1.Schema$Message = {
    id: message.id,
    threadId: message.threadId,
    ...labelsIn(message.labelIds),
    snippet: message.snippet,
    historyId: String(message.historyId),
    internalDate: String(message.internalDate),
    sizeEstimate: message.size,
  };
  if (format === 'minimal') return resource;
  if (format === 'raw') return { ...resource, raw: base64Url(Buffer.from(mailboxes.raw(message), 'latin1')) };
  const mail = mailboxes.parsed(message);
  if (format === 'full') return { ...resource, payload: partResource(mail, '') };
  const wanted = metadataHeaders?.map((name) => name.toLowerCase());
  const headers = headersOf(mail).filter(({ name }) => !wanted || wanted.includes(name.toLowerCase()));
  return { ...resource, payload: { mimeType: mail.mimeType, headers } };
}

const headersOf = (part: MimePart) =>
  part.headers.map(({ name, raw }) => ({ name, value: decodeHeader(raw) }));

function partResource(part: MimePart, partId: string): gmail_v1.Schema$MessagePart {
  const children = partsWithin(part).map((inner, i) =>
    partResource(inner, partId === '' ? String(i) : `${partId}.${i}`),
  );
  return {
    partId,
    mimeType: part.mimeType,
    filename: part.filename,
    headers: headersOf(part),
    body: part.parts.length > 0 ? { size: 0 } : bodyOf(part, partId),
    ...(children.length > 0 ? { parts: children } : {}),
  };
}

/** The parts of a multipart, and the mail in a forwarded mail, which is a file at the same time. */
const partsWithin = (part: MimePart): readonly MimePart[] => (part.embedded ? [part.embedded] : part.parts);

/** Texts come in UTF-8, whatever their charset was; files are fetched by their attachment id. */
function bodyOf(part: MimePart, partId: string): gmail_v1.Schema$MessagePartBody {
  if (isAttachment(part)) return { attachmentId: attachmentId(partId), size: part.bytes.length };
  const bytes = part.mimeType.startsWith('text/') ? Buffer.from(partText(part), 'utf8') : part.bytes;
  return bytes.length === 0 ? { size: 0 } : { size: bytes.length, data: base64Url(bytes) };
}

const attachmentId = (partId: string): string =>
  `ANGjdJ_${partId === '' ? 'root' : partId.replace(/\./g, '_')}`;

/** The part of a mail that an attachment id stands for. @throws NOT_FOUND */
export function attachmentPart(mail: MimePart, id: string): MimePart {
  const place = /^ANGjdJ_(root|\d+(?:_\d+)*)$/.exec(id)?.[1];
  let part: MimePart | undefined = place === undefined ? undefined : mail;
  if (place !== undefined && place !== 'root')
    for (const step of place.split('_')) part = part && partsWithin(part)[Number(step)];
  if (!part || !isAttachment(part)) throw notFound();
  return part;
}

export { attachmentId };
