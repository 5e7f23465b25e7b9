// Runs every check side by side: types, lint with the dependency rules, and all tests on what they build first; the last
// line counts them. With --full, explorations leave no point out, and property tests draw examples of their own.

import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findOrFetchBrowser } from './browser.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'desk-tests-'));
const isFull = process.argv.includes('--full');
const paths = process.argv.slice(2).filter((word) => word !== '--full');
let passed = 0;
let failed = 0;

await Promise.all([
  check('types', 'tsc', ['--project', 'tsconfig.json']),
  check("types inside Google's realm", 'tsc', ['--project', 'src/tsconfig.json']),
  check('lint, format and dependency rules', 'biome', ['check', '--error-on-warnings']),
  runTests(),
]);
rmSync(folder, { recursive: true, force: true });
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;

async function check(name: string, command: string, args: string[]): Promise<void> {
  console.log(`Checking ${name}…`);
  if ((await run(command, args)) === 0) passed++;
  else {
    failed++;
    console.error(`✗ ${name}`);
  }
}

async function runTests(): Promise<void> {
  let browser: string;
  try {
    browser = findOrFetchBrowser();
  } catch (error) {
    console.error((error as Error).message);
    failed++;
    return;
  }
  const report = join(folder, 'jest.json');
  // A browser or a server that is slow to go away must not hold up the result.
  const status = await run('jest', ['--forceExit', '--json', `--outputFile=${report}`, ...paths], {
    CHROMIUM_PATH: browser,
    ...(isFull ? { TESTS: 'full' } : {}),
    // The memory of esbuild may grow before it is cleared, which takes a third less time.
    GOGC: '400',
    // Runs leave much behind that lives for a moment only; with this room it is cleared away a tenth cheaper.
    NODE_OPTIONS: '--experimental-vm-modules --disable-warning=ExperimentalWarning --max-semi-space-size=64',
  });
  const { numPassedTests, numFailedTests, numFailedTestSuites } = readReport(report);
  passed += numPassedTests;
  failed += numFailedTests;
  // A suite that does not load has no failed test, and still must not pass.
  if (status !== 0 && numFailedTests === 0) failed += Math.max(1, numFailedTestSuites);
}

function readReport(path: string): {
  numPassedTests: number;
  numFailedTests: number;
  numFailedTestSuites: number;
} {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return { numPassedTests: 0, numFailedTests: 0, numFailedTestSuites: 1 };
  }
}

/** @returns the exit status; null when it could not be started or was killed */
function run(command: string, args: string[], env: Record<string, string> = {}): Promise<number | null> {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: root,
      // Jest writes its report of the run to standard error; its JSON goes to the file.
      stdio: ['ignore', command === 'jest' ? 'ignore' : 'inherit', 'inherit'],
      env: { ...process.env, ...env },
      shell: process.platform === 'win32',
    });
    child.once('error', () => resolve(null)).once('close', resolve);
  });
}
