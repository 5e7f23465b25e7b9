// Looks by night for rows that somebody deleted from the evidence: no trigger tells of a deleted row.

import { PROBLEMS, type ProblemWords } from '../content/problems.ts';
import { AUDIT, EDITED } from '../content/tab-words.ts';
import type { Desk } from './desk.ts';
import { lostIds } from './lost-ids.ts';

/** Registers whose rows never go. */
const KEPT = ['acceptances', 'agreements', 'mailLog'] as const;

/** Tells staff once of each loss, and writes it into the trail. */
export function tellOfLostRows(desk: Desk): void {
  for (const name of KEPT) {
    const { tab } = desk.tables[name].register;
    const lost = lostIds(desk, name);
    if (lost.length > 0) tellOnce(desk, name, PROBLEMS.rowsGone(tab, EDITED.places(lost)), tab, lost);
  }
  const { acceptances, members } = desk.tables;
  const { tab } = members.register;
  const gone = new Map(acceptances.entries.map(({ memberId, name }) => [memberId, name]));
  for (const [id, name] of gone) {
    // The name is gone too where a former member was erased.
    if (id !== '' && name !== '' && !members.find(id))
      tellOnce(desk, 'members', PROBLEMS.memberGone(id, name), tab, [id]);
  }
}

/** Not again when staff have ticked it. */
function tellOnce(
  desk: Desk,
  register: (typeof KEPT)[number] | 'members',
  words: ProblemWords,
  tab: string,
  lost: readonly string[],
): void {
  if (desk.tables.problems.entries.some(({ what }) => what === words.what)) return;
  desk.problem(words, register);
  desk.audit({ what: AUDIT.rowsGone(tab), subject: EDITED.places(lost), before: lost.join(' '), after: '' });
}
