// Moves the clock of a rehearsed desk, and spares it the runs of every ten minutes that find nothing to do.

import { deliverTheFirst } from '../demonstration/prepare.ts';
import type { ExecutionRecord } from '../local-workspace/index.ts';
import { columnOf, entriesOf, type RehearsedDesk } from './rehearsed-desk.ts';

const MINUTE = 60_000;
const TEN = 10 * MINUTE;
/** What waits for room in the budget is looked at so often. */
const WAITING = 60 * MINUTE;
/** With nothing in line, once a day is enough for the night, which tells staff when this run does not come any more. */
const RESTING = 24 * 60 * MINUTE;

/**
 * A run that finds nothing changes nothing but the note that it came, so most of the 144 of a day are left out: the
 * next one comes ten minutes after a run that left something in line. All others are real runs, each in its time.
 */
export class RehearsalClock {
  private readonly trigger: string;
  private readonly phase: number;
  private waits: boolean;

  constructor(private readonly desk: RehearsedDesk) {
    const found = desk.workspace.triggers.all().find(({ handler }) => handler === 'everyTenMinutes');
    if (!found)
      throw new Error('The desk has no trigger that runs every ten minutes. Please set it up first.');
    this.trigger = found.id;
    this.phase = (found.nextAt ?? desk.workspace.now()) % TEN;
    this.waits = this.somethingWaits();
    this.comeAfter(TEN);
  }

  /** Moves to a moment, milliseconds since 1970; all that falls due on the way runs. */
  advanceTo(moment: number): void {
    const { workspace } = this.desk;
    for (;;) {
      const next = workspace.triggers.nextDue();
      if (next === undefined || next > moment) break;
      for (const record of workspace.advanceTo(next)) this.pace(record);
    }
    workspace.advanceTo(moment);
  }

  /** What has come in is taken up at once, all together. */
  takeUp(): void {
    for (const record of deliverTheFirst(this.desk.workspace)) this.pace(record);
  }

  private pace({ functionName, calls }: ExecutionRecord): void {
    const isTheRun = functionName === 'everyTenMinutes';
    const hasSent = calls.some(({ method }) => method === 'Gmail.Users.Messages.send');
    if (calls.some(({ method }) => method.endsWith('batchUpdate'))) this.waits = this.somethingWaits();
    if (!this.waits) {
      if (isTheRun) this.comeAfter(RESTING);
    } else this.comeAfter(isTheRun && !hasSent ? WAITING : TEN);
  }

  /** At the same minutes as if all of them came. */
  private comeAfter(ms: number): void {
    const { workspace } = this.desk;
    const now = workspace.now();
    const first = now - (now % TEN) + this.phase;
    workspace.triggers.setNext(this.trigger, first + ms - (first > now ? TEN : 0));
  }

  private somethingWaits(): boolean {
    const more = entriesOf(this.desk, 'state').some(
      ({ name, value }) => name === 'More to ask' && value === 'yes',
    );
    return (
      more ||
      columnOf(this.desk, 'mailLog', 'state').some((state) => state === 'Queued' || state === 'Sending')
    );
  }
}
