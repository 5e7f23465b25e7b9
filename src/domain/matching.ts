// Finds the answers whose sender only staff can tell, and who it might have been.

import { mailboxOf } from './email-address.ts';
import type { Acceptance, Mail, Member } from './entries.ts';
import { isErased } from './seal.ts';

/** Marks the row that staff made for an earlier answer. */
export const matchMark = (acceptanceId: string) => `match-${acceptanceId}`;

/**
 * Unconfirmed answers that wait for staff: no personal link went to anybody for them (no active member has the
 * address, or the link of one member came with the address of another), and staff have not matched them yet.
 */
export function waitingToMatch(acceptances: readonly Acceptance[], log: readonly Mail[]): Acceptance[] {
  const matched = new Set(acceptances.map(({ responseId }) => responseId));
  const links = log.filter(({ kind, state }) => kind === 'Personal link' && state !== 'Failed');
  const asked = new Set(links.map(({ reference }) => reference));
  return acceptances.filter(
    ({ confirmedBy, id, seal }) =>
      confirmedBy === 'Unconfirmed' && !matched.has(matchMark(id)) && !asked.has(id) && !isErased(seal),
  );
}

/** How alike two names are, from 0 to 1: the share of their words that they have in common, accents aside. */
export function likeness(a: string, b: string): number {
  const wordsOf = (name: string) =>
    new Set(
      name
        .normalize('NFD')
        .replace(/\p{M}/gu, '')
        .toLowerCase()
        .split(/[^\p{L}\p{N}]+/u)
        .filter((word) => word !== ''),
    );
  const [mine, hers] = [wordsOf(a), wordsOf(b)];
  const common = [...mine].filter((word) => hers.has(word)).length;
  return common === 0 ? 0 : common / Math.max(mine.size, hers.size);
}

/** Members that the answer may come from, most alike first: same mailbox, then alike names. */
export function suggestions(answer: Acceptance, members: readonly Member[], most: number): Member[] {
  return members
    .map((member) => {
      const sameMailbox = answer.email !== '' && mailboxOf(member.email) === mailboxOf(answer.email);
      return { member, score: (sameMailbox ? 1 : 0) + likeness(answer.name, member.name) };
    })
    .filter(({ score }) => score >= 0.3)
    .sort((a, b) => b.score - a.score)
    .slice(0, most)
    .map(({ member }) => member);
}
