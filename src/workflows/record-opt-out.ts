// Turns one request about pictures into its row, and a confirmation into the status of one, however they came.

import { inWords } from '../content/dates.ts';
import { readImageAnswers } from '../content/image-form.ts';
import { BY_IMAGE_FORM, BY_SYSTEM, SHORTENED } from '../content/marks.ts';
import { PROBLEMS } from '../content/problems.ts';
import { confirmedOn, identityRemark, OPT_OUT_REMARKS } from '../content/remarks.ts';
import { AUDIT } from '../content/tab-words.ts';
import { addHours, dateOf, localTime } from '../domain/calendar.ts';
import { mailboxOf, tidyAddress } from '../domain/email-address.ts';
import type { LocalDateTime, Mail, Member } from '../domain/entries.ts';
import type { Identity, IdentityRemark, Roster } from '../domain/identity.ts';
import { type Channel, namesMore, type OptOut } from '../domain/image-entries.ts';
import { firstStatus, isTakeBack, statusWhenConfirmed } from '../domain/image-permission.ts';
import { cellText, oneLine, shorten } from '../domain/text.ts';
import { answersByKey, type FormResponseData } from '../google/form-responses.ts';
import type { Row } from '../registers/table.ts';
import type { Desk } from './desk.ts';
import { auditOptOut, releaseInForce } from './opt-out-evidence.ts';
import { noteTakenUp } from './opt-outs-taken-up.ts';
import { queueForMember, queueForStaff } from './outbox.ts';
import { senderOf } from './sender.ts';

/** What somebody asks for, before anybody looked who she is. `null` for what she does not say: then it means all. */
export interface OptOutRequest
  extends Pick<OptOut, 'kind' | 'forWhom' | 'family' | 'scope' | 'pictures' | 'words' | 'name' | 'email'> {
  /** As `senderOf` found it. */
  identity: Identity;
  channel: Channel;
  /** The form's response id, or `mail-…` with Gmail's message id. */
  responseId: string;
  received: LocalDateTime;
}

/** Takes up a response of the form that is not known yet: a request, or a confirmation of one. */
export function recordOptOutResponse(desk: Desk, roster: Roster, response: FormResponseData): void {
  const items = desk.config.forms['image-opt-out']?.items ?? {};
  const { isConfirmation, reference, ...said } = readImageAnswers(answersByKey(response, items));
  const request = {
    ...said,
    identity: senderOf(desk, roster, 'image-opt-out', { email: said.email, reference }, response),
    channel: 'Form',
    responseId: response.id,
    received: localTime(response.receivedMs),
  } as const;
  if (isConfirmation) confirmOptOuts(desk, roster, request);
  else recordOptOut(desk, roster, request);
}

/**
 * Adds the row of a request that is not in the register yet, with its line in the trail, and for one by the form its
 * copy to the program's own address. What follows from it does `reviewOptOuts`, which has to be called before the commit.
 */
export function recordOptOut(desk: Desk, roster: Roster, request: OptOutRequest): OptOut {
  const { identity, channel, responseId, received, kind } = request;
  const member = identity.member ?? likelySender(roster, request);
  const status = firstStatus(kind, identity.confirmedBy, member !== null);
  const optOut: OptOut = {
    id: desk.nextId('optOuts'),
    received,
    effective: dateOf(received),
    memberId: member?.id ?? '',
    name: shorten(oneLine(request.name), 200, SHORTENED),
    email: shorten(oneLine(request.email), 300, SHORTENED),
    kind,
    forWhom: request.forWhom,
    family: lines(request.family),
    scope: request.scope,
    pictures: lines(request.pictures),
    words: lines(request.words),
    release: releaseInForce(desk),
    channel,
    confirmedBy: identity.confirmedBy,
    status,
    responseId,
    remark: '',
    steps: '',
  };
  optOut.remark = remarkOf(optOut, identity);
  desk.tables.optOuts.append(optOut);
  noteTakenUp(desk, responseId);
  auditOptOut(desk, optOut, channel === 'Form' ? BY_IMAGE_FORM : BY_SYSTEM);
  if (status === 'To match') desk.problem(PROBLEMS.optOutToMatch(optOut.id), 'optOuts');
  if (kind === null) desk.problem(PROBLEMS.optOutNoKind(optOut.id), 'optOuts');
  if (channel === 'Form' && mayNotify(desk, optOut)) queueForStaff(desk, 'Notice of opt-out', optOut.id);
  return optOut;
}

const lines = (text: string) => cellText(text).trim();

/**
 * The only member with the typed address, active or not: a request to take no pictures is honored for her at once.
 * Nobody when several share it, or when it came by the link of somebody else. Without an address, whose old link it was.
 */
function likelySender(roster: Roster, { identity, email }: OptOutRequest): Member | null {
  const against: IdentityRemark['about'][] = ['address belongs to another member', 'id stands twice'];
  if (identity.remarks.some(({ about }) => against.includes(about))) return null;
  const exact = roster.byAddress.get(tidyAddress(email)) ?? [];
  const found = exact.length > 0 ? exact : (roster.byMailbox.get(mailboxOf(email)) ?? identity.sendLinkTo);
  const [member, ...others] = found;
  return member && others.length === 0 && roster.byId.has(member.id) ? member : null;
}

