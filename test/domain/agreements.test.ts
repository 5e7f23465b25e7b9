// The life of a disclosure agreement: both confirm, either may revoke, and it ends on its day.

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type AgreementStep, afterStep, hasEnded, isInForce, printed } from '../../src/domain/agreements.ts';
import { addDays, startOf } from '../../src/domain/calendar.ts';
import type { Agreement } from '../../src/domain/image-entries.ts';
import { agreement } from './image-samples.ts';

const NOW = '2026-03-02T09:00:00';
const waiting = agreement({ status: 'Waiting' });
const inForce = agreement({ status: 'In force', otherConfirmed: NOW });
const toMatch = agreement({ status: 'To match', other: '' });
const told = (given: Agreement, action: AgreementStep, now = NOW) => {
  const { agreement, tell, refused } = afterStep(given, action, now);
  return [agreement.status, tell.map(({ to, what }) => `${to}: ${what}`), refused];
};

describe('a step', () => {
  const confirm = (by: string): AgreementStep => ({ step: 'confirm', by });
  const revoke = (by: string): AgreementStep => ({ step: 'revoke', by });
  it.each<[string, Agreement, AgreementStep, unknown]>([
    [
      'started',
      agreement(),
      { step: 'start' },
      ['Waiting', ['starter: waits for the other', 'other: asked to confirm'], null],
    ],
    [
      'started without proof',
      agreement({ starterConfirmed: null }),
      { step: 'start' },
      ['Waiting', ['starter: asked to confirm'], null],
    ],
    [
      'with an unknown name',
      agreement({ other: '' }),
      { step: 'start' },
      ['To match', ['starter: waits for the other', 'staff: to match'], null],
    ],
    [
      'with an unknown name and without proof',
      agreement({ other: '', starterConfirmed: null }),
      { step: 'start' },
      ['To match', ['starter: asked to confirm', 'staff: to match'], null],
    ],
    [
      'by a stranger',
      agreement({ starter: '', starterConfirmed: null }),
      { step: 'start' },
      ['To match', ['staff: to match'], null],
    ],
    [
      'with herself',
      agreement({ other: 'M-1' }),
      { step: 'start' },
      ['To match', ['starter: waits for the other', 'staff: to match'], null],
    ],
    ['started twice', waiting, { step: 'start' }, ['Waiting', [], 'already done']],
    [
      'matched',
      toMatch,
      { step: 'match', starter: 'M-1', other: 'M-2' },
      ['Waiting', ['other: asked to confirm'], null],
    ],
    [
      'matched with another starter',
      toMatch,
      { step: 'match', starter: 'M-3', other: 'M-2' },
      ['Waiting', ['starter: asked to confirm'], null],
    ],
    [
      'matched to one person',
      toMatch,
      { step: 'match', starter: 'M-1', other: 'M-1' },
      ['To match', [], 'same person'],
    ],
    ['matched by half', toMatch, { step: 'match', starter: 'M-1', other: '' }, ['To match', [], 'to match']],
    [
      'matched again',
      waiting,
      { step: 'match', starter: 'M-1', other: 'M-3' },
      ['Waiting', [], 'already done'],
    ],
    [
      'the other confirms',
      waiting,
      confirm('M-2'),
      ['In force', ['starter: in force', 'other: in force'], null],
    ],
    ['the starter confirms again', waiting, confirm('M-1'), ['Waiting', [], 'already done']],
    [
      'the starter confirms what came without proof',
      agreement({ status: 'Waiting', starterConfirmed: null }),
      confirm('M-1'),
      ['Waiting', ['starter: waits for the other', 'other: asked to confirm'], null],
    ],
    [
      'the other confirms before the starter',
      agreement({ status: 'Waiting', starterConfirmed: null }),
      confirm('M-2'),
      ['Waiting', [], 'not a party'],
    ],
    [
      'the other revokes before the starter confirms',
      agreement({ status: 'Waiting', starterConfirmed: null }),
      revoke('M-2'),
      ['Waiting', [], 'not a party'],
    ],
    [
      'staff revoke it before the starter confirms',
      agreement({ status: 'Waiting', starterConfirmed: null }),
      revoke('Staff'),
      ['Revoked', ['starter: revoked'], null],
    ],
    [
      'the starter confirms before it is matched',
      { ...toMatch, starterConfirmed: null },
      confirm('M-1'),
      ['To match', ['starter: waits for the other'], null],
    ],
    [
      'who is named confirms before it is matched',
      agreement({ status: 'To match', starter: '', starterConfirmed: null }),
      confirm('M-2'),
      ['To match', [], 'not a party'],
    ],
    ['somebody else confirms', waiting, confirm('M-3'), ['Waiting', [], 'not a party']],
    [
      'nobody confirms',
      agreement({ status: 'Waiting', other: '' }),
      confirm(''),
      ['Waiting', [], 'not a party'],
    ],
    ['confirmed when in force', inForce, confirm('M-2'), ['In force', [], 'already done']],
    [
      'the starter revokes',
      inForce,
      revoke('M-1'),
      ['Revoked', ['starter: revoked', 'other: revoked'], null],
    ],
    ['the other revokes', inForce, revoke('M-2'), ['Revoked', ['starter: revoked', 'other: revoked'], null]],
    [
      'revoked before it holds',
      waiting,
      revoke('M-2'),
      ['Revoked', ['starter: revoked', 'other: revoked'], null],
    ],
    ['revoked before it is matched', toMatch, revoke('M-1'), ['Revoked', ['starter: revoked'], null]],
    [
      'staff revoke it in the name of one',
      inForce,
      revoke('Staff'),
      ['Revoked', ['starter: revoked', 'other: revoked'], null],
    ],
    ['somebody else revokes', inForce, revoke('M-3'), ['In force', [], 'not a party']],
    [
      'confirmed after it was revoked',
      { ...inForce, status: 'Revoked' },
      confirm('M-2'),
      ['Revoked', [], 'ended'],
    ],
    ['a day', inForce, { step: 'day' }, ['In force', [], null]],
  ])('%s', (_, given, action, expected) => {
    expect(told(given, action)).toEqual(expected);
  });

  it('ends it on its day, and not before', () => {
    expect(told(inForce, { step: 'day' }, '2026-06-29T23:59:59')).toEqual(['In force', [], null]);
    const ended = ['Expired', ['starter: expired', 'other: expired'], null];
    expect(told(inForce, { step: 'day' }, '2026-06-30T00:00:00')).toEqual(ended);
    expect(told(inForce, confirm('M-2'), '2026-06-30T00:00:00')).toEqual([...ended.slice(0, 2), 'ended']);
    const neverHeld = ['Expired', ['starter: expired'], 'ended'];
    expect(told(waiting, confirm('M-2'), '2026-06-30T00:00:00')).toEqual(neverHeld);
    expect(told(printed({ ...inForce, expires: null }), { step: 'day' }, '2090-01-01T00:00:00')[0]).toBe(
      'In force',
    );
    expect([
      isInForce(inForce, '2026-06-29'),
      isInForce(inForce, '2026-06-30'),
      isInForce(waiting, '2026-03-02'),
    ]).toEqual([true, false, false]);
  });

  it.each<[string, Agreement, string, unknown]>([
    ['29 days after', waiting, '2026-03-31', ['Waiting', [], null]],
    ['30 days after', waiting, '2026-04-01', ['Expired', ['starter: expired'], null]],
    ['when nobody has', { ...waiting, starterConfirmed: null }, '2026-04-01', ['Expired', [], null]],
    ['but not what is in force', inForce, '2026-04-01', ['In force', [], null]],
    ['nor what staff have to match', toMatch, '2026-04-01', ['To match', [], null]],
  ])('ends what was not confirmed, %s both were asked', (_, given, today, expected) => {
    expect(told(given, { step: 'day', asked: '2026-03-02' }, startOf(today))).toEqual(expected);
  });

  it.each<[string, Partial<Agreement>]>([
    ['the words', { scope: 'everything, to everybody' }],
    ['the day', { expires: '2030-01-01' }],
    ['the day, which is past now', { expires: '2026-03-01' }],
    ['one member', { other: 'M-3' }],
    ['the other member', { starter: 'M-3' }],
    ['the status', { status: 'To match' }],
    ['the fingerprint', { print: '' }],
  ])('changed by hand, %s: it does not hold, nobody is told, and it can only be ended', (_, changes) => {
    const changed = { ...inForce, ...changes };
    expect(isInForce(changed, '2026-03-02')).toBe(false);
    expect(told(changed, { step: 'day' })).toEqual([changed.status, [], null]);
    expect(told(changed, confirm('M-2'))).toEqual([changed.status, [], 'changed']);
    expect(told(changed, { step: 'match', starter: 'M-1', other: 'M-3' })[2]).toBe('changed');
    expect(told(changed, revoke('Staff'))[0]).toBe('Revoked');
    expect(isInForce({ ...inForce, scope: ` ${inForce.scope}\n` }, '2026-03-02')).toBe(true);
  });

  it('changed by hand and ended: a member who only stands there now hears nothing', () => {
    const now = { ...inForce, other: 'M-3', otherConfirmed: null };
    expect(told(now, revoke('M-1'))).toEqual(['Revoked', ['starter: revoked'], null]);
  });

  it('writes down who revoked it, and when', () => {
    expect(afterStep(inForce, revoke('M-2'), NOW).agreement).toMatchObject({
      revokedBy: 'M-2',
      revoked: NOW,
    });
  });
});

