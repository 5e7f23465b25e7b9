// Goes through the Cases spreadsheet after somebody has typed in it: what the rules allow is stamped, logged and
// followed by its mails; the rest is put back, with a note on the cell.

import { outcomeLetter } from '../content/case-letters.ts';
import { CASE_HEADERS } from '../content/case-tab-words.ts';
import { CASE_AUDIT, CASE_LOG, putBackNote } from '../content/case-words.ts';
import { BY_SOMEBODY } from '../content/marks.ts';
import type { PutBackReason } from '../content/texts/put-back.ts';
import { addDays } from '../domain/calendar.ts';
import { type CaseStep, reviewChange } from '../domain/case-changes.ts';
import { isConflicted } from '../domain/case-conflicts.ts';
import { deadlinesWhenReopened, eraseFrom, nextStepAfter, reconsiderBy } from '../domain/case-deadlines.ts';
import {
  type CaseFacts,
  checkedIn,
  checkedState,
  DECIDED_FIELDS,
  type Decided,
  type DecidedField,
  decidedOf,
  STAMPED_FIELDS,
  type StampedField,
} from '../domain/case-decided.ts';
import type { Case } from '../domain/case-entries.ts';
import { isOurNumber, readCaseNumber } from '../domain/case-numbers.ts';
import { seldomPart } from '../google/seldom-part.ts';
import { readTexts } from '../google/texts.ts';
import type { Row } from '../registers/table.ts';
import { leaveOutOfAll } from './case-conflicts.ts';
import type { CaseDesk } from './case-desk.ts';
import { answersTo, queueForReporter } from './case-outbox.ts';
import { reviewQuestions } from './case-questions.ts';
import { noteTold } from './case-told.ts';
import { reviewUrgency } from './case-urgent.ts';

type Field = DecidedField | StampedField;
const FIELDS: readonly Field[] = [...DECIDED_FIELDS, ...STAMPED_FIELDS];
/** Fields whose words may tell of a case, so that no trail repeats them. */
const IN_CONFIDENCE: readonly Field[] = ['lawDetails', 'notHeardBecause'];
const HEADERS = CASE_HEADERS.cases;
/** A next step planned for later than so many days ahead would be forgotten. */
const NEXT_STEP_DAYS = 90;

/** Whether nobody has seen this row yet; a number in it may be the handler's own. */
function isNewlyTyped(desk: CaseDesk, { number, checked, responseId }: Case): boolean {
  const isKnown = () => desk.tables.caseLog.entries.some((entry) => entry.number === number);
  return !isOurNumber(number) || (checked === '' && responseId === '' && !isKnown());
}

/**
 * @param who changed something, as far as Google tells
 * @param changes whether names may have changed, of the staff or in a case
 */
export function reviewCases(desk: CaseDesk, who = BY_SOMEBODY, { namesChanged = true } = {}): void {
  tidyNumbers(desk);
  if (namesChanged) leaveOutOfAll(desk);
  for (const row of desk.tables.cases.rows) {
    bringBack(desk, row, who);
    if (isNewlyTyped(desk, row.entry)) seldomPart().takeUpTyped(desk, row, who);
    noteTold(desk, row, who);
    reviewUrgency(desk, row, who);
    takeOffWhoIsLeftOut(desk, row, who);
    reviewCase(desk, row, who);
    desk.tables.cases.update(row, { checked: checkedState(row.entry) });
  }
  reviewQuestions(desk, who);
  for (const row of desk.tables.caseLog.rows)
    if (row.entry.when === null && row.faults.when === undefined)
      desk.tables.caseLog.update(row, { when: desk.now, who: row.entry.who || who });
  for (const row of desk.tables.people.rows)
    if (row.entry.id === '') desk.tables.people.update(row, { id: desk.nextPerson() });
}

/** People type `2026-1` and mean `2026-001`; the lines of a case are found by its number. */
function tidyNumbers(desk: CaseDesk): void {
  const { people, caseLog } = desk.tables;
  const meant = (number: string) => {
    const read = readCaseNumber(number);
    return read !== null && desk.caseRow(read) ? read : number;
  };
  for (const row of people.rows) people.update(row, { number: meant(row.entry.number) });
  for (const row of caseLog.rows) caseLog.update(row, { number: meant(row.entry.number) });
}

