// Moves the clock of a rehearsed desk, and spares it runs that would find nothing to do.

import { localTime } from '../../src/domain/calendar.ts';
import type { RegisterName } from '../../src/registers/registers.ts';
import { ranRow, remember, type Work } from '../../src/registers/state.ts';
import { deliverTheFirst } from '../demonstration/prepare.ts';
import type { ExecutionRecord } from '../local-workspace/index.ts';
import { nextDue } from '../local-workspace/script/schedule.ts';
import { columnOf, entriesOf, gridOf, type RehearsedDesk, saveTable, tableOf } from './rehearsed-desk.ts';

const MINUTE = 60_000;
const TEN = 10 * MINUTE;
/** What waits for room in the budget is looked at so often. */
const WAITING = 60 * MINUTE;
/** With nothing in line, once a day is enough, for what the runs of the day may have left to it. */
const RESTING = 24 * 60 * MINUTE;

/** Without a change in these, the run of every ten minutes has nothing to do: all that it looks after is in them. */
const BY_TEN_MINUTES = [
  'members',
  'acceptances',
  'optOuts',
  'codeVersions',
  'agreements',
  'mailbox',
] as const;

/**
 * Without a change in these, the night has nothing to do but what the morning does too: no event of a form is lost in a
 * rehearsal, and nobody touches forms, texts and rows.
 */
const BY_NIGHT = ['settings', 'codeVersions', 'optOuts', 'agreements', 'mailbox', 'takedowns'] as const;
/** All the same, one night in so many is lived through. */
const NIGHTS = 7;

/**
 * A run of every ten minutes that finds nothing changes nothing but the note that it came, so most of the 144 of a day
 * are left out: the next one comes ten minutes after a run that left something in line, and otherwise once a day. When
 * nothing has changed in the registers that it looks after, the note alone is written in its place, because the night
 * tells staff when it does not come any more. So it is with a night after which the morning does the same. All other
 * runs are real ones, each in its time.
 */
export class RehearsalClock {
  private readonly often: string;
  private readonly night: string;
  private readonly phase: number;
  private waits: boolean;
  /** What the last run left in the registers that it looks after. */
  private leftByTenMinutes: readonly unknown[] = [];
  private leftByNight: readonly unknown[] = [];
  private nightsSpared = 0;

  constructor(private readonly desk: RehearsedDesk) {
    const { triggers } = desk.workspace;
    const found = (handler: string) => triggers.all().find((trigger) => trigger.handler === handler);
    const [often, night] = [found('everyTenMinutes'), found('everyNight')];
    if (!often || !night)
      throw new Error('The desk has no triggers that run by the clock. Please set it up first.');
    this.often = often.id;
    this.night = night.id;
    this.phase = (often.nextAt ?? desk.workspace.now()) % TEN;
    this.waits = this.somethingWaits();
    this.comeAfter(TEN);
  }

  /** Moves to a moment, milliseconds since 1970; all that falls due on the way runs. */
  advanceTo(moment: number): void {
    const { workspace } = this.desk;
    for (;;) {
      const next = workspace.triggers.nextDue();
      if (next === undefined || next > moment) break;
      if (this.wouldOnlyNote(next)) this.noteTenMinutes(next);
      else if (this.isSpared(next)) this.spareNight(next);
      for (const record of workspace.advanceTo(next)) this.pace(record);
    }
    workspace.advanceTo(moment);
  }

  /** What has come in is taken up at once, all together. */
  takeUp(): void {
    for (const record of deliverTheFirst(this.desk.workspace)) this.pace(record);
  }

  private pace({ functionName, calls }: ExecutionRecord): void {
    if (functionName === 'everyNight') this.hasLived();
    const isTheRun = functionName === 'everyTenMinutes';
    const hasSent = calls.some(({ method }) => method === 'Gmail.Users.Messages.send');
    if (calls.some(({ method }) => method.endsWith('batchUpdate'))) this.waits = this.somethingWaits();
    if (isTheRun) this.leftByTenMinutes = this.gridsOf(BY_TEN_MINUTES);
    if (!this.waits) {
      if (isTheRun) this.comeAfter(RESTING);
    } else this.comeAfter(isTheRun && !hasSent ? WAITING : TEN);
  }

  private hasLived(): void {
    this.leftByNight = this.gridsOf(BY_NIGHT);
    this.nightsSpared = 0;
  }

  private wouldOnlyNote(next: number): boolean {
    if (this.waits || !this.comes(this.often, next)) return false;
    return isSame(this.gridsOf(BY_TEN_MINUTES), this.leftByTenMinutes);
  }

  private noteTenMinutes(at: number): void {
    this.desk.workspace.triggers.setNext(this.often, at + RESTING);
    this.note('ten minutes', at);
  }

  private isSpared(next: number): boolean {
    if (!this.comes(this.night, next) || this.nightsSpared === NIGHTS - 1) return false;
    return isSame(this.gridsOf(BY_NIGHT), this.leftByNight);
  }

  private spareNight(at: number): void {
    const { triggers } = this.desk.workspace;
    const source = triggers.get(this.night)?.source;
    triggers.setNext(this.night, source?.kind === 'clock' ? nextDue(source.schedule, at) : undefined);
    this.nightsSpared++;
    this.note('night', at);
  }

  private comes(trigger: string, at: number): boolean {
    return this.desk.workspace.triggers.get(trigger)?.nextAt === at;
  }

  private note(work: Work, at: number): void {
    const state = tableOf(this.desk, 'state');
    remember(state, ranRow(work), localTime(at));
    saveTable(this.desk, state);
  }

  private gridsOf(names: readonly RegisterName[]): readonly unknown[] {
    return names.map((name) => gridOf(this.desk, name));
  }

  /** At the same minutes as if all of them came. */
  private comeAfter(ms: number): void {
    const { workspace } = this.desk;
    const now = workspace.now();
    const first = now - (now % TEN) + this.phase;
    workspace.triggers.setNext(this.often, first + ms - (first > now ? TEN : 0));
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

/** A grid that nobody has changed is the same list as before. */
const isSame = (now: readonly unknown[], before: readonly unknown[]): boolean =>
  now.length === before.length && now.every((grid, place) => grid === before[place]);
