// The life of a disclosure agreement between two members: both confirm, either may revoke, and it ends on its day.

import { addDays, dateOf } from './calendar.ts';
import { sha256Hex } from './digest.ts';
import type { LocalDate, LocalDateTime } from './entries.ts';
import type { Agreement } from './image-entries.ts';
import { oneLine } from './text.ts';

/** Who is told what. */
export interface AgreementNotice {
  to: 'starter' | 'other' | 'staff';
  what: /** The starter, whether it is hers; the other one, who hears of it only when it is, whether she agrees. */
    | 'asked to confirm'
    /** The other one has to confirm it still. */
    | 'waits for the other'
    | 'in force'
    | 'revoked'
    | 'expired'
    /** Nobody knows who the other member is; staff find out. */
    | 'to match';
}

export type AgreementStep =
  /** Its row is new. The starter has confirmed it when she came by her own link. */
  | { step: 'start' }
  /** Staff say who the two members are. */
  | { step: 'match'; starter: string; other: string }
  | { step: 'confirm'; by: string }
  /** By one of the two, or by staff in her name. */
  | { step: 'revoke'; by: string }
  /** The daily run. It knows when the two were asked last. */
  | { step: 'day'; asked?: LocalDate };

/** Why a step did nothing. */
export type AgreementRefusal =
  | 'changed'
  | 'not a party'
  | 'ended'
  | 'already done'
  | 'to match'
  | 'same person';

/** Stands for who ended it when staff did so in the name of one of the two. */
export const BY_STAFF = 'Staff';

/** An agreement that one of the two has not confirmed so many days after she was asked does not come about. */
export const WAITING_DAYS = 30;

export interface AgreementOutcome {
  agreement: Agreement;
  tell: AgreementNotice[];
  refused: AgreementRefusal | null;
}

export const hasEnded = ({ status }: Pick<Agreement, 'status'>) =>
  status === 'Revoked' || status === 'Expired';

/** From this day on it no longer holds, confirmed or not. */
export function isExpired({ expires }: Pick<Agreement, 'expires'>, today: LocalDate): boolean {
  return expires !== null && expires <= today;
}

/** Whether something may be told on the strength of it, even when the daily run has not been there yet. */
export function isInForce(agreement: Agreement, today: LocalDate): boolean {
  return agreement.status === 'In force' && !isExpired(agreement, today) && !isChanged(agreement);
}

/** Of what both confirm. As long as staff look for the members, these are theirs to write. */
function printOf({ status, starter, other, scope, expires }: Agreement): string {
  const members = status === 'To match' ? [] : [starter, other];
  return sha256Hex(JSON.stringify([oneLine(scope), expires, ...members]));
}

/** Whether the system left it to staff to find its members, whatever stands under Status now. */
export const isToMatch = (agreement: Agreement) =>
  agreement.print === printOf({ ...agreement, status: 'To match' });

/** With the fingerprint of how it stands now. */
export const printed = (agreement: Agreement): Agreement => ({ ...agreement, print: printOf(agreement) });

/** Whether somebody changed by hand what the two confirm; until it is put back, nothing holds and nobody is told. */
export const isChanged = (agreement: Agreement) =>
  agreement.status !== null && !hasEnded(agreement) && agreement.print !== printOf(agreement);

/** Both, as far as they are parties; who stands as both is told once. */
function toParties(agreement: Agreement, what: AgreementNotice['what']) {
  const sides = ['starter', 'other'] as const;
  return sides.filter((to) => partyOf(agreement, agreement[to]) === to).map((to) => ({ to, what }));
}

const confirmationOf = ({ starterConfirmed, otherConfirmed }: Agreement, to: 'starter' | 'other') =>
  to === 'starter' ? starterConfirmed : otherConfirmed;

/** It holds no longer, or has never held: then only who had confirmed it hears of that. */
function expired(agreement: Agreement, refused: AgreementRefusal | null): AgreementOutcome {
  const tell = toParties(agreement, 'expired').filter(
    ({ to }) => agreement.status === 'In force' || confirmationOf(agreement, to) !== null,
  );
  return { agreement: { ...agreement, status: 'Expired' }, tell, refused };
}

/** What a step makes of an agreement, and who is told. What has ended never comes back. */
export function afterStep(agreement: Agreement, action: AgreementStep, now: LocalDateTime): AgreementOutcome {
  if (hasEnded(agreement)) return refusedStep(agreement, action.step === 'day' ? null : 'ended');
  const isAltered = isChanged(agreement);
  if (isAltered && action.step !== 'revoke')
    return refusedStep(agreement, action.step === 'day' ? null : 'changed');
  if (!isAltered && isExpired(agreement, dateOf(now)))
    return expired(agreement, action.step === 'day' ? null : 'ended');
  switch (action.step) {
    case 'day': {
      const until = agreement.status === 'Waiting' && action.asked && addDays(action.asked, WAITING_DAYS);
      return until && until <= dateOf(now) ? expired(agreement, null) : refusedStep(agreement, null);
    }
    case 'start':
      return agreement.status === null ? opened(agreement) : refusedStep(agreement, 'already done');
    case 'match':
      return matched(agreement, action.starter, action.other);
    case 'confirm':
      return confirmed(agreement, action.by, now);
    case 'revoke':
      return revoked(agreement, action.by, now);
  }
}

const refusedStep = (agreement: Agreement, refused: AgreementRefusal | null): AgreementOutcome => ({
  agreement,
  tell: [],
  refused,
});

/** Whether both are known, and two. */
const knows = ({ starter, other }: Agreement) => starter !== '' && other !== '' && starter !== other;

