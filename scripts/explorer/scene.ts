// The desk that is explored: members, staff and their links, and people who press again when nobody told them that it is done.

import { Agreements } from '../desk/agreements.ts';
import { Cases } from '../desk/cases.ts';
import { ANNA, BEA, CARA, Desk, type Person } from '../desk/desk.ts';
import { Watch } from '../desk/leak.ts';
import { Mailbox } from '../desk/mail.ts';
import { Pictures } from '../desk/pictures.ts';
import { createWorkspace, type ScriptFile } from '../local-workspace/index.ts';
import type { StoreSnapshot } from '../local-workspace/kernel/store.ts';
import { firstDue } from '../local-workspace/script/schedule.ts';
import { FormBuffer } from './buffer.ts';

export const DORA = { name: 'Dora Eng', email: 'dora@example.org', role: 'Mentor' } as const;
export const EVA = { name: 'Eva Fox', email: 'eva@example.org', role: 'Mentee' } as const;
export const FLORA = { name: 'Flora Gil', email: 'flora@example.org', role: 'Mentee' } as const;
const INVITED = [ANNA, BEA, CARA, DORA, EVA, FLORA];

/** On the roster since the others were invited; nobody has asked them yet. */
export const NEWCOMERS: readonly Person[] = ['Gerda', 'Hilde', 'Ines', 'Jana', 'Karla'].map((name) => ({
  name: `${name} Neu`,
  email: `${name.toLowerCase()}@example.org`,
}));

/** May edit the registers, but does not own the desk. */
export const VOLUNTEER = 'vera@imstl.org';
/** Takes the automatic work over. */
export const NINA = 'nina@imstl.org';

/** Two weeks before the invited ones are to answer, which is when they are reminded: Wednesday, 9:00 in St. Louis. */
const MORNING = '2026-01-28T15:00:00Z';

interface Press {
  readonly functionName: string;
  readonly question: unknown;
  readonly user: string;
  /** How often it was pressed. */
  readonly times: number;
}

const MOST_PRESSES = 3;
/** Google takes a moment until it delivers an event. */
const DELIVERY_MS = 2_000;

/** A moment of the scene, to come back to. */
export interface Moment {
  readonly store: StoreSnapshot;
  readonly kept: Readonly<Record<string, string>>;
}

export class Scene extends Desk {
  readonly cases = new Cases(this);
  readonly pictures = new Pictures(this);
  readonly agreements = new Agreements(this);
  readonly mailbox = new Mailbox(this, this.cases);
  readonly watch = new Watch(this);
  readonly buffer = new FormBuffer(this.workspace.kernel.store);
  /** What the preparation of a workflow keeps for later, such as a link. */
  kept: Record<string, string> = {};
  /** Buttons that were pressed, and of which nobody knows yet whether it is done. */
  begun: readonly Press[] = [];
  private grids: Map<string, string[][]> | undefined;

  constructor(readonly seed: number) {
    super(createWorkspace({ start: '2026-01-12T15:00:00Z', seed }));
    this.workspace.runner.hooks.add(this.buffer.hook);
  }

  /** Set up, the first members invited, and the clock at the morning on which they are reminded. */
  open(files: readonly ScriptFile[]): void {
    this.setUp(files, INVITED);
    this.workspace.files.update(this.registersId, { editors: [VOLUNTEER, NINA] });
    this.invite();
    this.minutes(11);
    this.addStaffColumn();
    const newcomers = NEWCOMERS.map(({ name, email }) => [name, email, 'Mentee']);
    this.type('Members', this.grid('Members').length + 1, 'Name', newcomers);
    this.workspace.settle();
    for (const { email } of INVITED) this.kept[email] = this.linkOf(email);
    this.sleepTo(MORNING);
    this.windUp();
  }

  /** A column of staff's own, to the right of ours. */
  private addStaffColumn(): void {
    const column = this.grid('Members')[0]?.length ?? 0;
    const { sheets, owner } = this.workspace;
    sheets.userInsertColumns(owner, this.registersId, 101, column);
    sheets.userEdit(owner, this.registersId, 101, 0, column, [['Our own'], ['tea']]);
    this.workspace.settle();
  }

