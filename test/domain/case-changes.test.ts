// What handlers may change in a case, and what is put back.

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Review, reviewChange } from '../../src/domain/case-changes.ts';
import {
  type CaseFacts,
  type Decided,
  decidedOf,
  forbiddenIn,
  isPermitted,
} from '../../src/domain/case-decided.ts';
import {
  CASE_STATUSES,
  type CaseStatus,
  FINDINGS,
  LAW_DECISIONS,
  OUTCOMES,
} from '../../src/domain/case-entries.ts';
import { caseOf } from './case-samples.ts';

const ANA = 'ana@example.org';
const BO = 'bo@example.org';
const FACTS: CaseFacts = {
  kind: 'Possible violation',
  guidelines: 'Dishonesty',
  received: '2026-03-02T10:00:00',
  handlers: [ANA, BO, 'named@example.org'],
  conflicted: ['named@example.org'],
  erased: false,
  now: '2026-03-20T15:00:00',
};
const VIOLENT: CaseFacts = { ...FACTS, guidelines: 'Violence or threats' };
const SAFETY: CaseFacts = { ...FACTS, kind: 'Safety concern' };

const NEW = decidedOf(caseOf());
const HEARD = { heardOn: '2026-03-10' } as const;

/** A case in a status, with nothing filled in but what that status must have. */
function inStatus(status: CaseStatus, changes: Partial<Decided> = {}): Decided {
  if (status === 'New') return { ...NEW, ...changes };
  const state: Decided = { ...NEW, status, handler: ANA, acknowledged: '2026-03-03T09:00:00', ...changes };
  if (status === 'Closed') state.closed = '2026-03-19';
  if (state.outcome !== null) state.outcomeOn = '2026-03-18';
  return state;
}
const confirmed = (status: CaseStatus, changes: Partial<Decided> = {}) =>
  inStatus(status, { ...HEARD, finding: 'Confirmed', ...changes });

/** What was refused, as `cell: reason, reason`. */
const refusals = ({ refused }: Review) =>
  refused.map(({ field, reasons }) => `${field}: ${reasons.join(', ')}`);

function change(before: Decided, changes: Partial<Decided>, facts: CaseFacts = FACTS): Review {
  return reviewChange(before, { ...before, ...changes }, facts);
}

describe('from one status to another (a finding is there, so that it may be closed)', () => {
  const TABLE = `
    from \\ to            | New | Acknowledged | Under review | Awaiting information | Finding | Closed | Reopened
    New                  |  =  |     yes      |     yes      |          -           |    -    |   -    |    -
    Acknowledged         |  -  |      =       |     yes      |          -           |    -    |   -    |    -
    Under review         |  -  |      -       |      =       |         yes          |   yes   |   -    |    -
    Awaiting information |  -  |      -       |     yes      |          =           |   yes   |   -    |    -
    Finding              |  -  |      -       |     yes      |          -           |    =    |  yes   |    -
    Closed               |  -  |      -       |      -       |          -           |    -    |   =    |   yes
    Reopened             |  -  |      -       |     yes      |         yes          |   yes   |   -    |    =
  `;
  const [head = [], ...rows] = TABLE.trim()
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim()));
  const pairs = rows.flatMap(([from, ...cells]) =>
    cells.map((cell, index) => [from, head[index + 1], cell] as [CaseStatus, CaseStatus, string]),
  );

  it('the table has all statuses', () => {
    expect(head.slice(1)).toEqual([...CASE_STATUSES]);
    expect(rows.map(([from]) => from)).toEqual([...CASE_STATUSES]);
    expect(pairs).toHaveLength(49);
  });

  it.each(pairs)('%s -> %s: %s', (from, to, cell) => {
    const isBegun = from !== 'New' && from !== 'Acknowledged';
    const before = inStatus(from, isBegun ? { ...HEARD, finding: 'Not confirmed' } : {});
    const review = change(before, { status: to, handler: ANA });
    expect(review.accepted.status).toBe(cell === '-' ? from : to);
    expect(refusals(review).filter((line) => line.startsWith('status'))).toEqual(
      cell === '-' ? ['status: no way there'] : [],
    );
  });

  it.each(CASE_STATUSES)('%s -> (emptied): -', (from) => {
    const review = change(inStatus(from), { status: null });
    expect(review.accepted.status).toBe(from);
    expect(review.refused.map(({ field }) => field)).toEqual(['status']);
  });
});

