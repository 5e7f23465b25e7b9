// Desks as they were after Set up: each is set up once for all test files, and then taken up again from a file.

import { createHash } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Workspace } from '../../scripts/local-workspace/index.ts';
import type { StoreSnapshot } from '../../scripts/local-workspace/kernel/store.ts';

interface Prepared<T> {
  snapshot: StoreSnapshot;
  found: T;
}

const known = new Map<string, Prepared<unknown>>();

/**
 * Brings a new Workspace to where `prepare` leads, and gives what it gave: plain JSON.
 * @param key says everything on which the outcome depends, apart from the code
 */
export function prepared<T>(workspace: Workspace, key: unknown, prepare: () => T): T {
  const name = JSON.stringify(key);
  const earlier = (known.get(name) ?? readFrom(fileOf(name))) as Prepared<T> | undefined;
  if (earlier) {
    workspace.restore(earlier.snapshot);
    known.set(name, earlier);
    return earlier.found;
  }
  const found = prepare();
  const snapshot = workspace.snapshot();
  known.set(name, { snapshot, found });
  writeTo(fileOf(name), { snapshot, found });
  return found;
}

/** The folder is made anew for each run of the tests, so that nothing in it is older than the code. */
function fileOf(name: string): string {
  const folder = process.env.PREPARED_DESKS;
  if (!folder) throw new Error('global-setup has not named a folder for prepared desks');
  return join(folder, `${createHash('sha256').update(name).digest('hex')}.json`);
}

function readFrom(file: string): Prepared<unknown> | undefined {
  if (!existsSync(file)) return undefined;
  const { tables, items, lists, found } = JSON.parse(readFileSync(file, 'utf8'));
  const maps = tables.map(([name, entries]: [string, [string, unknown][]]) => [name, new Map(entries)]);
  const filled = lists.map(([name, places]: [string, number[]]) => [name, places.map((at) => items[at])]);
  return { snapshot: { tables: new Map(maps), lists: new Map(filled) }, found };
}

/** Equal items of lists, such as the empty rows of a sheet, are written once, and are one item when they are read. */
function writeTo(file: string, { snapshot, found }: Prepared<unknown>): void {
  const tables = [...snapshot.tables].map(([name, entries]) => [name, [...entries]]);
  const places = new Map<string, number>();
  const placeOf = (item: unknown) => {
    const text = JSON.stringify(item);
    const place = places.get(text) ?? places.size;
    places.set(text, place);
    return place;
  };
  const lists = [...snapshot.lists].map(([name, items]) => [name, items.map(placeOf)]);
  // Another worker may be writing the same.
  const own = `${file}.${process.pid}`;
  const said = JSON.stringify({ tables, lists, found });
  writeFileSync(own, `{"items":[${[...places.keys()].join(',')}],${said.slice(1)}`);
  renameSync(own, file);
}
