// A short run of the explorer: of each workflow a few points, always the same ones.

import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { Explorer, workflowNamed } from '../../scripts/explorer/explorer.ts';
import { shortRun } from '../../scripts/explorer/points.ts';
import { inWords, listed, playOrStop } from '../../scripts/explorer/trace.ts';
import { readProjectFolder } from '../../scripts/local-workspace/index.ts';
import { IS_FULL } from '../support/sample.ts';

/** The bundle as it is deployed; global-setup builds it before the tests. */
export const DIST = fileURLToPath(new URL('../../dist', import.meta.url));

/** Of the built desk; its runs share realms, as those of other tests do. */
export function newExplorer(): Explorer {
  const explorer = new Explorer(readProjectFolder(DIST));
  for (const { workspace } of explorer.scenes) workspace.runner.keepsRealms = !IS_FULL;
  return explorer;
}

export function exploreShortly(names: readonly string[]): void {
  const explorer = newExplorer();
  describe.each(names.map((name, turn) => [name, turn] as const))('%s', (name, turn) => {
    const points = shortRun(explorer.pointsOf(workflowNamed(name)), turn);
    it.each(points.map((point) => [inWords(point.disturbance, explorer.callsOf(name)), point] as const))(
      '%s: nothing is lost, doubled, stuck or leaked',
      (_, point) => expect(listed(playOrStop(explorer, point))).toEqual([]),
    );
  });
}
