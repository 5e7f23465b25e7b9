// Letters to begin with: a handler changes them, fills in what stands in [brackets], and sends them herself.

import type { Outcome } from '../domain/case-entries.ts';
import type { LocalDate } from '../domain/entries.ts';
import { inWords } from './dates.ts';
import { filled } from './places.ts';

/** What a letter tells about itself, and its text. */
export interface LetterWords {
  about: string;
  text: string;
}

export interface OutcomeFacts {
  outcome: Outcome;
  suspendedUntil: LocalDate | null;
  /** Until when she may ask that it is looked at once more. */
  reconsiderBy: LocalDate | null;
  programme: string;
  contact: string;
}

/** To the member about whom it was. The words of the letters come from the texts beside the code. */
export function outcomeLetter(letters: Record<Outcome, LetterWords>, known: OutcomeFacts): LetterWords {
  const { outcome, reconsiderBy, programme, contact } = known;
  return filled(letters[outcome], {
    programme,
    contact,
    reconsider: reconsiderBy ? `until ${inWords(reconsiderBy)}` : 'within 30 days',
    suspendedUntil: inWords(known.suspendedUntil) || '[date]',
  });
}

/** A reply to begin with; what was asked is not repeated in it. */
export function questionReply(known: { number: string; programme: string; contact: string }): string {
  const { number, programme, contact } = known;
  return [
    'Hello [her name, if she gave it],',
    `Thank you for writing to us. Your number is ${number}.`,
    '[Your answer, in short and plain sentences. Please do not repeat what she wrote: others may see her emails.]',
    '[What happens next, if anything, and when.]',
    `If something is still open, please reply to this email, or write to ${contact}.`,
    `With kind regards,\n[your name]\n${programme}`,
  ].join('\n\n');
}
