// Works out where a member stands with the code today.

import { occasionOfVersion } from './asking.ts';
import { addDays, addMonths, dateOf, startOf } from './calendar.ts';
import type { Acceptance, CodeVersion, LocalDate, Member, Standing } from './entries.ts';

export interface StandingRules {
  /** Months from an acceptance until the next one is due. */
  renewalMonths: number;
  /** Days before the due date from which it is called due soon. */
  dueSoonDays: number;
  /** Days after the due date until it is called overdue. */
  graceDays: number;
}

/** A member's standing with the dates behind it. */
export interface StandingFacts {
  standing: Standing;
  acceptedVersion: string;
  acceptedOn: LocalDate | null;
  nextDue: LocalDate | null;
}

/** A member's latest answer and latest acceptance among the answers that count as hers. */
export interface LatestAnswers {
  latest: Acceptance;
  accepted: Acceptance | null;
}

/** Latest answers by member id. Unconfirmed rows count for nobody; of two at the same time the later row counts. */
export function latestAnswers(acceptances: readonly Acceptance[]): Map<string, LatestAnswers> {
  const found = new Map<string, LatestAnswers>();
  for (const answer of acceptances) {
    const counts = answer.memberId !== '' && answer.answer && answer.received && answer.confirmedBy;
    if (!counts || answer.confirmedBy === 'Unconfirmed') continue;
    const known = found.get(answer.memberId);
    const latest = known && isAfter(known.latest, answer) ? known.latest : answer;
    const before = known?.accepted ?? null;
    const accepted = answer.answer !== 'Accepted' || (before && isAfter(before, answer)) ? before : answer;
    found.set(answer.memberId, { latest, accepted });
  }
  return found;
}

/**
 * Her answers when the register was read only from a row on: what her own row on the roster says of earlier ones,
 * and the later ones of the register.
 */
export function withEarlier(
  answers: LatestAnswers | undefined,
  member: Pick<Member, 'standing' | 'acceptedOn' | 'acceptedVersion'>,
  versionInForce: string,
): LatestAnswers | undefined {
  const { acceptedOn, acceptedVersion, standing } = member;
  const accepted = acceptedOn && earlierAnswer('Accepted', acceptedVersion, startOf(acceptedOn));
  // Who has a new version to accept without having accepted any, has declined one before it.
  const hasDeclinedEarlier = standing === 'New version to accept' && !accepted;
  const version = standing === 'Declined' ? versionInForce : hasDeclinedEarlier ? '' : null;
  const declined = version === null ? null : earlierAnswer('Declined', version, null);
  const latest = declined ?? accepted;
  if (!answers) return latest ? { latest, accepted: accepted || null } : undefined;
  const isNewer = !accepted || (answers.accepted !== null && !isAfter(accepted, answers.accepted));
  return { latest: answers.latest, accepted: isNewer ? answers.accepted : accepted };
}

/** Tells a member's answers from these of the register. @param isRecent the register was read only from a row on */
export function answersIn(
  acceptances: readonly Acceptance[],
  isRecent: boolean,
  versionInForce: string,
): (member: Member) => LatestAnswers | undefined {
  const found = latestAnswers(acceptances);
  return (member) => {
    const hers = found.get(member.id);
    return isRecent ? withEarlier(hers, member, versionInForce) : hers;
  };
}

const UNKNOWN: Acceptance = {
  id: '',
  received: null,
  memberId: '',
  name: '',
  email: '',
  role: null,
  answer: null,
  version: '',
  textHash: '',
  confirmedBy: null,
  statements: '',
  companions: '',
  responseId: '',
  remark: '',
  seal: '',
};

const earlierAnswer = (
  answer: Acceptance['answer'],
  version: string,
  received: Acceptance['received'],
): Acceptance => ({ ...UNKNOWN, answer, version, received });

function isAfter(a: Acceptance, b: Acceptance): boolean {
  return (a.received ?? '') > (b.received ?? '');
}

/** The active version and, behind editorial ones, those whose acceptance still counts for it. Newest first. */
export function versionsThatCount(versions: readonly CodeVersion[]): string[] {
  const inForce = versions
    .filter((version) => version.status === 'Active' || version.status === 'Retired')
    .sort((a, b) => (a.version < b.version ? 1 : -1));
  const from = inForce.findIndex((version) => version.status === 'Active');
  const counting: string[] = [];
  for (const version of from < 0 ? [] : inForce.slice(from)) {
    counting.push(version.version);
    if (version.change !== 'Editorial') break;
  }
  return counting;
}

/**
 * Where the member stands on `today`. Members who are not active are not asked: Exempt, with their dates kept.
 * Who has a version to accept keeps the due date that she was told when she was asked for it.
 */
export function standingOf(
  member: Pick<Member, 'status'> & Partial<Pick<Member, 'askedFor' | 'nextDue'>>,
  answers: LatestAnswers | undefined,
  counting: readonly string[],
  rules: StandingRules,
  today: LocalDate,
): StandingFacts {
  const accepted = answers?.accepted ?? null;
  const acceptedOn = accepted?.received ? dateOf(accepted.received) : null;
  const due = acceptedOn ? addMonths(acceptedOn, rules.renewalMonths) : null;
  const facts = { acceptedVersion: accepted?.version ?? '', acceptedOn };
  if (member.status !== 'Active') return { standing: 'Exempt', ...facts, nextDue: null };
  const wasAsked = member.askedFor === occasionOfVersion(counting[counting.length - 1] ?? '');
  const told = wasAsked ? (member.nextDue ?? null) : null;
  if (!answers) return { standing: 'Never accepted', ...facts, nextDue: told };
  if (answers.latest.answer === 'Declined') {
    const asksAgain = !counting.includes(answers.latest.version);
    return asksAgain
      ? { standing: 'New version to accept', ...facts, nextDue: told }
      : { standing: 'Declined', ...facts, nextDue: null };
  }
  if (!counting.includes(facts.acceptedVersion))
    return { standing: 'New version to accept', ...facts, nextDue: told };
  return { standing: byDate(due ?? today, rules, today), ...facts, nextDue: due };
}

function byDate(due: LocalDate, rules: StandingRules, today: LocalDate): Standing {
  if (today > addDays(due, rules.graceDays)) return 'Overdue';
  if (today >= due) return 'Due';
  return today >= addDays(due, -rules.dueSoonDays) ? 'Due soon' : 'Current';
}
