// The mails that ask a member for her answer: invitation, new version, reminders, and her link once more.

import type { ClauseChange } from '../domain/difference.ts';
import type { LocalDate } from '../domain/entries.ts';
import type { Tone } from '../domain/reminders.ts';
import { CHANGE_LABELS, changeWords } from './change-words.ts';
import { inWords } from './dates.ts';
import {
  type Block,
  button,
  changes,
  facts,
  heading,
  list,
  type MailWords,
  paragraph,
  title,
} from './mail-words.ts';
import { greeting, type MemberFacts } from './member-mails.ts';

/** What every mail knows that asks for an answer. */
export interface AskingFacts extends MemberFacts {
  link: string;
  expires: LocalDate;
  version: LocalDate;
  /** The day until which she is to answer. */
  due: LocalDate;
}

const ACTION = 'Read the Code and answer';

const lastLines = ({ contact, expires }: AskingFacts): Block =>
  paragraph(
    `The link is only for you; please do not pass it on. It works until ${inWords(expires)}. If something in the Code is not clear to you, or if you do not want to take part any more, write to ${contact}. A person reads it.`,
  );

/** The first time that a member is asked. */
export function invitation(known: AskingFacts): MailWords {
  return {
    subject: `Please read and accept our Code of Conduct by ${inWords(known.due)}`,
    preview: 'It takes about ten minutes, also on a phone.',
    blocks: [
      title('Our Code of Conduct'),
      greeting(known.name),
      paragraph(
        `${known.programme} has a Code of Conduct for mentors and mentees. It says how we treat each other: in confidence, with respect, and safely. Every Member is asked to read it and to accept it.`,
      ),
      paragraph(
        'The whole text is in the form. It takes about ten minutes. You can do it on a phone, and you do not need a Google account.',
      ),
      button(ACTION, known.link),
      facts([
        ['Please answer by', inWords(known.due)],
        ['Version', inWords(known.version)],
      ]),
      lastLines(known),
    ],
  };
}

/** What is new for her. */
export interface Difference {
  /** The version that she accepted last. */
  since: LocalDate;
  changes: readonly ClauseChange[];
}

/** The code has changed since she accepted it. Without a difference, because her text is not kept, the form must do. */
export function newVersion(known: AskingFacts & { why: string; difference: Difference | null }): MailWords {
  const { difference, why } = known;
  return {
    subject: `Our Code of Conduct has changed: please answer by ${inWords(known.due)}`,
    preview: 'What changed for you, and your link to accept the new version.',
    blocks: [
      title('Our Code of Conduct has changed'),
      greeting(known.name),
      paragraph(
        `${known.programme} has a new version of its Code of Conduct, of ${inWords(known.version)}. Please read it and tell us whether you accept it. It takes a few minutes, also on a phone.`,
      ),
      ...(why === '' ? [] : [heading('Why it changed'), paragraph(why)]),
      button(ACTION, known.link),
      facts([['Please answer by', inWords(known.due)]]),
      ...(difference ? differenceBlocks(difference) : []),
      lastLines(known),
    ],
  };
}

/** A mail stays readable on a phone with so many words of changes; beyond, only the names of the clauses are told. */
const MOST_WORDS = 450;

function differenceBlocks({ since, changes: found }: Difference): Block[] {
  const intro = `You accepted the version of ${inWords(since)}.`;
  if (found.length === 0)
    return [heading('What changed for you'), paragraph(`${intro} Only its date and its layout are new.`)];
  const words = found
    .flatMap(({ stretches }) => stretches)
    .reduce((sum, { text }) => sum + text.split(' ').length, 0);
  if (words > MOST_WORDS)
    return [
      heading('What changed for you'),
      paragraph(`${intro} Much of it is new. These parts changed; the form has the whole text.`),
      list(found.map((change) => `${change.title} (${CHANGE_LABELS[change.kind]})`)),
    ];
  return [
    heading('What changed for you'),
    paragraph(
      `${intro} Since then, this is different. New words are underlined; words taken out are crossed out.`,
    ),
    changes(found.map(changeWords)),
  ];
}

