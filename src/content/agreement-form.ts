// What the form for disclosure agreements offers, and its answers understood.

import type { RawAnswers } from './form.ts';

/** What she came for, and the words of that answer. */
export const WISHES = {
  start: 'Start a new agreement',
  confirm: 'Say yes to an agreement',
  end: 'End an agreement',
} as const;
export type Wish = keyof typeof WISHES;

/** How long it is to hold, in months; the longest that the settings allow stands last. */
const TERMS: Record<string, number> = {
  '1 month': 1,
  '3 months': 3,
  '6 months': 6,
  'As long as possible': Number.POSITIVE_INFINITY,
};
export const TERM_NAMES = Object.keys(TERMS);

/** A response to this form, understood. */
export interface AgreementSaid {
  /** Asked only of one who starts an agreement. */
  name: string;
  /** Of the others, only that of one who came without her link. */
  email: string;
  reference: string;
  /** Null when she chose nothing that we know, or did not tick that she means it. */
  wish: Wish | null;
  other: string;
  otherEmail: string;
  scope: string;
  months: number;
  /** The number of an agreement, such as `D-0001`, as well as it can be read; empty without one. */
  number: string;
}

/** Reads `D-0001`, `d 1` and `0001`. Empty for anything else. */
function numberIn(text: string): string {
  const digits = /^\W*(?:d\W*)?0*(\d{1,6})\W*$/i.exec(text)?.[1];
  return digits === undefined ? '' : `D-${digits.padStart(4, '0')}`;
}

/** Understands a response. Only the page that belongs to her choice counts. */
export function readAgreement(raw: RawAnswers): AgreementSaid {
  const answer = (key: string) => {
    const value = raw[key];
    return typeof value === 'string' ? value.trim() : '';
  };
  const chosen = (Object.keys(WISHES) as Wish[]).find((name) => WISHES[name] === answer('wish')) ?? null;
  const isMeant =
    chosen === 'start' ? answer('scope') !== '' : [raw[`${chosen}.yes`] ?? []].flat().length > 0;
  return {
    name: chosen === 'start' ? answer('name') : '',
    email: answer(chosen === 'start' ? 'email' : `${chosen}.email`),
    reference: answer('reference'),
    wish: isMeant ? chosen : null,
    other: answer('other'),
    otherEmail: answer('otherEmail'),
    scope: answer('scope'),
    months: TERMS[answer('term')] ?? Number.POSITIVE_INFINITY,
    number: numberIn(answer(`${chosen}.number`)),
  };
}
