// Whether a spreadsheet is as Set up made it and has room, its settings make sense, its clock is ours, and who may open it.

import { ZONE } from './calendar.ts';
import { compareSharing, type FoundPermission } from './case-routing.ts';
import { type Finding, type FindingName, finding, listed } from './check-findings.ts';

export interface SheetFacts {
  missingTabs: readonly string[];
  missingHeadings: readonly string[];
  /** Tabs whose cells of the system carry no warning. */
  unguarded: readonly string[];
  /** Columns whose drop-down list or box is gone, each with its tab. */
  withoutList: readonly string[];
  badSettings: readonly string[];
  /** The time zone of the spreadsheet, of the script, and of the Cases spreadsheet, as far as they are known. */
  zones: readonly string[];
  /** Cells of all tabs together. */
  cells: number;
}

/** Google allows ten million cells in one spreadsheet, and counts empty ones; staff hear of it in time to do something. */
const MANY_CELLS = 0.8 * 10_000_000;

export function checkSheet(facts: SheetFacts): Finding[] {
  const tabs = [
    ...listed('tabs missing', facts.missingTabs),
    ...listed('headings missing', facts.missingHeadings),
    ...listed('guards missing', facts.unguarded),
    ...listed('lists missing', facts.withoutList),
  ];
  const others = facts.zones.filter((zone) => zone !== ZONE);
  return [
    ...(tabs.length > 0 ? tabs : [finding('tabs whole')]),
    ...orGood(listed('settings bad', facts.badSettings), 'settings make sense'),
    ...(others.length > 0
      ? [finding('zones differ', others.join(', '), ZONE)]
      : [finding('zones agree', ZONE)]),
    finding(facts.cells > MANY_CELLS ? 'little room for rows' : 'room for rows'),
  ];
}

export interface SharingFacts {
  /** With whom it is shared; undefined when Google shows that only to the account that owns the file. */
  permissions: readonly FoundPermission[] | undefined;
  /** Who may write in it. */
  editors: readonly string[];
}

export function checkRegistersSharing({ permissions, editors }: SharingFacts): Finding[] {
  const people = finding('sharing for you to judge', editors.join(', '));
  if (permissions === undefined) return [people, finding('link sharing not seen')];
  const isOpen = permissions.some(({ type }) => type === 'anyone' || type === 'domain');
  return isOpen ? [finding('registers open to all'), people] : [people];
}

export interface CaseFacts {
  /** `none` before Set up has made it; `closed` when this account cannot open it. */
  found: 'none' | 'closed' | 'open';
  badSettings: readonly string[];
  handlers: number;
  permissions: readonly FoundPermission[];
  /** Who should be able to open it. */
  readers: readonly string[];
  owner: string;
}

export function checkCases({
  found,
  badSettings,
  handlers,
  permissions,
  readers,
  owner,
}: CaseFacts): Finding[] {
  if (found !== 'open') return [finding(found === 'none' ? 'cases not made' : 'cases not looked at', owner)];
  const { strangers, missing, linkShared } = compareSharing(permissions, readers, owner);
  const isWrong = strangers.length + missing.length > 0 || linkShared;
  const bad = [
    ...(isWrong ? [finding('cases shared wrongly')] : []),
    ...listed('case settings bad', badSettings),
    ...(handlers === 0 ? [finding('nobody handles cases')] : []),
  ];
  return orGood(bad, 'cases in order');
}

export const orGood = (bad: readonly Finding[], good: FindingName): Finding[] =>
  bad.length > 0 ? [...bad] : [finding(good)];
