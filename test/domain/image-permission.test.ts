// What may be done with pictures of a member, after all that she asked for.

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Images } from '../../src/domain/entries.ts';
import {
  FOR_WHOM,
  type ForWhom,
  familyNames,
  OPT_OUT_KINDS,
  OPT_OUT_SCOPES,
  type OptOut,
  type OptOutScope,
  type OptOutStatus,
  pictureLinks,
} from '../../src/domain/image-entries.ts';
import {
  afterTakeBack,
  firstStatus,
  type Limit,
  onRosterAfter,
  permissionOf,
  statusWhenConfirmed,
} from '../../src/domain/image-permission.ts';
import { optOut } from './image-samples.ts';

const TODAY = '2026-03-10';
const takeBack = (changes: Partial<OptOut> = {}) =>
  optOut({
    id: 'O-000009',
    kind: 'Take back an opt-out',
    status: 'Done',
    received: '2026-03-05T10:00:00',
    ...changes,
  });

describe('one request', () => {
  it.each<[string, Partial<OptOut>, Images, Limit[]]>([
    ['no future pictures', {}, 'Opted out', ['no pictures']],
    [
      'to be confirmed: honoured at once',
      { status: 'In force, to be confirmed' },
      'Opted out',
      ['no pictures'],
    ],
    ['to be matched', { status: 'To match' }, 'Opted out', ['no pictures']],
    ['taken back', { status: 'Taken back' }, 'Allowed', []],
    ['a status that nobody can read', { status: null }, 'Opted out', ['no pictures']],
    ['effective today', { effective: TODAY }, 'Opted out', ['no pictures']],
    ['effective tomorrow', { effective: '2026-03-11' }, 'Allowed', []],
    ['without an effective day', { effective: null }, 'Opted out', ['no pictures']],
    ['internet only', { scope: 'Internet and social media' }, 'Limited', ['not on the internet']],
    [
      'certain pictures',
      { scope: 'Certain pictures', pictures: 'a\nb' },
      'Limited',
      ['not certain pictures'],
    ],
    ['withdrawal', { kind: 'Withdraw pictures already made' }, 'Limited', ['no earlier pictures']],
    [
      'withdrawal, internet only',
      { kind: 'Withdraw pictures already made', scope: 'Internet and social media' },
      'Limited',
      ['no earlier pictures on the internet'],
    ],
    ['both', { kind: 'Both' }, 'Opted out', ['no pictures', 'no earlier pictures']],
    [
      'nothing filled in',
      { kind: null, scope: null, forWhom: null },
      'Opted out',
      ['no pictures', 'no earlier pictures'],
    ],
    ['family only', { forWhom: 'Children or family', family: 'Leo' }, 'Limited', []],
    ['a take-back alone', { kind: 'Take back an opt-out', status: 'Done' }, 'Allowed', []],
  ])('%s', (_, changes, images, herself) => {
    expect(permissionOf([optOut(changes)], TODAY)).toMatchObject({ images, herself });
  });

  it('names the family and the pictures, and says what is to be confirmed', () => {
    const family = optOut({
      forWhom: 'Herself and family',
      family: 'Leo Ruiz\nMía',
      scope: 'Internet and social media',
    });
    const same = optOut({ forWhom: 'Children or family', family: 'RUIZ, Leo; Mia', status: 'To match' });
    const pictures = optOut({
      scope: 'Certain pictures',
      pictures: 'https://a.org/1 https://a.org/2\nhttps://a.org/1',
    });
    expect(permissionOf([family, pictures], TODAY)).toEqual({
      images: 'Limited',
      herself: ['not on the internet', 'not certain pictures'],
      family: [
        { name: 'Leo Ruiz', limits: ['not on the internet'] },
        { name: 'Mía', limits: ['not on the internet'] },
      ],
      pictures: ['https://a.org/1', 'https://a.org/2'],
      toConfirm: false,
    });
    expect(permissionOf([same], TODAY).toConfirm).toBe(true);
    expect(
      permissionOf([family, optOut({ forWhom: 'Children or family', family: 'leo ruiz' })], TODAY).family[0],
    ).toEqual({ name: 'Leo Ruiz', limits: ['no pictures'] });
    expect(permissionOf([optOut({ forWhom: 'Children or family' })], TODAY).family).toEqual([
      { name: '', limits: ['no pictures'] },
    ]);
  });
});

