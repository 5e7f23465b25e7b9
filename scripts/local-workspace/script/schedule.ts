// When a clock trigger fires: Google picks a minute within the chosen hour once and keeps it.

import {
  CalendarDate,
  type CalendarDateTime,
  fromAbsolute,
  toCalendarDateTime,
  toZoned,
} from '@internationalized/date';
import type { Time } from '../kernel/clock.ts';
import { invalid } from '../kernel/errors.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** Day numbers follow ISO 8601: Monday is 1, Sunday is 7. */
export type Schedule =
  | { readonly every: 'minutes'; readonly count: 1 | 5 | 10 | 15 | 30 }
  | { readonly every: 'hours'; readonly count: number }
  | {
      readonly every: 'days';
      readonly count: number;
      readonly hour?: number;
      readonly minute?: number;
      readonly zone: string;
    }
  | {
      readonly every: 'weeks';
      readonly count: number;
      readonly weekday: number;
      readonly hour?: number;
      readonly minute?: number;
      readonly zone: string;
    }
  | {
      readonly every: 'month';
      readonly day: number;
      readonly hour?: number;
      readonly minute?: number;
      readonly zone: string;
    }
  | { readonly every: 'once'; readonly at: Time };

export function checkMinutes(count: number): asserts count is 1 | 5 | 10 | 15 | 30 {
  if (![1, 5, 10, 15, 30].includes(count))
    throw invalid('The value you passed to everyMinutes was invalid. It must be one of 1, 5, 10, 15 or 30.');
}

/**
 * @param now milliseconds since 1970
 * @param chance from 0 up to 1: which minute of its hour the trigger keeps
 * @returns when it fires for the first time
 */
export function firstDue(schedule: Schedule, now: Time, chance: number): Time {
  switch (schedule.every) {
    case 'minutes':
      return now + Math.max(1, Math.floor(chance * schedule.count * 60)) * 1000;
    case 'hours':
      return now + Math.max(1, Math.floor(chance * schedule.count * 60)) * MINUTE;
    case 'once':
      return Math.max(schedule.at, now);
    default:
      return nextWallClock(schedule, now, chance);
  }
}

/** When it fires after it fired at `last`; undefined for a one-time trigger. */
export function nextDue(schedule: Schedule, last: Time): Time | undefined {
  switch (schedule.every) {
    case 'minutes':
      return last + schedule.count * MINUTE;
    case 'hours':
      return last + schedule.count * HOUR;
    case 'once':
      return undefined;
    default: {
      // The same local time again. What Google does when the clocks change is not documented; this keeps the wall clock.
      const local = toCalendarDateTime(fromAbsolute(last, schedule.zone));
      const next =
        schedule.every === 'days'
          ? local.add({ days: schedule.count })
          : schedule.every === 'weeks'
            ? local.add({ weeks: schedule.count })
            : onDayOfMonth(local.add({ months: 1 }), schedule.day);
      return toZoned(next, schedule.zone).toDate().getTime();
    }
  }
}

function nextWallClock(schedule: Extract<Schedule, { zone: string }>, now: Time, chance: number): Time {
  const today = fromAbsolute(now, schedule.zone);
  const hour = schedule.hour ?? Math.floor(chance * 24);
  // `nearMinute` means plus or minus 15 minutes; without it any minute of the hour.
  const minute =
    schedule.minute === undefined
      ? Math.floor(((chance * 997) % 1) * 60)
      : schedule.minute + Math.floor(chance * 31) - 15;
  let day: CalendarDateTime = toCalendarDateTime(new CalendarDate(today.year, today.month, today.day)).add({
    hours: hour,
    minutes: minute,
  });
  if (schedule.every === 'month') day = onDayOfMonth(day, schedule.day);
  for (;;) {
    const time = toZoned(day, schedule.zone).toDate().getTime();
    const fits = schedule.every !== 'weeks' || weekday(day) === schedule.weekday;
    if (time > now && fits) return time;
    day =
      schedule.every === 'month' ? onDayOfMonth(day.add({ months: 1 }), schedule.day) : day.add({ days: 1 });
  }
}

const weekday = (day: CalendarDateTime): number => {
  const sundayBased = new Date(Date.UTC(day.year, day.month - 1, day.day)).getUTCDay();
  return sundayBased === 0 ? 7 : sundayBased;
};

/** Days 29 to 31 fall on the last day of shorter months. */
const onDayOfMonth = (moment: CalendarDateTime, day: number): CalendarDateTime =>
  moment.set({ day: Math.min(day, moment.calendar.getDaysInMonth(moment)) });
