// Turns one response of the acceptance form into its row, its member's standing, and the mails that follow.

import { type FormAnswers, readAnswers } from '../content/acceptance-form.ts';
import { companionsText } from '../content/companions.ts';
import { BY_FORM, BY_SYSTEM, SHORTENED } from '../content/marks.ts';
import { PROBLEMS } from '../content/problems.ts';
import {
  identityRemark,
  noAnswerFound,
  notAgreed,
  otherRole,
  sheSaid,
  unknownVersion,
} from '../content/remarks.ts';
import { AUDIT } from '../content/tab-words.ts';
import { localTime, readUsDate } from '../domain/calendar.ts';
import type { Acceptance, CodeVersion, Member } from '../domain/entries.ts';
import type { Identity, Roster } from '../domain/identity.ts';
import type { LostAnswer } from '../domain/lost-answer.ts';
import { mayNotifyToMatch } from '../domain/outbox.ts';
import { proofOfAcceptance } from '../domain/proofs.ts';
import { oneLine, shorten } from '../domain/text.ts';
import { answersByKey, type FormResponseData } from '../google/form-responses.ts';
import { asKept } from '../registers/register.ts';
import { REGISTERS } from '../registers/registers.ts';
import type { Row } from '../registers/table.ts';
import type { Desk } from './desk.ts';
import { queueForMember, queueForStaff } from './outbox.ts';
import { updateStandings } from './roster.ts';
import { senderOf } from './sender.ts';

/** Anybody can send answers, and every run reads thousands of rows: so much of a reason stands there, all of it in the form. */
const LONGEST_REASON = 2_000;

/**
 * Records a response that is not in the register.
 * @param lost what was decided about it when it came, if its row was deleted since; nothing of that is decided anew
 */
export function recordResponse(
  desk: Desk,
  roster: Roster,
  response: FormResponseData,
  lost?: LostAnswer,
): void {
  const said = readAnswers(answersByKey(response, desk.config.forms.acceptance.items));
  const identity = senderOf(desk, roster, 'acceptance', said, response);
  const version = versionOf(desk, said);
  const acceptance: NewAcceptance = {
    id: lost?.id ?? desk.nextId('acceptances'),
    received: localTime(response.receivedMs),
    memberId: identity.member?.id ?? '',
    name: shorten(oneLine(said.name), 200, SHORTENED),
    email: shorten(oneLine(said.email), 300, SHORTENED),
    role: said.role,
    answer: said.answer,
    version: version?.version ?? '',
    textHash: version?.textHash ?? '',
    confirmedBy: identity.confirmedBy,
    statements: said.statements.join('\n'),
    companions: companionsText(desk.settings),
    responseId: response.id,
    remark: remarkOf(said, lost ? { ...identity, remarks: [] } : identity, version),
    ...lost,
  };
  if (lost) {
    putBack(desk, acceptance);
    return;
  }
  if (said.answer === null) desk.problem(PROBLEMS.noAnswer(acceptance.id), 'acceptances');
  else if (said.answer === 'Accepted' && !version) {
    desk.problem(PROBLEMS.unknownVersion(acceptance.id, said.lastUpdate), 'acceptances');
  }
  addAcceptance(desk, acceptance, BY_FORM);
  if (identity.confirmedBy === 'Unconfirmed') followUnconfirmed(desk, acceptance, identity);
}

export type NewAcceptance = Omit<Acceptance, 'seal'>;

/** Her answer stands in the register again, and nobody gets a second mail about it. */
function putBack(desk: Desk, acceptance: NewAcceptance): void {
  enter(desk, acceptance, BY_SYSTEM, AUDIT.answerPutBack);
  desk.problem(PROBLEMS.answerPutBack(acceptance.id), 'acceptances');
}

/** Adds an acceptance with all that follows from one that counts: trail, standing, mails. Used for papers and matches too. */
export function addAcceptance(desk: Desk, acceptance: NewAcceptance, who: string, what?: string): void {
  const row = enter(desk, acceptance, who, what);
  if (!row) return;
  const { id, version } = acceptance;
  // Nobody hears that she accepted a version that nobody knows; staff have a problem to look at.
  if (acceptance.answer === 'Accepted' && version !== '') {
    const isOld = row.entry.standing === 'New version to accept';
    queueForMember(desk, isOld ? 'Old version answered' : 'Acceptance confirmed', row.entry, id);
    if (desk.settings.notices === 'Each') queueForStaff(desk, 'Notice of acceptance', id);
  } else if (acceptance.answer === 'Declined') {
    queueForMember(desk, 'Refusal confirmed', row.entry, id);
    queueForStaff(desk, 'Notice of refusal', id);
  }
}

/** Row, trail and standing; gives the row of the member for whom the answer counts. */
function enter(desk: Desk, given: NewAcceptance, who: string, what?: string): Row<Member> | undefined {
  const acceptance = asKept(REGISTERS.acceptances, { ...given, seal: desk.seal() });
  desk.tables.acceptances.append(acceptance);
  const counts = acceptance.confirmedBy !== 'Unconfirmed';
  const done = !counts
    ? AUDIT.unconfirmed
    : acceptance.answer === 'Declined'
      ? AUDIT.declined
      : AUDIT.accepted;
  const { id, memberId, version, textHash, confirmedBy, responseId } = acceptance;
  const proof = proofOfAcceptance(acceptance);
  const after = [memberId, version, textHash, confirmedBy, responseId, proof]
    .filter((part) => part !== '')
    .join(' | ');
  desk.audit({ who, what: what ?? done, subject: id, before: '', after });
  const row = counts ? desk.memberRow(memberId) : undefined;
  if (row) updateStandings(desk, [row]);
  return row;
}

/** A link to each member at that address, or a word to staff. Nothing ever goes to an address from the form. */
function followUnconfirmed(desk: Desk, acceptance: NewAcceptance, identity: Identity): void {
  for (const member of identity.sendLinkTo) queueForMember(desk, 'Personal link', member, acceptance.id);
  if (!identity.toMatch) return;
  desk.problem(PROBLEMS.toMatch(acceptance.id), 'acceptances');
  const isWanted = desk.settings.notices === 'Each' || acceptance.answer === 'Declined';
  if (isWanted && mayNotifyToMatch(desk.tables.mailLog.entries, desk.now))
    queueForStaff(desk, 'Notice to match', acceptance.id);
}

/** The version that the answer names; a refusal is about the one in force. */
function versionOf(desk: Desk, said: FormAnswers): CodeVersion | undefined {
  if (said.answer === 'Declined') return desk.activeVersion;
  const named = readUsDate(said.lastUpdate);
  return named === null ? undefined : desk.tables.codeVersions.find(named)?.entry;
}

function remarkOf(said: FormAnswers, identity: Identity, version: CodeVersion | undefined): string {
  const remarks = identity.remarks.map(identityRemark);
  if (said.answer === null) remarks.push(noAnswerFound());
  else if (said.answer === 'Accepted' && !version) remarks.push(unknownVersion(said.lastUpdate));
  const onRoster = identity.member?.role;
  if (said.role && onRoster && said.role !== onRoster) remarks.push(otherRole(said.role, onRoster));
  if (said.missing.length > 0) remarks.push(notAgreed(said.missing));
  if (said.reason.trim() !== '') remarks.push(sheSaid(shorten(said.reason, LONGEST_REASON, SHORTENED)));
  return remarks.join('\n');
}
