import { describe, expect, it } from '@jest/globals';
import { bench, evaluate } from '../support.ts';

describe('the realm of a script', () => {
  it.each([
    'setTimeout',
    'setInterval',
    'TextEncoder',
    'fetch',
    'URL',
    'URLSearchParams',
    'atob',
    'btoa',
    'crypto',
    'performance',
    'process',
    'require',
    'structuredClone',
    'queueMicrotask',
    'window',
  ])('has no %s, as Google has none', (name) => {
    expect(evaluate(`return typeof ${name}`)).toBe('undefined');
  });

  it.each(['Promise', 'Map', 'Proxy', 'JSON', 'Intl', 'WebAssembly', 'BigInt'])('has %s', (name) => {
    expect(evaluate(`return typeof ${name}`)).not.toBe('undefined');
  });

  it('tells the time of the clock', () => {
    const start = Date.parse('2027-02-03T04:05:06Z');
    expect(
      evaluate(
        'return [Date.now(), new Date().toISOString(), new Date(0).getTime(), new Date() instanceof Date]',
        { start },
      ),
    ).toEqual([start, '2027-02-03T04:05:06.000Z', 0, true]);
  });

  it('repeats itself for the same seed', () => {
    const draw = (seed: number) => evaluate('return [Math.random(), Utilities.getUuid()]', { seed });
    expect(draw(7)).toEqual(draw(7));
    expect(draw(7)).not.toEqual(draw(8));
  });

  it('runs an async function to its end, with what it gives or throws', () => {
    const { run } = bench(`
      async function slow() { for (let i = 0; i < 3; i++) await null; return 'done' }
      async function main() { console.log('before'); const text = await slow(); console.log('after'); return text }
      async function bad() { await slow(); throw new Error('no') }
      function later() { slow().then(console.log); console.log('first') }`);
    expect(run('main')).toMatchObject({
      result: 'done',
      record: { status: 'Completed', log: [{ text: 'before' }, { text: 'after' }] },
    });
    expect(run('bad').record).toMatchObject({ status: 'Failed', error: 'Error: no' });
    expect(run('later').record.log.map(({ text }) => text)).toEqual(['first', 'done']);
  });

  it('begins anew with every execution', () => {
    const { run } = bench('var count = 0; function main() { count += 1; return count }');
    expect([run('main').result, run('main').result]).toEqual([1, 1]);
  });

  it('gives the script values of its own realm, so that Array, Date and Error checks hold', () => {
    expect(
      evaluate(`
        var bytes = Utilities.base64Decode('AQID');
        try { Utilities.base64Decode('?') } catch (error) {
          return [bytes instanceof Array, error instanceof Error, error.name, error.message]
        }`),
    ).toEqual([true, true, 'Exception', 'Could not decode string.']);
  });

  it.each([
    [
      'a method that is not there',
      'Utilities.zip([])',
      'Utilities.zip is not implemented in the local Workspace',
    ],
    [
      'a property that is not there',
      'LockService.foo',
      'LockService.foo is not implemented in the local Workspace',
    ],
    [
      'writing to a service',
      'Utilities.x = 1',
      'Setting Utilities.x is not implemented in the local Workspace',
    ],
    [
      'wrong arguments',
      'Utilities.computeDigest("SHA_256", "text")',
      "The parameters (String,String) don't match the method signature for Utilities.computeDigest.",
    ],
    [
      'too many arguments',
      'Utilities.getUuid(1)',
      "The parameters (number) don't match the method signature for Utilities.getUuid.",
    ],
  ])('refuses %s by name', (_, expression, message) => {
    expect(() => evaluate(expression)).toThrow(message);
  });

  it('finds declared functions and methods of objects, and nothing that ends in an underscore', () => {
    const { run } = bench(
      'function plain() { return 1 } const app = { inner: () => 2 }; function hidden_() {}',
    );
    expect(run('plain').result).toBe(1);
    expect(run('app.inner').result).toBe(2);
    expect(run('hidden_').record.error).toBe('Exception: Script function not found: hidden_');
    expect(run('missing').record.error).toBe('Exception: Script function not found: missing');
  });

  it('keeps what the script wrote to the log and the error that nobody caught', () => {
    const { record } = bench('function main() { console.warn("careful", { a: 1 }); null.x }').run('main');
    expect(record.log).toEqual([{ level: 'warn', text: 'careful {"a":1}' }]);
    expect(record.status).toBe('Failed');
    expect(record.error).toMatch(/^TypeError: /);
  });
});
