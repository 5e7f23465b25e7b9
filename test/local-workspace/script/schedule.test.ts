import { describe, expect, it } from '@jest/globals';
import { firstDue, nextDue, type Schedule } from '../../../scripts/local-workspace/script/schedule.ts';

const zone = 'America/Chicago';
const local = (time: number): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' }).format(time);
const at = (text: string): number => Date.parse(text);

describe('a daily trigger', () => {
  it('keeps one minute of its hour', () => {
    const schedule: Schedule = { every: 'days', count: 1, hour: 2, zone };
    const first = firstDue(schedule, at('2026-03-01T12:00:00-06:00'), 0.37);
    expect(local(first)).toMatch(/^2026-03-02 02:\d\d$/);
    expect(local(nextDue(schedule, first) as number).slice(11)).toBe(local(first).slice(11));
  });

  it('fires later the same day when its hour is still to come', () => {
    const first = firstDue({ every: 'days', count: 1, hour: 9, zone }, at('2026-03-01T06:00:00-06:00'), 0.5);
    expect(local(first)).toMatch(/^2026-03-01 09/);
  });

  it.each([
    ['the clocks go forward', '2026-03-07T12:00:00-06:00'],
    ['the clocks go back', '2026-10-31T12:00:00-05:00'],
  ])('keeps the time on the wall when %s', (_, start) => {
    const schedule: Schedule = { every: 'days', count: 1, hour: 6, minute: 30, zone };
    let time = firstDue(schedule, at(start), 0.5);
    const minute = local(time).slice(11);
    for (let day = 0; day < 3; day++) {
      time = nextDue(schedule, time) as number;
      expect(local(time).slice(11)).toBe(minute);
    }
  });
});

describe('other schedules', () => {
  it('every 10 minutes', () => {
    const schedule: Schedule = { every: 'minutes', count: 10 };
    const first = firstDue(schedule, 0, 0.5);
    expect(first).toBeGreaterThan(0);
    expect(first).toBeLessThanOrEqual(600_000);
    expect(nextDue(schedule, first)).toBe(first + 600_000);
  });

  it('once, and never again', () => {
    expect(firstDue({ every: 'once', at: 5000 }, 1000, 0)).toBe(5000);
    expect(nextDue({ every: 'once', at: 5000 }, 5000)).toBeUndefined();
  });

  it('every Monday', () => {
    const schedule: Schedule = { every: 'weeks', count: 1, weekday: 1, hour: 8, zone };
    const first = firstDue(schedule, at('2026-01-06T12:00:00-06:00'), 0.2);
    expect(local(first)).toMatch(/^2026-01-12 08/);
    expect(local(nextDue(schedule, first) as number)).toMatch(/^2026-01-19 08/);
  });

  it('on the 31st, or the last day of shorter months', () => {
    const schedule: Schedule = { every: 'month', day: 31, hour: 8, minute: 30, zone };
    const first = firstDue(schedule, at('2026-01-31T20:00:00-06:00'), 0.5);
    expect(local(first)).toMatch(/^2026-02-28 08/);
    expect(local(nextDue(schedule, first) as number)).toMatch(/^2026-03-31 08/);
  });
});
