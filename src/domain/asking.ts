// Who is asked today, for what, and in which order: one rule for invitations, new versions and yearly renewals.

import { addDays, readIsoDate } from './calendar.ts';
import { isAddress, tidyAddress } from './email-address.ts';
import type { FollowUpReason, LocalDate, MailKind, Member } from './entries.ts';
import { stageOn } from './reminders.ts';

export interface AskingRules {
  /** The version in force. */
  version: string;
  /** The version since which nothing but wording changed; the version in force itself, unless that one is editorial. */
  since: string;
  /** Days from the due date on which she is reminded; negative before it. */
  reminders: readonly number[];
  /** After a mail that asked her, so many days pass until the next one. */
  quietDays: number;
  /** Days that she has to answer after she was first asked for a version, or for a renewal whose day had passed. */
  answerDays: number;
}

/** What the rules look at. */
export type Asked = Pick<
  Member,
  | 'status'
  | 'standing'
  | 'email'
  | 'acceptedVersion'
  | 'acceptedOn'
  | 'nextDue'
  | 'askedFor'
  | 'lastAsked'
  | 'bounced'
>;

export interface Ask {
  kind: Extract<MailKind, 'Invitation' | 'New version' | 'Reminder'>;
  /** What the mail is about: the version, or the day until which she is to answer. */
  reference: string;
  /** Whether it is the first about a version: these go ahead of all reminders. */
  isFirst: boolean;
}

/** What she is to do at present, by her standing: accept a version, or renew by a date. Null: nothing is asked of her. */
export interface Occasion {
  name: string;
  /** The day until which she is to answer; null when that is counted from the first mail, which is still to come. */
  due: LocalDate | null;
}

export const occasionOfVersion = (version: string) => `Version ${version}`;

/** Who was not asked for a renewal before its day has passed, as after her return, is asked as if it were new. */
function renewalOf({ nextDue, askedFor }: Asked, rules: AskingRules, today: LocalDate): Occasion | null {
  if (nextDue === null) return null;
  const name = `Renewal ${nextDue}`;
  if (askedFor.startsWith(name)) return { name: askedFor, due: readIsoDate(askedFor.slice(-10)) ?? nextDue };
  if (today <= nextDue) return { name, due: nextDue };
  return { name: `${name}, by ${addDays(today, rules.answerDays)}`, due: null };
}

export function occasionOf(member: Asked, rules: AskingRules, today: LocalDate): Occasion | null {
  switch (member.standing) {
    case 'Never accepted':
    case 'New version to accept': {
      const name = occasionOfVersion(rules.since);
      if (member.askedFor !== name || member.lastAsked === null) return { name, due: null };
      return { name, due: member.nextDue ?? addDays(member.lastAsked, rules.answerDays) };
    }
    case 'Current':
    case 'Due soon':
    case 'Due':
    case 'Overdue':
      return renewalOf(member, rules, today);
    default:
      return null;
  }
}

/** Whether what is asked of her, if anything, is to accept the version in force once more. */
export const isRenewal = ({ standing }: Pick<Member, 'standing'>) =>
  standing !== 'Never accepted' && standing !== 'New version to accept';

/** Whether a mail can be sent to her at all. */
export function canBeMailed(member: Pick<Member, 'email' | 'bounced'>): boolean {
  return isAddress(member.email.trim()) && !hasBounced(member);
}

/** Whether mail to the address that stands as hers now came back. */
export function hasBounced({ email, bounced }: Pick<Member, 'email' | 'bounced'>): boolean {
  return bounced !== '' && tidyAddress(bounced) === tidyAddress(email);
}

/**
 * The mail that asks her today, or null. Each reminder belongs to a day. A mail that asked her less than
 * `quietDays` before that day, or after it, has done its work already; so nobody is asked twice in that time, and
 * after days without a run she gets the one that matters now and not those that were missed.
 */
export function askOn(member: Asked, rules: AskingRules, today: LocalDate): Ask | null {
  const occasion =
    member.status === 'Active' && canBeMailed(member) ? occasionOf(member, rules, today) : null;
  if (!occasion) return null;
  const quietUntil = member.lastAsked === null ? '' : addDays(member.lastAsked, rules.quietDays);
  if (occasion.due === null) {
    if (today < quietUntil) return null;
    if (isRenewal(member))
      return { kind: 'Reminder', reference: addDays(today, rules.answerDays), isFirst: false };
    const kind = member.acceptedVersion === '' ? 'Invitation' : 'New version';
    return { kind, reference: rules.version, isFirst: true };
  }
  const stage = stageOn(occasion.due, rules.reminders, today);
  const isNew = member.askedFor !== occasion.name;
  const isWanted = stage !== null && (isNew ? today : stage.date) >= quietUntil;
  return isWanted ? { kind: 'Reminder', reference: occasion.due, isFirst: false } : null;
}

/** What changes in her row when such a mail has gone out on `sentOn`. */
export function afterAsking(
  member: Asked,
  rules: AskingRules,
  sentOn: LocalDate,
): Pick<Member, 'askedFor' | 'lastAsked' | 'nextDue'> {
  const occasion = occasionOf(member, rules, sentOn);
  const isVersion = occasion !== null && !isRenewal(member);
  return {
    askedFor: occasion?.name ?? member.askedFor,
    lastAsked: sentOn,
    nextDue: isVersion ? (occasion.due ?? addDays(sentOn, rules.answerDays)) : member.nextDue,
  };
}

/** Those who are asked today: first mails about a version first, then who never accepted, then who did longest ago. */
export function asksOn<M extends Asked>(
  members: readonly M[],
  rules: AskingRules,
  today: LocalDate,
): { member: M; ask: Ask }[] {
  const found: { member: M; ask: Ask; order: string }[] = [];
  for (const member of members) {
    const ask = askOn(member, rules, today);
    if (ask) found.push({ member, ask, order: `${ask.isFirst ? 0 : 1} ${member.acceptedOn ?? ''}` });
  }
  return found.sort((a, b) => (a.order < b.order ? -1 : a.order > b.order ? 1 : 0));
}

/** Why a person has to look after her; null when nobody has to. */
export function followUpOn(
  member: Asked,
  rules: AskingRules,
  today: LocalDate,
): { reason: FollowUpReason; about: string } | null {
  if (member.status !== 'Active') return null;
  if (hasBounced(member)) return { reason: 'Mail comes back', about: tidyAddress(member.bounced) };
  if (!isAddress(member.email.trim())) return { reason: 'No usable address', about: member.email.trim() };
  if (member.standing === 'Declined')
    return { reason: 'Does not accept the Code', about: occasionOfVersion(rules.since) };
  const occasion = occasionOf(member, rules, today);
  if (!occasion?.due || member.askedFor !== occasion.name || member.lastAsked === null) return null;
  const stage = stageOn(occasion.due, rules.reminders, today);
  const isOver = stage?.isLast && member.lastAsked < today && askOn(member, rules, today) === null;
  return isOver ? { reason: 'No answer to the reminders', about: occasion.name } : null;
}
