// Keeps the roster in order: ids for new members, standings that are true today, and a word on what cannot be read.

import { PROBLEMS, type ProblemWords } from '../content/problems.ts';
import { AUDIT } from '../content/tab-words.ts';
import type { Member } from '../domain/entries.ts';
import { idsTwice } from '../domain/identity.ts';
import { answersIn, type LatestAnswers, standingOf, versionsThatCount } from '../domain/standing.ts';
import { columnsOf } from '../registers/register.ts';
import type { Row } from '../registers/table.ts';
import type { Desk } from './desk.ts';

/**
 * Gives an id to members who have none, and tells staff of ids that stand twice; an empty status means active, empty
 * pictures mean allowed.
 */
export function welcomeNewMembers(desk: Desk): void {
  const { members } = desk.tables;
  let answered: Map<string, Set<string>> | undefined;
  /** The id that she had before its cell was emptied: nobody on the roster bears it, and what she answered does. */
  const idTakenOut = (member: Member): string | undefined => {
    const sign = signOf(member);
    // What was erased has neither name nor address.
    if (sign === '') return undefined;
    answered ??= idsAnswered(desk);
    const ids = [...(answered.get(sign) ?? [])].filter((id) => !members.find(id));
    return ids.length === 1 ? ids[0] : undefined;
  };
  for (const row of members.rows) {
    if (row.entry.id === '') {
      const former = idTakenOut(row.entry);
      const id = former ?? desk.nextId('members');
      members.update(row, { id });
      const what = former ? AUDIT.memberIdBack : AUDIT.memberId;
      desk.audit({ what, subject: id, before: '', after: row.entry.name });
      if (former) desk.problem(PROBLEMS.memberIdBack(former), 'members');
    }
    if (row.entry.status === null && row.faults.status === undefined)
      members.update(row, { status: 'Active' });
    if (row.entry.images === null && row.faults.images === undefined)
      members.update(row, { images: 'Allowed' });
    desk.commitWhenMuch();
  }
  tellOf(desk, Array.from(idsTwice(members.entries), PROBLEMS.doubleId), PROBLEMS.doubleId(''));
}

/** The ids that stand with each name and address in the answers. */
function idsAnswered({ tables: { acceptances, optOuts } }: Desk): Map<string, Set<string>> {
  const ids = new Map<string, Set<string>>();
  for (const answer of [...acceptances.entries, ...optOuts.entries]) {
    const sign = signOf(answer);
    const known = ids.get(sign) ?? new Set();
    ids.set(sign, known);
    if (answer.memberId !== '') known.add(answer.memberId);
  }
  return ids;
}

const signOf = ({ name, email }: Pick<Member, 'name' | 'email'>) => `${name}\n${email}`.trim().toLowerCase();

/** Leaves open the problems of one sort that hold now, and ticks the others. */
function tellOf(desk: Desk, found: readonly ProblemWords[], { whatToDo }: ProblemWords): void {
  for (const words of found) desk.problem(words, 'members');
  desk.solve({ whatToDo }, new Set(found.map(({ what }) => what)));
}

/**
 * Works out the standing of these members anew (of all, when none are named) from the registers. Nobody knows whose
 * the answers to an id are that stands twice, so those standings stay until staff put it right.
 * @param isTogether they are committed with what waits already, which the caller knows to fit into one call
 */
export function updateStandings(desk: Desk, only?: readonly Row<Member>[], isTogether = false): void {
  const { members, acceptances, codeVersions } = desk.tables;
  const ids = only && new Set(only.map(({ entry }) => entry.id));
  const { entries, isRecent } = acceptances;
  const counting = versionsThatCount(codeVersions.entries);
  const theirs = ids ? entries.filter(({ memberId }) => ids.has(memberId)) : entries;
  const answersOf = answersIn(theirs, isRecent, counting[0] ?? '');
  const twice = idsTwice(members.entries);
  for (const row of only ?? members.rows) {
    if (!twice.has(row.entry.id)) updateStanding(desk, row, answersOf(row.entry), counting);
    if (!isTogether) desk.commitWhenMuch();
  }
}

function updateStanding(
  desk: Desk,
  row: Row<Member>,
  answers: LatestAnswers | undefined,
  counting: string[],
): void {
  const before = row.entry.standing;
  const facts = standingOf(row.entry, answers, counting, desk.settings, desk.today);
  // Who comes back is asked anew.
  const askedFor = facts.standing === 'Exempt' ? '' : row.entry.askedFor;
  desk.tables.members.update(row, { ...facts, askedFor });
  if (before !== null && before !== facts.standing) {
    desk.audit({ what: AUDIT.standing, subject: row.entry.id, before, after: facts.standing });
  }
}

/** Tells staff of cells that cannot be understood; what they have put right is done. */
export function checkRoster(desk: Desk): void {
  const { members } = desk.tables;
  const found: ProblemWords[] = [];
  for (const { entry, faults } of members.rows) {
    for (const { field, header } of columnsOf(members.register)) {
      const value = faults[field as keyof Member];
      if (value !== undefined) found.push(PROBLEMS.badCell(members.register.tab, entry.id, header, value));
    }
  }
  tellOf(desk, found, PROBLEMS.badCell('', '', '', ''));
}
