// Puts the words of a mail into the layout: HTML in which nothing from outside can act, and plain text.

import Mustache from 'mustache';
import { asPlainText, type MailWords } from './mail-words.ts';
import { footerOf } from './staff-mails.ts';

export interface MailFrame {
  programme: string;
  contact: string;
  /** Number of the mail, by which it is found again in Sent mail. */
  reference: string;
}

/** A compiled layout, taken apart at its places for words, which takes longer than to fill them in. */
export type MailLayout = ReturnType<typeof Mustache.parse>;

/** Every word is escaped. */
export function renderMail(
  layout: MailLayout,
  words: MailWords,
  frame: MailFrame,
): { html: string; text: string } {
  const footer = footerOf(frame.programme, frame.contact);
  const view = new Mustache.Context({ ...words, ...frame, footer });
  const html = new Mustache.Writer().renderTokens(layout as unknown as string[][], view);
  return { html, text: asPlainText(words, footer, frame.reference) };
}
