// One register as it was read: its entries, and the changes that wait to be committed together.

import type { CellValue } from './cells.ts';
import { fieldsOf, type Register, RegisterDamaged } from './register.ts';
import { appendRows, updateRow } from './requests.ts';

type Request = GoogleAppsScript.Sheets.Schema.Request;

export interface Row<E> {
  /** Row of the grid, counted from 0 (the header). True only for the snapshot that it came from. */
  readonly index: number;
  entry: E;
  /** Cells that could not be read, by field: what stands in them. */
  readonly faults: { readonly [K in keyof E]?: string };
}

export class Table<E extends object> {
  readonly rows: Row<E>[] = [];
  /** Column of the grid, counted from 0, of each field. */
  readonly positions: { readonly [K in keyof E]: number };
  private readonly fields: (keyof E & string)[];
  private nextIndex: number;
  private appended = new Set<Row<E>>();
  private changed = new Map<Row<E>, Partial<E>>();

  /**
   * @param grid all rows of the tab, header first. Throws RegisterDamaged when a header is missing.
   * @param sheetId the tab's id, for writing.
   */
  constructor(
    readonly register: Register<E>,
    readonly sheetId: number,
    grid: readonly (readonly CellValue[])[],
  ) {
    this.fields = fieldsOf(register);
    this.positions = findColumns(register, grid[0] ?? []);
    this.nextIndex = Math.max(1, grid.length);
    for (const [index, cells] of grid.entries()) {
      if (index > 0 && cells.some((value) => value !== null && value !== ''))
        this.rows.push(this.read(index, cells));
    }
    this.rows = this.rows.filter((row) => this.holdsSomething(row));
  }

  get entries(): E[] {
    return this.rows.map((row) => row.entry);
  }

  /** The first row whose key is this; undefined when there is none. */
  find(key: string): Row<E> | undefined {
    return this.rows.find((row) => row.entry[this.register.key] === key);
  }

  /** Adds an entry below the last row; it is written by the next commit. */
  append(entry: E): Row<E> {
    const row: Row<E> = { index: this.nextIndex++, entry, faults: {} };
    this.rows.push(row);
    this.appended.add(row);
    return row;
  }

  /** Changes some fields; only those that differ are written by the next commit. Says whether any differed. */
  update(row: Row<E>, changes: Partial<E>): boolean {
    const differing: Partial<E> = {};
    for (const field of Object.keys(changes) as (keyof E)[]) {
      if (changes[field] !== row.entry[field] || row.faults[field] !== undefined)
        differing[field] = changes[field];
    }
    if (Object.keys(differing).length === 0) return false;
    row.entry = { ...row.entry, ...differing };
    if (!this.appended.has(row)) this.changed.set(row, { ...this.changed.get(row), ...differing });
    return true;
  }

  /** The requests that write what waits, which is then no longer waiting. */
  takeRequests(): Request[] {
    const requests = [...this.changed].map(([row, changes]) => updateRow(this, row.index, changes));
    if (this.appended.size > 0)
      requests.push(
        appendRows(
          this,
          Array.from(this.appended, (row) => row.entry),
        ),
      );
    this.changed = new Map();
    this.appended = new Set();
    return requests.flat();
  }

  private read(index: number, cells: readonly CellValue[]): Row<E> {
    const entry: Partial<E> = {};
    const faults: { [K in keyof E]?: string } = {};
    for (const field of this.fields) {
      const { kind } = this.register.columns[field];
      const value = cells[this.positions[field]] ?? null;
      const read = value === null || value === '' ? kind.empty : kind.decode(value);
      entry[field] = read === undefined ? kind.empty : read;
      if (read === undefined) faults[field] = String(value);
    }
    return { index, entry: entry as E, faults };
  }

  /** A row in which only columns of the staff's own, or empty tick boxes, hold something is no entry. */
  private holdsSomething(row: Row<E>): boolean {
    return this.fields.some(
      (field) =>
        row.faults[field] !== undefined || row.entry[field] !== this.register.columns[field].kind.empty,
    );
  }
}

function findColumns<E>(register: Register<E>, header: readonly CellValue[]): { [K in keyof E]: number } {
  const titles = header.map((value) =>
    String(value ?? '')
      .trim()
      .toLowerCase(),
  );
  const positions: Partial<Record<keyof E, number>> = {};
  const missing: string[] = [];
  for (const field of fieldsOf(register)) {
    const wanted = register.columns[field].header;
    const position = titles.indexOf(wanted.toLowerCase());
    if (position < 0) missing.push(wanted);
    positions[field] = position;
  }
  if (missing.length > 0) throw new RegisterDamaged(register.tab, missing);
  return positions as { [K in keyof E]: number };
}
