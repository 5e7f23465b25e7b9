// The check of the trail finds any single change in the trail, the acceptances and the versions; an erasure breaks nothing.

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  type AuditEvent,
  EMPTY_TRAIL,
  erasedLine,
  nextLine,
  type TrailHead,
} from '../../src/domain/audit.ts';
import { hashCode } from '../../src/domain/code-text.ts';
import type { Acceptance, AuditLine, CodeVersion, VersionText } from '../../src/domain/entries.ts';
import { erasedAcceptance, proofOfAcceptance, proofOfVersion } from '../../src/domain/proofs.ts';
import {
  AT_FIRST,
  checkBeforeBreak,
  checkEnd,
  checkLines,
  erasedText,
  type Misfit,
} from '../../src/domain/trail-check.ts';
import { freezeText } from '../../src/domain/version-text.ts';
import { acceptance, version } from './samples.ts';

const TEXT = 'Code of Conduct\n\nRespect\nWe treat all members with respect.\n\nLast Update: 6/04/25';
const WORDS = {
  acceptance: new Set(['Accepted', 'Put back']),
  version: new Set(['Published']),
  erased: 'Erased',
};

interface World {
  trail: AuditLine[];
  answers: Acceptance[];
  versions: CodeVersion[];
  texts: VersionText[];
  end: TrailHead;
}

/** A trail as the desk writes it: a version, three answers, and words about members between them. */
function world(erased: readonly string[] = []): World {
  const versions = [version('2025-06-04', { textHash: hashCode(TEXT), published: '2025-06-04T09:00:00' })];
  const given = [1, 2, 3].map((number) =>
    acceptance({
      id: `A-00000${number}`,
      memberId: `M-000${number}`,
      received: `2026-01-1${number}T10:00:00`,
      textHash: hashCode(TEXT),
      statements: 'I agree',
      companions: 'Terms',
      remark: `Remark ${number}`,
      seal: `salt of ${number}`,
    }),
  );
  const events: Omit<AuditEvent, 'who'>[] = [
    {
      what: 'Published',
      subject: '2025-06-04',
      before: '',
      after: `First | ${proofOfVersion(versions[0] as CodeVersion)}`,
    },
  ];
  for (const answer of given) {
    const { id, memberId: subject } = answer;
    events.push({ what: 'Got a Member ID', subject, before: '', after: `Name of ${subject}` });
    events.push({
      what: 'Accepted',
      subject: id,
      before: '',
      after: `${subject} | ${proofOfAcceptance(answer)}`,
    });
    events.push({ what: 'Changed “Email”', subject, before: 'old@example.org', after: 'new@example.org' });
  }
  let end = EMPTY_TRAIL;
  const trail: AuditLine[] = [];
  const add = (event: Omit<AuditEvent, 'who'>) => {
    const next = nextLine(end, { who: 'System', ...event }, '2026-03-01T09:00:00', `salt ${end.line}`);
    trail.push(next.line);
    end = next.head;
  };
  for (const event of events) add(event);
  let answers = given;
  for (const id of erased) {
    const isHers = ({ subject, what }: AuditLine) => subject === id && what !== WORDS.erased;
    const lines = trail.filter(isHers).map(({ line }) => line ?? 0);
    for (const [index, line] of trail.entries()) if (isHers(line)) trail[index] = erasedLine(line);
    const ids = answers.filter(({ memberId }) => memberId === id).map((answer) => answer.id);
    answers = answers.map((answer) => (answer.memberId === id ? erasedAcceptance(answer) : answer));
    add({ what: WORDS.erased, subject: id, before: '', after: erasedText(lines, ids) });
  }
  return { trail, answers, versions, texts: freezeText('2025-06-04', TEXT), end };
}

const inRows = <E>(entries: readonly E[]) =>
  entries.map((entry, index) => ({ row: index + 2, entry, isExact: true }));

/** All that does not fit, in blocks of so many lines. */
function misfits({ trail, answers, versions, texts, end }: World, block = 100): Misfit[] {
  const rows = inRows(answers);
  let progress = AT_FIRST;
  const lines = inRows(trail);
  for (let from = 0; from < lines.length; from += block) {
    const checked = checkLines(progress, lines.slice(from, from + block), WORDS);
    progress = JSON.parse(JSON.stringify(checked.progress));
    if (checked.broken) return [checked.broken, ...checkBeforeBreak(progress, rows, inRows(versions))];
  }
  return checkEnd(progress, end, rows, inRows(versions), inRows(texts));
}

const worlds = [world(), world(['M-0002'])] as const;

it.each([1, 3, 100])('finds nothing in what nobody touched, in blocks of %i lines', (block) => {
  expect(worlds.map((one) => misfits(one, block))).toEqual([[], []]);
});

it('proves the rest, whoever is erased in whatever order, and again', () => {
  const some = fc.array(fc.constantFrom('M-0001', 'M-0002', 'M-0003'), { maxLength: 4 });
  fc.assert(
    fc.property(some, fc.integer({ min: 1, max: 20 }), (ids, block) =>
      expect(misfits(world(ids), block)).toEqual([]),
    ),
  );
});

/** Another value for a cell: one letter more, one less, or one changed; for what is no text, another. */
function changedBit(value: unknown, at: number, letter: string): unknown {
  if (typeof value === 'number') return value + 1;
  if (value === null || value === '') return letter;
  const text = String(value);
  const place = at % text.length;
  const [before, after] = [text.slice(0, place), text.slice(place + 1)];
  return text[place] === letter ? before + after : before + letter + after;
}

