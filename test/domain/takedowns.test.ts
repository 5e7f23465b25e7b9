// What has to be taken down after a withdrawal, until when, and when all of it is done.

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { MEDIA, OPT_OUT_KINDS, type OptOut, type Takedown } from '../../src/domain/image-entries.ts';
import {
  afterTick,
  finishedOptOuts,
  remainsAfter,
  takedownState,
  takedownsFor,
  takedownsToRemind,
} from '../../src/domain/takedowns.ts';
import { optOut, takedown } from './image-samples.ts';

const TODAY = '2026-03-10';
const RULES = { days: 14, owner: 'Bo Li' };
const plan = (changes: Partial<OptOut>, existing: Takedown[] = []) =>
  takedownsFor(optOut({ kind: 'Both', ...changes }), existing, RULES, TODAY);

describe('the lines of a request', () => {
  it.each<[string, Partial<OptOut>, (string | null)[]]>([
    ['everything', {}, [...MEDIA]],
    ['a withdrawal only', { kind: 'Withdraw pictures already made' }, [...MEDIA]],
    ['a kind that nobody can read', { kind: null }, [...MEDIA]],
    ['no scope given', { scope: null }, [...MEDIA]],
    [
      'the internet',
      { scope: 'Internet and social media' },
      ['Newsletter', 'Website', 'Social media', 'Video', 'Partner or contractor'],
    ],
    ['no future pictures', { kind: 'No future pictures' }, []],
    ['a take-back', { kind: 'Take back an opt-out' }, []],
    ['certain pictures, none named', { scope: 'Certain pictures' }, [null]],
    [
      'certain pictures',
      {
        scope: 'Certain pictures',
        pictures: 'https://imstl.org/a.jpg\nhttps://www.instagram.com/p/1\nyoutu.be/x\nthe flyer, page 3',
      },
      ['Website', 'Social media', 'Video', null, null],
    ],
  ])('%s', (_, changes, media) => {
    expect(plan(changes).map(({ medium }) => medium)).toEqual(media);
  });

  it('say which picture is meant, and of the last that it is about other places', () => {
    const lines = plan({ scope: 'Certain pictures', pictures: 'https://imstl.org/a.jpg' });
    expect(lines.map(({ about, link }) => [about, link])).toEqual([
      ['picture', 'https://imstl.org/a.jpg'],
      ['other places', ''],
    ]);
  });

  it('are due so many days after the effective day', () => {
    expect(plan({ effective: '2026-03-20' })[0]).toMatchObject({ due: '2026-04-03', owner: 'Bo Li' });
    expect(plan({ effective: null })[0]?.due).toBe('2026-03-15');
    expect(plan({ effective: null, received: null })[0]?.due).toBe('2026-03-24');
  });

  it('are made once', () => {
    expect(plan({}, [takedown()])).toEqual([]);
    expect(plan({}, [takedown({ optOut: 'O-000002' })])).toHaveLength(6);
  });

  it('mark what cannot be taken back', () => {
    expect(plan({}).flatMap(({ medium, remains }) => (remains ? [[medium, remains]] : []))).toEqual([
      ['Print', 'printed copies already given out'],
      ['Newsletter', 'newsletters already sent'],
    ]);
    expect(remainsAfter(optOut({ kind: 'Both' }))).toHaveLength(2);
    expect(remainsAfter(optOut({ kind: 'Both', scope: 'Internet and social media' }))).toEqual([
      'newsletters already sent',
    ]);
    expect(remainsAfter(optOut({ kind: 'Both', scope: 'Certain pictures' }))).toEqual([
      'printed copies already given out',
    ]);
    expect(remainsAfter(optOut())).toEqual([]);
  });
});

it.each<[string | null, string | null, string]>([
  ['2026-03-14', null, 'later'],
  ['2026-03-13', null, 'soon'],
  ['2026-03-10', null, 'due'],
  ['2026-03-09', null, 'overdue'],
  [null, null, 'due'],
  ['2026-03-09', '2026-03-10', 'done'],
])('a line due %s, done %s: %s', (due, done, expected) => {
  expect(takedownState({ due, done }, 3, TODAY)).toBe(expected);
});

it('reminds of the most overdue line first, and not of requests that were taken back', () => {
  const lines = [
    takedown({ id: 'T-1', due: '2026-03-12' }),
    takedown({ id: 'T-2', due: '2026-03-01' }),
    takedown({ id: 'T-3', due: '2026-03-01', optOut: 'O-000002' }),
    takedown({ id: 'T-4', due: '2026-05-01' }),
    takedown({ id: 'T-5', due: '2026-03-01', done: '2026-03-02' }),
    takedown({ id: 'T-6', due: null }),
  ];
  const found = takedownsToRemind(lines, new Set(['O-000002']), 3, TODAY);
  expect(found.map(({ line, state }) => [line.id, state])).toEqual([
    ['T-6', 'due'],
    ['T-2', 'overdue'],
    ['T-1', 'soon'],
  ]);
});

it('a request is finished on the day of its last line, and not before', () => {
  const lines = [
    takedown({ done: '2026-03-05' }),
    takedown({ done: '2026-03-03' }),
    takedown({ optOut: 'O-000002', done: '2026-03-03' }),
    takedown({ optOut: 'O-000002' }),
  ];
  expect([...finishedOptOuts(lines)]).toEqual([['O-000001', '2026-03-05']]);
});

it('ticked off in any order, a request is finished exactly when nothing of it is open', () => {
  const kinds = fc.constantFrom(...OPT_OUT_KINDS);
  fc.assert(
    fc.property(kinds, fc.array(fc.integer({ min: 0, max: 9 })), (kind, ticks) => {
      let lines = plan({ kind }).map(({ medium, due }, index) => takedown({ id: `T-${index}`, medium, due }));
      for (const tick of ticks) {
        lines = lines.map((line, index) => (index === tick ? { ...line, done: TODAY } : line));
        const isFinished = lines.length > 0 && lines.every(({ done }) => done !== null);
        expect(finishedOptOuts(lines).has('O-000001')).toBe(isFinished);
        expect(takedownsToRemind(lines, new Set(), 99, TODAY)).toHaveLength(
          lines.filter(({ done }) => !done).length,
        );
      }
    }),
  );
});

describe('the box and the day of a line', () => {
  const TODAY = '2026-03-10';
  it.each([
    ['staff ticked it', { ticked: true, done: null, noted: false }, TODAY],
    ['staff ticked it and typed a day', { ticked: true, done: '2026-03-02', noted: false }, '2026-03-02'],
    ['staff typed a day', { ticked: false, done: '2026-03-02', noted: false }, '2026-03-02'],
    ['staff typed another day', { ticked: true, done: '2026-03-03', noted: true }, '2026-03-03'],
    ['staff unticked it', { ticked: false, done: '2026-03-02', noted: true }, null],
    ['staff deleted the day', { ticked: true, done: null, noted: true }, null],
    ['nothing happened to it', { ticked: false, done: null, noted: false }, null],
  ])('%s', (_, line, done) => {
    const after = afterTick(line, TODAY);
    expect(after).toEqual({ ticked: done !== null, done, noted: done !== null });
    expect(afterTick(after, '2026-03-11')).toEqual(after);
  });
});
