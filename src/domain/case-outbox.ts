// Chooses which waiting mails about cases may leave now: urgent ones first and always, whatever the budget says.

import { addHours, addMinutes } from './calendar.ts';
import { leavesAt } from './case-contact.ts';
import type { CaseMail, CaseMailKind, ContactTime } from './case-entries.ts';
import { mailboxOf, tidyAddress } from './email-address.ts';
import type { LocalDateTime } from './entries.ts';
import { sentInADay } from './outbox.ts';

/** The lower the number, the sooner it leaves. */
const URGENCY: Record<CaseMailKind, number> = {
  'Urgent report': 0,
  'Notice of report': 1,
  'Sharing alert': 1,
  'Notice of addition': 2,
  'Notice of question': 2,
  'Cases due': 2,
  'Report received': 3,
  'Question received': 3,
  'Report acknowledged': 3,
  'Report closed': 3,
};

const isUrgent = ({ kind }: CaseMail) => kind === 'Urgent report';

/** Urgent mails to one address in an hour that leave one by one. After them one leaves now and then, for all that wait. */
const MOST_URGENT = 5;
/** A little less than the ten minutes between two runs. */
const URGENT_PAUSE_MINUTES = 9;

/** Kinds that go to whoever typed her address into the form. */
const TO_REPORTER: readonly (CaseMailKind | null)[] = [
  'Report received',
  'Question received',
  'Report acknowledged',
  'Report closed',
];

export const goesToReporter = ({ kind }: Pick<CaseMail, 'kind'>) => TO_REPORTER.includes(kind);

export interface CaseOutboxRules {
  paused: boolean;
  /** Recipients in any 24 hours. The last fifth of them is only for urgent mails. */
  perDay: number;
}

/**
 * The waiting mails that may leave now, most urgent first and oldest first among equals; at most `limit`. Neither a
 * pause nor the budget holds the urgent ones; a mail to a reporter waits for the time of day that she chose.
 */
export function caseMailsToSend<M extends CaseMail>(
  log: readonly M[],
  rules: CaseOutboxRules,
  contactTimeOf: (mail: M) => ContactTime | null,
  now: LocalDateTime,
  limit: number,
): M[] {
  const sent = sentInADay(log, now);
  const forAll = Math.max(0, rules.perDay - Math.floor(rules.perDay / 5) - sent);
  const waiting = log
    .map((mail, index) => ({ mail, index }))
    .filter(({ mail }) => mail.state === 'Queued' && mail.kind !== null)
    .sort((a, b) => urgencyOf(a.mail) - urgencyOf(b.mail) || a.index - b.index)
    .map(({ mail }) => mail);
  const urgent = urgentToSend(log, waiting.filter(isUrgent), now);
  const others = waiting.filter(
    (mail) =>
      !isUrgent(mail) &&
      !rules.paused &&
      (!goesToReporter(mail) || leavesAt(contactTimeOf(mail), now) <= now),
  );
  return [...urgent, ...others.slice(0, Math.max(0, forAll - urgent.length))].slice(0, limit);
}

/** Of each address the oldest that may leave by themselves; the newest is always among them, and tells of the rest. */
function urgentToSend<M extends CaseMail>(log: readonly M[], waiting: readonly M[], now: LocalDateTime): M[] {
  const hourAgo = addHours(now, -1);
  const pause = addMinutes(now, -URGENT_PAUSE_MINUTES);
  return [...new Set(waiting.map(addressOf))].flatMap((address) => {
    const hers = waiting.filter((mail) => addressOf(mail) === address);
    const times = log
      .filter((mail) => isUrgent(mail) && addressOf(mail) === address && mail.state !== 'Queued')
      .map(({ sent }) => sent ?? '');
    const left = MOST_URGENT - times.filter((time) => time > hourAgo).length;
    const room = Math.max(left, times.some((time) => time > pause) ? 0 : 1);
    return hers.length <= room ? hers : room === 0 ? [] : [...hers.slice(0, room - 1), ...hers.slice(-1)];
  });
}

const addressOf = ({ to }: CaseMail) => tidyAddress(to);

/** The waiting urgent mails to the same address of which this one tells as well. */
export function toldWith<M extends CaseMail>(log: readonly M[], id: string): M[] {
  const at = log.findIndex((mail) => mail.id === id);
  const mail = log[at];
  if (!mail || !isUrgent(mail)) return [];
  const isSame = (one: M) => isUrgent(one) && addressOf(one) === addressOf(mail);
  return log.slice(0, at).filter((one) => one.state === 'Queued' && isSame(one));
}

const urgencyOf = ({ kind }: CaseMail) => (kind ? URGENCY[kind] : 9);

/** Whether one more mail to a reporter at this address stays within its cap for 24 hours. */
export function mayWriteToReporter(
  log: readonly CaseMail[],
  address: string,
  cap: number,
  now: LocalDateTime,
): boolean {
  const to = mailboxOf(address);
  const since = addHours(now, -24);
  const recent = log.filter(
    (mail) => goesToReporter(mail) && mailboxOf(mail.to) === to && (mail.queued ?? '') > since,
  );
  return recent.length < cap;
}
