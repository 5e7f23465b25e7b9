// What the audit trail says of an acceptance and of a version of the Code, so that no cell of theirs can be changed unseen.

import { sha256Hex } from './digest.ts';
import type { Acceptance, CodeVersion } from './entries.ts';
import { digestOfWords, erasedSeal } from './seal.ts';

const over = (values: readonly (string | null)[]) => sha256Hex(JSON.stringify(values));

/** What tells who she is, in an acceptance; the rest of it stays when a former member is erased. */
const wordsOf = ({ name, email, role, remark }: Acceptance) => [name, email, role ?? '', remark];

export function proofOfAcceptance(acceptance: Acceptance): string {
  const { id, received, memberId, answer, version, textHash } = acceptance;
  const { confirmedBy, statements, companions, responseId, seal } = acceptance;
  const words = digestOfWords(seal, wordsOf(acceptance));
  const kept = [id, received, memberId, answer, version, textHash, confirmedBy, statements, companions];
  return over([...kept, responseId, words]);
}

/** That it was accepted, which text, when and how; not the name. It is proven as before. */
export function erasedAcceptance(acceptance: Acceptance): Acceptance {
  const seal = erasedSeal(acceptance.seal, wordsOf(acceptance));
  return { ...acceptance, name: '', email: '', role: null, remark: '', seal };
}

export function proofOfVersion(entry: CodeVersion): string {
  const { version, lastUpdate, textHash, published, publishedBy, change, why, status } = entry;
  return over([version, lastUpdate, textHash, published, publishedBy, change, why, status]);
}

/** A line of the trail that proves a row has the proof as its last part. */
export const proofIn = (after: string): string | null => /(?:^|\| )([0-9a-f]{64})$/.exec(after)?.[1] ?? null;
