// Who is told of a report, and who may open the Cases spreadsheet.

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { compareSharing, mayOpen, routing } from '../../src/domain/case-routing.ts';
import type { StaffPerson, StaffRole } from '../../src/domain/case-staff.ts';

const CONTACT = 'contact@imstl.org';
const person = (role: StaffRole, name: string): StaffPerson => ({ role, name, email: `${name}@example.org` });
const STAFF: StaffPerson[] = [
  person('Handler', 'ana'),
  person('Handler', 'bo'),
  person('Safety contact', 'sue'),
  person('Safety contact', 'sam'),
  person('Contact reader', 'rita'),
  person('Stand-in', 'ina'),
  person('Board contact', 'bea'),
];
const short = (addresses: string[]) =>
  addresses.map((address) => address.replace('@example.org', '')).join(' ');
const full = (names: string) =>
  names
    .split(' ')
    .filter(Boolean)
    .map((name) => `${name}@example.org`);

/** Whom to tell, when everybody may open it but those who are named in this report, or in another. */
const routeOf = (named: string, { isUrgent = true, elsewhere = '', staff = STAFF } = {}) => {
  const readers = [CONTACT, ...mayOpen(staff, [full(named), full(elsewhere)])];
  return routing({ isUrgent, contactAddress: CONTACT, readers }, staff, full(named));
};

describe('an urgent report', () => {
  it.each([
    ['', CONTACT, 'sue sam ina', 'ana bo'],
    ['ana', CONTACT, 'sue sam ina', 'bo'],
    ['ana ina', CONTACT, 'sue sam bea bo', 'bo'],
    ['ana bo', CONTACT, 'sue sam ina', ''],
    ['rita', 'ina', 'sue sam ina', 'ana bo'],
    ['rita ina', 'bea ana bo', 'sue sam bea ana bo', 'ana bo'],
    ['rita ina bea', 'ana bo', 'sue sam ana bo', 'ana bo'],
    ['rita ana bo ina', 'bea', 'sue sam bea', ''],
    ['sue', CONTACT, 'sam ina', 'ana bo'],
    ['sue sam', CONTACT, 'ina', 'ana bo'],
    ['sue ina', CONTACT, 'sam bea ana bo', 'ana bo'],
    ['sue sam ina', CONTACT, 'bea ana bo', 'ana bo'],
    ['sue sam ina bea', CONTACT, 'ana bo', 'ana bo'],
  ])(
    'names %j: the notice goes to %j, at once to %j, handlers left: %j',
    (named, notice, urgent, handlers) => {
      const route = routeOf(named);
      expect(short(route.notice)).toBe(notice);
      expect(short(route.urgent)).toBe(urgent);
      expect(short(route.handlersLeft)).toBe(handlers);
      expect(route.nobodyLeft).toBe(false);
    },
  );

  it('says when nobody is left', () => {
    const everybody = STAFF.map(({ email }) => email);
    const route = routing({ isUrgent: true, contactAddress: CONTACT, readers: [] }, STAFF, everybody);
    expect(route).toEqual({ notice: [], urgent: [], handlersLeft: [], nobodyLeft: true });
  });

  it('reaches the stand-in when there are no safety contacts', () => {
    const staff = STAFF.filter(({ role }) => role !== 'Safety contact');
    expect(short(routeOf('', { staff }).urgent)).toBe('ina');
  });

  it('is told to those who can open it now; a safety contact who is a handler only when she can', () => {
    const staff = [...STAFF.filter(({ role }) => role !== 'Safety contact'), person('Safety contact', 'ana')];
    expect(short(routeOf('', { staff }).urgent)).toBe('ana');
    expect(short(routeOf('', { staff, elsewhere: 'ana' }).urgent)).toBe('ina');
    expect(short(routeOf('', { staff, elsewhere: 'ana ina' }).urgent)).toBe('bea bo');
  });
});

