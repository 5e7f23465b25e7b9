// What a person does from a dialog: read and check what was sent, in turn, and leave the sending to the owner.

import { REFUSALS } from '../content/problems.ts';
import type { Shape } from '../domain/shape.ts';
import { readConfig } from './config.ts';
import { type Depth, type Desk, openDesk } from './desk.ts';
import { deliver } from './outbox.ts';
import { Refusal } from './staff-error.ts';
import { inTurn, WAIT } from './turn.ts';

/** What the dialog sent, checked. Throws Refusal when it is not what the dialog sends. */
export function fromDialog<T>(shape: Shape<T>, json: string): T {
  let sent: unknown;
  try {
    sent = JSON.parse(json);
  } catch {
    throw new Refusal(REFUSALS.notUnderstood);
  }
  if (!shape(sent)) throw new Refusal(REFUSALS.notUnderstood);
  return sent;
}

/** Changes the registers in turn and commits. Mail leaves at once when the owner is at the keyboard, else by the clock. */
export function act<T>(work: (desk: Desk) => T, depth: Depth = 'usual', wholeTrail = false): T {
  const config = readConfig();
  return inTurn(WAIT.dialog, () => {
    const desk = openDesk(config, depth, wholeTrail);
    const result = work(desk);
    deliver(desk);
    return result;
  });
}
