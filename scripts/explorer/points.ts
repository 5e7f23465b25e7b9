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
 * What the tests try of a workflow, in seconds: one call at which it is killed, and in turn one fault, one trigger that goes
 * wrong, or a few of the things that can come in between.
 * @param turn the place of the workflow among all, so that each meets something else
 */
export function shortRun(points: readonly Point[], turn: number): Point[] {
  const pick = (kind: Point['disturbance']['kind']) => {
    const all = points.filter((point) => point.disturbance.kind === kind);
    const found = all[Math.floor(all.length * ((turn * GOLDEN) % 1))];
    return found ? [found] : [];
  };
  const others = (['fault', 'trigger', 'interleaving'] as const).filter((kind) => pick(kind).length > 0);
  const other = others[turn % others.length];
  return [...pick('kill'), ...(other ? pick(other).map((point) => withFew(point, turn)) : [])];
}

/** The point with a few of the things that come in between. */
function withFew(point: Point, turn: number): Point {
  const { disturbance } = point;
  if (disturbance.kind !== 'interleaving') return point;
  const { acts } = disturbance;
  const few = acts.filter((_, at) => (at + turn) % Math.ceil(acts.length / FEW) === 0);
  return { ...point, disturbance: { ...disturbance, acts: few } };
}

/** Multiples of it are spread evenly. */
const GOLDEN = 0.618;

const actsIn = (disturbance: Point['disturbance']): readonly string[] =>
  disturbance.kind === 'interleaving' ? disturbance.acts : [];
