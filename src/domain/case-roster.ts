// What the outcomes of cases mean for the status of members: who is suspended or removed now, and who is back.

import { suspensionEnds } from './case-deadlines.ts';
import type { Case, PersonNamed } from './case-entries.ts';
import { type LocalDate, STATUSES, type Status } from './entries.ts';

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
  /** Her status before any case changed it; null when none has yet. */
  earlier: Status | null;
  /** The rows about her, and what each case by itself makes of her status. */
  rows: { id: string; status: StatusByOutcome }[];
}

export function statusByOutcome(outcome: Outcome | undefined, today: LocalDate): StatusByOutcome {
  if (outcome?.finding !== 'Confirmed') return '';
  if (outcome.outcome === 'Removal') return 'Removed';
  const until = outcome.outcome === 'Suspension' ? outcome.suspendedUntil : null;
  return until !== null && !suspensionEnds(until, today) ? 'Suspended' : '';
}

const WEIGHT: Record<StatusByOutcome, number> = { '': 0, Suspended: 1, Removed: 2 };
const heavier = (a: StatusByOutcome, b: StatusByOutcome) => (WEIGHT[a] >= WEIGHT[b] ? a : b);

/** Stands behind what is not known to be written into Members yet. */
const NOT_YET = ' …';

/** `M-0004 Suspended, before: Inactive`; while it is under way `M-0004 Back from Suspended, before: Inactive …`. */
export function appliedText(
  { memberId, before, earlier }: Pick<StatusChange, 'memberId' | 'before' | 'earlier'>,
  status: StatusByOutcome,
  isDone: boolean,
): string {
  if (status === '' && (isDone || before === '')) return '';
  const what = status === '' ? `Back from ${before}` : status;
  return `${memberId} ${what}${earlier ? `, before: ${earlier}` : ''}${isDone ? '' : NOT_YET}`;
}

function readApplied(applied: string) {
  const match = /^(\S+) (Back from )?(Suspended|Removed)(?:, before: (\w+))?( …)?$/.exec(applied);
  const written = (match?.[3] ?? '') as StatusByOutcome;
  return {
    memberId: match?.[1] ?? '',
    /** What may stand in Members because of it. */
    written,
    status: match?.[2] ? ('' as const) : written,
    earlier: STATUSES.find((known) => known === match?.[4]) ?? null,
    isDone: match?.[5] === undefined,
  };
}

/**
 * What is to change now, member by member, given the people reported on in cases that are not erased. Of several cases
 * the heaviest outcome counts. A row whose Member ID was corrected gives back the member whom it named before; one that
 * a run has left unfinished is finished.
 */
export function statusChanges(
  people: readonly Person[],
  cases: readonly Outcome[],
  today: LocalDate,
): StatusChange[] {
  const byNumber = new Map(cases.map((entry) => [entry.number, entry]));
  const changes = new Map<string, StatusChange>();
  const of = (memberId: string): StatusChange => {
    const known = changes.get(memberId) ?? { memberId, before: '', after: '', earlier: null, rows: [] };
    changes.set(memberId, known);
    return known;
  };
  for (const { id, number, part, memberId, applied } of people) {
    const outcome = byNumber.get(number);
    if (part !== 'Person reported on' || outcome?.erased !== null) continue;
    const past = readApplied(applied);
    if (past.memberId !== '') {
      const her = of(past.memberId);
      her.before = heavier(her.before, past.written);
      her.earlier ??= past.earlier;
      if (memberId !== past.memberId) her.rows.push({ id, status: '' });
    }
    // A row that names somebody else now is given to her once the one before has been given back.
    if (memberId === '' || (past.memberId !== '' && past.memberId !== memberId)) continue;
    const status = statusByOutcome(outcome, today);
    const her = of(memberId);
    her.after = heavier(her.after, status);
    if (status !== past.status || !past.isDone) her.rows.push({ id, status });
  }
  return [...changes.values()].filter(({ rows }) => rows.length > 0);
}