describe('findings', () => {
  it.each<[string, Decided, Partial<Decided>, string[]]>([
    ['nobody was heard', inStatus('Finding'), { finding: 'Confirmed' }, ['finding: not heard']],
    ['heard before', inStatus('Finding', HEARD), { finding: 'Confirmed' }, []],
    ['heard, in the same change', inStatus('Finding'), { ...HEARD, finding: 'Confirmed' }, []],
    [
      'could not be heard, and why',
      inStatus('Finding'),
      { notHeardBecause: 'Left no address', finding: 'Confirmed' },
      [],
    ],
    [
      'a reason of spaces',
      inStatus('Finding', { notHeardBecause: '  ' }),
      { finding: 'Confirmed' },
      ['finding: not heard'],
    ],
    ['every finding needs it', inStatus('Finding'), { finding: 'Not confirmed' }, ['finding: not heard']],
    ['while under review', inStatus('Under review', HEARD), { finding: 'Cannot be established' }, []],
    ['while new', NEW, { ...HEARD, finding: 'Confirmed' }, ['finding: not under review yet']],
    [
      'while only acknowledged',
      inStatus('Acknowledged', HEARD),
      { finding: 'Confirmed' },
      ['finding: not under review yet'],
    ],
    ['heard tomorrow', inStatus('Finding'), { heardOn: '2026-03-21' }, ['heardOn: heard in the future']],
    ['heard today', inStatus('Finding'), { heardOn: '2026-03-20' }, []],
    ['heard on the day of the report', inStatus('Finding'), { heardOn: '2026-03-02' }, []],
    [
      'heard before the report',
      inStatus('Finding'),
      { heardOn: '2026-03-01', finding: 'Confirmed' },
      ['heardOn: heard before the report', 'finding: not heard'],
    ],
    ['the hearing is taken back', confirmed('Finding'), { heardOn: null }, ['heardOn: finding stands']],
    [
      'the hearing is taken back with the finding',
      confirmed('Finding'),
      { heardOn: null, finding: null },
      [],
    ],
    [
      'a finding is taken back while an outcome stands',
      confirmed('Finding', { outcome: 'Conversation' }),
      { finding: 'Not confirmed' },
      ['finding: outcome stands'],
    ],
    [
      'a finding is taken back together with the outcome',
      confirmed('Finding', { outcome: 'Conversation' }),
      { finding: 'Not confirmed', outcome: null },
      [],
    ],
    [
      'a finding is taken back while another outcome is chosen',
      confirmed('Finding', { outcome: 'Conversation' }),
      { finding: null, outcome: 'Removal' },
      ['finding: outcome stands'],
    ],
  ])('%s', (_, before, changes, expected) => {
    expect(isPermitted(before, FACTS)).toBe(true);
    expect(refusals(change(before, changes))).toEqual(expected);
  });
});

