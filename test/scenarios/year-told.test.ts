// One year of many members, told day by day; every mail is compared with what a simple notebook says should be sent.

import { afterEach, expect, it } from '@jest/globals';
import { IS_FULL } from '../support/sample.ts';
import type { Day } from './model-year.ts';
import { type Member, Story } from './story.ts';

/** As many as the programme has; in `npm test` fewer, with whom the same things happen. */
const MEMBERS = IS_FULL ? 350 : 50;

let story: Story;
afterEach(() => story.desk.close());

/** Days from the first mail until she answers; one in fourteen never does. The same in every run of the test. */
function patienceOf(number: number): number {
  const chance = ((number * 7919) % 1000) / 1000;
  return chance < 0.07 ? Number.POSITIVE_INFINITY : 1 + Math.floor(chance ** 3 * 38);
}

/** Whether she answers on this day: some days after the first mail about a version, or after a reminder to renew. */
function answersToday({ notebook }: Member, number: number): boolean {
  const { asked, accepted, topic, topicSince } = notebook;
  const last = asked[asked.length - 1];
  if (last === undefined || (accepted?.day ?? -1) >= last) return false;
  if (topic.startsWith('renewal')) return number % 3 === 0 && story.day >= last + 3;
  return accepted?.version !== story.version && story.day >= topicSince + patienceOf(number);
}

const PUBLISHED = '2026-03-20';

/** Times in which runs come every day; in the others with these gaps, now and then more than a week. */
const BUSY: [string, string][] = [
  ['2026-01-06', '2026-02-03'],
  ['2026-03-18', '2026-04-16'],
  ['2027-02-17', '2027-03-21'],
];
const GAPS = [5, 8, 10, 4, 1, 12, 9];

function daysOfRuns(dateOf: (day: Day) => string, length: Day): Day[] {
  const days: Day[] = [];
  let gap = 0;
  for (let day = 1; day <= length; day++) {
    const date = dateOf(day);
    const isBusy = BUSY.some(([first, last]) => date >= first && date <= last);
    if (isBusy || day - (days[days.length - 1] ?? 0) >= (GAPS[gap % GAPS.length] ?? 1)) {
      days.push(day);
      if (!isBusy) gap++;
    }
  }
  return days;
}

it('invitations, a new version in spring, renewals, and what happens to people', () => {
  story = new Story('2026-01-05', 1);
  story.join(MEMBERS);
  const { members, desk } = story;
  const [removed, bounced, away, decliner] = [11, 22, 33, 44].map((place) => members[place]) as [
    Member,
    Member,
    Member,
    Member,
  ];
  const on = new Map<string, () => void>([
    ['2026-02-02', () => story.answer(decliner, true)],
    ['2026-03-19', () => story.writeNewCode()],
    ['2026-05-04', () => story.bounce(bounced)],
    ['2026-06-10', () => story.setStatus(removed, 'Removed')],
    ['2026-07-01', () => story.join(1)],
    ['2026-08-03', () => story.setStatus(away, 'Suspended')],
    ['2027-02-20', () => story.setStatus(away, 'Active')],
    ['2027-03-10', () => story.correctAddress(bounced)],
  ]);
  const days = new Set(daysOfRuns((day) => story.dateOf(day), 440));
  for (let day = 1; day <= 440; day++) {
    const today = story.dateOf(day);
    if (!days.has(day) && !on.has(today)) continue;
    story.goTo(day);
    on.get(today)?.();
    const answering = members.filter((member, number) => member !== decliner && answersToday(member, number));
    const hasAnswers = answering.map((member) => story.answer(member)).includes(true);
    if (today === PUBLISHED) {
      // The waiting day is over a moment after yesterday's run.
      desk.workspace.advance('PT30M');
      story.version++;
    }
    story.sweep(hasAnswers || on.has(today) || today === PUBLISHED ? 'everyNight' : 'everyMorning');
    if (today === '2026-01-06' || today === PUBLISHED) {
      // One run sends at most 300 mails; the next one goes on.
      desk.workspace.advance('PT10M');
      desk.run('everyTenMinutes');
    }
  }
  story.check();
  expect(desk.rows('Code versions').map(({ Status }) => Status)).toEqual(['Retired', 'Active']);
  expect(desk.member(removed.email).Standing).toBe('Exempt');
  const open = desk.rows('Follow-up').filter(({ Done }) => Done !== true);
  expect(open.length).toBeGreaterThan(MEMBERS / 17);
}, 900_000);
