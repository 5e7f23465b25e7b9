import { describe, expect, it } from '@jest/globals';
import { Kernel } from '../../../scripts/local-workspace/kernel/kernel.ts';

const HOUR = 3_600_000;

describe('quotas', () => {
  it('count from the first use for 24 hours, not from midnight', () => {
    const { quotas, clock } = new Kernel({ edition: 'consumer' });
    quotas.take('a@example.org', 'mail recipients', 60, 'no more');
    clock.tick(20 * HOUR);
    quotas.take('a@example.org', 'mail recipients', 40, 'no more');
    expect(() => quotas.take('a@example.org', 'mail recipients', 1, 'no more')).toThrow('no more');
    clock.tick(4 * HOUR);
    expect(quotas.left('a@example.org', 'mail recipients')).toBe(100);
  });

  it('take nothing when there is not enough', () => {
    const { quotas } = new Kernel({ edition: 'consumer' });
    expect(() => quotas.take('a@example.org', 'mail recipients', 101, 'no more')).toThrow('no more');
    expect(quotas.used('a@example.org', 'mail recipients')).toBe(0);
  });

  it('belong to one account each', () => {
    const { quotas } = new Kernel({});
    quotas.take('a@example.org', 'mail recipients', 1500, 'no more');
    expect(quotas.left('b@example.org', 'mail recipients')).toBe(1500);
  });
});
