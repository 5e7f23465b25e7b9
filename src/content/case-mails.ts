// The mails about cases: a number and a link, never a name or a story. These functions are not even given them.

import type { CaseDuty } from '../domain/case-deadlines.ts';
import type { Urgency } from '../domain/case-entries.ts';
import type { LocalDate } from '../domain/entries.ts';
import { once } from '../domain/once.ts';
import { oneLine, shorten } from '../domain/text.ts';
import { ROUTES } from './case-choices.ts';
import { inWords } from './dates.ts';
import { type Block, button, facts, heading, list, type MailWords, paragraph, title } from './mail-words.ts';
import { greeting } from './member-mails.ts';

// To those who handle cases

/** All that a notice to staff may know. */
export interface CaseNoticeFacts {
  number: string;
  /** Where it stands in the Cases spreadsheet; only those can open it with whom it is shared. */
  link: string;
}

const confidential = () =>
  paragraph(
    'This email has no details on purpose. Please do not forward it, and do not write about the matter by email.',
  );
const openButton = ({ number, link }: CaseNoticeFacts) => button(`Open ${number}`, link);

/** To the contact address: a report is there. */
export function noticeOfReport(
  known: CaseNoticeFacts & { urgency: Urgency | null; acknowledgeBy: LocalDate | null },
): MailWords {
  const { number, urgency, acknowledgeBy } = known;
  const isUrgent = urgency === 'Urgent';
  return {
    subject: `${isUrgent ? 'Urgent: ' : ''}${number} is new in Cases`,
    preview: isUrgent ? 'Please make sure that somebody looks at it now.' : 'Please look at it in time.',
    blocks: [
      title(`${number} is new in Cases`),
      paragraph(
        isUrgent
          ? 'It is urgent. The safety contacts were written to as well. Please make sure that one of you looks at it now.'
          : 'Please look at it, and set “Status” to “Acknowledged”, so that the others know.',
      ),
      facts([
        ['Number', number],
        ['Urgency', urgency ?? ''],
        ['Please acknowledge by', inWords(acknowledgeBy)],
      ]),
      openButton(known),
      confidential(),
    ],
  };
}

/** To each safety contact, before every other mail. */
export function urgentReport(known: CaseNoticeFacts & { waiting?: number }): MailWords {
  const { number, waiting = 1 } = known;
  const isOne = waiting === 1;
  return {
    subject: isOne
      ? `Urgent: please look at ${number} now`
      : `Urgent: ${waiting} reports wait, please look now`,
    preview: 'Somebody may be in danger.',
    blocks: [
      title(isOne ? `Please look at ${number} now` : `${waiting} reports wait, please look now`),
      ...(isOne ? [] : [paragraph(`This email tells of ${waiting} reports. The newest is ${number}.`)]),
      paragraph('Somebody wrote to us about a matter of safety. Somebody may be in danger.'),
      openButton(known),
      heading('What to do now'),
      list([
        'Open it and read it.',
        'If anyone is in danger now, call 911.',
        'Set “Status” to “Acknowledged”, so that the others know that you are looking after it.',
        'Decide whether the police must be told. Write your decision, and why, into “Police: decision” and “Police: details”.',
        'If you cannot do this now, call another safety contact. Please do not wait for an email.',
      ]),
      confidential(),
    ],
  };
}

export function noticeOfAddition(known: CaseNoticeFacts): MailWords {
  return {
    subject: `Something was added to ${known.number}`,
    preview: 'Please read it.',
    blocks: [
      title(`Something was added to ${known.number}`),
      paragraph(
        'Somebody who wrote to us has added something. Please read what is new: it stands in the Case log.',
      ),
      openButton(known),
      confidential(),
    ],
  };
}

export function noticeOfQuestion(known: CaseNoticeFacts & { answerBy: LocalDate | null }): MailWords {
  const { number, answerBy } = known;
  return {
    subject: `Question ${number} waits for an answer`,
    preview: 'A draft of a reply is ready.',
    blocks: [
      title(`Question ${number}`),
      paragraph(
        'Somebody asked a question or shared a concern. A reply to begin with stands in “Draft of a reply”. Please change it as you like, and send it from your own mailbox.',
      ),
      facts([['Please answer by', inWords(answerBy)]]),
      openButton(known),
      confidential(),
    ],
  };
}

/** What a case or a question waits for. */
const WAITS_FOR: Record<CaseDuty | 'question', string> = {
  acknowledge: 'please acknowledge it',
  'law decision': 'please decide about the police',
  'next step': 'please take the next step',
  answer: 'please come to an end and tell her',
  question: 'please answer the question',
  'confirm erasure': 'please tick “Erase”, or give it a later day',
};
export type WaitsFor = keyof typeof WAITS_FOR;

export interface DueCase {
  number: string;
  waitsFor: WaitsFor;
  since: LocalDate;
}

/** What is late or due today, in numbers only. */
export function casesDue(known: { due: readonly DueCase[]; link: string }): MailWords {
  const { due, link } = known;
  const lines = due.map(
    ({ number, waitsFor, since }) => `${number}: ${WAITS_FOR[waitsFor]} (due ${inWords(since)})`,
  );
  return {
    subject: due.length === 1 ? 'One deadline in Cases' : `${due.length} deadlines in Cases`,
    preview: 'What waits for you.',
    blocks: [title('What waits in Cases'), list(lines), button('Open Cases', link), confidential()],
  };
}

