import { describe, expect, it } from '@jest/globals';
import { bench } from '../support.ts';

const SCRIPT = `
  function main() {
    var properties = PropertiesService.getScriptProperties();
    properties.setProperty('first', '1');
    try { properties.setProperty('second', '2') } catch (error) { console.log('caught ' + error.message) }
    properties.setProperty('third', '3');
    return Object.keys(properties.getProperties());
  }
  function other() { PropertiesService.getScriptProperties().setProperty('other', 'x') }
  function read() { return Object.keys(PropertiesService.getScriptProperties().getProperties()) }`;
const method = 'Properties.setProperty';

describe('fault switches', () => {
  it('let a call fail before its effect', () => {
    const { runner, run } = bench(SCRIPT);
    runner.faults.add({ method, nth: 2, when: 'before', effect: { fail: 'Service error' } });
    const { record, result } = run('main');
    expect(result).toEqual(['first', 'third']);
    expect(record.log.map(({ text }) => text)).toEqual(['caught Service error']);
    expect(record.calls.filter((call) => call.error).length).toBe(1);
    expect(runner.faults.pending).toBe(0);
  });

  it('let a call fail after its effect took place, as a time-out does', () => {
    const { runner, run } = bench(SCRIPT);
    runner.faults.add({ method, nth: 2, when: 'after', effect: { fail: 'Timed out' } });
    expect(run('main').result).toEqual(['first', 'second', 'third']);
  });

  it.each([
    ['before', ['first']],
    ['after', ['first', 'second']],
  ] as const)('end the execution %s a call, and no catch brings it back', (when, left) => {
    const { runner, run } = bench(SCRIPT);
    runner.faults.add({ method, nth: 2, when, effect: { kill: true } });
    const { record, result } = run('main');
    expect(record.status).toBe('Killed');
    expect(result).toBeUndefined();
    expect(run('read').result).toEqual(left);
  });

  it('run another execution at a call', () => {
    const { runner, run } = bench(SCRIPT);
    runner.faults.add({ method, nth: 3, when: 'before', effect: { run: () => run('other') } });
    expect(run('main').result).toEqual(['first', 'second', 'other', 'third']);
  });

  it('can strike again and again', () => {
    const { runner, run } = bench(SCRIPT);
    runner.faults.add({ method, when: 'before', always: true, effect: { fail: 'Down' } });
    expect(run('main').record.error).toBe('Exception: Down');
    expect(run('other').record.error).toBe('Exception: Down');
  });
});

describe('an execution', () => {
  it('records every remote call with its modelled time, and moves the clock by it', () => {
    const { kernel, run } = bench(SCRIPT);
    const before = kernel.clock.now();
    const { record } = run('main');
    expect(record.calls.map((call) => call.method)).toEqual([
      method,
      method,
      method,
      'Properties.getProperties',
    ]);
    const total = record.calls.reduce((sum, call) => sum + call.ms, 0);
    expect(kernel.clock.now() - before).toBe(total);
    expect(record.endedAt - record.startedAt).toBe(total);
  });

  it('ends after six minutes, wherever it is', () => {
    const { run } = bench(
      'function main() { for (;;) { try { Utilities.sleep(60000) } catch (error) { Utilities.getUuid(); } } }',
    );
    const { record } = run('main');
    expect(record.status).toBe('Timed out');
    expect(record.error).toBe('Exceeded maximum execution time');
  });
});