/** These say what was done about an acceptance. */
const OF_ACCEPTANCES: readonly IdentityRemark['about'][] = [
  'link sent',
  'member is not active',
  'address not on the roster',
];

function remarkOf(optOut: OptOut, { remarks }: Identity): string {
  const { kind, status } = optOut;
  const found = remarks.filter(({ about }) => !OF_ACCEPTANCES.includes(about)).map(identityRemark);
  if (kind === null) found.push(OPT_OUT_REMARKS.noKindFound);
  if (namesMore(optOut)) found.push(OPT_OUT_REMARKS.thereIsMore);
  if (status === 'To match') found.push(OPT_OUT_REMARKS.nobodyForSure);
  if (status === 'In force, to be confirmed') found.push(OPT_OUT_REMARKS.honoredAtOnce);
  if (status === 'Waits for confirmation') found.push(OPT_OUT_REMARKS.waitsForProof);
  return found.join('\n');
}

/**
 * Copies of unproven requests that go out one by one in 24 hours; anybody can send such requests. Those that nobody
 * on the roster can have sent are counted by themselves, so that they take no room from members.
 */
const MOST_NOTICES = 10;

function mayNotify(desk: Desk, { confirmedBy, memberId }: OptOut): boolean {
  if (confirmedBy !== 'Unconfirmed') return true;
  const since = addHours(desk.now, -24);
  const { mailLog, optOuts } = desk.tables;
  const recent = mailLog.entries.filter(({ kind, queued, reference }) => {
    if (kind !== 'Notice of opt-out' || (queued ?? '') <= since) return false;
    const other = optOuts.find(reference)?.entry;
    return other?.confirmedBy === 'Unconfirmed' && (other.memberId === '') === (memberId === '');
  });
  return recent.length < MOST_NOTICES;
}

/**
 * She confirms what she asked for before: the request that her link is about, or every opt-out that waits, when it is
 * about none. A take-back needs the link that was made for it: somebody else may have sent it, and she not know of it.
 * Whatever else it is, nothing changes: she gets the mail about how things stand, and the trail says why.
 */
export function confirmOptOuts(desk: Desk, roster: Roster, said: Omit<OptOutRequest, 'kind'>): void {
  const { identity, responseId } = said;
  const { member, about } = identity;
  noteTakenUp(desk, responseId);
  if (!member) {
    const likely = likelySender(roster, { ...said, kind: null });
    const waiting = likely ? waitingOf(desk, likely.id) : [];
    leaveAside(desk, likely?.id ?? '', identity.remarks.map(identityRemark).join(' '));
    if (likely) askAgain(desk, likely, waiting);
    return;
  }
  const waiting = waitingOf(desk, member.id);
  const found =
    about === ''
      ? waiting.filter(({ entry }) => !isTakeBack(entry))
      : desk.tables.optOuts.rows.filter(({ entry }) => entry.memberId === member.id && entry.id === about);
  if (found.length === 0) {
    leaveAside(desk, member.id, about);
    if (about !== '') desk.problem(PROBLEMS.optOutGone(about, member.id), 'optOuts');
    else askAgain(desk, member, waiting);
  }
  for (const row of found) confirmRow(desk, row, member);
}

const isWaiting = ({ status }: OptOut) => statusWhenConfirmed(status) !== status;
const waitingOf = (desk: Desk, memberId: string) =>
  desk.tables.optOuts.rows.filter(({ entry }) => entry.memberId === memberId && isWaiting(entry));

/** She gets the link for the newest request that waits. */
function askAgain(desk: Desk, member: Member, waiting: readonly Row<OptOut>[]): void {
  for (const { entry } of waiting.slice(-1)) queueForMember(desk, 'Opt-out to confirm', member, entry.id);
}

function leaveAside(desk: Desk, memberId: string, why: string): void {
  desk.audit({ who: BY_IMAGE_FORM, what: AUDIT.optOutLeft, subject: memberId, before: '', after: why });
}

function confirmRow(desk: Desk, row: Row<OptOut>, member: Member): void {
  const { id, status, remark, kind, channel } = row.entry;
  const now = statusWhenConfirmed(status);
  if (now === status) {
    leaveAside(desk, member.id, `${id} | ${status}`);
    const isDone = kind === 'Take back an opt-out';
    queueForMember(desk, isDone ? 'Opt-out taken back' : 'Opt-out confirmed', member, id);
    return;
  }
  const said = [remark, confirmedOn(inWords(desk.today))].filter((part) => part !== '').join('\n');
  desk.tables.optOuts.update(row, { status: now, remark: said });
  const [before, after] = [status ?? '', now ?? ''];
  desk.audit({ who: BY_IMAGE_FORM, what: AUDIT.optOutConfirmed, subject: id, before, after });
  // The copy that was left out when nobody knew whose it was.
  const isCopy = (mail: Mail) => mail.kind === 'Notice of opt-out' && mail.reference === id;
  if (channel === 'Form' && !desk.tables.mailLog.entries.some(isCopy))
    queueForStaff(desk, 'Notice of opt-out', id);
}
