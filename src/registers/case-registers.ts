// The registers of the Cases spreadsheet: every tab of it, its columns in order, and their kinds.

import { CASE_HEADERS, CASE_TABS } from '../content/case-tab-words.ts';
import {
  CASE_KINDS,
  CASE_MAIL_KINDS,
  CASE_STATUSES,
  type Case,
  type CaseLogEntry,
  type CaseMail,
  CONTACT_TIMES,
  CONTACT_WAYS,
  FINDINGS,
  type Figure,
  GOING_ON,
  LAW_DECISIONS,
  type Letter,
  OUTCOMES,
  PARTS,
  type PersonNamed,
  QUESTION_STATUSES,
  type Question,
  URGENCIES,
} from '../domain/case-entries.ts';
import { MAIL_STATES } from '../domain/entries.ts';
import { type CellKind, choice, date, dateTime, text, tick } from './cells.ts';
import { type Column, column, type Register } from './register.ts';
import { auditTrail, settings, state } from './shared-registers.ts';

/** Columns for which only the system has a use. */
const HIDDEN = ['passPhrase', 'responseId', 'checked'];

/** Each field with its heading. */
function columns<E>(
  headers: { readonly [K in keyof E]: string },
  kinds: { readonly [K in keyof E]: CellKind<E[K]> },
): { readonly [K in keyof E]: Column<E[K]> } {
  const made: Partial<{ [K in keyof E]: Column<E[K]> }> = {};
  for (const field of Object.keys(kinds) as (keyof E)[])
    made[field] = { ...column(headers[field], kinds[field]), hidden: HIDDEN.includes(String(field)) };
  return made as { [K in keyof E]: Column<E[K]> };
}

const cases: Register<Case> = {
  tab: CASE_TABS.cases,
  sheetId: 201,
  key: 'number',
  filledBy: 'staff',
  columns: columns<Case>(CASE_HEADERS.cases, {
    number: text(100),
    received: dateTime(),
    kind: choice(CASE_KINDS, 150),
    urgency: choice(URGENCIES, 90),
    status: choice(CASE_STATUSES, 150),
    handler: text(200),
    acknowledgeBy: date(130),
    nextStepBy: date(120),
    answerBy: date(110),
    guidelines: text(220),
    happened: text(420),
    when: text(160),
    place: text(180),
    setting: text(140),
    goingOn: choice(GOING_ON, 110),
    evidence: text(220),
    onBehalf: text(180),
    wish: text(260),
    basis: text(160),
    police: text(120),
    lawDecision: choice(LAW_DECISIONS, 140),
    lawDetails: text(260),
    heardOn: date(140),
    notHeardBecause: text(220),
    finding: choice(FINDINGS, 160),
    outcome: choice(OUTCOMES, 150),
    suspendedUntil: date(130),
    contact: choice(CONTACT_WAYS, 170),
    contactTime: choice(CONTACT_TIMES, 170),
    contactSubject: text(200),
    acknowledged: dateTime(),
    outcomeOn: date(),
    closed: date(),
    reconsiderBy: date(120),
    eraseFrom: date(),
    erase: tick(),
    erased: date(),
    passPhrase: text(120),
    responseId: text(120),
    checked: text(120),
  }),
};

const people: Register<PersonNamed> = {
  tab: CASE_TABS.people,
  sheetId: 202,
  key: 'id',
  filledBy: 'staff',
  columns: columns<PersonNamed>(CASE_HEADERS.people, {
    id: text(100),
    number: text(100),
    part: choice(PARTS, 170),
    name: text(200),
    email: text(220),
    phone: text(140),
    memberId: text(110),
    conflict: tick(90),
    applied: text(220),
  }),
};

const caseLog: Register<CaseLogEntry> = {
  tab: CASE_TABS.caseLog,
  sheetId: 203,
  key: 'number',
  filledBy: 'staff',
  columns: columns<CaseLogEntry>(CASE_HEADERS.caseLog, {
    when: dateTime(),
    number: text(110),
    who: text(200),
    what: text(240),
    details: text(520),
    responseId: text(120),
  }),
};

const questions: Register<Question> = {
  tab: CASE_TABS.questions,
  sheetId: 204,
  key: 'number',
  filledBy: 'staff',
  columns: columns<Question>(CASE_HEADERS.questions, {
    number: text(110),
    received: dateTime(),
    status: choice(QUESTION_STATUSES, 140),
    handler: text(200),
    answerBy: date(110),
    question: text(420),
    name: text(180),
    email: text(220),
    phone: text(140),
    contact: choice(CONTACT_WAYS, 170),
    contactTime: choice(CONTACT_TIMES, 170),
    contactSubject: text(200),
    replyDraft: text(420),
    answered: date(),
    responseId: text(120),
  }),
};

const letters: Register<Letter> = {
  tab: CASE_TABS.letters,
  sheetId: 205,
  key: 'number',
  filledBy: 'staff',
  columns: columns<Letter>(CASE_HEADERS.letters, {
    number: text(110),
    prepared: dateTime(),
    about: text(220),
    text: text(620),
    sent: tick(),
  }),
};

const figures: Register<Figure> = {
  tab: CASE_TABS.figures,
  sheetId: 206,
  key: 'figure',
  filledBy: 'system',
  columns: columns<Figure>(CASE_HEADERS.figures, {
    halfYear: text(110),
    figure: text(320),
    value: text(140),
  }),
};

const mailLog: Register<CaseMail> = {
  tab: CASE_TABS.mailLog,
  sheetId: 104,
  key: 'id',
  filledBy: 'system',
  columns: columns<CaseMail>(CASE_HEADERS.mailLog, {
    id: text(190),
    queued: dateTime(),
    kind: choice(CASE_MAIL_KINDS, 170),
    to: text(230),
    subject: text(320),
    reference: text(120),
    state: choice(MAIL_STATES, 100),
    sent: dateTime(),
    gmailId: text(150),
    problem: text(320),
  }),
};

/** All registers of the Cases spreadsheet, in the order of their tabs. */
export const CASE_REGISTERS = {
  cases,
  people,
  caseLog,
  questions,
  letters,
  figures,
  mailLog,
  auditTrail,
  settings,
  state,
} as const;

export type CaseRegisterName = keyof typeof CASE_REGISTERS;
