// The plain data of the Cases spreadsheet: what one row of each of its tabs means.

import type { LocalDate, LocalDateTime, MailState } from './entries.ts';

export const CASE_KINDS = ['Possible violation', 'Safety concern'] as const;
export type CaseKind = (typeof CASE_KINDS)[number];

export const URGENCIES = ['Urgent', 'Normal'] as const;
export type Urgency = (typeof URGENCIES)[number];

export const CASE_STATUSES = [
  'New',
  'Acknowledged',
  'Under review',
  'Awaiting information',
  'Finding',
  'Closed',
  'Reopened',
] as const;
export type CaseStatus = (typeof CASE_STATUSES)[number];

export const FINDINGS = ['Confirmed', 'Not confirmed', 'Cannot be established'] as const;
export type Finding = (typeof FINDINGS)[number];

export const OUTCOMES = ['None', 'Conversation', 'Written warning', 'Suspension', 'Removal'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** Whether local law enforcement is to be contacted: a decision that somebody takes, and gives reasons for. */
export const LAW_DECISIONS = ['Contact', 'Do not contact'] as const;
export type LawDecision = (typeof LAW_DECISIONS)[number];

/** What a guideline of the code is called in a report; several may be chosen. */
export const GUIDELINES = [
  'Violence or threats',
  'Weapons',
  'Harm to a child',
  'Harassment',
  'Discrimination',
  'Exploitation',
  'Offensive or condescending words',
  'Dishonesty',
  'Confidentiality',
  'Requests for money',
  'Misuse of the website or of email',
  'Damage to a place',
  'Pictures',
  'Availability and accountability',
  'Something else',
] as const;
export type Guideline = (typeof GUIDELINES)[number];

export const SETTINGS_OF_CASES = ['Event', 'Individual meetup', 'Online', 'Site', 'Public place'] as const;
export type SettingOfCase = (typeof SETTINGS_OF_CASES)[number];

export const GOING_ON = ['Yes', 'No', 'I do not know'] as const;
export type GoingOn = (typeof GOING_ON)[number];

/** How the reporter may be reached. */
export const CONTACT_WAYS = ['By email', 'By phone', 'Please do not contact me'] as const;
export type ContactWay = (typeof CONTACT_WAYS)[number];

/** When a mail may reach her, in the organisation's time zone. */
export const CONTACT_TIMES = [
  'Any time',
  'Mornings (8 to 12)',
  'Afternoons (12 to 17)',
  'Evenings (17 to 21)',
] as const;
export type ContactTime = (typeof CONTACT_TIMES)[number];

/** One report, from its intake to its erasure. `null` stands for an empty or unreadable cell. */
export interface Case {
  /** Year and running number, `2026-001`. */
  number: string;
  received: LocalDateTime | null;
  kind: CaseKind | null;
  urgency: Urgency | null;
  status: CaseStatus | null;
  /** The address of the handler who works on it. */
  handler: string;
  acknowledgeBy: LocalDate | null;
  nextStepBy: LocalDate | null;
  answerBy: LocalDate | null;
  /** One to a line. */
  guidelines: string;
  happened: string;
  when: string;
  place: string;
  setting: string;
  goingOn: GoingOn | null;
  evidence: string;
  onBehalf: string;
  wish: string;
  /** The protected category that it was about, if she said so. */
  basis: string;
  /** What she said of the police. */
  police: string;
  lawDecision: LawDecision | null;
  /** Agency, reference, and the reason of the decision. */
  lawDetails: string;
  /** The day on which the person reported on told her side. */
  heardOn: LocalDate | null;
  notHeardBecause: string;
  finding: Finding | null;
  outcome: Outcome | null;
  suspendedUntil: LocalDate | null;
  contact: ContactWay | null;
  contactTime: ContactTime | null;
  /** The subject line that she wants; empty for the neutral one. */
  contactSubject: string;
  /** When somebody first looked at it and said so. */
  acknowledged: LocalDateTime | null;
  outcomeOn: LocalDate | null;
  closed: LocalDate | null;
  reconsiderBy: LocalDate | null;
  /** From this day on it may be erased. */
  eraseFrom: LocalDate | null;
  /** Ticked by a handler who confirms the erasure. */
  erase: boolean;
  erased: LocalDate | null;
  /** Keyed hash of the pass-phrase with which she can add to it. */
  passPhrase: string;
  responseId: string;
  /** The state of the decided cells that was checked last, as JSON. */
  checked: string;
}

/** One thing that happened in a case; never changed but by erasure. */
export interface CaseLogEntry {
  when: LocalDateTime | null;
  number: string;
  who: string;
  what: string;
  details: string;
  /** The form's id of the response that it came with; empty for all else. */
  responseId: string;
}

/** What a person is to a case. */
export const PARTS = [
  'Reporter',
  'Person it happened to',
  'Person reported on',
  'Witness',
  'Left out of the case',
] as const;
export type Part = (typeof PARTS)[number];

/** A person named in a case, kept apart from its text. */
export interface PersonNamed {
  /** `P-0001`. */
  id: string;
  number: string;
  part: Part | null;
  name: string;
  email: string;
  phone: string;
  /** Her id on the roster, typed or confirmed by a handler, because a name alone is a guess. */
  memberId: string;
  /** She is somebody who would work on the case, or read its notices. */
  conflict: boolean;
  /** What was done to her standing because of the case: `Suspended until 2026-05-01`, `Removed`, or nothing. */
  applied: string;
}

export const QUESTION_STATUSES = ['New', 'Answered', 'No answer needed'] as const;
export type QuestionStatus = (typeof QUESTION_STATUSES)[number];

/** A question or concern that is no complaint. */
export interface Question {
  /** `Q-2026-001`. */
  number: string;
  received: LocalDateTime | null;
  status: QuestionStatus | null;
  handler: string;
  answerBy: LocalDate | null;
  question: string;
  name: string;
  email: string;
  phone: string;
  contact: ContactWay | null;
  contactTime: ContactTime | null;
  contactSubject: string;
  /** A reply to begin with; the handler changes it and sends it from her own mailbox. */
  replyDraft: string;
  answered: LocalDate | null;
  responseId: string;
}

/** One line of the report by number. */
export interface Figure {
  /** `2026-1` for January to June. */
  halfYear: string;
  figure: string;
  value: string;
}

export const CASE_MAIL_KINDS = [
  'Urgent report',
  'Notice of report',
  'Notice of addition',
  'Report received',
  'Report acknowledged',
  'Report closed',
  'Notice of question',
  'Question received',
  'Cases due',
  'Sharing alert',
] as const;
export type CaseMailKind = (typeof CASE_MAIL_KINDS)[number];

/** One mail about a case, waiting or sent: never its story. */
export interface CaseMail {
  /** `IMSTL-NOTE-000001`. */
  id: string;
  queued: LocalDateTime | null;
  kind: CaseMailKind | null;
  to: string;
  subject: string;
  /** The number of the case or question, or a date. */
  reference: string;
  state: MailState | null;
  sent: LocalDateTime | null;
  gmailId: string;
  problem: string;
}

/** What a handler may copy into a letter of her own; never sent by the system. */
export interface Letter {
  /** The number of the case. */
  number: string;
  prepared: LocalDateTime | null;
  about: string;
  text: string;
  /** Ticked by the handler who has sent it. */
  sent: boolean;
}
