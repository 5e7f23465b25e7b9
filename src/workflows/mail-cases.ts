// Reports and questions that come by mail: they stand in Cases, as those that come by the form.

import { goesToReporter } from '../domain/case-outbox.ts';
import { mailboxOf } from '../domain/email-address.ts';
import type { MailEntry } from '../domain/mail-intake.ts';
import { seldomPart } from '../google/seldom-part.ts';
import type { CaseDesk } from './case-desk.ts';
import { finishMail, type MailDesk, takeUpMail } from './mail-take-up.ts';
import { noteProblems, problemsAreSolved } from './note-problem.ts';

export const takeUpCaseMail = (desk: CaseDesk, options?: { byNight: boolean }) =>
  takeUpMail(mailDeskOf(desk), options);

export const finishCaseMail = (desk: CaseDesk) => finishMail(mailDeskOf(desk));

const mailDeskOf = (desk: CaseDesk): MailDesk => ({
  config: desk.config,
  contactAddress: desk.settings.contactAddress,
  kinds: ['report', 'question'],
  tables: desk.tables,
  answers: answersOf(desk),
  elsewhere: [],
  isElsewhere: () => false,
  isStaff: (address, { id }) =>
    desk.staff.some(({ email }) => isSame(email, address)) &&
    !writersOf(desk, id).some((one) => isSame(one, address)),
  record: (kind, letter) => seldomPart().recordReportMail(desk, kind, letter),
  add: (entry, letter) => seldomPart().addReportMail(desk, entry, letter),
  tell: noteProblems,
  solve: problemsAreSolved,
  commit: () => desk.commit(),
});

const isSame = (one: string, other: string) => mailboxOf(one) === mailboxOf(other);

/** Mails to those who wrote, about what is still there. */
function answersOf({ tables: { mailLog, questions } }: CaseDesk): Map<string, MailEntry> {
  const isQuestion = new Set(questions.entries.map(({ number }) => number));
  const mails = mailLog.entries.filter((mail) => goesToReporter(mail) && mail.gmailId !== '');
  return new Map(
    mails.map(({ gmailId, reference: id }) => [
      gmailId,
      { kind: isQuestion.has(id) ? 'question' : 'report', id },
    ]),
  );
}

function writersOf(desk: CaseDesk, number: string): string[] {
  const reporters = desk.peopleOf(number).filter(({ entry }) => entry.part === 'Reporter');
  return [
    desk.tables.questions.find(number)?.entry.email ?? '',
    ...reporters.map(({ entry }) => entry.email),
  ];
}
