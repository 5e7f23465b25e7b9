// Remembers up to which row the growing registers are settled, so that frequent runs need not read years of them.

import { addDays, dateOf, startOf } from '../domain/calendar.ts';
import type { LocalDateTime } from '../domain/entries.ts';
import { writeProperty } from '../google/properties.ts';
import type { Row } from '../registers/table.ts';
import { type Config, PROPERTY } from './config.ts';
import type { Desk } from './desk.ts';

/** A register is read whole as long as it has no more rows than this. */
const SHORT = 200;
/** Days, counted back from the last entry, that are never settled. */
const OPEN_DAYS = 4;
/** Moving the mark by fewer rows is not worth a call. */
const STEP = 100;

type Settled = NonNullable<Config['settled']>;
type Mark = Settled[string];

/** Once a night. What an unfinished mail is about, and all that is a few days old or younger, stays open. */
export function settleRows(desk: Desk): void {
  const { acceptances, mailLog } = desk.tables;
  const unfinished = mailLog.entries.filter(({ state }) => state === 'Queued' || state === 'Sending');
  const wanted = new Set(unfinished.map(({ reference }) => reference));
  const openAnswer = openFrom(acceptances.entries.map(({ received }) => received ?? ''));
  const openMail = openFrom(mailLog.entries.map(({ queued }) => queued ?? ''));
  const before = desk.config.settled ?? {};
  const now: Settled = {};
  const answers = markOf(acceptances, before.acceptances, openAnswer, ({ entry }) => {
    return (entry.received ?? '') >= openAnswer || wanted.has(entry.id);
  });
  const mails = markOf(mailLog, before.mailLog, openMail, ({ entry }) => {
    return (entry.queued ?? '') >= openMail || unfinished.includes(entry);
  });
  if (answers) now.acceptances = answers;
  if (mails) now.mailLog = mails;
  if (JSON.stringify(now) !== JSON.stringify(before)) writeProperty(PROPERTY.settled, JSON.stringify(now));
}

/** The time from which entries stay open. */
function openFrom(times: readonly LocalDateTime[]): LocalDateTime {
  let latest = '';
  for (const time of times) if (time > latest) latest = time;
  return latest === '' ? '' : startOf(addDays(dateOf(latest), -OPEN_DAYS));
}

/** The first open row of a register; the mark as it was when it still fits and has hardly moved; none for a short one. */
function markOf<E extends { id: string }>(
  { rows, isRecent }: { rows: readonly Row<E>[]; isRecent: boolean },
  before: Mark | undefined,
  since: LocalDateTime,
  isOpen: (row: Row<E>) => boolean,
): Mark | undefined {
  if (!isRecent && rows.length <= SHORT) return undefined;
  const first = rows.find(isOpen) ?? rows[rows.length - 1];
  if (!first || first.entry.id === '') return undefined;
  const stillFits = before && rows.some(({ index, entry }) => index === before.row && entry.id === before.id);
  if (stillFits && first.index >= before.row && first.index - before.row < STEP) return before;
  return { row: first.index, id: first.entry.id, since };
}
