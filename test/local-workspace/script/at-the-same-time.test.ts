// Executions at the same time: one waits for the lock of another, and Google runs thirty of one account and no more.

import { expect, it } from '@jest/globals';
import type { ExecutionRecord } from '../../../scripts/local-workspace/index.ts';
import { bench } from '../support.ts';

const SCRIPT = `
  var properties = function () { return PropertiesService.getScriptProperties(); };
  function holder() {
    var lock = LockService.getScriptLock();
    lock.tryLock(0);
    Utilities.sleep(1000);
    properties().getProperty('in between');
    Utilities.sleep(6000);
    properties().getProperty('still there');
    Utilities.sleep(3000);
    lock.releaseLock();
    properties().getProperty('afterwards');
  }
  function waiter(ms) {
    var began = Date.now();
    var random = Math.random();
    properties().setProperty('begun', (properties().getProperty('begun') || '') + 'x');
    var got = LockService.getScriptLock().tryLock(ms);
    properties().setProperty('random', String(random));
    console.log(got + ' after ' + Math.round((Date.now() - began) / 1000) + ' s');
  }
  function crossed() {
    LockService.getUserLock().tryLock(0);
    console.log(String(LockService.getScriptLock().tryLock(5000)));
  }
  function crossing() {
    LockService.getScriptLock().tryLock(0);
    properties().getProperty('in between');
    console.log(String(LockService.getUserLock().tryLock(7000)));
  }
  function busy() { properties().getProperty('x'); }
`;

const methods = ({ calls }: ExecutionRecord) => calls.map(({ method }) => method);

/** Runs a function, and another one beside it at its first property. Gives the records, as they ended. */
function beside(functionName: string, other: string, args: readonly unknown[] = []) {
  const { kernel, runner, run } = bench(SCRIPT);
  const method = 'Properties.getProperty';
  const ended = () => undefined;
  const start = () => void run(other, { args, ended });
  runner.faults.add({ functionName, method, when: 'before', effect: { run: start } });
  run(functionName, { ended });
  return { kernel, records: runner.executions() };
}

it('who waits for a lock gets it when the other lets go, and has done nothing twice', () => {
  const { kernel, records } = beside('holder', 'waiter', [60_000]);
  const [waiter, holder] = records;
  expect(records.map(({ functionName, status }) => `${functionName} ${status}`)).toEqual([
    'waiter Completed',
    'holder Completed',
  ]);
  expect(waiter?.log.map(({ text }) => text)).toEqual(['true after 9 s']);
  expect(waiter && methods(waiter)).toEqual([
    'Properties.getProperty',
    'Properties.setProperty',
    'Lock.tryLock',
    'Properties.setProperty',
  ]);
  const [kept] = kernel.store.table<Record<string, string>>('properties').values();
  expect(kept).toMatchObject({ begun: 'x' });
  // It began while the other was at work, and its waiting counts among its minutes.
  expect(waiter && holder && waiter.startedAt > holder.startedAt).toBe(true);
  expect(waiter && waiter.endedAt - waiter.startedAt).toBeGreaterThan(9_000);
  expect(kernel.store.table('locks').size).toBe(0);
});

it('who waits for too short a time goes on without the lock', () => {
  const { records } = beside('holder', 'waiter', [5_000]);
  const waiter = records.find(({ functionName }) => functionName === 'waiter');
  expect(waiter?.log.map(({ text }) => text)).toEqual([expect.stringMatching(/^false after \d+ s$/)]);
});

it('two that wait for each other both give up in the end', () => {
  const { kernel, records } = beside('crossing', 'crossed');
  expect(records.map(({ functionName, log }) => [functionName, log[0]?.text])).toEqual([
    ['crossed', 'false'],
    ['crossing', 'true'],
  ]);
  expect(kernel.store.table('locks').size).toBe(0);
});

it('Google refuses the thirty-first: it fails and has called nothing', () => {
  const { runner, run } = bench(SCRIPT);
  // Each starts another one beside it.
  runner.faults.add({ when: 'after', always: true, effect: { run: () => void run('busy') } });
  run('busy');
  const [refused, ...others] = runner.executions();
  expect(refused).toMatchObject({
    status: 'Failed',
    error: 'Exception: There are too many scripts running simultaneously for this Google user account.',
    calls: [],
  });
  expect(others.map(({ status }) => status)).toEqual(Array(30).fill('Completed'));
});
