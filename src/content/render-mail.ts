// Puts the words of a mail into the layout: HTML in which nothing from outside can act, and plain text.

import Mustache from 'mustache';
import { type Audience, footerOf, REPORT_OR_ASK, REPORT_WHY } from './mail-footers.ts';
import { asPlainText, type MailWords } from './mail-words.ts';

export interface MailFrame {
  programme: string;
  contact: string;
  /** Number of the mail, by which it is found again in Sent mail. */
  reference: string;
  audience: Audience;
  /** Where a member can report something or ask; empty when there is no such form yet. */
  reportUrl: string;
}

/** A compiled layout, taken apart at its places for words, which takes longer than to fill them in. */
export type MailLayout = ReturnType<typeof Mustache.parse>;

/** Every word is escaped. */
export function renderMail(
  layout: MailLayout,
  words: MailWords,
  { programme, contact, reference, audience, reportUrl }: MailFrame,
): { html: string; text: string } {
  const footer = footerOf(audience, programme, contact);
  const report =
    audience === 'member' && reportUrl !== ''
      ? { why: REPORT_WHY, label: REPORT_OR_ASK, url: reportUrl }
      : null;
  const view = new Mustache.Context({ ...words, programme, reference, footer, report });
  const html = new Mustache.Writer().renderTokens(layout as unknown as string[][], view);
  const lines = report ? [footer, `${report.why} ${report.label}: ${report.url}`] : [footer];
  return { html, text: asPlainText(words, lines.join('\n'), reference) };
}
