// Tables: what an import does to a roster; and that done twice it does nothing more, whatever stands in the file.

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { IMPORT_FIELDS, type ImportField } from '../../src/domain/import-columns.ts';
import {
  choiceOf,
  type ImportPlan,
  idsIn,
  type OnRoster,
  planImport,
  printOf,
} from '../../src/domain/roster-import.ts';
import { processorTime } from '../support/processor-time.ts';

const member = (id: string, name: string, email: string, more: Partial<OnRoster> = {}): OnRoster => ({
  id,
  name,
  email,
  role: 'Mentee',
  status: 'Active',
  joined: '',
  isErased: false,
  ...more,
});
const ANNA = member('M-0001', 'Anna Ito', 'anna@x.org');
const BEA = member('M-0002', 'Béa Cruz', 'bea@x.org', { role: 'Mentor', joined: '2024-01-02' });
const GONE = member('M-0003', 'Cara Diallo', 'cara@x.org', { status: 'Suspended' });
const ROSTER = [ANNA, BEA, GONE];

type Said = Partial<Record<ImportField, string>>;
const cells = (row: Said) => IMPORT_FIELDS.map((field) => row[field] ?? '');
const plan = (rows: Said[], roster: OnRoster[] = ROSTER) => planImport(rows.map(cells), 2, roster);
const NEW = { name: 'Nora Neu', email: 'nora@x.org' };

/** Each row in few words. */
function inShort(made: ImportPlan): Record<number, string> {
  const changes = made.changed.map(({ at, id, changes }) => [
    at,
    `${id} ${changes.map(({ field, from, to, isUsual }) => `${field}${isUsual ? '' : '?'}: ${from} → ${to}`).join('; ')}`,
  ]);
  const added = made.added.map(({ at, name, alike }) => [
    at,
    ['new', name, ...alike.map(({ id }) => `like ${id}`)].join(' '),
  ]);
  const not = made.notTaken.map(({ at, troubles }) => [
    at,
    troubles.map(({ problem, about }) => `${problem} ${about}`.trim()).join('; '),
  ]);
  return Object.fromEntries([...changes, ...added, ...not]);
}

describe('one row', () => {
  it.each<[Said, string | undefined]>([
    [NEW, 'new Nora Neu'],
    [{ ...NEW, name: '' }, 'no name'],
    [{ name: 'Nora' }, 'no address'],
    [{ name: 'Nora', email: 'nora' }, 'bad address nora'],
    [{ ...NEW, role: 'boss', joined: 'soon' }, 'unknown role boss; bad date soon'],
    // She is known by her number or her address, however they are typed; what is empty changes nothing.
    [{ email: ' ANNA@x.ORG ' }, undefined],
    [{ id: 'm-0001 ' }, undefined],
    [{ id: 'M-0001', email: 'Anna@X.org', name: 'Anna  Ito', role: 'mentees', status: 'active' }, undefined],
    [{ email: 'anna@x.org', role: 'both' }, 'M-0001 role: Mentee → Mentor and mentee'],
    [{ email: 'anna@x.org', name: 'Anna Ito-Berg' }, 'M-0001 name: Anna Ito → Anna Ito-Berg'],
    [{ email: 'bea@x.org', joined: '1/3/2024' }, 'M-0002 joined: 2024-01-02 → 2024-01-03'],
    [{ id: 'M-0001', email: 'anna@new.org' }, 'M-0001 email: anna@x.org → anna@new.org'],
    // What may be a mistake is made only when the person says yes.
    [{ email: 'anna@x.org', name: 'Otto Ohm' }, 'M-0001 name?: Anna Ito → Otto Ohm'],
    [{ email: 'cara@x.org', status: 'Active' }, 'M-0003 status?: Suspended → Active'],
    [{ email: 'anna@x.org', status: 'Suspended' }, 'M-0001 status: Active → Suspended'],
    [{ name: 'Ito, Anna', email: 'anna@new.org' }, 'new Ito, Anna like M-0001'],
    // Nobody is guessed.
    [{ ...NEW, id: 'M-0009' }, 'unknown id M-0009'],
    [{ id: 'M-0001', email: 'bea@x.org' }, 'address of another M-0002'],
    [{ id: 'M-0001', ...NEW }, 'another person M-0001 Anna Ito'],
  ])('%j', (row, outcome) => expect(inShort(plan([row]))[2]).toBe(outcome));

  it('that is new is active, unless the file says otherwise', () => {
    const [active, inactive] = plan([
      NEW,
      { ...NEW, email: 'n@x.org', status: 'inactive', joined: 'May 1, 2025' },
    ]).added;
    expect(active).toMatchObject({ status: 'Active', role: '', joined: '' });
    expect(inactive).toMatchObject({ status: 'Inactive', joined: '2025-05-01' });
  });
});

