// Random years: every mail that was really sent is compared with what a simple notebook says should be sent.

import { afterEach, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { IS_FULL } from '../support/sample.ts';
import type { Day } from './model-year.ts';
import { type Member, Story } from './story.ts';

let story: Story | undefined;
afterEach(() => story?.desk.close());

const LENGTH = 420;
/** They are long, so that `npm test` takes a few of them. */
const YEARS = IS_FULL ? 30 : 2;

type What = 'answer' | 'decline' | 'away' | 'back' | 'bounce' | 'join';
type Event = { day: Day; who: number; what: What };

const what = fc.constantFrom<What>('answer', 'decline', 'away', 'away', 'bounce', 'bounce', 'join');
/** Much happens after the first mails and around the renewals; something at any time. */
const dayOfEvent = fc.oneof(
  fc.integer({ min: 2, max: 30 }),
  fc.integer({ min: 2, max: LENGTH }),
  fc.integer({ min: 330, max: LENGTH }),
);

const year = fc.record({
  start: fc.constantFrom('2025-08-15', '2026-01-31', '2027-02-10', '2028-02-20', '2026-10-20'),
  count: fc.integer({ min: 4, max: 7 }),
  /** Days between two runs, when nobody looks; often none comes for more than a week. */
  gaps: fc.array(fc.constantFrom(1, 4, 10, 18, 25, 32, 40), { minLength: 10, maxLength: 20 }),
  /** Stretches in which a run comes every day: one at any time, one in the time of the renewals. */
  stretches: fc.tuple(fc.integer({ min: 10, max: 330 }), fc.integer({ min: 330, max: LENGTH - 6 })),
  events: fc.array(fc.record({ day: dayOfEvent, who: fc.nat(11), what }), { minLength: 6, maxLength: 16 }),
  /** After how many days each member answers a mail; one that nobody lives to see is never. */
  patience: fc.array(fc.constantFrom(1, 4, 10, 22, 35, LENGTH), { minLength: 3, maxLength: 7 }),
  changes: fc.uniqueArray(fc.integer({ min: 20, max: LENGTH - 30 }), { maxLength: 2 }),
});
type Year = typeof year extends fc.Arbitrary<infer Y> ? Y : never;

/** The days on which a run comes although nothing happens. */
function daysOfRuns({ gaps, stretches }: Year): Set<Day> {
  const days = new Set<Day>(stretches.flatMap((first) => Array.from({ length: 6 }, (_, i) => first + i)));
  for (let day = 1, run = 0; day <= LENGTH; run++) {
    days.add(day);
    day += gaps[run % gaps.length] ?? 1;
  }
  return days;
}

/** Who goes away comes back some time later. */
const withReturns = (events: readonly Event[]): Event[] =>
  events.flatMap((event) =>
    event.what === 'away' ? [event, { ...event, day: event.day + 5 * event.who + 2, what: 'back' }] : [event],
  );

/** Says what has to run on this day because of it: the run that takes up answers, or the night's. */
function happen(
  current: Story,
  { who, what }: Event,
  count: number,
): 'everyTenMinutes' | 'everyNight' | null {
  if (what === 'join') {
    if (current.members.length < 10) current.join(1);
    return null;
  }
  const member = current.members[who % count] as Member;
  const { active, reachable } = member.notebook;
  if (what === 'answer' || what === 'decline')
    return current.answer(member, what === 'decline') ? 'everyTenMinutes' : null;
  if (what === 'away' && active)
    current.setStatus(member, (['Suspended', 'Inactive', 'Removed'] as const)[who % 3] ?? '');
  if (what === 'back' && !active) current.setStatus(member, 'Active');
  if (what === 'bounce' && !reachable) current.correctAddress(member);
  else if (what === 'bounce') {
    current.bounce(member);
    return 'everyNight';
  }
  return null;
}

/** Whether she answers by herself: so many days after the last mail that asked her. */
function answersByHerself({ notebook }: Member, patience: number, day: Day): boolean {
  const { asked, accepted } = notebook;
  const last = asked[asked.length - 1];
  return last !== undefined && (accepted?.day ?? -1) < last && day - last >= patience;
}

function live(current: Story, told: Year): void {
  const runs = daysOfRuns(told);
  const events = withReturns(told.events).filter(({ day }) => day <= LENGTH);
  const days = new Set([...runs, ...events.map(({ day }) => day), ...told.changes]);
  current.join(told.count);
  for (const day of [...days].sort((a, b) => a - b)) {
    current.goTo(day);
    const today = events.filter((event) => event.day === day);
    const needed = new Set(today.map((event) => happen(current, event, told.count)));
    for (const [number, member] of current.members.entries()) {
      const patience = told.patience[number % told.patience.length] ?? 0;
      if (answersByHerself(member, patience, day) && current.answer(member)) needed.add('everyTenMinutes');
    }
    const isChanged = told.changes.includes(day);
    if (isChanged) needed.add('everyNight');
    // Answers are taken up at once, or by the night's run when one comes anyway.
    const isNight = runs.has(day) && needed.has('everyTenMinutes') && !needed.has('everyNight');
    if (needed.has('everyTenMinutes') && !isNight) current.desk.run('everyTenMinutes');
    if (isChanged) {
      current.writeNewCode();
      current.version++;
    }
    if (isNight || needed.has('everyNight')) current.sweep('everyNight');
    else if (runs.has(day)) current.sweep('everyMorning');
    else continue;
    // A second run on the same day has nothing left to do.
    if (day % 20 === 0) current.desk.run('everyMorning');
  }
}

it(`sends in ${YEARS} random years what the notebook says, and nothing else`, () => {
  const seen = new Map<string, number>();
  const count = (what: string) => seen.set(what, (seen.get(what) ?? 0) + 1);
  fc.assert(
    fc.property(year, (told) => {
      story = new Story(told.start, 0);
      live(story, told);
      story.check();
      for (const { expected, notebook } of story.members) {
        for (const mail of expected) count(mail.slice('2026-01-01 '.length));
        if (notebook.topic.startsWith('renewal')) count('Renewal');
      }
      story.desk.close();
      story = undefined;
    }),
    { numRuns: YEARS, endOnFailure: true },
  );
  // The years were no empty ones.
  expect([...seen.keys()].sort()).toEqual([
    'Invitation',
    'New version',
    'Refused',
    'Reminder',
    'Renewal',
    'Thanks',
  ]);
}, 900_000);
