// How fast the local Workspace itself is: how many remote calls it serves in a second, and how long a simulated year takes.

import type { ScriptFile } from '../local-workspace/index.ts';
import { Random } from '../local-workspace/kernel/random.ts';
import { Store } from '../local-workspace/kernel/store.ts';
import type { CallHook } from '../local-workspace/script/execution.ts';
import { beginWithDemonstration, todayIs } from '../rehearsal/begin.ts';
import { rehearse } from '../rehearsal/rehearse.ts';

export interface WorkspaceSpeed {
  /** Of the calls of a simulated year, as they come there; only the time inside the calls counts. */
  readonly callsPerSecond: number;
  /** A rehearsal of a year with the members of the demonstration. */
  readonly yearSeconds: number;
}

const DAYS = 365;

export function measureWorkspace(
  files: readonly ScriptFile[],
  say: (line: string) => void = () => undefined,
): WorkspaceSpeed {
  const desk = beginWithDemonstration(files, 1, () => undefined, todayIs());
  const chance = new Random(new Store(), 1);
  let calls = 0;
  let inCalls = 0;
  let since = 0;
  const hook: CallHook = {
    before: () => {
      since = performance.now();
    },
    after: () => {
      calls++;
      inCalls += performance.now() - since;
    },
  };
  desk.workspace.runner.hooks.add(hook);
  const began = performance.now();
  rehearse(desk, {
    days: DAYS,
    habit: 'usual',
    random: () => chance.next(),
    progress: (_, day) => {
      if (day % 90 === 0) say(`Day ${day} of ${DAYS} of a simulated year`);
    },
  });
  const yearSeconds = tenths((performance.now() - began) / 1000);
  desk.workspace.close();
  return { callsPerSecond: Math.round((calls * 1000) / inCalls), yearSeconds };
}

const tenths = (number: number) => Math.round(number * 10) / 10;
