// Staff invite the members who have never answered at once, and not only in the night.

import { DONE } from '../content/done-words.ts';
import { REFUSALS } from '../content/problems.ts';
import { AUDIT } from '../content/tab-words.ts';
import { daysFor, ordinaryPerDay, roomLeft } from '../domain/outbox.ts';
import { personAtKeyboard } from '../google/session.ts';
import { askMore, mayAsk, toAsk, watchAsking } from './asking.ts';
import { readConfig } from './config.ts';
import { type Desk, openDesk } from './desk.ts';
import { act } from './desk-action.ts';
import { queueForMember } from './outbox.ts';
import { updateStandings, welcomeNewMembers } from './roster.ts';
import { Refusal } from './staff-error.ts';

function membersToInvite(desk: Desk) {
  const version = desk.activeVersion?.version;
  if (!version) throw new Refusal(REFUSALS.noVersion);
  if (!mayAsk(desk)) throw new Refusal(REFUSALS.formNotOpen);
  welcomeNewMembers(desk);
  updateStandings(desk);
  const invited = toAsk(desk).filter(({ ask }) => ask.kind === 'Invitation');
  return { version, members: invited.map(({ member }) => member) };
}

const roomOf = (desk: Desk) => roomLeft(desk.tables.mailLog.entries, desk.outboxRules, desk.now);

const inLine = (desk: Desk) =>
  desk.tables.mailLog.entries.filter(
    ({ kind, state }) => kind === 'Invitation' && (state === 'Queued' || state === 'Sending'),
  ).length;

/** How many invitations have not left yet, those among them that wait for their day. The dialog asks it now and then. */
export function readLeft() {
  const desk = openDesk(readConfig());
  const waiting = inLine(desk);
  const { members } = membersToInvite(desk);
  const days = daysFor(members.length, roomOf(desk), ordinaryPerDay(desk.outboxRules));
  return { left: waiting + members.length, days, paused: desk.outboxRules.paused };
}

/** What the dialog shows before anything happens: how many, the first names, and over how many days. */
export function readForInvitations() {
  const desk = openDesk(readConfig());
  const { version, members } = membersToInvite(desk);
  return {
    version,
    count: members.length,
    inLine: inLine(desk),
    first: members.slice(0, 5).map(({ name }) => name),
    days: Math.max(1, daysFor(members.length, roomOf(desk), ordinaryPerDay(desk.outboxRules))),
    paused: desk.outboxRules.paused,
  };
}

/** Puts the invitations in line, as far as they can leave today; the others follow by themselves. Twice is once. */
export function sendInvitations(): string {
  return act((desk) => {
    const { version, members } = membersToInvite(desk);
    const now = members.slice(0, roomOf(desk));
    for (const member of now) queueForMember(desk, 'Invitation', member, version);
    if (now.length < members.length) askMore(desk, true);
    if (members.length > 0) watchAsking(desk, version);
    const after = `${version}: ${members.length}`;
    if (members.length > 0)
      desk.audit({ who: personAtKeyboard(), what: AUDIT.invited, subject: version, before: '', after });
    return DONE.invited(members.length);
  });
}
