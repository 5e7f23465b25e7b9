// What the morning's sweep costs, by the number of members and by how many of them are due.

import { addDays } from '../../src/domain/calendar.ts';
import { numbered } from '../../src/domain/running-number.ts';
import type { Desk } from '../desk/desk.ts';
import { membersNumbered } from '../desk/numbered-members.ts';
import type { ScriptFile } from '../local-workspace/index.ts';
import { append, type Cost, costOf, deskToMeasure, runMeasured } from './desk.ts';

export interface SweepCost extends Cost {
  readonly members: number;
  readonly duePercent: number;
  /** Processor time of the script alone. */
  readonly cpuMs: number;
}

/** A Monday; the sweep that is measured is that of the next morning. */
const START = '2026-08-10T15:00:00Z';
const MORNING = '2026-08-11T11:00:00Z';
/** Who accepted on this day gets the first reminder on that morning: thirty days before her next acceptance is due. */
const DUE = '2025-09-10';
const VERSION = '2025-06-04';

/** Each number of members with each part of them that is due. */
export const measureSweeps = (
  files: readonly ScriptFile[],
  sizes: readonly number[],
  percents: readonly number[],
  say: (line: string) => void = () => undefined,
): SweepCost[] =>
  sizes.flatMap((members) =>
    percents.map((duePercent) => {
      say(`The morning with ${members} members, ${duePercent} % of them due`);
      return measureSweep(files, members, duePercent);
    }),
  );

export function measureSweep(files: readonly ScriptFile[], members: number, duePercent: number): SweepCost {
  const desk = deskToMeasure(files, { start: START });
  try {
    fill(desk, members, duePercent);
    // The night before marks what is settled; the morning before leaves nothing to tell.
    runMeasured(desk, 'everyNight');
    runMeasured(desk, 'everyMorning');
    desk.sleepTo(MORNING);
    const { record, cpuMs } = runMeasured(desk, 'everyMorning');
    return { members, duePercent, ...costOf([record]), cpuMs };
  } finally {
    desk.workspace.close();
  }
}

/** Everybody has accepted once and was thanked by mail. */
function fill(desk: Desk, members: number, duePercent: number): void {
  const hash = desk.register('Code versions')[0]?.['Text hash'];
  const statements = 'I agree to be respectful of other Members’ availability and obligations. '.repeat(8);
  const isDue = (n: number) => n <= (members * duePercent) / 100;
  // One after the other, from October to July.
  const accepted = (n: number) => (isDue(n) ? DUE : addDays('2025-10-01', Math.floor((n / members) * 300)));
  const everybody = membersNumbered(members).map(({ id, name, email }, index) => {
    const on = accepted(index + 1);
    const acceptance = numbered('A-', index + 1, 6);
    return { n: index + 1, id, person: [name, email, 'Mentee'], email, acceptance, on };
  });
  append(
    desk,
    'Members',
    everybody.map(({ id, person, on }) => [
      ...[id, ...person, 'Active', '2024-01-15', 'Current', `'${VERSION}`],
      ...[on, addDays(on, 365), 'Allowed', on, ''],
    ]),
  );
  append(
    desk,
    'Acceptances',
    everybody.map(({ n, id, person, acceptance, on }) => [
      ...[acceptance, `${on} 10:00:00`, id, ...person, 'Accepted', `'${VERSION}`],
      ...[hash, 'Personal link', statements, 'Terms of Use: 2025-06-04', `response-${n}`, ''],
    ]),
  );
  append(
    desk,
    'Mail log',
    everybody.map(({ n, id, email, acceptance, on }) => [
      ...[numbered('IMSTL-MAIL-', n, 6), `${on} 10:00:00`, 'Acceptance confirmed', email],
      ...['Thank you: you accepted our Code of Conduct', id, acceptance],
      ...['Sent', `${on} 10:01:00`, `1${n}f`],
    ]),
  );
}
