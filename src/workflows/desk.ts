// The registers as one run sees them: read once, changed in memory, committed together.

import { BY_SYSTEM } from '../content/marks.ts';
import { PROBLEMS, type ProblemWords, type WorkflowName } from '../content/problems.ts';
import type { AskingRules } from '../domain/asking.ts';
import { type AuditEvent, EMPTY_TRAIL, nextLine, type TrailHead } from '../domain/audit.ts';
import { dateOf, localTime } from '../domain/calendar.ts';
import type { CodeVersion, LocalDate, LocalDateTime, Member } from '../domain/entries.ts';
import type { OutboxRules } from '../domain/outbox.ts';
import { highestNumber, numbered } from '../domain/running-number.ts';
import { versionsThatCount } from '../domain/standing.ts';
import { frozenText } from '../domain/version-text.ts';
import { commit, readTabs } from '../google/sheets.ts';
import type { Register } from '../registers/register.ts';
import { REGISTERS, type RegisterName } from '../registers/registers.ts';
import { readSettings, type Settings } from '../registers/settings.ts';
import { type Counter, lastNumber, recallTrail, remember, rememberTrail } from '../registers/state.ts';
import { type Row, Table } from '../registers/table.ts';
import type { Config } from './config.ts';

type TableOf<R> = R extends Register<infer E extends object> ? Table<E> : never;
export type Tables = { readonly [R in RegisterName]: TableOf<(typeof REGISTERS)[R]> };

/** How the ids of each register are numbered. */
const NUMBERING = {
  acceptances: { counter: 'Last acceptance', prefix: 'A-', digits: 6 },
  mailLog: { counter: 'Last mail', prefix: 'IMSTL-MAIL-', digits: 6 },
  members: { counter: 'Last member', prefix: 'M-', digits: 4 },
} as const satisfies Partial<Record<RegisterName, { counter: Counter; prefix: string; digits: number }>>;

export class Desk {
  readonly now: LocalDateTime;
  readonly today: LocalDate;
  readonly settings: Settings;
  private head: TrailHead;
  private readonly lastNumbers = new Map<string, number>();
  /** Frozen texts by their hash, proven once in a run: many mails of a run need the same one. */
  private readonly texts = new Map<string, string>();

  constructor(
    readonly config: Config,
    readonly tables: Tables,
    head: TrailHead,
  ) {
    this.now = localTime(Date.now());
    this.today = dateOf(this.now);
    this.head = head;
    const { settings, bad } = readSettings(tables.settings);
    this.settings = settings;
    // A desk that opens shows that what stopped an earlier run has passed.
    const passed = [PROBLEMS.tabMissing(''), PROBLEMS.columnsMissing('', [])];
    for (const { whatToDo } of passed) this.solve({ whatToDo });
    for (const row of tables.settings.rows) {
      const key = bad.find((found) => found.row === row)?.key;
      const words = key && PROBLEMS.badSetting(key, row.entry.value);
      if (!words && row.entry.problem !== '') this.solve({ whatToDo: row.entry.problem });
      tables.settings.update(row, { problem: words ? words.whatToDo : '' });
      if (words) this.problem(words, 'settings');
    }
    const tooMuch = PROBLEMS.reserveTooBig(settings.safetyReserve, settings.mailsPerDay);
    const isTooMuch = settings.safetyReserve >= settings.mailsPerDay;
    this.solve({ whatToDo: tooMuch.whatToDo }, new Set(isTooMuch ? [tooMuch.what] : []));
    if (isTooMuch) this.problem(tooMuch, 'settings');
  }

  /** The next id of a register. */
  nextId(name: keyof typeof NUMBERING): string {
    const { counter, prefix, digits } = NUMBERING[name];
    const ids = () => (this.tables[name].entries as { id: string }[]).map(({ id }) => id);
    const last =
      this.lastNumbers.get(name) ?? lastNumber(this.tables.state, counter, highestNumber(prefix, ids()));
    this.lastNumbers.set(name, last + 1);
    remember(this.tables.state, counter, String(last + 1));
    return numbered(prefix, last + 1, digits);
  }

  /** Adds a line to the audit trail. */
  audit({
    who = BY_SYSTEM,
    what,
    subject,
    before,
    after,
  }: Partial<AuditEvent> & Omit<AuditEvent, 'who'>): void {
    const event = { who, what, subject: asKept(subject), before: asKept(before), after: asKept(after) };
    const { line, head } = nextLine(this.head, event, this.now);
    this.tables.auditTrail.append(line);
    this.head = head;
    rememberTrail(this.tables.state, head);
  }

  /** Tells staff of a problem, unless the same one is open already. */
  problem(words: ProblemWords, register: RegisterName): void {
    const { problems } = this.tables;
    if (problems.rows.some(({ entry }) => entry.what === words.what && !entry.done)) return;
    problems.append({ when: this.now, ...words, link: this.linkTo(register), done: false });
  }

