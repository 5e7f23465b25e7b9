// Calendar dates and wall-clock times of the organisation, and their form as a cell's serial number.

import type { LocalDate, LocalDateTime } from './entries.ts';
import { once } from './once.ts';

/** The time zone of the organisation; the spreadsheet is set to the same one. */
export const ZONE = 'America/Chicago';

const DAY_MS = 86_400_000;
/** 1970-01-01 counted in days since 1899-12-30, the zero of a sheet's calendar. */
const EPOCH_SERIAL = 25_569;

const clock = once(
  () =>
    new Intl.DateTimeFormat('en-US', {
      timeZone: ZONE,
      hour12: false,
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    }),
);

/** By how many milliseconds the clock in the organisation's zone is ahead of UTC at an instant, a whole second. */
function offsetAt(instantMs: number): number {
  const [month = 0, day, year = 0, hour = 0, minute, second] = clock()
    .format(instantMs)
    .split(/\D+/)
    .map(Number);
  // Midnight may be written as 24:00 of the day that begins.
  return Date.UTC(year, month - 1, day, hour % 24, minute, second) - instantMs;
}

/** The wall-clock time in the organisation's zone at an instant (milliseconds since 1970, UTC). */
export function localTime(instantMs: number): LocalDateTime {
  const second = Math.floor(instantMs / 1000) * 1000;
  return clockTime(second + offsetAt(second));
}

/**
 * The instant (milliseconds since 1970, UTC) of a wall-clock time; the earlier one in the repeated hour, and as if the
 * clocks had changed already in the hour that is left out.
 */
export function instantOf(time: LocalDateTime): number {
  const asUtc = Date.parse(`${time}Z`);
  const instants = [-DAY_MS, DAY_MS].map((days) => asUtc - offsetAt(asUtc + days));
  const there = instants.filter((instant) => instant + offsetAt(instant) === asUtc);
  return Math.min(...(there.length > 0 ? there : instants));
}

/** Milliseconds since 1970, as on a clock that is never put back. */
const clockTime = (ms: number): LocalDateTime => new Date(ms).toISOString().slice(0, 19);

export function dateOf(time: LocalDateTime): LocalDate {
  return time.slice(0, 10);
}

/** Midnight at the start of a calendar date. */
export function startOf(date: LocalDate): LocalDateTime {
  return `${date}T00:00:00`;
}

/** Days are counted as in UTC, where each has 24 hours; a roster asks for very many of them. */
export function addDays(date: LocalDate, days: number): LocalDate {
  return dayOfSerial(serialOfUtc(Date.parse(date)) + days);
}

/** Days from one date to another; negative when the other is earlier. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return (Date.parse(to) - Date.parse(from)) / DAY_MS;
}

/** The same day some months later; a day that does not exist (31 April, 29 February) becomes the month's last. */
export function addMonths(date: LocalDate, months: number): LocalDate {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  const first = serialOfUtc(Date.UTC(year, month - 1 + months, 1));
  const next = serialOfUtc(Date.UTC(year, month + months, 1));
  return dayOfSerial(Math.min(first + day, next) - 1);
}

/** The wall-clock time some hours later (or earlier, when negative), on a clock that is never put back. */
export function addHours(time: LocalDateTime, hours: number): LocalDateTime {
  return addMinutes(time, hours * 60);
}

/** The wall-clock time some minutes later (or earlier, when negative). */
export function addMinutes(time: LocalDateTime, minutes: number): LocalDateTime {
  return clockTime(Date.parse(`${time}Z`) + minutes * 60_000);
}

/** The date when year, month and day exist in the calendar, otherwise null. */
export function dateFrom(year: number, month: number, day: number): LocalDate | null {
  if (!(year >= 1900 && year <= 9999 && month >= 1 && month <= 12 && day >= 1 && day <= 31)) return null;
  const date = dateOf(clockTime(Date.UTC(year, month - 1, day)));
  return Number(date.slice(8)) === day ? date : null;
}

/** Reads `6/04/25` or `6/4/2025` (US order; two digits mean 20xx). Null when it is no date. */
export function readUsDate(text: string): LocalDate | null {
  const match = /^\s*(\d{1,2})\/(\d{1,2})\/(\d{4}|\d{2})\s*$/.exec(text);
  if (!match) return null;
  const year = Number(match[3]);
  return dateFrom(year < 100 ? 2000 + year : year, Number(match[1]), Number(match[2]));
}

/** Reads `2025-06-04`. Null when it is no date. */
export function readIsoDate(text: string): LocalDate | null {
  const match = /^\s*(\d{4})-(\d{2})-(\d{2})\s*$/.exec(text);
  return match ? dateFrom(Number(match[1]), Number(match[2]), Number(match[3])) : null;
}

/** The serial number of a date or a time: whole days since 1899-12-30, the time of day as the fraction. */
export function serialOf(value: LocalDate | LocalDateTime): number {
  const time = value.length > 10 ? value : startOf(value);
  return serialOfUtc(Date.parse(`${time}Z`));
}

/** The serial number of a time in milliseconds since 1970, as on a clock that is never put back. */
const serialOfUtc = (ms: number): number => ms / DAY_MS + EPOCH_SERIAL;

const SERIAL_DAYS = new Map<number, LocalDate>();

/** The calendar date of a whole serial number; each is worked out once, because registers repeat their dates. */
function dayOfSerial(day: number): LocalDate {
  const known = SERIAL_DAYS.get(day);
  if (known !== undefined) return known;
  const date = new Date((day - EPOCH_SERIAL) * DAY_MS).toISOString().slice(0, 10);
  SERIAL_DAYS.set(day, date);
  return date;
}

const two = (value: number) => (value < 10 ? `0${value}` : String(value));

/** The wall-clock time of a serial number, rounded to the second. Null outside the years 1900 to 9999. */
export function timeFromSerial(serial: number): LocalDateTime | null {
  if (!(serial >= 2 && serial < 2_958_466)) return null;
  const seconds = Math.round(serial * 86_400);
  const ofDay = seconds % 86_400;
  const time = `${two(Math.floor(ofDay / 3600))}:${two(Math.floor(ofDay / 60) % 60)}:${two(ofDay % 60)}`;
  return `${dayOfSerial((seconds - ofDay) / 86_400)}T${time}`;
}
