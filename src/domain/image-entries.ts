// The plain data of opt-outs, takedowns and disclosure agreements: what one row of each of their tabs means.

import type { ConfirmedBy, LocalDate, LocalDateTime } from './entries.ts';
import { shorten } from './text.ts';

export const OPT_OUT_KINDS = [
  'No future pictures',
  'Withdraw pictures already made',
  'Both',
  'Take back an opt-out',
] as const;
export type OptOutKind = (typeof OPT_OUT_KINDS)[number];

export const FOR_WHOM = ['Herself', 'Children or family', 'Herself and family'] as const;
export type ForWhom = (typeof FOR_WHOM)[number];

export const OPT_OUT_SCOPES = ['Everything', 'Internet and social media', 'Certain pictures'] as const;
export type OptOutScope = (typeof OPT_OUT_SCOPES)[number];

export const CHANNELS = ['Form', 'Email', 'Staff'] as const;
export type Channel = (typeof CHANNELS)[number];

export const OPT_OUT_STATUSES = [
  /** Honoured, and it is proven who asked. */
  'In force',
  /** Honoured at once, because a picture that is not taken does no harm; she is asked to confirm. */
  'In force, to be confirmed',
  /** Nobody knows whose it is; staff match it. */
  'To match',
  /** A take-back that is not proven yet changes nothing. */
  'Waits for confirmation',
  'Taken back',
  /** A take-back, once it has been carried out. */
  'Done',
] as const;
export type OptOutStatus = (typeof OPT_OUT_STATUSES)[number];

/** One written request about pictures, however it came. Never overwritten but for its status. */
export interface OptOut {
  /** `O-000001`. */
  id: string;
  received: LocalDateTime | null;
  /** The day from which it is honoured. */
  effective: LocalDate | null;
  memberId: string;
  name: string;
  email: string;
  kind: OptOutKind | null;
  forWhom: ForWhom | null;
  /** Names of the children or family members, one to a line. */
  family: string;
  scope: OptOutScope | null;
  /** Links to the pictures, one to a line. */
  pictures: string;
  words: string;
  /** The exact text of the release that was in force. */
  release: string;
  channel: Channel | null;
  confirmedBy: ConfirmedBy | null;
  status: OptOutStatus | null;
  /** The form's response id, `mail-…` with Gmail's message id, `staff-…`, or `confirm-O-…`. */
  responseId: string;
  remark: string;
  /** What the system has done for it already, word by word (see Step), so that it does each thing once. */
  steps: string;
}

/**
 * `asked` to confirm; `told` that it is in force, or carried out; `lines:` what has to be taken down: a sign of what she
 * asked for, and the lines that were made; `down`: she knows that all of it is done; `for:` whose it was when it was seen last; `same`: she pressed twice;
 * `erased`: what she said is erased, and nothing follows from it any more.
 */
export type Step = 'asked' | 'told' | 'lines' | 'down' | 'for' | 'same' | 'erased';

/** Whether it is beyond doubt that she sent it: until then her mails must not carry what a stranger may have typed. */
export function isProven(optOut: OptOut): boolean {
  const { confirmedBy, status } = optOut;
  if (confirmedBy !== null && confirmedBy !== 'Unconfirmed') return true;
  return status === 'In force' || status === 'Done' || (status === 'Taken back' && hasStep(optOut, 'told'));
}

const stepsOf = (steps: string) => steps.split(/\s+/).filter((step) => step !== '');
type Steps = Pick<OptOut, 'steps'>;
/** What is noted with a step, in parts; undefined when it was not taken. */
export const noteOf = ({ steps }: Steps, step: Step): string[] | undefined =>
  stepsOf(steps)
    .map((one) => one.split(':'))
    .find(([name]) => name === step)
    ?.slice(1);
export const hasStep = (optOut: Steps, step: Step) => noteOf(optOut, step) !== undefined;
export const withoutSteps = ({ steps }: Steps, ...gone: readonly Step[]) =>
  stepsOf(steps)
    .filter((one) => !gone.some((step) => step === one.split(':')[0]))
    .join(' ');
export const withStep = (optOut: Steps, step: Step, ...note: readonly string[]) =>
  `${withoutSteps(optOut, step)} ${[step, ...note].join(':')}`.trim();

export const MEDIA = [
  'Print',
  'Newsletter',
  'Website',
  'Social media',
  'Video',
  'Partner or contractor',
] as const;
export type Medium = (typeof MEDIA)[number];

/** One use of pictures that has to be taken down. */
export interface Takedown {
  /** `T-000001`. */
  id: string;
  optOut: string;
  memberId: string;
  medium: Medium | null;
  what: string;
  /** Who looks after it. */
  owner: string;
  due: LocalDate | null;
  /** The box that staff tick, and beside it the day, which comes by itself or is typed. */
  ticked: boolean;
  done: LocalDate | null;
  remark: string;
  /** The box as the system saw it last, by which it knows what staff have changed since. */
  noted: boolean;
}

export const AGREEMENT_STATUSES = ['Waiting', 'In force', 'Revoked', 'Expired', 'To match'] as const;
export type AgreementStatus = (typeof AGREEMENT_STATUSES)[number];

/** What two members have agreed may be told to others: the exception to confidentiality that the code allows. */
export interface Agreement {
  /** `D-0001`. */
  id: string;
  started: LocalDateTime | null;
  /** The member who started it, and the other one; empty as long as nobody knows for sure who is meant. */
  starter: string;
  other: string;
  otherName: string;
  /** What may be told, and to whom. */
  scope: string;
  expires: LocalDate | null;
  starterConfirmed: LocalDateTime | null;
  otherConfirmed: LocalDateTime | null;
  status: AgreementStatus | null;
  revokedBy: string;
  revoked: LocalDateTime | null;
  responseIds: string;
  remark: string;
  /** What it was when the system wrote it last, as a fingerprint; see `isChanged`. */
  print: string;
}

/** What is read of one request, which anybody can send. All of it stands in its row, for staff. */
const MOST_NAMES = 20;
const LONGEST_NAME = 200;
const MOST_LINKS = 30;

const piecesOf = (text: string, between: RegExp) =>
  text
    .split(between)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '');
const allNames = (family: string) => piecesOf(family, /[\n;,&]|\s(?:and|y|und|et|e)\s/i);
const allLinks = (pictures: string) => [...new Set(piecesOf(pictures, /[\n;]|\s(?=https?:)/i))];

/** The names of children and family members: one to a line, or with commas or an `and` between them. */
export function familyNames(family: string): string[] {
  const names = allNames(family).slice(0, MOST_NAMES);
  return names.map((name) => shorten(name, LONGEST_NAME, '…'));
}

/** The pictures that are meant: one to a line, each once. */
export const pictureLinks = (pictures: string) => allLinks(pictures).slice(0, MOST_LINKS);

export const namesMorePictures = ({ pictures }: Pick<OptOut, 'pictures'>) =>
  allLinks(pictures).length > MOST_LINKS;

/** Whether it names more people or pictures than are read. */
export const namesMore = (optOut: Pick<OptOut, 'family' | 'pictures'>) =>
  namesMorePictures(optOut) || allNames(optOut.family).length > MOST_NAMES;
