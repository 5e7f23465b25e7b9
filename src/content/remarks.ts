// What stands in the Remark of an acceptance: how the sender was recognised, or why she was not.

import type { FollowUpReason } from '../domain/entries.ts';
import type { IdentityRemark } from '../domain/identity.ts';

const listOf = (ids: readonly string[]) => ids.join(', ');

export function identityRemark(remark: IdentityRemark): string {
  switch (remark.about) {
    case 'link not ours':
      return 'The personal reference in the form was not one of ours, so it was left aside.';
    case 'link for another form':
      return 'The personal reference was made for another form, so it was left aside.';
    case 'link expired':
      return 'The personal link was too old to count.';
    case 'link to an earlier address':
      return 'The personal link had been sent to an address that is not hers any more, so it did not count.';
    case 'link of a member not on the roster':
      return `The personal link was made for ${remark.memberId}, who is not on the roster.`;
    case 'id stands twice':
      return `To match: the Member ID ${listOf(remark.memberIds)} stands in more than one row of Members, so it tells nobody apart.`;
    case 'typed another address':
      return `Came by the personal link of ${remark.onRoster}; the address typed into the form was ${remark.typed}.`;
    case 'address belongs to another member':
      return `To match: came by the personal link of ${remark.linkOf}, but the address typed into the form, ${remark.typed}, belongs to ${listOf(remark.memberIds)}.`;
    case 'several members share the address':
      return `These members share the address: ${listOf(remark.memberIds)}.`;
    case 'address almost matches':
      return `The address typed into the form, ${remark.typed}, is not written as on the roster of ${listOf(remark.memberIds)}.`;
    case 'link sent':
      return `Came without a personal link. Sent to the address on the roster: a personal link for ${listOf(remark.memberIds)}.`;
    case 'member is not active':
      return `To match: came without a personal link, and the address belongs to ${listOf(remark.memberIds)}, who is not active. No mail was sent.`;
    case 'address not on the roster':
      return 'To match: came without a personal link, and the address is not on the roster. No mail was sent.';
  }
}

export const noAnswerFound = () => 'The form gave no answer to “Do you accept the Code of Conduct?”.';
export const unknownVersion = (lastUpdate: string) =>
  `The answer names a version that is not in Code versions: “Last Update: ${lastUpdate}”.`;
export const otherRole = (said: string, onRoster: string) =>
  `In the form she takes part as “${said}”; on the roster stands “${onRoster}”.`;
export const notAgreed = (statements: readonly string[]) => `She did not agree to: ${statements.join(' · ')}`;
export const sheSaid = (reason: string) => `She wrote: ${reason}`;
export const signedOnPaper = (date: string, by: string, remark: string) =>
  `Signed on paper on ${date}. Recorded by ${by}: ${remark}`;
export const matchedByStaff = (original: string, by: string, remark: string) =>
  `The answer of ${original}, matched by ${by}: ${remark}`;
export const startedAs = (name: string, email: string) =>
  `The name and address in the form: ${name}, ${email}.`;
export const addressOfOther = (email: string) => `The address given for the other member: ${email}.`;

/** Why a mail was not sent after all. */
export const NOT_SENT = {
  addressCapReached: 'No mail was sent: this address already got the most automatic answers for one day.',
  toldTogether: 'Not sent by itself: told together with a later one.',
  noLongerNeeded: 'Not sent: it was no longer needed when its turn came.',
  notOnRoster: 'Not sent: her row in Members is gone, or its Member ID stands in more than one row.',
  notActive: 'Not sent: she is not an active member any more.',
  noAddress: 'Not sent: there is no address on the roster that a mail can be sent to.',
  mailComesBack: 'Not sent: mail to this address comes back.',
};

/** What stands in the Remark of a request about pictures. */
export const OPT_OUT_REMARKS = {
  honoredAtOnce:
    'It is not proven who sent it. It is honored at once, and she is asked at her address on the roster to confirm it.',
  waitsForProof:
    'It is not proven who sent it, so nothing is taken back yet. She is asked at her address on the roster to confirm it.',
  nobodyForSure: 'To match: nobody can tell for certain who sent it. No mail was sent.',
  thereIsMore:
    'It names more people or pictures than the system reads: 20 people and 30 pictures. Please read the rest in this row.',
  noKindFound: 'It does not say what she wants, so it is taken as: no pictures at all.',
};
export const matchedBy = (who: string) => `Matched by ${who}.`;
export const confirmedOn = (date: string) => `Confirmed by herself on ${date}.`;
export const takenBackBy = (id: string) => `Taken back by ${id}.`;
export const partlyTakenBackBy = (id: string) => `Partly taken back by ${id}.`;
export const sameAs = (id: string) => `The same as ${id}.`;
export const TOOK_NOTHING_BACK = 'There was nothing that it takes back, so nothing has changed.';
/** In the Remark of a line of Takedowns. */
export const NO_MORE_NEEDED = 'Taken back: no longer needed.';
export const NOT_ASKED = 'The request was corrected: no longer needed.';

/** What staff can do for a member in Follow-up. */
export const FOLLOW_UP_ADVICE: Record<FollowUpReason, string> = {
  'No answer to the reminders':
    'Call or write to her yourself. If she signs on paper, choose “Record a paper acceptance…”. If she has left, set her status.',
  'Mail comes back':
    'Ask her for her new address and correct “Email” in Members. Mail then goes out again by itself.',
  'No usable address': 'Correct “Email” in Members.',
  'Does not accept the Code':
    'Talk with her. If she changes her mind, she can use her link again. If she leaves, set her status.',
};
