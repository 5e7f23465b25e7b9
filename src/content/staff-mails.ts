// The mails to the program's own address.

import type { Acceptance, FollowUp, Problem, Standing } from '../domain/entries.ts';
import type { OptOut, Takedown } from '../domain/image-entries.ts';
import { shorten } from '../domain/text.ts';
import { inWords, timeInWords } from './dates.ts';
import { takedownLine } from './image-words.ts';
import { type Block, button, facts, heading, list, type MailWords, paragraph, title } from './mail-words.ts';

/** What a notice tells about an answer. */
export interface NoticeFacts {
  acceptance: Acceptance;
  /** Her name as the roster has it; empty when nobody knows who answered. */
  memberName: string;
  standing: Standing | null;
  /** Address of the register's tab. */
  link: string;
}

/** Characters of a remark that a mail shows. */
const REMARK_LIMIT = 2000;
const wholeRemark = (id: string) => `… (shortened; the whole remark stands in Acceptances, in the row ${id})`;

const aboutAnswer = ({ acceptance, memberName, standing }: NoticeFacts): Block =>
  facts([
    ['Member', memberName === '' ? '' : `${memberName} (${acceptance.memberId})`],
    ['Name in the form', acceptance.name],
    ['Address in the form', acceptance.email],
    ['Takes part as', acceptance.role ?? ''],
    ['Received', timeInWords(acceptance.received)],
    ['Version of the Code', inWords(acceptance.version || null)],
    ['Confirmed by', acceptance.confirmedBy ?? ''],
    ['Standing now', standing ?? ''],
    ['Remark', shorten(acceptance.remark, REMARK_LIMIT, wholeRemark(acceptance.id))],
    ['Number', acceptance.id],
  ]);

export function noticeOfAcceptance(known: NoticeFacts): MailWords {
  const who = known.memberName || known.acceptance.name;
  return {
    subject: `Accepted the Code of Conduct: ${who}`,
    preview: 'For your information. Nothing to do.',
    blocks: [
      title('A member accepted the Code'),
      paragraph('For your information. There is nothing to do.'),
      aboutAnswer(known),
      button('Open Acceptances', known.link),
    ],
  };
}

export function noticeOfRefusal(known: NoticeFacts): MailWords {
  const who = known.memberName || known.acceptance.name;
  return {
    subject: `Does not accept the Code of Conduct: ${who}`,
    preview: 'Please write to her. She was told that somebody would.',
    blocks: [
      title('A member does not accept the Code'),
      paragraph(
        'Please write to her. She was told that someone from the program would. What she told us stands under Remark.',
      ),
      aboutAnswer(known),
      button('Open Acceptances', known.link),
    ],
  };
}

export function noticeToMatch(known: NoticeFacts): MailWords {
  return {
    subject: `Please match an answer to a member: ${known.acceptance.id}`,
    preview: 'We could not tell who sent it.',
    blocks: [
      title('Who sent this answer?'),
      paragraph(
        'An answer to the Code of Conduct came in, and the system cannot tell for certain which member sent it. No mail went to the address in the form. If you know her, choose “Code of Conduct → Match a response…” in the Registers spreadsheet. If not, you can leave it.',
      ),
      aboutAnswer(known),
      button('Open Acceptances', known.link),
    ],
  };
}

/** A new version was noticed in the document and waits. */
export function noticeOfNewVersion(known: {
  version: string;
  planned: string | null;
  changed: readonly string[];
  link: string;
}): MailWords {
  return {
    subject: `A new version of the Code of Conduct waits: ${inWords(known.version)}`,
    preview: 'It is published by itself unless you stop it.',
    blocks: [
      title('A new version of the Code'),
      paragraph(
        `The document has a new “Last Update”: ${inWords(known.version)}. It is published by itself on ${timeInWords(known.planned)}. Then every active member is asked to accept it.`,
      ),
      paragraph(
        'To look at it first, to say in one sentence why it changed, to mark it as editorial (then nobody is asked again), to publish it now or to stop it, choose “Code of Conduct → The Code → Publish a new version…”.',
      ),
      ...part('What changed', [...known.changed]),
      button('Open Code versions', known.link),
    ],
  };
}

