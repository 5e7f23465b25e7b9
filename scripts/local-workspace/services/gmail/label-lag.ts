// How late lists and searches learn of a change of labels: on Google a moment after the message itself shows it.

import type { Kernel } from '../../kernel/kernel.ts';

/** Labels as they were before a change, and how long lists still go by them. */
interface Earlier {
  readonly labelIds: readonly string[];
  readonly until: number;
}

interface Labelled {
  readonly id: string;
  readonly labelIds: readonly string[];
}

/**
 * Google says nowhere how long this takes; seen were about a second, and now and then much more. Here it is switched
 * off until somebody sets the seconds.
 */
export class LabelLag {
  constructor(private readonly kernel: Kernel) {}

  private get earlier() {
    return this.kernel.store.table<readonly Earlier[]>('mail earlier labels');
  }
  private get settings() {
    return this.kernel.store.table<number>('mail lag');
  }

  get seconds(): number {
    return this.settings.get('seconds') ?? 0;
  }
  set seconds(seconds: number) {
    if (!(seconds >= 0)) throw new RangeError(`${seconds} is no number of seconds`);
    this.settings.set('seconds', seconds);
  }

  /** The labels of this message are about to change. */
  changing(mailbox: string, message: Labelled): void {
    if (this.seconds === 0) return;
    const now = this.kernel.clock.now();
    const waiting = this.waiting(mailbox, message.id, now);
    const until = now + this.seconds * 1000;
    this.earlier.set(`${mailbox}/${message.id}`, [...waiting, { labelIds: message.labelIds, until }]);
  }

  /** Whether lists may go by the labels of before anywhere. */
  get mayLag(): boolean {
    return this.earlier.size > 0;
  }

  /** The labels that lists and searches go by at this moment. */
  listed(mailbox: string, message: Labelled): readonly string[] {
    const [oldest] = this.waiting(mailbox, message.id, this.kernel.clock.now());
    return oldest?.labelIds ?? message.labelIds;
  }

  private waiting(mailbox: string, id: string, now: number): readonly Earlier[] {
    return (this.earlier.get(`${mailbox}/${id}`) ?? []).filter(({ until }) => until > now);
  }
}
