// Makes a report or a question of a mail, or adds a mail to one.

import { besideMail, wordsOfMail } from '../content/mailbox-words.ts';
import { BY_MAIL } from '../content/marks.ts';
import { readReport } from '../content/report-form.ts';
import { speaksOfDanger } from '../domain/case-urgency.ts';
import type { MailEntry, MailEntryKind } from '../domain/mail-intake.ts';
import type { Letter } from '../domain/mail-letter.ts';
import { responseIdOf } from '../domain/registered-mail.ts';
import type { CaseDesk } from './case-desk.ts';
import { addCase, addQuestion, addTo, type Came, noteAddition, tellOfAddition } from './record-report.ts';

export function recordReportMail(desk: CaseDesk, kind: MailEntryKind, letter: Letter): string {
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
export function addReportMail(desk: CaseDesk, { kind, id }: MailEntry, letter: Letter): string {
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
  else return recordReportMail(desk, kind, letter);
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
