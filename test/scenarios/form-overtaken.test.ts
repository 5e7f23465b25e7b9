// A new version is put into the form once and told in the trail once, by a run that had to wait for its turn and by one that died.

import { beforeAll, beforeEach, expect, it } from '@jest/globals';
import { Scene } from '../../scripts/explorer/scene.ts';
import { readProjectFolder } from '../../scripts/local-workspace/index.ts';
import { DIST } from '../explorer/short-run.ts';

const desk = new Scene(1);
beforeAll(() => {
  desk.open(readProjectFolder(DIST));
  desk.writeNewCode();
  desk.confirm('lookAtCodeNow');
  desk.save();
});
beforeEach(() => desk.reset());

const titles = () => desk.workspace.forms.all()[0]?.items.map(({ title }) => title) ?? [];
const puts = () =>
  desk.register('Audit trail').filter(({ What }) => What?.startsWith('Put the version into'));
const publish = () => desk.ask('publishVersion', { version: '2026-01-27', editorial: false, why: '' });

it('a version with a new clause is published in between: the clause stands there once', () => {
  publish();
  const expected = titles();
  expect(expected.filter((title) => title === 'Kindness')).toHaveLength(1);
  desk.reset();
  desk.workspace.faults.add({
    functionName: 'everyNight',
    nth: 2,
    when: 'before',
    effect: {
      run: () => desk.tryAsking('publishVersion', { version: '2026-01-27', editorial: false, why: '' }),
    },
  });
  desk.workspace.run('everyNight');
  expect(desk.workspace.faults.pending).toBe(0);
  expect(titles()).toEqual(expected);
  expect(puts()).toHaveLength(1);
});

it('a run that dies when the form is made: the next one writes the line that the trail lacks, once', () => {
  const kill = { method: 'Properties.setProperties', when: 'after', effect: { kill: true } } as const;
  desk.workspace.faults.add({ functionName: 'publishVersion', ...kill });
  expect(publish).toThrow();
  expect(titles()).toContain('Kindness');
  expect(puts()).toHaveLength(0);
  for (let run = 0; run < 2; run++) {
    desk.workspace.run('everyTenMinutes');
    expect(puts()).toHaveLength(1);
  }
});
