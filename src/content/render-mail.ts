// Puts the words of a mail into the layout: HTML in which nothing from outside can act, and plain text.

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

/**
 * A layout taken apart by the build: text, places for words by name (`.` for what is gone through), and parts that
 * stand once for each value of a name, or, where `^` is written before it, only when there is none.
 */
export type MailLayout = readonly (string | readonly [name: string, inner?: MailLayout])[];

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
  const html = fill(layout, [{ ...words, programme, reference, footer, report }]);
  const lines = report ? [footer, `${report.why} ${report.label}: ${report.url}`] : [footer];
  return { html, text: asPlainText(words, lines.join('\n'), reference) };
}

/** @param scopes what is known, the innermost first */
function fill(layout: MailLayout, scopes: readonly unknown[]): string {
  const named = (name: string) =>
    name === '.' ? scopes[0] : scopes.map(asObject).find((one) => name in one)?.[name];
  return layout
    .map((part) => {
      if (typeof part === 'string') return part;
      const [name, inner] = part;
      if (!inner) return escaped(String(named(name) ?? ''));
      const value = named(name.replace('^', ''));
      const values = Array.isArray(value) ? value : value ? [value] : [];
      if (name[0] === '^') return values.length > 0 ? '' : fill(inner, scopes);
      return values.map((one) => fill(inner, [one, ...scopes])).join('');
    })
    .join('');
}

const asObject = (value: unknown) =>
  (typeof value === 'object' && value ? value : {}) as Record<string, unknown>;

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '/': '&#x2F;',
  '`': '&#x60;',
  '=': '&#x3D;',
};

/** Text in which nothing begins a tag, ends the value of an attribute, or counts as an entity. */
const escaped = (text: string) => text.replace(/[&<>"'`=/]/g, (sign) => ENTITIES[sign] ?? '');
