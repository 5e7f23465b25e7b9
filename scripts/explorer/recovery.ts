// What comes by itself after a disturbance: the usual triggers of a day, and people who press again.

import type { Scene } from './scene.ts';

/** Past the daily allowances of Google, which begin at the first use, and past all the runs of a night and a morning. */
const A_DAY_MS = 25.5 * 60 * 60_000;

/** What comes within half an hour: two runs of every ten minutes. */
export function recoverSoon(scene: Scene): void {
  scene.minutes(11);
  scene.pressAgain();
  scene.minutes(10);
  scene.pressAgain();
}

/** What comes after that: the runs of a night and a morning, and one more run of every ten minutes. */
export function recoverLater(scene: Scene): void {
  scene.skipTo(new Date(scene.workspace.now() + A_DAY_MS).toISOString());
  scene.minutes(2);
}
