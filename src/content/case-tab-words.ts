// The tabs of the Cases spreadsheet: their names, their headings, and a note on each heading.

import type {
  Case,
  CaseLogEntry,
  CaseMail,
  Figure,
  Letter,
  PersonNamed,
  Question,
} from '../domain/case-entries.ts';
import { HEADER_NOTES } from './tab-words.ts';

/** The name of the spreadsheet. */
export const CASES_TITLE = 'IMSTL Cases (confidential)';

/** The tabs in their order, and what each is for. */
export const CASE_TABS = {
  cases: { tab: 'Cases', note: 'Every report, one row each. Here you decide and write down.' },
  people: { tab: 'People named', note: 'Who is named in a case, apart from its story.' },
  caseLog: { tab: 'Case log', note: 'What happened in each case, and when. You can add lines below.' },
  questions: { tab: 'Questions', note: 'Questions and concerns that are no report.' },
  figures: {
    tab: 'Dashboard',
    note: 'The report by number, half year by half year. Small counts are masked, so it may be shown to others.',
  },
  mailLog: { tab: 'Mail log', note: 'Every email about a case, waiting or sent. Never its story.' },
  letters: { tab: 'Letters', note: 'Letters to begin with. You change them and send them yourself.' },
  caseMails: { tab: 'Mail log', note: 'Every email about a case: a number and a link, never a story.' },
} as const;

/** The heading of a column, and the note on it. */
type ColumnWords = readonly [header: string, note: string];
type WordsOf<E> = { readonly [K in keyof E]: ColumnWords };

const BY_SYSTEM = 'Filled in by the system.';
const AS_TOLD = 'As it was told. Please do not change it.';

const CASES: WordsOf<Case> = {
  number: ['Case', `Its number: year and running number. ${BY_SYSTEM}`],
  received: ['Received', `When it came in, St. Louis time. ${BY_SYSTEM}`],
  kind: ['Kind', 'A possible violation of the Code, or a safety concern.'],
  urgency: ['Urgency', 'Urgent: the safety contacts are written to at once. You can change it.'],
  status: ['Status', 'Where the case stands. Choose “Acknowledged” when you have read it.'],
  handler: ['Handler', 'The address of the person who works on it. Only a handler from Settings.'],
  acknowledgeBy: ['Acknowledge by', `By when somebody must have read it. ${BY_SYSTEM}`],
  nextStepBy: ['Next step by', 'By when you want to take the next step. Yours to change.'],
  answerBy: ['Answer by', `By when the person who wrote should have an answer. ${BY_SYSTEM}`],
  guidelines: ['What it is about', 'The guidelines of the Code, one on each line. You can correct them.'],
  happened: ['What happened', AS_TOLD],
  when: ['When', AS_TOLD],
  place: ['Where', `The place, or the way it came, such as phone or email. ${AS_TOLD}`],
  setting: ['Setting', 'Event, individual meetup, online, the site, or a public place.'],
  goingOn: ['Still going on', AS_TOLD],
  evidence: ['Links', `Links to messages, pictures or files. Open them with care. ${AS_TOLD}`],
  onBehalf: ['On behalf of', `For herself, for somebody else, or as one who saw or heard it. ${AS_TOLD}`],
  wish: ['Wish', `What she would like to happen. ${AS_TOLD}`],
  basis: ['Basis', `Why somebody was treated worse, if she said so. Very personal. ${AS_TOLD}`],
  police: ['Police told', `Whether the police know about it. ${AS_TOLD}`],
  lawDecision: ['Police: decision', 'Whether we contact the police. A case of violence needs this decision.'],
  lawDetails: ['Police: details', 'Who decided and why; which police, when, and their number.'],
  heardOn: ['Her side heard on', 'The day on which the person reported on told her side.'],
  notHeardBecause: ['Not heard because', 'Why her side was not heard, if that is so. For example: not safe.'],
  finding: ['Finding', 'What you found: confirmed, not confirmed, or it cannot be established.'],
  outcome: ['Outcome', 'What follows. Only after a finding.'],
  suspendedUntil: ['Suspended until', 'The last day of a suspension.'],
  contact: ['Contact', `How we may contact the person who wrote. ${AS_TOLD}`],
  contactTime: ['Contact when', `When we may contact her, St. Louis time. ${AS_TOLD}`],
  contactSubject: ['Subject line', `The subject line that she wants; empty for the neutral one. ${AS_TOLD}`],
  acknowledged: ['Acknowledged', `When somebody first read it and said so. ${BY_SYSTEM}`],
  outcomeOn: ['Outcome on', `The day of the outcome. ${BY_SYSTEM}`],
  closed: ['Closed', `The day on which it was closed. ${BY_SYSTEM}`],
  reconsiderBy: ['Reconsider by', `Until when somebody may ask for a second look. ${BY_SYSTEM}`],
  eraseFrom: ['Erase from', `From this day on it may be erased. ${BY_SYSTEM}`],
  erase: ['Erase', 'Tick it to erase the story and the names for good. This cannot be undone.'],
  erased: ['Erased', `The day on which it was erased. ${BY_SYSTEM}`],
  passPhrase: ['Pass-phrase', `A fingerprint of her pass-phrase; it cannot be read back. ${BY_SYSTEM}`],
  responseId: ['Response ID', `The form’s own number of the answer. ${BY_SYSTEM}`],
  checked: ['Checked', 'What the system checked last. Please leave it.'],
};

const CASE_LOG_COLUMNS: WordsOf<CaseLogEntry> = {
  when: ['When', 'When it happened, St. Louis time.'],
  number: ['Case', 'The number of the case or question.'],
  who: ['Who', 'Who did it.'],
  what: ['What', 'What was done.'],
  details: [
    'Details',
    'What else belongs to it. If something was told to others because the law asks for it: what, to whom, on what legal basis, by whom, and when.',
  ],
  responseId: ['Response ID', `The form’s own number of the answer. ${BY_SYSTEM}`],
};

