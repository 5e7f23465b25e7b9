// Puts in line the mails that ask members for their answers, as many as may leave now.

import { companionsSet } from '../content/companions.ts';
import { AUDIT } from '../content/tab-words.ts';
import { type Ask, asksOn, occasionOfVersion } from '../domain/asking.ts';
import type { LocalDate, Mail, Member } from '../domain/entries.ts';
import { idsTwice } from '../domain/identity.ts';
import { isAsking, roomLeft } from '../domain/outbox.ts';
import { recall, remember } from '../registers/state.ts';
import type { Desk } from './desk.ts';
import { queueForMember } from './outbox.ts';

/** In State: whether members wait to be asked today for whom there was no room yet. */
const MORE = 'More to ask';

/** Nobody is asked before the form is open and shows the version in force. */
export function mayAsk(desk: Desk): boolean {
  const active = desk.activeVersion;
  return active !== undefined && companionsSet(desk.settings) && desk.config.formText === active.textHash;
}

/** Who is to be asked today, in order, apart from those whose mail is in line already or whose id stands twice. */
export function toAsk(desk: Desk): { member: Member; ask: Ask }[] {
  const { members, mailLog } = desk.tables;
  const waiting = new Set(mailLog.entries.filter(isWaiting).map(({ memberId }) => memberId));
  const twice = idsTwice(members.entries);
  const free = members.entries.filter(({ id }) => id !== '' && !waiting.has(id) && !twice.has(id));
  return asksOn(free, desk.askingRules, desk.today);
}

const isWaiting = (mail: Mail) => isAsking(mail) && (mail.state === 'Queued' || mail.state === 'Sending');

/** Puts today's mails in line, as far as the day's budget has room. Says how many. */
export function queueAsks(desk: Desk): number {
  if (!mayAsk(desk)) return 0;
  const wanted = toAsk(desk);
  const room = roomLeft(desk.tables.mailLog.entries, desk.outboxRules, desk.now);
  for (const { member, ask } of wanted.slice(0, room)) queueForMember(desk, ask.kind, member, ask.reference);
  askMore(desk, wanted.length > room);
  return Math.min(wanted.length, room);
}

/** Goes on where the budget or the night's run has ended; costs nothing when all have been asked. */
export function queueMoreAsks(desk: Desk): void {
  if (recall(desk.tables.state, MORE) === 'yes') queueAsks(desk);
}

/** In State: the version about which members are being asked, until all have been. */
const ASKED_ABOUT = 'Asking about';
/** In State: the day on which the last of them was asked, the version, and how many members were asked. */
export const ALL_ASKED = 'All asked';

/** From now on it is said when all members have been asked about a version. */
export const watchAsking = (desk: Desk, version: LocalDate) =>
  remember(desk.tables.state, ASKED_ABOUT, version);

/** Says in the audit trail, and in the next digest, that all members have been asked, when the last mail has left. */
export function sayWhenAllAsked(desk: Desk): void {
  const { state, mailLog, members } = desk.tables;
  const version = recall(state, ASKED_ABOUT);
  if (version === '' || recall(state, MORE) === 'yes' || mailLog.entries.some(isWaiting)) return;
  const occasion = occasionOfVersion(desk.askingRules.since);
  const after = String(members.entries.filter(({ askedFor }) => askedFor === occasion).length);
  remember(state, ASKED_ABOUT, '');
  remember(state, ALL_ASKED, `${desk.today} ${version} ${after}`);
  desk.audit({ what: AUDIT.allAsked, subject: version, before: '', after });
}

/** Whether the runs of every ten minutes shall look for members to ask. */
export function askMore(desk: Desk, more: boolean): void {
  remember(desk.tables.state, MORE, more ? 'yes' : 'no');
}
