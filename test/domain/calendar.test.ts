// Dates as people mean them, across month ends, leap days and the change of the clocks.

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  addHours,
  addMonths,
  dateFrom,
  instantOf,
  localTime,
  readIsoDate,
  readUsDate,
  serialOf,
  timeFromSerial,
} from '../../src/domain/calendar.ts';

describe('a year, or some months, later', () => {
  it.each([
    ['2025-06-04', 12, '2026-06-04'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2025-01-31', 1, '2025-02-28'],
    ['2025-03-31', 1, '2025-04-30'],
    ['2025-12-15', 1, '2026-01-15'],
  ])('%s and %i months → %s', (from, months, to) => {
    expect(addMonths(from, months)).toBe(to);
  });
});

describe('the wall clock in St. Louis', () => {
  it.each([
    ['2026-01-15T18:00:00.900Z', '2026-01-15T12:00:00'],
    ['2026-07-15T18:00:00Z', '2026-07-15T13:00:00'],
    ['2026-03-08T07:59:59Z', '2026-03-08T01:59:59'],
    ['2026-03-08T08:00:00Z', '2026-03-08T03:00:00'],
    ['2026-11-01T06:30:00Z', '2026-11-01T01:30:00'],
    ['2026-11-01T07:30:00Z', '2026-11-01T01:30:00'],
    ['2026-01-01T05:59:59Z', '2025-12-31T23:59:59'],
  ])('%s → %s', (instant, clock) => {
    expect(localTime(Date.parse(instant))).toBe(clock);
  });

  it('leads back to an instant, the earlier one in the hour that comes twice', () => {
    expect(new Date(instantOf('2026-11-01T01:30:00')).toISOString()).toBe('2026-11-01T06:30:00.000Z');
    expect(new Date(instantOf('2026-07-15T13:00:00')).toISOString()).toBe('2026-07-15T18:00:00.000Z');
  });

  it('counts hours on a clock that is never put back', () => {
    expect(addHours('2026-03-08T12:00:00', -24)).toBe('2026-03-07T12:00:00');
  });
});

describe('dates as staff write them', () => {
  it.each([
    ['6/04/25', '2025-06-04'],
    [' 6/4/2025 ', '2025-06-04'],
    ['2/29/2024', '2024-02-29'],
    ['2/29/2025', null],
    ['13/1/2025', null],
    ['6/4', null],
    ['6/4/225', null],
  ])('“%s” → %s', (text, date) => {
    expect(readUsDate(text)).toBe(date);
  });

  it('and as computers write them', () => {
    expect(readIsoDate('2025-06-04')).toBe('2025-06-04');
    expect(readIsoDate('2025-02-30')).toBeNull();
    expect(dateFrom(2025, 6, 31)).toBeNull();
  });
});

describe('the serial number of a cell', () => {
  it.each([
    ['1970-01-01', 25_569],
    ['2025-06-04', 45_812],
    ['2025-06-04T12:00:00', 45_812.5],
  ])('%s is %d', (date, serial) => {
    expect(serialOf(date)).toBe(serial);
  });

  it('keeps every second', () => {
    const seconds = fc.date({
      min: new Date('1900-01-02T00:00:00Z'),
      max: new Date('9999-12-31T00:00:00Z'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(seconds, (date) => {
        const time = date.toISOString().slice(0, 19);
        expect(timeFromSerial(serialOf(time))).toBe(time);
      }),
    );
  });

  it('is refused when it is no date', () => {
    for (const serial of [-1, 0, 1e9, Number.NaN]) expect(timeFromSerial(serial)).toBeNull();
  });
});
