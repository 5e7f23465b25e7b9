// Starts what falls due, in its order: events for triggers, clock triggers, and delivery failures of mail.

import type { Time } from '../kernel/clock.ts';
import type { Kernel } from '../kernel/kernel.ts';
import { eventObject } from './events.ts';
import type { Execution, ExecutionRecord } from './execution.ts';
import type { Runner } from './runner.ts';
import { nextDue } from './schedule.ts';
import type { PendingEvent, TriggerRecord, Triggers } from './triggers.ts';

/** Mails that come back. */
interface Bounces {
  nextDue(): Time | undefined;
  arrive(): void;
}

type Ended = (record: ExecutionRecord) => void;

export class Dispatcher {
  /**
   * Whether what falls due while an execution is under way starts beside it, after its present remote call, as it does
   * on Google. Otherwise one execution comes after the other, which is easier to tell stories about.
   */
  overlapping = false;
  /** Where the records go of what `runUntil` has started. */
  private records: ExecutionRecord[] = [];

  constructor(
    private readonly kernel: Kernel,
    private readonly triggers: Triggers,
    private readonly runner: Runner,
    private readonly bounces: Bounces,
    private readonly engines: Parameters<typeof eventObject>[3],
  ) {
    runner.hooks.add({ after: () => this.startBeside() });
  }

  /** Moves the clock to what is due until then, one after the other; gives the executions that ended, in that order. */
  runUntil(target: Time): ExecutionRecord[] {
    const around = this.records;
    const records: ExecutionRecord[] = [];
    this.records = records;
    try {
      while (this.startNext(target));
    } finally {
      this.records = around;
    }
    return records;
  }

  private startBeside(): void {
    if (!this.overlapping) return;
    while (this.startNext(this.kernel.clock.now()));
  }

  /** Starts the first that is due until then, or lets a mail come back; false when there is nothing. */
  private startNext(target: Time): boolean {
    const next = this.triggers.nextDue();
    const mail = this.bounces.nextDue();
    if (mail !== undefined && mail <= target && (next === undefined || mail <= next)) {
      this.kernel.clock.moveTo(mail);
      this.bounces.arrive();
      this.kernel.store.commit();
      return true;
    }
    if (next === undefined || next > target) return false;
    this.kernel.clock.moveTo(next);
    const [waiting] = this.triggers.pending();
    if (waiting && waiting.dueAt <= next) {
      this.deliver(waiting, (record) => this.records.push(record));
      return true;
    }
    const trigger = this.triggers
      .all()
      .find(({ nextAt, disabled }) => nextAt === next && !disabled) as TriggerRecord;
    if (trigger.source.kind !== 'clock') return false;
    this.triggers.setNext(trigger.id, nextDue(trigger.source.schedule, next));
    this.triggers.deliverLater(trigger.id, next);
    return true;
  }

  /**
   * Delivers one waiting event now, whatever its time. It leaves the queue when its execution has ended. Gives no record
   * when the execution is put off, because it waits for a lock that one around it holds.
   */
  deliver(pending: PendingEvent, ended?: Ended): ExecutionRecord | undefined {
    const trigger = this.triggers.get(pending.triggerId);
    const leave = () => {
      this.triggers.delivered(pending.id);
      this.kernel.store.commit();
    };
    if (!trigger || trigger.disabled) {
      leave();
      return undefined;
    }
    this.triggers.begin(pending.id);
    return this.fire(trigger, pending, (record) => {
      leave();
      ended?.(record);
    });
  }

  private fire(trigger: TriggerRecord, pending: PendingEvent, ended: Ended): ExecutionRecord | undefined {
    return this.runner.run({
      scriptId: trigger.scriptId,
      functionName: trigger.handler,
      kind: trigger.source.kind === 'sheet form submit' ? 'form submit' : trigger.source.kind,
      user: trigger.owner,
      args: (execution: Execution) => [eventObject(execution, trigger, pending, this.engines)],
      ended,
    })?.record;
  }
}
