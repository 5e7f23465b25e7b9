// Takes turns: one execution at a time works on the registers, and no response is left behind.

import { REFUSALS } from '../content/problems.ts';
import { casesLock, type Lock, scriptLock } from '../google/lock.ts';
import { deleteProperty, readProperty, writeProperty } from '../google/properties.ts';
import { Refusal } from './staff-error.ts';

/** The note "there is more", which an execution leaves that finds the lock taken. */
const NOTE = 'MORE_RESPONSES';

/** After so many milliseconds a run goes on no further; the next one does. Google ends a run after six minutes. */
export const RUN_MS = 240_000;

/**
 * Drains until nobody has left a note. Says whether this execution drained at all.
 *
 * Why no response is lost when two come at once: the one that finds the lock taken leaves its note first and
 * then tries the lock once more. Either it gets the lock and drains itself, or another execution holds it; and
 * whoever holds it reads the note after letting go. A holder that takes the note away goes through the same
 * door again, so it drains, or leaves the note anew for the one that holds the lock then.
 */
export function drainInTurn(startedMs: number, drain: () => void): boolean {
  const lock = scriptLock();
  let drained = false;
  for (;;) {
    if (!lock.take(0)) {
      writeProperty(NOTE, 'yes');
      if (!lock.take(0)) return drained;
    }
    try {
      drain();
      drained = true;
    } finally {
      lock.release();
    }
    if (readProperty(NOTE) === null || Date.now() - startedMs > RUN_MS) return drained;
    deleteProperty(NOTE);
  }
}

/** How long to wait for a turn, in milliseconds: somebody sits before a dialog; nobody waits for a trigger. */
export const WAIT = { dialog: 20_000, trigger: 180_000 } as const;

/** Does other work when its turn comes; then drains for those who had to leave a note meanwhile. Throws Refusal. */
export function inTurn<T>(
  { startedMs, waitMs }: { startedMs: number; waitMs: number },
  work: () => T,
  drain: () => void,
): T {
  const result = holding(scriptLock(), waitMs, work);
  if (readProperty(NOTE) !== null) {
    deleteProperty(NOTE);
    drainInTurn(startedMs, drain);
  }
  return result;
}

/** Works on cases when their turn comes. Whoever holds this lock may take that of the registers, and never the other way round. */
export const inCasesTurn = <T>(waitMs: number, work: () => T): T => holding(casesLock(), waitMs, work);

/** Works on the registers in turn, and leaves it to the next run to drain for those who had to leave a note meanwhile. */
export const inRegistersTurn = <T>(waitMs: number, work: () => T): T => holding(scriptLock(), waitMs, work);

function holding<T>(lock: Lock, waitMs: number, work: () => T): T {
  if (!lock.take(waitMs)) throw new Refusal(REFUSALS.busy);
  try {
    return work();
  } finally {
    lock.release();
  }
}
