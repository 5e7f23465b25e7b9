// Whether the account of a run owns the automatic work, also when that changes while the run waits for its turn.

import { addHours } from '../domain/calendar.ts';
import { tidyAddress } from '../domain/email-address.ts';
import type { LocalDateTime, StateRow } from '../domain/entries.ts';
import { readProperty } from '../google/properties.ts';
import { accountRunning } from '../google/session.ts';
import { recall, remember } from '../registers/state.ts';
import type { Table } from '../registers/table.ts';
import { type Config, PROPERTY } from './config.ts';

/** In State: the account that had the work before it was taken over last. */
const LEFT = 'Handed over by';

interface InTurn {
  config: Pick<Config, 'owner' | 'ownerSince'>;
  tables: { state: Table<StateRow> };
}

/**
 * Mail leaves only under the owner's account. A run knows the owner from before its turn, and the registers, read in
 * its turn, say when another account has taken over since; only then the properties are asked again.
 */
export function isOwnersRun(desk: InTurn): boolean {
  const { owner } = desk.config;
  if (accountRunning() !== owner) return false;
  return !isLeaving(desk) || readProperty(PROPERTY.owner) === owner;
}

/** Whether it is noted already that the owner is about to lose the work: by a run that died before the owner changed. */
export const isLeaving = ({ config, tables }: InTurn) => recall(tables.state, LEFT) === config.owner;

/** Notes, before the owner changes, which account is about to lose the work. */
export const noteLeaving = ({ config, tables }: InTurn) => remember(tables.state, LEFT, config.owner);

/** Notes that the owner has the work, when a note of earlier says otherwise: that taking over was not finished. */
export function noteStaying(desk: InTurn): void {
  if (isLeaving(desk) && isOwnersRun(desk)) remember(desk.tables.state, LEFT, '');
}

/** It takes ten minutes, or some more when others work on cases just then. */
const LEAVING_HOURS = 1;

/** Whether an account had the work until just now: it passes Cases on and leaves by itself. @param address a tidy one */
export function isJustLeaving(desk: InTurn & { now: LocalDateTime }, address: string): boolean {
  const { config, tables, now } = desk;
  const isBefore = tidyAddress(recall(tables.state, LEFT)) === address;
  return isBefore && (config.ownerSince ?? '') > addHours(now, -LEAVING_HOURS);
}
