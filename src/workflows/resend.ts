// The dialog “Resend to this member…”: her link once more, because she asked for it.

import { DONE } from '../content/done-words.ts';
import { REFUSALS } from '../content/problems.ts';
import { AUDIT } from '../content/tab-words.ts';
import { canBeMailed } from '../domain/asking.ts';
import { addMinutes } from '../domain/calendar.ts';
import type { Member } from '../domain/entries.ts';
import { object, text } from '../domain/shape.ts';
import { selectedRow } from '../google/dialogs.ts';
import { personAtKeyboard } from '../google/session.ts';
import { readConfig } from './config.ts';
import { type Desk, openDesk } from './desk.ts';
import { act, fromDialog } from './desk-action.ts';
import { queueForMember } from './outbox.ts';
import { Refusal } from './staff-error.ts';

const wish = object({ memberId: text() });

/** What the dialog needs: the roster, and the member whose row is selected. */
export function readForResending() {
  const desk = openDesk(readConfig());
  const { members } = desk.tables;
  const selected = selectedRow();
  const row = members.rows.find(
    ({ index }) => selected?.sheetId === members.sheetId && selected.row === index,
  );
  return {
    selected: row?.entry.id ?? '',
    members: members.entries
      .filter(({ id, status }) => id !== '' && status === 'Active')
      .map(({ id, name, email, standing }) => ({ id, name, email, standing })),
  };
}

/** Answers what was done. */
export function resendLink(json: string): string {
  const sent = fromDialog(wish, json);
  return act((desk) => {
    const member = desk.memberRow(sent.memberId)?.entry;
    const version = desk.activeVersion?.version;
    if (sent.memberId === '') throw new Refusal(REFUSALS.chooseMember);
    if (!member) throw new Refusal(REFUSALS.memberGone);
    if (!version) throw new Refusal(REFUSALS.noVersion);
    if (member.status !== 'Active') throw new Refusal(REFUSALS.notActive);
    if (!canBeMailed(member)) throw new Refusal(REFUSALS.notMailable);
    if (getsItAlready(desk, member)) return DONE.resentAlready(member.name);
    queueForMember(desk, 'Link again', member, version);
    desk.audit({
      who: personAtKeyboard(),
      what: AUDIT.resent,
      subject: member.id,
      before: '',
      after: version,
    });
    return DONE.resent(member.name);
  });
}

/** Within so many minutes, pressing again is taken for the same wish. */
const SAME_WISH_MINUTES = 10;

function getsItAlready(desk: Desk, { id, email }: Member): boolean {
  const since = addMinutes(desk.now, -SAME_WISH_MINUTES);
  return desk.tables.mailLog.entries.some(({ kind, memberId, state, to, queued }) => {
    if (kind !== 'Link again' || memberId !== id) return false;
    if (state === 'Queued' || state === 'Sending') return true;
    return state === 'Sent' && to === email.trim() && (queued ?? '') > since;
  });
}
