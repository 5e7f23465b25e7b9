// What handlers decide in a case, and which states of it the rules of the organisation permit.

import { dateOf } from './calendar.ts';
import type { Case, Urgency } from './case-entries.ts';
import { isAboutViolence } from './case-guidelines.ts';
import { caseUrgency } from './case-urgency.ts';
import { sha256Hex } from './digest.ts';
import { tidyAddress } from './email-address.ts';
import type { LocalDateTime } from './entries.ts';

/** The cells that handlers fill in; where two contradict each other, the one that stands first here is kept. */
export const DECIDED_FIELDS = [
  'heardOn',
  'notHeardBecause',
  'finding',
  'outcome',
  'suspendedUntil',
  'lawDecision',
  'lawDetails',
  'handler',
  'status',
] as const;
export type DecidedField = (typeof DECIDED_FIELDS)[number];

/** The dates that follow from them and are stamped. */
export const STAMPED_FIELDS = ['acknowledged', 'outcomeOn', 'closed'] as const;
export type StampedField = (typeof STAMPED_FIELDS)[number];

/** What the person who wrote has told, and how she may be reached. */
export const TOLD_FIELDS = [
  'happened',
  'when',
  'place',
  'setting',
  'goingOn',
  'evidence',
  'onBehalf',
  'wish',
  'basis',
  'police',
  'contact',
  'contactTime',
  'contactSubject',
] as const;

/** The part of a case that handlers decide, with its stamps. */
export type Decided = Pick<Case, DecidedField | StampedField>;

/** What the rules must know besides. */
export interface CaseFacts extends Pick<Case, 'kind' | 'guidelines' | 'received'> {
  /** Addresses of those who may handle cases. */
  handlers: readonly string[];
  /** Addresses of those who are in conflict in this case. */
  conflicted: readonly string[];
  erased: boolean;
  /** Whether it was about violence when it was checked last. */
  violence?: boolean | undefined;
  now: LocalDateTime;
}

/** What makes a state forbidden. */
export type Forbidden =
  | 'status needed'
  | 'handler needed'
  | 'not a handler'
  | 'handler in conflict'
  | 'heard in the future'
  | 'heard before the report'
  | 'not under review yet'
  | 'not heard'
  | 'no confirmed finding'
  | 'suspension without a date'
  | 'date without suspension'
  | 'finding needed'
  | 'outcome needed'
  | 'outcome None is not enough'
  | 'law decision needed'
  | 'law details needed';

export function decidedOf(entry: Decided): Decided {
  const fields = [...DECIDED_FIELDS, ...STAMPED_FIELDS];
  return Object.fromEntries(fields.map((field) => [field, entry[field]])) as unknown as Decided;
}

