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
  const { tables, lists, found } = JSON.parse(readFileSync(file, 'utf8'));
  const maps = tables.map(([name, entries]: [string, [string, unknown][]]) => [name, new Map(entries)]);
  const filled = lists.map(([name, items, places]: [string, unknown[], number[]]) => [
    name,
    places.map((at) => items[at]),
  ]);
  return { snapshot: { tables: new Map(maps), lists: new Map(filled) }, found };
}

/**
 * Equal items of a list, such as the empty rows of a sheet, are written once, and are one item when they are read. Those of
 * different lists stay apart, because tabs that begin with equal rows are told apart by their rows.
 */
function writeTo(file: string, { snapshot, found }: Prepared<unknown>): void {
  const tables = [...snapshot.tables].map(([name, entries]) => [name, [...entries]]);
  const lists = [...snapshot.lists].map(([name, items]) => {
    const known = new Map<string, number>();
    const places = items.map((item) => {
      const text = JSON.stringify(item);
      const place = known.get(text) ?? known.size;
      known.set(text, place);
      return place;
    });
    return `[${JSON.stringify(name)},[${[...known.keys()].join(',')}],${JSON.stringify(places)}]`;
  });
  // Another worker may be writing the same.
  const own = `${file}.${process.pid}`;
  const said = JSON.stringify({ tables, found });
  writeFileSync(own, `{"lists":[${lists.join(',')}],${said.slice(1)}`);
  renameSync(own, file);
}
