// Who may open the Cases spreadsheet: the handlers and stand-ins of its Settings, but nobody who is named in a case.

import { CASE_AUDIT, CASE_LOG } from '../content/case-words.ts';
import { PROBLEMS, type ProblemWords } from '../content/problems.ts';
import { isConflicted } from '../domain/case-conflicts.ts';
import { compareSharing, type SharingDifference } from '../domain/case-routing.ts';
import { tidyAddress } from '../domain/email-address.ts';
import { type Permission, permissionsOf, shareWith, stopSharing } from '../google/drive.ts';
import { recall, remember } from '../registers/state.ts';
import type { CaseDesk } from './case-desk.ts';
import { problemsAreSolved } from './note-problem.ts';
import { isJustLeaving } from './owner.ts';

/** In State: with whom the system has shared the spreadsheet, so that it may take that away again. */
const SHARED = 'Shared with';

/** In State: whether Google refused something of it the last time. */
const REFUSED = 'Sharing refused';

const sharedBefore = (desk: CaseDesk) =>
  recall(desk.tables.state, SHARED)
    .split(' ')
    .filter((one) => one !== '');

/** From now on the system takes the spreadsheet away from somebody, unless she should be able to open it. */
export function toShutOut(desk: CaseDesk, email: string): void {
  const others = sharedBefore(desk).filter((one) => one !== email);
  remember(desk.tables.state, SHARED, [...others, email].join(' '));
}

/** Who can open it now. The account that is to take over from the owner can, and that is no mistake. */
const whoCanOpen = ({ where, config }: CaseDesk) =>
  permissionsOf(where.id).filter(({ email }) => email === '' || tidyAddress(email) !== config.nextOwner);

/** Without the account that has just handed over, which goes by itself. */
const staying = (desk: CaseDesk, strangers: readonly string[]) =>
  strangers.filter((email) => !isJustLeaving(desk, email));

/** Whether the list of those who should open it is another than the one that was carried out last. */
export function sharingHasChanged(desk: CaseDesk): boolean {
  return desk.readers.sort().join(' ') !== sharedBefore(desk).sort().join(' ');
}

/**
 * Takes the spreadsheet away from those with whom the system has shared it and who should not open it any more, and
 * shares it with those who should. What Google refuses is told and tried again later, and stops nothing else. Says
 * what remains: strangers, whom only people can have let in.
 */
export function carryOutSharing(desk: CaseDesk): Pick<SharingDifference, 'strangers' | 'linkShared'> {
  let rest: Pick<SharingDifference, 'strangers' | 'linkShared'> = { strangers: [], linkShared: false };
  let isDone = false;
  attempt(desk, PROBLEMS.casesNotShared, () => {
    const wanted = desk.readers;
    const ours = sharedBefore(desk);
    const found = whoCanOpen(desk);
    const { strangers, missing, linkShared } = compareSharing(found, wanted, desk.config.owner);
    const toRemove = strangers.filter((email) => ours.includes(email));
    const notRemoved = toRemove.filter((email) => !takeAway(desk, email, found));
    const notShared = missing.filter((email) => !share(desk, email));
    remember(desk.tables.state, SHARED, [...wanted, ...notRemoved].join(' '));
    isDone = notRemoved.length === 0 && notShared.length === 0;
    const others = strangers.filter((email) => !toRemove.includes(email));
    rest = { strangers: staying(desk, others), linkShared };
  });
  noteRefusal(desk, !isDone);
  return rest;
}

/** What staff were told of a refusal is over as soon as all of it has worked. */
function noteRefusal(desk: CaseDesk, isRefused: boolean): void {
  const wasRefused = recall(desk.tables.state, REFUSED) !== '';
  if (isRefused === wasRefused) return;
  if (wasRefused) problemsAreSolved(PROBLEMS.casesNotShared, PROBLEMS.casesNotTakenAway);
  remember(desk.tables.state, REFUSED, isRefused ? 'yes' : '');
}

function share(desk: CaseDesk, email: string): boolean {
  return attempt(desk, PROBLEMS.casesNotShared, () => {
    shareWith(desk.where.id, email);
    desk.audit({ what: CASE_AUDIT.shared, subject: email, before: '', after: '' });
  });
}

/** Whether it could be taken away. What she works on besides goes on; its log says that she cannot. */
function takeAway(desk: CaseDesk, email: string, found: readonly Permission[]): boolean {
  return attempt(desk, PROBLEMS.casesNotTakenAway, () => {
    for (const { id } of found.filter((permission) => permission.email.toLowerCase() === email))
      stopSharing(desk.where.id, id);
    desk.audit({ what: CASE_AUDIT.unshared, subject: email, before: '', after: '' });
    for (const { number, handler, status } of desk.tables.cases.entries)
      if (status !== 'Closed' && isConflicted(handler, [email])) desk.log(number, CASE_LOG.shutOut);
  });
}

function attempt(desk: CaseDesk, words: ProblemWords, act: () => void): boolean {
  try {
    act();
    return true;
  } catch {
    desk.tell(words);
    return false;
  }
}

/** What is wrong with the sharing now, for the mail about it. */
export function sharingNow(desk: CaseDesk): { strangers: string[]; missing: string[]; openToAll: boolean } {
  const found = whoCanOpen(desk);
  const { strangers, missing, linkShared } = compareSharing(found, desk.readers, desk.config.owner);
  return { strangers: staying(desk, strangers), missing, openToAll: linkShared };
}
