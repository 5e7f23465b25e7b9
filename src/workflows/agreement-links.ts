// The links to the form about disclosure agreements: to start one, and what a mail with a link to end one is about.

import { WISHES } from '../content/agreement-form.ts';
import type { Mail, Member } from '../domain/entries.ts';
import type { Desk } from './desk.ts';
import { personalLink } from './personal-link.ts';

/** What stands behind the number in the reference of a mail with a link to end an agreement. */
const TO_END = ' end';
export const toEnd = (id: string) => id + TO_END;
export const agreementOf = (reference: string) => reference.replace(TO_END, '');

/** Her own link to start one; only active members can. */
export const startLink = (desk: Desk, { queued: from }: Mail, member: Member | undefined): string =>
  member?.status === 'Active'
    ? personalLink(desk, 'agreement', member, { about: '', from, answers: { wish: WISHES.start } }).link
    : '';
