// Reads what the desk has left: rows, mails, and the audit trail, whose hashes are worked out anew.

import { createHash } from 'node:crypto';

/** A row by its headings, as a person reads it. */
export type Line = Record<string, string>;

export interface Letter {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly raw: string;
}

/** What a mail’s HTML says, without its tags. */
export function readHtml(html: string): string {
  const signs: Line = { lt: '<', gt: '>', amp: '&', quot: '"', '#39': "'", '#x2F': '/', '#x3D': '=' };
  return html.replace(/<[^>]*>/g, ' ').replace(/&(#?\w+);/g, (entity, name) => signs[name] ?? entity);
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

/** The first line of an audit trail that does not fit, worked out anew from its cells; 0 when all fit. */
export function firstBrokenLine(trail: readonly Line[]): number {
  let previous = '';
  for (const [index, line] of trail.entries()) {
    const { When = '', Who, What, Subject, Before, After, Seal = '', Hash } = line;
    const [, erased] = /^erased (\w+)$/.exec(Seal) ?? [];
    const words = erased && !Before && !After ? erased : sha256(JSON.stringify([Seal, Before, After]));
    const content = [Number(line.Line), When.replace(' ', 'T'), Who, What, Subject, words];
    const hash = sha256(`${previous}\n${JSON.stringify(content)}`);
    if (Number(line.Line) !== index + 1 || Hash !== hash) return index + 1;
    previous = hash;
  }
  return 0;
}
