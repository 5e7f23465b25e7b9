// One register as it was read: its entries, and the changes that wait to be committed together.

import type { CellKind, CellValue } from './cells.ts';
import { type RowCells, RowFinder, sameCell } from './moved-rows.ts';
import { emptyEntry, fieldsOf, type Register, RegisterDamaged } from './register.ts';
import { appendRows, emptyCell, updateRow } from './requests.ts';

type Request = GoogleAppsScript.Sheets.Schema.Request;

export interface Row<E> {
  /** Row of the grid, counted from 0 (the header), when the tab was read last; -1 once it is no longer there. */
  index: number;
  entry: E;
  /** What stands in its cells as far as we know, in the order of the fields. */
  cells: RowCells;
  /** Cells that could not be read, by field: what stands in them. */
  readonly faults: { readonly [K in keyof E]?: string };
}

export class Table<E extends object> {
  readonly rows: Row<E>[] = [];
  /** Column of the grid, counted from 0, of each field. */
  positions: { readonly [K in keyof E]: number };
  private readonly fields: (keyof E & string)[];
  private readonly kinds: readonly CellKind<E[keyof E & string]>[];
  /** The same columns in the order of the fields. */
  private places: readonly number[];
  private readonly nothing: E;
  private nextIndex: number;
  private appended = new Set<Row<E>>();
  private changed = new Map<Row<E>, Partial<E>>();
  /** The rows of each key, from when one is first looked for until a key changes. */
  private byKey: Map<unknown, Row<E>[]> | undefined;
  /** Rows that the last commit added, or wrote anew because their columns had moved. */
  private added = new Set<Row<E>>();
  private anew = new Set<Row<E>>();
  /** Empties cells into which the last commit should not have written. */
  private readonly strays: Request[] = [];
  /** Rows that the last commit changed: the fields that it wrote, and the cells before. */
  private written = new Map<Row<E>, { fields: (keyof E)[]; before: RowCells }>();

  /** About how many characters the request has that writes what waits. */
  weight = 0;

  /** Keys of rows that were left out when the tab was read, and into which a commit has written all the same. */
  readonly overwritten: string[] = [];

  /**
   * @param grid all rows of the tab, header first. Throws RegisterDamaged when a header is missing.
   * @param sheetId the tab's id, for writing.
   * @param from the row of the tab, counted from 0, that stands below the header in the grid; 1 unless earlier rows
   * were left out.
   */
  constructor(
    readonly register: Register<E>,
    readonly sheetId: number,
    grid: readonly (readonly CellValue[])[],
    readonly from = 1,
  ) {
    this.fields = fieldsOf(register);
    this.kinds = this.fields.map((field) => register.columns[field].kind);
    this.nothing = emptyEntry(register);
    this.positions = findColumns(register, grid[0] ?? []);
    this.places = this.fields.map((field) => this.positions[field]);
    this.nextIndex = from - 1 + Math.max(1, grid.length);
    for (let index = 1; index < grid.length; index++) {
      const row = this.read(from - 1 + index, grid[index] ?? []);
      if (this.holdsSomething(row)) this.rows.push(row);
    }
  }

  /** Whether earlier rows were left out, because they are settled. */
  get isRecent(): boolean {
    return this.from > 1;
  }

  /** Whether something waits to be written. */
  get isChanged(): boolean {
    return this.changed.size + this.appended.size > 0;
  }

  get entries(): E[] {
    return this.rows.map((row) => row.entry);
  }

  /** The first row whose key is this; undefined when there is none. */
  find(key: string): Row<E> | undefined {
    return this.rowsWith(key)[0];
  }

  /** All rows whose key is this. */
  rowsWith(key: string): readonly Row<E>[] {
    if (!this.byKey) {
      this.byKey = new Map();
      for (const row of this.rows) this.index(this.byKey, row);
    }
    return this.byKey.get(key) ?? [];
  }

  private index(byKey: Map<unknown, Row<E>[]>, row: Row<E>): void {
    const key = row.entry[this.register.key];
    const known = byKey.get(key);
    if (known) known.push(row);
    else byKey.set(key, [row]);
  }

  /** Adds an entry below the last row; it is written by the next commit. */
  append(entry: E): Row<E> {
    const row: Row<E> = { index: this.nextIndex++, entry, faults: {}, cells: this.encoded(entry) };
    this.rows.push(row);
    if (this.byKey) this.index(this.byKey, row);
    this.appended.add(row);
    this.weight += weigh(row.cells);
    return row;
  }