export interface DigestFacts {
  /** The answers since the last digest. */
  accepted: Acceptance[];
  declined: Acceptance[];
  unconfirmed: Acceptance[];
  /** Answers that wait to be matched, however old; of those whose row is settled, what the problem says. */
  toMatch: (Acceptance | Problem)[];
  problems: Problem[];
  followUps: FollowUp[];
  standings: readonly (readonly [standing: Standing, members: number])[];
  pictures: {
    /** The requests since the last digest. */
    requests: OptOut[];
    /** Those that wait to be matched, however old. */
    toMatch: OptOut[];
    /** What is to be taken down soon, or should be down already. */
    takedowns: Takedown[];
  };
  /** When the last member was asked about a version since the last digest. */
  allAsked: { version: string; members: string } | null;
  link: string;
}

const requestLine = ({ id, name, kind, memberId, email, received }: OptOut) =>
  `${id}: ${name} (${memberId || email}), ${kind ?? 'Both'}, ${inWords(received)}`;
const answerLine = (answer: Acceptance) =>
  `${answer.name} (${answer.memberId || answer.email}), ${inWords(answer.received)}`;

function part(headline: string, lines: string[]): Block[] {
  const most = 40;
  const shown = lines.length > most ? [...lines.slice(0, most), `… and ${lines.length - most} more`] : lines;
  return lines.length === 0 ? [] : [heading(`${headline}: ${lines.length}`), list(shown)];
}

export function dailyDigest(date: string, known: DigestFacts): MailWords {
  const { pictures } = known;
  const waiting =
    known.toMatch.length + pictures.toMatch.length + known.problems.length + known.followUps.length;
  return {
    subject: `Code of Conduct, ${inWords(date)}: ${waiting === 0 ? 'nothing waits for you' : `${waiting} waiting for you`}`,
    preview: `${known.accepted.length} accepted, ${known.declined.length} declined.`,
    blocks: [
      title(`The Code of Conduct desk on ${inWords(date)}`),
      ...(known.allAsked
        ? [
            paragraph(
              `All mails about the version of ${inWords(known.allAsked.version)} are out. Members asked: ${known.allAsked.members}.`,
            ),
          ]
        : []),
      ...part(
        'Problems to look at',
        known.problems.map((problem) => `${problem.what} ${problem.whatToDo}`),
      ),
      ...part(
        'Answers to match to a member',
        known.toMatch.map((one) => ('what' in one ? one.what : answerLine(one))),
      ),
      ...part('Requests about pictures to match to a member', pictures.toMatch.map(requestLine)),
      ...part(
        'Pictures to take down',
        pictures.takedowns.map((line) => takedownLine(line, date)),
      ),
      ...part('Requests about pictures', pictures.requests.map(requestLine)),
      ...part(
        'Members to look after (Follow-up)',
        known.followUps.map(({ name, reason, since }) => `${name}: ${reason}, since ${inWords(since)}`),
      ),
      ...part('Do not accept the Code', known.declined.map(answerLine)),
      ...part('Accepted the Code', known.accepted.map(answerLine)),
      ...part('Were sent a link to confirm their answer', known.unconfirmed.map(answerLine)),
      heading('Where members stand'),
      facts(known.standings.map(([standing, members]) => [standing, String(members)] as const)),
      button('Open the Registers', known.link),
    ],
  };
}

/** Goes to the account of the automatic work itself, and into the bin as soon as it is sent. */
export const trialMail = (): MailWords => ({
  subject: 'Trial run: mail goes out',
  preview: 'For your information. Nothing to do.',
  blocks: [
    title('Mail goes out'),
    paragraph(
      'Somebody chose “Check set-up…”, and this mail shows that mail goes out. There is nothing to do.',
    ),
  ],
});
