// What the erasure of a former member says: what is in the way, what goes, what stays and why, and what it leaves in cells.

import type { ErasureObstacle } from '../domain/member-erasure.ts';
import { NO_MORE_NEEDED, NOT_ASKED, OPT_OUT_REMARKS } from './remarks.ts';

const list = (ids: readonly string[]) => ids.join(', ');

export function obstacleInWords(obstacle: ErasureObstacle): string {
  switch (obstacle.why) {
    case 'not a former member':
      return 'Only somebody whose Status in Members is “Removed” or “Inactive” can be erased. If she has left, set her Status first.';
    case 'agreement has not ended':
      return `She still has a disclosure agreement: ${list(obstacle.ids)}. Set its Status in Agreements to “Revoked” first, so that the other member is told.`;
    case 'takedown is open':
      return `Pictures of her still have to be taken down: ${list(obstacle.ids)}. Do that first, and tick “Done” in Takedowns.`;
    case 'request to match':
      return `A request about pictures came from her address, and waits to be matched: ${list(obstacle.ids)}. Write its Member ID in Opt-outs first.`;
    case 'mail on its way':
      return 'A mail to her is on its way at this moment. Please come back in ten minutes.';
  }
}

/** What must not be deleted with her answers in the forms, because the registers do not have it yet. */
export const NOT_YET = {
  cameIn:
    'A new answer came in through a form meanwhile, and it may be from her. It is in the registers now. Please close this and look again before you erase.',
  notTakenUp:
    'An answer in a form could not be taken up, and it may be from her. Please look in Problems, have that put right, and tick “Done” there.',
};

/** How many of each are erased, in words. */
export const ERASED_THINGS: Record<string, string> = {
  members: 'Members: her address, her role, when she joined, when mails went to her, and notes',
  name: 'Members: her name',
  acceptances: 'Acceptances: her name, address, role and remarks',
  optOuts: 'Opt-outs: her name, address and own words',
  takedowns: 'Takedowns: what was taken down, and remarks',
  agreements: 'Agreements that have ended: names, what might be told, and remarks',
  mailLog: 'Mail log: her address and the subjects; mails that wait are not sent',
  gmail: 'Gmail: those mails go to the trash, where Gmail deletes them after thirty days',
  followUps: 'Follow-up: her name',
  problems: 'Problems that name her',
  auditTrail: 'Audit trail: what stood before and after, in lines about her',
  forms: 'Google Forms: her answers',
};

export const KEPT_THINGS: Record<string, string> = {
  acceptances:
    'That somebody with her Member ID accepted or declined which version of the Code, when, how it was confirmed, each statement, and the fingerprint of the text: the program must be able to prove it.',
  auditTrail:
    'The lines of the audit trail with their time, who did it, what was done and its number, so that the trail can still be verified.',
  mailLog: 'That mails of which kind were sent, and when.',
  wish: 'Her name, and what she asked for about pictures: she, or her family, must not be in pictures, and without her name nobody could mind that. If that wish is no longer needed, have her take it back first.',
  staff: 'What she did herself as a member of the staff, if she was one.',
  cases:
    'Everything in the Cases spreadsheet. Only its handlers know whether there is any, and they decide about it.',
  byHand:
    'What people keep elsewhere: what other members wrote about her in their own answers, mails that she wrote, copies in other mailboxes, printed lists, sheets with evidence, and saved files. In Gmail, search for her address and delete what is not needed.',
};

const quoted = (headings: readonly string[]) => headings.map((heading) => `“${heading}”`).join(', ');

export const keptInOwnColumns = (headings: readonly string[]): string =>
  `What stands about her in columns of your own in Members: ${quoted(headings)}. The system does not touch these columns. Please empty her cells there by hand.`;

export const ERASED_NOTE = {
  /** Stands in Notes. */
  of: (day: string) => `Erased on ${day}. Her Member ID stays, because it proves which version she accepted.`,
  isOne: (notes: string) => notes.startsWith('Erased on '),
  problem: '(About a member who was erased.)',
};

const OF_SYSTEM = () => [...Object.values(OPT_OUT_REMARKS), NO_MORE_NEEDED, NOT_ASKED];

/** Of a remark, what the system has written there itself and needs. */
export const remarkOfSystem = (remark: string): string =>
  remark
    .split('\n')
    .filter((line) => OF_SYSTEM().includes(line) || /^(Partly t|T)aken back by O-\d+\.$/.test(line))
    .join('\n');

/** @param own headings of columns of the staff's own that still hold something about her */
export const erasureDone = (memberId: string, isWished: boolean, own: readonly string[]): string =>
  `${memberId} is erased.${isWished ? ' Her name stays in Members, because she or her family must not be in pictures.' : ''}${own.length > 0 ? ` Please empty her cells in your own columns of Members now: ${quoted(own)}.` : ''} The audit trail has a line about it, without her name.`;