describe('in any order of steps', () => {
  const who = fc.constantFrom('M-1', 'M-2', 'M-3');
  const action: fc.Arbitrary<AgreementStep> = fc.oneof(
    fc.constant<AgreementStep>({ step: 'start' }),
    fc.constant<AgreementStep>({ step: 'day' }),
    fc.record({
      step: fc.constant('match' as const),
      starter: fc.constantFrom('', 'M-1', 'M-3'),
      other: who,
    }),
    fc.record({ step: fc.constant('confirm' as const), by: who }),
    fc.record({ step: fc.constant('confirm' as const), by: who }),
    fc.record({
      step: fc.constant('revoke' as const),
      by: fc.constantFrom('M-1', 'M-2', 'M-3', 'M-3', 'M-3'),
    }),
  );
  it('it holds only between both confirmations and its end, and never comes back', () => {
    const steps = fc.array(fc.tuple(action, fc.integer({ min: 0, max: 40 })), { maxLength: 12 });
    fc.assert(
      fc.property(steps, fc.constantFrom('', 'M-1', 'M-2'), fc.boolean(), (steps, other, isProven) => {
        let now = agreement({ other, starterConfirmed: isProven ? NOW : null });
        let day = '2026-03-02';
        let timesInForce = 0;
        for (const [action, days] of steps) {
          day = addDays(day, days);
          const before = now;
          const outcome = afterStep(now, action, startOf(day));
          now = outcome.agreement;
          if (hasEnded(before)) expect([now, outcome.tell]).toEqual([before, []]);
          if (outcome.tell.some(({ what }) => what === 'in force')) timesInForce++;
          if (isInForce(now, day)) {
            expect(
              now.starterConfirmed && now.otherConfirmed && now.starter !== now.other && day < '2026-06-30',
            ).toBeTruthy();
          }
          if (now.status === 'Waiting')
            expect(now.starterConfirmed === null || now.otherConfirmed === null).toBe(true);
          if (outcome.refused && outcome.refused !== 'ended')
            expect([now, outcome.tell]).toEqual([before, []]);
          if (day >= '2026-06-30') expect(hasEnded(now)).toBe(true);
          const changedStatus = now.status !== before.status;
          const hadNoYes = before.starterConfirmed === null && before.otherConfirmed === null;
          expect(outcome.tell.length > 0 || !changedStatus || hadNoYes).toBe(true);
        }
        expect(timesInForce).toBeLessThanOrEqual(1);
      }),
      { numRuns: 1000 },
    );
  });
});
