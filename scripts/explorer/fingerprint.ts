// By what a state is known again, so that two ways that lead to the same state need only one recovery (state matching).

import { createHash } from 'node:crypto';
import type { StoreSnapshot } from '../local-workspace/kernel/store.ts';
import { FAILED } from './end-state.ts';
import { NINA, type Scene, VOLUNTEER } from './scene.ts';

/** What ran, how often something changed, and the state of chance do not tell what will happen; allowances do when nothing is left of them. */
const PASSED = new Set(['executions', 'random', 'clock', 'quotas', 'sheet-revisions']);

/**
 * Of a state that began at this moment: everything that has changed since then, and what people still wait for. Equal for
 * states that differ only in ids, in times within the same minutes, or in what Google said of an error: no rule of the
 * desk looks at that later.
 * @param minutes how exact times are: as the rules that may still come look at them
 */
export function fingerprint(scene: Scene, from: StoreSnapshot, minutes: number): string {
  const { workspace } = scene;
  const now = workspace.snapshot();
  const parts: unknown[] = [workspace.now(), scene.begun, scene.watch.finds];
  for (const [name, entries] of now.tables) {
    const before = from.tables.get(name);
    if (PASSED.has(name) || before === entries) continue;
    for (const [key, value] of entries) if (before?.get(key) !== value) parts.push([name, key, value]);
    for (const key of before?.keys() ?? []) if (!entries.has(key)) parts.push([name, key]);
  }
  for (const [name, items] of now.lists) {
    const before = from.lists.get(name);
    if (PASSED.has(name) || before === items) continue;
    if (items.length !== (before?.length ?? 0)) parts.push([name, items.length]);
    items.forEach((item, at) => {
      if (before?.[at] !== item) parts.push([name, at, item]);
    });
  }
  for (const account of [workspace.owner, NINA, VOLUNTEER])
    for (const { allowance, used, limit } of workspace.kernel.quotas.report(account))
      if (used >= limit) parts.push([account, allowance]);
  return createHash('sha256')
    .update(alike(JSON.stringify(parts), minutes))
    .digest('base64');
}

/** Moments as milliseconds since 1970, as clock times, and as days of a spreadsheet. */
const MOMENT = /\b(1[78]\d{11})\b|\b(\d\d):(\d\d):\d\d(?:\.\d+)?|\b(4\d{4}\.\d{3,})\b/g;
/** What is drawn by chance: of responses, mails, triggers, files; and hashes. */
const DRAWN = /\b(?:2_ABaO[\w-]+|[0-9a-f]{12,64})\b|<CA\S{50}@|(?<=["/])1[\w-]{43,56}(?=["/])/g;

/** What staff read of a run that failed, as far as the error itself. */
const ERROR = new RegExp(`(${FAILED} \\([^)]*\\): )[^"]*`, 'g');

/** Moments to so many minutes, ids by the order in which they come, and no errors. */
function alike(text: string, minutes: number): string {
  const ids = new Map<string, number>();
  const numberOf = (id: string) => {
    if (!ids.has(id)) ids.set(id, ids.size);
    return `‹${ids.get(id)}›`;
  };
  const rounded = (_: string, ms?: string, hour?: string, minute?: string, days?: string) => {
    const exact = hour
      ? 60 * Number(hour) + Number(minute)
      : ms
        ? Number(ms) / 60_000
        : Number(days) * 24 * 60;
    return `‹${Math.floor(exact / minutes)}›`;
  };
  return text.replace(ERROR, '$1').replace(MOMENT, rounded).replace(DRAWN, numberOf);
}