describe('outcomes', () => {
  const suspended = confirmed('Finding', { outcome: 'Suspension', suspendedUntil: '2026-06-01' });
  it.each<[string, Decided, Partial<Decided>, string[]]>([
    ['no finding', inStatus('Finding', HEARD), { outcome: 'Removal' }, ['outcome: no confirmed finding']],
    [
      'no finding, and None',
      inStatus('Finding', HEARD),
      { outcome: 'None' },
      ['outcome: no confirmed finding'],
    ],
    [
      'not confirmed',
      inStatus('Finding', { ...HEARD, finding: 'Not confirmed' }),
      { outcome: 'None' },
      ['outcome: no confirmed finding'],
    ],
    ['confirmed', confirmed('Finding'), { outcome: 'Removal' }, []],
    [
      'confirmed in the same change',
      inStatus('Finding', HEARD),
      { finding: 'Confirmed', outcome: 'None' },
      [],
    ],
    [
      'a suspension without a date',
      confirmed('Finding'),
      { outcome: 'Suspension' },
      ['outcome: suspension without a date'],
    ],
    [
      'a suspension with a date',
      confirmed('Finding'),
      { outcome: 'Suspension', suspendedUntil: '2026-03-21' },
      [],
    ],
    ['the date first', confirmed('Finding'), { suspendedUntil: '2026-06-01' }, []],
    [
      'then the suspension',
      confirmed('Finding', { suspendedUntil: '2026-06-01' }),
      { outcome: 'Suspension' },
      [],
    ],
    [
      'a suspension until today',
      confirmed('Finding'),
      { outcome: 'Suspension', suspendedUntil: '2026-03-20' },
      ['outcome: suspension without a date', 'suspendedUntil: date not in the future'],
    ],
    [
      'a date before any finding',
      inStatus('Finding', HEARD),
      { suspendedUntil: '2026-06-01' },
      ['suspendedUntil: no confirmed finding'],
    ],
    [
      'a date with another outcome',
      confirmed('Finding', { outcome: 'Written warning' }),
      { suspendedUntil: '2026-06-01' },
      ['suspendedUntil: date without suspension'],
    ],
    [
      'a date of a suspension is emptied',
      suspended,
      { suspendedUntil: null },
      ['suspendedUntil: suspension without a date'],
    ],
    ['a suspension is made longer', suspended, { suspendedUntil: '2026-09-01' }, []],
    ['a suspension is replaced: its date goes with it', suspended, { outcome: 'Removal' }, []],
    [
      'a suspension is replaced, with a date',
      suspended,
      { outcome: 'Removal', suspendedUntil: '2026-09-01' },
      ['suspendedUntil: date without suspension'],
    ],
    [
      'a finding is taken back with a date prepared',
      confirmed('Finding', { suspendedUntil: '2026-06-01' }),
      { finding: null },
      [],
    ],
  ])('%s', (_, before, changes, expected) => {
    expect(isPermitted(before, FACTS)).toBe(true);
    const review = change(before, changes);
    expect(refusals(review)).toEqual(expected);
    if (review.accepted.outcome === 'Removal') expect(review.accepted.suspendedUntil).toBeNull();
  });
});

describe('closing', () => {
  const decided = {
    lawDecision: 'Do not contact',
    lawDetails: 'She does not want it, nobody is in danger',
  } as const;
  const open = (changes: Partial<Decided>) => inStatus('Finding', { ...HEARD, ...changes });
  it.each<[string, CaseFacts, Partial<Decided>, string]>([
    ['no finding', FACTS, {}, 'finding needed'],
    ['not confirmed', FACTS, { finding: 'Not confirmed' }, ''],
    ['cannot be established', FACTS, { finding: 'Cannot be established' }, ''],
    ['confirmed, no outcome', FACTS, { finding: 'Confirmed' }, 'outcome needed'],
    ['confirmed, outcome None', FACTS, { finding: 'Confirmed', outcome: 'None' }, ''],
    ['confirmed, a warning', FACTS, { finding: 'Confirmed', outcome: 'Written warning' }, ''],
    ['violence confirmed, no outcome', VIOLENT, { finding: 'Confirmed', ...decided }, 'outcome needed'],
    [
      'violence confirmed, outcome None',
      VIOLENT,
      { finding: 'Confirmed', outcome: 'None', ...decided },
      'outcome None is not enough',
    ],
    [
      'violence confirmed, a warning',
      VIOLENT,
      { finding: 'Confirmed', outcome: 'Written warning', ...decided },
      '',
    ],
    [
      'a safety concern confirmed, outcome None',
      SAFETY,
      { finding: 'Confirmed', outcome: 'None', ...decided },
      'outcome None is not enough',
    ],
    [
      'violence not confirmed, nothing about the police',
      VIOLENT,
      { finding: 'Not confirmed' },
      'law decision needed, law details needed',
    ],
    [
      'violence not confirmed, no reason about the police',
      VIOLENT,
      { finding: 'Not confirmed', lawDecision: 'Contact', lawDetails: ' ' },
      'law details needed',
    ],
    [
      'a safety concern, a reason but no decision',
      SAFETY,
      { finding: 'Not confirmed', lawDetails: 'Still thinking' },
      'law decision needed',
    ],
    [
      'violence not confirmed, decided about the police',
      VIOLENT,
      { finding: 'Not confirmed', ...decided },
      '',
    ],
    ['everything is missing', VIOLENT, {}, 'finding needed, law decision needed, law details needed'],
  ])('%s', (_, facts, changes, reasons) => {
    const review = change(open(changes), { status: 'Closed' }, facts);
    expect(refusals(review)).toEqual(reasons === '' ? [] : [`status: ${reasons}`]);
    expect(review.accepted.status).toBe(reasons === '' ? 'Closed' : 'Finding');
    expect(review.accepted.closed).toBe(reasons === '' ? '2026-03-20' : null);
  });

  it('may come in one change with everything that it needs', () => {
    const all = { finding: 'Confirmed', outcome: 'Removal', ...decided, status: 'Closed' } as const;
    const review = change(open({}), all, VIOLENT);
    expect(review.refused).toEqual([]);
    expect(review.steps).toEqual(['law decision changed', 'finding made', 'outcome decided', 'closed']);
  });

  it('is put back alone when an outcome is emptied in the same change', () => {
    const review = change(confirmed('Finding', { outcome: 'None' }), { outcome: null, status: 'Closed' });
    expect(review.accepted).toMatchObject({ outcome: null, outcomeOn: null, status: 'Finding' });
    expect(refusals(review)).toEqual(['status: outcome needed']);
  });
});

