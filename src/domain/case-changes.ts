// Judges what handlers changed in a case: what holds, what is put back and why, and what follows from it.

import { dateOf } from './calendar.ts';
import {
  type CaseFacts,
  DECIDED_FIELDS,
  type Decided,
  type DecidedField,
  type Forbidden,
  forbiddenIn,
  handlerProblem,
  STAMPED_FIELDS,
  type StampedField,
} from './case-decided.ts';
import type { CaseStatus } from './case-entries.ts';

/** Where a case may go from each status. */
const NEXT: Record<CaseStatus, readonly CaseStatus[]> = {
  New: ['Acknowledged', 'Under review'],
  Acknowledged: ['Under review'],
  'Under review': ['Awaiting information', 'Finding'],
  'Awaiting information': ['Under review', 'Finding'],
  Finding: ['Closed', 'Under review'],
  Closed: ['Reopened'],
  Reopened: ['Under review', 'Awaiting information', 'Finding'],
};

export type Refusal =
  | Forbidden
  | 'not a choice'
  | 'stamped by the desk'
  | 'erased'
  | 'closed'
  | 'no way there'
  | 'date not in the future'
  | 'finding stands'
  | 'outcome stands';

/** A cell that is put back, with all that stands against it. */
export interface Refused {
  field: DecidedField | StampedField;
  reasons: Refusal[];
}

/** What follows from a change, in the order in which it is written down. */
export type CaseStep =
  | 'acknowledged'
  | 'reopened'
  | 'status changed'
  | 'handler changed'
  | 'hearing changed'
  | 'law decision changed'
  | 'finding made'
  | 'finding taken back'
  | 'outcome decided'
  | 'outcome taken back'
  | 'closed';

export interface Review {
  accepted: Decided;
  refused: Refused[];
  steps: CaseStep[];
}

/**
 * What holds of a change is the largest part of it that leads to a permitted state; of equally large parts the one
 * with the cells that stand first in DECIDED_FIELDS. `unreadable` are the cells whose value is none of the choices.
 */
export function reviewChange(
  before: Decided,
  wanted: Decided,
  facts: CaseFacts,
  unreadable: readonly (DecidedField | StampedField)[] = [],
): Review {
  const changed = DECIDED_FIELDS.filter(
    (field) => wanted[field] !== before[field] && !unreadable.includes(field),
  );
  const resultOf = (fields: readonly DecidedField[]) => withChanges(before, wanted, fields, facts);
  const part = largestPart(changed, (fields) => against(before, resultOf(fields), facts).length === 0);
  const accepted = resultOf(part);

  const refused: Refused[] = unreadable.map((field) => ({ field, reasons: ['not a choice'] }));
  for (const field of changed.filter((field) => !part.includes(field))) {
    const reasons = against(before, resultOf([...part, field]), facts);
    refused.push({ field, reasons: reasons.map((reason) => asSeenFrom(field, reason)) });
  }
  for (const field of STAMPED_FIELDS)
    if (wanted[field] !== before[field] && wanted[field] !== accepted[field] && !unreadable.includes(field))
      refused.push({ field, reasons: ['stamped by the desk'] });
  return { accepted, refused, steps: stepsBetween(before, accepted) };
}

/** All parts of a change: the largest first, of equally large ones those with the earliest cells. */
function* partsOf(fields: readonly DecidedField[]): Generator<DecidedField[]> {
  for (let size = fields.length; size > 0; size--) yield* partsOfSize(fields, size);
}

function* partsOfSize(fields: readonly DecidedField[], size: number): Generator<DecidedField[]> {
  const [first, ...rest] = fields;
  if (size === 0) yield [];
  else if (first !== undefined && fields.length >= size) {
    for (const part of partsOfSize(rest, size - 1)) yield [first, ...part];
    yield* partsOfSize(rest, size);
  }
}

