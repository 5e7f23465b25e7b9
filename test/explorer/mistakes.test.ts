// Ten typical mistakes are planted into the source, one after the other (a sample of them in npm test): the explorer finds each, and nothing without it.

import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Explorer } from '../../scripts/explorer/explorer.ts';
import { listed, playOrStop } from '../../scripts/explorer/trace.ts';
import { readProjectFolder } from '../../scripts/local-workspace/index.ts';
import { ofAll, sampled } from '../support/sample.ts';
import { MISTAKES, type Mistake } from './mistakes.ts';
import { newExplorer } from './short-run.ts';

/** For ten builds on a computer that has much else to do. */
const PATIENCE_MS = 300_000;
const PLANT = fileURLToPath(new URL('./plant.ts', import.meta.url));

const folder = mkdtempSync(join(tmpdir(), 'mistakes-'));
let explorer: Explorer;
/** All are built in a process of their own, while the source is tried as it is. */
let planted: Promise<unknown>;
beforeAll(() => {
  planted = promisify(execFile)(process.execPath, ['--import', 'tsx', PLANT, folder]);
  explorer = newExplorer();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function findings({ workflow, method, disturbance }: Mistake): string[] {
  const call = explorer.callsOf(workflow).findIndex((one) => method.test(one)) + 1;
  expect(call).toBeGreaterThan(0);
  return listed(playOrStop(explorer, { workflow, disturbance: disturbance(call) }));
}

const TRIED = sampled(MISTAKES);

describe(`as the source is, at ${ofAll(MISTAKES)} points`, () => {
  it.each(TRIED.map((mistake) => [mistake.name, mistake] as const))(
    'nothing is found where “%s” would show',
    (_, mistake) => expect(findings(mistake)).toEqual([]),
  );
});

describe(`with a mistake, ${ofAll(MISTAKES)}`, () => {
  beforeAll(() => planted, PATIENCE_MS);

  it.each(TRIED.map((mistake) => [mistake.name, mistake] as const))('“%s” is found', (name, mistake) => {
    explorer.push(readProjectFolder(join(folder, name)));
    expect(findings(mistake)).not.toEqual([]);
  });
});