describe('a closed case', () => {
  const closed = confirmed('Closed', { outcome: 'Suspension', suspendedUntil: '2026-03-19' });
  it.each<[string, Partial<Decided>, CaseFacts, string[]]>([
    ['nothing changes', {}, FACTS, []],
    ['the outcome changes', { outcome: 'Removal' }, FACTS, ['outcome: closed']],
    ['the handler changes', { handler: BO }, FACTS, ['handler: closed']],
    ['it is opened again', { status: 'Reopened' }, FACTS, []],
    ['it is opened again with a new outcome', { status: 'Reopened', outcome: 'Removal' }, FACTS, []],
    [
      'it jumps to Under review with a new outcome',
      { status: 'Under review', outcome: 'Removal' },
      FACTS,
      ['outcome: closed', 'status: no way there'],
    ],
    [
      'its handler has left, and it is opened again',
      { status: 'Reopened' },
      { ...FACTS, handlers: [BO] },
      [],
    ],
    ['it turns out to be about violence, and is opened again', { status: 'Reopened' }, VIOLENT, []],
    ['it is erased', { status: 'Reopened' }, { ...FACTS, erased: true }, ['status: erased']],
  ])('%s', (_, changes, facts, expected) => {
    const review = change(closed, changes, facts);
    expect(refusals(review)).toEqual(expected);
    expect(review.accepted.closed).toBe(review.accepted.status === 'Closed' ? '2026-03-19' : null);
  });
});

describe('handlers', () => {
  const reopened = confirmed('Reopened', { outcome: 'None', handler: 'left@example.org' });
  const review = { status: 'Under review' } as const;
  it.each<[string, Decided, Partial<Decided>, string[]]>([
    ['one of the handlers', NEW, { handler: ANA }, []],
    ['as somebody types it', NEW, { handler: ' Ana@Example.org ' }, []],
    ['somebody else', NEW, { handler: 'x@example.org' }, ['handler: not a handler']],
    [
      'a handler named in the report',
      NEW,
      { handler: 'named@example.org' },
      ['handler: handler in conflict'],
    ],
    ['taken away while new', inStatus('New', { handler: ANA }), { handler: '' }, []],
    ['taken away later', inStatus('Under review'), { handler: '' }, ['handler: handler needed']],
    ['handed over', inStatus('Under review'), { handler: BO }, []],
    ['acknowledged by nobody', NEW, { status: 'Acknowledged' }, ['status: handler needed']],
    ['acknowledged with a handler', NEW, { status: 'Acknowledged', handler: ANA }, []],
    ['reopened, the handler has left', reopened, review, ['status: not a handler']],
    ['reopened, a new one takes it up', reopened, { ...review, handler: BO }, []],
    ['reopened, a new one is named first', reopened, { handler: BO }, []],
    ['reopened, the handler is taken away', reopened, { handler: '' }, ['handler: handler needed']],
  ])('%s', (_, before, changes, expected) => {
    expect(refusals(change(before, changes))).toEqual(expected);
  });

  it('who turns out to be in conflict does nothing more but hand over', () => {
    const before = inStatus('Under review', { handler: 'named@example.org' });
    expect(refusals(change(before, HEARD))).toEqual(['heardOn: handler in conflict']);
    expect(refusals(change(before, { ...HEARD, handler: BO }))).toEqual([]);
  });
});

