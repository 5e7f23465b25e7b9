// A spreadsheet of registers as one run sees it: read once, changed in memory, committed together.

import { BY_SYSTEM } from '../content/marks.ts';
import { PROBLEMS, type ProblemWords } from '../content/problems.ts';
import { type AuditEvent, EMPTY_TRAIL, nextLine, type TrailHead } from '../domain/audit.ts';
import { addHours, dateOf, localTime } from '../domain/calendar.ts';
import type { LocalDate, LocalDateTime } from '../domain/entries.ts';
import { sealFrom } from '../domain/seal.ts';
import { randomText } from '../google/session.ts';
import { commit, readTabs, type TabToRead } from '../google/sheets.ts';
import { asKept, type Register } from '../registers/register.ts';
import { validationOf } from '../registers/requests.ts';
import { AUDIT_COLUMNS, type TrailRegisters } from '../registers/shared-registers.ts';
import { ranRow, recall, recallTrail, remember, rememberTrail, type Work } from '../registers/state.ts';
import { type Row, Table } from '../registers/table.ts';

type Request = GoogleAppsScript.Sheets.Schema.Request;

type TableOf<R> = R extends Register<infer E extends object> ? Table<E> : never;
export type TablesOf<B> = { readonly [R in keyof B]: TableOf<B[R]> };

/** Where a spreadsheet is: its id, and the id of each of its tabs by the tab's name. */
export interface Place {
  readonly id: string;
  readonly tabs: Readonly<Record<string, number>>;
}

/** How often a commit follows people who keep moving rows. */
const MOST_TRIES = 3;
/** After so many characters no more are put into a call. Google takes ten megabytes, and a character may have three bytes. */
const MUCH = 2_500_000;

export abstract class Book<B extends TrailRegisters> {
  /** What is written beside entries: notes on cells, drop-down lists. */
  protected readonly besides: (() => Request)[] = [];

  private seed = '';
  private seals = 0;

  readonly now: LocalDateTime = localTime(Date.now());
  readonly today: LocalDate = dateOf(this.now);

  constructor(
    private readonly registers: B,
    private readonly place: Place,
    readonly tables: TablesOf<B>,
    private head: TrailHead,
  ) {}

  /** What went wrong in a commit and only people can put right. */
  protected abstract tell(words: ProblemWords): void;

  private get trail() {
    return this.tables as unknown as TablesOf<TrailRegisters>;
  }

  /** A new seal for words about a person. */
  seal(): string {
    this.seed ||= randomText();
    return sealFrom(this.seed, this.seals++);
  }

  /** Adds a line to the audit trail. */
  audit({
    who = BY_SYSTEM,
    what,
    subject,
    before,
    after,
  }: Partial<AuditEvent> & Omit<AuditEvent, 'who'>): void {
    const event = asKept(WORDS, { who, what, subject, before, after });
    const { line, head } = nextLine(this.head, event, this.now, this.seal());
    this.trail.auditTrail.append(line);
    this.head = head;
    rememberTrail(this.trail.state, head);
  }

  /**
   * Notes that something ran that starts by itself: with what is written anyway, and alone when the last note is more
   * hours old than this. So no run has to write for it, and yet it shows when one does not come any more.
   */
  noteRun(work: Work, hours?: number): void {
    const { state } = this.trail;
    const isWriting = (Object.values(this.tables) as Table<object>[]).some(({ isChanged }) => isChanged);
    const isOld = () => recall(state, ranRow(work)) < addHours(this.now, -(hours ?? 0));
    if (isWriting || (hours !== undefined && isOld())) remember(state, ranRow(work), this.now);
  }

  /** Puts a note on a cell with the next commit; an empty one takes it away. */
  note<E extends object>(table: Table<E>, row: Row<E>, field: keyof E, note: string): void {
    this.besides.push(() => {
      const start = { sheetId: table.sheetId, rowIndex: row.index, columnIndex: table.positions[field] };
      return { updateCells: { start, rows: [{ values: [{ note }] }], fields: 'note' } };
    });
  }

