// The days on which a member is reminded, before and after the day until which she is to answer.

import { addDays, daysBetween } from './calendar.ts';
import type { LocalDate } from './entries.ts';

export interface Stage {
  /** Days from the due date; negative before it. */
  offset: number;
  date: LocalDate;
  isLast: boolean;
}

/** The reminder that matters on `today`: the latest whose day has come; null before the first. */
export function stageOn(due: LocalDate, offsets: readonly number[], today: LocalDate): Stage | null {
  const passed = daysBetween(due, today);
  const reached = offsets.filter((offset) => offset <= passed);
  if (reached.length === 0) return null;
  const offset = Math.max(...reached);
  return { offset, date: addDays(due, offset), isLast: offset === Math.max(...offsets) };
}

/** How a reminder sounds, by the day on which it is read. */
export type Tone = 'early' | 'soon' | 'today' | 'late' | 'last';

export function toneOn(due: LocalDate, offsets: readonly number[], today: LocalDate): Tone {
  if (today < addDays(due, -7)) return 'early';
  if (today < due) return 'soon';
  if (today === due) return 'today';
  return stageOn(due, offsets, today)?.isLast ? 'last' : 'late';
}
