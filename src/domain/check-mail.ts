// Whether mail can leave: from which address, how much Google still takes today, and what waits.

import { addHours } from './calendar.ts';
import { type Finding, finding } from './check-findings.ts';
import { tidyAddress } from './email-address.ts';
import type { LocalDateTime, Mail } from './entries.ts';

export interface MailFacts {
  account: string;
  owner: string;
  contact: string;
  /** Addresses that the account may send from; undefined when Google did not tell. */
  sendsAs: readonly string[] | undefined;
  /** Mails that Google still takes from this account today; undefined when it did not tell. */
  left: number | undefined;
  perDay: number;
  paused: boolean;
  log: readonly Pick<Mail, 'id' | 'state' | 'queued'>[];
  now: LocalDateTime;
}

/** A mail that waits longer than this waits longer than any day's budget explains. */
const LONG_HOURS = 48;
/** Failed mails are told for so many hours. */
const FRESH_HOURS = 7 * 24;

export function checkMail(facts: MailFacts): Finding[] {
  return [senderOf(facts), roomOf(facts), ...flowOf(facts)];
}

function senderOf({ account, owner, contact, sendsAs }: MailFacts): Finding {
  if (account !== owner || sendsAs === undefined) return finding('sender not seen', owner);
  const isOurs = [account, ...sendsAs].map(tidyAddress).includes(tidyAddress(contact));
  return isOurs
    ? finding('sender is the contact address', contact)
    : finding('sender is another address', account, contact);
}

function roomOf({ account, owner, left, log, perDay, paused }: MailFacts): Finding {
  if (account !== owner || left === undefined) return finding('room not seen', owner);
  const waiting = paused ? 0 : log.filter(({ state }) => state === 'Queued').length;
  if (left === 0) return finding('no room for mail', waiting);
  return left < Math.min(waiting, perDay) || left < 20
    ? finding('little room for mail', left, waiting)
    : finding('room for mail', left);
}

function flowOf({ log, paused, now }: MailFacts): Finding[] {
  const waiting = log.filter(({ state }) => state === 'Queued' || state === 'Sending');
  const isOlder = (hours: number) => (mail: Pick<Mail, 'queued'>) =>
    (mail.queued ?? '') < addHours(now, -hours);
  const long = waiting.filter(isOlder(LONG_HOURS));
  const failed = log.filter((mail) => mail.state === 'Failed' && !isOlder(FRESH_HOURS)(mail));
  const found = [
    ...(paused ? [finding('mail paused', waiting.length)] : []),
    ...(!paused && long.length > 0 ? [finding('mail waits long', long.length)] : []),
    ...(failed.length > 0 ? [finding('mail failed', failed.length)] : []),
  ];
  return found.length > 0 ? found : [finding('mail flows', waiting.length)];
}
