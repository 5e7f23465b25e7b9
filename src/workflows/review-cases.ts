// Goes through the Cases spreadsheet after somebody has typed in it: what the rules allow is stamped, logged and
// followed by its mails; the rest is put back, with a note on the cell.

import { outcomeLetter } from '../content/case-letters.ts';
import { CASE_HEADERS } from '../content/case-tab-words.ts';
import { CASE_AUDIT, CASE_LOG, type PutBackReason, putBackNote } from '../content/case-words.ts';
import { BY_SOMEBODY } from '../content/marks.ts';
import { type CaseStep, reviewChange } from '../domain/case-changes.ts';
import {
  deadlinesWhenReopened,
  eraseFrom,
  firstDeadlines,
  nextStepAfter,
  reconsiderBy,
} from '../domain/case-deadlines.ts';
import {
  type CaseFacts,
  DECIDED_FIELDS,
  type Decided,
  type DecidedField,
  decidedOf,
  STAMPED_FIELDS,
  type StampedField,
} from '../domain/case-decided.ts';
import type { Case } from '../domain/case-entries.ts';
import { isOurNumber } from '../domain/case-numbers.ts';
import { urgencyOf } from '../domain/case-urgency.ts';
import { readTexts } from '../google/texts.ts';
import type { Row } from '../registers/table.ts';
import type { CaseDesk } from './case-desk.ts';
import { queueForReporter } from './case-outbox.ts';

type Field = DecidedField | StampedField;
const FIELDS: readonly Field[] = [...DECIDED_FIELDS, ...STAMPED_FIELDS];
/** Fields whose words may tell of a case, so that no trail repeats them. */
const IN_CONFIDENCE: readonly Field[] = ['lawDetails', 'notHeardBecause'];
const HEADERS = CASE_HEADERS.cases;

/** @param who changed something, as far as Google tells */
export function reviewCases(desk: CaseDesk, who = BY_SOMEBODY): void {
  for (const row of desk.tables.cases.rows) {
    if (!isOurNumber(row.entry.number)) giveNumber(desk, row, who);
    reviewCase(desk, row, who);
  }
  for (const row of desk.tables.questions.rows) {
    if (!isOurNumber(row.entry.number))
      desk.tables.questions.update(row, { number: numberBefore(desk, row.entry) ?? desk.nextQuestion() });
    const { status, answered, number } = row.entry;
    if ((status === 'New') === (answered === null)) continue;
    desk.tables.questions.update(row, { answered: status === 'New' ? null : desk.today });
    if (status !== 'New') desk.log(number, CASE_LOG.answered, { who });
  }
  for (const row of desk.tables.caseLog.rows)
    if (row.entry.when === null && row.faults.when === undefined)
      desk.tables.caseLog.update(row, { when: desk.now, who: row.entry.who || who });
  for (const row of desk.tables.people.rows)
    if (row.entry.id === '') desk.tables.people.update(row, { id: desk.nextPerson() });
}

/** Words in place of a number would come into mails and into Registers; the log keeps them. */
function giveNumber(desk: CaseDesk, row: Row<Case>, who: string): void {
  const typed = row.entry.number;
  if (row.entry.checked === '') takeUpTyped(desk, row, who);
  else desk.tables.cases.update(row, { number: numberBefore(desk, row.entry) ?? desk.nextCase() });
  if (typed !== '')
    desk.log(row.entry.number, CASE_LOG.putBack, { who, details: `${HEADERS.number}: ${typed}` });
}

/** The number that it had, as the log tells by the response that it came with. */
function numberBefore(desk: CaseDesk, { responseId }: { responseId: string }): string | undefined {
  const line = desk.tables.caseLog.entries.find((entry) => entry.responseId === responseId);
  return responseId === '' ? undefined : line?.number;
}

/** A report that came by phone or by mail: a handler has typed it below the others. */
function takeUpTyped(desk: CaseDesk, row: Row<Case>, who: string): void {
  const number = desk.nextCase();
  const received = row.entry.received ?? desk.now;
  const kind = row.entry.kind ?? 'Possible violation';
  const { happened, guidelines, goingOn } = row.entry;
  const urgency = row.entry.urgency ?? urgencyOf({ kind, guidelines, goingOn, texts: [happened] });
  const fresh = { number, received, kind, urgency, ...firstDeadlines(received, desk.rules) };
  const decided = { ...NOTHING_DECIDED, checked: JSON.stringify(NOTHING_DECIDED) };
  desk.tables.cases.update(row, { ...fresh, ...decided });
  desk.log(number, CASE_LOG.received, { who });
  desk.audit({ who, what: CASE_AUDIT.received, subject: number, before: '', after: '' });
}

const NOTHING_DECIDED: Decided = {
  status: 'New',
  handler: '',
  finding: null,
  outcome: null,
  suspendedUntil: null,
  lawDecision: null,
  lawDetails: '',
  heardOn: null,
  notHeardBecause: '',
  acknowledged: null,
  outcomeOn: null,
  closed: null,
};

function reviewCase(desk: CaseDesk, row: Row<Case>, who: string): void {
  reviewErasure(desk, row);
  const before = checkedIn(row.entry);
  const wanted = decidedOf(row.entry);
  const unreadable = FIELDS.filter((field) => row.faults[field] !== undefined);
  if (unreadable.length === 0 && isSame(before, wanted)) return;
  const { number } = row.entry;
  const { accepted, refused, steps } = reviewChange(before, wanted, factsOf(desk, row.entry), unreadable);
  desk.tables.cases.update(row, { ...accepted, checked: JSON.stringify(accepted) });
  for (const { field, reasons } of refused) putBack(desk, row, field, reasons, who);
  for (const field of FIELDS.filter((changed) => before[changed] !== accepted[changed]))
    noteChange(desk, number, field, before, accepted, who);
  for (const step of steps) follow(desk, row, step, who);
  if (steps.length > 0) {
    const { nextStepBy } = row.entry;
    desk.tables.cases.update(row, { nextStepBy: nextStepAfter(nextStepBy, desk.today, desk.rules) });
  }
  const standing = refused.map(({ field }) => field);
  for (const field of DECIDED_FIELDS)
    if (before[field] !== accepted[field] && !standing.includes(field))
      desk.note(desk.tables.cases, row, field, '');
}

const isSame = (a: Decided, b: Decided) => FIELDS.every((field) => a[field] === b[field]);

/** The state that was checked last; when somebody has spoilt that cell, what stands there is judged from the start. */
function checkedIn({ checked }: Case): Decided {
  try {
    const known = JSON.parse(checked) as Partial<Decided>;
    return { ...NOTHING_DECIDED, ...known };
  } catch {
    return NOTHING_DECIDED;
  }
}

function factsOf(desk: CaseDesk, { number, kind, guidelines, received, erased }: Case): CaseFacts {
  return {
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
): void {
  const { number } = row.entry;
  desk.note(desk.tables.cases, row, field, putBackNote(reasons));
  desk.log(number, CASE_LOG.putBack, { who, details: HEADERS[field] });
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
  const { programme, contactAddress: contact } = desk.settings;
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
function reviewErasure(desk: CaseDesk, row: Row<Case>): void {
  const { erase, erased, eraseFrom: from, status } = row.entry;
  if (!erase || erased !== null) return;
  if (status === 'Closed' && from !== null && from <= desk.today) return;
  desk.tables.cases.update(row, { erase: false });
  putBack(desk, row, 'erase', ['not yet to be erased'], BY_SOMEBODY);
}
