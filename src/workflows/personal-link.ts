// A member's own link to a form: what she wants is filled in, and a seal says who she is.

import { addDays, dateOf } from '../domain/calendar.ts';
import type { LocalDate, LocalDateTime, Member } from '../domain/entries.ts';
import { addressSign, makeReference, type Purpose } from '../domain/reference.ts';
import type { Desk } from './desk.ts';

export interface PersonalLink {
  link: string;
  /** The last day on which it works. */
  expires: LocalDate;
}

export interface LinkDetails {
  /** See Reference. */
  about: string;
  /** When its days begin; now, when it is null. */
  from: LocalDateTime | null;
  /**
   * Answers to fill in, by our own keys; nothing personal, because an address is kept and passed on.
   * Those whose parameter is not known are left out.
   */
  answers?: Readonly<Record<string, string>>;
}

/** The same again for the same details. The address is empty as long as there is no such form. */
export function personalLink(
  desk: Desk,
  purpose: Purpose,
  { id: memberId, email }: Pick<Member, 'id' | 'email'>,
  { about, from, answers = {} }: LinkDetails,
): PersonalLink {
  const expires = addDays(from ? dateOf(from) : desk.today, desk.settings.linkDays);
  const { secret } = desk.config;
  const mailedTo = addressSign(memberId, email, secret);
  const reference = makeReference({ purpose, memberId, about, expires, mailedTo }, secret);
  const form = desk.config.forms[purpose];
  if (!form) return { link: '', expires };
  const { url, entries } = form.link;
  const parameters = Object.entries({ reference, ...answers }).flatMap(([key, answer]) =>
    entries[key] ? [`${entries[key]}=${encodeURIComponent(answer)}`] : [],
  );
  return { link: `${url}?usp=pp_url&${parameters.join('&')}`, expires };
}
