// What the morning's sweep costs, by the number of members and by how many of them are due.

import type { Desk } from '../desk/desk.ts';
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
  const desk = deskToMeasure(files, START);
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
  const numbers = Array.from({ length: members }, (_, index) => index + 1);
  const isDue = (n: number) => n <= (members * duePercent) / 100;
  // One after the other, from October to July.
  const accepted = (n: number) => (isDue(n) ? DUE : dayAfter('2025-10-01', Math.floor((n / members) * 300)));
  const person = (n: number) => [`Member ${n}`, `member${n}@example.org`, 'Mentee'];
  append(
    desk,
    'Members',
    numbers.map((n) => [
      ...[id('M-', n, 4), ...person(n), 'Active', '2024-01-15', 'Current', `'${VERSION}`],
      ...[accepted(n), dayAfter(accepted(n), 365), 'Allowed', accepted(n), ''],
    ]),
  );
  append(
    desk,
    'Acceptances',
    numbers.map((n) => [
      ...[id('A-', n, 6), `${accepted(n)} 10:00:00`, id('M-', n, 4), ...person(n), 'Accepted', `'${VERSION}`],
      ...[hash, 'Personal link', statements, 'Terms of Use: 2025-06-04', `response-${n}`, ''],
    ]),
  );
  append(
    desk,
    'Mail log',
    numbers.map((n) => [
      ...[
        id('IMSTL-MAIL-', n, 6),
        `${accepted(n)} 10:00:00`,
        'Acceptance confirmed',
        `member${n}@example.org`,
      ],
      ...['Thank you: you accepted our Code of Conduct', id('M-', n, 4), id('A-', n, 6)],
      ...['Sent', `${accepted(n)} 10:01:00`, `1${n}f`],
    ]),
  );
}

const id = (prefix: string, number: number, digits: number) => prefix + String(number).padStart(digits, '0');

/** A calendar date so many days later, ISO 8601. */
const dayAfter = (day: string, days: number) =>
  new Date(Date.parse(`${day}T12:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
