// Proves the audit trail line by line, and by it the acceptances and versions; a check can stop and go on later.

import { EMPTY_TRAIL, fits, type TrailHead } from './audit.ts';
import type { Acceptance, AuditLine, CodeVersion, VersionText } from './entries.ts';
import { proofIn, proofOfAcceptance, proofOfVersion } from './proofs.ts';
import { fromRanges, inRanges } from './ranges.ts';
import { isErased } from './seal.ts';
import { freezeText, frozenText } from './version-text.ts';

/** Where something does not fit. */
export interface Misfit {
  where: 'trail' | 'acceptance' | 'version' | 'text';
  why: 'moved' | 'changed' | 'erased' | 'cut off' | 'gone' | 'not in the trail' | 'unknown version';
  /** The number of the line or the acceptance, or the version. */
  of: string;
  /** Its row in the tab, counted as people count; null when it has none. */
  row: number | null;
}

/** How far a check has come. Plain data, with numbers as ranges. */
export interface TrailProgress {
  /** The end of what is proven. */
  line: number;
  hash: string;
  /** Lines without their words, for which no erasure has been found yet. */
  emptied: string;
  /** Acceptances whose words an erasure has taken away. */
  erased: string;
  /** The proof of each acceptance and each version in its last line. */
  answers: Readonly<Record<string, string>>;
  versions: Readonly<Record<string, string>>;
}

export const AT_FIRST: TrailProgress = { ...EMPTY_TRAIL, emptied: '', erased: '', answers: {}, versions: {} };

/** A row as it stands in its tab. */
export interface InRow<E> {
  row: number;
  entry: E;
  /** Whether its cells hold what the system writes for it, and not only something that means the same. */
  isExact: boolean;
}

/** What a line says was done, as far as it proves more than itself. */
export interface TrailWords {
  acceptance: ReadonlySet<string>;
  version: ReadonlySet<string>;
  erased: string;
}

const numberOf = (id: string) => Number(/^A-(\d+)$/.exec(id)?.[1] ?? 0);

/** What the line of an erasure says that it has erased. */
export const erasedText = (lines: Iterable<number>, answers: readonly string[]) =>
  `lines ${inRanges(lines)} | answers ${inRanges(answers.map(numberOf))}`;

const readErased = (after: string) => {
  const [lines = '', answers = ''] = after.split('|');
  return { lines: fromRanges(lines), answers: fromRanges(answers) };
};

/** Goes through the next lines of the trail, up to the first that does not fit. */
export function checkLines(
  progress: TrailProgress,
  lines: readonly InRow<AuditLine>[],
  words: TrailWords,
): { progress: TrailProgress; broken: Misfit | null } {
  let head: TrailHead = { line: progress.line, hash: progress.hash };
  const emptied = fromRanges(progress.emptied);
  const erased = fromRanges(progress.erased);
  const answers = { ...progress.answers };
  const versions = { ...progress.versions };
  let broken: Misfit | null = null;
  for (const { row, entry, isExact } of lines) {
    const number = head.line + 1;
    if (!isExact || !fits(head, entry)) {
      const why = entry.line === number ? 'changed' : 'moved';
      broken = { where: 'trail', why, of: String(number), row };
      break;
    }
    head = { line: number, hash: entry.hash };
    const { what, subject, after } = entry;
    if (isErased(entry.seal)) emptied.add(number);
    if (what === words.erased) {
      const said = readErased(after);
      for (const line of said.lines) emptied.delete(line);
      for (const answer of said.answers) erased.add(answer);
    }
    if (words.version.has(what)) versions[subject] = proofIn(after) ?? '';
    if (words.acceptance.has(what) && !isErased(entry.seal)) answers[subject] = proofIn(after) ?? '';
  }
  const found = { emptied: inRanges(emptied), erased: inRanges(erased), answers, versions };
  return { progress: { ...head, ...found }, broken };
}

/** What can be said of the answers although a line behind these does not fit. */
export const checkBeforeBreak = (
  progress: TrailProgress,
  answers: readonly InRow<Acceptance>[],
  versions: readonly InRow<CodeVersion>[],
): Misfit[] =>
  checkAnswers(progress, answers, versions).filter(({ why }) => why === 'changed' || why === 'gone');

