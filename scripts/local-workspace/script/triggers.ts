// Installable triggers and the queue of events that wait to be delivered.

import type { Time } from '../kernel/clock.ts';
import { GoogleError } from '../kernel/errors.ts';
import type { Kernel, WorkspaceEvent } from '../kernel/kernel.ts';
import { firstDue, type Schedule } from './schedule.ts';

export type TriggerSource =
  | { readonly kind: 'form submit'; readonly formId: string }
  | { readonly kind: 'sheet form submit' | 'edit' | 'change' | 'open'; readonly spreadsheetId: string }
  | { readonly kind: 'clock'; readonly schedule: Schedule };

export interface TriggerRecord {
  readonly id: string;
  readonly scriptId: string;
  readonly handler: string;
  /** The account that made it, and with whose rights it runs. */
  readonly owner: string;
  readonly source: TriggerSource;
  /** Clock triggers: when it fires next; undefined once a one-time trigger has fired. */
  readonly nextAt?: Time;
  readonly disabled?: boolean;
}

/** An event that has not been delivered, or whose execution has not ended. */
export interface PendingEvent {
  readonly id: string;
  readonly dueAt: Time;
  readonly triggerId: string;
  readonly event?: WorkspaceEvent;
  /** Delivered without its response, as Google sometimes does. */
  readonly blank?: true;
}

const TRIGGERS_PER_USER = 20;

export class Triggers {
  /** Events whose execution has begun. They stay in the queue, on disk, until it has ended. */
  private readonly begun = new Set<string>();

  constructor(private readonly kernel: Kernel) {
    kernel.onEvent((event) => this.enqueue(event));
  }

  private get table() {
    return this.kernel.store.table<TriggerRecord>('triggers');
  }

  private get queue() {
    return this.kernel.store.table<PendingEvent>('pending events');
  }

  all(): TriggerRecord[] {
    return this.table.values();
  }

  get(id: string): TriggerRecord | undefined {
    return this.table.get(id);
  }

  /** What `getProjectTriggers` gives: the triggers of that account alone. */
  of(scriptId: string, owner: string): TriggerRecord[] {
    return this.all().filter((trigger) => trigger.scriptId === scriptId && trigger.owner === owner);
  }

  create(scriptId: string, handler: string, owner: string, source: TriggerSource): TriggerRecord {
    if (this.of(scriptId, owner).length >= TRIGGERS_PER_USER) {
      throw new GoogleError(
        'RESOURCE_EXHAUSTED',
        'This script has too many triggers. Triggers must be deleted from the script before more can be added.',
      );
    }
    const id = String(1_000_000_000_000 + this.kernel.random.integer(9_000_000_000_000));
    const nextAt =
      source.kind === 'clock'
        ? firstDue(source.schedule, this.kernel.clock.now(), this.kernel.random.next())
        : undefined;
    const trigger: TriggerRecord = {
      id,
      scriptId,
      handler,
      owner,
      source,
      ...(nextAt === undefined ? {} : { nextAt }),
    };
    this.table.set(id, trigger);
    this.kernel.changed('triggers');
    return trigger;
  }

  delete(id: string): void {
    this.table.delete(id);
    this.kernel.changed('triggers');
  }

  /** Switches a trigger off, as Google does "for an unknown reason", or on again. */
  setDisabled(id: string, disabled: boolean): void {
    const trigger = this.table.get(id);
    if (trigger) this.table.set(id, { ...trigger, disabled });
  }

  setNext(id: string, nextAt: Time | undefined): void {
    const trigger = this.table.get(id);
    if (!trigger) return;
    const { nextAt: _, ...rest } = trigger;
    this.table.set(id, nextAt === undefined ? rest : { ...rest, nextAt });
    this.kernel.changed('triggers');
  }

  /** Queues one delivery for every trigger that waits for this event. */
  enqueue(event: WorkspaceEvent): void {
    for (const trigger of this.all()) {
      if (!trigger.disabled && listensTo(trigger.source, event))
        this.deliverLater(trigger.id, this.kernel.clock.now(), event);
    }
  }

  deliverLater(triggerId: string, dueAt: Time, event?: WorkspaceEvent, blank?: true): PendingEvent {
    const pending: PendingEvent = {
      id: this.kernel.random.hex(12),
      dueAt,
      triggerId,
      ...(event ? { event } : {}),
      ...(blank ? { blank } : {}),
    };
    this.queue.set(pending.id, pending);
    return pending;
  }

  /** Undelivered events in the order in which they are due. */
  pending(): PendingEvent[] {
    return this.waiting.sort((a, b) => a.dueAt - b.dueAt);
  }

  private get waiting(): PendingEvent[] {
    return this.queue.values().filter(({ id }) => !this.begun.has(id));
  }

  begin(id: string): void {
    this.begun.add(id);
  }

  delivered(id: string): void {
    this.begun.delete(id);
    this.queue.delete(id);
  }

  /** When the next clock trigger or waiting event is due. */
  nextDue(): Time | undefined {
    const times = [
      ...this.all().flatMap((trigger) =>
        trigger.nextAt !== undefined && !trigger.disabled ? [trigger.nextAt] : [],
      ),
      ...this.waiting.map((pending) => pending.dueAt),
    ];
    return times.length > 0 ? Math.min(...times) : undefined;
  }
}

function listensTo(source: TriggerSource, event: WorkspaceEvent): boolean {
  switch (event.type) {
    case 'form-submit':
      return source.kind === 'form submit' && source.formId === event.formId;
    case 'edit':
    case 'change':
    case 'open':
      return source.kind === event.type && source.spreadsheetId === event.spreadsheetId;
  }
}
