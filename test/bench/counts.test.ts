// What runs cost, counted again and compared with the counts that were committed last.

import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from '@jest/globals';
import { measureBurst } from '../../scripts/bench/burst.ts';
import { measureCampaign } from '../../scripts/bench/campaign.ts';
import { measureSubmissions } from '../../scripts/bench/submissions.ts';
import { measureSweep } from '../../scripts/bench/sweep.ts';
import { readProjectFolder } from '../../scripts/local-workspace/index.ts';

const file = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const FILES = readProjectFolder(file('../../dist'));
const COUNTS = JSON.parse(readFileSync(file('counts.json'), 'utf8'));

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

it('a morning with nothing due, at most 5', () => {
  const { modelledMs: _, cpuMs: __, ...count } = measureSweep(FILES, 350, 0);
  expect([count]).toEqual(COUNTS.sweep);
  expect(count.remoteCalls).toBeLessThanOrEqual(5);
});

it('a campaign, at most one call for twenty mails and ten more', () => {
  const count = measureCampaign(FILES, 350);
  expect([count]).toEqual(COUNTS.campaign);
  expect(count.remoteCalls).toBeLessThanOrEqual(count.mails / 20 + 10);
});
