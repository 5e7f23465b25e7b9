// What many submissions in one moment cost, with as many executions at the same time as Google runs.

import type { Desk } from '../desk/desk.ts';
import { membersNumbered, type NumberedMember } from '../desk/numbered-members.ts';
import type { ExecutionRecord, ScriptFile } from '../local-workspace/index.ts';
import { costOf, deskToMeasure } from './desk.ts';

export interface BurstCost {
  readonly submissions: number;
  /** How many Google ran; it refuses more than thirty at the same time. */
  readonly executions: number;
  /** Beside mails. */
  readonly remoteCalls: number;
  readonly mails: number;
  /** Submissions that are not in the register after ten minutes. */
  readonly lost: number;
  /** Submissions that are there more than once, and mails that somebody got twice. */
  readonly doubled: number;
}

/** All members of a new roster accept by their own links, at the same moment; gives what ran. */
export function acceptAtOnce(desk: Desk, members: readonly NumberedMember[]): ExecutionRecord[] {
  for (const member of members) desk.answer(desk.sealedLink(member, '2025-06-04', '2026-03-13'), member);
  desk.workspace.overlapping = true;
  return desk.workspace.settle();
}

export function measureBurst(files: readonly ScriptFile[], submissions: number): BurstCost {
  const members = membersNumbered(submissions);
  const desk = deskToMeasure(files, { members });
  const runs = acceptAtOnce(desk, members);
  const { remoteCalls, mails } = costOf(runs);
  desk.minutes(11);
  const times = new Map<string, number>();
  for (const { Email = '' } of desk.register('Acceptances')) times.set(Email, (times.get(Email) ?? 0) + 1);
  const lost = members.filter(({ email }) => !times.has(email)).length;
  const more = (counts: readonly number[]) => counts.reduce((sum, count) => sum + Math.max(0, count - 1), 0);
  const doubled = more([...times.values()]) + more(members.map(({ email }) => desk.subjects(email).length));
  desk.workspace.close();
  const executions = runs.filter(({ calls }) => calls.length > 0).length;
  return { submissions, executions, remoteCalls, mails, lost, doubled };
}
