// What is left of a former member when she is erased: which version she accepted when, and a wish not to be pictured.

import { hasEnded } from './agreements.ts';
import type { FollowUp, Mail, Member, Problem } from './entries.ts';
import { type Agreement, hasStep, type OptOut, type Takedown, withStep } from './image-entries.ts';
import { permissionOf } from './image-permission.ts';

/** What must be settled before anything is erased. */
export type ErasureObstacle =
  | { why: 'not a former member' }
  | { why: 'agreement has not ended'; ids: string[] }
  | { why: 'takedown is open'; ids: string[] }
  | { why: 'request to match'; ids: string[] }
  | { why: 'mail on its way' };

/** All of it about her. `takedowns` are those that are still needed, of requests that were not taken back. */
export interface Hers {
  optOuts: readonly OptOut[];
  takedowns: readonly Takedown[];
  agreements: readonly Agreement[];
  mailLog: readonly Mail[];
}

export function obstaclesTo({ status }: Member, hers: Hers): ErasureObstacle[] {
  const found: ErasureObstacle[] = [];
  const add = (
    why: 'agreement has not ended' | 'takedown is open' | 'request to match',
    of: { id: string }[],
  ) => {
    if (of.length > 0) found.push({ why, ids: of.map(({ id }) => id) });
  };
  if (status !== 'Removed' && status !== 'Inactive') found.push({ why: 'not a former member' });
  add(
    'agreement has not ended',
    hers.agreements.filter((agreement) => !hasEnded(agreement)),
  );
  add(
    'takedown is open',
    hers.takedowns.filter(({ done }) => done === null),
  );
  add(
    'request to match',
    hers.optOuts.filter((optOut) => optOut.status === 'To match'),
  );
  if (hers.mailLog.some(({ state }) => state === 'Sending')) found.push({ why: 'mail on its way' });
  return found;
}

/** Of every request the day has come by then. */
const LAST_DAY = '9999-12-31';

/** Whether she, or her family, must not be in pictures, now or from a later day on: then her name has to stay. */
export const hasWish = ({ images }: Member, optOuts: readonly OptOut[]): boolean =>
  (images !== null && images !== 'Allowed') || permissionOf(optOuts, LAST_DAY).images !== 'Allowed';

/** `notes` say in words that and when it was erased. Erasing again changes nothing. */
export function erasedMember(member: Member, isWished: boolean, notes: string): Member {
  return {
    ...member,
    name: isWished ? member.name : '',
    email: '',
    role: null,
    joined: null,
    nextDue: null,
    lastMailed: null,
    notes,
    askedFor: '',
    lastAsked: null,
    bounced: '',
  };
}

/** `remark` is what the system wrote there itself. What keeps her, or her family, out of pictures stays. */
export function erasedOptOut(optOut: OptOut, isWished: boolean, remark: string): OptOut {
  const gone = { family: '', pictures: '' };
  const entry = { ...optOut, ...(isWished ? {} : gone), name: '', email: '', words: '', remark };
  // Nothing more follows from it, and nobody is told.
  for (const step of ['asked', 'told', 'down', 'erased'] as const)
    if (!hasStep(entry, step)) entry.steps = withStep(entry, step);
  return entry;
}

export const erasedTakedown = (line: Takedown, remark: string): Takedown => ({ ...line, what: '', remark });

/** That there was one, between whom and until when; not what might be told. */
export const erasedAgreement = (agreement: Agreement): Agreement => ({
  ...agreement,
  otherName: '',
  scope: '',
  remark: '',
});

/** A mail that still waits is not sent any more. `isHers`: not one to staff, whose address stays. */
export function erasedMail(mail: Mail, isHers: boolean): Mail {
  const state = mail.state === 'Queued' ? 'Cancelled' : mail.state;
  return { ...mail, to: isHers ? '' : mail.to, subject: '', gmailId: '', problem: '', state };
}

export const erasedFollowUp = (entry: FollowUp): FollowUp => ({ ...entry, name: '', done: true });

export const erasedProblem = (problem: Problem, what: string): Problem => ({
  ...problem,
  what,
  whatToDo: '',
  done: true,
});
