// Dates as Sheets keeps them: days since 1899-12-30 on the wall clock of the spreadsheet's time zone.

const DAY = 86_400_000;
const EPOCH = Date.UTC(1899, 11, 30);

const QUARTER = 900_000;

const formats = new Map<string, Intl.DateTimeFormat>();
const offsets = new Map<string, Map<number, number>>();

/** Milliseconds by which the wall clock of a zone is ahead of UTC at a moment. Clocks change at whole quarters only. */
function offset(time: number, timeZone: string): number {
  const quarter = Math.floor(time / QUARTER);
  const known = offsets.get(timeZone) ?? new Map<number, number>();
  const found = known.get(quarter) ?? workedOut(quarter * QUARTER, timeZone);
  if (known.size > 100_000) known.clear();
  offsets.set(timeZone, known.set(quarter, found));
  return found;
}

function workedOut(time: number, timeZone: string): number {
  let format = formats.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    formats.set(timeZone, format);
  }
  const parts: Record<string, number> = {};
  for (const part of format.formatToParts(time)) parts[part.type] = Number(part.value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(time / 1000) * 1000;
}

/** The serial number of a moment. */
export const toSerial = (time: number, timeZone: string): number =>
  (time + offset(time, timeZone) - EPOCH) / DAY;

/** The moment of a serial number; an hour that the clocks skip counts from the hour before. */
export function fromSerial(serial: number, timeZone: string): number {
  const wall = Math.round(serial * DAY) + EPOCH;
  const guess = wall - offset(wall, timeZone);
  return wall - offset(guess, timeZone);
}

/** The parts of a serial number on the wall clock. */
export function serialParts(serial: number) {
  const date = new Date(Math.round(serial * DAY) + EPOCH);
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    weekday: date.getUTCDay(),
    hour: date.getUTCHours(),
    minute: date.getUTCMinutes(),
    second: date.getUTCSeconds(),
    millisecond: date.getUTCMilliseconds(),
  };
}

/** The serial number of a calendar date, or undefined when there is no such date. */
export function dateSerial(year: number, month: number, day: number): number | undefined {
  const time = Date.UTC(year, month - 1, day);
  const date = new Date(time);
  date.setUTCFullYear(year);
  if (date.getUTCFullYear() !== year || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day)
    return undefined;
  return (date.getTime() - EPOCH) / DAY;
}

/** The serial number of a day; months and days beyond their ends go on into the next ones, and 0 is the one before. */
export const daySerial = (year: number, month: number, day: number): number =>
  (Date.UTC(year, month - 1, day) - EPOCH) / DAY;

export const isTimeZone = (name: string): boolean => {
  try {
    new Intl.DateTimeFormat('en-US', { timeZone: name });
    return true;
  } catch {
    return false;
  }
};