it.each([
  ['', CONTACT],
  ['sue', `${CONTACT} ina`],
  ['ana', `${CONTACT} ina`],
  ['ana ina', `${CONTACT} bea bo`],
  ['rita', 'ina'],
])('a report that is not urgent and names %j goes to %j', (named, notice) => {
  const route = routeOf(named, { isUrgent: false });
  expect([short(route.notice), route.urgent]).toEqual([notice, []]);
});

it('never tells anybody in conflict, in whatever role, and always somebody as long as there is one', () => {
  const roles: StaffRole[] = ['Handler', 'Safety contact', 'Contact reader', 'Stand-in', 'Board contact'];
  const anyPerson = fc
    .tuple(fc.constantFrom(...roles), fc.constantFrom('ana', 'Bo', 'cy', 'di'))
    .map(([role, name]) => person(role, name));
  const anyStaff = fc.array(anyPerson, { maxLength: 8 });
  const anyNamed = fc.subarray(full('ana bo cy di'));
  fc.assert(
    fc.property(anyStaff, anyNamed, fc.boolean(), (staff, named, isUrgent) => {
      const readers = mayOpen(staff, [named]);
      const route = routing({ isUrgent, contactAddress: CONTACT, readers }, staff, named);
      const told = [...route.notice, ...route.urgent];
      for (const address of [...told, ...route.handlersLeft]) expect(named).not.toContain(address);
      if (told.includes(CONTACT)) {
        const readers = staff.filter(({ role }) => role === 'Contact reader');
        expect(readers.some(({ email }) => named.includes(email.toLowerCase()))).toBe(false);
      }
      const helpers = staff.filter(({ role }) => role === 'Stand-in' || role === 'Board contact');
      const isOneLeft = helpers.some(({ email }) => !named.includes(email.toLowerCase()));
      if (isOneLeft) expect(route.notice).not.toEqual([]);
      if (readers.length > 0) expect(readers.some((address) => told.includes(address))).toBe(true);
      expect(route.nobodyLeft).toBe(told.length === 0);
    }),
  );
});

describe('who may open the spreadsheet', () => {
  it.each([
    ['no case names anybody', [], 'ana bo ina'],
    ['one names a handler', ['ana'], 'bo ina'],
    ['two name one each', ['ana', 'ina'], 'bo'],
    ['one names others', ['rita sue'], 'ana bo ina'],
    ['all who might are named', ['ana bo', 'ina'], 'bea'],
    ['really everybody is named', ['ana bo', 'ina', 'bea'], ''],
  ])('%s', (_, cases, expected) => {
    expect(short(mayOpen(STAFF, cases.map(full)))).toBe(expected);
  });
});

describe('with whom the spreadsheet is shared', () => {
  const user = (email: string, role = 'writer') => ({ type: 'user', role, email });
  const owner = user('desk@imstl.org', 'owner');
  const none = { strangers: [], missing: [], linkShared: false };
  it.each([
    ['as it should be', [owner, user('ANA@example.org'), user('bo@example.org')], none],
    ['somebody is missing', [owner, user('ana@example.org')], { ...none, missing: ['bo@example.org'] }],
    [
      'a stranger reads it',
      [owner, user('ana@example.org'), user('bo@example.org'), user('x@example.org', 'reader')],
      { ...none, strangers: ['x@example.org'] },
    ],
    [
      'a group has it',
      [owner, user('ana@example.org'), user('bo@example.org'), { ...user('all@example.org'), type: 'group' }],
      { ...none, strangers: ['all@example.org'] },
    ],
    [
      'who has the link',
      [owner, user('ana@example.org'), user('bo@example.org'), { type: 'anyone', role: 'reader', email: '' }],
      { ...none, linkShared: true },
    ],
    [
      'the whole organisation',
      [owner, user('ana@example.org'), user('bo@example.org'), { type: 'domain', role: 'reader', email: '' }],
      { ...none, linkShared: true },
    ],
    ['an account that is gone', [owner, user(''), user('ana@example.org'), user('bo@example.org')], none],
  ])('%s', (_, found, expected) => {
    expect(compareSharing(found, ['ana@example.org', 'Bo@example.org'], 'desk@imstl.org')).toEqual(expected);
  });
});
