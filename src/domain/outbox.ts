// Chooses which waiting mails may leave now: urgent kinds first, within the day's budget.

import { addDays, addHours, addMinutes } from './calendar.ts';
import { tidyAddress } from './email-address.ts';
import type { LocalDate, LocalDateTime, Mail, MailKind } from './entries.ts';

/** The lower the number, the sooner it leaves. 0 is for safety reports, which alone may use the reserve. */
const URGENCY: Record<MailKind, number> = {
  'Acceptance confirmed': 1,
  'Refusal confirmed': 1,
  'Personal link': 1,
  'Link again': 1,
  'Old version answered': 1,
  'Opt-out confirmed': 1,
  'Opt-out to confirm': 1,
  'Opt-out taken back': 1,
  'Pictures taken down': 1,
  'Agreement to confirm': 1,
  'Agreement waits': 1,
  'Agreement in force': 1,
  'Agreement ended': 1,
  'Notice of opt-out': 2,
  'Notice of agreement': 2,
  'Takedowns due': 4,
  'Trial run': 2,
  'Notice of refusal': 2,
  'Notice to match': 2,
  'Notice of new version': 2,
  'Notice of acceptance': 3,
  'Daily digest': 4,
  Invitation: 5,
  'New version': 5,
  Reminder: 5,
};

/** Kinds that ask a member for her answer because its time has come. */
const ASKING: readonly (MailKind | null)[] = ['Invitation', 'New version', 'Reminder'];

export const isAsking = ({ kind }: Pick<Mail, 'kind'>) => ASKING.includes(kind);

/**
 * Kinds with a personal link that only active members get. The link to confirm a request about pictures is for all:
 * there may be pictures of former members too.
 */
const WITH_LINK: readonly (MailKind | null)[] = [
  ...ASKING,
  'Personal link',
  'Link again',
  'Old version answered',
  'Agreement to confirm',
];

export const opensForm = ({ kind }: Mail) => WITH_LINK.includes(kind);

/** Kinds that answer something that came in; each address gets only so many of them a day. */
const AUTOMATIC_ANSWERS: readonly (MailKind | null)[] = [
  'Acceptance confirmed',
  'Refusal confirmed',
  'Personal link',
  'Old version answered',
  'Opt-out to confirm',
  'Agreement to confirm',
  'Agreement waits',
];

/** Kinds that follow what a member or staff did beyond doubt. What strangers send in her name never keeps them back. */
const AFTER_PROOF: readonly (MailKind | null)[] = [
  'Opt-out confirmed',
  'Opt-out taken back',
  'Pictures taken down',
  'Agreement in force',
  'Agreement ended',
];
const MOST_AFTER_PROOF = 20;

export interface OutboxRules {
  paused: boolean;
  /** Recipients that may be written to in any 24 hours. */
  perDay: number;
  /** Part of `perDay` kept free for safety reports. */
  reserve: number;
}

/** A mail handed to Gmail this long ago can be found by a search of Sent mail, if it was sent. */
const SEARCHABLE_AFTER_MINUTES = 10;

const hasLeft = (mail: Pick<Mail, 'state'>) => mail.state === 'Sent' || mail.state === 'Sending';

/**
 * Minutes by which the budget's day is shorter than 24 hours. A run comes at the same minute every day; without
 * them the mails of yesterday's run would still count, and each day of a campaign would begin ten minutes later.
 */
const SLACK_MINUTES = 5;

/** Mails that left, or may have left, within the day before `now`; one recipient each. */
export function sentInADay(log: readonly Pick<Mail, 'state' | 'sent'>[], now: LocalDateTime): number {
  const since = addMinutes(now, SLACK_MINUTES - 24 * 60);
  return log.filter((mail) => hasLeft(mail) && mail.sent !== null && mail.sent > since).length;
}

/** Mails a day for all kinds but safety reports; the reserve never takes more than half of them. */
export function ordinaryPerDay({ perDay, reserve }: OutboxRules): number {
  return Math.max(perDay - reserve, Math.ceil(perDay / 2));
}

