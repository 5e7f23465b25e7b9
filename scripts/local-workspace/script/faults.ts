// Fault switches: make a chosen remote call fail, be the last one, or be the point where something else happens.

import { GoogleError } from '../kernel/errors.ts';
import type { CallHook, Execution, RemoteCall } from './execution.ts';

export interface Fault {
  /** Which call: its name or a pattern; every call when left out. */
  readonly method?: string | RegExp;
  /** Only in executions of this function. */
  readonly functionName?: string;
  /** The how-manieth fitting call, counted from 1; the first when left out. */
  readonly nth?: number;
  /** Before its effect, or after it took place. */
  readonly when: 'before' | 'after';
  /** `fail`: the call throws; `kill`: the execution ends there; `run`: something else happens there, then it goes on, unless that throws. */
  readonly effect:
    | { readonly fail: GoogleError | string }
    | { readonly kill: true }
    | { readonly run: (execution: Execution, call: RemoteCall) => void };
  /** Strike at every fitting call from the nth on, not only once. */
  readonly always?: boolean;
}

/** Faults that wait for their call. Each strikes once, unless it is `always`. */
export class Faults implements CallHook {
  private waiting: { fault: Fault; seen: number }[] = [];

  add(fault: Fault): void {
    this.waiting.push({ fault, seen: 0 });
  }

  clear(): void {
    this.waiting = [];
  }

  /** Faults that have not struck yet; a test that planned one can see that it did. */
  get pending(): number {
    return this.waiting.filter(({ fault }) => !fault.always).length;
  }

  before(call: RemoteCall, execution: Execution): void {
    for (const entry of [...this.waiting]) {
      if (fits(entry.fault, call, execution)) {
        entry.seen++;
        if (entry.fault.when === 'before') this.strike(entry, call, execution);
      }
    }
  }

  after(call: RemoteCall, execution: Execution): void {
    for (const entry of [...this.waiting]) {
      if (entry.fault.when === 'after' && fits(entry.fault, call, execution))
        this.strike(entry, call, execution);
    }
  }

  private strike(entry: { fault: Fault; seen: number }, call: RemoteCall, execution: Execution): void {
    const { fault, seen } = entry;
    const nth = fault.nth ?? 1;
    if (fault.always ? seen < nth : seen !== nth) return;
    if (!fault.always) this.waiting = this.waiting.filter((other) => other !== entry);
    const { effect } = fault;
    if ('kill' in effect) execution.kill();
    else if ('run' in effect) effect.run(execution, call);
    else throw typeof effect.fail === 'string' ? new GoogleError('INTERNAL', effect.fail) : effect.fail;
  }
}

function fits(fault: Fault, call: RemoteCall, execution: Execution): boolean {
  if (fault.functionName && fault.functionName !== execution.options.functionName) return false;
  if (fault.method === undefined) return true;
  return typeof fault.method === 'string' ? fault.method === call.method : fault.method.test(call.method);
}
