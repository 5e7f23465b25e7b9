// What the outcomes of cases mean for the status of members: who is suspended or removed now, and who is back.

import { suspensionEnds } from './case-deadlines.ts';
import type { Case, PersonNamed } from './case-entries.ts';
import type { LocalDate, Status } from './entries.ts';

/** What an outcome makes of a member's status; nothing, when it leaves it alone. */
export type StatusByOutcome = Extract<Status, 'Suspended' | 'Removed'> | '';

type Person = Pick<PersonNamed, 'id' | 'number' | 'part' | 'memberId' | 'applied'>;
type Outcome = Pick<Case, 'number' | 'finding' | 'outcome' | 'suspendedUntil' | 'erased'>;

/** What is done to one member. */
export interface StatusChange {
  memberId: string;
  /** What the cases have made of her status so far, and what they make of it now. */
  before: StatusByOutcome;
  after: StatusByOutcome;
  /** What each row about her is to say of it from now on. */
  rows: { id: string; applied: string }[];
}

export function statusByOutcome(outcome: Outcome | undefined, today: LocalDate): StatusByOutcome {
  if (outcome?.finding !== 'Confirmed') return '';
  if (outcome.outcome === 'Removal') return 'Removed';
  const until = outcome.outcome === 'Suspension' ? outcome.suspendedUntil : null;
  return until !== null && !suspensionEnds(until, today) ? 'Suspended' : '';
}

const WEIGHT: Record<StatusByOutcome, number> = { '': 0, Suspended: 1, Removed: 2 };
const heavier = (a: StatusByOutcome, b: StatusByOutcome) => (WEIGHT[a] >= WEIGHT[b] ? a : b);

/** `M-0004 Suspended` */
const written = (memberId: string, status: StatusByOutcome) => (status === '' ? '' : `${memberId} ${status}`);

function readWritten(applied: string): { memberId: string; status: StatusByOutcome } {
  const [, memberId = '', status = ''] = /^(\S+) (Suspended|Removed)$/.exec(applied) ?? [];
  return { memberId, status: status as StatusByOutcome };
}

/**
 * What is to change now, member by member, given the people reported on in cases that are not erased. Of several cases
 * the heaviest outcome counts. A row whose Member ID was corrected gives back the member whom it named before.
 */
export function statusChanges(
  people: readonly Person[],
  cases: readonly Outcome[],
  today: LocalDate,
): StatusChange[] {
  const byNumber = new Map(cases.map((entry) => [entry.number, entry]));
  const changes = new Map<string, StatusChange>();
  const of = (memberId: string): StatusChange => {
    const known = changes.get(memberId) ?? { memberId, before: '', after: '', rows: [] };
    changes.set(memberId, known);
    return known;
  };
  for (const { id, number, part, memberId, applied } of people) {
    const outcome = byNumber.get(number);
    if (part !== 'Person reported on' || outcome?.erased !== null) continue;
    const past = readWritten(applied);
    if (past.memberId !== '') {
      const her = of(past.memberId);
      her.before = heavier(her.before, past.status);
    }
    if (memberId === '') {
      if (past.memberId !== '') of(past.memberId).rows.push({ id, applied: '' });
      continue;
    }
    const status = statusByOutcome(outcome, today);
    const her = of(memberId);
    her.after = heavier(her.after, status);
    if (applied !== written(memberId, status)) her.rows.push({ id, applied: written(memberId, status) });
  }
  return [...changes.values()].filter(({ rows, before, after }) => rows.length > 0 || before !== after);
}
