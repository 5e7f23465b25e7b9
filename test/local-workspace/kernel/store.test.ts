import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Store } from '../../../scripts/local-workspace/kernel/store.ts';

describe('a store', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'store-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  /** Opens the same folder a second time without closing the first, as after a SIGKILL. */
  const reopened = (): Store => new Store(folder);

  it('keeps what was committed, in the order in which it came', () => {
    const store = new Store(folder);
    const people = store.table<{ name: string }>('people');
    people.set('z', { name: 'Zoë' });
    people.set('a', { name: 'Ana' });
    people.set('z', { name: 'Zoë Ž' });
    store.list<string>('lines').push('one', 'two', 'three');
    store.commit();
    const again = reopened();
    expect(again.table('people').keys()).toEqual(['z', 'a']);
    expect(again.table('people').get('z')).toEqual({ name: 'Zoë Ž' });
    expect(again.list('lines').all()).toEqual(['one', 'two', 'three']);
  });

  it('forgets what was not committed', () => {
    const store = new Store(folder);
    store.table('people').set('a', 1);
    store.commit();
    store.table('people').set('b', 2);
    expect(reopened().table('people').keys()).toEqual(['a']);
  });

  it('goes back to a snapshot, in memory and on disk', () => {
    const store = new Store(folder);
    store.table('t').set('kept', 1);
    store.list('l').push('kept');
    const before = store.snapshot();
    store.table('t').set('later', 2);
    store.table('new table').set('x', 3);
    store.list('l').push('later');
    store.commit();
    store.restore(before);
    for (const seen of [store, reopened()]) {
      expect(seen.table('t').keys()).toEqual(['kept']);
      expect(seen.table('new table').size).toBe(0);
      expect(seen.list('l').all()).toEqual(['kept']);
    }
    store.list('l').push('other');
    store.restore(before);
    expect(store.list('l').all()).toEqual(['kept']);
  });

  it('keeps any sequence of changes to a list, with commits in between', () => {
    const change = fc.oneof(
      fc.record({ kind: fc.constant('push' as const), value: fc.string() }),
      fc.record({ kind: fc.constant('set' as const), at: fc.nat(9), value: fc.string() }),
      fc.record({
        kind: fc.constant('splice' as const),
        at: fc.nat(9),
        count: fc.nat(3),
        values: fc.array(fc.string(), { maxLength: 3 }),
      }),
      fc.record({ kind: fc.constant('commit' as const) }),
    );
    fc.assert(
      fc.property(fc.array(change, { maxLength: 20 }), (changes) => {
        rmSync(folder, { recursive: true, force: true });
        const store = new Store(folder);
        const list = store.list<string>('list');
        const model: string[] = [];
        for (const step of changes) {
          if (step.kind === 'push') {
            list.push(step.value);
            model.push(step.value);
          } else if (step.kind === 'set' && step.at < model.length) {
            list.set(step.at, step.value);
            model[step.at] = step.value;
          } else if (step.kind === 'splice' && step.at <= model.length) {
            list.splice(step.at, step.count, step.values);
            model.splice(step.at, step.count, ...step.values);
          } else if (step.kind === 'commit') store.commit();
        }
        store.close();
        const again = reopened();
        expect(again.list('list').all()).toEqual(model);
        again.close();
      }),
      { numRuns: 60 },
    );
  });
});
