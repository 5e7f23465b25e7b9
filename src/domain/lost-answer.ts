// Reads back from its line in the audit trail what an answer was, when somebody has deleted its row.

import { type Acceptance, type AuditLine, CONFIRMED_BY } from './entries.ts';
import { proofIn } from './proofs.ts';

/** What was decided when the answer came; the rest of it the form still has. */
export type LostAnswer = Pick<Acceptance, 'id' | 'memberId' | 'version' | 'textHash' | 'confirmedBy'>;

/** The answer, with the id of its response in the form; null when the line does not tell. */
export function answerInLine({
  subject: id,
  after,
}: AuditLine): { responseId: string; answer: LostAnswer } | null {
  if (proofIn(after) === null) return null;
  const parts = after.split(' | ').slice(0, -1);
  const responseId = parts.pop();
  const said = parts.pop();
  const confirmedBy = CONFIRMED_BY.find((one) => one === said);
  if (responseId === undefined || confirmedBy === undefined) return null;
  // What is empty was left out: the member, or the version with its text.
  const [memberId = ''] = parts.splice(0, parts.length % 2);
  const [version = '', textHash = ''] = parts;
  return { responseId, answer: { id, memberId, version, textHash, confirmedBy } };
}
