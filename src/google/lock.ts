// The script lock: one execution at a time writes to the registers.

export interface ScriptLock {
  /** Takes the lock, waiting at most so many milliseconds; false when someone else still holds it. */
  take: (waitMs: number) => boolean;
  release: () => void;
}

/** One lock object per execution; a second one would wait for the first. */
export function scriptLock(): ScriptLock {
  const lock = LockService.getScriptLock();
  return { take: (waitMs) => lock.tryLock(waitMs), release: () => lock.releaseLock() };
}
