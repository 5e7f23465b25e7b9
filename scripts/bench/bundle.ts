// How large the bundle is that Google evaluates in every run, and how long that takes in a bare realm.

import { createContext, Script } from 'node:vm';
import type { ScriptFile } from '../local-workspace/index.ts';
import { cpuMs } from './desk.ts';

export interface BundleCost {
  readonly minifiedBytes: number;
  /** Processor time: the median of many evaluations, each in a new realm and without code cached from the one before. */
  readonly evaluateMs: number;
}

const EVALUATIONS = 30;

export function measureBundle(files: readonly ScriptFile[]): BundleCost {
  const source = files
    .filter(({ type }) => type === 'SERVER_JS')
    .map((file) => file.source)
    .join('\n');
  const times = Array.from({ length: EVALUATIONS }, (_, number) => evaluationMs(source, number));
  times.sort((a, b) => a - b);
  const evaluateMs = Math.round((times[EVALUATIONS / 2] ?? 0) * 10) / 10;
  return { minifiedBytes: Buffer.byteLength(source), evaluateMs };
}

/** Compiles and runs the code. V8 remembers code by its text, so each text is a little different. */
function evaluationMs(source: string, number: number): number {
  const context = createContext({});
  const began = cpuMs();
  new Script(`${source}\n// ${number}`).runInContext(context);
  return cpuMs() - began;
}
