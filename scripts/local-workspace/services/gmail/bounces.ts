// Addresses that cannot be reached, and the delivery failures that their senders find in the inbox some minutes later.

import type { Time } from '../../kernel/clock.ts';
import type { Kernel } from '../../kernel/kernel.ts';
import { normalAddress } from './addresses.ts';
import { type BounceFacts, bounceMail, type RefusalKind } from './bounce-mail.ts';
import { mailDate } from './delivery.ts';
import type { Mailboxes, MessageRecord } from './mailboxes.ts';
import { rawHeader, readHeaders } from './mime.ts';

export type { RefusalKind } from './bounce-mail.ts';

/** A delivery failure on its way to the sender. */
interface PendingBounce {
  readonly id: string;
  readonly dueAt: Time;
  /** The mailbox of the sender and the message there that was not delivered. */
  readonly sender: string;
  readonly messageId: string;
  readonly recipient: string;
  readonly kind: RefusalKind;
  readonly sentAt: Time;
}

const MINUTE = 60_000;

export class Bounces {
  constructor(
    private readonly kernel: Kernel,
    private readonly mailboxes: Mailboxes,
  ) {}

  private get refused() {
    return this.kernel.store.table<RefusalKind>('mail refusals');
  }
  private get pending() {
    return this.kernel.store.table<PendingBounce>('mail bounces');
  }

  /** Mail to this address fails from now on. */
  refuse(address: string, kind: RefusalKind): void {
    this.refused.set(normalAddress(address), kind);
    this.kernel.changed('mail');
  }

  /** The address can be reached again. What is already on its way still arrives. */
  accept(address: string): void {
    this.refused.delete(normalAddress(address));
    this.kernel.changed('mail');
  }

  refusal(address: string): RefusalKind | undefined {
    return this.refused.get(normalAddress(address));
  }

  /** Every address that cannot be reached. */
  refusals(): { address: string; kind: RefusalKind }[] {
    return this.refused
      .keys()
      .map((address) => ({ address, kind: this.refused.get(address) as RefusalKind }));
  }

  /** The sender of a mail will hear in one to five minutes that a recipient was not reached. */
  expect(sent: MessageRecord, sender: string, recipient: string, kind: RefusalKind): void {
    const { random, clock } = this.kernel;
    const now = clock.now();
    const bounce: PendingBounce = {
      id: random.hex(12),
      dueAt: now + MINUTE + random.integer(4 * 60) * 1000,
      sender,
      messageId: sent.id,
      recipient,
      kind,
      sentAt: now,
    };
    this.pending.set(bounce.id, bounce);
  }

  /** When the next delivery failure is due to arrive. */
  nextDue(): Time | undefined {
    const times = this.pending.values().map(({ dueAt }) => dueAt);
    return times.length > 0 ? Math.min(...times) : undefined;
  }

  /** Lets everything arrive that is due now, in order. */
  arrive(): void {
    const due = this.pending.values().filter(({ dueAt }) => dueAt <= this.kernel.clock.now());
    for (const bounce of due.sort((a, b) => a.dueAt - b.dueAt)) {
      this.deliver(bounce);
      this.pending.delete(bounce.id);
    }
    if (due.length > 0) this.kernel.changed('mail');
  }

  private deliver(bounce: PendingBounce): void {
    const { sender, recipient, kind, sentAt } = bounce;
    const { random, clock } = this.kernel;
    const original = this.mailboxes.get(sender, bounce.messageId);
    const source = this.mailboxes.sharedRaw(original);
    const { headers } = readHeaders(source);
    const facts: BounceFacts = {
      sender,
      recipient,
      kind,
      original: source,
      originalId: rawHeader(headers, 'Message-ID') ?? '',
      id: `${random.hex(8)}.${random.hex(8)}.${random.hex(5)}.${random.hex(4)}.GMR@mx.google.com`,
      boundary: `000000000000${random.hex(16)}`,
      sentAt: mailDate(new Date(sentAt)),
      date: mailDate(new Date(clock.now())),
    };
    this.mailboxes.add({
      mailbox: sender,
      sourceId: this.mailboxes.addSource(bounceMail(facts)),
      labelIds: ['UNREAD', 'INBOX'],
      joins: original.threadId,
    });
  }
}
