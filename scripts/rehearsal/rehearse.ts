// Lives through the days of a rehearsal: members answer, staff work, the clock's runs come; and notes each day.

import { addDays, instantOf, startOf } from '../../src/domain/calendar.ts';
import { lastUpdateOf } from '../../src/domain/code-text.ts';
import { type LocalDate, type Member, STANDINGS, type Standing } from '../../src/domain/entries.ts';
import { askDesk } from '../demonstration/prepare.ts';
import { RehearsalClock } from './clock.ts';
import { answerTo, type Habit, unaskedToday } from './habits.ts';
import { answerCode, confirmOptOut, sendUnasked } from './members.ts';
import { entriesOf, type RehearsedDesk, settingsOf, todayOf } from './rehearsed-desk.ts';
import { doWhatIsAsked } from './staff.ts';

const DAY = 86_400_000;
const HOUR = 3_600_000;
const MINUTE = 60_000;
/** Staff publish in the morning, after the runs of the night. */
const PUBLISHED_AT = 9;
/** Staff do what the mails of the morning ask of them. */
const WORKED_AT = 11;
const NOON = 12;
/** Answers come in together, once a day: whether one trigger takes up one or ten changes no figure. */
const TOGETHER = DAY;
/** At four or five in the morning in St. Louis, before anybody is asked. */
const COME_IN = 10 * HOUR;

export interface Wish {
  readonly days: number;
  readonly habit: Habit;
  readonly publish?: Publishing;
  /** Gives numbers from 0 up to 1. */
  readonly random: () => number;
  /** Told after each day. */
  readonly progress?: (day: LocalDate, number: number) => void;
}

export interface Publishing {
  readonly on: LocalDate;
  /** The new text; the present one when it is left out. */
  readonly text?: string;
  readonly change: 'Material' | 'Editorial';
}

/** How a day ended. */
export interface DayEnd {
  readonly day: LocalDate;
  readonly standings: Readonly<Record<Standing, number>>;
  /** Active members, and those of them who have accepted the version in force. */
  readonly active: number;
  readonly accepted: number;
}

/** Something that will happen, at a moment in milliseconds since 1970. */
interface Happening {
  readonly at: number;
  readonly happens: () => void;
}

/**
 * The days begin with the midnight that comes next.
 * @throws Error in plain words, when the text cannot be published
 */
