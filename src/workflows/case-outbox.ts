// The mails about cases: puts them in line with the rest of a commit, writes them, and sends what is in line.

import * as mails from '../content/case-mails.ts';
import type { MailWords } from '../content/mail-words.ts';
import { PROBLEMS, REASONS } from '../content/problems.ts';
import { NOT_SENT } from '../content/remarks.ts';
import { mayMail } from '../domain/case-contact.ts';
import type { Case, CaseMail, CaseMailKind, Question } from '../domain/case-entries.ts';
import { caseMailsToSend, goesToReporter, mayWriteToReporter, toldWith } from '../domain/case-outbox.ts';
import { dueFor } from './case-deadlines.ts';
import type { CaseDesk } from './case-desk.ts';
import { sharingNow } from './case-sharing.ts';
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
  return { ...mail, subject: composeCaseMail(desk, mail).subject };
}

/** Whoever wrote, and how she may be reached: from her case, or from her question. */
function reporterOf(desk: CaseDesk, number: string): { to: string; entry: Case | Question | undefined } {
  const question = desk.tables.questions.find(number)?.entry;
  if (question) return { to: question.email, entry: question };
  const reporter = desk.peopleOf(number).find(({ entry }) => entry.part === 'Reporter');
  return { to: reporter?.entry.email ?? '', entry: desk.caseRow(number)?.entry };
}

/** The words of a mail; of a case it is given the number and the dates, and nothing else. */
function composeCaseMail(desk: CaseDesk, mail: CaseMail): MailWords {
  const { kind, reference: number } = mail;
  const entry = desk.caseRow(number)?.entry;
  const question = desk.tables.questions.find(number)?.entry;
  const link = desk.linkTo(question ? 'questions' : 'cases');
  const { programme } = desk.settings;
  const ownSubject = (entry ?? question)?.contactSubject ?? '';
  const reporter = { number, programme, contact: answersTo(desk, number), ownSubject };
  switch (kind) {
    case 'Urgent report': {
      const numbers = [mail, ...toldWith(desk.tables.mailLog.entries, mail.id)].map((one) => one.reference);
      return mails.urgentReport({ number, link, waiting: new Set(numbers).size });
    }
    case 'Notice of report': {
      const { urgency = null, acknowledgeBy = null } = entry ?? {};
      return mails.noticeOfReport({ number, link, urgency, acknowledgeBy });
    }
    case 'Notice of addition':
      return mails.noticeOfAddition({ number, link });
    case 'Notice of question':
      return mails.noticeOfQuestion({ number, link, answerBy: question?.answerBy ?? null });
    case 'Report received': {
      const canAdd = entry?.passPhrase !== '';
      return mails.reportReceived({ ...reporter, acknowledgeBy: entry?.acknowledgeBy ?? null, canAdd });
    }
    case 'Report acknowledged':
      return mails.reportAcknowledged({ ...reporter, answerBy: entry?.answerBy ?? null });
    case 'Report closed':
      return mails.reportClosed({ ...reporter, reconsiderBy: entry?.reconsiderBy ?? null });
    case 'Question received':
      return mails.questionReceived({ ...reporter, answerBy: question?.answerBy ?? null });
    case 'Cases due': {
      const due = dueFor(desk, mail.to).map(({ number, what, by }) => ({
        number,
        waitsFor: what,
        since: by,
      }));
      return mails.casesDue({ due, link: desk.linkTo('cases') });
    }
    case 'Sharing alert':
      return mails.sharingAlert({ ...sharingNow(desk), link: desk.linkTo('cases') });
    case null:
      throw new Error(REASONS.noKind);
  }
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
      writeLetter(composeCaseMail(desk, mail), {
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
