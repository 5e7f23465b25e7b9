// Whether the automatic work is in place, belongs to one account, and has run lately.

import { addHours } from './calendar.ts';
import { type Finding, finding, listed } from './check-findings.ts';
import type { LocalDateTime } from './entries.ts';

/** What starts by itself: one trigger. */
export interface WantedWork {
  /** In plain words. */
  name: string;
  handler: string;
  /** The id of its form or spreadsheet; null for the clock. */
  source: string | null;
  /** When it was last noted that it ran; empty when never. */
  ran: LocalDateTime;
  /** Hours after which it must have been noted again; null when it waits for somebody to do something. */
  within: number | null;
  /** Hours after which that is late, but not yet too late. */
  late: number | null;
}

export interface TriggerSeen {
  handler: string;
  source: string | null;
  isOff: boolean;
}

export interface WorkFacts {
  account: string;
  /** The account that owns the automatic work. */
  owner: string;
  wanted: readonly WantedWork[];
  /** The triggers of the account that asks; nobody sees those of others. */
  triggers: readonly TriggerSeen[];
  /** When Set up ran last; empty when that is not known. */
  setUp: LocalDateTime;
  now: LocalDateTime;
}

export function checkWork(facts: WorkFacts): Finding[] {
  const { account, owner, triggers, wanted } = facts;
  const handlers = wanted.map(({ handler }) => handler);
  const ours = triggers.filter(({ handler }) => handlers.includes(handler));
  if (account !== owner) {
    const place = finding('triggers of another account', owner);
    return [
      ...(ours.length > 0 ? [finding('triggers of two accounts', owner, account)] : [place]),
      ...checkRuns(facts),
    ];
  }
  const fitting = (one: WantedWork) =>
    ours.filter(
      ({ handler, source }) => handler === one.handler && (one.source === null || source === one.source),
    );
  const named = (isWanted: (one: WantedWork) => boolean) => wanted.filter(isWanted).map(({ name }) => name);
  const found = [
    ...listed(
      'triggers missing',
      named((one) => fitting(one).length === 0),
    ),
    ...listed(
      'triggers twice',
      named((one) => ours.filter(({ handler }) => handler === one.handler).length > 1),
    ),
    ...listed(
      'triggers off',
      named((one) => fitting(one).some(({ isOff }) => isOff)),
    ),
  ];
  return [...(found.length > 0 ? found : [finding('triggers in place', owner)]), ...checkRuns(facts)];
}

/** The last run of each; what the clock should have started long ago has stopped. */
function checkRuns({ wanted, setUp, now }: WorkFacts): Finding[] {
  const since = ({ ran }: WantedWork) => (ran > setUp ? ran : setUp);
  const isOlder = (one: WantedWork, hours: number | null) =>
    hours !== null && since(one) !== '' && since(one) < addHours(now, -hours);
  const told = wanted.flatMap((one) => {
    if (isOlder(one, one.within)) return [finding('work stopped', one.name, one.ran)];
    if (isOlder(one, one.late)) return [finding('work late', one.name, one.ran)];
    return one.ran === '' ? [] : [finding('work runs', one.name, one.ran)];
  });
  const fresh = wanted.filter((one) => one.ran === '' && one.within !== null && !isOlder(one, one.late));
  return [
    ...told,
    ...listed(
      'work not noted yet',
      fresh.map(({ name }) => name),
    ),
  ];
}

/** @param missing permissions that were not granted, in plain words; undefined when Google did not tell */
export function checkPermissions(missing: readonly string[] | undefined, link: string): Finding[] {
  if (missing === undefined) return [finding('permissions not seen')];
  return missing.length > 0
    ? [finding('permissions missing', missing.join(', '), link)]
    : [finding('permissions granted')];
}
