// Counts what was tried and what was found, for each workflow: as JSON for machines and as a table for people.

import type { Point } from './explorer.ts';
import { type Findings, KINDS } from './invariants.ts';

/** What came of one point. */
export interface Result {
  readonly point: Point;
  readonly findings: Findings;
}

export interface Counts {
  readonly name: string;
  killPoints: number;
  interleavings: number;
  /** Failing calls, and triggers that go wrong. */
  faults: number;
  /** Points after which something was lost, doubled, stuck or leaked. */
  lost: number;
  doubled: number;
  stuck: number;
  leaked: number;
}

const COUNTED = {
  kill: 'killPoints',
  interleaving: 'interleavings',
  fault: 'faults',
  trigger: 'faults',
} as const;

export function countsOf(names: readonly string[], results: readonly Result[]): Counts[] {
  return names.map((name) => {
    const counts = {
      name,
      killPoints: 0,
      interleavings: 0,
      faults: 0,
      lost: 0,
      doubled: 0,
      stuck: 0,
      leaked: 0,
    };
    for (const { point, findings } of results.filter((one) => one.point.workflow === name)) {
      counts[COUNTED[point.disturbance.kind]]++;
      for (const kind of KINDS) if (findings[kind].length > 0) counts[kind]++;
    }
    return counts;
  });
}

const HEADINGS = ['killPoints', 'interleavings', 'faults', ...KINDS] as const;

export function asTable(all: readonly Counts[]): string {
  const width = Math.max(...all.map(({ name }) => name.length));
  const line = (name: string, cells: readonly (string | number)[]) =>
    [
      name.padEnd(width),
      ...cells.map((cell, at) => String(cell).padStart((HEADINGS[at]?.length ?? 0) + 2)),
    ].join('');
  const total = HEADINGS.map((heading) => all.reduce((sum, counts) => sum + counts[heading], 0));
  return [
    line('', ['kills', ...HEADINGS.slice(1)]),
    ...all.map((counts) =>
      line(
        counts.name,
        HEADINGS.map((heading) => counts[heading]),
      ),
    ),
    line('together', total),
  ].join('\n');
}
