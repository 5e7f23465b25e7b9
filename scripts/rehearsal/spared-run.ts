// A run that starts by itself and is left out while it would find nothing: only the note that it came is written.

import { localTime } from '../../src/domain/calendar.ts';
import { ranRow, remember, type Work } from '../../src/registers/state.ts';
import { WORK_OF } from '../../src/workflows/wanted-triggers.ts';
import { nextDue } from '../local-workspace/script/schedule.ts';
import { gridIn, type RehearsedDesk, saveTable, tableOf } from './rehearsed-desk.ts';

export class SparedRun {
  readonly trigger: string;
  /** Under which State notes that it came. */
  private readonly work: Work;
  /** What the last real one left in the tabs that it looks after. */
  private left: readonly unknown[] = [];
  private spared = 0;

  /**
   * @param desk with the spreadsheet of the tabs, in place of the Registers
   * @param handler the function of its trigger
   * @param looksAfter the registers without a change in which it has nothing to do
   * @param most so often it is left out in a row
   * @throws Error when the desk has no such trigger
   */
  constructor(
    private readonly desk: RehearsedDesk,
    readonly handler: string,
    private readonly looksAfter: readonly { readonly tab: string }[],
    private readonly most = Number.POSITIVE_INFINITY,
  ) {
    const found = desk.workspace.triggers.all().find((trigger) => trigger.handler === handler);
    const work = WORK_OF[handler];
    if (!found || !work)
      throw new Error('The desk lacks a trigger that runs by the clock. Please set it up first.');
    this.trigger = found.id;
    this.work = work;
  }

  /** A real one has come to its end. */
  ran(): void {
    this.left = this.tabs();
    this.spared = 0;
  }

  /** Whether it comes at this moment, and would find nothing. A tab that nobody has changed is the same list as before. */
  isIdle(at: number): boolean {
    if (this.desk.workspace.triggers.get(this.trigger)?.nextAt !== at) return false;
    return this.spared < this.most && this.tabs().every((tab, place) => tab === this.left[place]);
  }

  /** Leaves out the one at this moment. @param next when it comes again; unless it is told, as its trigger says */
  spare(at: number, next = this.scheduledAfter(at)): void {
    this.desk.workspace.triggers.setNext(this.trigger, next);
    this.spared++;
    const state = tableOf(this.desk, 'state');
    remember(state, ranRow(this.work), localTime(at));
    saveTable(this.desk, state);
  }

  private scheduledAfter(at: number): number | undefined {
    const source = this.desk.workspace.triggers.get(this.trigger)?.source;
    return source?.kind === 'clock' ? nextDue(source.schedule, at) : undefined;
  }

  private tabs(): readonly unknown[] {
    const { workspace, registersId } = this.desk;
    return this.looksAfter.map(({ tab }) => gridIn(workspace, registersId, tab));
  }
}
