// The outbox: puts mails in line with the rest of a commit, and sends what is in line.

import { PROBLEMS } from '../content/problems.ts';
import { ADDRESS_CAP_REACHED, MAIL_COMES_BACK } from '../content/remarks.ts';
import { renderMail } from '../content/render-mail.ts';
import { MAIL_LAYOUT } from '../content/shipped.ts';
import { hasBounced } from '../domain/asking.ts';
import { dateOf, localTime } from '../domain/calendar.ts';
import { isAddress } from '../domain/email-address.ts';
import type { Mail, MailKind, Member } from '../domain/entries.ts';
import { writeMessage } from '../domain/mime.ts';
import { interruptedMails, isAsking, mailsToSend, mayAnswer } from '../domain/outbox.ts';
import { findSent, sendMessage, toBase64 } from '../google/gmail.ts';
import { accountRunning, log } from '../google/session.ts';
import type { Row } from '../registers/table.ts';
import { noteAsked, reviewWaiting } from './asked.ts';
import { composeMail } from './compose-mail.ts';
import type { Desk } from './desk.ts';
import { RUN_MS } from './turn.ts';

/** Mails that are marked, sent, and marked again together. */
const BATCH = 100;
/** Mails that one run sends at most. Before each of them it looks at the clock, because Google ends a run after six minutes. */
const MOST_IN_A_RUN = 300;

/** Puts a mail in line for a member, always at the address on the roster. */
export function queueForMember(desk: Desk, kind: MailKind, member: Member, reference: string): void {
  const to = member.email.trim();
  const mail = newMail(desk, kind, to, member.id, reference);
  if (!isAddress(to)) {
    const words = PROBLEMS.noMailbox(member.id, member.name);
    desk.problem(words, 'members');
    desk.tables.mailLog.append({ ...mail, state: 'Failed', problem: words.what });
  } else if (hasBounced(member)) {
    desk.tables.mailLog.append({ ...mail, state: 'Cancelled', problem: MAIL_COMES_BACK });
  } else if (
    !isAsking(mail) &&
    !mayAnswer(desk.tables.mailLog.entries, to, desk.settings.answersPerAddress, desk.now)
  ) {
    desk.tables.mailLog.append({ ...mail, state: 'Cancelled', problem: ADDRESS_CAP_REACHED });
  } else {
    desk.tables.mailLog.append(mail);
  }
}

/** Puts a mail in line for the program's own address. */
export function queueForStaff(desk: Desk, kind: MailKind, reference: string): void {
  desk.tables.mailLog.append(newMail(desk, kind, desk.settings.contactAddress, '', reference));
}

function newMail(desk: Desk, kind: MailKind, to: string, memberId: string, reference: string): Mail {
  const id = desk.nextId('mailLog');
  const mail: Mail = {
    id,
    queued: desk.now,
    kind,
    to,
    subject: '',
    memberId,
    reference,
    state: 'Queued',
    sent: null,
    gmailId: '',
    problem: '',
  };
  return { ...mail, subject: composeMail(desk, mail).subject };
}

/**
 * Commits what the desk has changed and sends what is in line, as far as budget and time allow. A mail is marked
 * Sending before it leaves and Sent after; what a dead run left between is looked up in Sent mail first. Under any
 * account but the owner's it only commits, and the mails leave by the clock.
 */
export function deliver(desk: Desk): { sent: number; waiting: number } {
  const isOwner = accountRunning() === desk.config.owner;
  if (isOwner) lookUpInterrupted(desk);
  if (isOwner) reviewWaiting(desk);
  let sent = 0;
  let open = isOwner;
  let batch = isOwner ? takeBatch(desk, MOST_IN_A_RUN) : [];
  desk.commit();
  while (batch.length > 0) {
    for (const row of batch) {
      open = open && Date.now() - desk.config.startedMs < RUN_MS;
      if (open) open = sendOne(desk, row);
      else desk.tables.mailLog.update(row, { state: 'Queued', sent: null });
      if (row.entry.state === 'Sent') sent++;
    }
    batch = open ? takeBatch(desk, MOST_IN_A_RUN - sent) : [];
    desk.commit();
  }
  return { sent, waiting: desk.tables.mailLog.entries.filter(({ state }) => state === 'Queued').length };
}

