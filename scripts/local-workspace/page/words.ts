// Times, numbers and technical names in words that people read.

import type { Time } from '../kernel/clock.ts';
import type { ExecutionKind } from '../script/execution.ts';

/** The organisation's own time zone: all times on the page are St. Louis times. */
export const ZONE = 'America/Chicago';

const formatter = (options: Intl.DateTimeFormatOptions): ((time: Time) => string) => {
  const format = new Intl.DateTimeFormat('en-US', { timeZone: ZONE, ...options });
  // Some versions put a narrow no-break space before AM and PM.
  return (time) => format.format(time).replaceAll('\u202f', ' ');
};

const DAY_AND_TIME: Intl.DateTimeFormatOptions = {
  weekday: 'short',
  month: 'short',
  day: 'numeric',
  hour: 'numeric',
  minute: '2-digit',
};

/** `Monday, January 5, 2026` */
export const longDay = formatter({ weekday: 'long', year: 'numeric', month: 'long', day: 'numeric' });
/** `9:00 AM` */
export const timeOfDay = formatter({ hour: 'numeric', minute: '2-digit' });
/** `9:00:12 AM` */
export const exactTime = formatter({ hour: 'numeric', minute: '2-digit', second: '2-digit' });
const dayAndTime = formatter(DAY_AND_TIME);
const dayTimeAndYear = formatter({ ...DAY_AND_TIME, weekday: undefined, year: 'numeric' });
const dayKey = formatter({ year: 'numeric', month: '2-digit', day: '2-digit' });
const year = formatter({ year: 'numeric' });
const DAY_MS = 86_400_000;

/** The shortest clear way to name a moment, seen from `now`: `9:10 AM`, `tomorrow, 2:31 AM`, `Thu, Jan 8, 6:12 AM`. */
export function moment(time: Time, now: Time): string {
  if (dayKey(time) === dayKey(now)) return timeOfDay(time);
  if (dayKey(time) === dayKey(now + DAY_MS)) return `tomorrow, ${timeOfDay(time)}`;
  if (dayKey(time) === dayKey(now - DAY_MS)) return `yesterday, ${timeOfDay(time)}`;
  return year(time) === year(now) ? dayAndTime(time) : dayTimeAndYear(time);
}

export const count = (amount: number): string => amount.toLocaleString('en-US');

/** `1 mail`, `3 mails` */
export const several = (amount: number, one: string, many = `${one}s`): string =>
  `${count(amount)} ${amount === 1 ? one : many}`;

/** `420 ms`, `3.2 s`, `2 min 5 s` */
export function duration(ms: number): string {
  if (ms < 1000) return `${Math.round(ms)} ms`;
  if (ms < 60_000) return `${(ms / 1000).toFixed(1)} s`;
  if (ms < 3_600_000) {
    const seconds = Math.floor(ms / 1000);
    return `${Math.floor(seconds / 60)} min${seconds % 60 > 0 ? ` ${seconds % 60} s` : ''}`;
  }
  const minutes = Math.floor(ms / 60_000);
  return `${Math.floor(minutes / 60)} h${minutes % 60 > 0 ? ` ${minutes % 60} min` : ''}`;
}

export function bytes(amount: number): string {
  if (amount < 1024) return `${amount} B`;
  return amount < 1_048_576 ? `${(amount / 1024).toFixed(1)} KB` : `${(amount / 1_048_576).toFixed(1)} MB`;
}

const KINDS: Readonly<Record<ExecutionKind, string>> = {
  'form submit': 'A form was sent in',
  edit: 'A register was edited',
  change: 'A spreadsheet was changed',
  open: 'A spreadsheet was opened',
  clock: 'The clock',
  menu: 'Chosen from the menu',
  dialog: 'Asked by a dialog',
  'custom function': 'A formula',
  editor: 'Run by hand',
  'web app': 'A web page',
  api: 'A program outside',
};

/** What started an execution. */
export const startedBy = (kind: ExecutionKind): string => KINDS[kind];

/** `acceptanceSubmitted` → `Acceptance submitted` */
export function spoken(functionName: string): string {
  const words = functionName
    .replace(/[_.]+/g, ' ')
    .replace(/([a-z\d])([A-Z])/g, (_, before, after) => `${before} ${after.toLowerCase()}`)
    .trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

const STATUSES: Readonly<Record<string, { word: string; tone: 'good' | 'bad' | 'warn' }>> = {
  Completed: { word: 'Done', tone: 'good' },
  Failed: { word: 'Failed', tone: 'bad' },
  'Timed out': { word: 'Timed out', tone: 'bad' },
  Killed: { word: 'Cut off', tone: 'warn' },
};

export const outcome = (status: string) => STATUSES[status] ?? { word: status, tone: 'warn' as const };
