// Everything in the registers that is about one member, as one run reads it.

import { type AboutMember, aboutMember } from '../domain/about-member.ts';
import type { Member } from '../domain/entries.ts';
import type { Desk } from './desk.ts';

export function aboutHer(desk: Desk, member: Member): AboutMember {
  const { config, settings } = desk;
  const { members, acceptances, optOuts, takedowns, agreements, mailLog } = desk.tables;
  return aboutMember(member, {
    members: members.entries,
    acceptances: acceptances.entries,
    optOuts: optOuts.entries,
    takedowns: takedowns.entries,
    agreements: agreements.entries,
    mailLog: mailLog.entries,
    office: [settings.contactAddress, config.owner, config.nextOwner ?? ''],
  });
}
