// Lets triggers run between requests: one event at a time, after the answers, so that a crowd of requests stays quick.

import type { ExecutionRecord, Workspace } from '../index.ts';
import type { Time } from '../kernel/clock.ts';

/** What a move of the clock did. */
export interface Move {
  readonly runs: number;
  readonly failed: number;
  /** Somebody stopped it on the way. */
  readonly stopped: boolean;
}

/** How long the loop may work before it lets requests in. */
const SLICE_MS = 40;
/** How long triggers wait at most while requests keep coming. */
const PATIENCE_MS = 1500;

export class Turns {
  /** The moment that the clock is moving to, while it does. */
  target: Time | undefined;
  private stopping = false;
  private due = false;
  private closed = false;
  private requests = 0;
  private readonly timer: NodeJS.Timeout;

  constructor(
    private readonly workspace: Workspace,
    /** Called every second, and when the clock moves. */
    private readonly onTick: () => void,
  ) {
    this.timer = setInterval(() => {
      this.soon();
      this.onTick();
    }, 1000);
    this.timer.unref();
  }

  /** Counts a request while it is being answered. */
  async during<T>(answer: () => Promise<T>): Promise<T> {
    this.requests++;
    try {
      return await answer();
    } finally {
      this.requests--;
    }
  }

  /** Writes what changed to disk, and has the triggers that wait run after the answer. */
  commit(): void {
    this.workspace.kernel.store.commit();
    this.soon();
  }

  /** Has everything that is due run, after the answers that are on their way. */
  soon(): void {
    if (this.due || this.closed || this.target !== undefined) return;
    this.due = true;
    setImmediate(() => this.deliver(Date.now()));
  }

  private deliver(since: number): void {
    if (this.closed) return;
    if (this.requests > 0 && Date.now() - since < PATIENCE_MS) {
      setTimeout(() => this.deliver(since), 5);
      return;
    }
    if (this.target === undefined && this.step(this.workspace.now())) setImmediate(() => this.deliver(since));
    else this.due = false;
  }

  /**
   * Moves the clock and runs what falls due on the way, letting requests in between.
   * @throws when the clock is moving already
   */
  async moveTo(target: Time): Promise<Move> {
    if (this.target !== undefined) throw new Error('The clock is already moving.');
    this.target = target;
    this.stopping = false;
    let runs = 0;
    let failed = 0;
    try {
      let rested = Date.now();
      for (;;) {
        const records = this.step(target);
        if (!records || this.closed || this.stopping) break;
        runs += records.length;
        failed += records.filter((record) => record.status !== 'Completed').length;
        if (Date.now() - rested > SLICE_MS) {
          this.onTick();
          await new Promise(setImmediate);
          rested = Date.now();
        }
      }
      if (!this.closed && !this.stopping) this.workspace.advanceTo(target);
      return { runs, failed, stopped: this.stopping };
    } finally {
      this.target = undefined;
      this.onTick();
    }
  }

  /** Leaves the clock where it is on its way. */
  stop(): void {
    this.stopping = this.target !== undefined;
  }

  close(): void {
    this.closed = true;
    clearInterval(this.timer);
  }

  /** Runs the next thing that is due by `limit`; undefined when there is none. */
  private step(limit: Time): readonly ExecutionRecord[] | undefined {
    const { triggers, kernel } = this.workspace;
    const next = triggers.nextDue();
    if (next === undefined || next > limit) return undefined;
    try {
      const [waiting] = triggers.pending();
      if (!waiting || waiting.dueAt > next) {
        const records = this.workspace.advanceTo(next);
        // Without progress another round would find the same trigger again.
        return records.length === 0 && triggers.nextDue() === next ? undefined : records;
      }
      kernel.clock.moveTo(next);
      const record = this.workspace.deliver(waiting);
      return record ? [record] : [];
    } catch (error) {
      console.error('A trigger could not be delivered:', error);
      return undefined;
    }
  }
}
