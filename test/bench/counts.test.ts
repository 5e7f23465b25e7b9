// What runs cost, counted again and compared with the counts that were committed last; many members only in a full run.

import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { measureBurst } from '../../scripts/bench/burst.ts';
import { type CampaignCost, measureCampaign } from '../../scripts/bench/campaign.ts';
import { measureSubmissions } from '../../scripts/bench/submissions.ts';
import { measureSweep, type SweepCost } from '../../scripts/bench/sweep.ts';
import { readProjectFolder } from '../../scripts/local-workspace/index.ts';
import { IS_FULL } from '../support/sample.ts';

const file = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const FILES = readProjectFolder(file('../../dist'));
const COUNTS = JSON.parse(readFileSync(file('counts.json'), 'utf8'));
const FEW = 350;
const SIX_MINUTES_MS = 360_000;
const TEST_MS = 1_200_000;

/** Those that are counted in this run. */
const counted = <T extends { members: number }>(counts: readonly T[]): T[] =>
  counts.filter(({ members }) => IS_FULL || members === FEW);

it('one submission of each form, at most 8 remote calls beside mails', () => {
  const counts = measureSubmissions(FILES).map(({ modelledMs: _, ...count }) => count);
  expect(counts).toEqual(COUNTS.submission);
  for (const { remoteCalls } of counts) expect(remoteCalls).toBeLessThanOrEqual(8);
});

it('a hundred submissions at once, at most 80 beside mails', () => {
  const count = measureBurst(FILES, 100);
  expect(count).toEqual(COUNTS.burst);
  expect(count.remoteCalls).toBeLessThanOrEqual(80);
});

type SweepCount = Omit<SweepCost, 'modelledMs' | 'cpuMs'>;

describe('a morning, within six minutes; with nothing due at most 5 remote calls, at most 20 for 100,000 members', () => {
  it.each(counted<SweepCount>(COUNTS.sweep))(
    '$members members, $duePercent % of them due',
    (expected) => {
      const { members, duePercent } = expected;
      const { modelledMs, cpuMs, ...count } = measureSweep(FILES, members, duePercent);
      expect(count).toEqual(expected);
      expect(modelledMs + cpuMs).toBeLessThan(SIX_MINUTES_MS);
      if (duePercent > 0) return;
      expect(count.remoteCalls).toBeLessThanOrEqual(members <= 10_000 ? 5 : 20);
      expect(cpuMs).toBeLessThan(20_000);
    },
    TEST_MS,
  );
});

describe('a campaign, at most one remote call for twenty mails and ten more', () => {
  it.each(counted<CampaignCost>(COUNTS.campaign))(
    '$members members',
    (expected) => {
      const count = measureCampaign(FILES, expected.members);
      expect(count).toEqual(expected);
      expect(count.remoteCalls).toBeLessThanOrEqual(count.mails / 20 + 10);
    },
    TEST_MS,
  );
});