/** Cells that must stay as they were: number, receipt and deadlines always, what it is about once it is closed. */
function bringBack(desk: CaseDesk, row: Row<Case>, who: string): void {
  const known = { number: desk.numberOf(row.entry.responseId), ...checkedIn(row.entry) };
  type Kept = 'number' | 'received' | 'acknowledgeBy' | 'nextStepBy' | 'answerBy' | 'kind' | 'guidelines';
  const keep = (field: Kept, reason: PutBackReason) => {
    const value = known[field];
    const typed = row.entry[field];
    if (value === undefined || (value === typed && row.faults[field] === undefined)) return;
    desk.tables.cases.update(row, { [field]: value });
    putBack(desk, row, field, [reason], who, field === 'number' ? (typed ?? '') : '');
  };
  keep('number', 'filled by the system');
  if (known.received !== null) keep('received', 'filled by the system');
  keep('acknowledgeBy', 'filled by the system');
  keep('answerBy', 'filled by the system');
  const { nextStepBy } = row.entry;
  if (nextStepBy !== null && nextStepBy > addDays(desk.today, NEXT_STEP_DAYS))
    keep('nextStepBy', 'too far ahead');
  if (known.status !== 'Closed') return;
  keep('kind', 'closed');
  keep('guidelines', 'closed');
}

/** Whoever turns out to be in conflict works on the case no longer; whoever handled a case that is over stays named. */
function takeOffWhoIsLeftOut(desk: CaseDesk, row: Row<Case>, who: string): void {
  const before = checkedIn(row.entry);
  const { number, handler } = row.entry;
  if (before.handler === '' || before.status === 'Closed') return;
  if (!isConflicted(before.handler, desk.conflictedIn(number))) return;
  const after = { ...before, handler: '' };
  const isHers = handler === before.handler;
  const checked = checkedState({ ...row.entry, ...after });
  desk.tables.cases.update(row, { checked, ...(isHers ? { handler: '' } : {}) });
  desk.note(desk.tables.cases, row, 'handler', putBackNote(readTexts().putBack, ['handler in conflict']));
  desk.log(number, CASE_LOG.handler, { who });
  noteChange(desk, number, 'handler', before, after, who);
}

function reviewCase(desk: CaseDesk, row: Row<Case>, who: string): void {
  reviewErasure(desk, row, who);
  const before = decidedOf(checkedIn(row.entry));
  const wanted = decidedOf(row.entry);
  const unreadable = FIELDS.filter((field) => row.faults[field] !== undefined);
  if (unreadable.length === 0 && isSame(before, wanted)) return;
  const { number } = row.entry;
  const { accepted, refused, steps } = reviewChange(before, wanted, factsOf(desk, row.entry), unreadable);
  desk.tables.cases.update(row, { ...accepted, checked: checkedState({ ...row.entry, ...accepted }) });
  for (const { field, reasons } of refused) putBack(desk, row, field, reasons, who);
  for (const field of FIELDS.filter((changed) => before[changed] !== accepted[changed]))
    noteChange(desk, number, field, before, accepted, who);
  for (const step of steps) follow(desk, row, step, who);
  if (steps.length > 0) {
    const { nextStepBy } = row.entry;
    const next = nextStepAfter(nextStepBy, desk.today, desk.rules);
    desk.tables.cases.update(row, { nextStepBy: accepted.status === 'Closed' ? null : next });
  }
  const standing = refused.map(({ field }) => field);
  for (const field of DECIDED_FIELDS)
    if (before[field] !== accepted[field] && !standing.includes(field))
      desk.note(desk.tables.cases, row, field, '');
}

const isSame = (a: Decided, b: Decided) => FIELDS.every((field) => a[field] === b[field]);

function factsOf(desk: CaseDesk, entry: Case): CaseFacts {
  const { number, kind, guidelines, received, erased } = entry;
  return {
    violence: checkedIn(entry).violence,
    kind,
    guidelines,
    received,
    handlers: desk.settings.handlers.map(({ email }) => email),
    conflicted: desk.conflictedIn(number),
    erased: erased !== null,
    now: desk.now,
  };
}

function putBack(
  desk: CaseDesk,
  row: Row<Case>,
  field: keyof Case & string,
  reasons: readonly PutBackReason[],
  who: string,
  typed = '',
): void {
  const { number } = row.entry;
  desk.note(desk.tables.cases, row, field, putBackNote(readTexts().putBack, reasons));
  const details = [HEADERS[field], typed].filter((part) => part !== '').join(': ');
  desk.log(number, CASE_LOG.putBack, { who, details });
  desk.audit({ who, what: CASE_AUDIT.putBack(HEADERS[field]), subject: number, before: '', after: '' });
}

