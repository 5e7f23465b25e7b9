// Looks for mail about cases that came back, so that nobody waits for somebody who was never told.

import { CASE_LOG } from '../content/case-words.ts';
import { PROBLEMS } from '../content/problems.ts';
import { addDays, instantOf, localTime } from '../domain/calendar.ts';
import type { CaseMail } from '../domain/case-entries.ts';
import { goesToReporter } from '../domain/case-outbox.ts';
import { standInsFor } from '../domain/case-routing.ts';
import { tidyAddress } from '../domain/email-address.ts';
import type { LocalDateTime } from '../domain/entries.ts';
import { findBounces } from '../google/gmail.ts';
import { accountRunning } from '../google/session.ts';
import { recall, remember } from '../registers/state.ts';
import type { CaseDesk } from './case-desk.ts';
import { queueCaseMail } from './case-outbox.ts';

/** In State: when the last delivery failure that was seen had come, milliseconds since 1970, UTC. */
const SEEN = 'Bounces seen until';
const DAY_MS = 86_400_000;
/** Days after which nobody waits for a mail to come back. */
const DAYS = 2;

/** Costs nothing when no urgent mail, or by night no mail at all, was sent in the last days. */
export function lookForCaseBounces(desk: CaseDesk, { byNight = false } = {}): void {
  if (accountRunning() !== desk.config.owner) return;
  const from = instantOf(desk.now) - DAYS * DAY_MS;
  const mails = desk.tables.mailLog.entries;
  const wanted = mails.filter(({ kind }) => byNight || kind === 'Urgent report');
  if (!wanted.some(({ sent }) => sent !== null && sent >= localTime(from))) return;
  const { state } = desk.tables;
  try {
    for (const { recipients, receivedMs } of findBounces(Number(recall(state, SEEN)) || from)) {
      const came = localTime(receivedMs);
      for (const address of new Set(recipients.map(tidyAddress)))
        cameBack(desk, address, sentTo(mails, address, came));
      remember(state, SEEN, String(receivedMs));
    }
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
