// What one member and the staff do in a desk under load.

import { addDays, dateOf, localTime } from '../../src/domain/calendar.ts';
import type { Desk } from '../desk/desk.ts';
import { entriesOf, settingsOf } from '../rehearsal/rehearsed-desk.ts';
import type { Meter } from './meter.ts';

const today = (desk: Desk) => dateOf(localTime(desk.workspace.now()));

/** She accepts the version in force by a link of her own, and the triggers run. */
export function acceptBy(
  desk: Desk,
  meter: Meter,
  member: { id: string; name: string; email: string },
): void {
  const version = entriesOf(desk, 'codeVersions').find(({ status }) => status === 'Active')?.version ?? '';
  const expires = addDays(today(desk), 30);
  const reference = desk.sealed('acceptance', member.id, version, expires, member.email);
  desk.answer(
    desk.withReference(`${desk.plainLink}?usp=pp_url`, () => reference),
    member,
  );
  meter.note(desk.workspace.settle());
}

/** Staff change the document, and publish it with the date of today. */
export function publishNewCode(desk: Desk, meter: Meter): void {
  const { docs, owner } = desk.workspace;
  const { codeDocument } = settingsOf(desk);
  const version = today(desk);
  const [year, month, day] = version.split('-').map(Number);
  const text = docs.text(codeDocument).replace(/Last Update: .*/, `Last Update: ${month}/${day}/${year}`);
  docs.userEdit(owner, codeDocument, text);
  askMeasured(desk, meter, 'readPublishing', {});
  askMeasured(desk, meter, 'publishVersion', { version, editorial: false, why: '' });
}

/** What a dialog asks, and what it is told. */
export function askMeasured<T>(desk: Desk, meter: Meter, functionName: string, question: unknown): T {
  const answer = desk.ask(functionName, question) as T;
  meter.note(desk.workspace.executions().slice(-1));
  return answer;
}