/** Marks the next mails that may leave as Sending. */
function takeBatch(desk: Desk, most: number): Row<Mail>[] {
  const { mailLog } = desk.tables;
  const now = localTime(Date.now());
  const chosen = new Set(mailsToSend(mailLog.entries, desk.outboxRules, now, Math.min(BATCH, most)));
  const rows = mailLog.rows.filter(({ entry }) => chosen.has(entry));
  for (const row of rows) mailLog.update(row, { state: 'Sending', sent: now });
  return rows;
}

/** Sends one mail and notes what became of it. False when Gmail takes no more for now. */
function sendOne(desk: Desk, row: Row<Mail>): boolean {
  const { mailLog, members } = desk.tables;
  const mail = row.entry;
  let message: string;
  try {
    message = writeMail(desk, mail);
  } catch (error) {
    const words = PROBLEMS.mailNotWritten(mail.id, error instanceof Error ? error.message : String(error));
    mailLog.update(row, { state: 'Failed', problem: words.what, sent: null });
    desk.problem(words, 'mailLog');
    return true;
  }
  const result = sendMessage(message);
  switch (result.outcome) {
    case 'sent': {
      const sent = localTime(Date.now());
      mailLog.update(row, { state: 'Sent', sent, gmailId: result.gmailId, problem: '' });
      noteAsked(desk, mail, desk.today);
      desk.solve({ whatToDo: PROBLEMS.mailRefused('').whatToDo });
      return true;
    }
    case 'refused': {
      const words = PROBLEMS.mailFailed(mail.id, mail.to, result.reason);
      mailLog.update(row, { state: 'Failed', problem: result.reason, sent: null });
      desk.problem(words, 'mailLog');
      const member = desk.memberRow(mail.memberId);
      if (member) members.update(member, { bounced: mail.to });
      return true;
    }
    case 'later':
      mailLog.update(row, { state: 'Queued', sent: null, problem: result.reason });
      desk.problem(PROBLEMS.mailRefused(result.reason), 'mailLog');
      return false;
    case 'unknown':
      // It stays Sending: a later run looks for it in Sent mail before it is sent again.
      mailLog.update(row, { problem: result.reason });
      return true;
  }
}

function writeMail(desk: Desk, mail: Mail): string {
  const { programme, contactAddress: contact } = desk.settings;
  const words = composeMail(desk, mail);
  const { html, text } = renderMail(MAIL_LAYOUT, words, { programme, contact, reference: mail.id });
  const name = mail.memberId === '' ? programme : (desk.memberRow(mail.memberId)?.entry.name ?? '');
  const message = {
    from: { name: programme, address: contact },
    to: { name, address: mail.to },
    replyTo: contact,
    subject: words.subject,
    text,
    html,
    headers: { 'X-IMSTL-Mail': mail.id, 'Auto-Submitted': 'auto-generated' },
  };
  return writeMessage(message, toBase64);
}

/** Mails that a dead run left as Sending: those found in Sent mail are done, the others go back in line. */
function lookUpInterrupted(desk: Desk): void {
  const { mailLog } = desk.tables;
  const interrupted = new Set(interruptedMails(mailLog.entries, desk.now));
  for (const row of mailLog.rows.filter(({ entry }) => interrupted.has(entry))) {
    try {
      const gmailId = findSent(row.entry.id);
      if (gmailId === null) mailLog.update(row, { state: 'Queued', sent: null });
      else {
        const sent = row.entry.sent ?? desk.now;
        mailLog.update(row, { state: 'Sent', sent, gmailId, problem: '' });
        noteAsked(desk, row.entry, dateOf(sent));
      }
    } catch (error) {
      log(`${row.entry.id} could not be looked up: ${String(error)}`);
    }
  }
}
