// Builds the bundle once before the tests: they run what is deployed.

import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export default function setUp() {
  const root = fileURLToPath(new URL('../..', import.meta.url));
  const { status } = spawnSync(process.execPath, ['--import', 'tsx', 'scripts/build.ts'], {
    cwd: root,
    stdio: 'inherit',
  });
  if (status !== 0) throw new Error('The bundle does not build.');
}
