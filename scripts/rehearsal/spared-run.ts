// A run that starts by itself and is left out while it would find nothing: only the note that it came is written.

import { localTime } from '../../src/domain/calendar.ts';
import { ranRow, remember, type Work } from '../../src/registers/state.ts';
import { gridIn, type RehearsedDesk, saveTable, tableOf } from './rehearsed-desk.ts';

interface Kind {
  /** The function of its trigger, and the name under which State notes that it came. */
  readonly handler: string;
  readonly work: Work;
  /** The tabs without a change in which it has nothing to do. */
  readonly looksAfter: readonly string[];
  /** So often it is left out in a row. */
  readonly most: number;
}

export class SparedRun {
  readonly trigger: string;
  /** What the last real one left in the tabs that it looks after. */
  private left: readonly unknown[] = [];
  private spared = 0;

  /** @param desk with the spreadsheet of the tabs, in place of the Registers. @throws Error when it has no such trigger */
  constructor(
    private readonly desk: RehearsedDesk,
    readonly kind: Kind,
  ) {
    const found = desk.workspace.triggers.all().find(({ handler }) => handler === kind.handler);
    if (!found) throw new Error('The desk lacks a trigger that runs by the clock. Please set it up first.');
    this.trigger = found.id;
  }

  /** A real one has come to its end. */
  ran(): void {
    this.left = this.tabs();
    this.spared = 0;
  }

  /** Whether it comes at this moment, and would find nothing. A tab that nobody has changed is the same list as before. */
  isIdle(at: number): boolean {
    if (this.desk.workspace.triggers.get(this.trigger)?.nextAt !== at) return false;
    if (this.spared === this.kind.most || this.left.length === 0) return false;
    return this.tabs().every((tab, place) => tab === this.left[place]);
  }

  /** Leaves out the one at this moment. */
  spare(at: number, next: number | undefined): void {
    this.desk.workspace.triggers.setNext(this.trigger, next);
    this.spared++;
    const state = tableOf(this.desk, 'state');
    remember(state, ranRow(this.kind.work), localTime(at));
    saveTable(this.desk, state);
  }

  private tabs(): readonly unknown[] {
    const { workspace, registersId } = this.desk;
    return this.kind.looksAfter.map((tab) => gridIn(workspace, registersId, tab));
  }
}
