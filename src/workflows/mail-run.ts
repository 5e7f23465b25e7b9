// Sends what is in line in an outbox: marked before it leaves, marked after, and never twice.

import type { Audience } from '../content/mail-footers.ts';
import type { MailWords } from '../content/mail-words.ts';
import { renderMail } from '../content/render-mail.ts';
import { dateOf, localTime } from '../domain/calendar.ts';
import type { LocalDate, LocalDateTime, Mail } from '../domain/entries.ts';
import { writeMessage } from '../domain/mime.ts';
import { interruptedMails } from '../domain/outbox.ts';
import { findSent, sendMessage, toBase64 } from '../google/gmail.ts';
import { log } from '../google/session.ts';
import { readTexts } from '../google/texts.ts';
import type { Row, Table } from '../registers/table.ts';
import { RUN_MS } from './turn.ts';

/** What every mail in line has. */
export type Posted = Pick<Mail, 'id' | 'state' | 'sent' | 'gmailId' | 'problem'>;

/** A register of mails, and what its spreadsheet does when one of them leaves or cannot. */
export interface Outbox<M extends Posted> {
  /** When this run began, milliseconds since 1970, UTC. */
  readonly startedMs: number;
  readonly mails: Table<M>;
  /** The waiting mails that may leave now, most urgent first, at most so many. */
  choose(now: LocalDateTime, most: number): readonly M[];
  /** The whole message, RFC 5322. Throws when it cannot be written. */
  write(mail: M): string;
  hasLeft(mail: M, on: LocalDate): void;
  /** It cannot be written, and why. Gives what is noted in its row. */
  notWritten(mail: M, reason: string): string;
  /** Gmail will never take it, and why. */
  refused(mail: M, reason: string): void;
  /** Gmail takes nothing for now, and why. */
  notNow(reason: string): void;
  commit(): void;
}

/**
 * Mails that are marked, sent, and marked again together. Each that was on its way when a run died costs the next one a
 * look into Sent mail, so it must not be many hundreds.
 */
const BATCH = 165;
/**
 * Mails that one run sends at most: what fits into its minutes when Gmail takes 0.7 seconds for each. Before each of
 * them it looks at the clock all the same, because Google ends a run after six minutes.
 */
const MOST_IN_A_RUN = 2 * BATCH;

/** Sends as far as budget and time allow, commits before and after each batch, and says how many have left. */
export function sendWaiting<M extends Posted>(outbox: Outbox<M>): number {
  let sent = 0;
  let open = true;
  let batch = takeBatch(outbox, MOST_IN_A_RUN);
  outbox.commit();
  while (batch.length > 0) {
    for (const row of batch) {
      open = open && Date.now() - outbox.startedMs < RUN_MS;
      if (open) open = sendOne(outbox, row);
      else mark(outbox, row, { state: 'Queued', sent: null });
      if (row.entry.state === 'Sent') sent++;
    }
    batch = open ? takeBatch(outbox, MOST_IN_A_RUN - sent) : [];
    outbox.commit();
  }
  return sent;
}

function mark<M extends Posted>({ mails }: Outbox<M>, row: Row<M>, changes: Partial<Posted>): void {
  mails.update(row, changes as Partial<M>);
}

/** Marks the next mails that may leave as Sending, in the order in which they leave. */
function takeBatch<M extends Posted>(outbox: Outbox<M>, most: number): Row<M>[] {
  const now = localTime(Date.now());
  const places = new Map(outbox.choose(now, Math.min(BATCH, most)).map((mail, place) => [mail, place]));
  const placeOf = ({ entry }: Row<M>) => places.get(entry) ?? 0;
  const rows = outbox.mails.rows.filter(({ entry }) => places.has(entry));
  rows.sort((a, b) => placeOf(a) - placeOf(b));
  for (const row of rows) mark(outbox, row, { state: 'Sending', sent: now });
  return rows;
}

/** Sends one mail and notes what became of it. False when Gmail takes no more for now. */
function sendOne<M extends Posted>(outbox: Outbox<M>, row: Row<M>): boolean {
  const mail = row.entry;
  let message: string;
  try {
    message = outbox.write(mail);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    mark(outbox, row, { state: 'Failed', problem: outbox.notWritten(mail, reason), sent: null });
    return true;
  }
  const result = sendMessage(message);
  switch (result.outcome) {
    case 'sent': {
      const sent = localTime(Date.now());
      mark(outbox, row, { state: 'Sent', sent, gmailId: result.gmailId, problem: '' });
      outbox.hasLeft(mail, dateOf(sent));
      return true;
    }
    case 'refused':
      mark(outbox, row, { state: 'Failed', problem: result.reason, sent: null });
      outbox.refused(mail, result.reason);
      return true;
    case 'later':
      mark(outbox, row, { state: 'Queued', sent: null, problem: result.reason });
      outbox.notNow(result.reason);
      return false;
    case 'unknown':
      // It stays Sending: a later run looks for it in Sent mail before it is sent again.
      mark(outbox, row, { problem: result.reason });
      return true;
  }
}

/** Mails that a dead run left as Sending: those found in Sent mail are done, the others go back in line. */
export function lookUpInterrupted<M extends Posted>(outbox: Outbox<M>, now: LocalDateTime): void {
  const { mails } = outbox;
  const interrupted = new Set(interruptedMails(mails.entries, now));
  for (const row of mails.rows.filter(({ entry }) => interrupted.has(entry))) {
    try {
      const gmailId = findSent(row.entry.id);
      if (gmailId === null) mark(outbox, row, { state: 'Queued', sent: null });
      else {
        const sent = row.entry.sent ?? now;
        mark(outbox, row, { state: 'Sent', sent, gmailId, problem: '' });
        outbox.hasLeft(row.entry, dateOf(sent));
      }
    } catch (error) {
      log(`${row.entry.id} could not be looked up: ${String(error)}`);
    }
  }
}

/** Who writes to whom, and where answers go, which is the address that the mail names too. */
export interface Envelope {
  /** The id of the mail, which stands in it and by which it is found again. */
  id: string;
  programme: string;
  contact: string;
  to: { name: string; address: string };
  replyTo?: string;
  audience: Audience;
  reportUrl: string | undefined;
}

/** A whole message with its text and its page, RFC 5322. */
export function writeLetter(words: MailWords, envelope: Envelope): string {
  const { id, programme, contact, to, replyTo, audience, reportUrl = '' } = envelope;
  const frame = { programme, contact: replyTo ?? contact, reference: id, audience, reportUrl };
  const { html, text } = renderMail(readTexts().mailLayout, words, frame);
  const message = {
    from: { name: programme, address: contact },
    to,
    replyTo: replyTo ?? contact,
    subject: words.subject,
    text,
    html,
    headers: { 'X-IMSTL-Mail': id, 'Auto-Submitted': 'auto-generated' },
  };
  return writeMessage(message, toBase64);
}
