// What outcomes mean for the status of members, told as small stories.

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { PersonNamed } from '../../src/domain/case-entries.ts';
import { appliedText, statusByOutcome, statusChanges } from '../../src/domain/case-roster.ts';
import { caseOf } from './case-samples.ts';

const TODAY = '2026-05-10';
const CONFIRMED = { status: 'Closed', finding: 'Confirmed' } as const;

describe(`on ${TODAY}, a case makes of the member's status`, () => {
  it.each([
    ['nothing, while there is no finding', {}, ''],
    ['nothing, when it was not confirmed', { finding: 'Not confirmed' } as const, ''],
    ['nothing, by a warning', { ...CONFIRMED, outcome: 'Written warning' } as const, ''],
    ['Removed', { ...CONFIRMED, outcome: 'Removal' } as const, 'Removed'],
    ['Suspended, before its last day', suspension('2026-05-11'), 'Suspended'],
    ['Suspended, on its last day', suspension('2026-05-10'), 'Suspended'],
    ['nothing, on the day after', suspension('2026-05-09'), ''],
  ])('%s', (_, changes, status) => {
    expect(statusByOutcome(caseOf(changes), TODAY)).toBe(status);
  });
});

function suspension(suspendedUntil: string) {
  return { ...CONFIRMED, outcome: 'Suspension', suspendedUntil } as const;
}

function person(changes: Partial<PersonNamed>): PersonNamed {
  const nobody = { name: '', email: '', phone: '', conflict: false, applied: '' };
  return {
    ...nobody,
    id: 'P-1',
    number: '2026-001',
    part: 'Person reported on',
    memberId: 'M-1',
    ...changes,
  };
}

const changes = (people: PersonNamed[], cases: Parameters<typeof caseOf>[0][]) =>
  statusChanges(
    people,
    cases.map((one) => caseOf(one)),
    TODAY,
  ).map(({ memberId, before, after, earlier, rows }) => [
    `${memberId}: ${before || 'as she is'} → ${after || 'as she was'}${earlier ? ` (${earlier})` : ''}`,
    ...rows.map(({ id, status }) => `${id} ${status}`.trim()),
  ]);

describe('what is to be done', () => {
  it('a suspension, once', () => {
    expect(changes([person({})], [suspension('2026-06-01')])).toEqual([
      ['M-1: as she is → Suspended', 'P-1 Suspended'],
    ]);
    const written = person({ applied: 'M-1 Suspended, before: Active' });
    expect(changes([written], [suspension('2026-06-01')])).toEqual([]);
  });

  it('its end: she is again what she was before', () => {
    const written = person({ applied: 'M-1 Suspended, before: Inactive' });
    expect(changes([written], [suspension('2026-05-09')])).toEqual([
      ['M-1: Suspended → as she was (Inactive)', 'P-1'],
    ]);
  });

  it('what a run has left unfinished, whichever way', () => {
    const begun = person({ applied: 'M-1 Suspended, before: Inactive …' });
    expect(changes([begun], [suspension('2026-06-01')])).toEqual([
      ['M-1: Suspended → Suspended (Inactive)', 'P-1 Suspended'],
    ]);
    const ending = person({ applied: 'M-1 Back from Suspended, before: Inactive …' });
    expect(changes([ending], [suspension('2026-05-09')])).toEqual([
      ['M-1: Suspended → as she was (Inactive)', 'P-1'],
    ]);
  });

  it('nothing for a reporter, a witness, or somebody whom nobody has recognised', () => {
    const until = suspension('2026-06-01');
    expect(changes([person({ part: 'Reporter' }), person({ part: 'Witness' })], [until])).toEqual([]);
    expect(changes([person({ memberId: '' })], [until])).toEqual([]);
  });

  it('a Member ID that was wrong: the one is given back first, and then the other takes her place', () => {
    const wrong = person({ memberId: 'M-2', applied: 'M-1 Suspended, before: Active' });
    expect(changes([wrong], [suspension('2026-06-01')])).toEqual([
      ['M-1: Suspended → as she was (Active)', 'P-1'],
    ]);
    expect(changes([person({ memberId: 'M-2' })], [suspension('2026-06-01')])).toEqual([
      ['M-2: as she is → Suspended', 'P-1 Suspended'],
    ]);
  });

  it('of two cases the heavier outcome; when it is taken back, the other one is left', () => {
    const people = [person({}), person({ id: 'P-2', number: '2026-002' })];
    const removal = { ...CONFIRMED, outcome: 'Removal' } as const;
    const both = [suspension('2026-06-01'), { ...removal, number: '2026-002' }];
    expect(changes(people, both)).toEqual([['M-1: as she is → Removed', 'P-1 Suspended', 'P-2 Removed']]);
    const written = [
      person({ applied: 'M-1 Suspended, before: Active' }),
      person({ id: 'P-2', number: '2026-002', applied: 'M-1 Removed, before: Active' }),
    ];
    const takenBack = [suspension('2026-06-01'), { number: '2026-002' }];
    expect(changes(written, takenBack)).toEqual([['M-1: Removed → Suspended (Active)', 'P-2']]);
  });

  it('nothing more once a case is erased', () => {
    const erased = { ...suspension('2026-05-09'), erased: '2026-05-01' };
    expect(changes([person({ applied: 'Suspended', memberId: '' })], [erased])).toEqual([]);
  });
});

it('what was written once is not written again', () => {
  const outcome = fc.constantFrom({}, suspension('2026-06-01'), suspension('2026-05-01'), {
    ...CONFIRMED,
    outcome: 'Removal' as const,
  });
  const someone = fc.record({
    number: fc.constantFrom('2026-001', '2026-002', '2026-003'),
    memberId: fc.constantFrom('', 'M-1', 'M-2'),
    applied: fc.constantFrom(
      '',
      'M-1 Suspended, before: Active',
      'M-1 Removed, before: Inactive …',
      'M-2 Back from Suspended, before: Active …',
    ),
  });
  fc.assert(
    fc.property(
      fc.array(someone, { maxLength: 6 }),
      fc.tuple(outcome, outcome, outcome),
      (some, outcomes) => {
        const people = some.map((one, index) => person({ ...one, id: `P-${index}` }));
        const cases = outcomes.map((one, index) => caseOf({ ...one, number: `2026-00${index + 1}` }));
        // Twice, because a row that gives one member back is then about another.
        let after = people;
        for (let round = 0; round < 2; round++) {
          const texts = new Map<string, string>();
          for (const change of statusChanges(after, cases, TODAY))
            for (const { id, status } of change.rows) texts.set(id, appliedText(change, status, true));
          after = after.map((one) => ({ ...one, applied: texts.get(one.id) ?? one.applied }));
        }
        expect(statusChanges(after, cases, TODAY)).toEqual([]);
      },
    ),
  );
});
