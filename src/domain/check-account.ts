// What Google's documentation leaves open and a script can find out for this account. One more, about promises, only the page can.

import { type Finding, finding } from './check-findings.ts';
import type { LocalDateTime } from './entries.ts';

/** A question that Google leaves open. */
export type Question =
  | 'forms born published'
  | 'lock taken twice'
  | 'edited answers'
  | 'limits without a number'
  | 'hours over a clock change'
  | 'code from text'
  | 'mails a day'
  | 'how long things take'
  | 'number after an edit';

export interface AccountFacts {
  /** Whether a form made without a word about it was published; undefined when that could not be tried. */
  bornPublished: boolean | undefined;
  /** Whether a second hold of the lock in one run waits for the first. */
  lockWaits: boolean | undefined;
  codeFromText: boolean;
  /** Mails still allowed today, and those that the system sent in the day before. */
  mailsLeft: number | undefined;
  mailsSent: number;
  /** Milliseconds to open a form. */
  openMs: number | undefined;
  /** Characters of a personal link. */
  linkLength: number | undefined;
  nights: readonly Night[];
}

/** When the night's work ran last under an offset of the clock, such as `-06:00`. */
export interface Night {
  offset: string;
  ran: LocalDateTime;
}

/** Answers to all, in their order; the one about promises is found out by the page. */
export function answersOf(facts: AccountFacts): Finding[] {
  const answer = (question: Question, ...about: (string | number)[]) =>
    finding('answered', question, ...about);
  const open = (question: Question) => finding('not by a script', question);
  const { bornPublished, lockWaits, mailsLeft, openMs, linkLength, nights } = facts;
  const yes = (is: boolean) => (is ? 'yes' : 'no');
  const [last, before] = [...nights].sort((a, b) => (a.ran < b.ran ? 1 : -1));
  return [
    bornPublished === undefined
      ? open('forms born published')
      : answer('forms born published', yes(bornPublished)),
    lockWaits === undefined ? open('lock taken twice') : answer('lock taken twice', yes(lockWaits)),
    open('edited answers'),
    linkLength === undefined
      ? open('limits without a number')
      : answer('limits without a number', linkLength),
    last && before
      ? answer('hours over a clock change', before.ran.slice(11, 16), last.ran.slice(11, 16))
      : open('hours over a clock change'),
    answer('code from text', yes(facts.codeFromText)),
    mailsLeft === undefined ? open('mails a day') : answer('mails a day', mailsLeft, facts.mailsSent),
    openMs === undefined ? open('how long things take') : answer('how long things take', openMs),
    open('number after an edit'),
  ];
}

/** The nights with this one noted: one for each offset, the two latest. */
export function withNight(nights: readonly Night[], { offset, ran }: Night): Night[] {
  const others = nights.filter((night) => night.offset !== offset);
  return [{ offset, ran }, ...others].slice(0, 2);
}

const LINE = /^([+-]\d\d:\d\d) (\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)$/;

/** As State keeps them. */
export const nightsAsText = (nights: readonly Night[]): string =>
  nights.map(({ offset, ran }) => `${offset} ${ran}`).join('; ');

export function readNights(text: string): Night[] {
  return text.split('; ').flatMap((part) => {
    const [, offset, ran] = LINE.exec(part) ?? [];
    return offset && ran ? [{ offset, ran }] : [];
  });
}
