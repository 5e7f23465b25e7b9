// Requests about pictures: takes them up from their form, and keeps their register in order.

import type { Roster } from '../domain/identity.ts';
import type { Desk } from './desk.ts';
import { type DrainOptions, takeUp } from './take-up.ts';

export function takeUpOptOuts(desk: Desk, _roster: Roster, options: DrainOptions): number {
  const known = { register: 'optOuts', responseIds: new Set<string>(), from: '' } as const;
  return takeUp(desk, 'image-opt-out', known, options, () => undefined);
}