/** What can be said only when all lines are proven. `end` is where the trail ended when it was written last. */
export function checkEnd(
  progress: TrailProgress,
  end: TrailHead,
  answers: readonly InRow<Acceptance>[],
  versions: readonly InRow<CodeVersion>[],
  texts: readonly InRow<VersionText>[],
): Misfit[] {
  const found: Misfit[] = [];
  if (progress.line !== end.line || progress.hash !== end.hash)
    found.push({ where: 'trail', why: 'cut off', of: String(progress.line + 1), row: null });
  for (const line of fromRanges(progress.emptied))
    found.push({ where: 'trail', why: 'erased', of: String(line), row: null });
  found.push(...checkAnswers(progress, answers, versions), ...checkVersions(progress, versions));
  return [...found, ...checkTexts(versions, texts)];
}

function checkAnswers(
  { answers: proofs, erased }: TrailProgress,
  answers: readonly InRow<Acceptance>[],
  versions: readonly InRow<CodeVersion>[],
): Misfit[] {
  const wasErased = fromRanges(erased);
  const known = new Set(versions.map(({ entry }) => `${entry.version} ${entry.textHash}`));
  const there = new Set(answers.map(({ entry }) => entry.id));
  const seen = new Set<string>();
  const wrong = answers.flatMap(({ row, entry, isExact }): Misfit[] => {
    const { id: of, version, textHash, seal } = entry;
    const at = { where: 'acceptance', of, row } as const;
    const proof = seen.has(of) ? undefined : proofs[of];
    seen.add(of);
    if (proof === undefined) return [{ ...at, why: 'not in the trail' }];
    if (!isExact || proof !== proofOfAcceptance(entry)) return [{ ...at, why: 'changed' }];
    if (isErased(seal) && !wasErased.has(numberOf(of))) return [{ ...at, why: 'erased' }];
    const isOfVersion = version === '' || known.has(`${version} ${textHash}`);
    return isOfVersion ? [] : [{ ...at, why: 'unknown version' }];
  });
  const gone = Object.keys(proofs).filter((of) => !there.has(of));
  return [...wrong, ...gone.map((of): Misfit => ({ where: 'acceptance', why: 'gone', of, row: null }))];
}

function checkVersions(
  { versions: proofs }: TrailProgress,
  versions: readonly InRow<CodeVersion>[],
): Misfit[] {
  const there = new Set(versions.map(({ entry }) => entry.version));
  const seen = new Set<string>();
  const wrong = versions.flatMap(({ row, entry, isExact }): Misfit[] => {
    const { version: of } = entry;
    const proof = seen.has(of) ? undefined : proofs[of];
    seen.add(of);
    if (proof === undefined) return [{ where: 'version', why: 'not in the trail', of, row }];
    return isExact && proof === proofOfVersion(entry) ? [] : [{ where: 'version', why: 'changed', of, row }];
  });
  const gone = Object.keys(proofs).filter((of) => !there.has(of));
  return [...wrong, ...gone.map((of): Misfit => ({ where: 'version', why: 'gone', of, row: null }))];
}

/** Each version has its text, cut as it was when it was frozen; a text that was replaced before it counted may stand too. */
function checkTexts(versions: readonly InRow<CodeVersion>[], texts: readonly InRow<VersionText>[]): Misfit[] {
  const entries = texts.map(({ entry }) => entry);
  const hashes = new Set([
    ...versions.map(({ entry }) => entry.textHash),
    ...entries.map(({ textHash }) => textHash),
  ]);
  return [...hashes].flatMap((hash): Misfit[] => {
    const rows = texts.filter(({ entry }) => entry.textHash === hash);
    const of =
      versions.find(({ entry }) => entry.textHash === hash)?.entry.version ?? rows[0]?.entry.version ?? '';
    const at = { where: 'text', of, row: rows[0]?.row ?? null } as const;
    if (rows.length === 0) return [{ ...at, why: 'gone' }];
    const text = frozenText(entries, hash);
    if (text === null) return [{ ...at, why: 'changed' }];
    const asFrozen = freezeText(of, text);
    const misfit = rows.find(({ entry, isExact }) => {
      const part = asFrozen[(entry.part ?? 0) - 1];
      return !isExact || part?.text !== entry.text || part.version !== entry.version;
    });
    if (misfit) return [{ ...at, why: 'changed', row: misfit.row }];
    return rows.length === asFrozen.length ? [] : [{ ...at, why: 'changed' }];
  });
}
