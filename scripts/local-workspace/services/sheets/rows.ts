// The rows of one tab while a request works on them: changes are kept beside the stored list until all is well.

import type { List, Table } from '../../kernel/store.ts';
import { rowHasData } from './cells.ts';
import { EMPTY_ROW, type Row } from './model.ts';

/** Reading access to the rows of a tab; rows beyond the last kept one are empty. */
export interface RowReader {
  /** Rows kept; the grid may be longer. */
  readonly length: number;
  /** Rows up to the last with a value or formula. */
  readonly dataRows: number;
  get(index: number): Row;
}

/** How a commit changed a list, so that it can be undone: what stands at these places was this before. */
export type RowsPatch =
  | { readonly kind: 'set'; readonly length: number; readonly rows: readonly (readonly [number, Row])[] }
  | { readonly kind: 'tail'; readonly from: number; readonly rows: readonly Row[] };

export class StoredRows implements RowReader {
  constructor(
    private readonly list: List<Row>,
    readonly dataRows: number,
  ) {}
  get length(): number {
    return this.list.length;
  }
  get(index: number): Row {
    return this.list.get(index) ?? EMPTY_ROW;
  }
}

export class RowsDraft implements RowReader {
  private changed = new Map<number, Row>();
  private whole: Row[] | undefined;
  private count: number;
  private data: number;

  constructor(
    private readonly list: List<Row>,
    private readonly extents: Table<number>,
    private readonly key: string,
    fresh = false,
  ) {
    this.count = fresh ? 0 : list.length;
    this.data = fresh ? 0 : (extents.get(key) ?? 0);
    if (fresh) this.whole = [];
  }

  get length(): number {
    return this.count;
  }

  /** Kept up to date with every change, so that appending never looks through the rows. */
  get dataRows(): number {
    return this.data;
  }

  get(index: number): Row {
    if (index >= this.count) return EMPTY_ROW;
    return this.whole
      ? (this.whole[index] ?? EMPTY_ROW)
      : (this.changed.get(index) ?? this.list.get(index) ?? EMPTY_ROW);
  }

  set(index: number, row: Row): void {
    if (row === this.get(index)) return;
    if (index >= this.count) this.count = index + 1;
    if (this.whole) {
      while (this.whole.length < index) this.whole.push(EMPTY_ROW);
      this.whole[index] = row;
    } else this.changed.set(index, row);
    if (rowHasData(row)) this.data = Math.max(this.data, index + 1);
    else if (index + 1 === this.data) this.shrink();
  }

  insert(at: number, rows: readonly Row[]): void {
    if (at >= this.count && rows.every((row) => row.length === 0)) return;
    const all = this.materialise();
    while (all.length < at) all.push(EMPTY_ROW);
    this.replace([...all.slice(0, at), ...rows, ...all.slice(at)]);
  }

  remove(at: number, count: number): void {
    if (at >= this.count) return;
    const all = this.materialise();
    this.replace([...all.slice(0, at), ...all.slice(at + count)]);
  }

  /** All kept rows, as one array that the caller must not change. */
  all(): readonly Row[] {
    return this.materialise();
  }

  replace(rows: readonly Row[]): void {
    this.whole = [...rows];
    this.changed.clear();
    this.count = rows.length;
    this.data = rows.length;
    this.shrink();
  }

  map(change: (row: Row) => Row): void {
    const known = new Map<Row, Row>();
    this.replace(
      this.materialise().map((row) => {
        let next = known.get(row);
        if (!next) {
          next = change(row);
          known.set(row, next);
        }
        return next;
      }),
    );
  }

  /** Writes the changes into the list; returns how to undo them. */
  commit(): RowsPatch | undefined {
    const patch = this.write();
    if ((this.extents.get(this.key) ?? 0) !== this.data) this.extents.set(this.key, this.data);
    return patch;
  }

  private write(): RowsPatch | undefined {
    const before = this.list.length;
    if (!this.whole) {
      if (this.changed.size === 0) return undefined;
      const old: [number, Row][] = [];
      for (const [index, row] of this.changed) {
        if (index >= before) continue;
        old.push([index, this.list.get(index) as Row]);
        this.list.set(index, row);
      }
      for (let index = before; index < this.count; index++)
        this.list.push(this.changed.get(index) ?? EMPTY_ROW);
      return { kind: 'set', length: before, rows: old };
    }
    const stored = this.list.all();
    let from = 0;
    while (from < before && from < this.whole.length && stored[from] === this.whole[from]) from++;
    if (from === before && from === this.whole.length) return undefined;
    const removed = this.list.splice(from, before - from, this.whole.slice(from));
    return { kind: 'tail', from, rows: removed };
  }

  private materialise(): Row[] {
    if (!this.whole) {
      const all = this.list.all().slice();
      while (all.length < this.count) all.push(EMPTY_ROW);
      for (const [index, row] of this.changed) all[index] = row;
      this.whole = all;
      this.changed.clear();
    }
    return this.whole;
  }

  private shrink(): void {
    while (this.data > 0 && !rowHasData(this.get(this.data - 1))) this.data--;
  }
}

/** Puts back what a commit changed. */
export function undoRows(rows: RowsDraft, patch: RowsPatch): void {
  const all = rows.all().slice();
  if (patch.kind === 'tail') rows.replace([...all.slice(0, patch.from), ...patch.rows]);
  else {
    all.length = Math.min(all.length, patch.length);
    for (const [index, row] of patch.rows) all[index] = row;
    rows.replace(all);
  }
}
