// Moves the clock of a rehearsed desk, and spares it runs that would find nothing to do.

import { CASE_REGISTERS } from '../../src/registers/case-registers.ts';
import { REGISTERS } from '../../src/registers/registers.ts';
import { PROPERTY } from '../../src/workflows/config.ts';
import type { ExecutionRecord } from '../local-workspace/index.ts';
import { columnOf, entriesOf, propertiesOf, type RehearsedDesk } from './rehearsed-desk.ts';
import { SparedRun } from './spared-run.ts';

const MINUTE = 60_000;
const TEN = 10 * MINUTE;
/** What waits for room in the budget is looked at so often. */
const WAITING = 60 * MINUTE;
/** With nothing in line, once a day is enough, for what the runs of the day may have left to it. */
const RESTING = 24 * 60 * MINUTE;
/** One night in so many is lived through in any case. */
const NIGHTS = 14;

const { codeVersions, optOuts, agreements, mailbox, takedowns, settings } = REGISTERS;
const { cases, people, questions, letters, mailbox: mailOfCases, settings: caseSettings } = CASE_REGISTERS;

/**
 * A run of every ten minutes that finds nothing changes nothing but the note that it came, so most of the 144 of a day
 * are left out: the next one comes ten minutes after a run that left something in line, and otherwise once a day. When
 * nothing has changed in what it looks after, the note alone is written in its place, because the night tells staff when
 * it does not come any more. So it is with the nights, of which the morning does the rest: in a rehearsal no answer to a
 * form gets lost, and nobody touches the forms. All other runs are real ones, each in its time.
 */
export class RehearsalClock {
  private readonly often: SparedRun;
  private readonly nights: readonly SparedRun[];
  private readonly phase: number;
  private waits: boolean;
  /** The row of the Mail log, counted from 1 (the headings), before which all mails have left or were cancelled. */
  private firstToLookAt = 2;

  constructor(private readonly desk: RehearsedDesk) {
    const casesDesk = { ...desk, registersId: propertiesOf(desk)[PROPERTY.cases] ?? '' };
    const byNight = [settings, codeVersions, optOuts, agreements, mailbox, takedowns];
    const casesByNight = [caseSettings, cases, people, questions, letters, mailOfCases];
    this.often = new SparedRun(desk, 'everyTenMinutes', [codeVersions, optOuts, agreements, mailbox]);
    this.nights = [
      new SparedRun(desk, 'everyNight', byNight, NIGHTS - 1),
      new SparedRun(casesDesk, 'casesEveryNight', casesByNight, NIGHTS - 1),
    ];
    const { triggers } = desk.workspace;
    this.phase = (triggers.get(this.often.trigger)?.nextAt ?? desk.workspace.now()) % TEN;
    this.waits = this.somethingWaits();
    this.comeAfter(TEN);
  }

  /** Moves to a moment, milliseconds since 1970; all that falls due on the way runs. */
  advanceTo(moment: number): void {
    const { workspace } = this.desk;
    for (;;) {
      const next = workspace.triggers.nextDue();
      if (next === undefined || next > moment) break;
      this.spareWhatIsIdle(next);
      for (const record of workspace.advanceTo(next)) this.pace(record);
    }
    workspace.advanceTo(moment);
  }

  /** What has come in is taken up at once; of several events for one trigger, the first is enough. */
  takeUp(): void {
    const { triggers } = this.desk.workspace;
    const taken = new Set<string>();
    for (const { id, triggerId } of triggers.pending()) {
      if (taken.has(triggerId)) triggers.delivered(id);
      taken.add(triggerId);
    }
    for (const record of this.desk.workspace.settle()) this.pace(record);
  }

  /** From now on all runs come, as on any other clock. */
  spareNoMore(): void {
    const { workspace } = this.desk;
    workspace.triggers.setNext(this.often.trigger, workspace.now());
  }

  private spareWhatIsIdle(at: number): void {
    if (!this.waits && this.often.isIdle(at)) this.often.spare(at, at + RESTING);
    for (const night of this.nights) if (night.isIdle(at)) night.spare(at);
  }

  private pace({ functionName, calls }: ExecutionRecord): void {
    for (const run of [this.often, ...this.nights]) if (run.handler === functionName) run.ran();
    const isTheRun = functionName === this.often.handler;
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
    workspace.triggers.setNext(this.often.trigger, first + ms - (first > now ? TEN : 0));
  }

  /** Whether a mail is in line, somebody is still to be asked, or a version waits for its day. */
  private somethingWaits(): boolean {
    const states = columnOf(this.desk, 'mailLog', 'state', this.firstToLookAt);
    const open = states.findIndex((state) => state !== 'Sent' && state !== 'Cancelled');
    // One more row is read again: a range must not begin below the grid.
    this.firstToLookAt += Math.max(0, (open < 0 ? states.length : open) - 1);
    const isInLine = states.some((state) => state === 'Queued' || state === 'Sending');
    const isMoreToAsk = entriesOf(this.desk, 'state').some(
      ({ name, value }) => name === 'More to ask' && value === 'yes',
    );
    return (
      isInLine ||
      isMoreToAsk ||
      entriesOf(this.desk, 'codeVersions').some(({ status }) => status === 'Waiting')
    );
  }
}
