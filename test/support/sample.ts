// Explorations go through many points, such as every call at which a run can die. `npm test` takes a sample of them, the
// same each time; `npm run test:full` takes all.

const STEP = 6;

/** Whether these tests were asked to leave no point out. */
export const IS_FULL = process.env.TESTS === 'full';

/**
 * The points to try: every sixth; all of them in a full run.
 * @param shift moves which are taken, so that several samples of the same points take different ones
 */
export function sampled<T>(points: readonly T[], shift = 0): readonly T[] {
  const first = shift % Math.min(STEP, Math.max(1, points.length));
  return points.filter((_, at) => IS_FULL || at % STEP === first);
}

/** How many points that are, for the name of a test: “a sample of 4 of 10”. */
export function ofAll(points: readonly unknown[], shift = 0): string {
  return IS_FULL
    ? `all ${points.length}`
    : `a sample of ${sampled(points, shift).length} of ${points.length}`;
}

/** For the name of a test whose points are found while it runs. */
export const EACH = IS_FULL ? 'each' : 'every sixth';
