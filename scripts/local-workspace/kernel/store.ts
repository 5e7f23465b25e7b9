// Keeps the whole state of a Workspace: named tables and lists of plain JSON values, in memory, written through to SQLite on commit.

import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'libsql';

/**
 * Values in a store are never changed in place: replace them with `set`.
 * That makes a snapshot cheap (maps and arrays are shared until somebody writes) and every change visible to `commit`.
 */
export class Store {
  private tables = new Map<string, Table<unknown>>();
  private lists = new Map<string, List<unknown>>();
  private readonly disk: Disk | undefined;

  /** @param folder where the state is kept; without it the store lives in memory only. */
  constructor(folder?: string) {
    if (folder) {
      this.disk = new Disk(folder);
      this.disk.load(this);
    }
  }

  table<T>(name: string): Table<T> {
    let table = this.tables.get(name);
    if (!table) {
      table = new Table<unknown>();
      this.tables.set(name, table);
    }
    return table as Table<T>;
  }

  list<T>(name: string): List<T> {
    let list = this.lists.get(name);
    if (!list) {
      list = new List<unknown>();
      this.lists.set(name, list);
    }
    return list as List<T>;
  }

  /** Forgets a list altogether, for example the rows of a deleted tab. */
  dropList(name: string): void {
    const list = this.lists.get(name);
    if (list) list.splice(0, list.length);
  }

  /** Writes everything that changed since the last commit in one transaction; returns when it is on disk. */
  commit(): void {
    this.disk?.save(this.tables, this.lists);
  }

  snapshot(): StoreSnapshot {
    return {
      tables: new Map([...this.tables].map(([name, table]) => [name, table.share()])),
      lists: new Map([...this.lists].map(([name, list]) => [name, list.share()])),
    };
  }

  restore(snapshot: StoreSnapshot): void {
    for (const [name, table] of this.tables) table.adopt(snapshot.tables.get(name) ?? new Map());
    for (const [name, list] of this.lists) list.adopt(snapshot.lists.get(name) ?? []);
    for (const [name, entries] of snapshot.tables)
      if (!this.tables.has(name)) this.table(name).adopt(entries);
    for (const [name, items] of snapshot.lists) if (!this.lists.has(name)) this.list(name).adopt(items);
    this.commit();
  }

  close(): void {
    this.commit();
    this.disk?.close();
  }
}

export interface StoreSnapshot {
  readonly tables: ReadonlyMap<string, Map<string, unknown>>;
  readonly lists: ReadonlyMap<string, unknown[]>;
}

/** Values by key, in the order in which their keys were first set. */
export class Table<T> {
  private entries = new Map<string, T>();
  private shared = false;
  readonly dirty = new Set<string>();

  get(key: string): T | undefined {
    return this.entries.get(key);
  }
  has(key: string): boolean {
    return this.entries.has(key);
  }
  get size(): number {
    return this.entries.size;
  }
  keys(): string[] {
    return [...this.entries.keys()];
  }
  values(): T[] {
    return [...this.entries.values()];
  }
  set(key: string, value: T): void {
    this.own();
    this.entries.set(key, value);
    this.dirty.add(key);
  }
  delete(key: string): void {
    this.own();
    this.entries.delete(key);
    this.dirty.add(key);
  }

  /** @internal */
  share(): Map<string, T> {
    this.shared = true;
    return this.entries;
  }
  /** @internal */
  adopt(entries: Map<string, T>): void {
    for (const key of this.entries.keys()) this.dirty.add(key);
    for (const key of entries.keys()) this.dirty.add(key);
    this.entries = entries;
    this.shared = true;
  }
  /** @internal */
  load(key: string, value: T): void {
    this.entries.set(key, value);
  }
  private own(): void {
    if (!this.shared) return;
    this.entries = new Map(this.entries);
    this.shared = false;
  }
}

/** Values by position: rows of a sheet, lines of a log. */
export class List<T> {
  private items: T[] = [];
  private shared = false;
  /** Positions that changed; everything from `dirtyFrom` on changed too. */
  readonly dirty = new Set<number>();
  dirtyFrom = Number.POSITIVE_INFINITY;
  savedLength = 0;

  get length(): number {
    return this.items.length;
  }
  get(index: number): T | undefined {
    return this.items[index];
  }
  all(): readonly T[] {
    return this.items;
  }
  set(index: number, value: T): void {
    if (index < 0 || index >= this.items.length)
      throw new RangeError(`No item ${index} in a list of ${this.items.length}`);
    this.own();
    this.items[index] = value;
    this.dirty.add(index);
  }
  push(...values: T[]): void {
    this.own();
    for (const value of values) {
      this.dirty.add(this.items.length);
      this.items.push(value);
    }
  }
  /** Removes `count` items at `index` and puts `inserted` in their place; returns the removed ones. */
  splice(index: number, count: number, inserted: readonly T[] = []): T[] {
    this.own();
    const removed = this.items.slice(index, index + count);
    this.items = [...this.items.slice(0, index), ...inserted, ...this.items.slice(index + count)];
    this.dirtyFrom = Math.min(this.dirtyFrom, index);
    return removed;
  }
  /** Replaces the whole content, for example after a sort. */
  replace(items: readonly T[]): void {
    this.items = [...items];
    this.shared = false;
    this.dirtyFrom = 0;
  }

