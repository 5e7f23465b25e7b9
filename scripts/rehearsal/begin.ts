// Where a rehearsal begins: a desk in a local Workspace that lives in memory, and nothing of which leaves this computer.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addDays, dateOf, instantOf, localTime } from '../../src/domain/calendar.ts';
import type { LocalDate } from '../../src/domain/entries.ts';
import { build } from '../build.ts';
import { prepareDemonstration } from '../demonstration/prepare.ts';
import { readProjectFolder, type ScriptFile } from '../local-workspace/index.ts';
import { type RehearsedDesk, workspaceToRehearse } from './rehearsed-desk.ts';

/** The demonstration takes three weeks. */
const DEMONSTRATION_DAYS = 21;

/** The code as it would be deployed now. */
export async function builtFiles(): Promise<ScriptFile[]> {
  const outDir = mkdtempSync(join(tmpdir(), 'rehearsal-'));
  try {
    await build({ outDir, minify: true });
    return readProjectFolder(outDir);
  } finally {
    rmSync(outDir, { recursive: true, force: true });
  }
}

/** Today in St. Louis. */
export const todayIs = (): LocalDate => dateOf(localTime(Date.now()));

/** A desk with invented members, as it stands at noon of this day. */
export function beginWithDemonstration(
  files: readonly ScriptFile[],
  seed: number,
  say: (line: string) => void,
  today: LocalDate,
): RehearsedDesk {
  const start = instantOf(`${addDays(today, -DEMONSTRATION_DAYS)}T12:00:00`);
  const workspace = workspaceToRehearse(seed, new Date(start).toISOString());
  return { workspace, ...prepareDemonstration(workspace, files, say) };
}
