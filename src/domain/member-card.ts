// The history of one member, gathered from the registers; and whose it is that somebody has selected.

import { dateOf } from './calendar.ts';
import type { ClauseChange } from './difference.ts';
import type { Acceptance, ConfirmedBy, FollowUp, LocalDate, LocalDateTime, Mail, Member } from './entries.ts';
import type { Agreement, OptOut, Takedown } from './image-entries.ts';

/** What is selected in a sheet: one cell, and its row by the headings of the tab, as they are shown. */
export interface Selection {
  cell: string;
  headings: readonly string[];
  row: readonly string[];
}

/** Texts shorter than this stand in many a sentence by chance. */
const SHORTEST = 4;

/**
 * Whose row is selected: the member whose id stands in the cell, or under the heading of ids. In a tab without such
 * a heading, the only member whom the row names. Empty when that is not clear.
 */
export function memberMeant(
  selection: Selection | null,
  heading: string,
  members: readonly Pick<Member, 'id' | 'name'>[],
): string {
  if (!selection) return '';
  const { cell, headings, row } = selection;
  const column = headings.indexOf(heading);
  const ids = new Set(members.map(({ id }) => id).filter((id) => id !== ''));
  const standing = [cell.trim(), (row[column] ?? '').trim()].find((text) => ids.has(text));
  if (standing !== undefined || column >= 0) return standing ?? '';
  const text = row.join('\n');
  const named = members.filter(
    ({ id, name }) => ids.has(id) && (names(text, id) || names(text, name.trim())),
  );
  return named.length === 1 ? (named[0]?.id ?? '') : '';
}

/** Whether a text has these words, and not as a part of longer ones. */
function names(text: string, words: string): boolean {
  const isPlain = words.length < SHORTEST || /^\d*$/.test(words);
  if (isPlain) return false;
  const isLetter = (character: string) => /[\p{L}\p{N}]/u.test(character);
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1))
    if (!isLetter(text.charAt(at - 1)) && !isLetter(text.charAt(at + words.length))) return true;
  return false;
}

/** What a card shows. Plain data: how it is said is the page's business. Nothing of it comes from Cases. */
export interface MemberCard {
  member: Pick<
    Member,
    'id' | 'name' | 'email' | 'role' | 'status' | 'joined' | 'standing' | 'nextDue' | 'images' | 'notes'
  >;
  /** Mail to her address came back. */
  mailComesBack: boolean;
  /** A mail with her link can go out to her. */
  canBeAsked: boolean;
  answers: CardAnswer[];
  mails: { on: LocalDate | null; kind: Mail['kind']; state: Mail['state']; to: string; problem: string }[];
  optOuts: ({ on: LocalDate | null } & Pick<OptOut, 'id' | 'kind' | 'forWhom' | 'scope' | 'status'>)[];
  takedowns: Pick<Takedown, 'id' | 'medium' | 'due' | 'done'>[];
  /** That there is one, and how it stands. What may be told is between the two members. */
  agreements: ({ on: LocalDate | null } & Pick<Agreement, 'id' | 'status' | 'expires'>)[];
  followUps: Pick<FollowUp, 'since' | 'reason' | 'whatToDo' | 'done'>[];
}

export interface CardAnswer extends Pick<Acceptance, 'id' | 'answer' | 'version'> {
  on: LocalDate | null;
  confirmedBy: ConfirmedBy | null;
  /** The version that she had accepted before; empty when it was her first. */
  before: string;
  /** The clauses that changed for her; null when that is not known. */
  changes: Pick<ClauseChange, 'kind' | 'title'>[] | null;
}

export interface Registers {
  acceptances: readonly Acceptance[];
  mailLog: readonly Mail[];
  optOuts: readonly OptOut[];
  takedowns: readonly Takedown[];
  agreements: readonly Agreement[];
  followUps: readonly FollowUp[];
}

const dayOf = (time: LocalDateTime | null) => time && dateOf(time);

/** The newest first. */
const sorted = <T>(lines: readonly T[], by: (line: T) => string | null): T[] =>
  [...lines]
    .reverse()
    .sort((a, b) => ((by(a) ?? '') < (by(b) ?? '') ? 1 : (by(a) ?? '') > (by(b) ?? '') ? -1 : 0));

/** What changed from one version to another. */
export type ChangesBetween = (before: string, version: string) => readonly ClauseChange[] | null;

/** Everything on the card but how she stands now. */
export function historyOf(
  id: string,
  registers: Registers,
  changesBetween: ChangesBetween,
): Omit<MemberCard, 'member' | 'mailComesBack' | 'canBeAsked'> {
  const isHers = ({ memberId }: { memberId: string }) => memberId === id;
  const { acceptances, mailLog, optOuts, takedowns, agreements, followUps } = registers;
  const mails = mailLog.filter(isHers).map(({ sent, queued, kind, state, to, problem }) => {
    return { on: dayOf(state === 'Sent' ? sent : queued), kind, state, to, problem };
  });
  return {
    answers: answersOf(acceptances.filter(isHers), changesBetween),
    mails: sorted(mails, ({ on }) => on),
    optOuts: sorted(
      optOuts.filter(isHers).map(({ id, received, kind, forWhom, scope, status }) => {
        return { id, on: dayOf(received), kind, forWhom, scope, status };
      }),
      ({ on }) => on,
    ),
    takedowns: takedowns.filter(isHers).map(({ id, medium, due, done }) => ({ id, medium, due, done })),
    agreements: sorted(
      agreements
        .filter(({ starter, other }) => starter === id || other === id)
        .map(({ id, started, status, expires }) => ({ id, on: dayOf(started), status, expires })),
      ({ on }) => on,
    ),
    followUps: sorted(
      followUps
        .filter(isHers)
        .map(({ since, reason, whatToDo, done }) => ({ since, reason, whatToDo, done })),
      ({ since }) => since,
    ),
  };
}

function answersOf(hers: readonly Acceptance[], changesBetween: ChangesBetween): CardAnswer[] {
  let before = '';
  const oldestFirst = sorted(hers, ({ received }) => received).reverse();
  const answers = oldestFirst.map(({ id, received, answer, version, confirmedBy }) => {
    const isNew = before !== '' && version !== '' && version !== before;
    const changes = isNew ? changesBetween(before, version) : null;
    const line = {
      id,
      on: dayOf(received),
      answer,
      version,
      confirmedBy,
      before,
      changes: changes?.map(({ kind, title }) => ({ kind, title })) ?? null,
    };
    if (answer === 'Accepted' && version !== '') before = version;
    return line;
  });
  return answers.reverse();
}
