// The mails to members.

import type { CodePiece } from '../domain/code-text.ts';
import type { Acceptance, LocalDate } from '../domain/entries.ts';
import { inWords, timeInWords } from './dates.ts';
import { type Block, button, facts, heading, list, type MailWords, paragraph, title } from './mail-words.ts';

/** What every mail to a member knows. */
export interface MemberFacts {
  /** Her name as the roster has it. */
  name: string;
  programme: string;
  contact: string;
}

export const greeting = (name: string) => paragraph(name === '' ? 'Hello,' : `Dear ${name},`);

function codeInFull(pieces: readonly CodePiece[]): Block[] {
  return pieces.flatMap((piece) => [
    heading(piece.title),
    ...(piece.body === '' ? [] : piece.body.split('\n').map(paragraph)),
  ]);
}

/** After an acceptance: what she accepted, word for word, and when we will ask again. */
export function acceptanceConfirmed(
  known: MemberFacts & {
    acceptance: Acceptance;
    nextDue: LocalDate | null;
    code: readonly CodePiece[];
    /** Her own link to the form about pictures; empty when there is none. */
    pictures: string;
    /** Her own link to start a disclosure agreement; empty when there is none. */
    agreement: string;
  },
): MailWords {
  const { acceptance, nextDue, contact, name, programme } = known;
  const statements = acceptance.statements.split('\n').filter((line) => line !== '');
  return {
    subject: 'Thank you: you accepted our Code of Conduct',
    preview: 'This is your copy, with what you accepted and the date.',
    blocks: [
      title('Thank you'),
      greeting(name),
      paragraph(
        `You accepted the Code of Conduct of ${programme}. This email is your copy. You need to do nothing more.`,
      ),
      facts([
        ['You accepted', `The Code of Conduct, version of ${inWords(acceptance.version)}`],
        ['On', timeInWords(acceptance.received)],
        ['You take part as', acceptance.role ?? ''],
        ['Together with', acceptance.companions.split('\n').join('; ')],
        ['We will ask you again', nextDue ? `In the weeks before ${inWords(nextDue)}` : ''],
        ['Number of your acceptance', acceptance.id],
      ]),
      ...(statements.length > 0 ? [heading('What you agreed to'), list(statements)] : []),
      paragraph(
        `If you did not send this answer, or if something is not right, please write to ${contact}. To opt out of pictures, or to withdraw your consent, ${known.pictures === '' ? '' : 'use your own link here, or '}write to the same address.`,
      ),
      ...(known.pictures === '' ? [] : [button('Choose about pictures of you', known.pictures)]),
      ...(known.agreement === ''
        ? []
        : [
            paragraph(
              'What a mentor and her mentee tell each other stays between them. If both of you want that a part of it may be told to somebody else, you can agree on it with your own link here.',
            ),
            button('Start an agreement', known.agreement),
          ]),
      ...(known.code.length > 0 ? [heading('The text that you accepted'), ...codeInFull(known.code)] : []),
    ],
  };
}

/** After "I do not accept": we have it, nothing happens by itself, a person will write. */
export function refusalConfirmed(known: MemberFacts & { acceptance: Acceptance }): MailWords {
  return {
    subject: 'We have your answer about our Code of Conduct',
    preview: 'You told us that you do not accept it. A person from the program will write to you.',
    blocks: [
      title('We have your answer'),
      greeting(known.name),
      paragraph(
        `On ${timeInWords(known.acceptance.received)} you told us that you do not accept our Code of Conduct. Thank you for telling us openly.`,
      ),
      paragraph(
        `Someone from ${known.programme} will write to you to talk about it. You can also write to us first: ${known.contact}.`,
      ),
      paragraph(
        'If you change your mind, or if this was a mistake, use the link in our earlier email again, or write to us.',
      ),
      facts([['Number of your answer', known.acceptance.id]]),
    ],
  };
}

/** After an answer that came without her link: it waits until she confirms that it is hers. */
export function personalLink(known: MemberFacts & { link: string; expires: LocalDate }): MailWords {
  return {
    subject: 'One more step: your personal link to the Code of Conduct',
    preview: 'We got an answer with your email address. Please confirm it with your own link.',
    blocks: [
      title('One more step'),
      greeting(known.name),
      paragraph(
        'We got an answer to our Code of Conduct with your email address. So that nobody can answer in your name, please answer once more with your own link. It takes two minutes.',
      ),
      button('Open my personal form', known.link),
      paragraph(
        `The link is only for you; please do not pass it on. It works until ${inWords(known.expires)}. If you did not send an answer, you can leave this email alone: nothing has been recorded for you.`,
      ),
      paragraph(`Questions? Write to ${known.contact}.`),
    ],
  };
}
