// A mail that somebody wrote to the desk, as far as its registers need to know it.

import type { LocalDateTime } from './entries.ts';
import {
  type AnswerFacts,
  type IncomingMail,
  mayAnswerMail,
  type Sender,
  senderOf,
  subjectOf,
} from './mail-intake.ts';
import type { Attachment, MailReading } from './mail-text.ts';
import { shorten } from './text.ts';

export interface Letter {
  /** Gmail's id. */
  id: string;
  received: LocalDateTime;
  sender: Sender;
  subject: string;
  /** Her own words, and the quoted mail below them. */
  text: string;
  cut: string;
  attachments: readonly Attachment[];
  /** Whether everything in it could be read. */
  isReadable: boolean;
  /** Whether mail may go to its sender at all, and whether an answer may go there by itself. */
  mayWrite: boolean;
  mayAnswer: boolean;
  /** It is a report as well, and its words are to stand there alone. */
  isReport: boolean;
}

const LONGEST_NAME = 200;

export function letterOf(
  mail: IncomingMail,
  reading: MailReading,
  {
    received,
    isReport,
    ...facts
  }: Pick<AnswerFacts, 'ourAddresses' | 'isThreadAnswered'> & Pick<Letter, 'received' | 'isReport'>,
): Letter {
  const { name, address } = senderOf(mail, facts.ourAddresses);
  const { text, cut, attachments, problems } = reading;
  const answer = mayAnswerMail(mail, { what: 'entry', kinds: [] }, { ...facts, recentAnswers: 0, cap: 1 });
  const mayAnswer = 'to' in answer;
  const isUnread = problems.some((problem) => problem !== 'empty' && problem !== 'only attachments');
  return {
    id: mail.id,
    received,
    sender: { name: shorten(name, LONGEST_NAME, '…'), address },
    subject: shorten(subjectOf(mail), 1000, '…'),
    text,
    cut,
    attachments,
    isReadable: !isUnread,
    mayAnswer,
    mayWrite: mayAnswer || ('because' in answer && answer.because === 'thread has its answer'),
    isReport,
  };
}

/** Nothing stands in it, not even in its subject, and nothing is attached. */
export const isEmptyLetter = ({ subject, text, attachments, isReadable }: Letter) =>
  text === '' && subject === '' && attachments.length === 0 && isReadable;

/** The same for an answer, whose subject is that of the mail before. */
export const isEmptyAnswer = (letter: Letter) => isEmptyLetter({ ...letter, subject: '' });

/** Whether nothing is left for staff to look up in the mail itself. */
export const isWholeLetter = ({ isReadable, sender }: Letter) => isReadable && sender.address !== '';