  /** Changes some fields; only those that differ are written by the next commit. Says whether any differed. */
  update(row: Row<E>, changes: Partial<E>): boolean {
    const fields = (Object.keys(changes) as (keyof E)[]).filter(
      (field) => changes[field] !== row.entry[field] || row.faults[field] !== undefined,
    );
    if (fields.length === 0) return false;
    const differing: Partial<E> = {};
    for (const field of fields) differing[field] = changes[field];
    row.entry = { ...row.entry, ...differing };
    if (this.register.key in differing) this.byKey = undefined;
    if (this.appended.has(row)) return true;
    if (!this.changed.has(row)) this.weight += AROUND_ROW + weigh(Object.values(differing));
    this.changed.set(row, { ...this.changed.get(row), ...differing });
    return true;
  }

  /** The requests that write what waits, which is then no longer waiting. */
  takeRequests(): Request[] {
    for (const row of this.changed.keys()) if (row.index < 0) this.changed.delete(row);
    const requests = [...this.changed].map(([row, changes]) => updateRow(this, row.index, changes));
    this.written = new Map();
    for (const [row, changes] of this.changed) {
      const fields = Object.keys(changes) as (keyof E)[];
      const encoded = this.encoded(row.entry);
      this.written.set(row, { fields, before: row.cells });
      row.cells = this.fields.map(
        (field, place) => (fields.includes(field) ? encoded : row.cells)[place] ?? null,
      );
    }
    requests.push(this.strays.splice(0));
    this.added = new Set([...this.appended, ...this.anew]);
    this.anew = new Set();
    const [first] = this.appended;
    if (first) {
      const entries = Array.from(this.appended, (row) => row.entry);
      requests.push(appendRows(this, entries, first.index));
    }
    this.changed = new Map();
    this.appended = new Set();
    this.weight = 0;
    return requests.flat();
  }

  /**
   * The requests that make the rows these, from the first below the header on, and empty what stands below them. Only
   * for a view: what people do there meanwhile is put right by the next run.
   */
  rewrite(entries: readonly E[]): Request[] {
    const { nextIndex } = this;
    this.byKey = undefined;
    const known = new Map(this.rows.map((row) => [row.index, row]));
    const last = Math.max(entries.length, ...known.keys());
    const requests: Request[] = [];
    const added: E[] = [];
    for (let index = 1; index <= last; index++) {
      const entry = entries[index - 1] ?? this.nothing;
      const cells = this.encoded(entry);
      const row = known.get(index);
      const isSame = cells.every((value, place) => sameCell(value, row?.cells[place]));
      if (row) Object.assign(row, { entry, cells });
      else this.rows.push({ index, entry, cells, faults: {} });
      if (index >= nextIndex) added.push(entry);
      else if (!isSame) requests.push(...updateRow(this, index, entry));
    }
    // The grid may end where its rows end, so further ones are added to it.
    if (added.length > 0) requests.push(...appendRows(this, added, nextIndex));
    this.nextIndex = Math.max(nextIndex, last + 1);
    return requests;
  }

  /** Headings that a view has lost; it is neither read nor written then. */
  get missing(): string[] {
    return this.fields
      .filter((field) => this.positions[field] < 0)
      .map((field) => this.register.columns[field].header);
  }

  /** Rows of the grid that the last commit changed; and the headings, when it added rows. */
  get writtenRows(): number[] {
    return [...(this.added.size > 0 ? [0] : []), ...Array.from(this.written.keys(), ({ index }) => index)];
  }

  /** Whether the rows that the last commit changed are still the ones that were read. */
  stands(found: ReadonlyMap<number, readonly CellValue[]>): boolean {
    const header = this.added.size > 0 ? found.get(0) : undefined;
    if (header && this.fields.some((field) => !isTitle(this.register, field, header[this.positions[field]])))
      return false;
    return [...this.written.keys()].every(({ index, cells }) => {
      const now = this.inOrder(found.get(index) ?? []);
      return cells.every((value, place) => sameCell(value, now[place]));
    });
  }

  /**
   * Finds every row again in a newer reading, after `stands` said no. What was written into the wrong rows waits to be
   * put back, and what was meant for others waits to be written there, by the next commit.
   */
  relocate(grid: readonly (readonly CellValue[])[]): void {
    const before = this.positions;
    this.positions = findColumns(this.register, grid[0] ?? []);
    this.places = this.fields.map((field) => this.positions[field]);
    this.nextIndex = Math.max(1, grid.length);
    const hits = new Map([...this.written].map(([row, { fields }]) => [row.index, fields]));
    const finder = this.finder();
    for (const [row, { fields }] of this.written) this.writeAgain(row, fields);
    for (const row of this.rows) row.index = -1;
    const placed = this.placeAdded(grid, before);
    for (const [index, gridRow] of grid.entries()) {
      if (index === 0 || placed.has(index)) continue;
      const columns = hits.get(index)?.map((field) => before[field]) ?? [];
      const doubtful = this.fields.filter((field) => columns.includes(this.positions[field]));
      const now = this.inOrder(gridRow);
      const row = finder.find(now, new Set(doubtful.map((field) => this.fields.indexOf(field))));
      if (row) {
        row.index = index;
        row.cells = now;
        this.writeAgain(row, doubtful);
      } else if (doubtful.length > 0) this.empty(index, gridRow, doubtful);
    }
  }

