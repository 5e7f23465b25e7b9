// The Cases spreadsheet as one run sees it: read once, changed in memory, committed together.

import { CASE_SETTING_EXPECTS } from '../content/case-setting-words.ts';
import { BY_SYSTEM, SHORTENED } from '../content/marks.ts';
import { PROBLEMS, type ProblemWords } from '../content/problems.ts';
import type { TrailHead } from '../domain/audit.ts';
import { isConflicted } from '../domain/case-conflicts.ts';
import type { DeadlineRules } from '../domain/case-deadlines.ts';
import { checkedIn } from '../domain/case-decided.ts';
import type { Case, Part, PersonNamed } from '../domain/case-entries.ts';
import { isOurNumber, nextCaseNumber, nextQuestionNumber } from '../domain/case-numbers.ts';
import { mayOpen, routing } from '../domain/case-routing.ts';
import type { StaffPerson } from '../domain/case-staff.ts';
import { highestNumber, numbered } from '../domain/running-number.ts';
import { oneLine, shorten } from '../domain/text.ts';
import { CASE_REGISTERS } from '../registers/case-registers.ts';
import { type CaseSettings, readCaseSettings } from '../registers/case-settings.ts';
import { recall, remember } from '../registers/state.ts';
import type { Row } from '../registers/table.ts';
import { Book, type Place, readTables, type TablesOf, trailOf } from './book.ts';
import type { Config } from './config.ts';
import { noteProblems } from './note-problem.ts';
import { StaffError } from './staff-error.ts';

export type CaseTables = TablesOf<typeof CASE_REGISTERS>;
export type CasePlace = NonNullable<Config['cases']>;

export class CaseDesk extends Book<typeof CASE_REGISTERS> {
  readonly settings: CaseSettings;
  /** Names of the settings whose value makes no sense. */
  readonly badSettings: readonly string[];
  /** Everybody who works on cases or reads their notices; who has two parts stands there twice. */
  readonly staff: readonly StaffPerson[];
  private problems: ProblemWords[] = [];

  constructor(
    readonly config: Config,
    readonly where: CasePlace,
    tables: CaseTables,
    head: TrailHead,
  ) {
    super(CASE_REGISTERS, where, tables, head);
    const { settings, rows } = readCaseSettings(tables.settings);
    this.settings = settings;
    this.badSettings = rows.filter(({ isBad }) => isBad).map(({ row }) => row.entry.setting);
    for (const { key, row, holds, isBad } of rows)
      tables.settings.update(row, {
        problem: isBad ? PROBLEMS.untilThen(CASE_SETTING_EXPECTS[key], holds) : '',
        lastGood: holds,
      });
    const as = (role: StaffPerson['role'], people: readonly { name: string; email: string }[]) =>
      people.map((person) => ({ ...person, role }));
    this.staff = [
      ...as('Handler', settings.handlers),
      ...as('Safety contact', settings.safetyContacts),
      ...as('Stand-in', settings.standIns),
      ...as('Board contact', settings.boardContact),
      ...as('Contact reader', settings.contactReaders),
    ];
  }

  get rules(): DeadlineRules {
    return this.settings;
  }

  /** Tells staff in the Registers spreadsheet; the words must tell nothing of what a case is about. */
  tell(words: ProblemWords): void {
    this.problems.push(words);
  }

  override commit(): void {
    super.commit();
    noteProblems(...this.problems.splice(0));
  }

  /** A drop-down list of the handlers; new rows come without one. */
  offerHandlers(): void {
    this.offer(
      this.tables.cases,
      'handler',
      this.settings.handlers.map(({ email }) => email),
    );
  }

  /** What happened in a case or with a question. The details may tell of it; they never leave this spreadsheet. */
  log(number: string, what: string, { who = BY_SYSTEM, details = '', responseId = '' } = {}): void {
    this.tables.caseLog.append({ when: this.now, number, who, what, details, responseId });
  }

  nextCase(): string {
    const existing = this.tables.cases.entries.map(({ number }) => number);
    return this.remembered('Last case', (last) => nextCaseNumber(this.year, existing, last));
  }

  nextQuestion(): string {
    const existing = this.tables.questions.entries.map(({ number }) => number);
    return this.remembered('Last question', (last) => nextQuestionNumber(this.year, existing, last));
  }