/** What a reminder says at first, by the day on which it goes out. */
const OPENING: Record<Tone, (due: string) => { subject: string; heading: string; text: string }> = {
  early: (due) => ({
    subject: `Please accept our Code of Conduct by ${due}`,
    heading: 'It is time to accept our Code of Conduct',
    text: `Please read our Code of Conduct and tell us by ${due} whether you accept it.`,
  }),
  soon: (due) => ({
    subject: `A reminder: our Code of Conduct, by ${due}`,
    heading: 'A friendly reminder',
    text: `We have not had your answer to our Code of Conduct yet. Please give it by ${due}.`,
  }),
  today: () => ({
    subject: 'Today: please accept our Code of Conduct',
    heading: 'Your answer is due today',
    text: 'Today is the day: please tell us whether you accept our Code of Conduct.',
  }),
  late: (due) => ({
    subject: 'We miss your answer to our Code of Conduct',
    heading: 'We miss your answer',
    text: `Your answer to our Code of Conduct was due on ${due}. It is not too late. Please answer now.`,
  }),
  last: (due) => ({
    subject: 'Last reminder: please answer our Code of Conduct',
    heading: 'Our last reminder',
    text: `Your answer to our Code of Conduct was due on ${due}. This is our last reminder by email. After this, someone from the program will get in touch with you.`,
  }),
};

/** @param acceptedOn the day of her last acceptance, when she renews one */
export function reminder(known: AskingFacts & { tone: Tone; acceptedOn: LocalDate | null }): MailWords {
  const opening = OPENING[known.tone](inWords(known.due));
  const isLate = known.tone === 'late' || known.tone === 'last';
  const why = known.acceptedOn
    ? `You accepted the Code on ${inWords(known.acceptedOn)}. Once a year, every Member reads it again and accepts it anew.`
    : 'Every Member is asked to read the Code and to accept it.';
  return {
    subject: opening.subject,
    preview: 'It takes a few minutes, also on a phone.',
    blocks: [
      title(opening.heading),
      greeting(known.name),
      paragraph(`${opening.text} ${why}`),
      button(ACTION, known.link),
      facts([
        [isLate ? 'It was due on' : 'Please answer by', inWords(known.due)],
        ['Version', inWords(known.version)],
      ]),
      paragraph('If you have answered in the last hours, thank you: you can leave this email alone.'),
      lastLines(known),
    ],
  };
}

/** She answered the form while it still showed the old text. */
export function oldVersionAnswered(
  known: AskingFacts & { answered: LocalDate; difference: Difference | null },
): MailWords {
  return {
    subject: `One more step: our Code of Conduct changed while you answered`,
    preview: 'Your answer is kept. Please look at the new version too.',
    blocks: [
      title('The Code changed while you answered'),
      greeting(known.name),
      paragraph(
        `Thank you for your answer. You accepted the version of ${inWords(known.answered)}, and we keep that. In the meantime a new version of ${inWords(known.version)} came out. We are sorry for the extra step: please look at it too.`,
      ),
      button(ACTION, known.link),
      facts([['Please answer by', inWords(known.due)]]),
      ...(known.difference ? differenceBlocks(known.difference) : []),
      lastLines(known),
    ],
  };
}

/** Staff send her link once more, because she asked for it. */
export function linkAgain(known: AskingFacts): MailWords {
  return {
    subject: 'Your link to our Code of Conduct',
    preview: 'Here it is once more.',
    blocks: [
      title('Your personal link'),
      greeting(known.name),
      paragraph('Here is your personal link to our Code of Conduct once more.'),
      button(ACTION, known.link),
      facts([['Version', inWords(known.version)]]),
      lastLines(known),
    ],
  };
}
