// Runs the clasp of node_modules, as a program of its own: it offers no modules to import.

import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const CLASP = createRequire(import.meta.url).resolve('@google/clasp');

export interface ClaspOptions {
  /** The file in which clasp keeps who has signed in. */
  readonly signIns: string;
  readonly user: string;
  /** More for its environment. */
  readonly env?: Readonly<Record<string, string>>;
}

interface Run extends ClaspOptions {
  readonly folder: string;
  /** Sees what it says while it runs. */
  readonly show?: (text: string) => void;
}

/** @throws Error with what clasp complains of */
function clasp(args: readonly string[], { folder, signIns, user, env, show }: Run): Promise<void> {
  const child = spawn(process.execPath, [CLASP, ...args, '--auth', signIns, '--user', user], {
    cwd: folder,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let complaint = '';
  child.stdout.on('data', (data) => show?.(String(data).trimEnd()));
  child.stderr.on('data', (data) => {
    complaint += data;
  });
  return new Promise((done, fail) => {
    child.on('error', fail);
    child.on('close', (status) =>
      status === 0 ? done() : fail(new Error(`clasp ${args[0]} did not work. ${complaint.trim()}`)),
    );
  });
}

/** Shows where to agree in the browser, and ends when that was done. */
export async function signIn(options: ClaspOptions, show: (text: string) => void): Promise<void> {
  await clasp(['login'], { ...options, folder: tmpdir(), show });
}

/** Makes a spreadsheet with a script that is bound to it. */
export async function createSpreadsheet(title: string, options: ClaspOptions) {
  // In a folder of its own, because clasp writes there what a new script holds.
  const folder = mkdtempSync(join(tmpdir(), 'clasp-'));
  try {
    await clasp(['create-script', '--type', 'sheets', '--title', title], { ...options, folder });
    const made = JSON.parse(readFileSync(join(folder, '.clasp.json'), 'utf8'));
    return { scriptId: String(made.scriptId), parentId: String(made.parentId) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Replaces the whole content of the script, in one request: all of it or nothing. */
export async function push(folder: string, settingsFile: string, options: ClaspOptions): Promise<void> {
  await clasp(['push', '--force', '--project', settingsFile], { ...options, folder });
}