/** A line in the trail for each decided cell; free words stay out of it. */
function noteChange(
  desk: CaseDesk,
  number: string,
  field: Field,
  before: Decided,
  after: Decided,
  who: string,
): void {
  const handlers = ['', ...desk.settings.handlers.map(({ email }) => email)];
  const told = (decided: Decided) => {
    const isTold = field === 'handler' ? handlers.includes(decided.handler) : !IN_CONFIDENCE.includes(field);
    return isTold ? String(decided[field] ?? '') : '';
  };
  const what = CASE_AUDIT.changed(HEADERS[field]);
  desk.audit({ who, what, subject: number, before: told(before), after: told(after) });
}

const LOG_OF: Record<CaseStep, string> = {
  acknowledged: CASE_LOG.acknowledged,
  reopened: CASE_LOG.reopened,
  'status changed': CASE_LOG.status,
  'handler changed': CASE_LOG.handler,
  'hearing changed': CASE_LOG.heard,
  'law decision changed': CASE_LOG.lawDecision,
  'finding made': CASE_LOG.finding,
  'finding taken back': CASE_LOG.finding,
  'outcome decided': CASE_LOG.outcome,
  'outcome taken back': CASE_LOG.outcome,
  closed: CASE_LOG.closed,
};

/** The line in the case log, and what else follows from a step. */
function follow(desk: CaseDesk, row: Row<Case>, step: CaseStep, who: string): void {
  const { cases } = desk.tables;
  const { rules, today } = desk;
  const { number } = row.entry;
  const isUnheard = step === 'hearing changed' && row.entry.heardOn === null;
  desk.log(number, isUnheard ? CASE_LOG.notHeard : LOG_OF[step], {
    who,
    details: detailsOf(step, row.entry),
  });
  switch (step) {
    case 'acknowledged':
      queueForReporter(desk, 'Report acknowledged', number);
      return;
    case 'reopened':
      cases.update(row, { ...deadlinesWhenReopened(today, rules), eraseFrom: null, erase: false });
      return;
    case 'outcome decided':
      cases.update(row, { reconsiderBy: reconsiderBy(row.entry.outcomeOn ?? today, rules) });
      prepareLetter(desk, row.entry);
      return;
    case 'outcome taken back':
      cases.update(row, { reconsiderBy: null });
      return;
    case 'closed':
      cases.update(row, {
        reconsiderBy: row.entry.reconsiderBy ?? reconsiderBy(today, rules),
        eraseFrom: eraseFrom(today, desk.settings.retentionYears),
      });
      queueForReporter(desk, 'Report closed', number);
      return;
  }
}

function detailsOf(step: CaseStep, entry: Case): string {
  switch (step) {
    case 'status changed':
      return entry.status ?? '';
    case 'handler changed':
      return entry.handler;
    case 'hearing changed':
      return entry.heardOn ?? entry.notHeardBecause;
    case 'law decision changed':
      return [entry.lawDecision ?? '', entry.lawDetails].filter((part) => part !== '').join(': ');
    case 'finding made':
      return entry.finding ?? '';
    case 'outcome decided':
      return [entry.outcome ?? '', entry.suspendedUntil ?? ''].filter((part) => part !== '').join(' until ');
    default:
      return '';
  }
}

/** A letter to begin with; the handler changes it and sends it herself. */
function prepareLetter(desk: CaseDesk, { number, outcome, suspendedUntil, reconsiderBy: until }: Case): void {
  if (outcome === null) return;
  const { programme } = desk.settings;
  const contact = answersTo(desk, number);
  const { about, text } = outcomeLetter(readTexts().outcomeLetters, {
    outcome,
    suspendedUntil,
    reconsiderBy: until,
    programme,
    contact,
  });
  desk.tables.letters.append({ number, prepared: desk.now, about, text, sent: false });
  desk.log(number, CASE_LOG.letter, { details: about });
}

/** A tick too early is taken away at once; a tick in time is carried out in the coming night. */
function reviewErasure(desk: CaseDesk, row: Row<Case>, who: string): void {
  const { cases } = desk.tables;
  const { closed } = checkedIn(row.entry);
  // Without its day nobody would be asked ever again.
  if (closed !== null && row.entry.eraseFrom === null)
    cases.update(row, { eraseFrom: eraseFrom(closed, desk.settings.retentionYears) });
  const { erase, erased, eraseFrom: from, status } = row.entry;
  if (!erase || erased !== null) return;
  if (status === 'Closed' && from !== null && from <= desk.today) {
    desk.note(cases, row, 'erase', '');
    return;
  }
  cases.update(row, { erase: false });
  putBack(desk, row, 'erase', ['not yet to be erased'], who);
}
