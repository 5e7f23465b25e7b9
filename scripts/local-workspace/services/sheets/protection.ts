// Who may edit which cells: protected ranges and tabs.

import { type GoogleError, invalid } from '../../kernel/errors.ts';
import { clip, openArea } from './a1.ts';
import type { Area, ProtectedRange, SheetRecord } from './model.ts';

export const protectedError = (): GoogleError =>
  invalid(
    'You are trying to edit a protected cell or object. Please contact the spreadsheet owner to remove protection if you need to edit.',
  );

export const intersects = (a: Area, b: Area): boolean =>
  a.startRow < b.endRow &&
  b.startRow < a.endRow &&
  a.startColumn < b.endColumn &&
  b.startColumn < a.endColumn;

const contains = (outer: Area, inner: Area): boolean =>
  outer.startRow <= inner.startRow &&
  outer.endRow >= inner.endRow &&
  outer.startColumn <= inner.startColumn &&
  outer.endColumn >= inner.endColumn;

/** The owner always may; a warning keeps nobody out. */
export const mayEditRange = (email: string, owner: string, range: ProtectedRange): boolean =>
  email === owner ||
  range.warningOnly ||
  range.editors.users.includes(email) ||
  (range.editors.domainUsersCanEdit && domainOf(email) === domainOf(owner));

const domainOf = (email: string): string => email.slice(email.lastIndexOf('@') + 1);

/** @throws INVALID_ARGUMENT in Google's words */
export function assertMayEdit(email: string, owner: string, sheet: SheetRecord, area: Area): void {
  for (const range of sheet.protectedRanges) {
    if (mayEditRange(email, owner, range)) continue;
    const closed = clip(openArea(range.range), sheet);
    if (!intersects(closed, area)) continue;
    // Cells inside a hole of the protection are free.
    if (range.unprotectedRanges.some((free) => contains(clip(openArea(free), sheet), area))) continue;
    throw protectedError();
  }
}
