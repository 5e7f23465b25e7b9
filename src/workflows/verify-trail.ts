// “Verify the trail…”: proves the audit trail and what it proves, in steps that the dialog asks for one after the other.

import { PROBLEMS, REFUSALS } from '../content/problems.ts';
import { misfitInWords } from '../content/proof-words.ts';
import { byName, object, optional, text, whole } from '../domain/shape.ts';
import {
  AT_FIRST,
  checkBeforeBreak,
  checkEnd,
  checkLines,
  type Misfit,
  type TrailProgress,
} from '../domain/trail-check.ts';
import { patiently } from '../google/sheets.ts';
import { CASE_REGISTERS } from '../registers/case-registers.ts';
import { inRows } from '../registers/in-rows.ts';
import { REGISTERS } from '../registers/registers.ts';
import { readTables } from './book.ts';
import { type Config, readConfig } from './config.ts';
import { BLOCKS } from './desk.ts';
import { fromDialog } from './desk-action.ts';
import { noteProblems, problemsAreSolved } from './note-problem.ts';
import { Refusal } from './staff-error.ts';
import { readBlock, readBlockWith, type TrailBlock } from './trail-blocks.ts';
import { trailWords } from './trail-words.ts';

/** So long one step takes, in milliseconds; then the dialog shows how far it is, and asks for the next. */
const STEP_MS = 40_000;
/** So many places that do not fit are shown. */
const MOST_SHOWN = 20;

const step = object({
  /** Where the next block begins; nothing to begin anew. */
  next: optional(whole(1)),
  progress: optional(
    object({
      line: whole(0),
      hash: text(0, 64),
      emptied: text(),
      erased: text(),
      answers: byName(text()),
      versions: byName(text()),
    }),
  ),
});

export interface TrailStep {
  /** Where to go on; null when all is looked at, or when a line does not fit. */
  next: number | null;
  progress: TrailProgress;
  /** Lines that are proven, and how many there are. */
  proven: number;
  of: number;
  found: Misfit[];
  /** In words, once there is no next step: the first place that does not fit, and the others. */
  misfits: string[];
}

/** What the trail proves beside itself. */
const PROVEN = {
  acceptances: REGISTERS.acceptances,
  codeVersions: REGISTERS.codeVersions,
  versionTexts: REGISTERS.versionTexts,
};

const registersOf = ({ registersId: id, tabs }: Config) => ({ id, tabs });

/** One step in the registers; with the last one, staff are told of what does not fit. */
export function verifyTrail(json: string): TrailStep {
  const { next: from = 1, progress: before = AT_FIRST } = fromDialog(step, json);
  const config = readConfig();
  const place = registersOf(config);
  const words = trailWords();
  const proven = () => patiently(() => readTables(PROVEN, place, (name) => ({ block: BLOCKS[name] })));
  let tables: ReturnType<typeof proven> | undefined;
  const { progress, broken, next, end } = throughBlocks(
    config,
    (row) => {
      const block = readBlock(REGISTERS, place, row);
      if (block.next !== null) return block;
      // Something may be recorded at any moment: what the trail proves is read with its end.
      const last = readBlockWith(PROVEN, REGISTERS, place, row);
      tables = last.others;
      return last;
    },
    from,
    before,
    (earlier, { lines }) => checkLines(earlier, lines, words),
  );
  const misfitsNow = () => {
    const { acceptances, codeVersions, versionTexts } = tables ?? proven();
    const [answers, versions] = [inRows(acceptances), inRows(codeVersions)];
    if (broken) return [broken, ...checkBeforeBreak(progress, answers, versions)];
    return checkEnd(progress, end, answers, versions, inRows(versionTexts));
  };
  const found = next === null ? misfitsNow() : [];
  const misfits = found.map(misfitInWords);
  if (next === null) tell(misfits);
  return {
    next,
    progress,
    proven: progress.line,
    of: Math.max(end.line, progress.line),
    found: found.slice(0, MOST_SHOWN),
    misfits: [...new Set(misfits)].slice(0, MOST_SHOWN),
  };
}

function tell([first]: readonly string[]): void {
  if (first === undefined) problemsAreSolved(PROBLEMS.notProven(''));
  else noteProblems(PROBLEMS.notProven(first));
}

/** One step in the trail of Cases, for those who may open it. Nothing of it is shown but numbers of lines. */
export function verifyCasesTrail(json: string): TrailStep {
  const { next: from = 1, progress: before = AT_FIRST } = fromDialog(step, json);
  const config = readConfig();
  const { cases } = config;
  if (!cases) throw new Refusal(REFUSALS.casesClosed);
  const nothing = { acceptance: new Set<string>(), version: new Set<string>(), erased: '' };
  const { progress, broken, next, end } = throughBlocks(
    config,
    (row) => {
      try {
        return readBlock(CASE_REGISTERS, cases, row);
      } catch {
        throw new Refusal(REFUSALS.casesClosed);
      }
    },
    from,
    before,
    (earlier, { lines }) => checkLines(earlier, lines, nothing),
  );
  const isWhole = progress.line === end.line && progress.hash === end.hash && progress.emptied === '';
  const cut: Misfit = { where: 'trail', why: 'cut off', of: String(progress.line + 1), row: null };
  const found = broken ? [broken] : next === null && !isWhole ? [cut] : [];
  const [first] = found;
  if (first) noteProblems(PROBLEMS.casesNotProven(first.row ?? progress.line + 2));
  else if (next === null) problemsAreSolved(PROBLEMS.casesNotProven(0));
  const of = Math.max(end.line, progress.line);
  return { next, progress, proven: progress.line, of, found, misfits: found.map(misfitInWords) };
}

/** Goes on block by block as long as a step may take, up to the first line that does not fit. */
function throughBlocks(
  { startedMs }: Config,
  read: (from: number) => TrailBlock,
  from: number,
  before: TrailProgress,
  check: (progress: TrailProgress, block: TrailBlock) => { progress: TrailProgress; broken: Misfit | null },
) {
  let progress = before;
  for (let at = from; ; ) {
    const block = read(at);
    const checked = check(progress, block);
    progress = checked.progress;
    const { broken } = checked;
    const { next, end } = block;
    const isLate = Date.now() - startedMs > STEP_MS;
    if (broken || next === null || isLate) return { progress, broken, next: broken ? null : next, end };
    at = next;
  }
}
