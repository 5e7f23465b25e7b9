// What differs between two versions as they were frozen; worked out once for each pair in a run.

import { clauseInWords } from '../content/change-words.ts';
import type { ClauseChange } from '../domain/difference.ts';
import type { CodeVersion } from '../domain/entries.ts';
import { seldomPart } from '../google/seldom-part.ts';
import type { Desk } from './desk.ts';

const known = new Map<string, ClauseChange[] | null>();

/** Null when one of the two texts is not kept. */
export function differenceBetween(
  desk: Desk,
  before: CodeVersion,
  after: CodeVersion,
): ClauseChange[] | null {
  const key = `${before.textHash} ${after.textHash}`;
  const found = known.get(key);
  if (found !== undefined) return found;
  const [old, fresh] = [desk.textWithHash(before.textHash), desk.textWithHash(after.textHash)];
  const difference = old === null || fresh === null ? null : seldomPart().differenceOf(old, fresh);
  known.set(key, difference);
  return difference;
}

/** The changed clauses in words for staff, one line each. */
export function changedClauses(
  desk: Desk,
  before: CodeVersion | undefined,
  after: CodeVersion | undefined,
): string[] {
  const difference = before && after ? differenceBetween(desk, before, after) : null;
  return (difference ?? []).map(clauseInWords);
}