describe('after a take-back', () => {
  const everything = optOut();
  const internet = optOut({ id: 'O-000002', scope: 'Internet and social media' });
  const withFamily = optOut({ id: 'O-000003', forWhom: 'Herself and family', family: 'Leo\nMia' });
  const pictures = optOut({ id: 'O-000004', scope: 'Certain pictures', pictures: 'a\nb' });
  it.each<[string, OptOut[], Partial<OptOut>, Images, string[], string[]]>([
    [
      'of everything',
      [everything, internet, pictures],
      {},
      'Allowed',
      ['O-000001', 'O-000002', 'O-000004'],
      [],
    ],
    ['that waits', [everything], { status: 'Waits for confirmation' }, 'Opted out', [], []],
    ['that is to be matched', [everything], { status: 'To match' }, 'Opted out', [], []],
    ['from tomorrow on', [everything], { effective: '2026-03-11' }, 'Opted out', [], []],
    [
      'of the internet',
      [everything, internet],
      { scope: 'Internet and social media' },
      'Opted out',
      ['O-000002'],
      [],
    ],
    ['of one picture', [pictures], { scope: 'Certain pictures', pictures: 'a' }, 'Limited', [], ['O-000004']],
    ['of all certain pictures', [pictures], { scope: 'Certain pictures' }, 'Allowed', ['O-000004'], []],
    ['for herself', [withFamily], {}, 'Limited', [], ['O-000003']],
    [
      'for one child',
      [withFamily],
      { forWhom: 'Children or family', family: 'leo' },
      'Opted out',
      [],
      ['O-000003'],
    ],
    ['for all', [withFamily], { forWhom: 'Herself and family' }, 'Allowed', ['O-000003'], []],
    ['that does not say for whom', [everything], { forWhom: null }, 'Opted out', [], []],
    ['that does not say how far', [everything], { scope: null }, 'Opted out', [], []],
    ['before the request', [optOut({ received: '2026-03-06T09:00:00' })], {}, 'Opted out', [], []],
    ['of one that begins later', [optOut({ effective: '2026-04-01' })], {}, 'Allowed', ['O-000001'], []],
  ])('%s', (_, optOuts, changes, images, takenBack, partly) => {
    const last = takeBack(changes);
    expect(permissionOf([...optOuts, last], TODAY).images).toBe(images);
    const ids = (rows: OptOut[]) => rows.map(({ id }) => id);
    const result = afterTakeBack(optOuts, last, TODAY);
    expect([ids(result.takenBack), ids(result.partly)]).toEqual([takenBack, partly]);
  });

  it('a new request holds again', () => {
    const rows = [optOut(), takeBack(), optOut({ received: '2026-03-07T10:00:00' })];
    expect(permissionOf(rows, TODAY).images).toBe('Opted out');
    expect(permissionOf([...rows].reverse(), TODAY).images).toBe('Opted out');
  });

  it('two in turn take back what each names', () => {
    const one = takeBack({ forWhom: 'Herself' });
    const two = takeBack({ id: 'O-000010', forWhom: 'Children or family', received: '2026-03-06T10:00:00' });
    expect(permissionOf([withFamily, one, two], TODAY).images).toBe('Allowed');
    expect(afterTakeBack([withFamily, one], two, TODAY).takenBack).toEqual([withFamily]);
  });
});

it.each<[Parameters<typeof firstStatus>, OptOutStatus]>([
  [['Both', 'Personal link', true], 'In force'],
  [['Both', 'Unconfirmed', true], 'In force, to be confirmed'],
  [['Both', null, true], 'In force, to be confirmed'],
  [['Both', 'Unconfirmed', false], 'To match'],
  [['Take back an opt-out', 'Staff', true], 'Done'],
  [['Take back an opt-out', 'Unconfirmed', true], 'Waits for confirmation'],
])('%j begins as: %s', (args, expected) => {
  expect(firstStatus(...args)).toBe(expected);
});

it('a confirmation makes it stand fast', () => {
  expect(statusWhenConfirmed('In force, to be confirmed')).toBe('In force');
  expect(statusWhenConfirmed('Waits for confirmation')).toBe('Done');
  expect(statusWhenConfirmed('Taken back')).toBe('Taken back');
});

it('reads names and links as people write them', () => {
  expect(familyNames(' Leo \n\nMia and Tom, Bo & Eva Andrade')).toEqual([
    'Leo',
    'Mia',
    'Tom',
    'Bo',
    'Eva Andrade',
  ]);
  expect(pictureLinks('the one on page 3\nhttp://a/1 http://a/2')).toEqual([
    'the one on page 3',
    'http://a/1',
    'http://a/2',
  ]);
});

/** The simple model: a set of single things that may not be done, to which requests add and from which take-backs take. */
class Model {
  private readonly held = new Set<string>();

