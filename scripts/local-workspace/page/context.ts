// What every part of the page works with.

import type { Workspace } from '../index.ts';
import type { Assets } from './assets.ts';
import type { Live } from './live.ts';
import type { Turns } from './turns.ts';

export interface PageContext {
  readonly workspace: Workspace;
  readonly turns: Turns;
  readonly live: Live;
  readonly assets: Assets;
  /** Where this server answers, without a slash at the end: `http://localhost:8787`. */
  readonly origin: string;
}
