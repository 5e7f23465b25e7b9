// Staff invite the members who have never answered: first the number, then the mails in line.

import { DONE, REFUSALS } from '../content/problems.ts';
import { AUDIT } from '../content/tab-words.ts';
import { toInvite } from '../domain/invitations.ts';
import { sentInADay } from '../domain/outbox.ts';
import { personAtKeyboard } from '../google/session.ts';
import { readConfig } from './config.ts';
import { type Desk, openDesk } from './desk.ts';
import { act } from './desk-action.ts';
import { queueForMember } from './outbox.ts';
import { updateStandings, welcomeNewMembers } from './roster.ts';
import { Refusal } from './staff-error.ts';

function membersToInvite(desk: Desk) {
  const version = desk.activeVersion?.version;
  if (!version) throw new Refusal(REFUSALS.noVersion);
  welcomeNewMembers(desk);
  updateStandings(desk);
  return { version, members: toInvite(desk.tables.members.entries, desk.tables.mailLog.entries, version) };
}

/** What the dialog shows before anything happens: how many, the first names, and over how many days. */
export function readForInvitations() {
  const desk = openDesk(readConfig());
  const { version, members } = membersToInvite(desk);
  const { mailsPerDay, safetyReserve, sending } = desk.settings;
  const perDay = Math.max(0, mailsPerDay - safetyReserve);
  const left = Math.max(0, perDay - sentInADay(desk.tables.mailLog.entries, desk.now));
  const days = members.length <= left ? 1 : 1 + Math.ceil((members.length - left) / Math.max(1, perDay));
  return {
    version,
    count: members.length,
    first: members.slice(0, 5).map(({ name }) => name),
    days,
    paused: sending === 'Paused',
  };
}

/** Puts the invitations in line; pressed twice, it invites nobody twice. */
export function sendInvitations(): string {
  return act((desk) => {
    const { version, members } = membersToInvite(desk);
    for (const member of members) queueForMember(desk, 'Invitation', member, version);
    const after = `${version}: ${members.length}`;
    if (members.length > 0)
      desk.audit({ who: personAtKeyboard(), what: AUDIT.invited, subject: version, before: '', after });
    return DONE.invited(members.length);
  });
}
