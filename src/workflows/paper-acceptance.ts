// Staff record a paper that a member signed.

import { companionsText } from '../content/companions.ts';
import { inWords } from '../content/dates.ts';
import { DONE } from '../content/done-words.ts';
import { REFUSALS } from '../content/problems.ts';
import { signedOnPaper } from '../content/remarks.ts';
import { AUDIT } from '../content/tab-words.ts';
import { readIsoDate, startOf } from '../domain/calendar.ts';
import { ROLES } from '../domain/entries.ts';
import { object, text } from '../domain/shape.ts';
import { oneLine } from '../domain/text.ts';
import { personAtKeyboard, randomText } from '../google/session.ts';
import { readConfig } from './config.ts';
import { openDesk } from './desk.ts';
import { act, fromDialog } from './desk-action.ts';
import { addAcceptance } from './record-response.ts';
import { Refusal } from './staff-error.ts';

const paper = object({
  /** Made when the dialog was opened: pressing the button twice records one paper. */
  ticket: text(8, 60),
  memberId: text(),
  role: text(),
  signedOn: text(),
  remark: text(0, 5000),
});

/** What the dialog needs: the roster to search in, and a ticket. */
export function readForPaper() {
  const desk = openDesk(readConfig());
  const members = desk.tables.members.entries.filter(({ id }) => id !== '');
  return {
    ticket: randomText(),
    today: desk.today,
    roles: ROLES,
    version: desk.activeVersion?.version ?? '',
    members: members.map(({ id, name, email, role, standing }) => ({ id, name, email, role, standing })),
  };
}

/** Records the paper as an acceptance of the version in force. Answers what was done. */
export function recordPaper(json: string): string {
  const sent = fromDialog(paper, json);
  return act((desk) => {
    const member = desk.memberRow(sent.memberId)?.entry;
    const signedOn = readIsoDate(sent.signedOn);
    const role = ROLES.find((known) => known === sent.role);
    const remark = oneLine(sent.remark);
    const version = desk.activeVersion;
    if (sent.memberId === '') throw new Refusal(REFUSALS.chooseMember);
    if (!member) throw new Refusal(REFUSALS.memberGone);
    if (!signedOn || signedOn > desk.today) throw new Refusal(REFUSALS.paperDate);
    if (!role) throw new Refusal(REFUSALS.paperRole);
    if (remark === '') throw new Refusal(REFUSALS.remarkNeeded);
    if (!version) throw new Refusal(REFUSALS.noVersion);
    if (signedOn < (version.lastUpdate ?? version.version))
      throw new Refusal(REFUSALS.paperBefore(inWords(version.lastUpdate ?? version.version)));
    const responseId = `paper-${sent.ticket}`;
    const earlier = desk.tables.acceptances.entries.find((answer) => answer.responseId === responseId);
    if (earlier) return DONE.paperRecorded(member.name, earlier.id);
    const id = desk.nextId('acceptances');
    const by = personAtKeyboard();
    const acceptance = {
      id,
      received: startOf(signedOn),
      memberId: member.id,
      name: member.name,
      email: member.email,
      role,
      answer: 'Accepted',
      version: version.version,
      textHash: version.textHash,
      confirmedBy: 'Staff',
      statements: '',
      companions: companionsText(desk.settings),
      responseId,
      remark: signedOnPaper(inWords(signedOn), by, remark),
    } as const;
    addAcceptance(desk, acceptance, by, AUDIT.paper);
    return DONE.paperRecorded(member.name, id);
  });
}
