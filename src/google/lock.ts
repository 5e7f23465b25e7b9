// The locks: one execution at a time writes to the registers, and one to the cases.

export interface Lock {
  /** Takes the lock, waiting at most so many milliseconds; false when someone else still holds it. */
  take: (waitMs: number) => boolean;
  release: () => void;
}

const asLock = (lock: GoogleAppsScript.Lock.Lock): Lock => ({
  take: (waitMs) => lock.tryLock(waitMs),
  release: () => lock.releaseLock(),
});

/** The lock of the registers. One lock object per execution; a second one would wait for the first. */
export const scriptLock = () => asLock(LockService.getScriptLock());

/**
 * Held by the one execution that is the next to drain the acceptance form (see turn.ts). Triggers run under one account,
 * so the lock of the user is the same for all of them; if it ever were not, more of them would wait.
 */
export const seat = () => asLock(LockService.getUserLock());

/** The lock of the cases: another one, so that an urgent report never waits for a campaign of mails. */
export const casesLock = () => asLock(LockService.getDocumentLock() ?? LockService.getScriptLock());
