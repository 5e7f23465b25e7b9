// How members answer: who answers after which mail, after how many days, and who declines. Assumptions, not findings.

export const HABITS = ['usual', 'quick', 'slow', 'none'] as const;
export type Habit = (typeof HABITS)[number];

interface Rates {
  /** The part that answers the first mail about something, and each reminder. */
  readonly first: number;
  readonly reminded: number;
  /** Days from the mail to the answer, on average; few take much longer. */
  readonly days: number;
  /** The part of the answers that decline. */
  readonly declining: number;
}

const RATES: Readonly<Record<Habit, Rates>> = {
  usual: { first: 0.5, reminded: 0.4, days: 3, declining: 0.01 },
  quick: { first: 0.85, reminded: 0.6, days: 1, declining: 0.005 },
  slow: { first: 0.12, reminded: 0.25, days: 6, declining: 0.02 },
  none: { first: 0, reminded: 0, days: 0, declining: 0 },
};

export const HABIT_IN_WORDS: Readonly<Record<Habit, string>> = {
  usual: 'half of the members answer the first mail, and of the others two in five answer each reminder',
  quick: 'most members answer the first mail within a day or two',
  slow: 'few members answer the first mail, and of the others one in four answers each reminder',
  none: 'no member answers',
};

/** What a member will do. */
export interface Answer {
  /** Days from now. */
  readonly after: number;
  readonly declines: boolean;
}

/** @param random gives numbers from 0 up to 1. Null: this mail moves her to nothing. */
export function answerTo(mail: 'first' | 'reminder', habit: Habit, random: () => number): Answer | null {
  const rates = RATES[habit];
  const [willing, wait, no] = [random(), random(), random()];
  if (willing >= (mail === 'first' ? rates.first : rates.reminded)) return null;
  return { after: Math.min(-Math.log(1 - wait) * rates.days, 30), declines: no < rates.declining };
}

/** What comes in unasked, for each member and year. */
const UNASKED = { optOut: 0.03, question: 0.02, report: 0.01 } as const;
export type Unasked = keyof typeof UNASKED;

/** What comes in on one day. */
export function unaskedToday(members: number, random: () => number): Unasked[] {
  return (Object.keys(UNASKED) as Unasked[]).filter((what) => random() < (members * UNASKED[what]) / 365);
}
