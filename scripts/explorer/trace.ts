// A failure as it is kept in a file: with it, the same thing happens again. And in words, what happened.

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ExecutionRecord } from '../local-workspace/index.ts';
import type { Disturbance } from './disturbances.ts';
import type { Explorer, Point } from './explorer.ts';
import { type Findings, isClean, KINDS, none } from './invariants.ts';

/** What `--replay` reads. */
export interface Failure extends Point {
  readonly seed: number;
  readonly findings: Findings;
  /** What ran, one line for each execution. */
  readonly trace: readonly string[];
}

/** Plays a point and tells of its failure, as the code is now; undefined when all is well. */
export function replay(explorer: Explorer, { workflow, disturbance }: Point): Failure | undefined {
  const findings = playOrStop(explorer, { workflow, disturbance });
  if (isClean(findings)) return undefined;
  const { seed, executions } = explorer;
  return { seed, workflow, disturbance, findings, trace: executions.map(inOneLine) };
}

/** The failure with as little in between as still makes it fail. */
export function shortest(explorer: Explorer, point: Point): Failure {
  let best = replay(explorer, point);
  if (!best) throw new Error(`${point.workflow} does not fail when it is played again.`);
  if (point.disturbance.kind !== 'interleaving') return best;
  let { acts } = point.disturbance;
  for (const left of acts) {
    const fewer = acts.filter((act) => act !== left);
    const disturbance = { ...point.disturbance, acts: fewer };
    const shorter = fewer.length > 0 && replay(explorer, { ...point, disturbance });
    if (!shorter) continue;
    best = shorter;
    acts = fewer;
  }
  return best;
}

/** Writes a failure into a file of the folder, and gives its path. @param number tells failures of one workflow apart */
export function writeFailure(folder: string, failure: Failure, number: number): string {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `${failure.workflow.replaceAll(' ', '-')}-${number}.json`);
  writeFileSync(file, `${JSON.stringify(failure, null, 2)}\n`);
  return file;
}

export const readFailure = (file: string): Failure => JSON.parse(readFileSync(file, 'utf8'));

/** What stops the play is a finding, too. */
export function playOrStop(explorer: Explorer, point: Point): Findings {
  try {
    return explorer.play(point);
  } catch (error) {
    return { ...none(), stuck: [error instanceof Error ? (error.stack ?? error.message) : String(error)] };
  }
}

function inOneLine({ functionName, kind, user, status, error, calls }: ExecutionRecord): string {
  const end = status === 'Completed' ? '' : ` — ${status}${error ? `: ${error}` : ''}`;
  const made = calls.map(({ method, error: refusal }) => (refusal ? `${method} (${refusal})` : method));
  return `${functionName} (${kind}, ${user}): ${made.join(', ')}${end}`;
}

/** What was done to a workflow, as people say it. */
export function inWords(disturbance: Disturbance, calls: readonly string[] = []): string {
  if (disturbance.kind === 'trigger') return `its trigger: ${disturbance.how}`;
  const where = `call ${disturbance.call}, ${calls[disturbance.call - 1] ?? ''}`;
  if (disturbance.kind === 'kill') return `killed ${disturbance.how}: ${where}`;
  if (disturbance.kind === 'fault') return `${disturbance.how} at ${where}`;
  return `before ${where}: ${disturbance.acts.join(', ')}`;
}

export const listed = (findings: Findings): string[] =>
  KINDS.flatMap((kind) => findings[kind].map((what) => `${kind}: ${what}`));
