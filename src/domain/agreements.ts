// The life of a disclosure agreement between two members: both confirm, either may revoke, and it ends on its day.

import { addDays, dateOf } from './calendar.ts';
import type { LocalDate, LocalDateTime } from './entries.ts';
import type { Agreement } from './image-entries.ts';

/** Who is told what. */
export interface AgreementNotice {
  to: 'starter' | 'other' | 'staff';
  what:
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
export type AgreementRefusal = 'not a party' | 'ended' | 'already done' | 'to match' | 'same person';

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
  return agreement.status === 'In force' && !isExpired(agreement, today);
}

/** Both, as far as they are known; who stands as both is told once. */
function toParties({ starter, other }: Agreement, what: AgreementNotice['what']): AgreementNotice[] {
  const parties = [
    { id: starter, notice: { to: 'starter', what } as const },
    { id: other === starter ? '' : other, notice: { to: 'other', what } as const },
  ];
  return parties.filter(({ id }) => id !== '').map(({ notice }) => notice);
}

/** It holds no longer, or has never held: then only who had confirmed it hears of that. */
function expired(agreement: Agreement, refused: AgreementRefusal | null): AgreementOutcome {
  const { status, starterConfirmed, otherConfirmed } = agreement;
  const tell = toParties(agreement, 'expired').filter(
    ({ to }) => status === 'In force' || (to === 'starter' ? starterConfirmed : otherConfirmed) !== null,
  );
  return { agreement: { ...agreement, status: 'Expired' }, tell, refused };
}

/** What a step makes of an agreement, and who is told. What has ended never comes back. */
export function afterStep(agreement: Agreement, action: AgreementStep, now: LocalDateTime): AgreementOutcome {
  if (hasEnded(agreement)) return refusedStep(agreement, action.step === 'day' ? null : 'ended');
  if (isExpired(agreement, dateOf(now))) return expired(agreement, action.step === 'day' ? null : 'ended');
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
  const begun: Agreement = { ...agreement, status: isKnown ? 'Waiting' : 'To match' };
  const tell = asks(agreement).filter(({ to }) => (to === 'starter' ? agreement.starter !== '' : isKnown));
  if (isKnown) return settled(begun, tell);
  return { agreement: begun, tell: [...tell, { to: 'staff', what: 'to match' }], refused: null };
}

/** Who has not confirmed is asked to; who has is told that it waits for the other. */
function asks({ starterConfirmed, otherConfirmed }: Agreement): AgreementNotice[] {
  const noticeFor = (at: LocalDateTime | null) => (at === null ? 'asked to confirm' : 'waits for the other');
  return [
    { to: 'starter', what: noticeFor(starterConfirmed) },
    { to: 'other', what: noticeFor(otherConfirmed) },
  ];
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
  const waiting: Agreement = {
    ...agreement,
    starter,
    other,
    starterConfirmed: keep(agreement.starter, starter, agreement.starterConfirmed),
    otherConfirmed: keep(agreement.other, other, agreement.otherConfirmed),
    status: 'Waiting',
  };
  // Who started it has been told already, unless staff name another one.
  const tell = asks(waiting).filter(({ to }) => to === 'other' || agreement.starter !== starter);
  return settled(waiting, tell);
}

function confirmed(agreement: Agreement, by: string, now: LocalDateTime): AgreementOutcome {
  const who = partyOf(agreement, by);
  if (!who) return refusedStep(agreement, 'not a party');
  const field = who === 'starter' ? 'starterConfirmed' : 'otherConfirmed';
  if (agreement[field] !== null) return refusedStep(agreement, 'already done');
  return settled({ ...agreement, [field]: now }, [{ to: who, what: 'waits for the other' }]);
}

/** At once, in force or not yet. */
function revoked(agreement: Agreement, by: string, now: LocalDateTime): AgreementOutcome {
  if (by !== BY_STAFF && !partyOf(agreement, by)) return refusedStep(agreement, 'not a party');
  const ended: Agreement = { ...agreement, status: 'Revoked', revokedBy: by, revoked: now };
  return { agreement: ended, tell: toParties(agreement, 'revoked'), refused: null };
}

/** Whoever is named is a party only from when both are known and asked; who started it, from the beginning. */
export function partyOf(
  { starter, other, status }: Pick<Agreement, 'starter' | 'other' | 'status'>,
  by: string,
): 'starter' | 'other' | null {
  if (by === '') return null;
  if (by === starter) return 'starter';
  return by === other && status !== 'To match' ? 'other' : null;
}
