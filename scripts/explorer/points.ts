// Which points are tried, and in which portions.

import type { Point } from './explorer.ts';

/** Points that one process plays before it answers. */
const PORTION = 12;

/** Portions of points that begin alike, so that a process prepares little anew. */
export function portions(points: readonly Point[]): Point[][] {
  const groups = new Map<string, Point[]>();
  for (const point of points) {
    const key = [point.workflow, ...actsIn(point.disturbance)].join();
    groups.set(key, [...(groups.get(key) ?? []), point]);
  }
  return [...groups.values()].flatMap((group) =>
    Array.from({ length: Math.ceil(group.length / PORTION) }, (_, at) =>
      group.slice(at * PORTION, (at + 1) * PORTION),
    ),
  );
}

/** A sample of so many points of each kind, spread evenly and always the same. */
export function sampleOf(
  points: readonly Point[],
  each: Readonly<Record<Point['disturbance']['kind'], number>>,
): Point[] {
  return Object.entries(each).flatMap(([kind, count]) => {
    const all = points.filter(({ disturbance }) => disturbance.kind === kind);
    const step = Math.max(1, all.length / count);
    return Array.from(
      { length: Math.min(count, all.length) },
      (_, at) => all[Math.floor((at + 0.5) * step)] as Point,
    );
  });
}

/** So many things come in between in the short run, at each workflow others. */
const FEW = 3;

/**
 * What the tests try of a workflow, in seconds: one call at which it is killed, one fault, one trigger that goes wrong, and a
 * few of the things that can come in between.
 * @param turn the place of the workflow among all, so that each meets something else
 */
export function shortRun(points: readonly Point[], turn: number): Point[] {
  const pick = (kind: Point['disturbance']['kind'], isWanted = (_: Point) => true) => {
    const all = points.filter((point) => point.disturbance.kind === kind && isWanted(point));
    const found = all[Math.floor(all.length * ((turn * GOLDEN) % 1))];
    return found ? [found] : [];
  };
  const [everything] = pick('interleaving', ({ disturbance }) => actsIn(disturbance).length > 1);
  const acts = everything ? actsIn(everything.disturbance) : [];
  const few = acts.filter((_, at) => (at + turn) % Math.ceil(acts.length / FEW) === 0);
  const between = everything
    ? [{ ...everything, disturbance: { ...everything.disturbance, acts: few } } as Point]
    : [];
  return [...pick('kill'), ...pick('fault'), ...pick('trigger'), ...between];
}

/** Multiples of it are spread evenly. */
const GOLDEN = 0.618;

const actsIn = (disturbance: Point['disturbance']): readonly string[] =>
  disturbance.kind === 'interleaving' ? disturbance.acts : [];
