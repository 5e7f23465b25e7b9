// Takes turns: one execution at a time works on the registers, and one on the cases.

import { REFUSALS } from '../content/problems.ts';
import { casesLock, type Lock, scriptLock, seat } from '../google/lock.ts';
import { Refusal } from './staff-error.ts';

/** After so many milliseconds a run goes on no further; the next one does. Google ends a run after six minutes. */
export const RUN_MS = 240_000;

/**
 * How long to wait for a turn, in milliseconds. Somebody sits before a dialog; nobody waits for a trigger. What a form
 * has started may wait for longer than any run works, and still has a minute to take up what there is.
 */
export const WAIT = { dialog: 20_000, trigger: 180_000, form: 280_000 } as const;

/** The turn did not come in time. */
export class Busy extends Refusal {
  constructor() {
    super(REFUSALS.busy);
  }
}

/** Works on the registers when their turn comes. Throws Busy. */
export const inTurn = <T>(waitMs: number, work: () => T): T => holding(scriptLock(), waitMs, work);

/** Works on cases when their turn comes. Whoever holds this lock may take that of the registers, and never the other way round. */
export const inCasesTurn = <T>(waitMs: number, work: () => T): T => holding(casesLock(), waitMs, work);

/**
 * Drains a form when the turn of this execution comes; null when it need not, because another one is the next already.
 *
 * A hundred people may submit at once, so only one execution waits: it takes the one seat there is, and whoever finds
 * the seat taken stops after this single call. Nothing is left behind by that. A response is in its form before its
 * trigger runs, and she who sits there gets up before she reads the form, so she reads it after every one that found
 * the seat taken. If she dies or waits in vain, the run of every ten minutes drains. The seat is for one form: where
 * another trigger took it, nobody would know which form is going to be read.
 *
 * Google lets go of the lock when the run ends, which is right after the work; doing it here would be one more call.
 */
export function asNextInLine<T>(drain: () => T): T | null {
  const only = seat();
  if (!only.take(0)) return null;
  const lock = scriptLock();
  if (!lock.take(WAIT.form)) throw new Busy();
  only.release();
  try {
    return drain();
  } catch (error) {
    lock.release();
    throw error;
  }
}

function holding<T>(lock: Lock, waitMs: number, work: () => T): T {
  if (!lock.take(waitMs)) throw new Busy();
  try {
    return work();
  } finally {
    lock.release();
  }
}
