// What many submissions in one moment cost, with as many executions at the same time as Google runs.

import { Desk, type Person, START } from '../desk/desk.ts';
import { createWorkspace, type ExecutionRecord, type ScriptFile } from '../local-workspace/index.ts';
import { costOf } from './desk.ts';

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
export function acceptAtOnce(desk: Desk, members: readonly Person[]): ExecutionRecord[] {
  for (const [index, member] of members.entries()) {
    const id = `M-${String(index + 1).padStart(4, '0')}`;
    const reference = desk.sealed('acceptance', id, '2025-06-04', '2026-03-13', member.email);
    desk.answer(
      desk.withReference(`${desk.plainLink}?usp=pp_url`, () => reference),
      member,
    );
  }
  desk.workspace.overlapping = true;
  return desk.workspace.settle();
}

export function measureBurst(files: readonly ScriptFile[], submissions: number): BurstCost {
  const members = Array.from({ length: submissions }, (_, index) => ({
    name: `Member ${index + 1}`,
    email: `member${index + 1}@example.org`,
  }));
  const desk = new Desk(createWorkspace({ start: START, seed: 1 }));
  desk.setUp(files, members);
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
