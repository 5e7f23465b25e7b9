// The dialog “Preview tomorrow's mail…”: who is asked tomorrow, as things stand now.

import { inWords } from '../content/dates.ts';
import { asksOn } from '../domain/asking.ts';
import { addDays } from '../domain/calendar.ts';
import { idsTwice } from '../domain/identity.ts';
import { ordinaryPerDay } from '../domain/outbox.ts';
import { answersIn, standingOf, versionsThatCount } from '../domain/standing.ts';
import { mayAsk } from './asking.ts';
import { askingMail } from './compose-asking.ts';
import { readConfig } from './config.ts';
import { openDesk } from './desk.ts';

const SHOWN = 40;

/** Reads only; nothing is changed and nothing is sent. */
export function readPreview() {
  const desk = openDesk(readConfig());
  const { members, acceptances, codeVersions, mailLog } = desk.tables;
  const tomorrow = addDays(desk.today, 1);
  const counting = versionsThatCount(codeVersions.entries);
  const answersOf = answersIn(acceptances.entries, acceptances.isRecent, counting[0] ?? '');
  const twice = idsTwice(members.entries);
  const known = members.entries.filter(({ id }) => !twice.has(id));
  const then = known.map((member) => {
    const status = member.status ?? 'Active';
    const facts = standingOf({ ...member, status }, answersOf(member), counting, desk.settings, tomorrow);
    return { ...member, status, ...facts };
  });
  const perDay = ordinaryPerDay(desk.outboxRules);
  const asked = mayAsk(desk) ? asksOn(then, desk.askingRules, tomorrow) : [];
  const sent = asked.slice(0, perDay);
  return {
    day: inWords(tomorrow),
    count: sent.length,
    later: asked.length - sent.length,
    waiting: mailLog.entries.filter(({ state }) => state === 'Queued').length,
    perDay,
    paused: desk.outboxRules.paused,
    closed: !mayAsk(desk),
    mails: sent.slice(0, SHOWN).map(({ member, ask }) => {
      const mail = { kind: ask.kind, reference: ask.reference, queued: desk.now };
      return { name: member.name, email: member.email, subject: askingMail(desk, mail, member).subject };
    }),
  };
}
