// The library of property tests, with a seed of its own: the same examples in every run, and others when asked for. In
// `npm test` no property is tried with more than some hundred examples; a full run takes as many as the test says.

import fc, { type Parameters } from 'fast-check';
import { IS_FULL } from './sample.ts';

/** `SEED` may name another one; a full run without it draws one, which a failure tells. */
const { SEED = IS_FULL ? undefined : '2026' } = process.env;
if (SEED) fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(SEED) });

const MOST = IS_FULL ? Number.POSITIVE_INFINITY : 250;

const limited = ({ numRuns = 100, ...params }: Parameters<never> = {}) => ({
  ...params,
  numRuns: Math.min(numRuns, MOST),
});

const library: typeof fc = {
  ...fc,
  assert: ((property: never, params?: Parameters<never>) =>
    fc.assert(property, limited(params))) as typeof fc.assert,
};
export default library;
