// Writes down what happened to a version of the Code, with the proof of its row as it stands then.

import type { CodeVersion } from '../domain/entries.ts';
import { proofOfVersion } from '../domain/proofs.ts';
import { asKept } from '../registers/register.ts';
import { REGISTERS } from '../registers/registers.ts';
import type { Row } from '../registers/table.ts';
import type { Desk } from './desk.ts';

/** Call it once the row has changed. */
export function auditVersion(
  desk: Desk,
  { entry }: Row<CodeVersion>,
  what: string,
  { who, before = '', after = [] }: { who?: string; before?: string; after?: readonly string[] },
): void {
  const proof = proofOfVersion(asKept(REGISTERS.codeVersions, entry));
  desk.audit({ who, what, subject: entry.version, before, after: [...after, proof].join(' | ') });
}
