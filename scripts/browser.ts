// Finds a Chrome or Chromium for the browser tests, or fetches one; says in one line what to install when it cannot.

import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { chromium } from 'playwright-core';

const INSTALLED = [
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
];

/** @returns the path of a browser that starts @throws Error with one line for the person at the keyboard */
export function findOrFetchBrowser(): string {
  return installed() ?? fetchWithPlaywright() ?? fetchWithApt() ?? refuse();
}

function installed(): string | undefined {
  const candidates = [process.env.CHROMIUM_PATH, ...INSTALLED, chromium.executablePath()];
  return candidates.find((path): path is string => path !== undefined && existsSync(path) && starts(path));
}

function fetchWithPlaywright(): string | undefined {
  console.log("No Chrome or Chromium found. Fetching one with Playwright's installer…");
  const cli = join(dirname(createRequire(import.meta.url).resolve('playwright-core/package.json')), 'cli.js');
  spawnSync(process.execPath, [cli, 'install', 'chromium'], { stdio: 'ignore', timeout: 300_000 });
  return installed();
}

function fetchWithApt(): string | undefined {
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get'))
    return undefined;
  console.log('Installing Chromium with apt…');
  const apt = (...args: string[]) =>
    spawnSync('apt-get', args, {
      stdio: 'ignore',
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      timeout: 600_000,
    });
  apt('update');
  apt('install', '-y', '--no-install-recommends', 'chromium');
  return installed();
}

/** An installed file is not yet a browser: its libraries may be missing. */
function starts(path: string): boolean {
  if (process.platform === 'win32') return true;
  return spawnSync(path, ['--version', '--no-sandbox'], { stdio: 'ignore', timeout: 30_000 }).status === 0;
}

function refuse(): never {
  throw new Error(
    'The browser tests need Google Chrome or Chromium: install one, or set CHROMIUM_PATH to it.',
  );
}