  /** The clock triggers go on from now, each at its own minute. */
  windUp(): void {
    const { triggers, now } = { triggers: this.workspace.triggers, now: this.workspace.now() };
    for (const { id, source } of triggers.all())
      if (source.kind === 'clock') triggers.setNext(id, firstDue(source.schedule, now, 0.5));
  }

  moment(): Moment {
    return { store: this.workspace.snapshot(), kept: { ...this.kept } };
  }

  goTo({ store, kept }: Moment): void {
    this.workspace.faults.clear();
    this.workspace.restore(store);
    this.watch.finds.length = 0;
    this.begun = [];
    this.grids = undefined;
    this.kept = { ...kept };
  }

  /** From now on each tab is read once, until the scene goes on elsewhere: nothing changes any more. */
  readOnce(): void {
    this.grids = new Map();
  }

  override grid(tab: string, spreadsheetId = this.registersId): string[][] {
    const key = `${spreadsheetId} ${tab}`;
    const grid = this.grids?.get(key) ?? super.grid(tab, spreadsheetId);
    this.grids?.set(key, grid);
    return grid;
  }

  /** Her personal link to the acceptance form, from the mail that invited her. */
  acceptanceOf(person: Person): string {
    return this.kept[person.email] ?? '';
  }

  /** Presses a button of a dialog. Who is not told that it is done presses again later. */
  press(functionName: string, question: unknown = {}, user = this.workspace.owner): void {
    const press = { functionName, question, user, times: 1 };
    if (!this.isDone(press)) this.begun = [...this.begun, press];
  }

  /** Who is told again that it cannot be done believes it. */
  pressAgain(): void {
    const again = this.begun.map((press) => ({ ...press, times: press.times + 1 }));
    this.begun = again.filter((press) => !this.isDone(press));
  }

  /** Their names. */
  get unanswered(): string[] {
    return this.begun.map(({ functionName }) => functionName);
  }

  private isDone({ functionName, question, user, times }: Press): boolean {
    const active = { spreadsheetId: this.registersId, sheetId: 101 };
    const said = [JSON.stringify(question)];
    const { record, result } = this.workspace.callFromDialog(this.scriptId, functionName, said, user, active);
    return (
      record.status === 'Completed' && (times === MOST_PRESSES || JSON.parse(String(result)).ok === true)
    );
  }

  /** Clock triggers of this function are due now; they have not run yet. */
  fallDue(handler: string): void {
    const { triggers } = this.workspace;
    for (const { id } of triggers.all().filter((one) => one.handler === handler))
      triggers.deliverLater(id, this.workspace.now());
  }

  /** Lets something happen, and then what is due because of it; what was due before goes on waiting. */
  withItsRuns(happens: () => void): void {
    const { triggers } = this.workspace;
    const others = new Set(triggers.pending().map(({ id }) => id));
    happens();
    this.workspace.kernel.clock.tick(DELIVERY_MS);
    for (;;) {
      const next = triggers.pending().find(({ id }) => !others.has(id));
      if (!next) return;
      this.workspace.deliver(next);
    }
  }

  /** Events that wait are lost, as they sometimes are. */
  loseEvents(): void {
    for (const { id } of this.workspace.triggers.pending()) this.workspace.triggers.delivered(id);
  }

  get codeDocument(): string {
    const row = this.register('Settings').find(({ Setting }) => Setting === 'Code of Conduct document');
    return /\/d\/([\w-]+)/.exec(row?.Value ?? '')?.[1] ?? '';
  }

  /** Somebody writes a new version of the Code into its document. */
  writeNewCode(): void {
    const { docs, owner } = this.workspace;
    const text = docs.text(this.codeDocument);
    const next = text
      .replace(/Last Update: .*/, 'Last Update: 1/27/26')
      .replace('kept confidential', 'kept secret')
      .replace('• No Employment', '• Kindness: All Members are kind to each other.\n• No Employment');
    docs.userEdit(owner, this.codeDocument, next);
  }
}
