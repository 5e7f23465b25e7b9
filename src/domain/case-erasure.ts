// What is left of a case when it is erased: its statistics, and nothing that tells of a person.

import { suspensionEnds } from './case-deadlines.ts';
import {
  type Case,
  type CaseLogEntry,
  type CaseMail,
  type Letter,
  type PersonNamed,
  type Question,
  SETTINGS_OF_CASES,
} from './case-entries.ts';
import { guidelinesOf } from './case-guidelines.ts';
import type { LocalDate } from './entries.ts';

/** Whether a case is erased today: closed long enough ago, confirmed by a handler, and no suspension still runs. */
export function mayErase(
  { status, eraseFrom, erase, erased, suspendedUntil }: Case,
  today: LocalDate,
): boolean {
  const isDue = status === 'Closed' && eraseFrom !== null && eraseFrom <= today;
  const isSuspended = suspendedUntil !== null && !suspensionEnds(suspendedUntil, today);
  return isDue && erase && erased === null && !isSuspended;
}

/** The lines of a cell that are one of the choices; what somebody wrote besides is not kept. */
function choicesIn(cell: string, choices: readonly string[]): string {
  const lines = cell.split('\n').map((line) => line.trim());
  return lines.filter((line) => choices.includes(line)).join('\n');
}

/** The id of the response tells of nobody, and keeps it from being taken up again. */
export function erasedCase(entry: Case, today: LocalDate): Case {
  return {
    ...entry,
    guidelines: guidelinesOf(entry.guidelines).join('\n'),
    handler: '',
    happened: '',
    when: '',
    place: '',
    setting: choicesIn(entry.setting, SETTINGS_OF_CASES),
    goingOn: null,
    evidence: '',
    onBehalf: '',
    wish: '',
    basis: '',
    police: '',
    lawDetails: '',
    notHeardBecause: '',
    contact: null,
    contactTime: null,
    contactSubject: '',
    passPhrase: '',
    checked: '',
    erased: entry.erased ?? today,
  };
}

/** That something happened, when, and who did it; not what it said. */
export const erasedLogEntry = (entry: CaseLogEntry): CaseLogEntry => ({ ...entry, details: '' });

/** That there was somebody, in which part, and what was done; not who. */
export function erasedPerson(person: PersonNamed): PersonNamed {
  const applied = person.applied.replace(/^\S+ /, '');
  return { ...person, name: '', email: '', phone: '', memberId: '', conflict: false, applied };
}

export const erasedLetter = (letter: Letter): Letter => ({ ...letter, text: '' });

/** A mail that still waits is not sent any more. */
export function erasedCaseMail(mail: CaseMail): CaseMail {
  const state = mail.state === 'Queued' ? 'Cancelled' : mail.state;
  return { ...mail, to: '', subject: '', gmailId: '', problem: '', state };
}

export function erasedQuestion(question: Question): Question {
  return {
    ...question,
    question: '',
    name: '',
    email: '',
    phone: '',
    contact: null,
    contactTime: null,
    contactSubject: '',
    replyDraft: '',
  };
}
