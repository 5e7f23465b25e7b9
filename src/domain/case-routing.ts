// Who is told of a report, and who may open the Cases spreadsheet, when somebody of the staff is named in it.

import { isConflicted } from './case-conflicts.ts';
import type { StaffPerson, StaffRole } from './case-staff.ts';
import { tidyAddress } from './email-address.ts';

export interface Routing {
  /** Where the notice of the report goes. */
  notice: string[];
  /** Who is told at once, besides; nobody when the report is not urgent. */
  urgent: string[];
  /** Who may handle the case. */
  handlersLeft: string[];
  /** Everybody who could be told is in conflict, or nobody is set: somebody has to be found by hand. */
  nobodyLeft: boolean;
}

/**
 * Whom to tell of a report; nobody in conflict is ever among them, and always somebody who can open it, as long as
 * there is one. `readers` are the addresses that can open it now.
 */
export function routing(
  {
    isUrgent,
    contactAddress,
    readers,
  }: { isUrgent: boolean; contactAddress: string; readers: readonly string[] },
  staff: readonly StaffPerson[],
  conflicted: readonly string[],
): Routing {
  const left = (...roles: StaffRole[]) => withoutConflict(staff, roles, conflicted);
  const isLeftOut = (role: StaffRole) =>
    staff.some((person) => person.role === role && isConflicted(person.email, conflicted));
  const canOpen = (address: string) => unique(readers).includes(address);
  const handlersLeft = left('Handler').filter(canOpen);
  const able = left('Stand-in').filter(canOpen);
  const board = left('Board contact');
  const standIns = able.length > 0 ? able : unique([...board, ...handlersLeft]);

  const contactIsFree = !isLeftOut('Contact reader') && !isConflicted(contactAddress, conflicted);
  const contact = contactIsFree && contactAddress.trim() !== '' ? [tidyAddress(contactAddress)] : [];
  // Who only reacts to danger need not open it; a handler who cannot is named elsewhere.
  const works = withoutConflict(staff, ['Handler', 'Stand-in'], []);
  const safety = left('Safety contact').filter((one) => canOpen(one) || !works.includes(one));
  const needsHelp = isLeftOut('Safety contact') || !safety.some(canOpen);
  const urgent = isUrgent ? unique([...safety, ...(needsHelp ? standIns : [])]) : [];
  const stepsIn =
    isLeftOut('Handler') || isLeftOut('Safety contact') || ![...contact, ...urgent].some(canOpen);
  const besides = stepsIn ? standIns.filter((address) => !urgent.includes(address)) : [];
  const notice = contact.length > 0 ? unique([...contact, ...besides]) : standIns;
  return {
    notice,
    urgent,
    handlersLeft,
    nobodyLeft: notice.length === 0 && urgent.length === 0,
  };
}

/** Who steps in: the stand-ins; when none of them can, the board contacts. */
export function standInsFor(staff: readonly StaffPerson[], conflicted: readonly string[]): string[] {
  const standIns = withoutConflict(staff, ['Stand-in'], conflicted);
  return standIns.length > 0 ? standIns : withoutConflict(staff, ['Board contact'], conflicted);
}

/**
 * Who should be able to open the Cases spreadsheet: handlers and stand-ins who are in conflict in none of the cases
 * that are not settled. When none is left, the board contacts for whom the same holds.
 */
export function mayOpen(
  staff: readonly StaffPerson[],
  conflictedInCases: readonly (readonly string[])[],
): string[] {
  const conflicted = conflictedInCases.flat();
  const able = withoutConflict(staff, ['Handler', 'Stand-in'], conflicted);
  return able.length > 0 ? able : withoutConflict(staff, ['Board contact'], conflicted);
}

/** One entry of the list with whom a file is shared, as Drive gives it. */
export interface FoundPermission {
  /** `user`, `group`, `domain` or `anyone`. */
  type: string;
  role: string;
  email: string;
}

export interface SharingDifference {
  /** Addresses that may open it and should not. */
  strangers: string[];
  /** Addresses that should be able to and are not. */
  missing: string[];
  /** Whoever has the link, or is in the organisation, may open it. */
  linkShared: boolean;
}

export function compareSharing(
  found: readonly FoundPermission[],
  wanted: readonly string[],
  owner: string,
): SharingDifference {
  const named = found.filter(
    ({ type, email }) => (type === 'user' || type === 'group') && email.trim() !== '',
  );
  const able = unique(named.map(({ email }) => email));
  const right = unique([...wanted, owner]);
  return {
    strangers: able.filter((address) => !right.includes(address)),
    missing: unique(wanted).filter((address) => !able.includes(address)),
    linkShared: found.some(({ type }) => type !== 'user' && type !== 'group'),
  };
}

function withoutConflict(
  staff: readonly StaffPerson[],
  roles: readonly StaffRole[],
  conflicted: readonly string[],
): string[] {
  const able = staff.filter(({ role, email }) => roles.includes(role) && !isConflicted(email, conflicted));
  return unique(able.map(({ email }) => email));
}

const unique = (addresses: readonly string[]) =>
  [...new Set(addresses.map(tidyAddress))].filter((address) => address !== '');
