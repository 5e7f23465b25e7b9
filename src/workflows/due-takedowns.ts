// Looks what has to be taken down soon.

import { takedownsToRemind } from '../domain/takedowns.ts';
import type { Desk } from './desk.ts';

/** The requests that were taken back. */
export function takenBackRequests({ tables }: Desk): Set<string> {
  const over = tables.optOuts.entries.filter(({ status }) => status === 'Taken back');
  return new Set(over.map(({ id }) => id));
}

/** Days before a line is due from which staff read of it. */
const SOON_DAYS = 7;

/** What staff have to be reminded of today, most overdue first. */
export const dueTakedowns = (desk: Desk) =>
  takedownsToRemind(desk.tables.takedowns.entries, takenBackRequests(desk), SOON_DAYS, desk.today);