export const NOTHING_DECIDED: Decided = {
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

/** The state that was checked last, with what else the rules rest on. */
export interface Checked extends Decided, Partial<Pick<Case, KeptField>> {
  /** The case is about violence, or once was. */
  violence?: boolean;
  /** How urgent what stood there made it. */
  judged?: Urgency;
  /** A digest of each of TOLD_FIELDS; empty for an empty cell. */
  told?: readonly string[];
}

const KEPT_FIELDS = [
  'number',
  'received',
  'kind',
  'guidelines',
  'urgency',
  'acknowledgeBy',
  'nextStepBy',
  'answerBy',
] as const;
type KeptField = (typeof KEPT_FIELDS)[number];

/** What is remembered of a state that has been checked. */
export function checkedState(entry: Case): string {
  const kept = Object.fromEntries(KEPT_FIELDS.map((field) => [field, entry[field]]));
  const violence = isAboutViolence(entry) || checkedIn(entry).violence;
  const judged = caseUrgency(entry);
  return JSON.stringify({ ...kept, violence, judged, told: digestsOf(entry), ...decidedOf(entry) });
}

/** A short digest of what stands in each of TOLD_FIELDS: enough to notice a change, without the words. */
export function digestsOf(entry: Case): string[] {
  return TOLD_FIELDS.map((field) => (entry[field] ? sha256Hex(entry[field]).slice(0, 16) : ''));
}

/** Read once for each entry, which is never changed in place. */
const READ = new WeakMap<object, Checked>();

/** The state that was checked last; when somebody has spoilt that cell, what stands there is judged from the start. */
export function checkedIn(entry: Pick<Case, 'checked'>): Checked {
  let state = READ.get(entry);
  if (!state) {
    state = readChecked(entry.checked);
    READ.set(entry, state);
  }
  return state;
}

function readChecked(checked: string): Checked {
  try {
    return { ...NOTHING_DECIDED, ...(JSON.parse(checked) as Partial<Checked>) };
  } catch {
    return NOTHING_DECIDED;
  }
}

const isBlank = (text: string) => text.trim() === '';

/** Why this person cannot handle the case now; null when she can. Nobody at all is fine while it is new. */
export function handlerProblem(
  { handler, status }: Pick<Decided, 'handler' | 'status'>,
  { handlers, conflicted }: Pick<CaseFacts, 'handlers' | 'conflicted'>,
): Forbidden | null {
  if (isBlank(handler)) return status === 'New' ? null : 'handler needed';
  const isIn = (addresses: readonly string[]) => addresses.map(tidyAddress).includes(tidyAddress(handler));
  if (isIn(conflicted)) return 'handler in conflict';
  return isIn(handlers) ? null : 'not a handler';
}

/** Everything that makes this state forbidden; empty when it is permitted. */
export function forbiddenIn(decided: Decided, facts: CaseFacts): Forbidden[] {
  const found: Forbidden[] = [];
  const forbid = (what: Forbidden | null, isSo = true) => {
    if (isSo && what !== null) found.push(what);
  };
  const { status, heardOn, finding, outcome, suspendedUntil } = decided;
  forbid('status needed', status === null);
  // Who handled a case that is over may have left since; who takes it up again is asked for with the next step.
  forbid(handlerProblem(decided, facts), status !== 'Closed' && status !== 'Reopened');
  forbid('heard in the future', heardOn !== null && heardOn > dateOf(facts.now));
  forbid(
    'heard before the report',
    heardOn !== null && facts.received !== null && heardOn < dateOf(facts.received),
  );
  forbid('not under review yet', finding !== null && (status === 'New' || status === 'Acknowledged'));
  forbid('not heard', finding !== null && heardOn === null && isBlank(decided.notHeardBecause));
  forbid('no confirmed finding', finding !== 'Confirmed' && (outcome !== null || suspendedUntil !== null));
  forbid('suspension without a date', outcome === 'Suspension' && suspendedUntil === null);
  // The date may be filled in before the outcome is chosen, because cells are filled in one by one.
  forbid('date without suspension', suspendedUntil !== null && outcome !== null && outcome !== 'Suspension');
  if (status === 'Closed') found.push(...missingToClose(decided, facts));
  return found;
}

/** What a case must still have before it is closed. */
export function missingToClose(decided: Decided, facts: CaseFacts): Forbidden[] {
  const missing: Forbidden[] = [];
  const { finding, outcome } = decided;
  const isZeroTolerance = isAboutViolence(facts) || facts.violence;
  if (finding === null) missing.push('finding needed');
  if (finding === 'Confirmed' && outcome === null) missing.push('outcome needed');
  if (finding === 'Confirmed' && outcome === 'None' && isZeroTolerance)
    missing.push('outcome None is not enough');
  if (isZeroTolerance && decided.lawDecision === null) missing.push('law decision needed');
  if (isZeroTolerance && isBlank(decided.lawDetails)) missing.push('law details needed');
  return missing;
}

export const isPermitted = (decided: Decided, facts: CaseFacts) => forbiddenIn(decided, facts).length === 0;
