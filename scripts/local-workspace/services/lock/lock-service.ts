// LockService: one holder at a time for a script, a document or a user; released when the script ends.

import { GoogleError, invalid } from '../../kernel/errors.ts';
import type { Execution } from '../../script/execution.ts';
import { ServiceObject } from '../../script/service.ts';

interface Holder {
  readonly executionId: string;
  readonly lockId: string;
}

/**
 * Executions in the local Workspace come one inside another, so the holder of a lock cannot go on before the one that
 * waits for it has ended. What a trigger has started is therefore put off until the lock is free. Whoever cannot be put
 * off waits in vain: modelled time passes, and nothing else.
 */
export class Lock extends ServiceObject {
  static override readonly serviceName = 'Lock';
  static override readonly signatures = {
    tryLock: ['Integer'],
    waitLock: ['Integer'],
    releaseLock: [''],
    hasLock: [''],
  };
  private readonly id: string;

  constructor(
    private readonly execution: Execution,
    private readonly key: string,
  ) {
    super();
    this.id = execution.learn('lock', () => execution.kernel.random.hex(8));
  }

  private get holders() {
    return this.execution.kernel.store.table<Holder>('locks');
  }

  tryLock(timeoutMs: number): boolean {
    if (timeoutMs < 0) throw invalid('Invalid argument: timeoutInMillis');
    // Asking again with the same object changes nothing. Another Lock object of the same execution is a stranger.
    if (this.hasLock()) return true;
    const isHeld = () => (this.holders.get(this.key)?.executionId ?? this.execution.id) !== this.execution.id;
    const mustWait = timeoutMs > 0 && this.execution.learn('held', isHeld);
    const hasWaited = mustWait && this.execution.putOff(() => !isHeld(), timeoutMs);
    return this.execution.remote('Lock.tryLock', () => {
      const holder = this.holders.get(this.key);
      if (holder) {
        if (!hasWaited) this.execution.wait(timeoutMs);
        return false;
      }
      this.holders.set(this.key, { executionId: this.execution.id, lockId: this.id });
      this.execution.atEnd.push(() => this.release());
      return true;
    });
  }

  waitLock(timeoutMs: number): void {
    if (!this.tryLock(timeoutMs)) {
      throw new GoogleError(
        'UNAVAILABLE',
        'Lock timeout: another process was holding the lock for too long.',
      );
    }
  }

  releaseLock(): void {
    this.execution.remote('Lock.releaseLock', () => this.release());
  }

  hasLock(): boolean {
    return this.execution.learn('mine', () => this.isMine);
  }

  private get isMine(): boolean {
    return this.holders.get(this.key)?.lockId === this.id;
  }

  private release(): void {
    if (this.isMine) this.holders.delete(this.key);
  }
}

export class LockService extends ServiceObject {
  static override readonly serviceName = 'LockService';
  static override readonly signatures = { getScriptLock: [''], getUserLock: [''], getDocumentLock: [''] };

  constructor(private readonly execution: Execution) {
    super();
  }

  getScriptLock(): Lock {
    return new Lock(this.execution, `script ${this.execution.options.scriptId}`);
  }

  getUserLock(): Lock {
    return new Lock(this.execution, `user ${this.execution.options.scriptId} ${this.execution.user}`);
  }

  /** Null outside a container. */
  getDocumentLock(): Lock | null {
    const { containerId } = this.execution.options;
    return containerId ? new Lock(this.execution, `document ${containerId}`) : null;
  }
}
