// People sort and insert rows while a run works. This tells whose row stands where now, by what its cells hold.

import type { CellValue } from './cells.ts';

/** The cells of a row in the order of the register's fields. */
export type RowCells = readonly CellValue[];

/** A row as we know it; `before` and `written` when we have just changed some of its cells. */
export interface KnownRow<R> {
  row: R;
  cells: RowCells;
  before: RowCells;
  /** Places of the cells that we have just changed, where it stood when it was read. */
  written: ReadonlySet<number>;
}

/** Whether a cell holds what it should; an empty cell is empty whichever way Google says so. */
export function sameCell(a: CellValue | undefined, b: CellValue | undefined): boolean {
  return a === b || (a ?? '') === (b ?? '') || (typeof a === 'number' && Math.abs(a - Number(b)) < 1e-6);
}

/** Recognises rows by their cells, each row once. */
export class RowFinder<R> {
  private readonly byKey = new Map<string, KnownRow<R>[]>();
  private readonly taken = new Set<R>();

  /** @param key the place of the cell that identifies a row */
  constructor(
    private readonly known: readonly KnownRow<R>[],
    private readonly key: number,
  ) {
    for (const one of known) {
      for (const name of new Set([one.cells, one.before].map((cells) => String(cells[key] ?? ''))))
        this.byKey.set(name, [...(this.byKey.get(name) ?? []), one]);
    }
  }

  /**
   * The row that stands there now: all its cells are the same, leaving aside those in doubt and those that we have just
   * changed; or else its key is. None for a row that is new to us.
   * @param doubtful places into which we may have written another row's values
   */
  find(now: RowCells, doubtful: ReadonlySet<number>): R | undefined {
    if (now.every((value, place) => doubtful.has(place) || sameCell(value, null))) return undefined;
    const key = String(now[this.key] ?? '');
    const keyCounts = !doubtful.has(this.key);
    const candidates = (keyCounts ? this.byKey.get(key) : this.known) ?? [];
    const free = candidates.filter(({ row }) => !this.taken.has(row));
    const same = free.find(({ cells, written }) =>
      now.every((value, place) => doubtful.has(place) || written.has(place) || sameCell(value, cells[place])),
    );
    const found = (same ?? (keyCounts && key !== '' ? free[0] : undefined))?.row;
    if (found) this.taken.add(found);
    return found;
  }
}
