// Before the tests: builds what is deployed, bundles the tests, and makes room for the desks that they prepare.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundleTests } from './bundle.mjs';

export default async function setUp() {
  const folderFor = (name) => mkdtempSync(join(tmpdir(), `${name}-`));
  process.env.PREPARED_DESKS = folderFor('prepared-desks');
  process.env.BUNDLED_TESTS = folderFor('bundled-tests');
  await Promise.all([buildDesk(), bundleTests(process.env.BUNDLED_TESTS)]);
}

async function buildDesk() {
  const root = fileURLToPath(new URL('../..', import.meta.url));
  const building = spawn(process.execPath, ['--import', 'tsx', 'scripts/build.ts'], {
    cwd: root,
    stdio: 'inherit',
  });
  const [status] = await once(building, 'exit');
  if (status !== 0) throw new Error('The bundle does not build.');
}
