// The personal reference in a member's link: who it was made for, for what, and until when, under a seal.

import { base64url, fromBase64url, textOf, utf8 } from './bytes.ts';
import { readIsoDate } from './calendar.ts';
import { sameInConstantTime, seal } from './digest.ts';
import { tidyAddress } from './email-address.ts';
import type { LocalDate } from './entries.ts';

/** Which form a reference opens; one made for another form is not accepted. */
export type Purpose = 'acceptance' | 'image-opt-out' | 'agreement';

export interface Reference {
  /** The form, or that it is an answer of the system's own, which counts nowhere. */
  purpose: Purpose | 'trial';
  memberId: string;
  /** What the link is about: the code version that it asks her to accept, or the id of a request that she confirms. */
  about: string;
  /** The last day on which the link works. */
  expires: LocalDate;
  /** A sign of the address that the link was mailed to; see `addressSign`. */
  mailedTo: string;
}

export type ReferenceReading =
  | { ok: true; reference: Reference }
  | { ok: false; why: 'none' | 'not ours' | 'other purpose' }
  | { ok: false; why: 'expired'; memberId: string };

const SIGN_LENGTH = 8;

/**
 * A sign of a member's address. Who does not know the secret cannot tell the address by it, nor whether two members
 * have the same one.
 */
export function addressSign(memberId: string, address: string, secret: string): string {
  return seal(`${memberId}\n${tidyAddress(address)}`, secret).slice(0, SIGN_LENGTH);
}

/** Whether a link was mailed to this address of hers. Once she has another one, it proves nothing any more. */
export function wasMailedTo({ memberId, mailedTo }: Reference, address: string, secret: string): boolean {
  return sameInConstantTime(mailedTo, addressSign(memberId, address, secret));
}

/** The sealed reference: letters, digits, `-`, `_` and one dot; about 80 characters. */
export function makeReference(reference: Reference, secret: string): string {
  const { purpose, memberId, about, expires, mailedTo } = reference;
  const body = base64url(utf8([purpose, memberId, about, expires, mailedTo].join('\n')));
  return `${body}.${seal(body, secret)}`;
}

/** Checks the seal first, then purpose and expiry; says `not ours` of anything that this secret did not seal. */
export function readReference(
  text: string,
  purpose: Reference['purpose'],
  today: LocalDate,
  secret: string,
): ReferenceReading {
  const trimmed = text.trim();
  if (trimmed === '') return { ok: false, why: 'none' };
  const [body = '', mark = '', ...more] = trimmed.split('.');
  if (!sameInConstantTime(mark, seal(body, secret)) || more.length > 0) return { ok: false, why: 'not ours' };
  const bytes = fromBase64url(body);
  const [madeFor, memberId, about, expires, mailedTo = ''] = bytes ? textOf(bytes).split('\n') : [];
  if (!memberId || about === undefined || !expires || !readIsoDate(expires))
    return { ok: false, why: 'not ours' };
  if (madeFor !== purpose) return { ok: false, why: 'other purpose' };
  if (expires < today) return { ok: false, why: 'expired', memberId };
  return { ok: true, reference: { purpose, memberId, about, expires, mailedTo } };
}