/** Who started it is told the same, whether the other one is known or not: nobody learns who is on the roster. */
function opened(agreement: Agreement): AgreementOutcome {
  const isKnown = knows(agreement);
  const begun = printed({ ...agreement, status: isKnown ? 'Waiting' : 'To match' });
  if (isKnown) return settled(begun, asks(begun));
  return { agreement: begun, tell: [...asks(begun), { to: 'staff', what: 'to match' }], refused: null };
}

/** Who has not confirmed is asked to, the other one only after the starter; who has is told that it waits. */
function asks(agreement: Agreement): AgreementNotice[] {
  return toParties(agreement, 'asked to confirm').map(({ to, what }) => {
    return { to, what: confirmationOf(agreement, to) === null ? what : 'waits for the other' };
  });
}

/** In force as soon as both have confirmed; both are told then. */
function settled(agreement: Agreement, tell: AgreementNotice[]): AgreementOutcome {
  const { starterConfirmed, otherConfirmed } = agreement;
  const isReady = knows(agreement) && starterConfirmed !== null && otherConfirmed !== null;
  if (!isReady) return { agreement, tell, refused: null };
  return {
    agreement: { ...agreement, status: 'In force' },
    tell: toParties(agreement, 'in force'),
    refused: null,
  };
}

/** A confirmation belongs to the member who gave it: when staff name another one, hers does not count for that one. */
function matched(agreement: Agreement, starter: string, other: string): AgreementOutcome {
  if (agreement.status !== 'To match') return refusedStep(agreement, 'already done');
  if (starter === '' || other === '') return refusedStep(agreement, 'to match');
  if (starter === other) return refusedStep(agreement, 'same person');
  const keep = (before: string, after: string, at: LocalDateTime | null) => (before === after ? at : null);
  const waiting = printed({
    ...agreement,
    starter,
    other,
    starterConfirmed: keep(agreement.starter, starter, agreement.starterConfirmed),
    otherConfirmed: keep(agreement.other, other, agreement.otherConfirmed),
    status: 'Waiting',
  });
  // Who started it has been told already, unless staff name another one. The other is asked when the starter is proven.
  const tell = asks(waiting).filter(({ to }) => to === 'other' || agreement.starter !== starter);
  return settled(waiting, tell);
}

function confirmed(agreement: Agreement, by: string, now: LocalDateTime): AgreementOutcome {
  const who = partyOf(agreement, by);
  if (!who) return refusedStep(agreement, 'not a party');
  const field = who === 'starter' ? 'starterConfirmed' : 'otherConfirmed';
  if (agreement[field] !== null) return refusedStep(agreement, 'already done');
  const after: Agreement = { ...agreement, [field]: now };
  return settled(after, who === 'starter' ? asks(after) : []);
}

/** At once, in force or not yet. When it was changed by hand, only who has confirmed hears of it: another may stand there now. */
function revoked(agreement: Agreement, by: string, now: LocalDateTime): AgreementOutcome {
  if (by !== BY_STAFF && !partyOf(agreement, by)) return refusedStep(agreement, 'not a party');
  const ended: Agreement = { ...agreement, status: 'Revoked', revokedBy: by, revoked: now };
  const tell = toParties(agreement, 'revoked').filter(
    ({ to }) => !isChanged(agreement) || confirmationOf(agreement, to) !== null,
  );
  return { agreement: ended, tell, refused: null };
}

/**
 * Who started it is a party from the beginning. Whoever is named is one only from when both are known and who started
 * it has proven herself: until then anybody may have typed it.
 */
export function partyOf(
  {
    starter,
    other,
    status,
    starterConfirmed,
  }: Pick<Agreement, 'starter' | 'other' | 'status' | 'starterConfirmed'>,
  by: string,
): 'starter' | 'other' | null {
  if (by === '') return null;
  if (by === starter) return 'starter';
  return by === other && status !== 'To match' && starterConfirmed !== null ? 'other' : null;
}

/** Stands behind the Member ID of who is not proven, in the line of a step. */
const UNPROVEN = '?';

/** The line of a step in the row: whose it was, and the id of the response. */
export const lineOf = (memberId: string, isProven: boolean, responseId: string) =>
  `${memberId}${isProven ? '' : UNPROVEN} ${responseId}`;

const whoIn = (line: string) => line.slice(0, line.indexOf(' '));

/** The steps of both: who came for each, and the id of the response. */
export const stepsIn = ({ responseIds }: Agreement) =>
  responseIds.split('\n').map((line) => ({
    by: whoIn(line).replace(UNPROVEN, ''),
    responseId: line.slice(line.indexOf(' ') + 1),
  }));

/** Whom the system took for the starter when it began; empty when it knew nobody. */
export const startedBy = ({ responseIds }: Agreement) => whoIn(responseIds).replace(UNPROVEN, '');

/** The same agreement with only those confirmations that the member gave herself, as the lines of its steps prove. */
export function asProven(agreement: Agreement): Agreement {
  const { starter, other, starterConfirmed, otherConfirmed, responseIds } = agreement;
  const gave = new Set(responseIds.split('\n').map(whoIn));
  return {
    ...agreement,
    starterConfirmed: gave.has(starter) ? starterConfirmed : null,
    otherConfirmed: gave.has(other) ? otherConfirmed : null,
  };
}

/** So many agreements may wait for the proof of one starter; of any more she gets no mail. */
export const MOST_UNPROVEN = 3;

/** Those of a starter that wait for her own link, in the order of their rows. */
export function unprovenOf(agreements: readonly Agreement[], starters: readonly string[]): Agreement[] {
  return agreements.filter(
    (agreement) =>
      starters.includes(agreement.starter) &&
      !hasEnded(agreement) &&
      asProven(agreement).starterConfirmed === null,
  );
}
