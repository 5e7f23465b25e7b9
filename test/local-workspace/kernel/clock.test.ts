import { describe, expect, it } from '@jest/globals';
import { Clock, parseDuration } from '../../../scripts/local-workspace/kernel/clock.ts';
import { Store } from '../../../scripts/local-workspace/kernel/store.ts';

describe('durations', () => {
  it.each([
    ['P1D', 24 * 3600],
    ['P1W', 7 * 24 * 3600],
    ['PT90M', 90 * 60],
    ['P1DT2H3M4S', 24 * 3600 + 2 * 3600 + 3 * 60 + 4],
  ])('%s', (text, seconds) => {
    expect(parseDuration(text)).toBe(seconds * 1000);
  });

  it.each(['', 'P', '1 day', 'P1M', 'P-1D', 'PT'])('refuses %j', (text) => {
    expect(() => parseDuration(text)).toThrow('is not a duration');
  });
});

describe('the clock', () => {
  it('stands still until it is moved, and never goes back', () => {
    const clock = new Clock(new Store(), 1000, false);
    clock.tick(50);
    clock.moveTo(500);
    expect(clock.now()).toBe(1050);
    clock.moveTo(2000);
    expect(clock.now()).toBe(2000);
  });

  it('keeps its distance to the real clock when it follows it', () => {
    const start = Date.parse('2030-01-01T00:00:00Z');
    const clock = new Clock(new Store(), start, true);
    clock.tick(86_400_000);
    expect(clock.now() - start).toBeGreaterThanOrEqual(86_400_000);
    expect(clock.now() - start).toBeLessThan(86_400_000 + 60_000);
  });
});