export function rehearse(desk: RehearsedDesk, wish: Wish): DayEnd[] {
  const clock = new RehearsalClock(desk);
  const { habit, random, publish, days, progress } = wish;
  const first = addDays(todayOf(desk), 1);
  const waiting: Happening[] = [];
  const willAnswer = new Set<string>();
  let seen = new Map<string, Member>();
  clock.advanceTo(instantOf(startOf(first)));
  const ends: DayEnd[] = [];
  consider(entriesOf(desk, 'members'));
  for (let number = 0; number < days; number++) {
    const day = addDays(first, number);
    const midnight = instantOf(startOf(day));
    const nextMidnight = instantOf(startOf(addDays(day, 1)));
    if (publish?.on === day)
      waiting.push({ at: midnight + PUBLISHED_AT * HOUR, happens: () => publishCode(desk, publish) });
    waiting.push({ at: midnight + WORKED_AT * HOUR, happens: staffWork });
    for (const what of unaskedToday(seen.size, random)) {
      const member = [...seen.values()][Math.floor(random() * seen.size)] as Member;
      waiting.push({ at: midnight + random() * DAY, happens: () => sendUnasked(desk, what, member) });
      const confirms = () => confirmOptOut(desk, member);
      if (what === 'optOut') waiting.push({ at: midnight + (1 + random()) * DAY, happens: confirms });
    }
    const mails = mailsOf(desk);
    liveUntil(midnight + NOON * HOUR);
    if (mailsOf(desk) !== mails) consider(entriesOf(desk, 'members'));
    liveUntil(nextMidnight);
    const members = entriesOf(desk, 'members');
    consider(members);
    ends.push(endOf(day, members));
    progress?.(day, number + 1);
  }
  return ends;

  /** One thing after the other, as people do, each in a minute. */
  function staffWork(): void {
    doWhatIsAsked(desk, () => {
      clock.takeUp();
      clock.advanceTo(desk.workspace.now() + MINUTE);
    });
  }

  function liveUntil(moment: number): void {
    for (;;) {
      waiting.sort((a, b) => a.at - b.at);
      const next = waiting[0];
      if (!next || next.at >= moment) break;
      clock.advanceTo(next.at);
      for (; waiting[0]?.at === next.at; waiting.shift()) waiting[0].happens();
      clock.takeUp();
    }
    clock.advanceTo(moment);
  }

  /** Whoever was asked since last time makes up her mind. */
  function consider(members: readonly Member[]): void {
    for (const member of members) {
      const before = seen.get(member.id);
      const wasAsked = member.lastAsked !== null && before?.lastAsked !== member.lastAsked;
      if (!wasAsked || member.status !== 'Active' || willAnswer.has(member.id) || isAnswered(member))
        continue;
      const mail = before?.askedFor === member.askedFor ? 'reminder' : 'first';
      const answer = answerTo(mail, habit, random);
      if (!answer) continue;
      willAnswer.add(member.id);
      const now = desk.workspace.now();
      const happens = () => answers(member, answer.declines);
      waiting.push({ at: comesIn(now + answer.after * DAY, now), happens });
    }
    seen = new Map(members.filter(({ id }) => id !== '').map((member) => [member.id, member]));
  }

  function answers(member: Member, declines: boolean): void {
    willAnswer.delete(member.id);
    answerCode(desk, member, declines);
  }
}

/** The moment at which answers come in that is nearest to `at`, but has not passed yet. */
function comesIn(at: number, now: number): number {
  const nearest = Math.round((at - COME_IN) / TOGETHER) * TOGETHER + COME_IN;
  return nearest < now ? nearest + TOGETHER : nearest;
}

const mailsOf = ({ workspace }: RehearsedDesk): number => workspace.gmail.mailboxes.count(workspace.owner);

/** Whether she has answered since she was asked. */
const isAnswered = ({ standing, acceptedOn, lastAsked }: Member): boolean =>
  standing === 'Declined' || (acceptedOn !== null && lastAsked !== null && acceptedOn >= lastAsked);

/** Standings in which the version in force is accepted. */
export const ACCEPTED: readonly (Standing | null)[] = ['Current', 'Due soon', 'Due', 'Overdue'];

function endOf(day: LocalDate, members: readonly Member[]): DayEnd {
  const standings = Object.fromEntries(STANDINGS.map((standing) => [standing, 0])) as Record<
    Standing,
    number
  >;
  for (const { standing } of members) if (standing) standings[standing]++;
  const active = members.filter(({ status }) => status === 'Active').length;
  return {
    day,
    standings,
    active,
    accepted: members.filter(({ standing }) => ACCEPTED.includes(standing)).length,
  };
}

/** Staff write the text into the document, look at what publishing would bring, and press the button. */
export function publishCode(desk: RehearsedDesk, { on, text, change }: Publishing): void {
  const { workspace, scriptId } = desk;
  const { codeDocument: documentId } = settingsOf(desk);
  const [year, month, day] = on.split('-').map(Number);
  const words = text ?? workspace.docs.text(documentId);
  const dated = words.replace(/^(\s*last updated?\s*:\s*)\S.*$/im, `$1${month}/${day}/${year}`);
  if (!lastUpdateOf(dated))
    throw new Error('The text of the Code has no line “Last Update: …”. Please add one at its end.');
  workspace.docs.userEdit(workspace.owner, documentId, dated.trimEnd());
  askDesk(workspace, scriptId, 'readPublishing', {});
  askDesk(workspace, scriptId, 'publishVersion', { version: on, editorial: change === 'Editorial', why: '' });
}
