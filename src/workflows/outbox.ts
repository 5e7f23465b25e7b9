// The outbox: puts mails in line with the rest of a commit, and sends what is in line.

import { PROBLEMS } from '../content/problems.ts';
import { NOT_SENT } from '../content/remarks.ts';
import { hasBounced } from '../domain/asking.ts';
import { isAddress } from '../domain/email-address.ts';
import type { LocalDateTime, Mail, MailKind, Member } from '../domain/entries.ts';
import { isAsking, mailsToSend, mayAnswer } from '../domain/outbox.ts';
import { noteAsked, reviewWaiting } from './asked.ts';
import { composeMail } from './compose-mail.ts';
import type { Desk } from './desk.ts';
import { lookUpInterrupted, type Outbox, sendWaiting, writeLetter } from './mail-run.ts';
import { isOwnersRun } from './owner.ts';

/**
 * Puts a mail in line for a member, always at the address on the roster.
 * @returns since when it is held back because the address has had its mails for the day; null when nothing is held back
 */
export function queueForMember(
  desk: Desk,
  kind: MailKind,
  member: Member,
  reference: string,
): LocalDateTime | null {
  const to = member.email.trim();
  const { mailLog } = desk.tables;
  const queue = (changes: Partial<Mail> = {}) =>
    mailLog.append({ ...newMail(desk, kind, to, member.id, reference), ...changes });
  if (!isAddress(to)) {
    const words = PROBLEMS.noMailbox(member.id, member.name);
    desk.problem(words, 'members');
    queue({ state: 'Failed', problem: words.what });
  } else if (hasBounced(member)) {
    queue({ state: 'Cancelled', problem: NOT_SENT.mailComesBack });
  } else if (
    !isAsking({ kind }) &&
    !mayAnswer(mailLog.entries, to, desk.settings.answersPerAddress, desk.now, kind)
  ) {
    const isSame = (mail: Mail) =>
      mail.reference === reference && mail.kind === kind && mail.memberId === member.id;
    const [last] = mailLog.entries.filter(isSame).slice(-1);
    if (last?.problem === NOT_SENT.addressCapReached) return last.queued ?? desk.now;
    queue({ state: 'Cancelled', problem: NOT_SENT.addressCapReached });
    return desk.now;
  } else queue();
  return null;
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
 * Commits what the desk has changed and sends what is in line, as far as budget and time allow; what a dead run left
 * between is looked up in Sent mail first. Under any account but the owner's it only commits, and the mails leave by
 * the clock.
 */
export function deliver(desk: Desk): { sent: number; waiting: number } {
  let sent = 0;
  if (isOwnersRun(desk)) {
    const outbox = outboxOf(desk);
    lookUpInterrupted(outbox, desk.now);
    reviewWaiting(desk);
    sent = sendWaiting(outbox);
  } else desk.commit();
  return { sent, waiting: desk.tables.mailLog.entries.filter(({ state }) => state === 'Queued').length };
}

function outboxOf(desk: Desk): Outbox<Mail> {
  const { mailLog, members } = desk.tables;
  return {
    startedMs: desk.config.startedMs,
    mails: mailLog,
    choose: (now, most) => mailsToSend(mailLog.entries, desk.outboxRules, now, most),
    write(mail) {
      const { programme, contactAddress: contact } = desk.settings;
      const name = mail.memberId === '' ? programme : (desk.memberRow(mail.memberId)?.entry.name ?? '');
      const to = { name, address: mail.to };
      const audience = mail.memberId === '' ? 'staff' : 'member';
      const { reportUrl } = desk.config;
      return writeLetter(composeMail(desk, mail), {
        id: mail.id,
        programme,
        contact,
        to,
        audience,
        reportUrl,
      });
    },
    hasLeft(mail, on) {
      noteAsked(desk, mail, on);
      desk.solve({ whatToDo: PROBLEMS.mailRefused('').whatToDo });
    },
    notWritten(mail, reason) {
      const words = PROBLEMS.mailNotWritten(mail.id, reason);
      desk.problem(words, 'mailLog');
      return words.what;
    },
    refused(mail, reason) {
      desk.problem(PROBLEMS.mailFailed(mail.id, mail.to, reason), 'mailLog');
      const member = desk.memberRow(mail.memberId);
      if (member) members.update(member, { bounced: mail.to });
    },
    notNow: (reason) => desk.problem(PROBLEMS.mailRefused(reason), 'mailLog'),
    commit: () => desk.commit(),
  };
}