describe.each(['trail', 'answers', 'versions', 'texts'] as const)('in the %s', (tab) => {
  it('finds any change of one letter in any cell', () => {
    fc.assert(
      fc.property(
        fc.boolean(),
        fc.nat(),
        fc.nat(),
        fc.nat(),
        fc.constantFrom('a', '7', ' ', '|'),
        (isErased, row, column, at, letter) => {
          const before = worlds[isErased ? 1 : 0];
          const rows = before[tab].map((entry) => ({ ...entry })) as Record<string, unknown>[];
          const changed = rows[row % rows.length] as Record<string, unknown>;
          const fields = Object.keys(changed);
          const field = fields[column % fields.length] as string;
          changed[field] = changedBit(changed[field], at, letter);
          expect({ field, found: misfits({ ...before, [tab]: rows }).length > 0 }).toEqual({
            field,
            found: true,
          });
        },
      ),
      { numRuns: 300 },
    );
  });

  it('finds a row that is gone, or that stands there twice', () => {
    for (const before of worlds)
      for (const [index, entry] of before[tab].entries()) {
        const rows = before[tab] as readonly unknown[];
        const without = [...rows.slice(0, index), ...rows.slice(index + 1)];
        const twice = [...rows.slice(0, index), entry, ...rows.slice(index)];
        expect(misfits({ ...before, [tab]: without }).length).toBeGreaterThan(0);
        expect(misfits({ ...before, [tab]: twice }).length).toBeGreaterThan(0);
      }
  });
});

it('says where the trail is broken, and that what stands before it is proven', () => {
  const [{ trail, ...rest }] = worlds;
  const lines = trail.map((line) => (line.line === 4 ? { ...line, after: 'Somebody else' } : line));
  expect(misfits({ trail: lines, ...rest })[0]).toEqual({ where: 'trail', why: 'changed', of: '4', row: 5 });
  const swapped = [...trail.slice(0, 4), ...trail.slice(4, 6).reverse(), ...trail.slice(6)];
  expect(misfits({ trail: swapped, ...rest })[0]).toEqual({ where: 'trail', why: 'moved', of: '5', row: 6 });
});

it('finds lines and answers that lost their words without an erasure, although their hashes fit', () => {
  const [{ trail, answers, ...rest }] = worlds;
  const emptied = trail.map((line) => (line.line === 2 ? erasedLine(line) : line));
  expect(misfits({ trail: emptied, answers, ...rest })).toEqual([
    { where: 'trail', why: 'erased', of: '2', row: null },
  ]);
  const nameless = answers.map((answer, index) => (index === 0 ? erasedAcceptance(answer) : answer));
  expect(misfits({ trail, answers: nameless, ...rest })).toEqual([
    { where: 'acceptance', why: 'erased', of: 'A-000001', row: 2 },
  ]);
});

it('an erasure takes the words and what would give them away', () => {
  const { trail, answers } = worlds[1];
  expect(JSON.stringify(trail.slice(0, -1).filter(({ subject }) => subject === 'M-0002'))).not.toMatch(
    /Name of|@|salt/,
  );
  expect(answers[1]).toMatchObject({
    memberId: 'M-0002',
    version: '2025-06-04',
    name: '',
    email: '',
    remark: '',
  });
  expect(answers[1]?.seal).toMatch(/^erased [0-9a-f]{64}$/);
});

it('finds cells that only mean the same', () => {
  const [{ trail, end, answers, versions, texts }] = worlds;
  const rows = inRows(answers).map((row) => ({ ...row, isExact: false }));
  const { progress } = checkLines(AT_FIRST, inRows(trail), WORDS);
  const found = checkEnd(progress, end, rows, inRows(versions), inRows(texts));
  expect(found.map(({ why, of }) => `${of} ${why}`)).toEqual([
    'A-000001 changed',
    'A-000002 changed',
    'A-000003 changed',
  ]);
});

it.each([1, 100])(
  'proves an answer by its last line once it was put back, in blocks of %i lines',
  (block) => {
    const [{ trail, answers, end, ...rest }] = worlds;
    const [first, ...others] = answers as [Acceptance, ...Acceptance[]];
    const anew = { ...first, seal: 'salt of another time' };
    const event = { who: 'System', what: 'Put back', subject: first.id, before: '' };
    const after = `${first.memberId} | ${proofOfAcceptance(anew)}`;
    const next = nextLine(end, { ...event, after }, '2026-03-02T09:00:00', 'salt of its line');
    const putBack = { ...rest, trail: [...trail, next.line], end: next.head };
    expect(misfits({ ...putBack, answers: [anew, ...others] }, block)).toEqual([]);
    expect(misfits({ ...putBack, answers: [first, ...others] }, block)).toEqual([
      { where: 'acceptance', why: 'changed', of: 'A-000001', row: 2 },
    ]);
  },
);

it('finds a changed answer although a line behind its own does not fit', () => {
  const [{ trail, answers, ...rest }] = worlds;
  const lines = trail.map((line) => (line.line === 4 ? { ...line, after: 'Somebody else' } : line));
  const changed = answers.map((answer) => ({ ...answer, received: '2026-01-01T10:00:00' }));
  expect(misfits({ ...rest, trail: lines, answers: changed }).map(({ of, why }) => [of, why])).toEqual([
    ['4', 'changed'],
    ['A-000001', 'changed'],
  ]);
});
