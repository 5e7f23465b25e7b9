// Which points are tried, and in which portions.

import type { Point } from './explorer.ts';

/** Points that one process plays before it answers. */
const PORTION = 12;

/** Portions of points that begin alike, so that a process prepares little anew. */
export function portions(points: readonly Point[]): Point[][] {
  const groups = new Map<string, Point[]>();
  for (const point of points) {
    const { disturbance, workflow } = point;
    const acts = disturbance.kind === 'interleaving' ? disturbance.acts : [];
    const key = [workflow, ...acts].join();
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
