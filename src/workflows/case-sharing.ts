// Who may open the Cases spreadsheet: the handlers and stand-ins of its Settings, but nobody who is named in a case.

import { CASE_AUDIT } from '../content/case-words.ts';
import { compareSharing, mayOpen, type SharingDifference } from '../domain/case-routing.ts';
import { permissionsOf, shareWith, stopSharing } from '../google/drive.ts';
import { recall, remember } from '../registers/state.ts';
import type { CaseDesk } from './case-desk.ts';

/** In State: with whom the system has shared the spreadsheet, so that it may take that away again. */
const SHARED = 'Shared with';

/** Who should be able to open it now. */
export function wantedReaders(desk: CaseDesk): string[] {
  const open = desk.tables.cases.entries.filter(({ erased }) => erased === null);
  return mayOpen(
    desk.staff,
    open.map(({ number }) => desk.conflictedIn(number)),
  );
}

const sharedBefore = (desk: CaseDesk) =>
  recall(desk.tables.state, SHARED)
    .split(' ')
    .filter((one) => one !== '');

/** Whether the list of those who should open it is another than the one that was carried out last. */
export function sharingHasChanged(desk: CaseDesk): boolean {
  return wantedReaders(desk).sort().join(' ') !== sharedBefore(desk).sort().join(' ');
}

/**
 * Shares the spreadsheet with those who should open it, and takes it away from those with whom the system has shared
 * it and who should not any more. Says what remains: strangers, whom only people can have let in.
 */
export function carryOutSharing(desk: CaseDesk): SharingDifference {
  const wanted = wantedReaders(desk);
  const ours = sharedBefore(desk);
  const found = permissionsOf(desk.where.id);
  const difference = compareSharing(found, wanted, desk.config.owner);
  for (const email of difference.missing) {
    shareWith(desk.where.id, email);
    desk.audit({ what: CASE_AUDIT.shared, subject: email, before: '', after: '' });
  }
  const toRemove = difference.strangers.filter((email) => ours.includes(email));
  for (const email of toRemove) {
    for (const { id } of found.filter((permission) => permission.email.toLowerCase() === email))
      stopSharing(desk.where.id, id);
    desk.audit({ what: CASE_AUDIT.unshared, subject: email, before: '', after: '' });
  }
  if (ours.join(' ') !== wanted.join(' ')) remember(desk.tables.state, SHARED, wanted.join(' '));
  const strangers = difference.strangers.filter((email) => !toRemove.includes(email));
  return { ...difference, missing: [], strangers };
}

/** What is wrong with the sharing now, for the mail about it. */
export function sharingNow(desk: CaseDesk): { strangers: string[]; missing: string[]; openToAll: boolean } {
  const found = permissionsOf(desk.where.id);
  const { strangers, missing, linkShared } = compareSharing(found, wantedReaders(desk), desk.config.owner);
  return { strangers, missing, openToAll: linkShared };
}
