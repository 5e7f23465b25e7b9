// The list of REST calls that the page shows: what was called, by whom and with which result, never a content.

import type { Time } from '../kernel/clock.ts';
import type { Kernel } from '../kernel/kernel.ts';

export interface RestCall {
  readonly at: Time;
  /** `sheets.spreadsheets.get`, or the HTTP method alone when the address is unknown. */
  readonly method: string;
  readonly caller: string;
  /** HTTP status of the answer. */
  readonly status: number;
  readonly requestBytes: number;
  readonly responseBytes: number;
}

const KEPT = 1000;

export class CallLog {
  constructor(private readonly kernel: Kernel) {}

  private get list() {
    return this.kernel.store.list<RestCall>('restCalls');
  }

  add(call: RestCall): void {
    this.list.push(call);
    // Cut back seldom: cutting at the front writes the whole list anew.
    if (this.list.length >= 2 * KEPT) this.list.splice(0, this.list.length - KEPT);
  }

  /** Oldest first. */
  all(): readonly RestCall[] {
    return this.list.all();
  }
}
