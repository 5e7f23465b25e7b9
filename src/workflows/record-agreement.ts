// Takes up one response of the form for disclosure agreements: starts one, confirms one, or ends one.

import { type AgreementSaid, readAgreement } from '../content/agreement-form.ts';
import { BY_AGREEMENT_FORM, SHORTENED } from '../content/marks.ts';
import { PROBLEMS } from '../content/problems.ts';
import { addressOfOther, identityRemark, startedAs } from '../content/remarks.ts';
import {
  asProven,
  hasEnded,
  isChanged,
  lineOf,
  MOST_UNPROVEN,
  partyOf,
  unprovenOf,
} from '../domain/agreements.ts';
import { addMonths, dateOf, localTime } from '../domain/calendar.ts';
import type { LocalDateTime, Member } from '../domain/entries.ts';
import { findPerson, indexPeople } from '../domain/find-person.ts';
import type { Identity, Roster } from '../domain/identity.ts';
import type { Agreement } from '../domain/image-entries.ts';
import { nameWords } from '../domain/person-names.ts';
import { cellText, oneLine, shorten } from '../domain/text.ts';
import { answersByKey, type FormResponseData } from '../google/form-responses.ts';
import { toEnd } from './agreement-links.ts';
import { takeStep } from './agreement-steps.ts';
import type { Desk } from './desk.ts';
import { queueForMember } from './outbox.ts';
import { senderOf } from './sender.ts';

interface Taken {
  said: AgreementSaid;
  identity: Identity;
  received: LocalDateTime;
  responseId: string;
}

export function recordAgreement(desk: Desk, roster: Roster, response: FormResponseData): void {
  const said = readAgreement(answersByKey(response, desk.config.forms.agreement?.items ?? {}));
  const identity = senderOf(desk, roster, 'agreement', said, response);
  const taken = { said, identity, received: localTime(response.receivedMs), responseId: response.id };
  if (said.wish === null) desk.problem(PROBLEMS.agreementNotRead, 'agreements');
  else if (said.wish === 'start') start(desk, taken);
  else if (!confirmOrEnd(desk, taken)) askAgain(desk, taken);
}

const idsOf = (entries: readonly { id: string }[]) => entries.map(({ id }) => id);
const short = (text: string) => shorten(oneLine(text), 200, SHORTENED);

/** A new row, whoever started it. As long as she is not proven, only she is asked, and only a few times. */
function start(desk: Desk, { said, identity, received, responseId }: Taken): void {
  const { agreements } = desk.tables;
  const starter = starterOf(said, identity);
  const other = otherOf(desk, said);
  const isProven = identity.member !== null && starter !== undefined;
  const months = Math.min(said.months, desk.settings.agreementMonths);
  const open = isProven || !starter ? [] : unprovenOf(agreements.entries, idsOf(identity.sendLinkTo));
  const isQuiet = open.length >= MOST_UNPROVEN;
  const isAsked = starter !== undefined && !isQuiet;
  const remarks = identity.remarks
    .filter(({ about }) => about !== 'link sent' || isAsked)
    .map(identityRemark);
  if (!starter) remarks.push(startedAs(short(said.name), short(said.email)));
  if (said.otherEmail !== '') remarks.push(addressOfOther(short(said.otherEmail)));
  const row = agreements.append({
    id: desk.nextId('agreements'),
    started: received,
    starter: starter?.id ?? '',
    other: other && other.id !== starter?.id ? other.id : '',
    otherName: short(said.other),
    scope: shorten(cellText(said.scope), 10_000, SHORTENED),
    expires: addMonths(dateOf(received), months),
    starterConfirmed: isProven ? received : null,
    otherConfirmed: null,
    status: null,
    revokedBy: '',
    revoked: null,
    responseIds: lineOf(starter?.id ?? '', isProven, responseId),
    remark: remarks.join('\n'),
    print: '',
  });
  const details = [row.entry.starter, row.entry.other, responseId];
  takeStep(desk, row, { step: 'start' }, desk.now, { who: BY_AGREEMENT_FORM, details, isQuiet });
  if (isQuiet) desk.problem(PROBLEMS.agreementsUnproven(row.entry.starter), 'agreements');
}