  nextPerson(): string {
    const existing = this.tables.people.entries.map(({ id }) => id);
    return this.remembered('Last person', (last) =>
      numbered('P-', highestNumber('P-', [...existing, last]) + 1, 4),
    );
  }

  /** Adds somebody to a case or a question. */
  addPerson(number: string, part: Part, known: Partial<PersonNamed>): void {
    const nobody = { name: '', email: '', phone: '', memberId: '', conflict: false, applied: '' };
    const name = shorten(oneLine(known.name ?? ''), 300, SHORTENED);
    this.tables.people.append({ ...nobody, ...known, name, id: this.nextPerson(), number, part });
  }

  nextMail(): string {
    const existing = this.tables.mailLog.entries.map(({ id }) => id);
    const prefix = 'IMSTL-NOTE-';
    return this.remembered('Last mail', (last) =>
      numbered(prefix, highestNumber(prefix, [...existing, last]) + 1, 6),
    );
  }

  private get year(): number {
    return Number(this.today.slice(0, 4));
  }

  private remembered(name: string, next: (last: string) => string): string {
    const made = next(recall(this.tables.state, name));
    remember(this.tables.state, name, made);
    return made;
  }

  caseRow(number: string): Row<Case> | undefined {
    return this.tables.cases.find(number);
  }

  peopleOf(number: string): Row<PersonNamed>[] {
    return this.tables.people.rows.filter(({ entry }) => entry.number === number);
  }

  /** The number under which a response was taken up, as the log tells. */
  numberOf(responseId: string): string | undefined {
    if (responseId === '') return undefined;
    const lines = this.tables.caseLog.entries.filter((line) => line.responseId === responseId);
    return lines.map(({ number }) => number).find(isOurNumber);
  }

  /** Addresses of the staff who are left out of a case. */
  conflictedIn(number: string): string[] {
    const left = this.peopleOf(number).filter(({ entry }) => entry.conflict);
    return left.map(({ entry }) => entry.email).filter((email) => email !== '');
  }

  /**
   * Addresses of those who may work on a case: all handlers who are not left out of it, and can open it.
   * @param readers those who can open it, when they are known already: finding them looks into every case
   */
  handlersOf(number: string, readers: readonly string[] = this.readers): string[] {
    const conflicted = this.conflictedIn(number);
    const emails = this.settings.handlers.map(({ email }) => email);
    return emails.filter((email) => readers.includes(email) && !isConflicted(email, conflicted));
  }

  /** Addresses of those who should be able to open the spreadsheet now. */
  get readers(): string[] {
    const { cases, questions, people } = this.tables;
    const open = [
      ...cases.entries.filter((entry) => !isSettled(entry)),
      ...questions.entries.filter(({ status }) => status === 'New' || status === null),
    ];
    const numbers = new Set(open.map(({ number }) => number));
    const named = people.entries.filter(({ number, conflict }) => conflict && numbers.has(number));
    return mayOpen(this.staff, [named.map(({ email }) => email)]);
  }

  /** Whom to tell of a case or a question. */
  routingOf(number: string, isUrgent = false) {
    const { contactAddress } = this.settings;
    const readers = [...this.readers, this.config.owner];
    return routing({ isUrgent, contactAddress, readers }, this.staff, this.conflictedIn(number));
  }
}

/**
 * Whether whoever is named in a case may open the spreadsheet again: when it is closed, and nothing was added since.
 * What was confirmed about her stays closed to her until it is erased.
 */
function isSettled(entry: Case): boolean {
  if (entry.erased !== null) return true;
  const { status, finding } = checkedIn(entry);
  return status === 'Closed' && finding !== 'Confirmed' && entry.nextStepBy === null;
}

/** Staff hear which settings there make no sense, and never a word of what stands in them. */
export function tellBadSettings(desk: CaseDesk): void {
  if (desk.badSettings.length > 0) desk.tell(PROBLEMS.badCaseSettings(desk.badSettings));
}

/** Reads the Cases spreadsheet in one call. Throws StaffError before Set up has made it. */
export function openCaseDesk(config: Config): CaseDesk {
  if (!config.cases) throw new StaffError(PROBLEMS.notSetUp);
  const place: Place = config.cases;
  const tables = readTables(CASE_REGISTERS, place, (name) => ({ headerOnly: name === 'auditTrail' }));
  return new CaseDesk(config, config.cases, tables, trailOf(CASE_REGISTERS, place, tables));
}
