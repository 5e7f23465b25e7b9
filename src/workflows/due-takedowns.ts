// Looks what has to be taken down soon.

import { NOT_ASKED } from '../content/remarks.ts';
import { noteOf, type OptOut, type Takedown } from '../domain/image-entries.ts';
import { takedownsToRemind } from '../domain/takedowns.ts';
import type { Desk } from './desk.ts';

/** The requests that were taken back. */
export function takenBackRequests({ tables }: Desk): Set<string> {
  const over = tables.optOuts.entries.filter(({ status }) => status === 'Taken back');
  return new Set(over.map(({ id }) => id));
}

/** The lines of Takedowns that her requests still ask for. */
export const neededLines = ({ tables }: Desk): Takedown[] =>
  tables.takedowns.entries.filter(({ remark }) => !remark.includes(NOT_ASKED));

/** Lines of a request that were made and are gone; somebody may have deleted them by mistake. */
export function missingLines(lines: readonly Takedown[], optOut: OptOut): string[] {
  const there = new Set(lines.map((line) => line.optOut + line.id));
  const made = noteOf(optOut, 'lines')?.[1] ?? '';
  return made.split(',').filter((id) => id !== '' && !there.has(optOut.id + id));
}

/** Days before a line is due from which staff read of it. */
const SOON_DAYS = 7;

/** What staff have to be reminded of today, most overdue first. */
export const dueTakedowns = (desk: Desk) =>
  takedownsToRemind(neededLines(desk), takenBackRequests(desk), SOON_DAYS, desk.today);
