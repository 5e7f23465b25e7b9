// Explorations go through many points, such as every call at which a run can die. `npm test` takes a sample of them, the
// same each time; `npm run test:full` takes all.

/** Whether these tests were asked to leave no point out. */
export const IS_FULL = process.env.TESTS === 'full';

/**
 * The points to try: every sixth, or every second when `step` is 2; all of them in a full run.
 * @param shift moves which are taken, so that several samples of the same points take different ones
 */
export function sampled<T>(points: readonly T[], shift = 0, step = 6): readonly T[] {
  const first = shift % Math.min(step, Math.max(1, points.length));
  return points.filter((_, at) => IS_FULL || at % step === first);
}

/** How many points that are, for the name of a test: “a sample of 4 of 10”. */
export function ofAll(points: readonly unknown[], shift = 0, step = 6): string {
  return IS_FULL
    ? `all ${points.length}`
    : `a sample of ${sampled(points, shift, step).length} of ${points.length}`;
}

/** For the name of a test whose points are found while it runs. */
export const EACH = IS_FULL ? 'each' : 'every sixth';
