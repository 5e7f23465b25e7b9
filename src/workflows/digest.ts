// Gathers what the daily mail to staff tells.

import type { DigestFacts } from '../content/staff-mails.ts';
import { addDays, startOf } from '../domain/calendar.ts';
import { type Acceptance, type LocalDate, type LocalDateTime, STANDINGS } from '../domain/entries.ts';
import { waitingToMatch } from '../domain/matching.ts';
import { recall } from '../registers/state.ts';
import { ALL_ASKED } from './asking.ts';
import type { Desk } from './desk.ts';
import { dueTakedowns } from './due-takedowns.ts';
import { answerToMatch, openProblems } from './open-problems.ts';

/** What came in from the day of the last digest until the day before `date`, and what waits for staff. */
export function digestFacts(desk: Desk, date: LocalDate): DigestFacts {
  const { acceptances, mailLog, followUps, state } = desk.tables;
  const earlier = mailLog.entries.filter(
    ({ kind, reference, state }) => kind === 'Daily digest' && state !== 'Failed' && reference < date,
  );
  const since =
    earlier
      .map(({ reference }) => reference)
      .sort()
      .pop() ?? addDays(date, -1);
  const isNew = ({ received }: Acceptance) =>
    received !== null && received >= startOf(since) && received < startOf(date);
  const answers = acceptances.entries.filter(isNew);
  const counted = answers.filter(({ confirmedBy }) => confirmedBy !== 'Unconfirmed');
  const open = openProblems(desk).map(({ row, kind }) => ({ ...row.entry, kind }));
  const unmatched = waitingToMatch(acceptances.entries, mailLog.entries);
  const [allAsked = '', version = '', members = ''] = recall(state, ALL_ASKED).split(' ');
  return {
    accepted: counted.filter(({ answer }) => answer === 'Accepted'),
    declined: counted.filter(({ answer }) => answer === 'Declined'),
    unconfirmed: answers.filter(
      (answer) => answer.confirmedBy === 'Unconfirmed' && !unmatched.includes(answer),
    ),
    // Staff may have ticked that nobody knows who sent it.
    toMatch: open
      .filter(({ kind }) => kind === 'answer to match')
      .map((problem) => answerToMatch(desk, problem).row?.entry ?? problem),
    problems: open.filter(({ kind }) => kind !== 'answer to match' && kind !== 'request to match'),
    followUps: followUps.entries.filter(({ done }) => !done),
    standings: STANDINGS.map((standing) => {
      const count = desk.tables.members.entries.filter((member) => member.standing === standing).length;
      return [standing, count] as const;
    }),
    allAsked: allAsked >= since && allAsked < date ? { version, members } : null,
    pictures: pictureFacts(desk, startOf(since), startOf(date)),
    link: desk.linkTo('today'),
  };
}

/** Requests about pictures that came, those that wait for staff, and what is to be taken down soon. */
function pictureFacts(desk: Desk, from: LocalDateTime, until: LocalDateTime): DigestFacts['pictures'] {
  const requests = desk.tables.optOuts.entries.filter(({ id }) => id !== '');
  return {
    requests: requests.filter(({ received }) => received !== null && received >= from && received < until),
    toMatch: requests.filter(({ status }) => status === 'To match'),
    takedowns: dueTakedowns(desk).map(({ line }) => line),
  };
}

/** Whether there is something to tell: answers not told one by one, or something that waits for staff. */
export function digestIsDue(desk: Desk): boolean {
  const known = digestFacts(desk, desk.today);
  const told = desk.tables.mailLog.entries.some(
    ({ kind, reference, state }) => kind === 'Daily digest' && state !== 'Failed' && reference === desk.today,
  );
  const news = desk.settings.notices === 'Daily digest' ? known.accepted.length + known.declined.length : 0;
  const newFollowUps = known.followUps.filter(({ since }) => since === desk.today).length;
  const waiting = known.toMatch.length + known.pictures.toMatch.length;
  if (known.allAsked && !told) return true;
  return !told && news + waiting + known.problems.length + newFollowUps > 0;
}
