// Says in a few plain sentences what a rehearsal came to: the answer that staff look for.

import type { LocalDate } from '../../src/domain/entries.ts';
import { acceptedAtEnd, dayOfShare, type Figures, grouped, type Task } from './figures.ts';
import { HABIT_IN_WORDS, type Habit } from './habits.ts';
import type { Publishing } from './rehearse.ts';

export interface Told {
  readonly figures: Figures;
  readonly habit: Habit;
  readonly publish?: Publishing | undefined;
}

const FORMAT = new Intl.DateTimeFormat('en-US', {
  timeZone: 'UTC',
  weekday: 'long',
  month: 'long',
  day: 'numeric',
  year: 'numeric',
});
/** `2026-12-07` as “Monday, December 7, 2026”. */
export const dayInWords = (day: LocalDate): string => FORMAT.format(Date.parse(day));

export const number = (value: number): string => value.toLocaleString('en-US');
const counted = (count: number, one: string, many = `${one}s`) =>
  `${number(count)} ${count === 1 ? one : many}`;
const percent = (part: number, whole: number) =>
  whole === 0 ? '0%' : `${Math.round((100 * part) / whole)}%`;

export function headingOf({ publish, figures }: Told): string {
  const last = figures.days[figures.days.length - 1]?.day ?? '';
  return publish
    ? `What happens if we publish on ${dayInWords(publish.on)}?`
    : `What happens until ${dayInWords(last)}, if the Code stays as it is?`;
}

/** The answer, sentence by sentence; the first is the most important. */
export function answerInWords(told: Told): string[] {
  const { figures, habit } = told;
  return [
    ...askedInWords(told),
    mailsInWords(figures),
    ...acceptedInWords(told),
    lapsedInWords(figures),
    staffInWords(figures),
    `This is a rehearsal. It takes for granted that ${HABIT_IN_WORDS[habit]}, and that staff tick what they have done, and go on with reports, questions and pictures on the day by which it is due. People may do otherwise.`,
  ];
}

function askedInWords({ figures, publish }: Told): string[] {
  if (!publish) return [];
  if (publish.change === 'Editorial')
    return ['It is a change of wording only, so nobody is asked to accept anew.'];
  const days = figures.askedAnew.flatMap(({ asked }) =>
    asked.filter(({ kind }) => kind !== 'Reminder').map(({ day }) => day),
  );
  const leaving = [...new Set(days.filter((day) => day >= publish.on))].sort();
  const [first, last] = [leaving[0], leaving[leaving.length - 1]];
  if (!first || !last) return ['Nobody is asked in the days of this rehearsal.'];
  const span =
    first === last
      ? `all on ${dayInWords(first)}`
      : `on ${counted(leaving.length, 'day')}, from ${dayInWords(first)} to ${dayInWords(last)}`;
  return [
    `${counted(figures.askedAnew.length, 'member')} will be asked to accept the changed Code: ${span}.`,
  ];
}

function mailsInWords({ days, budget, inLine }: Figures): string {
  const total = days.reduce((sum, { mails }) => sum + mails, 0);
  const withMail = days.filter(({ mails }) => mails > 0).length;
  const busiest = days.reduce(
    (most, day) => (day.mails > most.mails ? day : most),
    days[0] ?? { day: '', mails: 0 },
  );
  const rest =
    inLine > 0 ? ` When it ends, ${counted(inLine, 'mail')} still ${inLine === 1 ? 'waits' : 'wait'}.` : '';
  return total === 0
    ? `No mail leaves.${rest}`
    : `${counted(total, 'mail')} will leave on ${withMail} of ${counted(days.length, 'day')}. The busiest day is ${dayInWords(busiest.day)} with ${counted(busiest.mails, 'mail')}; ${number(budget)} a day may leave.${rest}`;
}

function acceptedInWords({ figures, publish }: Told): string[] {
  const members = publish ? figures.askedAnew : figures.members.filter(({ asked }) => asked.length > 0);
  const last = figures.days[figures.days.length - 1]?.day;
  if (members.length === 0 || !last || publish?.change === 'Editorial') return [];
  const [half, most] = [dayOfShare(members, 0.5), dayOfShare(members, 0.9)];
  const steps = [
    half && `half of them by ${dayInWords(half)}`,
    most && `nine in ten by ${dayInWords(most)}`,
  ].filter(Boolean);
  const end = acceptedAtEnd(members);
  return [
    `Of the ${counted(members.length, 'member')} who are asked, ${number(end)} (${percent(end, members.length)}) will have accepted when it ends on ${dayInWords(last)}${steps.length > 0 ? `: ${steps.join(', ')}` : ''}.`,
  ];
}

function lapsedInWords({ members }: Figures): string {
  const lapsed = members.filter(({ hasLapsed }) => hasLapsed).length;
  const declined = members.filter(({ standing }) => standing === 'Declined').length;
  const no = declined > 0 ? ` ${counted(declined, 'member')} will have declined.` : '';
  return `${lapsed === 0 ? 'Nobody' : counted(lapsed, 'member')} will have let the day pass without an answer.${no}`;
}

function staffInWords({ days }: Figures): string {
  const tasks = days.flatMap(({ tasks }) => tasks);
  if (tasks.length === 0)
    return 'Beside reports, questions and pictures, staff will have nothing to do by hand.';
  const busiest = days.reduce((most, day) => (day.tasks.length > most.tasks.length ? day : most));
  const reasons = [...grouped(tasks, reasonOf)].sort((a, b) => b[1].length - a[1].length);
  const list = reasons.slice(0, 4).map(([reason, all]) => `“${reason}” ${number(all.length)}`);
  const working = days.filter(({ tasks }) => tasks.length > 0);
  const first = working[0]?.day ?? '';
  const most =
    busiest.tasks.length > 1 ? `, the most (${busiest.tasks.length}) on ${dayInWords(busiest.day)}` : '';
  return `Beside reports, questions and pictures, staff will have ${counted(tasks.length, 'thing')} to do by hand on ${counted(working.length, 'day')}: the first on ${dayInWords(first)}${most}. ${list.join(', ')}.`;
}

/** Lines about one member each count under their reason, problems as what they are. */
const reasonOf = ({ memberId, what }: Task): string => (memberId === '' ? 'Problems' : what);