  /**
   * What was added while columns were being moved stands in the columns of before. It is written anew where it belongs,
   * and taken away where it does not. Gives the rows of the grid.
   */
  private placeAdded(
    grid: readonly (readonly CellValue[])[],
    before: Readonly<Record<keyof E, number>>,
  ): Set<number> {
    const placed = new Set<number>();
    if (this.fields.every((field) => before[field] === this.positions[field])) return placed;
    const now = this.fields.map((field) => this.positions[field]);
    for (const row of this.added) {
      row.cells = this.encoded(row.entry);
      const isRow = (cells: readonly CellValue[], index: number) =>
        index > 0 && this.fields.every((field, place) => sameCell(cells[before[field]], row.cells[place]));
      row.index = grid.findIndex((cells, index) => !placed.has(index) && isRow(cells, index));
      if (row.index < 0) continue;
      placed.add(row.index);
      this.anew.add(row);
      this.writeAgain(row, this.fields);
      for (const [column, value] of (grid[row.index] ?? []).entries())
        if (!now.includes(column) && !sameCell(value, null))
          this.strays.push(emptyCell(this.sheetId, row.index, column));
    }
    return placed;
  }

  private finder(): RowFinder<Row<E>> {
    const known = this.rows.map((row) => {
      const { fields = [], before = row.cells } = this.written.get(row) ?? {};
      const written = new Set(fields.map((field) => this.fields.indexOf(field as keyof E & string)));
      return { row, cells: row.cells, before, written };
    });
    return new RowFinder(known, this.fields.indexOf(this.register.key));
  }

  /** A row that is new to us gets back the empty cells that it must have had. */
  private empty(index: number, gridRow: readonly CellValue[], fields: readonly (keyof E)[]): void {
    const row = this.read(index, gridRow);
    if (this.isRecent) this.overwritten.push(String(row.entry[this.register.key]));
    for (const field of fields) row.entry[field] = this.register.columns[field].kind.empty;
    this.writeAgain(row, fields);
  }

  /** Has some fields of a row written by the next commit, as we know them. */
  private writeAgain(row: Row<E>, fields: readonly (keyof E)[]): void {
    if (fields.length === 0) return;
    const changes: Partial<E> = {};
    for (const field of fields) changes[field] = row.entry[field];
    this.changed.set(row, { ...this.changed.get(row), ...changes });
  }

  private inOrder(gridRow: readonly CellValue[]): RowCells {
    return this.places.map((place) => gridRow[place] ?? null);
  }

  private encoded(entry: E): RowCells {
    return this.fields.map((field) => this.register.columns[field].kind.encode(entry[field]));
  }

  private read(index: number, gridRow: readonly CellValue[]): Row<E> {
    const entry = { ...this.nothing };
    const faults: { [K in keyof E]?: string } = {};
    const cells = this.inOrder(gridRow);
    for (let place = 0; place < cells.length; place++) {
      const value = cells[place] ?? null;
      if (value === null || value === '') continue;
      const field = this.fields[place] as keyof E & string;
      const read = this.kinds[place]?.decode(value);
      if (read === undefined) faults[field] = String(value);
      else entry[field] = read;
    }
    return { index, entry, faults, cells };
  }

  /** A row in which only columns of the staff's own, or empty tick boxes, hold something is no entry. */
  private holdsSomething({ entry, faults }: Row<E>): boolean {
    return this.fields.some((field) => faults[field] !== undefined || entry[field] !== this.nothing[field]);
  }
}

/** What stands in a request around the value of a cell, and around the cells of a row that is changed. */
const AROUND = 50;
const AROUND_ROW = 200;

const weigh = (values: readonly unknown[]): number =>
  values.reduce<number>((sum, value) => sum + AROUND + (typeof value === 'string' ? value.length : 0), 0);

const titleIn = (value: CellValue | undefined) =>
  String(value ?? '')
    .trim()
    .toLowerCase();

function isTitle<E>(register: Register<E>, field: keyof E, value: CellValue | undefined): boolean {
  return titleIn(value) === register.columns[field].header.toLowerCase();
}

function findColumns<E>(register: Register<E>, header: readonly CellValue[]): { [K in keyof E]: number } {
  const titles = header.map(titleIn);
  const positions: Partial<Record<keyof E, number>> = {};
  const missing: string[] = [];
  for (const field of fieldsOf(register)) {
    const wanted = register.columns[field].header;
    const position = titles.indexOf(wanted.toLowerCase());
    if (position < 0) missing.push(wanted);
    positions[field] = position;
  }
  if (missing.length > 0 && !register.isView) throw new RegisterDamaged(register.tab, missing);
  return positions as { [K in keyof E]: number };
}
