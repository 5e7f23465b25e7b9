// The short words of the tab Today: when, where, and that nothing waits. The long ones stand in texts/today-words.ts.

import type { LocalDate } from '../domain/entries.ts';
import { inWords } from './dates.ts';

export const TODAY = {
  since: (day: LocalDate) => `Since ${inWords(day)}`,
  now: () => 'Today',
  by: (day: LocalDate) => `By ${inWords(day)}`,
  wasDue: (day: LocalDate) => `Was due ${inWords(day)}`,
  row: (tab: string, row: number) => `${tab}, row ${row}`,
  cases: () => 'Cases',
  nobody: () => 'A member without a name',
  nothing: () => 'Nothing waits for you today. Thank you for looking.',
};
