// Builds the bundle once before the tests, which run what is deployed, and makes room for the desks that they prepare.

import { spawnSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export default function setUp() {
  const root = fileURLToPath(new URL('../..', import.meta.url));
  const { status } = spawnSync(process.execPath, ['--import', 'tsx', 'scripts/build.ts'], {
    cwd: root,
    stdio: 'inherit',
  });
  if (status !== 0) throw new Error('The bundle does not build.');
  process.env.PREPARED_DESKS = mkdtempSync(join(tmpdir(), 'prepared-desks-'));
}
