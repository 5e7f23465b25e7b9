// The list of what has to be taken down after a withdrawal, and when each line of it is due.

import { addDays, dateOf } from './calendar.ts';
import type { LocalDate } from './entries.ts';
import {
  MEDIA,
  type Medium,
  namesMorePictures,
  type OptOut,
  pictureLinks,
  type Takedown,
} from './image-entries.ts';

export interface TakedownRules {
  /** Days from the effective day until a line is due. */
  days: number;
  /** Who looks after the lines at first. */
  owner: string;
}

/** What can no longer be taken back once it is out, and so has to be said honestly. */
export type Remains = 'printed copies already given out' | 'newsletters already sent';

/** One line of the list before it has a number and words. */
export interface PlannedTakedown {
  /** Null for "any other place where these pictures are". */
  medium: Medium | null;
  /** All her pictures in this medium, one picture, those for which there is no line, or other places of a picture. */
  about: 'medium' | 'picture' | 'the rest' | 'other places';
  /** The picture that is meant; empty unless `about` is `picture`. */
  link: string;
  owner: string;
  due: LocalDate;
  remains: Remains | null;
}

const REMAINS: Partial<Record<Medium, Remains>> = {
  Print: 'printed copies already given out',
  Newsletter: 'newsletters already sent',
};

export function isWithdrawal({ kind }: Pick<OptOut, 'kind'>): boolean {
  return kind !== 'No future pictures' && kind !== 'Take back an opt-out';
}

/** The media that a scope takes in. A newsletter goes out by mail and stands on the website, so it is internet too. */
function mediaOf({ scope }: Pick<OptOut, 'scope'>): readonly Medium[] {
  if (scope === 'Certain pictures') return [];
  return scope === 'Internet and social media' ? MEDIA.filter((medium) => medium !== 'Print') : MEDIA;
}

/**
 * The lines that a withdrawal makes, given those that it has already; none for another kind of request. Links that
 * anybody may have sent get theirs when it is proven that she sent them.
 */
export function takedownsFor(
  optOut: OptOut,
  existing: readonly Takedown[],
  rules: TakedownRules,
  today: LocalDate,
): PlannedTakedown[] {
  if (!isWithdrawal(optOut) || existing.some((line) => line.optOut === optOut.id)) return [];
  const isCertain = optOut.scope === 'Certain pictures';
  if (isCertain && optOut.status === 'In force, to be confirmed') return [];
  const from = optOut.effective ?? (optOut.received ? dateOf(optOut.received) : today);
  const common = { owner: rules.owner, due: addDays(from, rules.days) };
  if (!isCertain)
    return mediaOf(optOut).map((medium) => ({
      medium,
      about: 'medium',
      link: '',
      ...common,
      remains: REMAINS[medium] ?? null,
    }));
  const lines: PlannedTakedown[] = pictureLinks(optOut.pictures).map((link) => ({
    medium: mediumOf(link),
    about: 'picture',
    link,
    ...common,
    remains: null,
  }));
  const other = { medium: null, link: '', ...common } as const;
  if (namesMorePictures(optOut)) lines.push({ ...other, about: 'the rest', remains: null });
  lines.push({ ...other, about: 'other places', remains: REMAINS.Print ?? null });
  return lines;
}

/** What she has to be told honestly in the confirmation of her request. */
export function remainsAfter(optOut: OptOut): Remains[] {
  if (!isWithdrawal(optOut)) return [];
  const media: readonly Medium[] = optOut.scope === 'Certain pictures' ? ['Print'] : mediaOf(optOut);
  return media.flatMap((medium) => REMAINS[medium] ?? []);
}

const SOCIAL =
  /(^|\.)(facebook|fb|instagram|linkedin|twitter|x|tiktok|threads|pinterest|snapchat|bsky|flickr)\.(com|net|app|me)$/;
const VIDEO = /(^|\.)(youtube\.com|youtu\.be|vimeo\.com)$/;

/** Where a link leads; a picture that is not a link (`page 3 of the flyer`) has no medium yet. */
function mediumOf(link: string): Medium | null {
  const [, host] = /^(?:https?:\/\/)?([a-z0-9.-]+\.[a-z]{2,})(?:[/?#:]|$)/i.exec(link) ?? [];
  if (host === undefined) return null;
  if (SOCIAL.test(host.toLowerCase())) return 'Social media';
  return VIDEO.test(host.toLowerCase()) ? 'Video' : 'Website';
}

export type TakedownState = 'done' | 'later' | 'soon' | 'due' | 'overdue';

/** How a line stands today; `soon` from so many days before its due date. A line without a due date is due. */
export function takedownState(
  { done, due }: Pick<Takedown, 'done' | 'due'>,
  soonDays: number,
  today: LocalDate,
): TakedownState {
  if (done !== null) return 'done';
  if (due === null || due === today) return 'due';
  if (due < today) return 'overdue';
  return today >= addDays(due, -soonDays) ? 'soon' : 'later';
}

/** The lines of which staff are reminded today, most overdue first. `over` are the opt-outs that were taken back. */
export function takedownsToRemind<Line extends Takedown>(
  lines: readonly Line[],
  over: ReadonlySet<string>,
  soonDays: number,
  today: LocalDate,
): { line: Line; state: TakedownState }[] {
  return lines
    .filter(({ optOut }) => !over.has(optOut))
    .map((line) => ({ line, state: takedownState(line, soonDays, today) }))
    .filter(({ state }) => state === 'soon' || state === 'due' || state === 'overdue')
    .sort((a, b) => {
      const [first, second] = [a.line.due ?? '', b.line.due ?? ''];
      return first < second ? -1 : first > second ? 1 : 0;
    });
}

/**
 * Brings the box and the day of a line together: a box that was ticked gets today's date, one that was unticked loses
 * its date, and a date that staff typed or deleted ticks or unticks the box.
 */
export function afterTick(
  { ticked, done, noted }: Pick<Takedown, 'ticked' | 'done' | 'noted'>,
  today: LocalDate,
): Pick<Takedown, 'ticked' | 'done' | 'noted'> {
  const isDone = ticked === noted ? done !== null : ticked;
  return { ticked: isDone, done: isDone ? (done ?? today) : null, noted: isDone };
}

/** The opt-outs of which every line is done, each with the day of the last one. */
export function finishedOptOuts(lines: readonly Takedown[]): Map<string, LocalDate> {
  const open = new Set(lines.filter(({ done }) => done === null).map(({ optOut }) => optOut));
  const finished = new Map<string, LocalDate>();
  for (const { optOut, done } of lines) {
    if (optOut === '' || open.has(optOut) || done === null) continue;
    const known = finished.get(optOut) ?? '';
    finished.set(optOut, known > done ? known : done);
  }
  return finished;
}
