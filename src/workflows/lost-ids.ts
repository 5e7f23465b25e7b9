// The ids that a register has given out and that no row bears any more, because somebody deleted it.

import { highestNumber, missingIds } from '../domain/running-number.ts';
import { lastNumber } from '../registers/state.ts';
import { type Desk, NUMBERING } from './desk.ts';

export function lostIds(desk: Desk, name: 'acceptances' | 'agreements' | 'mailLog'): string[] {
  const { counter, prefix, digits } = NUMBERING[name];
  const { entries, isRecent } = desk.tables[name];
  const ids = (entries as readonly { id: string }[]).map(({ id }) => id);
  const last = lastNumber(desk.tables.state, counter, highestNumber(prefix, ids));
  // Below the first row that was read stand others.
  const first = isRecent ? (ids[0] ?? '') : '';
  return missingIds(ids, prefix, digits, last).filter((id) => id > first);
}
