// Keeps the Follow-up tab: who needs a person, and who needs one no longer.

import { FOLLOW_UP_ADVICE } from '../content/remarks.ts';
import { followUpOn } from '../domain/asking.ts';
import type { FollowUp } from '../domain/entries.ts';
import type { Desk } from './desk.ts';

const keyOf = ({ memberId, reason, about }: Pick<FollowUp, 'memberId' | 'reason' | 'about'>) =>
  [memberId, reason, about].join('\n');

/** A line for each member and reason; what staff have ticked is not raised again, what has passed is ticked. */
export function updateFollowUps(desk: Desk): void {
  const { members, followUps } = desk.tables;
  const rules = desk.askingRules;
  const known = new Map(followUps.rows.map((row) => [keyOf(row.entry), row]));
  const holding = new Set<string>();
  for (const member of members.entries) {
    const found = member.id === '' ? null : followUpOn(member, rules, desk.today);
    if (!found) continue;
    const key = keyOf({ ...found, memberId: member.id });
    holding.add(key);
    if (known.has(key)) continue;
    const { id: memberId, name } = member;
    const whatToDo = FOLLOW_UP_ADVICE[found.reason];
    followUps.append({ ...found, since: desk.today, memberId, name, whatToDo, done: false });
    desk.commitWhenMuch();
  }
  for (const row of followUps.rows)
    if (!row.entry.done && !holding.has(keyOf(row.entry))) followUps.update(row, { done: true });
}
