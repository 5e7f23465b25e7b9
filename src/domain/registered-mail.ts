// A message of the mailbox as the registers keep it, and the id of an entry that came by one.

import type { LocalDateTime } from './entries.ts';

export const MAIL_OUTCOMES = [
  'Entry',
  'Added',
  /** Nothing stands in it. */
  'Empty',
  /** A machine may have written it; staff look. */
  'To look at',
  'Ours',
  'Automatic',
  'Bounce',
  /** It could not be read, and is tried again. */
  'Failed',
] as const;
export type MailOutcome = (typeof MAIL_OUTCOMES)[number];

/** One message of the mailbox, and what became of it. */
export interface RegisteredMail {
  /** Gmail's ids of the message and its thread. */
  message: string;
  thread: string;
  /** Of its `Message-ID`, which may tell of its sender. */
  fingerprint: string;
  received: LocalDateTime | null;
  outcome: MailOutcome | null;
  /** The number of the entry that it became, or was added to. */
  entry: string;
  /** What is still to be done once it is registered: `label`, `tell`, or both. */
  toDo: string;
}

/** What stands for the id of a form's response, and back: empty for one that came by the form. */
export const responseIdOf = ({ id }: { id: string }) => `mail-${id}`;
export const mailWithId = (responseId: string) => /^mail-(.+)$/.exec(responseId)?.[1] ?? '';