  /** @internal */
  share(): T[] {
    this.shared = true;
    return this.items;
  }
  /** @internal */
  adopt(items: T[]): void {
    this.items = items;
    this.shared = true;
    this.dirtyFrom = 0;
  }
  /** @internal */
  load(value: T): void {
    this.items.push(value);
    this.savedLength = this.items.length;
  }
  private own(): void {
    if (!this.shared) return;
    this.items = this.items.slice();
    this.shared = false;
  }
}

/** One SQLite file: each value is a row (collection, key, JSON). */
class Disk {
  private readonly db: Database.Database;

  constructor(folder: string) {
    mkdirSync(folder, { recursive: true });
    this.db = new Database(join(folder, 'workspace.sqlite'));
    this.db.exec('PRAGMA journal_mode = WAL');
    this.db.exec('PRAGMA synchronous = FULL');
    this.db.exec(
      'CREATE TABLE IF NOT EXISTS entries (kind TEXT, name TEXT, key, value TEXT, PRIMARY KEY (kind, name, key)) WITHOUT ROWID',
    );
    this.db.exec(
      'CREATE TABLE IF NOT EXISTS ordering (name TEXT, key TEXT, place INTEGER, PRIMARY KEY (name, key)) WITHOUT ROWID',
    );
  }

  load(store: Store): void {
    const rows = this.db
      .prepare(
        `SELECT e.kind, e.name, e.key, e.value FROM entries e
         LEFT JOIN ordering o ON o.name = e.name AND o.key = e.key AND e.kind = 't'
         ORDER BY e.kind, e.name, CASE e.kind WHEN 'l' THEN e.key ELSE o.place END`,
      )
      .all() as { kind: string; name: string; key: string; value: string }[];
    for (const row of rows) {
      const value = JSON.parse(row.value);
      if (row.kind === 't') {
        store.table(row.name).load(row.key, value);
        this.places.set(`${row.name}\n${row.key}`, this.places.size);
      } else store.list(row.name).load(value);
    }
    this.nextPlace = (
      this.db.prepare('SELECT COALESCE(MAX(place), 0) + 1 AS next FROM ordering').get() as { next: number }
    ).next;
  }

  private readonly places = new Map<string, number>();
  private nextPlace = 1;

  save(tables: Map<string, Table<unknown>>, lists: Map<string, List<unknown>>): void {
    const changedTables = [...tables].filter(([, table]) => table.dirty.size > 0);
    const changedLists = [...lists].filter(
      ([, list]) => list.dirty.size > 0 || list.dirtyFrom !== Number.POSITIVE_INFINITY,
    );
    if (changedTables.length === 0 && changedLists.length === 0) return;
    const put = this.db.prepare('INSERT OR REPLACE INTO entries VALUES (?, ?, ?, ?)');
    const place = this.db.prepare('INSERT OR IGNORE INTO ordering VALUES (?, ?, ?)');
    const remove = this.db.prepare('DELETE FROM entries WHERE kind = ? AND name = ? AND key = ?');
    const unplace = this.db.prepare('DELETE FROM ordering WHERE name = ? AND key = ?');
    const truncate = this.db.prepare("DELETE FROM entries WHERE kind = 'l' AND name = ? AND key >= ?");
    this.db.exec('BEGIN');
    for (const [name, table] of changedTables) {
      for (const key of table.dirty) {
        const id = `${name}\n${key}`;
        if (table.has(key)) {
          put.run('t', name, key, JSON.stringify(table.get(key)));
          if (!this.places.has(id)) {
            this.places.set(id, this.nextPlace);
            place.run(name, key, this.nextPlace++);
          }
        } else {
          remove.run('t', name, key);
          unplace.run(name, key);
          this.places.delete(id);
        }
      }
      table.dirty.clear();
    }
    for (const [name, list] of changedLists) {
      const changed = new Set([...list.dirty].filter((index) => index < list.length));
      for (let index = list.dirtyFrom; index < list.length; index++) changed.add(index);
      for (const index of changed) put.run('l', name, index, JSON.stringify(list.get(index)));
      if (list.length < list.savedLength) truncate.run(name, list.length);
      list.dirty.clear();
      list.dirtyFrom = Number.POSITIVE_INFINITY;
      list.savedLength = list.length;
    }
    this.db.exec('COMMIT');
  }

  close(): void {
    this.db.close();
  }
}
