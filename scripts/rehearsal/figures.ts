// Works out from the registers what happened in a rehearsal: mails by day, who was asked when, what staff had to do.

import { dateOf, localTime } from '../../src/domain/calendar.ts';
import type { LocalDate, Mail, MailKind, Standing } from '../../src/domain/entries.ts';
import { isAsking, ordinaryPerDay } from '../../src/domain/outbox.ts';
import { ACCEPTED, type DayEnd, type Publishing } from './rehearse.ts';
import { entriesOf, type RehearsedDesk, settingsOf } from './rehearsed-desk.ts';

export interface DayFigures extends DayEnd {
  /** Mails that left on this day; they are all of them together. */
  readonly mails: number;
  /** Mails that ask members for their answer. */
  readonly asking: number;
  /** Mails that answer members. */
  readonly answering: number;
  /** Mails to staff, also those about cases. */
  readonly staff: number;
  readonly tasks: readonly Task[];
}

/** Something that staff have to do. */
export interface Task {
  readonly day: LocalDate;
  readonly what: string;
  readonly whatToDo: string;
  /** Whom it is about; empty when it is about nobody. */
  readonly memberId: string;
}

export interface MemberFigures {
  readonly id: string;
  readonly name: string;
  readonly asked: readonly { readonly day: LocalDate; readonly kind: MailKind }[];
  /** Her answer in the time of the rehearsal. */
  readonly answered: { readonly day: LocalDate; readonly answer: string } | null;
  /** When she first accepted what is rehearsed: the version that is published, or else any. */
  readonly firstAccepted: LocalDate | null;
  readonly standing: Standing | null;
  /** Her day has passed without an answer. */
  readonly hasLapsed: boolean;
}

export interface Figures {
  readonly days: readonly DayFigures[];
  readonly members: readonly MemberFigures[];
  /** Mails that may leave in 24 hours, apart from urgent ones about safety. */
  readonly budget: number;
  readonly problems: readonly Task[];
  /** Members who were asked about the version that was published. */
  readonly askedAnew: readonly MemberFigures[];
  /** Mails that had not left when it ended. */
  readonly inLine: number;
}

export function figuresOf(
  desk: RehearsedDesk,
  ends: readonly DayEnd[],
  publish: Publishing | undefined,
): Figures {
  const first = ends[0]?.day ?? '';
  const last = ends[ends.length - 1]?.day ?? '';
  const isInside = (day: LocalDate | null): day is LocalDate => day !== null && day >= first && day <= last;
  const log = entriesOf(desk, 'mailLog');
  const sent = log.filter(({ state, sent }) => state === 'Sent' && sent !== null && isInside(dateOf(sent)));
  const byDay = grouped(sent, ({ sent }) => dateOf(sent ?? ''));
  const all = sentByDay(desk);
  const problems = entriesOf(desk, 'problems')
    .filter(({ when }) => when !== null && isInside(dateOf(when)))
    .map(({ when, what, whatToDo }) => ({ day: dateOf(when ?? ''), what, whatToDo, memberId: '' }));
  const followUps = entriesOf(desk, 'followUps')
    .filter(({ since }) => isInside(since))
    .map(({ since, reason, whatToDo, memberId }) => ({
      day: since ?? '',
      what: reason ?? '',
      whatToDo,
      memberId,
    }));
  const tasks = grouped([...problems, ...followUps], ({ day }) => day);
  const days = ends.map((end) => {
    const mails = byDay.get(end.day) ?? [];
    const total = all.get(end.day) ?? 0;
    const asking = mails.filter(isAsking).length;
    const answering = mails.filter(
      (mail) => !isAsking(mail) && mail.memberId !== '' && !isForStaff(mail),
    ).length;
    return {
      ...end,
      mails: total,
      asking,
      answering,
      staff: total - asking - answering,
      tasks: tasks.get(end.day) ?? [],
    };
  });
  const members = membersOf(desk, sent, isInside, last, publish?.on);
  const asksOfVersion = new Set(
    sent
      .filter(
        ({ kind, reference }) =>
          (kind === 'Invitation' || kind === 'New version') && reference === publish?.on,
      )
      .map(({ memberId }) => memberId),
  );
  const { mailsPerDay: perDay, safetyReserve: reserve } = settingsOf(desk);
  return {
    days,
    members,
    budget: ordinaryPerDay({ paused: false, perDay, reserve }),
    problems,
    askedAnew: members.filter(({ id }) => asksOfVersion.has(id)),
    inLine: log.filter(({ state }) => state === 'Queued' || state === 'Sending').length,
  };
}

const isForStaff = ({ kind }: Mail): boolean => /^Notice|^Daily|^Takedowns due|^Trial/.test(kind ?? '');

/** All mails that left the organisation's account, also those about cases, by day. */
function sentByDay({ workspace }: RehearsedDesk): Map<LocalDate, number> {
  const { mailboxes } = workspace.gmail;
  const count = new Map<LocalDate, number>();
  for (let place = 0; place < mailboxes.count(workspace.owner); place++) {
    const mail = mailboxes.at(workspace.owner, place);
    if (!mail?.labelIds.includes('SENT')) continue;
    const day = dateOf(localTime(mail.internalDate));
    count.set(day, (count.get(day) ?? 0) + 1);
  }
  return count;
}

function membersOf(
  desk: RehearsedDesk,
  sent: readonly Mail[],
  isInside: (day: LocalDate | null) => boolean,
  last: LocalDate,
  version: string | undefined,
): MemberFigures[] {
  const asks = grouped(sent.filter(isAsking), ({ memberId }) => memberId);
  const answers = entriesOf(desk, 'acceptances').filter(
    ({ confirmedBy, received }) => confirmedBy !== 'Unconfirmed' && received && isInside(dateOf(received)),
  );
  const answerOf = new Map(answers.map((answer) => [answer.memberId, answer]));
  const yes = grouped(
    answers.filter((one) => one.answer === 'Accepted' && (!version || one.version === version)),
    ({ memberId }) => memberId,
  );
  return entriesOf(desk, 'members').map(({ id, name, standing, nextDue }) => {
    const answer = answerOf.get(id);
    const isOpen = standing === 'Never accepted' || standing === 'New version to accept';
    return {
      id,
      name,
      asked: (asks.get(id) ?? []).map(({ sent, kind }) => ({
        day: dateOf(sent ?? ''),
        kind: kind as MailKind,
      })),
      answered: answer ? { day: dateOf(answer.received ?? ''), answer: answer.answer ?? '' } : null,
      firstAccepted: (yes.get(id) ?? []).map(({ received }) => dateOf(received ?? '')).sort()[0] ?? null,
      standing,
      hasLapsed: standing === 'Overdue' || (isOpen && nextDue !== null && nextDue < last),
    };
  });
}

/** The day on which so great a part of these members had accepted; null when it never came to that. */
export function dayOfShare(members: readonly MemberFigures[], share: number): LocalDate | null {
  const days = members.flatMap(({ firstAccepted }) => firstAccepted ?? []).sort();
  return days[Math.ceil(members.length * share) - 1] ?? null;
}

/** How many of these had accepted when it ended. */
export const acceptedAtEnd = (members: readonly MemberFigures[]): number =>
  members.filter(({ standing }) => ACCEPTED.includes(standing)).length;

/** Things by what they have in common, in the order in which it was met first. */
export function grouped<T>(all: readonly T[], keyOf: (one: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    const group = groups.get(keyOf(one));
    if (group) group.push(one);
    else groups.set(keyOf(one), [one]);
  }
  return groups;
}
