// The request bodies of the Gmail API, field for field as Google has them.

import * as z from 'zod';

/** Bytes in base64 or its URL-safe form. */
const bytes = z.string();

/** Fields of a message that only Google fills; a client may send a message back with them, and they are passed over. */
const part: z.ZodType = z.lazy(() =>
  z.strictObject({
    partId: z.string().optional(),
    mimeType: z.string().optional(),
    filename: z.string().optional(),
    headers: z
      .array(z.strictObject({ name: z.string().optional(), value: z.string().optional() }))
      .optional(),
    body: z
      .strictObject({ attachmentId: z.string().optional(), size: z.int().optional(), data: bytes.optional() })
      .optional(),
    parts: z.array(part).optional(),
  }),
);

const classificationLabel = z.strictObject({
  labelId: z.string().optional(),
  fields: z
    .array(z.strictObject({ fieldId: z.string().optional(), selection: z.string().optional() }))
    .optional(),
});

export const Message = z.strictObject({
  raw: bytes.optional(),
  threadId: z.string().optional(),
  id: z.string().optional(),
  labelIds: z.array(z.string()).optional(),
  snippet: z.string().optional(),
  historyId: z.string().optional(),
  internalDate: z.string().optional(),
  sizeEstimate: z.int().optional(),
  payload: part.optional(),
  classificationLabelValues: z.array(classificationLabel).optional(),
});

export const Draft = z.strictObject({ id: z.string().optional(), message: Message.optional() });

export const ModifyMessage = z.strictObject({
  addLabelIds: z.array(z.string()).max(100).optional(),
  removeLabelIds: z.array(z.string()).max(100).optional(),
  addClassificationLabels: z.array(classificationLabel).optional(),
  removeClassificationLabelIds: z.array(z.string()).optional(),
});

export const ModifyThread = z.strictObject({
  addLabelIds: z.array(z.string()).max(100).optional(),
  removeLabelIds: z.array(z.string()).max(100).optional(),
});

export const BatchModify = z.strictObject({
  ids: z.array(z.string()).optional(),
  addLabelIds: z.array(z.string()).optional(),
  removeLabelIds: z.array(z.string()).optional(),
});

export const Label = z.strictObject({
  id: z.string().optional(),
  name: z.string().optional(),
  type: z.enum(['system', 'user']).optional(),
  messageListVisibility: z.enum(['show', 'hide']).optional(),
  labelListVisibility: z.enum(['labelShow', 'labelShowIfUnread', 'labelHide']).optional(),
  color: z
    .strictObject({ textColor: z.string().optional(), backgroundColor: z.string().optional() })
    .optional(),
  messagesTotal: z.int().optional(),
  messagesUnread: z.int().optional(),
  threadsTotal: z.int().optional(),
  threadsUnread: z.int().optional(),
});

const page = {
  maxResults: z.int().min(1).optional(),
  pageToken: z.string().optional(),
  includeSpamTrash: z.boolean().optional(),
  q: z.string().optional(),
};

export const ListMessages = z.strictObject({ ...page, labelIds: z.array(z.string()).optional() });
export const ListDrafts = z.strictObject(page);

export const GetMessage = z.strictObject({
  format: z.enum(['minimal', 'full', 'raw', 'metadata']).optional(),
  metadataHeaders: z.array(z.string()).optional(),
});

export const GetThread = z.strictObject({
  format: z.enum(['minimal', 'full', 'metadata']).optional(),
  metadataHeaders: z.array(z.string()).optional(),
});

export const GetDraft = z.strictObject({ format: z.enum(['minimal', 'full', 'raw', 'metadata']).optional() });