  /** Offers these values in a drop-down list in every row of a column, with the next commit. */
  offer<E extends object>(table: Table<E>, field: keyof E, choices: readonly string[]): void {
    this.besides.push(() => {
      const startColumnIndex = table.positions[field];
      const range = {
        sheetId: table.sheetId,
        startRowIndex: 1,
        startColumnIndex,
        endColumnIndex: startColumnIndex + 1,
      };
      const rule = validationOf({ choices });
      return { setDataValidation: choices.length > 0 ? { range, rule } : { range } };
    });
  }

  /** The address of a register's tab. */
  linkTo(register: keyof B): string {
    const { tab } = this.registers[register] as Register<never>;
    return `https://docs.google.com/spreadsheets/d/${this.place.id}/edit#gid=${this.place.tabs[tab] ?? 0}`;
  }

  /**
   * For work on many rows, each of which is whole for itself: commits when so much waits that no more fits into one call.
   * When a run ends between two such commits, the next one finds the rest.
   */
  commitWhenMuch(): void {
    const tables = Object.values(this.tables) as Table<object>[];
    if (tables.reduce((sum, { weight }) => sum + weight, 0) >= MUCH) this.commit();
  }

  /**
   * Writes everything that has been changed since the last commit, all of it or nothing. When people have sorted or
   * inserted rows meanwhile, what went into the wrong rows is put right at once.
   */
  commit(): void {
    const tables = Object.values(this.tables) as Table<object>[];
    for (let tries = 0; tries < MOST_TRIES; tries++) {
      const requests = tables.flatMap((table) => table.takeRequests());
      requests.push(...this.besides.splice(0).map((make) => make()));
      const toSee = tables.map(({ register, writtenRows }) => ({ tab: register.tab, rows: writtenRows }));
      const seen = commit(this.place.id, requests, toSee);
      const moved = tables.filter((table) => !table.stands(seen.get(table.sheetId) ?? new Map()));
      if (moved.length === 0) return;
      const grids = readTabs(
        this.place.id,
        moved.map(({ register }) => ({ tab: register.tab })),
      );
      for (const [index, table] of moved.entries()) {
        table.relocate(grids[index] ?? []);
        for (const key of table.overwritten.splice(0))
          this.tell(PROBLEMS.rowOverwritten(table.register.tab, key));
      }
    }
  }
}

const { who, what, subject, before, after } = AUDIT_COLUMNS;
const WORDS = { columns: { who, what, subject, before, after } };

/** How much of a register is read. */
export type Extent = Omit<TabToRead, 'tab'>;

/**
 * Reads registers in one call, unless they are very long. Throws RegisterDamaged when a tab or a heading is missing.
 * @param extent how much is read of each; the whole, when it says nothing
 */
export function readTables<B extends object>(
  registers: B,
  place: Place,
  extent: (name: keyof B & string) => Extent = () => ({}),
): TablesOf<B> {
  const entries = Object.entries(registers) as [keyof B & string, Register<object>][];
  const tabs = entries.map(([name, { tab, isView }]) => ({ tab, isView, ...extent(name) }));
  const grids = readTabs(place.id, tabs);
  const tables = entries.map(([name, register], index) => {
    const sheetId = place.tabs[register.tab] ?? 0;
    return [name, new Table(register, sheetId, grids[index] ?? [], tabs[index]?.from)];
  });
  return Object.fromEntries(tables) as TablesOf<B>;
}

/** The end of the audit trail: as State remembers it, or else as the tab has it. */
export function trailOf<B extends TrailRegisters>(
  registers: B,
  place: Place,
  tables: TablesOf<B>,
): TrailHead {
  const { state } = tables as unknown as TablesOf<TrailRegisters>;
  return recallTrail(state) ?? trailAsWritten(registers, place);
}

function trailAsWritten({ auditTrail }: TrailRegisters, place: Place): TrailHead {
  const { entries } = readTables({ auditTrail }, place).auditTrail;
  const last = entries[entries.length - 1];
  return last?.line ? { line: last.line, hash: last.hash } : EMPTY_TRAIL;
}