/** The part of a change that holds. */
function largestPart(
  fields: readonly DecidedField[],
  holds: (part: DecidedField[]) => boolean,
): DecidedField[] {
  for (const part of partsOf(fields)) if (holds(part)) return part;
  return [];
}

/** The state after these changes, with the stamps and the end of a suspension that follow from them. */
function withChanges(
  before: Decided,
  wanted: Decided,
  fields: readonly DecidedField[],
  { now }: CaseFacts,
): Decided {
  const chosen = Object.fromEntries(fields.map((field) => [field, wanted[field]])) as Partial<Decided>;
  const state = { ...before, ...chosen };
  const isTakenBack = fields.includes('finding') && state.finding !== 'Confirmed';
  const isReplaced = before.outcome === 'Suspension' && state.outcome !== 'Suspension';
  if ((isTakenBack || isReplaced) && !fields.includes('suspendedUntil')) state.suspendedUntil = null;

  const today = dateOf(now);
  const isDecidedNow = state.outcome !== before.outcome || state.suspendedUntil !== before.suspendedUntil;
  if (state.status !== null && state.status !== 'New') state.acknowledged = before.acknowledged ?? now;
  state.closed = state.status === 'Closed' ? (before.closed ?? today) : null;
  if (state.outcome === null) state.outcomeOn = null;
  else state.outcomeOn = isDecidedNow ? today : (before.outcomeOn ?? today);
  return state;
}

/** All that stands against going from one state to another. */
function against(before: Decided, after: Decided, facts: CaseFacts): Refusal[] {
  if (facts.erased) return ['erased'];
  if (before.status === 'Closed' && after.status === 'Closed') return ['closed'];
  const today = dateOf(facts.now);
  const found = new Set<Refusal>();
  const from = before.status ?? 'New';
  const movesOn = after.status !== null && after.status !== from;
  if (movesOn && !NEXT[from].includes(after.status as CaseStatus)) return ['no way there'];
  if (after.handler !== before.handler || (movesOn && after.status !== 'Reopened')) {
    const problem = handlerProblem(after, facts);
    if (problem !== null) found.add(problem);
  }
  const isDecidedNow = after.outcome !== before.outcome || after.suspendedUntil !== before.suspendedUntil;
  if (isDecidedNow && after.suspendedUntil !== null && after.suspendedUntil <= today)
    found.add('date not in the future');
  for (const forbidden of forbiddenIn(after, facts)) found.add(forbidden);
  return [...found];
}

/** A rule between two cells reads differently from each of them. */
function asSeenFrom(field: DecidedField, reason: Refusal): Refusal {
  if (field === 'finding' && reason === 'no confirmed finding') return 'outcome stands';
  if ((field === 'heardOn' || field === 'notHeardBecause') && reason === 'not heard') return 'finding stands';
  return reason;
}

function stepsBetween(before: Decided, after: Decided): CaseStep[] {
  const steps: CaseStep[] = [];
  const changes = (...fields: DecidedField[]) => fields.some((field) => before[field] !== after[field]);
  const add = (step: CaseStep, isSo: boolean) => {
    if (isSo) steps.push(step);
  };
  const { status } = after;
  const hasOwnStep = status === 'Acknowledged' || status === 'Closed' || status === 'Reopened';
  add('acknowledged', before.acknowledged === null && after.acknowledged !== null);
  add('reopened', changes('status') && status === 'Reopened');
  add('status changed', changes('status') && !hasOwnStep);
  add('handler changed', changes('handler'));
  add('hearing changed', changes('heardOn', 'notHeardBecause'));
  add('law decision changed', changes('lawDecision', 'lawDetails'));
  add('finding made', changes('finding') && after.finding !== null);
  add('finding taken back', changes('finding') && after.finding === null);
  add('outcome decided', changes('outcome', 'suspendedUntil') && after.outcome !== null);
  add('outcome taken back', changes('outcome') && after.outcome === null);
  add('closed', changes('status') && status === 'Closed');
  return steps;
}
