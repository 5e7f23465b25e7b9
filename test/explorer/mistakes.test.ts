// Typical mistakes are planted into the source, one after the other: the explorer finds each, and nothing without it; what it wrote down of one is found again as long as the mistake is there.

import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Explorer } from '../../scripts/explorer/explorer.ts';
import {
  listed,
  playOrStop,
  readFailure,
  replay,
  shortest,
  writeFailure,
} from '../../scripts/explorer/trace.ts';
import { readProjectFolder } from '../../scripts/local-workspace/index.ts';
import { MISTAKES, type Mistake } from './mistakes.ts';
import { DIST, newExplorer } from './short-run.ts';

/** For as many builds on a computer that has much else to do. */
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

describe('as the source is', () => {
  it.each(MISTAKES.map((mistake) => [mistake.name, mistake] as const))(
    'nothing is found where “%s” would show',
    (_, mistake) => expect(findings(mistake)).toEqual([]),
  );
});

describe('with a mistake', () => {
  beforeAll(() => planted, PATIENCE_MS);

  it.each(MISTAKES.map((mistake) => [mistake.name, mistake] as const))('“%s” is found', (name, mistake) => {
    explorer.push(readProjectFolder(join(folder, name)));
    expect(findings(mistake)).not.toEqual([]);
  });

  it('its failure is written with no more than it takes, and played again until the mistake is gone', () => {
    const { name, workflow } = MISTAKES.find((one) => one.name === 'no lock is taken') as Mistake;
    explorer.push(readProjectFolder(join(folder, name)));
    const call = explorer.callsOf(workflow).indexOf('Sheets.Spreadsheets.batchUpdate') + 1;
    const acts = ['staff edit', 'another response'];
    const found = shortest(explorer, { workflow, disturbance: { kind: 'interleaving', call, acts } });
    const written = readFailure(writeFailure(folder, found, 1));
    expect(written).toMatchObject({ seed: 1, workflow, disturbance: { acts: ['another response'] } });
    expect(written.trace[0]).toMatch(/^acceptanceSubmitted/);
    expect(replay(explorer, written)).toEqual(written);
    explorer.push(readProjectFolder(DIST));
    expect(replay(explorer, written)).toBeUndefined();
  });
});
