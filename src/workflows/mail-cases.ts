// Reports and questions that come by mail: they stand in Cases, as those that come by the form.

import { besideMail, wordsOfMail } from '../content/mailbox-words.ts';
import { BY_MAIL } from '../content/marks.ts';
import { readReport } from '../content/report-form.ts';
import { goesToReporter } from '../domain/case-outbox.ts';
import { speaksOfDanger } from '../domain/case-urgency.ts';
import { mailboxOf } from '../domain/email-address.ts';
import type { MailEntry, MailEntryKind } from '../domain/mail-intake.ts';
import { type Letter, responseIdOf } from '../domain/mail-letter.ts';
import type { CaseDesk } from './case-desk.ts';
import { finishMail, type MailDesk, takeUpMail } from './mail-take-up.ts';
import { noteProblems, problemsAreSolved } from './note-problem.ts';
import { addCase, addQuestion, addTo, type Came, noteAddition, tellOfAddition } from './record-report.ts';

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
  record: (kind, letter) => recordMail(desk, kind, letter),
  add: (entry, letter) => addMail(desk, entry, letter),
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

function recordMail(desk: CaseDesk, kind: MailEntryKind, letter: Letter): string {
  // A run that broke off may have left it there.
  const known = desk.numberOf(responseIdOf(letter));
  if (known) return known;
  const words = wordsOfMail(letter);
  const came = cameBy(desk, letter, besideMail(letter));
  if (kind === 'question') return addQuestion(desk, { ...came, said: { ...came.said, question: words } });
  const route = speaksOfDanger(words) ? 'safety' : 'violation';
  return addCase(desk, { ...came, said: { ...came.said, route } }, words).number;
}

/** An answer is added to its entry; when that was erased or deleted, it becomes one of its own, and nothing is lost. */
function addMail(desk: CaseDesk, { kind, id }: MailEntry, letter: Letter): string {
  if (desk.numberOf(responseIdOf(letter))) return id;
  const came = cameBy(desk, letter, '');
  const addition = `${wordsOfMail(letter)}\n\n${besideMail({ ...letter, cut: '' })}`;
  const added = { ...came, said: { ...came.said, addition } };
  const question = desk.tables.questions.find(id);
  const row = desk.caseRow(id);
  if (question) {
    noteAddition(desk, id, added);
    tellOfAddition(desk, question.entry);
  } else if (row && row.entry.erased === null) addTo(desk, row, added);
  else return recordMail(desk, kind, letter);
  return id;
}

function cameBy(desk: CaseDesk, letter: Letter, details: string): Came {
  const { sender, received, mayWrite, mayAnswer } = letter;
  return {
    said: {
      ...readReport({}),
      name: sender.name,
      email: sender.address,
      contact: mayWrite ? 'By email' : null,
    },
    received,
    responseId: responseIdOf(letter),
    by: BY_MAIL,
    details,
    since: desk.now,
    isAnswered: mayAnswer,
  };
}