describe('about somebody who was erased', () => {
  const erased = (name: string) => [ANNA, member('M-0004', name, '', { status: 'Removed', isErased: true })];
  it.each<[string, Said, string | undefined]>([
    ['', { id: 'M-0004', name: 'Dora Ode', email: 'dora@x.org', joined: '2024-01-02' }, 'was erased M-0004'],
    ['Dora Ode', { id: 'm-0004', name: 'Dora Ode', email: 'dora@x.org' }, 'was erased M-0004'],
    // Without her Member ID only her name can tell, where it had to stay.
    ['Dora Ode', { name: 'Dora Ode', email: 'dora@x.org' }, 'new Dora Ode like M-0004'],
  ])('of whom “%s” stayed: %j', (name, row, outcome) => {
    const made = plan([row], erased(name));
    expect([inShort(made)[2], made.changed]).toEqual([outcome, []]);
  });
});

describe('several rows', () => {
  it('about one person: only the first counts, also when it cannot be taken', () => {
    const made = plan([
      { ...NEW, role: 'boss' },
      NEW,
      { name: 'Nora N.', email: 'NORA@x.org' },
      { id: 'M-0001' },
      {},
      { email: 'anna@x.org', name: 'Anna I.' },
      { id: 'M-0002', email: 'nora@x.org' },
    ]);
    expect(inShort(made)).toEqual({
      2: 'unknown role boss',
      3: 'twice in the file 2',
      4: 'twice in the file 2',
      7: 'twice in the file 5',
      8: 'twice in the file 2',
    });
    expect(made.unchanged).toBe(1);
  });

  it('and members who are not in the file are listed, those in rows that cannot be taken are not', () => {
    expect(plan([{ email: 'bea@x.org', role: 'boss' }]).notInFile).toEqual([0, 2]);
    expect(plan([]).notInFile).toEqual([0, 1, 2]);
  });

  it('about an address that she has left and another row still names: nothing is taken over', () => {
    const moved = { id: 'M-0001', email: 'a@new.org' };
    expect(inShort(plan([moved, { name: 'Otto Ohm', email: 'anna@x.org' }]))).toEqual({
      2: 'old address in the file 3',
      3: 'twice in the file 2',
    });
  });

  it('of the same name: no doubt when the one on the roster is in the file as well', () => {
    const other = { name: 'Anna Ito', email: 'other@x.org' };
    expect(inShort(plan([other, { email: 'anna@x.org' }]))).toEqual({ 2: 'new Anna Ito' });
  });
});

describe('a roster that is not in order', () => {
  const twice = [
    ANNA,
    { ...BEA, email: 'ANNA@x.org' },
    { ...GONE, id: 'm-0001' },
    member('', 'Dora', 'dora@x.org'),
  ];
  it.each<[Said, string | undefined]>([
    [{ email: 'anna@x.org' }, 'address twice on the roster M-0001, M-0002'],
    [{ id: 'M-0002', email: 'anna@x.org' }, undefined],
    [{ id: 'M-0001' }, 'id twice on the roster M-0001'],
    [{ email: 'dora@x.org', role: 'Mentor' }, ' role: Mentee → Mentor'],
  ])('%j', (row, outcome) => expect(inShort(plan([row], twice))[2]).toBe(outcome));
});

/** The roster after an import, with what the person said yes to. */
function rosterAfter(
  made: ImportPlan,
  roster: readonly OnRoster[],
  yes: (choice: string, isUsual: boolean) => boolean,
  ids: Set<string>,
) {
  const now = roster.map((one) => ({ ...one }));
  for (const { at, place, changes } of made.changed)
    for (const change of changes)
      if (yes(choiceOf.change({ at }, change), change.isUsual))
        Object.assign(now[place] ?? {}, { [change.field]: change.to });
  let last = 0;
  for (const { at, name, email, role, status, joined, alike } of made.added) {
    if (!yes(choiceOf.added({ at }), alike.length === 0)) continue;
    let id = '';
    do id = `M-${String(++last).padStart(4, '0')}`;
    while (ids.has(id) || now.some((one) => one.id.toUpperCase() === id));
    now.push({ id, name, email, role, status, joined, isErased: false });
  }
  return now;
}

