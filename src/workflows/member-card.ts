// The sidebar “Member card”: one member's history, and what staff can do for her there.

import { DONE } from '../content/done-words.ts';
import { REFUSALS } from '../content/problems.ts';
import { AUDIT } from '../content/tab-words.ts';
import { canBeMailed, hasBounced } from '../domain/asking.ts';
import { isAddress, mailboxOf } from '../domain/email-address.ts';
import type { Member } from '../domain/entries.ts';
import { historyOf, type MemberCard, memberMeant } from '../domain/member-card.ts';
import { object, text, yesOrNo } from '../domain/shape.ts';
import { selectedCells } from '../google/selected-cells.ts';
import { personAtKeyboard } from '../google/session.ts';
import { REGISTERS } from '../registers/registers.ts';
import type { Row } from '../registers/table.ts';
import { checkOptOuts } from './check-opt-outs.ts';
import { readConfig } from './config.ts';
import { type Desk, openDesk } from './desk.ts';
import { act, fromDialog } from './desk-action.ts';
import { differenceBetween } from './differences.ts';
import { neededLines } from './due-takedowns.ts';
import { updateFollowUps } from './follow-ups.ts';
import { reviewOptOuts } from './review-opt-outs.ts';
import { updateStandings } from './roster.ts';
import { Refusal } from './staff-error.ts';

const whose = object({ memberId: text(), selected: yesOrNo });
const chosen = object({ memberId: text(1) });
const wishedStatus = object({ memberId: text(), status: text() });
const correction = object({ memberId: text(), before: text(), email: text(0, 1000) });

const COLUMNS = REGISTERS.members.columns;

/** The card of the member who is named, or whose row is selected; the roster to search in when there is none. */
export function readMemberCard(json: string): {
  card: MemberCard | null;
  members: Pick<Member, 'id' | 'name' | 'email'>[];
} {
  const wish = fromDialog(whose, json);
  const desk = openDesk(readConfig(), 'everything');
  const { entries } = desk.tables.members;
  const memberId = wish.selected ? memberMeant(selectedCells(), COLUMNS.id.header, entries) : wish.memberId;
  const member = desk.memberRow(memberId)?.entry;
  if (member) return { card: cardOf(desk, member), members: [] };
  const members = entries.filter((entry) => entry.id !== '');
  return { card: null, members: members.map(({ id, name, email }) => ({ id, name, email })) };
}

function cardOf(desk: Desk, member: Member): MemberCard {
  const { acceptances, mailLog, optOuts, agreements, followUps, codeVersions } = desk.tables;
  const { id, name, email, role, status, joined, standing, nextDue, images, notes } = member;
  const registers = {
    acceptances: acceptances.entries,
    mailLog: mailLog.entries,
    optOuts: optOuts.entries,
    takedowns: neededLines(desk),
    agreements: agreements.entries,
    followUps: followUps.entries,
  };
  const history = historyOf(id, registers, (before, version) => {
    const [old, fresh] = [before, version].map((name) => codeVersions.find(name)?.entry);
    return old && fresh ? differenceBetween(desk, old, fresh) : null;
  });
  return {
    ...history,
    member: { id, name, email, role, status, joined, standing, nextDue, images, notes },
    mailComesBack: hasBounced(member),
    canBeAsked: status === 'Active' && canBeMailed(member) && desk.activeVersion !== undefined,
  };
}

/** The member for whom a paper is to be recorded. */
export const chosenMember = (json: string) => fromDialog(chosen, json);

/** Marks an active member inactive, or an inactive one active again. Answers what was done. */
export function setStatus(json: string): string {
  const sent = fromDialog(wishedStatus, json);
  const wanted = CHANGEABLE.find((status) => status === sent.status);
  if (!wanted) throw new Refusal(REFUSALS.notUnderstood);
  return act((desk) => {
    const row = rowOf(desk, sent.memberId);
    const { name, status: before } = row.entry;
    if (before === wanted) return DONE.statusStands(name, wanted);
    if (!CHANGEABLE.some((status) => status === before)) throw new Refusal(REFUSALS.otherStatus);
    change(
      desk,
      row,
      { status: wanted },
      { header: COLUMNS.status.header, before: before ?? '', after: wanted },
    );
    return wanted === 'Active' ? DONE.activeAgain(name) : DONE.inactive(name);
  });
}

/** The others are decided elsewhere. */
const CHANGEABLE = ['Active', 'Inactive'] as const;

/**
 * Writes down her new address. Mails in line go there, and links that were mailed to the old one prove nothing any more
 * (see reference.ts), however the address came to be changed. Answers what was done.
 */
export function correctAddress(json: string): string {
  const sent = fromDialog(correction, json);
  const after = sent.email.trim();
  if (!isAddress(after)) throw new Refusal(REFUSALS.addressNotRead);
  return act((desk) => {
    const row = rowOf(desk, sent.memberId);
    const { name, email: before } = row.entry;
    if (before.trim() === after) return DONE.addressStands(name, after);
    if (before !== sent.before) throw new Refusal(REFUSALS.addressChanged);
    const others = desk.tables.members.entries.filter(
      (other) => other !== row.entry && mailboxOf(other.email) === mailboxOf(after),
    );
    change(desk, row, { email: after }, { header: COLUMNS.email.header, before, after });
    return DONE.addressCorrected(
      name,
      after,
      others.map(({ id }) => id),
    );
  });
}

function rowOf(desk: Desk, memberId: string): Row<Member> {
  if (memberId === '') throw new Refusal(REFUSALS.chooseMember);
  const row = desk.memberRow(memberId);
  if (!row) throw new Refusal(REFUSALS.memberGone);
  return row;
}

/** Changes one cell of hers, with its line in the trail and all that follows when staff type it. */
function change(
  desk: Desk,
  row: Row<Member>,
  changes: Partial<Member>,
  { header, before, after }: { header: string; before: string; after: string },
): void {
  const who = personAtKeyboard();
  desk.tables.members.update(row, changes);
  desk.audit({ who, what: AUDIT.edited(header), subject: row.entry.id, before, after });
  updateStandings(desk, [row]);
  reviewOptOuts(desk, who);
  checkOptOuts(desk);
  updateFollowUps(desk);
}
