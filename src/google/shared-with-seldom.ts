// What the seldom part uses of the code. The build writes this module, because only it knows (scripts/seldom-part.ts).

import type { Shared } from './seldom-part.ts';

export const sharedWithSeldom = (): Shared => ({});
