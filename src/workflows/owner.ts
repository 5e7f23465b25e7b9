// Whether the account of a run owns the automatic work, also when that changes while the run waits for its turn.

import type { StateRow } from '../domain/entries.ts';
import { readProperty } from '../google/properties.ts';
import { accountRunning } from '../google/session.ts';
import { recall, remember } from '../registers/state.ts';
import type { Table } from '../registers/table.ts';
import { type Config, PROPERTY } from './config.ts';

/** In State: the account that had the work before it was taken over last. */
const LEFT = 'Handed over by';

interface InTurn {
  config: Pick<Config, 'owner'>;
  tables: { state: Table<StateRow> };
}

/**
 * Mail leaves only under the owner's account. A run knows the owner from before its turn, and the registers, read in
 * its turn, say when another account has taken over since; only then the properties are asked again.
 */
export function isOwnersRun({ config: { owner }, tables: { state } }: InTurn): boolean {
  if (accountRunning() !== owner) return false;
  return recall(state, LEFT) !== owner || readProperty(PROPERTY.owner) === owner;
}

/** Notes, before the owner changes, which account is about to lose the work. */
export const noteLeaving = ({ config, tables }: InTurn) => remember(tables.state, LEFT, config.owner);
