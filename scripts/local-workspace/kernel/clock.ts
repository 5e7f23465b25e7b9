// The Workspace's clock: stands still until moved, or follows the computer's own clock at a chosen distance.

import type { Store, Table } from './store.ts';

/** Milliseconds since 1970-01-01 UTC, as everywhere in the local Workspace. */
export type Time = number;

interface ClockState {
  /** The time shown when standing still; with `follow`, the distance to the computer's clock. */
  readonly value: number;
}

export class Clock {
  private readonly state: Table<ClockState>;

  constructor(
    store: Store,
    start: Time,
    private readonly follow: boolean,
  ) {
    this.state = store.table<ClockState>('clock');
    if (!this.state.has('clock')) this.state.set('clock', { value: follow ? start - Date.now() : start });
  }

  now(): Time {
    const { value } = this.state.get('clock') as ClockState;
    return this.follow ? Date.now() + value : value;
  }

  /** Lets modelled time pass. */
  tick(ms: number): void {
    const { value } = this.state.get('clock') as ClockState;
    this.state.set('clock', { value: value + ms });
  }

  /** Moves forward to a moment; a moment in the past changes nothing, because time does not go back. */
  moveTo(time: Time): void {
    const distance = time - this.now();
    if (distance > 0) this.tick(distance);
  }
}

/** Reads an ISO 8601 duration of weeks, days, hours, minutes and seconds, such as `P1D` or `PT90M`. */
export function parseDuration(text: string): number {
  const match = /^P(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/.exec(text);
  if (!match || match.slice(1).every((part) => part === undefined)) {
    throw new Error(`"${text}" is not a duration such as P1D, P1W or PT90M`);
  }
  const [weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = match
    .slice(1)
    .map((part) => Number(part ?? 0));
  return ((((weeks * 7 + days) * 24 + hours) * 60 + minutes) * 60 + seconds) * 1000;
}
