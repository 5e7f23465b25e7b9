// What is due in cases and questions, and to whom it is told: numbers only.

import { isConflicted } from '../domain/case-conflicts.ts';
import { type CaseDuty, dueOn } from '../domain/case-deadlines.ts';
import { isOurNumber } from '../domain/case-numbers.ts';
import { tidyAddress } from '../domain/email-address.ts';
import type { LocalDate } from '../domain/entries.ts';
import type { CaseDesk } from './case-desk.ts';

/** Something that is due, and those who are to do it. */
export interface DueItem {
  number: string;
  what: CaseDuty | 'question';
  by: LocalDate;
  to: string[];
}

/**
 * All that is due today or overdue. Whoever works on it is told; what is overdue, or has a handler who cannot open it
 * now, is told to the stand-ins too.
 */
export function allDue(desk: CaseDesk): DueItem[] {
  const items: DueItem[] = [];
  const { readers } = desk;
  // What somebody typed in place of a number gets one in the night; until then no mail tells it.
  const isNumbered = ({ number }: { number: string }) => isOurNumber(number);
  for (const entry of desk.tables.cases.entries.filter(isNumbered)) {
    for (const { what, by, overdue } of dueOn(entry, desk.today, desk.rules))
      items.push({ number: entry.number, what, by, to: whoIsTold(desk, readers, entry, overdue) });
  }
  for (const entry of desk.tables.questions.entries.filter(isNumbered)) {
    const by = entry.answerBy ?? desk.today;
    if (entry.status !== 'New' || by > desk.today) continue;
    const to = whoIsTold(desk, readers, entry, by < desk.today);
    items.push({ number: entry.number, what: 'question', by, to });
  }
  return items;
}

/** What is due for one address. */
export const dueFor = (desk: CaseDesk, address: string) =>
  allDue(desk).filter(({ to }) => to.includes(tidyAddress(address)));

function whoIsTold(
  desk: CaseDesk,
  readers: readonly string[],
  { number, handler }: { number: string; handler: string },
  overdue: boolean,
): string[] {
  const { standIns, boardContact, contactAddress } = desk.settings;
  const conflicted = desk.conflictedIn(number);
  const free = (emails: readonly string[]) =>
    [...new Set(emails.map(tidyAddress))].filter((email) => email !== '' && !isConflicted(email, conflicted));
  const handlers = desk.handlersOf(number, readers).map(tidyAddress);
  const hers = handlers.includes(tidyAddress(handler)) ? [tidyAddress(handler)] : handlers;
  const isShutOut = handler !== '' && hers === handlers;
  const able = standIns.map(({ email }) => email).filter((email) => readers.includes(email));
  const also = overdue || hers.length === 0 || isShutOut ? free(able) : [];
  const told = [...new Set([...hers, ...also])];
  if (told.length > 0) return told;
  const board = free(boardContact.map(({ email }) => email));
  return board.length > 0 ? board : free([contactAddress]);
}