/** How many more mails may be put in line now, so that all of them can leave within this day's budget. */
export function roomLeft(log: readonly Mail[], rules: OutboxRules, now: LocalDateTime): number {
  if (rules.paused) return 0;
  const waiting = log.filter(({ state }) => state === 'Queued').length;
  return Math.max(0, ordinaryPerDay(rules) - sentInADay(log, now) - waiting);
}

/** The least number of days in which so many mails can leave, when so many may still leave today. */
export function daysFor(mails: number, leftToday: number, perDay: number): number {
  if (mails <= leftToday) return mails === 0 ? 0 : 1;
  return (leftToday > 0 ? 1 : 0) + Math.ceil((mails - leftToday) / Math.max(1, perDay));
}

/** The first and the last day on which mails leave, none of them before its own day of `from`. */
export function leavingDays(
  from: readonly LocalDate[],
  today: LocalDate,
  leftToday: number,
  perDay: number,
): [LocalDate, LocalDate] {
  const days: LocalDate[] = [];
  let day = today;
  let left = leftToday;
  for (const earliest of [...from].sort()) {
    if (earliest > day || left <= 0) {
      day = earliest > day ? earliest : addDays(day, 1);
      left = perDay;
    }
    left--;
    days.push(day);
  }
  return [days[0] ?? today, day];
}

/** The waiting mails that may leave now, most urgent first and oldest first among equals; at most `limit`. */
export function mailsToSend<M extends Mail>(
  log: readonly M[],
  rules: OutboxRules,
  now: LocalDateTime,
  limit: number,
): M[] {
  if (rules.paused) return [];
  const left = Math.max(0, ordinaryPerDay(rules) - sentInADay(log, now));
  return log
    .map((mail, index) => ({ mail, index, urgency: mail.kind ? URGENCY[mail.kind] : 9 }))
    .filter(({ mail }) => mail.state === 'Queued' && mail.kind !== null)
    .sort((a, b) => a.urgency - b.urgency || a.index - b.index)
    .slice(0, Math.min(left, limit))
    .map(({ mail }) => mail);
}

/** Mails that an interrupted run left in the state Sending, long enough ago to be found in Sent mail. */
export function interruptedMails<M extends Pick<Mail, 'state' | 'sent'>>(
  log: readonly M[],
  now: LocalDateTime,
): M[] {
  const before = addMinutes(now, -SEARCHABLE_AFTER_MINUTES);
  return log.filter((mail) => mail.state === 'Sending' && (mail.sent === null || mail.sent <= before));
}

/** Whether one more mail of this kind to this address stays within its cap for 24 hours. */
export function mayAnswer(
  log: readonly Mail[],
  address: string,
  cap: number,
  now: LocalDateTime,
  mailKind: MailKind | null = null,
): boolean {
  const to = tidyAddress(address);
  const since = addHours(now, -24);
  const isProven = AFTER_PROOF.includes(mailKind);
  const kinds = isProven ? AFTER_PROOF : AUTOMATIC_ANSWERS;
  const recent = log.filter(
    ({ queued, kind, state, to: other }) =>
      (queued ?? '') > since &&
      kinds.includes(kind) &&
      state !== 'Cancelled' &&
      state !== 'Failed' &&
      tidyAddress(other) === to,
  );
  return recent.length < (isProven ? Math.max(cap, MOST_AFTER_PROOF) : cap);
}

/** Notices to match that go out one by one in 24 hours; of the others the daily digest tells. */
const MOST_NOTICES_TO_MATCH = 10;

/** Whether one more answer that nobody knows may have a notice of its own. Anybody can send such answers. */
export function mayNotifyToMatch(
  log: readonly Mail[],
  now: LocalDateTime,
  notice: MailKind = 'Notice to match',
): boolean {
  const since = addHours(now, -24);
  const recent = log.filter(({ kind, queued }) => kind === notice && (queued ?? '') > since);
  return recent.length < MOST_NOTICES_TO_MATCH;
}