  request({ kind, forWhom, family, scope, pictures, status }: OptOut): void {
    const people = [
      ...(forWhom === 'Children or family' ? [] : ['she']),
      ...(forWhom === 'Herself'
        ? []
        : family === ''
          ? ['child ']
          : family.split('\n').map((name) => `child ${name}`)),
    ];
    const scopes: (string | null)[] =
      scope === 'Certain pictures' ? (pictures === '' ? [''] : pictures.split('\n')) : [scope];
    const times =
      scope === 'Certain pictures'
        ? ['any']
        : kind === 'Both'
          ? ['new', 'old']
          : kind?.startsWith('No')
            ? ['new']
            : ['old'];
    if (kind !== 'Take back an opt-out') {
      for (const one of people)
        for (const what of scopes) for (const time of times) this.held.add(`${one}|${what}|${time}`);
    } else if (status === 'Done') {
      for (const thing of [...this.held]) {
        const [one = '', what = '', time] = thing.split('|');
        const meant =
          one === 'she' ? people.includes('she') : people.includes(one) || people.includes('child ');
        const wide = scope === 'Everything' || what === scope;
        const picture =
          scope === 'Certain pictures' && time === 'any' && (pictures === '' || scopes.includes(what));
        if (meant && (wide || picture)) this.held.delete(thing);
      }
    }
  }

  get images(): Images {
    if (this.held.has('she|Everything|new')) return 'Opted out';
    return this.held.size > 0 ? 'Limited' : 'Allowed';
  }
}

describe('in any order of requests', () => {
  const request = fc.record({
    kind: fc.constantFrom(...OPT_OUT_KINDS, 'Take back an opt-out' as const),
    forWhom: fc.constantFrom<ForWhom>(...FOR_WHOM),
    scope: fc.constantFrom<OptOutScope>(...OPT_OUT_SCOPES),
    family: fc.constantFrom('', 'Leo', 'Mia', 'Leo\nMia'),
    pictures: fc.constantFrom('', 'a', 'b', 'a\nb'),
    isProven: fc.boolean(),
  });
  it('the permission is that of a simple model after every step, with and without the statuses written down', () => {
    fc.assert(
      fc.property(fc.array(request, { maxLength: 12 }), (requests) => {
        const model = new Model();
        let rows: OptOut[] = [];
        const plain: OptOut[] = [];
        requests.forEach(({ isProven, family, ...wish }, index) => {
          const confirmedBy = isProven ? 'Personal link' : 'Unconfirmed';
          const named = wish.forWhom === 'Herself' ? '' : family;
          const status = firstStatus(wish.kind, confirmedBy, true);
          const id = `O-${index}`;
          const received = `2026-03-0${1 + Math.floor(index / 4)}T10:00:00`;
          const row = optOut({ ...wish, id, received, family: named, confirmedBy, status });
          const { takenBack } =
            row.kind === 'Take back an opt-out'
              ? afterTakeBack(rows, row, TODAY)
              : { takenBack: [] as OptOut[] };
          rows = rows.map((one) => (takenBack.includes(one) ? { ...one, status: 'Taken back' } : one));
          rows.push(row);
          plain.push(row);
          model.request(row);
          const permission = permissionOf(rows, TODAY);
          expect(permission.images).toBe(model.images);
          expect({ ...permissionOf(plain, TODAY) }).toEqual(permission);
        });
      }),
      { numRuns: 500 },
    );
  });
});

describe('what stands on the roster', () => {
  it.each<[string, [Images | null, Images | null, Images | null], Images, [Images, Images | null]]>([
    // What stands there, what the system wrote last, what staff chose last; what she asks for; then: stands, staff's.
    ['her first request', ['Allowed', null, null], 'Opted out', ['Opted out', 'Allowed']],
    ['nothing new', ['Opted out', 'Opted out', 'Allowed'], 'Opted out', ['Opted out', 'Allowed']],
    ['she takes it back', ['Opted out', 'Opted out', 'Allowed'], 'Allowed', ['Allowed', 'Allowed']],
    ['staff were stricter before', ['Limited', null, null], 'Opted out', ['Opted out', 'Limited']],
    ['and she takes it back', ['Opted out', 'Opted out', 'Limited'], 'Allowed', ['Limited', 'Limited']],
    [
      'staff are stricter than she',
      ['Opted out', 'Limited', 'Allowed'],
      'Limited',
      ['Opted out', 'Opted out'],
    ],
    [
      'staff loosen what she asked for',
      ['Allowed', 'Opted out', 'Limited'],
      'Opted out',
      ['Opted out', 'Allowed'],
    ],
    ['a cell that is empty', [null, 'Limited', 'Limited'], 'Allowed', ['Limited', 'Limited']],
  ])('%s', (_, [images, imagesGiven, imagesByStaff], asked, [stands, staffs]) => {
    const after = onRosterAfter({ images, imagesGiven, imagesByStaff }, asked);
    expect(after).toEqual({ images: stands, imagesGiven: stands, imagesByStaff: staffs });
    expect(onRosterAfter(after, asked)).toEqual(after);
  });

  it('what came in the same second counts in the order of its numbers, however the rows are sorted', () => {
    const first = optOut({ id: 'O-000001' });
    const second = takeBack({ id: 'O-000002', received: first.received });
    expect(permissionOf([second, first], TODAY).images).toBe('Allowed');
    expect(permissionOf([{ ...second, id: 'O-000000' }, first], TODAY).images).toBe('Opted out');
  });
});