const PEOPLE: WordsOf<PersonNamed> = {
  id: ['Person ID', `The number of this row. ${BY_SYSTEM}`],
  number: ['Case', 'The number of the case.'],
  part: ['Part', 'What she is to the case: reporter, person it happened to, person reported on, or witness.'],
  name: ['Name', 'The name as it was told. It can be wrong, or only a part.'],
  email: ['Email', 'Her address, if it was told.'],
  phone: ['Phone', 'Her phone number, if it was told.'],
  memberId: ['Member ID', 'Her number in Members. Only write it when you are sure: a name alone is a guess.'],
  conflict: ['Conflict', 'Ticked when she would work on the case or read its notices. Then others do it.'],
  applied: ['Applied', `What was written into Members because of the case. ${BY_SYSTEM}`],
};

const QUESTIONS: WordsOf<Question> = {
  number: ['Question', `Its number. ${BY_SYSTEM}`],
  received: ['Received', `When it came in, St. Louis time. ${BY_SYSTEM}`],
  status: ['Status', 'Choose “Answered” when you have answered, or “No answer needed”.'],
  handler: ['Handler', 'The address of the person who answers.'],
  answerBy: ['Answer by', `By when it should be answered. ${BY_SYSTEM}`],
  question: ['What was asked', AS_TOLD],
  name: ['Name', `Her name, if she gave it. ${AS_TOLD}`],
  email: ['Email', `Her address, if she gave it. ${AS_TOLD}`],
  phone: ['Phone', `Her phone number, if she gave it. ${AS_TOLD}`],
  contact: ['Contact', `How we may contact her. ${AS_TOLD}`],
  contactTime: ['Contact when', `When we may contact her, St. Louis time. ${AS_TOLD}`],
  contactSubject: ['Subject line', `The subject line that she wants; empty for the neutral one. ${AS_TOLD}`],
  replyDraft: ['Draft of a reply', 'A reply to begin with. Change it as you like, and send it yourself.'],
  answered: ['Answered', `The day of the answer. ${BY_SYSTEM}`],
  responseId: ['Response ID', `The form’s own number of the answer. ${BY_SYSTEM}`],
};

const MAILS: WordsOf<CaseMail> = {
  id: ['Mail ID', 'Number of the mail; it also stands at the end of the mail itself.'],
  queued: ['Queued', 'When the mail was put in line.'],
  kind: ['Kind', 'What kind of mail it is.'],
  to: ['To', 'The address it goes to.'],
  subject: ['Subject', 'The subject line.'],
  reference: ['Reference', 'The number of the case or question, or a day.'],
  state: ['State', 'Queued, Sending, Sent, Failed, or Cancelled.'],
  sent: ['Sent', 'When it was handed to Gmail.'],
  gmailId: ['Gmail ID', 'Gmail’s own number of the message.'],
  problem: ['Problem', 'Why it was not sent.'],
};

const LETTERS: WordsOf<Letter> = {
  number: ['Case', `The number of the case. ${BY_SYSTEM}`],
  prepared: ['Prepared', `When the letter was prepared. ${BY_SYSTEM}`],
  about: ['About', 'What kind of letter it is.'],
  text: ['Text', 'Copy it, fill in what stands in [brackets], and send it from your own mailbox.'],
  sent: ['Sent', 'Tick it when you have sent the letter.'],
};

const FIGURES: WordsOf<Figure> = {
  halfYear: ['Half year', 'Of which half of the year: 1 is January to June, 2 is July to December.'],
  figure: ['Figure', 'What is counted.'],
  value: ['Value', 'The count. “fewer than 5” and “hidden” protect people who could be recognised.'],
};

/** Heading and note of each column, by tab and field. */
export const CASE_COLUMN_WORDS = {
  cases: CASES,
  people: PEOPLE,
  caseLog: CASE_LOG_COLUMNS,
  questions: QUESTIONS,
  letters: LETTERS,
  caseMails: MAILS,
  figures: FIGURES,
} as const;

export type CaseTabName = keyof typeof CASE_COLUMN_WORDS;

type FieldsOf<T extends CaseTabName> = keyof (typeof CASE_COLUMN_WORDS)[T] & string;

/** The headings of a tab by field. */
export function caseHeaders<T extends CaseTabName>(tab: T): Record<FieldsOf<T>, string> {
  return pick(tab, 0);
}

/** The notes on the headings of a tab by field. */
export function caseHeaderNotes<T extends CaseTabName>(tab: T): Record<FieldsOf<T>, string> {
  return pick(tab, 1);
}

function pick<T extends CaseTabName>(tab: T, place: 0 | 1): Record<FieldsOf<T>, string> {
  const columns = Object.entries<ColumnWords>(CASE_COLUMN_WORDS[tab]);
  return Object.fromEntries(columns.map(([field, words]) => [field, words[place]])) as Record<
    FieldsOf<T>,
    string
  >;
}

/** The notes on the headings of all registers of the spreadsheet. */
export const CASE_NOTES = {
  cases: caseHeaderNotes('cases'),
  people: caseHeaderNotes('people'),
  caseLog: caseHeaderNotes('caseLog'),
  questions: caseHeaderNotes('questions'),
  letters: caseHeaderNotes('letters'),
  figures: caseHeaderNotes('figures'),
  mailLog: caseHeaderNotes('caseMails'),
  auditTrail: HEADER_NOTES.auditTrail,
  settings: HEADER_NOTES.settings,
  state: HEADER_NOTES.state,
};
