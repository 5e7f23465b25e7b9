// Writes dates the way people read them.

import type { LocalDate, LocalDateTime } from '../domain/entries.ts';

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);

/** `2025-06-04` as “June 4, 2025”; a time counts by its date. Empty for none. */
export function inWords(date: LocalDate | LocalDateTime | null): string {
  if (!date) return '';
  const [year, month, day] = date.slice(0, 10).split('-').map(Number);
  return `${MONTHS[(month ?? 1) - 1]} ${day}, ${year}`;
}

/** `2025-06-04T15:03:00` as “June 4, 2025, 3:03 PM (St. Louis time)”. Empty for none. */
export function timeInWords(time: LocalDateTime | null): string {
  if (!time) return '';
  const hour = Number(time.slice(11, 13));
  const clock = `${hour % 12 === 0 ? 12 : hour % 12}:${time.slice(14, 16)} ${hour < 12 ? 'AM' : 'PM'}`;
  return `${inWords(time)}, ${clock} (St. Louis time)`;
}
