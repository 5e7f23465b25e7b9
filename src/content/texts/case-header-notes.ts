// The notes on the headings of the Cases spreadsheet: what stands in the column and who fills it in.

import type {
  Case,
  CaseLogEntry,
  CaseMail,
  Figure,
  Letter,
  PersonNamed,
  Question,
} from '../../domain/case-entries.ts';
import { HEADER_NOTES } from './header-notes.ts';

type NotesOf<E> = { readonly [K in keyof E]: string };

const BY_SYSTEM = 'Filled in by the system.';
const AS_TOLD = 'As it was told. Please do not change it.';

const CASES: NotesOf<Case> = {
  number: `Its number: year and running number. ${BY_SYSTEM}`,
  received: `When it came in, St. Louis time. ${BY_SYSTEM}`,
  kind: 'A possible violation of the Code, or a safety concern. Once about violence, it is closed by the rules for violence.',
  urgency: 'Urgent: the safety contacts are written to at once. You can change it.',
  status: 'Where the case stands. Choose “Acknowledged” when you have read it.',
  handler: 'The address of the person who works on it. Only a handler from Settings.',
  acknowledgeBy: `By when somebody must have read it. ${BY_SYSTEM}`,
  nextStepBy: 'By when you want to take the next step. Yours to change, up to 90 days ahead.',
  answerBy: `By when the person who wrote should have an answer. ${BY_SYSTEM}`,
  guidelines: 'The guidelines of the Code, one on each line. You can correct them.',
  happened: AS_TOLD,
  when: AS_TOLD,
  place: `The place, or the way it came, such as phone or email. ${AS_TOLD}`,
  setting: 'Event, individual meetup, online, the site, or a public place.',
  goingOn: AS_TOLD,
  evidence: `Links to messages, pictures or files. Open them with care. ${AS_TOLD}`,
  onBehalf: `For herself, for somebody else, or as one who saw or heard it. ${AS_TOLD}`,
  wish: `What she would like to happen. ${AS_TOLD}`,
  basis: `Why somebody was treated worse, if she said so. Very personal. ${AS_TOLD}`,
  police: `Whether the police know about it. ${AS_TOLD}`,
  lawDecision: 'Whether we contact the police. A case of violence needs this decision.',
  lawDetails: 'Who decided and why; which police, when, and their number.',
  heardOn: 'The day on which the person reported on told her side.',
  notHeardBecause: 'Why her side was not heard, if that is so. For example: not safe.',
  finding: 'What you found: confirmed, not confirmed, or it cannot be established.',
  outcome: 'What follows. Only after a finding.',
  suspendedUntil: 'The last day of a suspension.',
  contact: `How we may contact the person who wrote. ${AS_TOLD}`,
  contactTime: `When we may contact her, St. Louis time. ${AS_TOLD}`,
  contactSubject: `The subject line that she wants; empty for the neutral one. ${AS_TOLD}`,
  acknowledged: `When somebody first read it and said so. ${BY_SYSTEM}`,
  outcomeOn: `The day of the outcome. ${BY_SYSTEM}`,
  closed: `The day on which it was closed. ${BY_SYSTEM}`,
  reconsiderBy: `Until when somebody may ask for a second look. ${BY_SYSTEM}`,
  eraseFrom: `From this day on it may be erased. ${BY_SYSTEM}`,
  erase: 'Tick it to erase the story and the names for good. This cannot be undone.',
  erased: `The day on which it was erased. ${BY_SYSTEM}`,
  passPhrase: `A fingerprint of her pass-phrase; it cannot be read back. ${BY_SYSTEM}`,
  responseId: `The form’s own number of the answer. ${BY_SYSTEM}`,
  checked: 'What the system checked last. Please leave it.',
};

