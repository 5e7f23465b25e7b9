// Whether a reporter may be written to, and when a mail may leave so that it reaches her at a good time.

import { addDays, dateOf } from './calendar.ts';
import type { Case, ContactTime } from './case-entries.ts';
import { isAddress } from './email-address.ts';
import type { LocalDateTime } from './entries.ts';

/** Only who chose mail is written to: somebody else may read her mailbox. */
export function mayMail({ contact }: Pick<Case, 'contact'>, email: string): boolean {
  return contact === 'By email' && isAddress(email.trim());
}

/** From this hour on, and before the other. */
const HOURS: Partial<Record<ContactTime, readonly [from: string, until: string]>> = {
  'Mornings (8 to 12)': ['08:00:00', '12:00:00'],
  'Afternoons (12 to 17)': ['12:00:00', '17:00:00'],
  'Evenings (17 to 21)': ['17:00:00', '21:00:00'],
};

/** When the mail may leave: now, or the next time at which her hours begin. */
export function leavesAt(contactTime: ContactTime | null, now: LocalDateTime): LocalDateTime {
  const hours = contactTime ? HOURS[contactTime] : undefined;
  if (!hours) return now;
  const [from, until] = hours;
  const time = now.slice(11);
  if (time >= from && time < until) return now;
  return `${time < from ? dateOf(now) : addDays(dateOf(now), 1)}T${from}`;
}
