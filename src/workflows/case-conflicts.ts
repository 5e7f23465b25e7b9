// Leaves out of a case whoever of the staff is named in it.

import { CASE_LOG } from '../content/case-words.ts';
import { conflictsOf, isConflicted } from '../domain/case-conflicts.ts';
import type { Case, Question } from '../domain/case-entries.ts';
import { isOurNumber } from '../domain/case-numbers.ts';
import type { CaseDesk } from './case-desk.ts';

/**
 * Whoever of the staff is named, or wrote it, is left out of the case from now on.
 * @param known addresses about which nothing is to be done
 */
export function leaveOut(
  desk: CaseDesk,
  number: string,
  texts: readonly string[],
  known: readonly string[] = desk.conflictedIn(number),
): void {
  const named = desk.peopleOf(number).map(({ entry }) => entry);
  const people = named.filter(({ part }) => part !== 'Left out of the case');
  const conflicts = conflictsOf({ texts, people }, desk.staff, [desk.settings.contactAddress]);
  for (const { email } of conflicts) if (!isConflicted(email, known)) leaveOutOne(desk, number, email);
}

export function leaveOutOne(desk: CaseDesk, number: string, email: string): void {
  const name = desk.staff.find((person) => isConflicted(person.email, [email]))?.name ?? '';
  desk.addPerson(number, 'Left out of the case', { name, email, conflict: true });
  desk.log(number, CASE_LOG.conflict, { details: email });
}

/**
 * Looks at a case once more, because staff and names may be others than at its receipt. Whom a handler has let in
 * again stays in.
 */
export function leaveOutNamed(desk: CaseDesk, { number, happened, when, place, evidence, wish }: Case): void {
  lookAgain(desk, number, [happened, when, place, evidence, wish, ...cameLater(desk, number)]);
}

/** The same for a question. */
export function leaveOutAsked(desk: CaseDesk, { number, question }: Question): void {
  lookAgain(desk, number, [question, ...cameLater(desk, number)]);
}

/** What the log has of the words of those who wrote: additions, and what stood beside them in a mail. */
function cameLater(desk: CaseDesk, number: string): string[] {
  const theirs: readonly string[] = [CASE_LOG.addition, CASE_LOG.received, CASE_LOG.questionReceived];
  const lines = desk.tables.caseLog.entries.filter(
    (line) => line.number === number && theirs.includes(line.what),
  );
  return lines.map(({ details }) => details);
}

function lookAgain(desk: CaseDesk, number: string, texts: readonly string[]): void {
  const decided = desk.peopleOf(number).filter(({ entry }) => entry.part === 'Left out of the case');
  leaveOut(desk, number, texts, [
    ...desk.conflictedIn(number),
    ...decided.map(({ entry }) => entry.email).filter((email) => email !== ''),
  ]);
}

export function leaveOutOfAll(desk: CaseDesk): void {
  for (const entry of desk.tables.cases.entries) if (entry.erased === null) leaveOutNamed(desk, entry);
  for (const entry of desk.tables.questions.entries)
    if (entry.status === 'New' && isOurNumber(entry.number)) leaveOutAsked(desk, entry);
}
