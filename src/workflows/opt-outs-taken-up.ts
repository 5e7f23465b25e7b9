// Which requests about pictures were taken up already, whatever became of their rows.

import { sha256Hex } from '../domain/digest.ts';
import { recall, remember } from '../registers/state.ts';
import type { Desk } from './desk.ts';

/** Where State keeps a sign of every response and message that was taken up, whatever became of its row. */
const TAKEN_UP = 'Opt-outs taken up';
const SIGN = 8;
const MOST_SIGNS = 5_000;
const signOf = (responseId: string) => sha256Hex(responseId).slice(0, SIGN);

/** Whether a response or a message was taken up already. */
export function takenUpBefore(desk: Desk): (responseId: string) => boolean {
  const ids = new Set(desk.tables.optOuts.entries.map(({ responseId }) => responseId));
  const signs = new Set(recall(desk.tables.state, TAKEN_UP).match(/[0-9a-f]{8}/g));
  return (responseId) => ids.has(responseId) || signs.has(signOf(responseId));
}

export function noteTakenUp(desk: Desk, responseId: string): void {
  const signs = recall(desk.tables.state, TAKEN_UP) + signOf(responseId);
  remember(desk.tables.state, TAKEN_UP, signs.slice(-MOST_SIGNS * SIGN));
}
