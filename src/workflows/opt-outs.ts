// Takes every response of the form about pictures that is not in the register yet.

import type { Roster } from '../domain/identity.ts';
import { seldomPart } from '../google/seldom-part.ts';
import type { Desk } from './desk.ts';
import { takenUpBefore } from './opt-outs-taken-up.ts';
import { type DrainOptions, readFrom, takeUp } from './take-up.ts';

export function takeUpOptOuts(desk: Desk, roster: Roster, options: DrainOptions): number {
  let latest = '';
  for (const { received, channel } of desk.tables.optOuts.entries)
    if (channel === 'Form' && received !== null && received > latest) latest = received;
  const from = options.everything ? '' : readFrom(latest);
  const responseIds = { has: takenUpBefore(desk) };
  return takeUp(desk, 'image-opt-out', { register: 'optOuts', responseIds, from }, options, (response) =>
    seldomPart().recordOptOutResponse(desk, roster, response),
  );
}
