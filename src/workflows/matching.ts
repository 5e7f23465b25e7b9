// Staff say who sent an answer that the system could not match to a member.

import { timeInWords } from '../content/dates.ts';
import { DONE } from '../content/done-words.ts';
import { PROBLEMS, REFUSALS } from '../content/problems.ts';
import { matchedByStaff } from '../content/remarks.ts';
import { AUDIT } from '../content/tab-words.ts';
import { matchMark, suggestions, waitingToMatch } from '../domain/matching.ts';
import { object, text } from '../domain/shape.ts';
import { oneLine } from '../domain/text.ts';
import { personAtKeyboard } from '../google/session.ts';
import { readConfig } from './config.ts';
import { openDesk } from './desk.ts';
import { act, fromDialog } from './desk-action.ts';
import { addAcceptance } from './record-response.ts';
import { Refusal } from './staff-error.ts';

const match = object({
  acceptanceId: text(),
  memberId: text(),
  remark: text(0, 5000),
});

/** What the dialog needs: the answers that wait, each with members it may come from, and the roster. */
export function readForMatching() {
  const { acceptances, members, mailLog } = openDesk(readConfig()).tables;
  const roster = members.entries.filter(({ id }) => id !== '');
  const waiting = waitingToMatch(acceptances.entries, mailLog.entries);
  return {
    answers: waiting.map((answer) => ({
      id: answer.id,
      received: timeInWords(answer.received),
      name: answer.name,
      email: answer.email,
      answer: answer.answer ?? '',
      remark: answer.remark,
      suggestions: suggestions(answer, roster, 5).map(({ id }) => id),
    })),
    members: roster.map(({ id, name, email }) => ({ id, name, email })),
  };
}

/** Adds a row for the member that points to the answer; the answer itself stays as it came. */
export function recordMatch(json: string): string {
  const sent = fromDialog(match, json);
  return act((desk) => {
    const { acceptances, mailLog } = desk.tables;
    const waiting = waitingToMatch(acceptances.entries, mailLog.entries);
    const original = waiting.find(({ id }) => id === sent.acceptanceId);
    const member = desk.memberRow(sent.memberId)?.entry;
    const remark = oneLine(sent.remark);
    if (!original) throw new Refusal(REFUSALS.answerGone);
    if (sent.memberId === '') throw new Refusal(REFUSALS.chooseMember);
    if (!member) throw new Refusal(REFUSALS.memberGone);
    if (remark === '') throw new Refusal(REFUSALS.remarkNeeded);
    const id = desk.nextId('acceptances');
    const by = personAtKeyboard();
    const acceptance = {
      ...original,
      id,
      memberId: member.id,
      confirmedBy: 'Staff',
      responseId: matchMark(original.id),
      remark: matchedByStaff(original.id, by, remark),
    } as const;
    addAcceptance(desk, acceptance, by, AUDIT.matched);
    desk.solve({ what: PROBLEMS.toMatch(original.id).what });
    return DONE.matched(member.name, id);
  });
}