  /** Ticks as done the open problems that say this, or that ask staff to do this, but for those still true. */
  solve(words: Partial<ProblemWords>, stillTrue: ReadonlySet<string> = new Set()): void {
    for (const row of this.tables.problems.rows) {
      const { what, whatToDo, done } = row.entry;
      if (!done && !stillTrue.has(what) && (what === words.what || whatToDo === words.whatToDo))
        this.tables.problems.update(row, { done: true });
    }
  }

  /** The member with this id; nobody when the id stands in more than one row. */
  /** This workflow has done its work: what went wrong in it earlier has passed. */
  hasWorked(workflow: WorkflowName): void {
    this.solve({ whatToDo: PROBLEMS.unexpected(workflow, '').whatToDo });
  }

  memberRow(id: string): Row<Member> | undefined {
    const found = id === '' ? [] : this.tables.members.rows.filter(({ entry }) => entry.id === id);
    return found.length === 1 ? found[0] : undefined;
  }

  get activeVersion(): CodeVersion | undefined {
    return this.tables.codeVersions.entries.find((version) => version.status === 'Active');
  }

  /** The frozen text with this hash; null when it is not there or was changed. */
  textWithHash(hash: string): string | null {
    const text = this.texts.get(hash) ?? frozenText(this.tables.versionTexts.entries, hash);
    if (text !== null) this.texts.set(hash, text);
    return text;
  }

  get askingRules(): AskingRules {
    const { remindBefore, remindAfter, quietDays, answerDays } = this.settings;
    const counting = versionsThatCount(this.tables.codeVersions.entries);
    return {
      version: counting[0] ?? '',
      since: counting[counting.length - 1] ?? '',
      reminders: [...remindBefore.map((days) => -days), ...remindAfter],
      quietDays,
      answerDays,
    };
  }

  get outboxRules(): OutboxRules {
    const { sending, mailsPerDay, safetyReserve } = this.settings;
    return { paused: sending === 'Paused', perDay: mailsPerDay, reserve: safetyReserve };
  }

  /** The address of a register's tab. */
  linkTo(register: RegisterName): string {
    const tab = REGISTERS[register].tab;
    return `https://docs.google.com/spreadsheets/d/${this.config.registersId}/edit#gid=${this.config.tabs[tab] ?? 0}`;
  }

  /**
   * Writes everything that has been changed since the last commit, all of it or nothing. When people have sorted or
   * inserted rows meanwhile, what went into the wrong rows is put right at once.
   */
  commit(): void {
    const tables = Object.values(this.tables) as Table<object>[];
    for (let tries = 0; tries < MOST_TRIES; tries++) {
      const requests = tables.flatMap((table) => table.takeRequests());
      const toSee = tables.map(({ register, writtenRows }) => ({ tab: register.tab, rows: writtenRows }));
      const seen = commit(this.config.registersId, requests, toSee);
      const moved = tables.filter((table) => !table.stands(seen.get(table.sheetId) ?? new Map()));
      if (moved.length === 0) return;
      const tabs = moved.map(({ register }) => ({ tab: register.tab }));
      const grids = readTabs(this.config.registersId, tabs);
      for (const [index, table] of moved.entries()) table.relocate(grids[index] ?? []);
    }
  }
}

/** How often a commit follows people who keep moving rows. */
const MOST_TRIES = 3;

/** A text as its cell will keep it, so that the hash of a line can be worked out anew from the tab. */
const asKept = (text: string) => String(REGISTERS.auditTrail.columns.after.kind.encode(text) ?? '');

/**
 * Reads all registers in one call; of the audit trail, which grows for ever, only the headings unless it is wanted.
 * Throws RegisterDamaged when a tab or a heading is missing.
 */
export function openDesk(config: Config, wholeTrail = false): Desk {
  const names = Object.keys(REGISTERS) as RegisterName[];
  const tabs = names.map((name) => ({
    tab: REGISTERS[name].tab,
    headerOnly: name === 'auditTrail' && !wholeTrail,
  }));
  const grids = readTabs(config.registersId, tabs);
  const tables = Object.fromEntries(
    names.map((name, index) => [
      name,
      new Table(
        REGISTERS[name] as Register<object>,
        config.tabs[REGISTERS[name].tab] ?? 0,
        grids[index] ?? [],
      ),
    ]),
  ) as unknown as Tables;
  return new Desk(config, tables, recallTrail(tables.state) ?? trailAsWritten(config));
}

/** The end of the audit trail as the tab has it, for when State does not remember it. */
function trailAsWritten(config: Config): TrailHead {
  const register = REGISTERS.auditTrail;
  const [grid = []] = readTabs(config.registersId, [{ tab: register.tab }]);
  const { entries } = new Table(register, 0, grid);
  const last = entries[entries.length - 1];
  return last?.line ? { line: last.line, hash: last.hash } : EMPTY_TRAIL;
}
