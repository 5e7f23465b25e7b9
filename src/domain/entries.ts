// The plain data of the registers: what one row of each tab means, without any cell or column.

/** A calendar date `YYYY-MM-DD`, as people mean it; no time zone. */
export type LocalDate = string;

/** A wall-clock time `YYYY-MM-DDTHH:mm:ss` in the organisation's zone (America/Chicago), as a sheet shows it. */
export type LocalDateTime = string;

export const ROLES = ['Mentor', 'Mentee', 'Mentor and mentee'] as const;
export type Role = (typeof ROLES)[number];

export const STATUSES = ['Active', 'Inactive', 'Suspended', 'Removed'] as const;
export type Status = (typeof STATUSES)[number];

export const STANDINGS = [
  'Never accepted',
  'Current',
  'Due soon',
  'Due',
  'Overdue',
  'New version to accept',
  'Declined',
  'Exempt',
] as const;
export type Standing = (typeof STANDINGS)[number];

export const IMAGES = ['Allowed', 'Opted out', 'Limited'] as const;
export type Images = (typeof IMAGES)[number];

export const ANSWERS = ['Accepted', 'Declined'] as const;
export type Answer = (typeof ANSWERS)[number];

export const CONFIRMED_BY = ['Personal link', 'Google sign-in', 'Staff', 'Unconfirmed'] as const;
export type ConfirmedBy = (typeof CONFIRMED_BY)[number];

export const CHANGES = ['First', 'Material', 'Editorial'] as const;
export type Change = (typeof CHANGES)[number];

export const VERSION_STATUSES = ['Draft', 'Waiting', 'Active', 'Retired'] as const;
export type VersionStatus = (typeof VERSION_STATUSES)[number];

export const MAIL_STATES = ['Queued', 'Sending', 'Sent', 'Failed', 'Cancelled'] as const;
export type MailState = (typeof MAIL_STATES)[number];

export const MAIL_KINDS = [
  'Acceptance confirmed',
  'Refusal confirmed',
  'Personal link',
  'Link again',
  'Old version answered',
  'Invitation',
  'New version',
  'Reminder',
  'Notice of acceptance',
  'Notice of refusal',
  'Notice to match',
  'Notice of new version',
  'Daily digest',
  'Opt-out confirmed',
  'Opt-out to confirm',
  'Opt-out taken back',
  'Pictures taken down',
  'Notice of opt-out',
  'Takedowns due',
  'Agreement to confirm',
  'Agreement waits',
  'Agreement in force',
  'Agreement ended',
  'Notice of agreement',
  'Trial run',
] as const;
export type MailKind = (typeof MAIL_KINDS)[number];

/** Why a person from the program has to look after a member. */
export const FOLLOW_UP_REASONS = [
  'No answer to the reminders',
  'Mail comes back',
  'No usable address',
  'Does not accept the Code',
] as const;
export type FollowUpReason = (typeof FOLLOW_UP_REASONS)[number];

/** One person on the roster. `null` stands for an empty or unreadable cell. */
export interface Member {
  id: string;
  name: string;
  email: string;
  role: Role | null;
  status: Status | null;
  joined: LocalDate | null;
  standing: Standing | null;
  acceptedVersion: string;
  acceptedOn: LocalDate | null;
  /** The day until which she is to answer: by what the last mail about a version said, or a year after her acceptance. */
  nextDue: LocalDate | null;
  images: Images | null;
  lastMailed: LocalDate | null;
  notes: string;
  /** The occasion on which she was asked last (see asking.ts); empty when the next one is a new one. */
  askedFor: string;
  lastAsked: LocalDate | null;
  /** The address from which mail came back; mail to it is stopped as long as it stands as hers. */
  bounced: string;
  /** What the system wrote into `images` last, because of her requests; another value there is the staff's own. */
  imagesGiven: Images | null;
  /** What staff wrote there last; her requests can only make it stricter. */
  imagesByStaff: Images | null;
}

/** One answer to "do you accept the code?", however it came. Never overwritten. */
export interface Acceptance {
  id: string;
  received: LocalDateTime | null;
  /** Empty as long as nobody knows for sure who answered. */
  memberId: string;
  name: string;
  email: string;
  role: Role | null;
  answer: Answer | null;
  version: string;
  textHash: string;
  confirmedBy: ConfirmedBy | null;
  statements: string;
  companions: string;
  /** The form's response id, `paper-…` for a signed paper, `match-A-…` when staff matched an earlier row. */
  responseId: string;
  remark: string;
  /** See seal.ts. */
  seal: string;
}

export interface CodeVersion {
  version: string;
  lastUpdate: LocalDate | null;
  textHash: string;
  published: LocalDateTime | null;
  publishedBy: string;
  change: Change | null;
  why: string;
  status: VersionStatus | null;
}

/** One stretch of the frozen text of a version; all of one hash, one under the other, are the whole. */
export interface VersionText {
  version: string;
  textHash: string;
  part: number | null;
  text: string;
}

/** Something that only a person can do for a member. */
export interface FollowUp {
  since: LocalDate | null;
  memberId: string;
  name: string;
  reason: FollowUpReason | null;
  whatToDo: string;
  /** The occasion, so that what staff have ticked is not raised again. */
  about: string;
  done: boolean;
}

/** One mail, waiting or sent. The outbox of the system. */
export interface Mail {
  id: string;
  queued: LocalDateTime | null;
  kind: MailKind | null;
  to: string;
  subject: string;
  memberId: string;
  /** What the mail is about: an acceptance id, a version, or a date; its text is made from that. */
  reference: string;
  state: MailState | null;
  /** While Sending: when sending began. Once Sent: when it was handed to Gmail. */
  sent: LocalDateTime | null;
  gmailId: string;
  problem: string;
}

export interface AuditLine {
  line: number | null;
  when: LocalDateTime | null;
  who: string;
  what: string;
  subject: string;
  before: string;
  after: string;
  hash: string;
  /** See seal.ts. */
  seal: string;
}

export interface SettingRow {
  setting: string;
  value: string;
  meaning: string;
  default: string;
  problem: string;
  /** The last value that made sense; it holds as long as the value does not. */
  lastGood: string;
}

export interface Problem {
  when: LocalDateTime | null;
  what: string;
  whatToDo: string;
  link: string;
  done: boolean;
}

/** What the system itself must remember, in the same spreadsheet so that it changes together with the rest. */
export interface StateRow {
  name: string;
  value: string;
}
