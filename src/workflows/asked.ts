// Keeps account of the mails that ask members for their answers: what is still wanted, and what has gone out.

import { PROBLEMS } from '../content/problems.ts';
import { NOT_SENT } from '../content/remarks.ts';
import { type AskingRules, afterAsking, askOn, canBeMailed, hasBounced } from '../domain/asking.ts';
import { addDays, startOf } from '../domain/calendar.ts';
import { isAddress, tidyAddress } from '../domain/email-address.ts';
import type { LocalDate, Mail, Member } from '../domain/entries.ts';
import { isAsking, opensForm } from '../domain/outbox.ts';
import type { Desk } from './desk.ts';

/** For so many days a mail that could not be sent waits for a better address. */
const WORTH_SENDING_DAYS = 30;

/**
 * Goes through the mails in line before any leaves: each goes to the address that the roster has now, and those that
 * must not go out any more are taken out. Mails that could not be sent come back when staff have corrected the address.
 */
export function reviewWaiting(desk: Desk): void {
  const { mailLog } = desk.tables;
  const rules = desk.askingRules;
  solveAddressProblems(desk);
  for (const row of mailLog.rows) {
    const mail = row.entry;
    if (mail.memberId === '' || (mail.state !== 'Queued' && !mayComeBack(desk, mail))) continue;
    const member = desk.memberRow(mail.memberId)?.entry;
    const reason = reasonAgainst(desk, rules, mail, member);
    const to = member?.email.trim() ?? mail.to;
    if (mail.state === 'Queued')
      mailLog.update(row, reason === null ? { to } : { state: 'Cancelled', problem: reason });
    else if (reason === null && tidyAddress(to) !== tidyAddress(mail.to))
      mailLog.update(row, { state: 'Queued', to, problem: '' });
  }
}

/** A mail that asks does not come back by itself: who was not asked is asked anew. */
function mayComeBack(desk: Desk, mail: Mail): boolean {
  if (mail.state !== 'Failed' || isAsking(mail)) return false;
  return (mail.queued ?? '') >= startOf(addDays(desk.today, -WORTH_SENDING_DAYS));
}

/** Why a mail must not go out any more; null when it may. */
function reasonAgainst(
  desk: Desk,
  rules: AskingRules,
  mail: Mail,
  member: Member | undefined,
): string | null {
  if (!member) return NOT_SENT.notOnRoster;
  if (opensForm(mail) && member.status !== 'Active') return NOT_SENT.notActive;
  if (!canBeMailed(member)) return hasBounced(member) ? NOT_SENT.mailComesBack : NOT_SENT.noAddress;
  if (!isAsking(mail)) return null;
  const ask = askOn(member, rules, desk.today);
  const fits = ask?.kind === mail.kind && (mail.kind !== 'Reminder' || ask.reference === mail.reference);
  return fits ? null : NOT_SENT.noLongerNeeded;
}

/** Ticks what staff were told of an address that they have corrected since, or to which a later mail went out. */
function solveAddressProblems(desk: Desk): void {
  const { members, mailLog } = desk.tables;
  const noMailbox = members.entries
    .filter(({ email }) => !isAddress(email.trim()))
    .map(({ id, name }) => PROBLEMS.noMailbox(id, name).what);
  desk.solve({ whatToDo: PROBLEMS.noMailbox('', '').whatToDo }, new Set(noMailbox));
  const failed = mailLog.entries
    .filter((mail) => mail.state === 'Failed' && !isPast(desk, mail))
    .map(({ id, to, problem }) => PROBLEMS.mailFailed(id, to, problem).what);
  desk.solve({ whatToDo: PROBLEMS.mailFailed('', '', '').whatToDo }, new Set(failed));
}

/** Whether the address of a mail that could not be sent is no longer used, or has taken a later one. */
function isPast(desk: Desk, { id, to, memberId }: Mail): boolean {
  const { contactAddress } = desk.settings;
  const now = memberId === '' ? contactAddress : (desk.memberRow(memberId)?.entry.email ?? '');
  const laterSent = ({ state, ...later }: Mail) =>
    state === 'Sent' && later.id > id && later.memberId === memberId && later.to === to;
  return tidyAddress(now) !== tidyAddress(to) || desk.tables.mailLog.entries.some(laterSent);
}

/** Notes in her row that a mail which asks her has gone out. */
export function noteAsked(desk: Desk, mail: Mail, sentOn: LocalDate): void {
  const row = desk.memberRow(mail.memberId);
  if (!row) return;
  const asks = isAsking(mail) || mail.kind === 'Old version answered';
  const asked = asks ? afterAsking(row.entry, desk.askingRules, sentOn) : {};
  desk.tables.members.update(row, { ...asked, lastMailed: sentOn });
}