describe('what follows from a change', () => {
  const conversation = { outcome: 'Conversation' } as const;
  it.each<[string, Decided, Partial<Decided>, string[], Partial<Decided>]>([
    ['nothing', inStatus('Finding'), {}, [], {}],
    [
      'acknowledged',
      NEW,
      { handler: ANA, status: 'Acknowledged' },
      ['acknowledged', 'handler changed'],
      { acknowledged: FACTS.now },
    ],
    [
      'taken up at once',
      inStatus('New', { handler: ANA }),
      { status: 'Under review' },
      ['acknowledged', 'status changed'],
      { acknowledged: FACTS.now },
    ],
    ['heard', inStatus('Finding'), HEARD, ['hearing changed'], {}],
    [
      'a finding',
      inStatus('Finding', HEARD),
      { finding: 'Confirmed' },
      ['finding made'],
      { outcomeOn: null },
    ],
    ['an outcome', confirmed('Finding'), conversation, ['outcome decided'], { outcomeOn: '2026-03-20' }],
    [
      'an outcome stays while it goes on',
      confirmed('Reopened', conversation),
      { status: 'Under review' },
      ['status changed'],
      { outcomeOn: '2026-03-18', acknowledged: '2026-03-03T09:00:00' },
    ],
    [
      'an outcome taken back, with the finding',
      confirmed('Finding', conversation),
      { outcome: null, finding: null },
      ['finding taken back', 'outcome taken back'],
      { outcomeOn: null },
    ],
    [
      'a suspension made longer',
      confirmed('Finding', { outcome: 'Suspension', suspendedUntil: '2026-06-01' }),
      { suspendedUntil: '2026-07-01' },
      ['outcome decided'],
      { outcomeOn: '2026-03-20' },
    ],
    [
      'opened again',
      confirmed('Closed', conversation),
      { status: 'Reopened' },
      ['reopened'],
      { closed: null },
    ],
  ])('%s', (_, before, changes, steps, stamps) => {
    const review = change(before, changes);
    expect(review.refused).toEqual([]);
    expect(review.steps).toEqual(steps);
    expect(review.accepted).toMatchObject(stamps);
  });

  it('stamps are not typed', () => {
    const review = change(inStatus('Finding'), { closed: '2026-03-01', acknowledged: null });
    expect(refusals(review)).toEqual(['acknowledged: stamped by the desk', 'closed: stamped by the desk']);
    expect(review.accepted).toEqual(inStatus('Finding'));
  });

  it('a value that is none of the choices is put back', () => {
    const before = confirmed('Finding');
    const review = reviewChange(before, { ...before, finding: null, outcome: 'Removal' }, FACTS, ['finding']);
    expect(refusals(review)).toEqual(['finding: not a choice']);
    expect(review.accepted).toMatchObject({ finding: 'Confirmed', outcome: 'Removal' });
  });
});

