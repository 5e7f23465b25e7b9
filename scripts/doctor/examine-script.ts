// Looks at the script project: its code, its manifest, and the runs that triggers started.

import { WORK_OF } from '../../src/workflows/wanted-triggers.ts';
import { statusOf } from '../google/patience.ts';
import { checkRuns, checkSources } from './check-script.ts';
import type { Patient } from './examine.ts';
import { amber, type Finding } from './finding.ts';
import type { Look } from './look.ts';
import { type Run, readRuns, readSources } from './read-script.ts';

interface Script {
  readonly findings: Finding[];
  /** The latest runs by function; undefined when Google did not show them. */
  readonly runs: ReadonlyMap<string, readonly Run[]> | undefined;
}

/** @param recalled what State remembers under a name; empty when nothing */
export async function examineScript(
  { clients, ask, now }: Look,
  { script, built }: Pick<Patient, 'script' | 'built'>,
  recalled: (name: string) => string,
): Promise<Script> {
  try {
    const live = await ask('Script', () => readSources(clients.script, script));
    const runs = new Map<string, Run[]>();
    for (const handler of Object.keys(WORK_OF))
      runs.set(handler, await ask(`Runs of ${handler}`, () => readRuns(clients.script, script, handler)));
    return { findings: [...checkSources(live, built), ...checkRuns({ runs, recalled, now })], runs };
  } catch (error) {
    if (![403, 404].includes(statusOf(error) ?? 0)) throw error;
    const closed = amber(
      'Script',
      `Google does not show the script project to this account: ${(error as Error).message}`,
      'Switch the Apps Script API on at script.google.com/home/usersettings, and sign in as an account that may edit the project.',
    );
    return { findings: [closed, ...checkRuns({ runs: undefined, recalled, now })], runs: undefined };
  }
}
