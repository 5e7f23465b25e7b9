// What the text in the document means for the register of versions: nothing, a new version, or a word to staff.

import { hashCode, lastUpdateOf } from './code-text.ts';
import type { CodeVersion, LocalDate } from './entries.ts';

export type VersionNotice =
  | { about: 'nothing new' }
  /** A date that was never there before, or that is there again. */
  | { about: 'new version'; version: LocalDate; textHash: string }
  /** The text of a version that is not published yet was changed once more. */
  | { about: 'waiting text changed'; version: LocalDate; textHash: string }
  /** Staff stopped it, and the document shows it still. */
  | { about: 'stopped version'; version: LocalDate; textHash: string }
  /** For staff to look at; no version comes of these. */
  | { about: 'other text under the same date'; version: LocalDate; textHash: string }
  | { about: 'date goes back'; version: LocalDate; latest: LocalDate }
  | { about: 'date lies ahead'; version: LocalDate }
  | { about: 'no date' };

/** Looks at the text as it stands on `today`. */
export function noticeVersion(
  text: string,
  versions: readonly CodeVersion[],
  today: LocalDate,
): VersionNotice {
  const found = lastUpdateOf(text);
  if (!found) return { about: 'no date' };
  const { version } = found;
  if (version > today) return { about: 'date lies ahead', version };
  const textHash = hashCode(text);
  const published = versions.filter(({ status }) => status === 'Active' || status === 'Retired');
  const latest =
    published
      .map((known) => known.version)
      .sort()
      .pop() ?? '';
  if (version < latest) return { about: 'date goes back', version, latest };
  const known = versions.find((candidate) => candidate.version === version);
  if (!known || wasWithdrawn(known)) return { about: 'new version', version, textHash };
  if (known.status === 'Draft') return { about: 'stopped version', version, textHash };
  if (known.textHash === textHash) return { about: 'nothing new' };
  const isOut = known.status === 'Active' || known.status === 'Retired';
  return { about: isOut ? 'other text under the same date' : 'waiting text changed', version, textHash };
}

/** Whether it waited until the document showed it no longer; what staff have stopped was published by nobody. */
const wasWithdrawn = ({ status, publishedBy }: CodeVersion) => status === 'Draft' && publishedBy !== '';