describe('whatever handlers do', () => {
  const dates = fc.constantFrom(null, '2026-02-01', '2026-03-02', '2026-03-20', '2026-03-21', '2026-12-31');
  const orNull = <T>(values: readonly T[]) => fc.constantFrom(null, ...values);
  const anyFacts = fc.constantFrom(FACTS, VIOLENT, SAFETY);
  const anyChange: fc.Arbitrary<Partial<Decided>> = fc.record(
    {
      status: orNull(CASE_STATUSES),
      handler: fc.constantFrom('', ANA, BO, 'named@example.org', 'x@example.org'),
      finding: orNull(FINDINGS),
      heardOn: dates,
      notHeardBecause: fc.constantFrom('', ' ', 'She left no address'),
      lawDecision: orNull(LAW_DECISIONS),
      lawDetails: fc.constantFrom('', 'Because of the child'),
      outcome: orNull(OUTCOMES),
      suspendedUntil: dates,
    },
    { requiredKeys: [] },
  );
  const anyState = anyChange.map((changes): Decided => ({ ...NEW, ...changes }));

  /** The rules once more, in other words than those of the code. */
  function assertAllowed(state: Decided, facts: CaseFacts) {
    if (state.outcome !== null) expect(state.finding).toBe('Confirmed');
    if (state.finding !== null)
      expect(state.heardOn !== null || state.notHeardBecause.trim() !== '').toBe(true);
    if (state.heardOn !== null)
      expect(state.heardOn >= '2026-03-02' && state.heardOn <= '2026-03-20').toBe(true);
    if (state.outcome === 'Suspension') expect(state.suspendedUntil).not.toBeNull();
    if (!['New', 'Closed', 'Reopened'].includes(state.status as string))
      expect([ANA, BO]).toContain(state.handler);
    if (state.status !== 'Closed') return;
    expect(state.finding).not.toBeNull();
    if (state.finding === 'Confirmed') expect(state.outcome).not.toBeNull();
    if (facts === FACTS) return;
    expect(state.outcome).not.toBe('None');
    expect([state.lawDecision, state.lawDetails]).toEqual([expect.any(String), 'Because of the child']);
  }

  it('a permitted state stays permitted, what is refused stands as it was, and a second look changes nothing', () => {
    fc.assert(
      fc.property(anyState, anyChange, anyFacts, (before, changes, facts) => {
        fc.pre(isPermitted(before, facts));
        const { accepted, refused } = change(before, changes, facts);
        expect(forbiddenIn(accepted, facts)).toEqual([]);
        assertAllowed(accepted, facts);
        for (const { field, reasons } of refused) {
          expect(reasons.length).toBeGreaterThan(0);
          if (field !== 'suspendedUntil') expect(accepted[field]).toBe(before[field]);
        }
        const isRefused = (field: string) => refused.some((one) => one.field === field);
        for (const [field, value] of Object.entries(changes)) {
          const isChange = value !== before[field as keyof Decided];
          if (isChange && !isRefused(field)) expect(accepted).toHaveProperty(field, value);
        }
        expect(reviewChange(accepted, accepted, facts)).toEqual({ accepted, refused: [], steps: [] });
      }),
      { numRuns: 1000 },
    );
  });

  it('one change after another never leads to a forbidden state, and the stamps tell the truth', () => {
    fc.assert(
      fc.property(fc.array(anyChange, { maxLength: 25 }), anyFacts, (changes, facts) => {
        let state = NEW;
        for (const [index, wanted] of changes.entries()) {
          const now = `2026-03-20T15:00:${String(index).padStart(2, '0')}`;
          const before = state;
          state = change(state, wanted, { ...facts, now }).accepted;
          assertAllowed(state, facts);
          expect(state.closed !== null).toBe(state.status === 'Closed');
          expect(state.outcomeOn !== null).toBe(state.outcome !== null);
          expect(state.acknowledged !== null).toBe(state.status !== 'New');
          if (before.acknowledged !== null) expect(state.acknowledged).toBe(before.acknowledged);
        }
      }),
      { numRuns: 100 },
    );
  });

  it('from a state that is not permitted only a way out is taken', () => {
    fc.assert(
      fc.property(anyState, anyChange, anyFacts, (before, changes, facts) => {
        fc.pre(!isPermitted(before, facts) && before.status !== null);
        const { accepted } = change(before, changes, facts);
        const isSame = Object.keys(changes).every(
          (field) => accepted[field as keyof Decided] === before[field as keyof Decided],
        );
        expect(isSame || isPermitted(accepted, facts)).toBe(true);
      }),
    );
  });
});
