// The mails about cases: puts them in line with the rest of a commit, and sends what is in line.

import { PROBLEMS } from '../content/problems.ts';
import { NOT_SENT } from '../content/remarks.ts';
import { mayMail } from '../domain/case-contact.ts';
import type { Case, CaseMail, CaseMailKind, Question } from '../domain/case-entries.ts';
import { caseMailsToSend, goesToReporter, mayWriteToReporter, toldWith } from '../domain/case-outbox.ts';
import { seldomPart } from '../google/seldom-part.ts';
import type { CaseDesk } from './case-desk.ts';
import { lookUpInterrupted, type Outbox, sendWaiting, writeLetter } from './mail-run.ts';
import { isOwnersRun } from './owner.ts';

/** Puts a mail to somebody of the staff in line. */
export function queueCaseMail(desk: CaseDesk, kind: CaseMailKind, to: string, reference: string): void {
  desk.tables.mailLog.append(newMail(desk, kind, to, reference));
}

/** Puts a mail to the person who wrote in line, when she wants one, within the cap of her address. */
export function queueForReporter(desk: CaseDesk, kind: CaseMailKind, number: string): void {
  const { to, entry } = reporterOf(desk, number);
  if (!entry || !mayMail(entry, to)) return;
  const mail = newMail(desk, kind, to.trim(), number);
  const { mailLog } = desk.tables;
  const fits = mayWriteToReporter(mailLog.entries, to, desk.settings.answersPerAddress, desk.now);
  mailLog.append(fits ? mail : { ...mail, state: 'Cancelled', problem: NOT_SENT.addressCapReached });
}

function newMail(desk: CaseDesk, kind: CaseMailKind, to: string, reference: string): CaseMail {
  const id = desk.nextMail();
  const mail: CaseMail = {
    id,
    queued: desk.now,
    kind,
    to,
    subject: '',
    reference,
    state: 'Queued',
    sent: null,
    gmailId: '',
    problem: '',
  };
  return { ...mail, subject: seldomPart().composeCaseMail(desk, mail).subject };
}

/** Whoever wrote, and how she may be reached: from her case, or from her question. */
function reporterOf(desk: CaseDesk, number: string): { to: string; entry: Case | Question | undefined } {
  const question = desk.tables.questions.find(number)?.entry;
  if (question) return { to: question.email, entry: question };
  const reporter = desk.peopleOf(number).find(({ entry }) => entry.part === 'Reporter');
  return { to: reporter?.entry.email ?? '', entry: desk.caseRow(number)?.entry };
}

/** Where answers about a case go: not to a mailbox that somebody reads who is left out of it. */
export function answersTo(desk: CaseDesk, number: string): string {
  return desk.routingOf(number).notice[0] ?? desk.settings.contactAddress;
}

/**
 * Commits what has been changed and sends what is in line. Under any account but the owner's it only commits, and the
 * mails leave by the clock.
 */
export function deliverCaseMail(desk: CaseDesk): void {
  if (!isOwnersRun(desk)) {
    desk.commit();
    return;
  }
  const outbox = outboxOf(desk);
  lookUpInterrupted(outbox, desk.now);
  cancelForReporters(desk);
  sendWaiting(outbox);
}

/** Who does not want mail any more gets none, whatever is in line. */
function cancelForReporters(desk: CaseDesk): void {
  const { mailLog } = desk.tables;
  for (const row of mailLog.rows) {
    if (row.entry.state !== 'Queued' || !goesToReporter(row.entry)) continue;
    const { to, entry } = reporterOf(desk, row.entry.reference);
    if (entry && mayMail(entry, to)) mailLog.update(row, { to: to.trim() });
    else mailLog.update(row, { state: 'Cancelled' });
  }
}

function outboxOf(desk: CaseDesk): Outbox<CaseMail> {
  const { mailLog } = desk.tables;
  const { sending, mailsPerDay: perDay, programme, contactAddress } = desk.settings;
  const timeOf = ({ reference }: CaseMail) => reporterOf(desk, reference).entry?.contactTime ?? null;
  const failed = (mail: CaseMail) => desk.tell(PROBLEMS.caseMailFailed(mail.id));
  return {
    startedMs: desk.config.startedMs,
    mails: mailLog,
    choose: (now, most) =>
      caseMailsToSend(mailLog.entries, { paused: sending === 'Paused', perDay }, timeOf, now, most),
    write: (mail) =>
      writeLetter(seldomPart().composeCaseMail(desk, mail), {
        id: mail.id,
        programme,
        contact: contactAddress,
        to: { name: '', address: mail.to },
        audience: goesToReporter(mail) ? 'writer' : 'staff',
        reportUrl: desk.config.reportUrl,
        replyTo: answersTo(desk, mail.reference),
      }),
    hasLeft: ({ id }) => {
      for (const { id: other } of toldWith(mailLog.entries, id)) {
        const row = mailLog.find(other);
        if (row) mailLog.update(row, { state: 'Cancelled', problem: NOT_SENT.toldTogether });
      }
    },
    notWritten: (mail, reason) => {
      failed(mail);
      return reason;
    },
    refused: failed,
    notNow: () => desk.tell(PROBLEMS.caseMailHeld),
    commit: () => desk.commit(),
  };
}
