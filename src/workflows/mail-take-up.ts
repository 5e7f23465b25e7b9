// Takes up what came by mail: each message of the mailbox that has a label of ours, or answers one that is registered.

import { MAIL_LABELS, REGISTERED } from '../content/mailbox-words.ts';
import type { ProblemWords } from '../content/problems.ts';
import { MAIL_PROBLEMS } from '../content/problems.ts';
import { sha256Hex } from '../domain/digest.ts';
import type { StateRow } from '../domain/entries.ts';
import type { MailEntry, MailEntryKind } from '../domain/mail-intake.ts';
import type { Letter } from '../domain/mail-letter.ts';
import type { RegisteredMail } from '../domain/registered-mail.ts';
import { type Found, findMessages, putLabel, readLabels } from '../google/mailbox.ts';
import { seldomPart } from '../google/seldom-part.ts';
import { accountRunning } from '../google/session.ts';
import { recall, remember } from '../registers/state.ts';
import type { Table } from '../registers/table.ts';

/** What a spreadsheet does with mails: the Registers with requests about pictures, Cases with reports and questions. */
export interface MailDesk {
  readonly config: { readonly owner: string; readonly startedMs: number };
  readonly contactAddress: string;
  readonly kinds: readonly MailEntryKind[];
  readonly tables: { readonly mailbox: Table<RegisteredMail>; readonly state: Table<StateRow> };
  /** Mails of ours to those who wrote, by Gmail's id, and what they are about; their threads begin with them. */
  readonly answers: ReadonlyMap<string, MailEntry>;
  /** Registers with fewer readers: what is said in their conversations goes there alone. */
  readonly elsewhere: readonly MailEntryKind[];
  /** Whether it came with a mail that stands elsewhere too. */
  isElsewhere(entry: MailEntry): boolean;
  /** Somebody of the staff who takes part in the conversation about an entry, and did not begin it. */
  isStaff(address: string, entry: MailEntry): boolean;
  /** Makes an entry of a mail, and gives its number. */
  record(kind: MailEntryKind, letter: Letter): string;
  /** Adds an answer to its entry, and gives the number under which it stands now. */
  add(entry: MailEntry, letter: Letter): string;
  /** Tells staff; doing so twice tells once. */
  tell(words: ProblemWords): void;
  solve(words: ProblemWords): void;
  commit(): void;
}

/** Days back: for labels that are put on late, and for answers in conversations that are known. */
const LOOK_BACK = { labels: '30d', answers: '2d' } as const;
const BY_NIGHT = { labels: '1y', answers: '14d' } as const;

/** In State: runs in a row in which the mailbox could not be looked at. Staff are told of the third. */
const FAILURES = 'Mailbox not read';
const TOLD_AFTER = 3;

/** Costs one search when nothing was ever registered, and two from then on. Never throws. */
export function takeUpMail(desk: MailDesk, { byNight = false } = {}): void {
  if (accountRunning() !== desk.config.owner) return;
  const { state } = desk.tables;
  const failures = Number(recall(state, FAILURES)) || 0;
  try {
    const messages = newMessages(desk, byNight ? BY_NIGHT : LOOK_BACK);
    if (messages.length > 0) seldomPart().takeUpMessages(desk, messages);
    if (failures > 0) remember(state, FAILURES, '');
    if (failures >= TOLD_AFTER) desk.solve(MAIL_PROBLEMS.mailboxNotRead);
  } catch {
    remember(state, FAILURES, String(failures + 1));
    if (failures + 1 === TOLD_AFTER) desk.tell(MAIL_PROBLEMS.mailboxNotRead);
  }
}

/** The messages that are not registered; last those that could not be read before. */
function newMessages(desk: MailDesk, { labels, answers }: { labels: string; answers: string }): Found[] {
  const { entries } = desk.tables.mailbox;
  const known = new Map(entries.map(({ message, outcome }) => [message, outcome]));
  const registered = entries.filter(({ entry }) => entry !== '').map(({ thread }) => thread);
  const threads = new Set([...desk.answers.keys(), ...registered]);
  const found = findMessages(`{${desk.kinds.map(withLabel).join(' ')}} newer_than:${labels}`);
  if (threads.size > 0) {
    const late = findMessages(`newer_than:${answers} -in:sent -in:drafts`);
    found.push(...late.filter(({ threadId }) => threads.has(threadId)));
  }
  const all = [...new Map(found.map((one) => [one.id, one])).values()];
  return [...all.filter(({ id }) => !known.has(id)), ...all.filter(({ id }) => known.get(id) === 'Failed')];
}

export const withLabel = (kind: MailEntryKind) => `label:${MAIL_LABELS[kind].replace(/[ /]/g, '-')}`;

/** A short fingerprint: an id may name the domain of somebody whose case was erased. */
export const fingerprintOf = (messageId: string) =>
  messageId === '' ? '' : sha256Hex(messageId.trim()).slice(0, 24);

/** The number tells the kind. */
export const entryWith = (id: string): MailEntry => ({
  kind: id.startsWith('O-') ? 'opt-out' : id.startsWith('Q-') ? 'question' : 'report',
  id,
});

/** What follows once the mails are registered: labels, and what staff should look at. What fails is left to the next run. */
export function finishMail(desk: MailDesk): void {
  const { mailbox } = desk.tables;
  const rows = mailbox.rows.filter(({ entry }) => /label|tell/.test(entry.toDo));
  if (rows.length === 0 || accountRunning() !== desk.config.owner) return;
  for (const { entry } of rows) if (entry.toDo.includes('tell')) desk.tell(MAIL_PROBLEMS.ofMail(entry));
  const toLabel = rows.filter(({ entry }) => entry.toDo.includes('label'));
  const isLabelled = toLabel.length === 0 || label(toLabel.map(({ entry }) => entry.message));
  for (const row of rows) {
    const waits = row.entry.toDo.includes('label') && !isLabelled;
    mailbox.update(row, { toDo: waits ? 'label' : '' });
  }
  desk.commit();
}

function label(ids: readonly string[]): boolean {
  try {
    const labelId = readLabels().get(REGISTERED);
    if (labelId === undefined) return false;
    putLabel(labelId, ids);
    return true;
  } catch {
    return false;
  }
}
