// Takes every response of the acceptance form that is not in the register yet.

import type { LocalDateTime } from '../domain/entries.ts';
import type { Roster } from '../domain/identity.ts';
import { once } from '../domain/once.ts';
import { seldomPart } from '../google/seldom-part.ts';
import type { Desk } from './desk.ts';
import { lostIds } from './lost-ids.ts';
import { recordResponse } from './record-response.ts';
import { recordTrial } from './record-trial.ts';
import { type DrainOptions, readFrom, takeUp } from './take-up.ts';

export function takeUpAcceptances(desk: Desk, roster: Roster, options: DrainOptions): number {
  const { entries, isRecent } = desk.tables.acceptances;
  const responseIds = new Set(entries.map(({ responseId }) => responseId));
  const from = options.everything && !isRecent ? '' : watermark(desk);
  // Any response that is not in the register may be that of a row that was deleted.
  const lost = once(() => {
    const ids = lostIds(desk, 'acceptances');
    return ids.length > 0 ? seldomPart().answersInTrail(desk, ids) : new Map<string, never>();
  });
  return takeUp(desk, 'acceptance', { register: 'acceptances', responseIds, from }, options, (response) => {
    if (!recordTrial(desk, response)) recordResponse(desk, roster, response, lost().get(response.id));
  });
}

/**
 * From when responses are read: some days before the latest that is known, but nothing whose row may have been left
 * out; empty, all of them, before the first.
 */
function watermark(desk: Desk): LocalDateTime {
  const { acceptances } = desk.tables;
  let latest = '';
  for (const { received, responseId } of acceptances.entries) {
    const byForm = !/^(paper|match)-/.test(responseId);
    if (byForm && received !== null && received > latest) latest = received;
  }
  const overlap = readFrom(latest);
  const settled = acceptances.isRecent ? (desk.config.settled?.acceptances?.since ?? '') : '';
  return overlap > settled ? overlap : settled;
}
