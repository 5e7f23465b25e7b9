// What one member, the staff and the clock do in a desk under load.

import { addDays } from '../../src/domain/calendar.ts';
import type { Desk } from '../desk/desk.ts';
import type { NumberedMember } from '../desk/numbered-members.ts';
import { publishCode } from '../rehearsal/rehearse.ts';
import { entriesOf, todayOf } from '../rehearsal/rehearsed-desk.ts';
import type { Meter } from './meter.ts';

/** Two days, each at the hour at which a desk begins. */
export const NEXT_DAY = '2026-01-13T15:00:00Z';
export const DAY_AFTER = '2026-01-14T15:00:00Z';

/** A night passes, and what the clock starts until this moment comes once. */
export function liveTo(desk: Desk, meter: Meter, moment: string): void {
  desk.sleepTo(moment);
  for (const work of ['everyNight', 'everyMorning', 'everyTenMinutes']) meter.run(work);
}

/** She accepts the version in force by a link of her own, and the triggers run. */
export function acceptBy(desk: Desk, meter: Meter, member: NumberedMember): void {
  const version = entriesOf(desk, 'codeVersions').find(({ status }) => status === 'Active')?.version ?? '';
  desk.answer(desk.sealedLink(member, version, addDays(todayOf(desk), 30)), member);
  meter.note(desk.workspace.settle());
}

/** Staff date the document today, look at what publishing would bring, and publish it. */
export function publishNewCode(desk: Desk, meter: Meter): void {
  publishCode(desk, { on: todayOf(desk), change: 'Material' });
  meter.note(desk.workspace.executions().slice(-2));
}

/** What a dialog asks, and what it is told. */
export function askMeasured<T>(desk: Desk, meter: Meter, functionName: string, question: unknown): T {
  const answer = desk.ask(functionName, question) as T;
  meter.note(desk.workspace.executions().slice(-1));
  return answer;
}