describe('whatever the file and the roster say', () => {
  const of = (...values: string[]) => fc.constantFrom('', ...values);
  const email = of('a@x.org', 'A@x.org', 'b@x.org', 'c@x.org', 'bad');
  const id = of('M-0001', 'm-0001', 'M-0002', 'M-0003', 'M-0004');
  const name = of('Ana', 'Bea', 'Ana Bea', 'Bea, Ana');
  const role = of('Mentor', 'mentee', 'boss');
  const status = of('Active', 'suspended', 'gone');
  const joined = of('2025-01-02', '1/3/2025', 'soon');
  const row = fc.record({ id, name, email, role, status, joined }).map(cells);
  const rows = fc.array(row, { maxLength: 6 });
  const onRoster = fc.record({
    id,
    name,
    email,
    role: of('Mentor', 'Mentee'),
    status: of('Active', 'Suspended'),
    joined: of('2025-01-02'),
    isErased: fc.boolean(),
  });
  const roster = fc.array(onRoster, { maxLength: 4 });

  it('an import done twice does nothing the second time', () => {
    fc.assert(
      fc.property(rows, roster, (file, before) => {
        const first = planImport(file, 2, before);
        const now = rosterAfter(first, before, () => true, idsIn(file, 2));
        const second = planImport(file, 2, now);
        expect([second.added, second.changed]).toEqual([[], []]);
        expect(second.notTaken.length).toBe(first.notTaken.length);
      }),
      { numRuns: 1000 },
    );
  });

  it('each row is in one place, nobody leaves the roster, and no address and no number is doubled', () => {
    fc.assert(
      fc.property(rows, roster, (file, before) => {
        const made = planImport(file, 2, before);
        const places = [...made.added, ...made.changed, ...made.notTaken].map(({ at }) => at);
        expect(new Set(places).size).toBe(places.length);
        const filled = file.filter((texts) => texts.some((text) => text !== '')).length;
        expect(places.length + made.unchanged).toBe(filled);
        const now = rosterAfter(made, before, () => true, idsIn(file, 2));
        for (const key of ['id', 'email'] as const) {
          const doubles = (list: OnRoster[]) => {
            const all = list.map((one) => one[key].toLowerCase()).filter((value) => value !== '');
            return all.length - new Set(all).size;
          };
          expect(doubles(now)).toBeLessThanOrEqual(doubles(before));
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('what the person did not say yes to is asked again, and nothing else', () => {
    fc.assert(
      fc.property(rows, roster, (file, before) => {
        const first = planImport(file, 2, before);
        const now = rosterAfter(first, before, (_, isUsual) => isUsual, idsIn(file, 2));
        const second = planImport(file, 2, now);
        expect(second.changed.flatMap(({ changes }) => changes.filter(({ isUsual }) => isUsual))).toEqual([]);
        expect(second.added.every(({ alike }) => alike.length > 0)).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  it('the order of the roster makes no other plan', () => {
    fc.assert(
      fc.property(
        rows,
        fc.uniqueArray(onRoster, { maxLength: 4, selector: (one) => one.name }),
        (file, before) => {
          const turned = [...before].reverse();
          const [one, other] = [before, turned].map((list) => planImport(file, 2, list).added.length);
          expect(one).toBe(other);
        },
      ),
    );
  });
});

it('the print tells plans apart, and not where a member stands or who is not in the file', () => {
  const file = [{ email: 'anna@x.org', role: 'both' }, NEW];
  const print = (rows: Said[], roster: OnRoster[]) => printOf(plan(rows, roster));
  expect(print(file, [GONE, BEA, ANNA])).toBe(print(file, [ANNA]));
  expect(print(file, [{ ...ANNA, role: 'Mentor' }])).not.toBe(print(file, [ANNA]));
  expect(print(file, [{ ...ANNA, name: 'Anna I.' }])).not.toBe(print(file, [ANNA]));
  expect(print(file, [ANNA, member('M-0008', 'N. Neu', 'nora@x.org')])).not.toBe(print(file, [ANNA]));
});

it('ten thousand rows against a hundred thousand members, all of one name, take seconds, not minutes', () => {
  const roster = Array.from({ length: 100_000 }, (_, n) => member(`M-${n}`, `Ana ${n} Ruiz`, `m${n}@x.org`));
  const rows = Array.from({ length: 10_000 }, (_, n) =>
    cells({ name: 'Ana Ruiz', email: `m${n * 20}@x.org` }),
  );
  const started = processorTime();
  const made = planImport(rows, 2, roster);
  expect(made.added).toHaveLength(5_000);
  expect(made.changed).toHaveLength(5_000);
  expect(made.added[0]?.alike).toHaveLength(3);
  expect(processorTime() - started).toBeLessThan(20_000);
});