/** Only an active member starts one. Who comes without proof has to know the name that belongs to the address. */
function starterOf({ name, email }: AgreementSaid, { member, sendLinkTo }: Identity): Member | undefined {
  if (member) return member.status === 'Active' ? member : undefined;
  return nameWords(name).length > 0 ? findMember(sendLinkTo, name, email) : undefined;
}

/** The other one, only when there is no doubt. */
function otherOf(desk: Desk, { other, otherEmail }: AgreementSaid): Member | undefined {
  const found = findMember(desk.tables.members.entries, other, otherEmail);
  return found?.status === 'Active' && desk.memberRow(found.id) ? found : undefined;
}

function findMember(members: readonly Member[], name: string, email: string): Member | undefined {
  const people = members.map((member) => ({ name: member.name, emails: [member.email], member }));
  const found = findPerson(indexPeople(people), { name, email });
  return found.how === 'one' ? found.person.member : undefined;
}

/** The step of a proven member in an agreement of hers. False when there is none. */
function confirmOrEnd(desk: Desk, { said, identity, received, responseId }: Taken): boolean {
  const row = desk.tables.agreements.find(said.number || identity.about);
  const { member } = identity;
  if (!member || !row || !partyOf(asProven(row.entry), member.id)) return false;
  const by = {
    who: BY_AGREEMENT_FORM,
    details: [member.id, responseId],
    line: lineOf(member.id, true, responseId),
  };
  // What ran out before today has ended, whenever she answered.
  const late = takeStep(desk, row, { step: 'day' }, desk.now);
  const step = said.wish === 'end' ? 'revoke' : 'confirm';
  const { refused } = takeStep(desk, row, { step, by: member.id }, received, by);
  if (refused === 'ended' && !late.told.includes(member.id))
    queueForMember(desk, 'Agreement ended', member, row.entry.id);
  if (refused === 'changed') {
    desk.problem(PROBLEMS.agreementChanged(row.entry.id), 'agreements');
    queueForMember(desk, 'Agreement to confirm', member, row.entry.id);
  }
  return true;
}

/** Who came without proof, or without a number of hers, gets her own links. When there is none to send, staff are told. */
function askAgain(desk: Desk, { said, identity }: Taken): void {
  const { entries } = desk.tables.agreements;
  const isEnd = said.wish === 'end';
  const members = identity.member ? [identity.member] : identity.sendLinkTo;
  const tooMany = idsOf(unprovenOf(entries, idsOf(members)).slice(MOST_UNPROVEN));
  const fits = (agreement: Agreement, { id }: Member) => {
    if (tooMany.includes(agreement.id) && agreement.id !== said.number) return false;
    const part = partyOf(agreement, id);
    const confirmed = part === 'starter' ? agreement.starterConfirmed : agreement.otherConfirmed;
    if (part === null || isChanged(agreement) || (!isEnd && confirmed !== null)) return false;
    return !hasEnded(agreement) || agreement.id === said.number;
  };
  const all = members.flatMap((member) =>
    entries.filter((agreement) => fits(asProven(agreement), member)).map(({ id }) => ({ member, id })),
  );
  const named = all.filter(({ id }) => id === said.number);
  const asked = named.length > 0 ? named : all;
  for (const { member, id } of asked)
    queueForMember(desk, 'Agreement to confirm', member, isEnd ? toEnd(id) : id);
  const isKnown = entries.some(({ id }) => id === said.number);
  if (asked.length === 0)
    desk.problem(PROBLEMS.agreementUnclear(isEnd, isKnown ? said.number : ''), 'agreements');
}
