// Keeps account of the mails that ask members for their answers: what is still wanted, and what has gone out.

import { NO_LONGER_NEEDED } from '../content/remarks.ts';
import { afterAsking, askOn, canBeMailed } from '../domain/asking.ts';
import type { LocalDate, Mail } from '../domain/entries.ts';
import { isAsking } from '../domain/outbox.ts';
import type { Desk } from './desk.ts';

/** Takes mails out of line that must not go out any more: she has answered, has left, or mail to her comes back. */
export function cancelStale(desk: Desk): void {
  const { mailLog } = desk.tables;
  const rules = desk.askingRules;
  for (const row of mailLog.rows) {
    const { state, kind, memberId, reference } = row.entry;
    if (state !== 'Queued' || memberId === '') continue;
    const member = desk.memberRow(memberId)?.entry;
    const ask = member && isAsking(row.entry) ? askOn(member, rules, desk.today) : null;
    const isWanted = isAsking(row.entry)
      ? ask?.kind === kind && (kind !== 'Reminder' || ask.reference === reference)
      : member === undefined || canBeMailed(member);
    if (!isWanted) mailLog.update(row, { state: 'Cancelled', problem: NO_LONGER_NEEDED });
  }
}

/** Notes in her row that a mail which asks her has gone out. */
export function noteAsked(desk: Desk, mail: Mail, sentOn: LocalDate): void {
  const row = desk.memberRow(mail.memberId);
  if (!row) return;
  const asks = isAsking(mail) || mail.kind === 'Old version answered';
  const asked = asks ? afterAsking(row.entry, desk.askingRules, sentOn) : {};
  desk.tables.members.update(row, { ...asked, lastMailed: sentOn });
}
