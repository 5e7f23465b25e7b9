// Evidence to hand out: who accepted which text when, how it is known that it was she, and where the trail says so.

import type { Acceptance, AuditLine, CodeVersion, Member } from './entries.ts';
import { proofIn, proofOfAcceptance } from './proofs.ts';

/** Where the audit trail proves something. */
export interface InTrail {
  line: number;
  hash: string;
}

/** The line of an answer, and what it proves. */
export interface AnswerInTrail extends InTrail {
  proof: string | null;
}

/** One answer that counts, with all that proves it. */
export interface Proof
  extends Pick<
    Acceptance,
    | 'id'
    | 'received'
    | 'name'
    | 'email'
    | 'role'
    | 'answer'
    | 'version'
    | 'textHash'
    | 'confirmedBy'
    | 'companions'
  > {
  statements: string[];
  /** Null when the trail has no line for it. */
  inTrail: InTrail | null;
  /** Whether it is still as the trail has recorded it. */
  isAsRecorded: boolean;
  /** Whether the version of the Code that it names has the same text. */
  isKnownText: boolean;
}

/** The answers that count, by member, in the order in which they were given. */
export function answersByMember(acceptances: readonly Acceptance[]): Map<string, Acceptance[]> {
  const found = new Map<string, Acceptance[]>();
  for (const acceptance of acceptances) {
    const { memberId, confirmedBy } = acceptance;
    if (memberId === '' || confirmedBy === null || confirmedBy === 'Unconfirmed') continue;
    const hers = found.get(memberId);
    if (hers) hers.push(acceptance);
    else found.set(memberId, [acceptance]);
  }
  for (const hers of found.values())
    hers.sort((a, b) =>
      (a.received ?? '') < (b.received ?? '') ? -1 : (a.received ?? '') > (b.received ?? '') ? 1 : 0,
    );
  return found;
}

export function proofOf(
  acceptance: Acceptance,
  inTrail: ReadonlyMap<string, AnswerInTrail>,
  versions: readonly CodeVersion[],
): Proof {
  const { id, received, name, email, role, answer, version, textHash } = acceptance;
  const { confirmedBy, companions, statements } = acceptance;
  const place = inTrail.get(id);
  return {
    id,
    received,
    name,
    email,
    role,
    answer,
    version,
    textHash,
    confirmedBy,
    companions,
    statements: statements.split('\n').filter((statement) => statement !== ''),
    inTrail: place ? { line: place.line, hash: place.hash } : null,
    isAsRecorded: place?.proof === proofOfAcceptance(acceptance),
    isKnownText: versions.some((known) => known.version === version && known.textHash === textHash),
  };
}

/** The line of the trail for each answer. */
export const placesIn = (lines: readonly AuditLine[]): Map<string, AnswerInTrail> =>
  new Map(
    lines.map(({ subject, line, hash, after }) => [
      subject,
      { line: line ?? 0, hash, proof: proofIn(after) },
    ]),
  );

/** One line of the evidence for all: a member, and the last answer of hers that counts. */
export interface EvidenceRow {
  member: Pick<Member, 'id' | 'name' | 'email' | 'role' | 'status'>;
  proof: Proof | null;
}

export function evidenceRows(
  members: readonly Member[],
  acceptances: readonly Acceptance[],
  inTrail: ReadonlyMap<string, AnswerInTrail>,
  versions: readonly CodeVersion[],
): EvidenceRow[] {
  const answers = answersByMember(acceptances);
  return members
    .filter(({ id }) => id !== '')
    .map(({ id, name, email, role, status }) => {
      const last = answers.get(id)?.slice(-1)[0];
      return {
        member: { id, name, email, role, status },
        proof: last ? proofOf(last, inTrail, versions) : null,
      };
    });
}
