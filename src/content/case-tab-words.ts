// The tabs of the Cases spreadsheet: their names and their headings.

import type {
  Case,
  CaseLogEntry,
  CaseMail,
  Figure,
  Letter,
  PersonNamed,
  Question,
} from '../domain/case-entries.ts';

/** The name of the spreadsheet. */
export const CASES_TITLE = 'IMSTL Cases (confidential)';

/** The tabs in their order. */
export const CASE_TABS = {
  cases: 'Cases',
  people: 'People named',
  caseLog: 'Case log',
  questions: 'Questions',
  letters: 'Letters',
  figures: 'Report by number',
  mailLog: 'Mail log',
} as const;

type WordsOf<E> = { readonly [K in keyof E]: string };

const CASES: WordsOf<Case> = {
  number: 'Case',
  received: 'Received',
  kind: 'Kind',
  urgency: 'Urgency',
  status: 'Status',
  handler: 'Handler',
  acknowledgeBy: 'Acknowledge by',
  nextStepBy: 'Next step by',
  answerBy: 'Answer by',
  guidelines: 'What it is about',
  happened: 'What happened',
  when: 'When',
  place: 'Where',
  setting: 'Setting',
  goingOn: 'Still going on',
  evidence: 'Links',
  onBehalf: 'On behalf of',
  wish: 'Wish',
  basis: 'Basis',
  police: 'Police told',
  lawDecision: 'Police: decision',
  lawDetails: 'Police: details',
  heardOn: 'Her side heard on',
  notHeardBecause: 'Not heard because',
  finding: 'Finding',
  outcome: 'Outcome',
  suspendedUntil: 'Suspended until',
  contact: 'Contact',
  contactTime: 'Contact when',
  contactSubject: 'Subject line',
  acknowledged: 'Acknowledged',
  outcomeOn: 'Outcome on',
  closed: 'Closed',
  reconsiderBy: 'Reconsider by',
  eraseFrom: 'Erase from',
  erase: 'Erase',
  erased: 'Erased',
  passPhrase: 'Pass-phrase',
  responseId: 'Response ID',
  checked: 'Checked',
};

const CASE_LOG_COLUMNS: WordsOf<CaseLogEntry> = {
  when: 'When',
  number: 'Case',
  who: 'Who',
  what: 'What',
  details: 'Details',
  responseId: 'Response ID',
};

const PEOPLE: WordsOf<PersonNamed> = {
  id: 'Person ID',
  number: 'Case',
  part: 'Part',
  name: 'Name',
  email: 'Email',
  phone: 'Phone',
  memberId: 'Member ID',
  conflict: 'Conflict',
  applied: 'Applied',
};

const QUESTIONS: WordsOf<Question> = {
  number: 'Question',
  received: 'Received',
  status: 'Status',
  handler: 'Handler',
  answerBy: 'Answer by',
  question: 'What was asked',
  name: 'Name',
  email: 'Email',
  phone: 'Phone',
  contact: 'Contact',
  contactTime: 'Contact when',
  contactSubject: 'Subject line',
  replyDraft: 'Draft of a reply',
  answered: 'Answered',
  responseId: 'Response ID',
};

const MAILS: WordsOf<CaseMail> = {
  id: 'Mail ID',
  queued: 'Queued',
  kind: 'Kind',
  to: 'To',
  subject: 'Subject',
  reference: 'Reference',
  state: 'State',
  sent: 'Sent',
  gmailId: 'Gmail ID',
  problem: 'Problem',
};

const LETTERS: WordsOf<Letter> = {
  number: 'Case',
  prepared: 'Prepared',
  about: 'About',
  text: 'Text',
  sent: 'Sent',
};

const FIGURES: WordsOf<Figure> = {
  halfYear: 'Half year',
  figure: 'Figure',
  value: 'Value',
};

/** The headings of each tab by field. */
export const CASE_HEADERS = {
  cases: CASES,
  people: PEOPLE,
  caseLog: CASE_LOG_COLUMNS,
  questions: QUESTIONS,
  letters: LETTERS,
  figures: FIGURES,
  mailLog: MAILS,
} as const;
