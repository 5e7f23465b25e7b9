// The calendar against a library that many rely on: the same dates and times, also where the clocks change.

import { fromAbsolute, parseDate, parseDateTime, toCalendarDateTime, toZoned } from '@internationalized/date';
import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addHours, addMonths, dateFrom, instantOf, localTime, ZONE } from '../../src/domain/calendar.ts';

const MINUTE = 60_000;
const AT = (text: string) => Date.parse(`${text}Z`);
const clockAt = (ms: number) => toCalendarDateTime(fromAbsolute(ms, ZONE)).toString().slice(0, 19);
const instantAt = (time: string) => toZoned(parseDateTime(time), ZONE, 'earlier').toDate().getTime();
const asTime = (ms: number) => new Date(ms).toISOString().slice(0, 19);
/** Any whole second of the years of which the registers may tell. */
const second = fc.integer({ min: AT('1970-01-02T00:00:00') / 1000, max: AT('2100-01-01T00:00:00') / 1000 });

it('agrees around every change of the clocks, in both directions', () => {
  let changes = 0;
  for (let day = AT('2020-01-01T12:00:00'); day < AT('2040-01-01T00:00:00'); day += 1440 * MINUTE) {
    const offset = (ms: number) => AT(clockAt(ms)) - ms;
    if (offset(day) === offset(day + 1440 * MINUTE)) continue;
    changes++;
    for (let ms = day; ms < day + 1440 * MINUTE; ms += 15 * MINUTE) {
      expect(localTime(ms)).toBe(clockAt(ms));
      expect(instantOf(asTime(ms))).toBe(instantAt(asTime(ms)));
    }
  }
  expect(changes).toBe(40);
});

it('agrees at any time', () => {
  fc.assert(
    fc.property(
      second,
      fc.integer({ min: 0, max: 999 }),
      fc.integer({ min: -10_000, max: 10_000 }),
      (at, ms, hours) => {
        const time = asTime(at * 1000);
        expect(localTime(at * 1000 + ms)).toBe(clockAt(at * 1000));
        expect(instantOf(time)).toBe(instantAt(time));
        expect(addHours(time, hours)).toBe(parseDateTime(time).add({ hours }).toString().slice(0, 19));
      },
    ),
    { numRuns: 2000 },
  );
});

it('agrees about months and about which days there are', () => {
  fc.assert(
    fc.property(second, fc.integer({ min: -200, max: 200 }), (at, months) => {
      const date = asTime(at * 1000).slice(0, 10);
      expect(addMonths(date, months)).toBe(parseDate(date).add({ months }).toString());
    }),
    { numRuns: 2000 },
  );
  for (const year of [1900, 1999, 2000, 2023, 2024, 2100, 9999])
    for (let month = 1; month <= 12; month++)
      for (let day = 28; day <= 31; day++) {
        const exists = new Date(Date.UTC(year, month - 1, day)).getUTCDate() === day;
        const text = `${year}-${String(month).padStart(2, '0')}-${day}`;
        expect(dateFrom(year, month, day)).toBe(exists ? parseDate(text).toString() : null);
      }
});
