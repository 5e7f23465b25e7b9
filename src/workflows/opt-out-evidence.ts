// What makes a row of Opt-outs evidence: its line in the trail, and the words that were in force.

import { AUDIT } from '../content/tab-words.ts';
import { parseCode } from '../domain/code-text.ts';
import type { OptOut } from '../domain/image-entries.ts';
import type { Desk } from './desk.ts';

export function auditOptOut(desk: Desk, optOut: OptOut, who: string): void {
  const { id, memberId, kind, forWhom, scope, status, confirmedBy, responseId } = optOut;
  const after = [memberId, kind, forWhom, scope, status, confirmedBy, responseId].filter((part) => part);
  desk.audit({ who, what: AUDIT.optOut, subject: id, before: '', after: after.join(' | ') });
}

/** The words on images in the version of the Code that is in force, exactly; empty when there are none. */
export function releaseInForce(desk: Desk): string {
  const { activeVersion: version } = desk;
  const text = version ? desk.textWithHash(version.textHash) : null;
  const pieces = text === null ? [] : parseCode(text);
  return pieces.find(({ title }) => /\b(images?|photos?|pictures?)\b/i.test(title))?.raw ?? '';
}
