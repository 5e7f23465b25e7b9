// Ten typical mistakes are planted into the source, one after the other: the explorer finds each, and nothing without it.

import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { build } from '../../scripts/build.ts';
import { Explorer } from '../../scripts/explorer/explorer.ts';
import { listed, playOrStop } from '../../scripts/explorer/trace.ts';
import { readProjectFolder } from '../../scripts/local-workspace/index.ts';
import { MISTAKES, type Mistake } from './mistakes.ts';
import { DIST } from './short-run.ts';

const SOURCE = fileURLToPath(new URL('../../src', import.meta.url));

let folder: string;
let explorer: Explorer;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'mistakes-'));
  explorer = new Explorer(readProjectFolder(DIST));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The source with the mistake in it. Throws when the source has changed, so that nobody knows where it belongs. */
function withMistake({ name, file, changes }: Mistake): string {
  let text = readFileSync(join(SOURCE, file), 'utf8');
  for (const [from, to] of changes) {
    if (text.split(from).length !== 2) throw new Error(`“${name}” does not know ${file} any more: ${from}`);
    text = text.replace(from, () => to);
  }
  return text;
}

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
  it.each(MISTAKES.map((mistake) => [mistake.name, mistake] as const))(
    '“%s” is found',
    async (_, mistake) => {
      const instead = new Map([[mistake.file, withMistake(mistake)]]);
      const { outDir } = await build({ outDir: join(folder, 'dist'), minify: false, instead });
      explorer.push(readProjectFolder(outDir));
      expect(findings(mistake)).not.toEqual([]);
    },
  );
});