const CASE_LOG_COLUMNS: NotesOf<CaseLogEntry> = {
  when: 'When it happened, St. Louis time.',
  number: 'The number of the case or question.',
  who: 'Who did it.',
  what: 'What was done. When something was told to others because the law asks for it, add a row below the last one and write here: Legal disclosure.',
  details:
    'What else belongs to it. For a legal disclosure: what was told, to whom, on what legal basis, by whom, and when.',
  responseId: `The form’s own number of the answer. ${BY_SYSTEM}`,
};

const PEOPLE: NotesOf<PersonNamed> = {
  id: `The number of this row. ${BY_SYSTEM}`,
  number: 'The number of the case.',
  part: 'What she is to the case: reporter, person it happened to, person reported on, or witness.',
  name: 'The name as it was told. It can be wrong, or only a part.',
  email: 'Her address, if it was told.',
  phone: 'Her phone number, if it was told.',
  memberId: 'Her number in Members. Only write it when you are sure: a name alone is a guess.',
  conflict:
    'Ticked when she is one of those who would work on the case or read its notices. Then others do it.',
  applied: `What was written into Members because of the case. ${BY_SYSTEM}`,
};

const QUESTIONS: NotesOf<Question> = {
  number: `Its number. ${BY_SYSTEM}`,
  received: `When it came in, St. Louis time. ${BY_SYSTEM}`,
  status: 'Choose “Answered” when you have answered, or “No answer needed”.',
  handler: 'The address of the person who answers.',
  answerBy: `By when it should be answered. ${BY_SYSTEM}`,
  question: AS_TOLD,
  name: `Her name, if she gave it. ${AS_TOLD}`,
  email: `Her address, if she gave it. ${AS_TOLD}`,
  phone: `Her phone number, if she gave it. ${AS_TOLD}`,
  contact: `How we may contact her. ${AS_TOLD}`,
  contactTime: `When we may contact her, St. Louis time. ${AS_TOLD}`,
  contactSubject: `The subject line that she wants; empty for the neutral one. ${AS_TOLD}`,
  replyDraft: 'A reply to begin with. Change it as you like, and send it yourself.',
  answered: `The day of the answer. ${BY_SYSTEM}`,
  responseId: `The form’s own number of the answer. ${BY_SYSTEM}`,
};

const MAILS: NotesOf<CaseMail> = {
  id: 'Number of the mail; it also stands at the end of the mail itself.',
  queued: 'When the mail was put in line.',
  kind: 'What kind of mail it is.',
  to: 'The address it goes to.',
  subject: 'The subject line.',
  reference: 'The number of the case or question, or a day.',
  state:
    'Queued (it waits in line), Sending, Sent, Failed (it could not be sent), or Cancelled (it is not sent).',
  sent: 'When it was handed to Gmail.',
  gmailId: 'Gmail’s own number of the message.',
  problem: 'Why it was not sent.',
};

const LETTERS: NotesOf<Letter> = {
  number: `The number of the case. ${BY_SYSTEM}`,
  prepared: `When the letter was prepared. ${BY_SYSTEM}`,
  about: 'What kind of letter it is.',
  text: 'Copy it, fill in what stands in [brackets], and send it from your own mailbox.',
  sent: 'Tick it when you have sent the letter.',
};

const FIGURES: NotesOf<Figure> = {
  halfYear: 'Of which half of the year: 1 is January to June, 2 is July to December.',
  figure: 'What is counted.',
  value: 'The count. “fewer than 5” and “hidden” protect people who could be recognised.',
};

/** The notes on the headings of all registers of the spreadsheet. */
export const CASE_NOTES = {
  cases: CASES,
  people: PEOPLE,
  caseLog: CASE_LOG_COLUMNS,
  questions: QUESTIONS,
  letters: LETTERS,
  figures: FIGURES,
  mailLog: MAILS,
  auditTrail: HEADER_NOTES.auditTrail,
  settings: HEADER_NOTES.settings,
  mailbox: HEADER_NOTES.mailbox,
  state: HEADER_NOTES.state,
} as const;
