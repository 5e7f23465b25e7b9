// Disclosure agreements: takes them up from their form, and keeps their register in order.

import { PROBLEMS } from '../content/problems.ts';
import { NOT_SENT } from '../content/remarks.ts';
import { AUDIT } from '../content/tab-words.ts';
import { asProven, BY_STAFF, isChanged, isToMatch, startedBy } from '../domain/agreements.ts';
import { addDays, dateOf, startOf } from '../domain/calendar.ts';
import type { LocalDate, Mail } from '../domain/entries.ts';
import type { Roster } from '../domain/identity.ts';
import type { Agreement, AgreementStatus } from '../domain/image-entries.ts';
import { mayAnswer } from '../domain/outbox.ts';
import { seldomPart } from '../google/seldom-part.ts';
import { recall, remember } from '../registers/state.ts';
import type { Row } from '../registers/table.ts';
import { agreementOf } from './agreement-links.ts';
import { isStillTrue, takeStep } from './agreement-steps.ts';
import type { Desk } from './desk.ts';
import { queueForMember } from './outbox.ts';
import { type DrainOptions, readFrom, takeUp } from './take-up.ts';

/** The responses that were taken up stand in State: many leave no row, and staff may delete one. */
const TAKEN = (part: number) => `Agreement answers ${part}`;
const MOST_IN_A_CELL = 40_000;

export function takeUpAgreements(desk: Desk, roster: Roster, options: DrainOptions): number {
  const { state, agreements } = desk.tables;
  let part = 1;
  const responseIds = new Set<string>();
  for (let ids = recall(state, TAKEN(part)); ids !== ''; ids = recall(state, TAKEN(++part)))
    for (const id of ids.split(' ')) responseIds.add(id);
  part = Math.max(1, part - 1);
  let latest = '';
  for (const { started } of agreements.entries)
    if (started !== null && started > latest && started <= desk.now) latest = started;
  const known = {
    register: 'agreements',
    responseIds,
    from: options.everything ? '' : readFrom(latest),
  } as const;
  return takeUp(desk, 'agreement', known, options, (response) => {
    seldomPart().recordAgreement(desk, roster, response);
    const before = recall(state, TAKEN(part));
    const isFull = before.length > MOST_IN_A_CELL;
    remember(
      state,
      TAKEN(isFull ? ++part : part),
      isFull || before === '' ? response.id : `${before} ${response.id}`,
    );
  });
}

/** Follows what staff have written and what the calendar says; doing it again changes nothing. */
export function reviewAgreements(desk: Desk): void {
  const changed = new Set<string>();
  for (const row of desk.tables.agreements.rows) {
    if (row.entry.id === '' || row.entry.status === null) continue;
    putRight(desk, row);
    takeStep(desk, row, { step: 'day', asked: lastAsked(desk, row.entry) }, desk.now);
    if (row.entry.status === 'To match' && !isChanged(row.entry)) match(desk, row);
    else if (row.entry.status === 'Revoked' && row.entry.revoked === null)
      takeStep(
        desk,
        row,
        { step: 'revoke', by: BY_STAFF },
        desk.now,
        {},
        { ...asProven(row.entry), status: isToMatch(row.entry) ? 'To match' : 'Waiting' },
      );
    if (!isChanged(row.entry)) continue;
    const words = PROBLEMS.agreementChanged(row.entry.id);
    changed.add(words.what);
    desk.problem(words, 'agreements');
  }
  desk.solve({ whatToDo: PROBLEMS.agreementChanged('').whatToDo }, changed);
  tellAgain(desk);
}

/** What has ended stays so, and nothing is in force that the two have not confirmed, whatever somebody typed. */
function putRight(desk: Desk, row: Row<Agreement>): void {
  const { id, status, revoked } = row.entry;
  const { starterConfirmed, otherConfirmed } = asProven(row.entry);
  const isReady = starterConfirmed !== null && otherConfirmed !== null;
  let right: AgreementStatus | null = status;
  if (revoked !== null) right = 'Revoked';
  else if (status === 'In force' && isToMatch(row.entry)) right = 'To match';
  else if (status === 'In force' && !isReady && !isChanged(row.entry)) right = 'Waiting';
  if (desk.tables.agreements.update(row, { status: right }))
    desk.audit({ what: AUDIT.agreement.putBack, subject: id, before: status ?? '', after: right ?? '' });
}

/** When it began, or when one of the two was asked last, if that is later. */
function lastAsked(desk: Desk, { id, started }: Agreement): LocalDate | undefined {
  let latest = started ?? '';
  for (const { kind, reference, queued } of desk.tables.mailLog.entries)
    if (kind === 'Agreement to confirm' && reference === id && (queued ?? '') > latest) latest = queued ?? '';
  return latest === '' ? undefined : dateOf(latest);
}

/** Staff have written who the two members are. */
function match(desk: Desk, row: Row<Agreement>): void {
  const [starter, other] = [row.entry.starter.trim(), row.entry.other.trim()];
  if (starter === '' || other === '') return;
  const isActive = (id: string) => desk.memberRow(id)?.entry.status === 'Active';
  if (starter === other || !isActive(starter) || !isActive(other)) {
    desk.problem(PROBLEMS.agreementMembers(row.entry.id), 'agreements');
    return;
  }
  const given = { ...asProven(row.entry), starter: startedBy(row.entry), other: '' };
  const details = [starter, other];
  takeStep(desk, row, { step: 'match', starter, other }, desk.now, { details }, given);
}

/** For so many days a mail that went over the cap of its address waits for a better day. */
const WORTH_TELLING_DAYS = 30;

/** What went over the cap of an address is told on a later day, as long as it is true. */
function tellAgain(desk: Desk): void {
  const { mailLog, agreements } = desk.tables;
  const key = ({ kind, memberId, reference }: Mail) => [kind, memberId, reference].join();
  const last = new Map(mailLog.entries.map((mail) => [key(mail), mail]));
  const since = startOf(addDays(desk.today, -WORTH_TELLING_DAYS));
  for (const mail of last.values()) {
    const { kind, memberId, problem, queued, reference, to } = mail;
    if (!kind?.startsWith('Agreement') || (queued ?? '') < since || problem !== NOT_SENT.addressCapReached)
      continue;
    const agreement = agreements.find(agreementOf(reference))?.entry;
    const member = desk.memberRow(memberId)?.entry;
    const mayTell = mayAnswer(mailLog.entries, to, desk.settings.answersPerAddress, desk.now, kind);
    if (member && agreement && mayTell && isStillTrue(mail, agreement))
      queueForMember(desk, kind, member, reference);
  }
}
