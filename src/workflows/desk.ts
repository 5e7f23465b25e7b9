// The registers as one run sees them: read once, changed in memory, committed together.

import { PROBLEMS, type ProblemWords, type WorkflowName } from '../content/problems.ts';
import type { AskingRules } from '../domain/asking.ts';
import type { TrailHead } from '../domain/audit.ts';
import type { CodeVersion, Member } from '../domain/entries.ts';
import type { OutboxRules } from '../domain/outbox.ts';
import { highestNumber, numbered } from '../domain/running-number.ts';
import { versionsThatCount } from '../domain/standing.ts';
import { frozenText } from '../domain/version-text.ts';
import { REGISTERS, type RegisterName } from '../registers/registers.ts';
import { readSettings, type Settings } from '../registers/settings.ts';
import { type Counter, lastNumber, remember } from '../registers/state.ts';
import type { Row } from '../registers/table.ts';
import { Book, type Place, readTables, type TablesOf, trailOf } from './book.ts';
import type { Config } from './config.ts';
import { todayRows } from './today.ts';

export type Tables = TablesOf<typeof REGISTERS>;

/** How the ids of each register are numbered. */
export const NUMBERING = {
  acceptances: { counter: 'Last acceptance', prefix: 'A-', digits: 6 },
  mailLog: { counter: 'Last mail', prefix: 'IMSTL-MAIL-', digits: 6 },
  members: { counter: 'Last member', prefix: 'M-', digits: 4 },
  optOuts: { counter: 'Last opt-out', prefix: 'O-', digits: 6 },
  takedowns: { counter: 'Last takedown', prefix: 'T-', digits: 6 },
  agreements: { counter: 'Last agreement', prefix: 'D-', digits: 4 },
} as const satisfies Partial<Record<RegisterName, { counter: Counter; prefix: string; digits: number }>>;

export class Desk extends Book<typeof REGISTERS> {
  readonly settings: Settings;
  private readonly lastNumbers = new Map<string, number>();
  /** Frozen texts by their hash, proven once in a run: many mails of a run need the same one. */
  private readonly texts = new Map<string, string>();

  constructor(
    readonly config: Config,
    tables: Tables,
    head: TrailHead,
  ) {
    super(REGISTERS, registersOf(config), tables, head);
    const { settings, rows } = readSettings(tables.settings);
    this.settings = settings;
    // A desk that opens shows that what stopped an earlier run has passed.
    const lost = headingsLost(tables.today);
    const passed = [PROBLEMS.tabMissing(''), PROBLEMS.columnsMissing('', [])];
    for (const { whatToDo } of passed) this.solve({ whatToDo }, new Set(lost.map(({ what }) => what)));
    for (const words of lost) this.problem(words, 'today');
    for (const { key, row, holds, isBad } of rows) {
      const words = isBad ? PROBLEMS.badSetting(key, row.entry.value, holds) : undefined;
      const { problem } = row.entry;
      if (problem !== '') this.solve({ whatToDo: problem }, new Set(words ? [words.what] : []));
      tables.settings.update(row, { problem: words?.whatToDo ?? '', lastGood: holds });
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

  /** This workflow has done its work: what went wrong in it earlier has passed. */
  hasWorked(workflow: WorkflowName): void {
    this.solve({ whatToDo: PROBLEMS.unexpected(workflow, '').whatToDo });
  }

  /** The member with this id; nobody when the id stands in more than one row. */
  memberRow(id: string): Row<Member> | undefined {
    const found = id === '' ? [] : this.tables.members.rowsWith(id);
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

  /** With everything else, what waits for a person. */
  override commit(): void {
    const { today } = this.tables;
    if (today.missing.length === 0)
      this.besides.push(...today.rewrite(todayRows(this)).map((made) => () => made));
    super.commit();
  }

  protected override tell(words: ProblemWords): void {
    this.problem(words, 'problems');
  }
}

/** The problem when the list of what waits has lost its tab or headings: it stays as it is, and all else goes on. */
function headingsLost({ register: { tab, columns }, missing }: Tables['today']): ProblemWords[] {
  if (missing.length === 0) return [];
  const isAll = missing.length === Object.keys(columns).length;
  return [isAll ? PROBLEMS.tabMissing(tab) : PROBLEMS.columnsMissing(tab, missing)];
}

/** Where the registers are. */
const registersOf = ({ registersId, tabs }: Config): Place => ({ id: registersId, tabs });

/** Rows of the growing registers that one answer of Google holds, so that it stays well below 10 MB. */
export const BLOCKS: Partial<Record<RegisterName, number>> = { acceptances: 3_500, mailLog: 8_000 };

/** Up to so many answers are all read by a run that reconciles. */
const MOST_ANSWERS = 30_000;

/**
 * How much of the growing registers a run reads. `usual` leaves out settled mails, `recent` settled answers too (see
 * settled-rows.ts), `everything` nothing.
 */
export type Depth = 'everything' | 'usual' | 'recent';

function toLeaveOut({ settled = {} }: Config, depth: Depth): NonNullable<Config['settled']> {
  if (depth === 'everything') return {};
  const { acceptances, ...others } = settled;
  return acceptances && (depth === 'recent' || acceptances.row > MOST_ANSWERS) ? settled : others;
}

/**
 * Reads all registers, in one call unless they are very long; of the audit trail, which grows for ever, only the
 * headings unless it is wanted. Throws RegisterDamaged when a tab or a heading is missing.
 */
export function openDesk(config: Config, depth: Depth = 'usual', wholeTrail = false): Desk {
  const settled = toLeaveOut(config, depth);
  const place = registersOf(config);
  const tables = readTables(REGISTERS, place, (name) => ({
    headerOnly: name === 'auditTrail' && !wholeTrail,
    from: settled[name]?.row,
    block: BLOCKS[name],
  }));
  if (!isAsRemembered(tables, settled)) return openDesk(config, 'everything', wholeTrail);
  return new Desk(config, tables, trailOf(REGISTERS, place, tables));
}

/** Whether the rows stand where they stood: somebody may have sorted a tab or deleted rows. */
function isAsRemembered(tables: Tables, settled: NonNullable<Config['settled']>): boolean {
  return Object.entries(settled).every(([name, { row, id }]) => {
    const table = tables[name as 'acceptances' | 'mailLog'];
    const first = table.rows[0];
    return first?.index === row && first.entry.id === id;
  });
}
