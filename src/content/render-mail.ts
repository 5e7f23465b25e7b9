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

/** @param layout the compiled layout, with its places for words. Every word is escaped. */
export function renderMail(
  layout: string,
  words: MailWords,
  frame: MailFrame,
): { html: string; text: string } {
  const footer = footerOf(frame.programme, frame.contact);
  const html = Mustache.render(layout, { ...words, ...frame, footer });
  return { html, text: asPlainText(words, footer, frame.reference) };
}
