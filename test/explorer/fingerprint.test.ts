// A state is known again by what can matter later, and by nothing else.

import { expect, it } from '@jest/globals';
import { fingerprint } from '../../scripts/explorer/fingerprint.ts';
import { Scene } from '../../scripts/explorer/scene.ts';

const scene = new Scene(1);
const begin = scene.moment();

/** Of a state with this row, to the minute or to the hour. */
function after(row: unknown, change = () => {}, minutes = 1): string {
  scene.goTo(begin);
  scene.workspace.kernel.store.list('rows').push(row);
  change();
  return fingerprint(scene, begin.store, minutes);
}

const sent = (id: string, time: string) => [`mail ${id}`, `2026-01-28 ${time}`, `again ${id}`];
const ONE = '0123456789abcdef';
const OTHER = 'fedcba9876543210';

it('is the same for other ids and other seconds, and to the hour for other minutes', () => {
  const expected = after(sent(ONE, '09:04:01'));
  expect(after(sent(OTHER, '09:04:59'))).toBe(expected);
  expect(after(sent(ONE, '09:05:01'))).not.toBe(expected);
  expect(after(sent(ONE, '09:05:01'), undefined, 60)).toBe(after(sent(ONE, '09:04:01'), undefined, 60));
  expect(after(['mail', ONE, OTHER])).not.toBe(after(['mail', ONE, ONE]));
});

it('is the same for another error of a run, and not when there is none', () => {
  const failed = (error: string) => [`Something did not work (the work of the night): ${error}`, 'tick'];
  expect(after(failed('a time-out'))).toBe(after(failed('no permission')));
  expect(after(failed('a time-out'))).not.toBe(after(['tick']));
});

it('is another with another word, one row more, a lock that is held, an allowance used up, or an hour later', () => {
  const { kernel } = scene.workspace;
  const expected = after('tea');
  const others = [
    after('coffee'),
    after('tea', () => kernel.store.list('rows').push('tea')),
    after('tea', () => kernel.store.table('locks').set('script', 'somebody')),
    after('tea', () => kernel.quotas.add(scene.workspace.owner, 'mail recipients', 1500)),
    after('tea', () => kernel.clock.tick(3_600_000)),
  ];
  expect(new Set([expected, ...others]).size).toBe(others.length + 1);
  expect(after('tea', () => kernel.quotas.add(scene.workspace.owner, 'mail recipients', 1))).toBe(expected);
});
