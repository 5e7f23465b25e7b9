// Looks for mail about cases that came back, so that nobody waits for somebody who was never told.

import { CASE_LOG } from '../content/case-words.ts';
import { PROBLEMS } from '../content/problems.ts';
import { addDays, instantOf, localTime } from '../domain/calendar.ts';
import type { CaseMail } from '../domain/case-entries.ts';
import { goesToReporter } from '../domain/case-outbox.ts';
import { standInsFor } from '../domain/case-routing.ts';
import { tidyAddress } from '../domain/email-address.ts';
import type { LocalDateTime } from '../domain/entries.ts';
import { accountRunning } from '../google/session.ts';
import { DAY_MS, followBounces } from './bounces.ts';
import type { CaseDesk } from './case-desk.ts';
import { queueCaseMail } from './case-outbox.ts';

/** Days after which nobody waits for a mail to come back. */
const DAYS = 2;

/** Costs nothing when no urgent mail, or by night no mail at all, was sent in the last days. */
export function lookForCaseBounces(desk: CaseDesk, { byNight = false } = {}): void {
  if (accountRunning() !== desk.config.owner) return;
  const from = instantOf(desk.now) - DAYS * DAY_MS;
  const mails = desk.tables.mailLog.entries;
  const wanted = mails.filter(({ kind }) => byNight || kind === 'Urgent report');
  const since = localTime(from);
  if (!wanted.some(({ sent }) => sent !== null && sent >= since)) return;
  try {
    followBounces(desk.tables.state, from, (addresses, receivedMs) => {
      for (const address of addresses) cameBack(desk, address, sentTo(mails, address, localTime(receivedMs)));
    });
  } catch {
    desk.tell(PROBLEMS.caseWork);
  }
}

/** What was sent to this address in the days before. */
function sentTo(mails: readonly CaseMail[], address: string, before: LocalDateTime): CaseMail[] {
  const since = addDays(before.slice(0, 10), -DAYS);
  return mails.filter(
    ({ to, sent }) => tidyAddress(to) === address && sent !== null && sent >= since && sent <= before,
  );
}

function cameBack(desk: CaseDesk, address: string, mails: readonly CaseMail[]): void {
  const { mailLog } = desk.tables;
  const numbers = (wanted: (mail: CaseMail) => boolean) =>
    new Set(mails.filter(wanted).map(({ reference }) => reference));
  for (const number of numbers(goesToReporter)) desk.log(number, CASE_LOG.cameBack);
  if (mails.some((mail) => !goesToReporter(mail))) desk.tell(PROBLEMS.caseMailCameBack(address));
  for (const number of numbers(({ kind }) => kind === 'Urgent report')) {
    const told = mailLog.entries
      .filter(({ kind, reference }) => kind === 'Urgent report' && reference === number)
      .map(({ to }) => tidyAddress(to));
    for (const other of standInsFor(desk.staff, desk.conflictedIn(number)))
      if (!told.includes(other)) queueCaseMail(desk, 'Urgent report', other, number);
  }
}
