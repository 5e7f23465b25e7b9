// `npm run explore -- --load`: puts a desk under four loads, and says what they cost and whether anything was lost or doubled.

import { seconds, titled } from '../bench/table.ts';
import { type Findings, isClean, KINDS } from '../explorer/invariants.ts';
import { listed } from '../explorer/trace.ts';
import type { ScriptFile } from '../local-workspace/index.ts';
import { loadOfAnswers } from './answers.ts';
import { loadOfMembers } from './members.ts';
import type { Cost } from './meter.ts';
import { loadOfRows } from './rows.ts';
import { loadOfYears } from './years.ts';

export interface Load extends Cost {
  readonly what: string;
  readonly count: number;
  /** From the first answer until the last one is in its register, on the Workspace's clock. */
  readonly registeredMs?: number;
  readonly findings: Findings;
}

/** How heavy each load is. */
export interface Sizes {
  readonly answers: number;
  readonly members: number;
  readonly rows: number;
  readonly days: number;
}

/** As many rows as fit into ten million cells, of which the rows of the rehearsed kind take about eleven each. */
export const FULL: Sizes = { answers: 1_000, members: 100_000, rows: 850_000, days: 5 * 365 };

/** @param files the built bundle @param say is told what comes next */
export function putUnderLoad(
  files: readonly ScriptFile[],
  sizes: Sizes,
  say: (line: string) => void,
): Load[] {
  const { answers, members, rows, days } = sizes;
  say(`${answers} answers`);
  const loads = [loadOfAnswers(files, answers)];
  say(`${members} members`);
  loads.push(loadOfMembers(files, members));
  say(`${rows} rows`);
  loads.push(loadOfRows(files, rows));
  say(`${days} days`);
  loads.push(loadOfYears(files, days, say));
  return loads;
}

export const isWell = (loads: readonly Load[]): boolean => loads.every(({ findings }) => isClean(findings));

const HEADINGS = ['all in', 'longest run', 'largest request', 'processor'];
/** Findings that are told of one load. */
const MOST_TOLD = 20;

export function loadTable(loads: readonly Load[]): string {
  const rows = loads.map((load) => [
    ...[load.what, load.count, load.runs, load.remoteCalls, load.mails, load.refused],
    load.registeredMs === undefined ? '' : seconds(load.registeredMs),
    ...[seconds(load.longestMs), `${(load.mostBytes / 1e6).toFixed(1)} MB`, seconds(load.cpuMs)],
    ...KINDS.map((kind) => load.findings[kind].length),
  ]);
  const headings = ['load', 'how many', 'runs', 'remote calls', 'mails', 'refused', ...HEADINGS, ...KINDS];
  const told = loads.flatMap(({ findings }) => listed(findings).slice(0, MOST_TOLD));
  return [titled('A desk under load', [headings, ...rows]), ...told].join('\n');
}