/** The Cases spreadsheet is open to somebody who is no handler, or closed to somebody who is. */
export function sharingAlert(known: {
  /** Addresses with whom it is shared although they do not handle cases. */
  strangers: readonly string[];
  /** Handlers with whom it is not shared. */
  missing: readonly string[];
  /** Whether everybody who has its address, or a whole organisation, can open it. */
  openToAll: boolean;
  link: string;
}): MailWords {
  const { strangers, missing, openToAll, link } = known;
  const part = (words: string, addresses: readonly string[]): Block[] =>
    addresses.length === 0 ? [] : [heading(words), list([...addresses])];
  return {
    subject: 'Please look at the sharing of the Cases spreadsheet',
    preview: 'It is not shared as it should be.',
    blocks: [
      title('The sharing of Cases'),
      paragraph(
        'The Cases spreadsheet is not shared as its Settings say. Please open it, choose Share, and put it right. If somebody should handle cases, write her address into “Handlers” in its Settings.',
      ),
      ...(openToAll
        ? [
            paragraph(
              'Everybody who has its address can open it. Under “General access”, please choose “Restricted”.',
            ),
          ]
        : []),
      ...part('Can open it, but does not handle cases', strangers),
      ...part('Handles cases, but cannot open it', missing),
      button('Open Cases', link),
    ],
  };
}

// To the person who wrote. Whoever sees her mailbox should learn nothing from these.

/** All that a mail to her may know. */
export interface ReporterFacts {
  number: string;
  programme: string;
  contact: string;
  /** The subject line that she asked for; empty for the neutral one. */
  ownSubject: string;
}

export const neutralSubject = (programme: string) => `A note from ${programme}`;

const SUBJECT_LIMIT = 60;
const MOST_WORDS = 6;
const link = once(() => /:\/\/|@|^www\.|[\p{L}\d-]\.\p{L}{2,}/iu);

/** A few words of her own, without links and digits, so that nobody can use the form to send messages to others. */
function subjectOf({ ownSubject, programme }: ReporterFacts): string {
  const own = oneLine(ownSubject)
    .split(' ')
    .filter((part) => !link().test(part) && !/\p{N}/u.test(part))
    .slice(0, MOST_WORDS)
    .join(' ');
  return shorten(own, SUBJECT_LIMIT, '…') || neutralSubject(programme);
}

function toReporter(
  known: ReporterFacts,
  words: { preview: string; title: string; lines: string[] },
): MailWords {
  return {
    subject: subjectOf(known),
    preview: words.preview,
    blocks: [title(words.title), greeting(''), ...words.lines.map(paragraph)],
  };
}

const notYou = () => 'If you did not write to us, you need to do nothing.';
const replying = ({ contact }: ReporterFacts) =>
  `You can also reply to this email, or write to ${contact}. Your number is enough. Please keep in mind that others may see an email.`;

export function reportReceived(
  known: ReporterFacts & {
    acknowledgeBy: LocalDate | null;
    /** Whether she chose a pass-phrase. */
    canAdd: boolean;
  },
): MailWords {
  const { number, acknowledgeBy, canAdd } = known;
  const when = acknowledgeBy ? `by ${inWords(acknowledgeBy)}` : 'soon';
  return toReporter(known, {
    preview: 'You do not need to do anything.',
    title: 'We have your message',
    lines: [
      `Thank you. We have received your message. Your number is ${number}.`,
      `A person will read it ${when}. Then you will hear from us again.`,
      ...(canAdd
        ? [
            `If you want to add something, open the same form again and choose “${ROUTES.addition}”. You need the pass-phrase that you chose.`,
          ]
        : []),
      replying(known),
      notYou(),
    ],
  });
}

export function reportAcknowledged(known: ReporterFacts & { answerBy: LocalDate | null }): MailWords {
  const { number, answerBy } = known;
  return toReporter(known, {
    preview: 'A person has read your message.',
    title: 'A person has read your message',
    lines: [
      `A person has read your message ${number} and is looking after it.`,
      answerBy
        ? `This can take some time. We want to write to you again by ${inWords(answerBy)} at the latest.`
        : 'This can take some time. We will write to you again.',
      replying(known),
    ],
  });
}

export function reportClosed(known: ReporterFacts & { reconsiderBy: LocalDate | null }): MailWords {
  const { number, contact, reconsiderBy } = known;
  const until = reconsiderBy ? ` until ${inWords(reconsiderBy)}` : '';
  return toReporter(known, {
    preview: 'We have finished our work on your message.',
    title: 'We have finished our work on your message',
    lines: [
      `We have looked into your message ${number}. Our work on it is finished now. Thank you for writing to us.`,
      'To be fair to everyone, we do not write about other people in an email.',
      `If you think that we missed something, you can ask us to look once more${until}. Reply to this email, or write to ${contact}. Your number is enough: you do not need to tell everything again.`,
    ],
  });
}

export function questionReceived(known: ReporterFacts & { answerBy: LocalDate | null }): MailWords {
  const { number, answerBy } = known;
  return toReporter(known, {
    preview: 'You do not need to do anything.',
    title: 'We have your message',
    lines: [
      `Thank you. We have received your message. Your number is ${number}.`,
      answerBy
        ? `A person will answer you. We want to do so by ${inWords(answerBy)}.`
        : 'A person will answer you.',
      replying(known),
      notYou(),
    ],
  });
}
