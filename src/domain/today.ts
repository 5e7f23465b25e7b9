// Puts what waits for a person in order: the most urgent first, and many of one kind as one line with their number.

import type { LocalDate } from './entries.ts';

/** What can wait for a person; of two that are not late, the one named first here comes first. */
export const WAITING_KINDS = [
  'cases',
  'questions',
  'paused mail',
  'document',
  'new version',
  'problem',
  'failed mail',
  'takedown',
  'Does not accept the Code',
  'answer to match',
  'request to match',
  'agreement to match',
  'Mail comes back',
  'No usable address',
  'No answer to the reminders',
] as const;
export type WaitingKind = (typeof WAITING_KINDS)[number];

/** One thing that waits. */
export interface Waiting<About> {
  kind: WaitingKind;
  /** The day since which it waits, and the day until which it is to be done. */
  since: LocalDate | null;
  by: LocalDate | null;
  /** What there is to say of it. */
  about: About;
}

/** One line of the list: a thing, or the most urgent of many of its kind. */
export interface TodayLine<About> extends Waiting<About> {
  count: number;
  isOverdue: boolean;
}

/** So many of one kind have a line each. */
export const MOST_ALONE = 3;

/** The lines of the list. What is overdue or due today comes first, then one kind after the other, each by its day. */
export function todayLines<About>(waiting: readonly Waiting<About>[], today: LocalDate): TodayLine<About>[] {
  const orderOf = ({ kind, by, since }: Waiting<About>) => {
    const place = String(WAITING_KINDS.indexOf(kind)).padStart(2, '0');
    return `${by !== null && by <= today ? 0 : 1} ${place} ${by ?? since ?? ''}`;
  };
  const inOrder = [...waiting].sort((a, b) => {
    const [first, second] = [orderOf(a), orderOf(b)];
    return first < second ? -1 : first > second ? 1 : 0;
  });
  const counts = new Map<WaitingKind, number>();
  for (const { kind } of inOrder) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  const told = new Set<WaitingKind>();
  return inOrder.flatMap((one): TodayLine<About>[] => {
    const count = counts.get(one.kind) ?? 1;
    const isTogether = count > MOST_ALONE;
    if (isTogether && told.has(one.kind)) return [];
    told.add(one.kind);
    const isOverdue = one.by !== null && one.by < today;
    return [{ ...one, count: isTogether ? count : 1, isOverdue }];
  });
}
