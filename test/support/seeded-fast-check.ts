// The library of property tests, with a seed of its own: the same examples in every run, and others when asked for.

import fc from 'fast-check';
import { IS_FULL } from './sample.ts';

/** `SEED` may name another one; a full run without it draws one, which a failure tells. */
const { SEED = IS_FULL ? undefined : '2026' } = process.env;
if (SEED) fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(SEED) });

export default fc;
