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
import { auditTrail, mailbox, settings, state } from './shared-registers.ts';

/** Columns for which only the system has a use. */
const HIDDEN = ['passPhrase', 'responseId', 'checked'];

/** Which columns differ from the others of their tab. */
interface Marks<E> {
  /** Long texts, of which some lines are shown. */
  wrap?: readonly (keyof E)[];
  /** What came with the form, and stays as it was told. */
  told?: readonly (keyof E)[];
  /** What the system fills in. */
  stamped?: readonly (keyof E)[];
}

/** Enough for a heading of two words and the button beside it. */
const DATE = 120;
const TIME = 170;

/** Each field with its heading. */
function columns<E>(
  headers: { readonly [K in keyof E]: string },
  kinds: { readonly [K in keyof E]: CellKind<E[K]> },
  { wrap = [], told = [], stamped = [] }: Marks<E> = {},
): { readonly [K in keyof E]: Column<E[K]> } {
  const made: Partial<{ [K in keyof E]: Column<E[K]> }> = {};
  for (const field of Object.keys(kinds) as (keyof E)[])
    made[field] = {
      ...column(headers[field], kinds[field]),
      hidden: HIDDEN.includes(String(field)),
      wrap: wrap.includes(field),
      ...(told.includes(field) ? { filledBy: 'members' as const } : {}),
      ...(stamped.includes(field) ? { filledBy: 'system' as const } : {}),
    };
  return made as { [K in keyof E]: Column<E[K]> };
}

const CONTACT = ['contact', 'contactTime', 'contactSubject'] as const;

/** First what a handler looks for, then the story, then what she decides, then how to reach the person who wrote. */
const cases: Register<Case> = {
  tab: CASE_TABS.cases,
  sheetId: 201,
  key: 'number',
  filledBy: 'staff',
  // One column only: on a phone, two would leave no room for the others.
  frozenColumns: 1,
  rowHeight: 78,
  columns: columns<Case>(
    CASE_HEADERS.cases,
    {
      number: text(100),
      urgency: choice(URGENCIES, 100),
      status: choice(CASE_STATUSES, 160),
      handler: text(210),
      acknowledgeBy: date(165),
      nextStepBy: date(130),
      answerBy: date(DATE),
      kind: choice(CASE_KINDS, 150),
      happened: text(480),
      guidelines: text(220),
      goingOn: choice(GOING_ON, 145),
      wish: text(280),
      when: text(170),
      place: text(190),
      setting: text(140),
      onBehalf: text(160),
      basis: text(170),
      police: text(120),
      evidence: text(220),
      heardOn: date(185),
      notHeardBecause: text(220),
      finding: choice(FINDINGS, 170),
      outcome: choice(OUTCOMES, 150),
      suspendedUntil: date(165),
      lawDecision: choice(LAW_DECISIONS, 165),
      lawDetails: text(280),
      contact: choice(CONTACT_WAYS, 190),
      contactTime: choice(CONTACT_TIMES, 190),
      contactSubject: text(200),
      received: dateTime(TIME),
      acknowledged: dateTime(TIME),
      outcomeOn: date(DATE),
      closed: date(DATE),
      reconsiderBy: date(140),
      eraseFrom: date(DATE),
      erase: tick(90),
      erased: date(DATE),
      passPhrase: text(120),
      responseId: text(120),
      checked: text(120),
    },
    {
      wrap: [
        'happened',
        'guidelines',
        'wish',
        'when',
        'place',
        'basis',
        'evidence',
        'notHeardBecause',
        'lawDetails',
      ],
      told: [
        'happened',
        'goingOn',
        'wish',
        'when',
        'place',
        'setting',
        'onBehalf',
        'basis',
        'police',
        'evidence',
        ...CONTACT,
      ],
      stamped: [
        'number',
        'acknowledgeBy',
        'answerBy',
        'received',
        'acknowledged',
        'outcomeOn',
        'closed',
        'reconsiderBy',
        'eraseFrom',
        'erased',
      ],
    },
  ),
};

const people: Register<PersonNamed> = {
  tab: CASE_TABS.people,
  sheetId: 202,
  key: 'id',
  filledBy: 'staff',
  columns: columns<PersonNamed>(CASE_HEADERS.people, {
    id: text(120),
    number: text(100),
    part: choice(PARTS, 190),
    name: text(200),
    email: text(220),
    phone: text(170),
    memberId: text(130),
    conflict: tick(110),
    applied: text(220),
  }),
};

const caseLog: Register<CaseLogEntry> = {
  tab: CASE_TABS.caseLog,
  sheetId: 203,
  key: 'number',
  filledBy: 'staff',
  columns: columns<CaseLogEntry>(
    CASE_HEADERS.caseLog,
    {
      when: dateTime(TIME),
      number: text(110),
      who: text(200),
      what: text(340),
      details: text(520),
      responseId: text(120),
    },
    { wrap: ['details'] },
  ),
};

const questions: Register<Question> = {
  tab: CASE_TABS.questions,
  sheetId: 204,
  key: 'number',
  filledBy: 'staff',
  frozenColumns: 1,
  rowHeight: 78,
  columns: columns<Question>(
    CASE_HEADERS.questions,
    {
      number: text(120),
      status: choice(QUESTION_STATUSES, 160),
      handler: text(210),
      answerBy: date(DATE),
      question: text(420),
      replyDraft: text(420),
      name: text(180),
      email: text(220),
      phone: text(140),
      contact: choice(CONTACT_WAYS, 190),
      contactTime: choice(CONTACT_TIMES, 190),
      contactSubject: text(200),
      received: dateTime(TIME),
      answered: date(DATE),
      responseId: text(120),
    },
    {
      wrap: ['question', 'replyDraft'],
      told: ['question', 'name', 'email', 'phone', ...CONTACT],
      stamped: ['number', 'answerBy', 'received', 'answered'],
    },
  ),
};

const letters: Register<Letter> = {
  tab: CASE_TABS.letters,
  sheetId: 205,
  key: 'number',
  filledBy: 'staff',
  columns: columns<Letter>(CASE_HEADERS.letters, {
    number: text(110),
    prepared: dateTime(TIME),
    about: text(220),
    text: text(620),
    sent: tick(80),
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
    queued: dateTime(TIME),
    kind: choice(CASE_MAIL_KINDS, 170),
    to: text(230),
    subject: text(320),
    reference: text(120),
    state: choice(MAIL_STATES, 100),
    sent: dateTime(TIME),
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
  mailbox,
  auditTrail,
  settings,
  state,
} as const;

export type CaseRegisterName = keyof typeof CASE_REGISTERS;
