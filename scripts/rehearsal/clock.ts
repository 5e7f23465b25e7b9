// Moves the clock of a rehearsed desk, and spares it the runs of every ten minutes that find nothing to do.

import { localTime } from '../../src/domain/calendar.ts';
import { ranRow, remember } from '../../src/registers/state.ts';
import { deliverTheFirst } from '../demonstration/prepare.ts';
import type { ExecutionRecord } from '../local-workspace/index.ts';
import { columnOf, entriesOf, gridOf, type RehearsedDesk, saveTable, tableOf } from './rehearsed-desk.ts';

const MINUTE = 60_000;
const TEN = 10 * MINUTE;
/** What waits for room in the budget is looked at so often. */
const WAITING = 60 * MINUTE;
/** With nothing in line, once a day is enough, for what the runs of the day may have left to it. */
const RESTING = 24 * 60 * MINUTE;

/** Without a change in these, the run has nothing to do: all that it looks after is about people and versions. */
const LOOKED_AFTER = ['members', 'acceptances', 'optOuts', 'codeVersions', 'agreements', 'mailbox'] as const;

/**
 * A run that finds nothing changes nothing but the note that it came, so most of the 144 of a day are left out: the
 * next one comes ten minutes after a run that left something in line, and otherwise once a day. When nothing has changed
 * in the registers that it looks after, the note alone is written in its place, because the night tells staff when it
 * does not come any more. All other runs are real ones, each in its time.
 */
export class RehearsalClock {
  private readonly trigger: string;
  private readonly phase: number;
  private waits: boolean;
  /** What it left in the registers that it looks after. */
  private left: readonly unknown[] = [];

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
      if (this.wouldOnlyNote(next)) this.noteInItsPlace(next);
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
    if (isTheRun) this.left = this.lookedAfter();
    if (!this.waits) {
      if (isTheRun) this.comeAfter(RESTING);
    } else this.comeAfter(isTheRun && !hasSent ? WAITING : TEN);
  }

  private wouldOnlyNote(next: number): boolean {
    if (this.waits || this.desk.workspace.triggers.get(this.trigger)?.nextAt !== next) return false;
    const now = this.lookedAfter();
    return now.every((grid, place) => grid === this.left[place]);
  }

  private noteInItsPlace(at: number): void {
    this.desk.workspace.triggers.setNext(this.trigger, at + RESTING);
    const state = tableOf(this.desk, 'state');
    remember(state, ranRow('ten minutes'), localTime(at));
    saveTable(this.desk, state);
  }

  private lookedAfter(): readonly unknown[] {
    return LOOKED_AFTER.map((name) => gridOf(this.desk, name));
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
