// Measures everything that a bench shows: bundle, submissions, a burst, the morning, a campaign, and the local Workspace.

import type { ScriptFile } from '../local-workspace/index.ts';
import { type BundleCost, measureBundle } from './bundle.ts';
import { type BurstCost, measureBurst } from './burst.ts';
import { type CampaignCost, measureCampaign } from './campaign.ts';
import { measureSubmissions, type SubmissionCost } from './submissions.ts';
import { measureSweeps, type SweepCost } from './sweep.ts';
import { measureWorkspace, type WorkspaceSpeed } from './workspace.ts';

/** What `--json` prints. Counts are the same each time; times are those of this computer. */
export interface Bench {
  readonly bundle: BundleCost;
  readonly submission: readonly SubmissionCost[];
  readonly burst: BurstCost;
  readonly sweep: readonly SweepCost[];
  readonly campaign: readonly CampaignCost[];
  readonly workspace: WorkspaceSpeed;
}

export interface Sizes {
  /** How many members a desk has on the mornings that are measured, and in the campaigns. */
  readonly sweep: readonly number[];
  readonly campaign: readonly number[];
}

export const ALL: Sizes = { sweep: [350, 10_000, 100_000], campaign: [350, 10_000] };
export const SMALL: Sizes = { sweep: [350], campaign: [350] };

const SUBMISSIONS_AT_ONCE = 100;
const PERCENTS_DUE = [0, 1, 100];

/** @param files the built bundle @param say is told what is measured next */
export function measure(files: readonly ScriptFile[], sizes: Sizes, say: (line: string) => void): Bench {
  say('The bundle');
  const bundle = measureBundle(files);
  say('One submission of each form');
  const submission = measureSubmissions(files);
  say(`${SUBMISSIONS_AT_ONCE} submissions at once`);
  const burst = measureBurst(files, SUBMISSIONS_AT_ONCE);
  const sweep = measureSweeps(files, sizes.sweep, PERCENTS_DUE, say);
  const campaign = sizes.campaign.map((members) => measureCampaign(files, members, say));
  say('A simulated year');
  const workspace = measureWorkspace(files, say);
  return { bundle, submission, burst, sweep, campaign, workspace };
}
