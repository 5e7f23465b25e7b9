// Google's daily and per-minute allowances, counted per account (apps-script-facts, sections 0 and 1).

import type { Clock, Time } from './clock.ts';
import { tooOften } from './errors.ts';
import type { Store, Table } from './store.ts';

const DAY = 24 * 60 * 60 * 1000;
const MINUTE = 60 * 1000;

/** Allowances with their window; a daily window opens at the first use, not at midnight. */
const ALLOWANCES = {
  'mail recipients': { window: DAY, workspace: 1500, consumer: 100 },
  'mail reading': { window: DAY, workspace: 50_000, consumer: 20_000 },
  'properties use': { window: DAY, workspace: 500_000, consumer: 50_000 },
  'trigger runtime ms': { window: DAY, workspace: 6 * 60 * MINUTE, consumer: 90 * MINUTE },
  'spreadsheets created': { window: DAY, workspace: 3200, consumer: 250 },
  'documents created': { window: DAY, workspace: 1500, consumer: 250 },
  'sheets reads': { window: MINUTE, workspace: 60, consumer: 60 },
  'sheets writes': { window: MINUTE, workspace: 60, consumer: 60 },
  'docs reads': { window: MINUTE, workspace: 300, consumer: 300 },
  'docs writes': { window: MINUTE, workspace: 60, consumer: 60 },
} as const;

export type Allowance = keyof typeof ALLOWANCES;

interface Use {
  readonly since: Time;
  readonly used: number;
}

export class Quotas {
  private readonly uses: Table<Use>;

  constructor(
    store: Store,
    private readonly clock: Clock,
    readonly edition: 'workspace' | 'consumer',
  ) {
    this.uses = store.table<Use>('quotas');
  }

  limit(allowance: Allowance): number {
    return ALLOWANCES[allowance][this.edition];
  }

  used(account: string, allowance: Allowance): number {
    const use = this.uses.get(`${account}|${allowance}`);
    return use && this.clock.now() - use.since < ALLOWANCES[allowance].window ? use.used : 0;
  }

  left(account: string, allowance: Allowance): number {
    return Math.max(0, this.limit(allowance) - this.used(account, allowance));
  }

  /** Takes `amount`, or throws the given text and takes nothing when that much is not left. */
  take(account: string, allowance: Allowance, amount: number, text: string): void {
    if (amount > this.left(account, allowance)) throw tooOften(text);
    this.add(account, allowance, amount);
  }

  /** Counts a use that cannot be refused any more, such as run time that has already passed. */
  add(account: string, allowance: Allowance, amount: number): void {
    const key = `${account}|${allowance}`;
    const used = this.used(account, allowance);
    const since = used > 0 ? (this.uses.get(key) as Use).since : this.clock.now();
    this.uses.set(key, { since, used: used + amount });
  }

  /** All allowances of an account, for the page. */
  report(account: string): { allowance: Allowance; used: number; limit: number }[] {
    return (Object.keys(ALLOWANCES) as Allowance[]).map((allowance) => ({
      allowance,
      used: this.used(account, allowance),
      limit: this.limit(allowance),
    }));
  }
}
