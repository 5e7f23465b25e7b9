// Who answered: proven, asked to prove it, or left for staff. Never a guess.

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Member } from '../../src/domain/entries.ts';
import { type Claim, identify, indexRoster } from '../../src/domain/identity.ts';
import { addressSign, makeReference } from '../../src/domain/reference.ts';
import { member } from './samples.ts';

const SECRET = 'a secret that is long enough for a test';
const TODAY = '2026-03-01';

const ROSTER: Member[] = [
  member('M-1', 'Anna Ito', 'anna@example.org'),
  member('M-2', 'Bea Cruz', 'Bea.Cruz@Example.org'),
  member('M-3', 'Carla Sato', 'family@example.org'),
  member('M-4', 'Dora Sato', 'family@example.org'),
  member('M-5', 'Elif Kaya', 'elif@example.org', { status: 'Removed' }),
];

/** Her link, as it is mailed to her address on the roster or to another one. */
function linkOf(memberId: string, changes = {}, to = ROSTER.find(({ id }) => id === memberId)?.email ?? '') {
  const mailedTo = addressSign(memberId, to, SECRET);
  const hers = {
    purpose: 'acceptance',
    memberId,
    about: '2025-06-04',
    expires: '2026-03-31',
    mailedTo,
  } as const;
  return makeReference({ ...hers, ...changes }, SECRET);
}

const ANNAS = linkOf('M-1');
const EXPIRED = linkOf('M-1', { expires: '2026-02-28' });
const TO_OLD = linkOf('M-1', {}, 'anna@old.example');
const FOREIGN = linkOf('M-1', { purpose: 'image-opt-out' });

function judge(claim: Partial<Claim>, googleSignIn = false) {
  const whole = { email: '', reference: '', signedInEmail: '', ...claim };
  const rules = { purpose: 'acceptance', today: TODAY, secret: SECRET, googleSignIn } as const;
  const identity = identify(whole, indexRoster(ROSTER), rules);
  return {
    by: identity.confirmedBy,
    member: identity.member?.id ?? '',
    linksTo: identity.sendLinkTo.map(({ id }) => id).join(' '),
    toMatch: identity.toMatch,
    remarks: identity.remarks.map(({ about }) => about).join('; '),
  };
}

describe('with a personal link', () => {
  it.each([
    ['her own address', 'anna@example.org', 'Personal link', 'M-1', false, ''],
    ['her address in capitals', 'ANNA@EXAMPLE.ORG', 'Personal link', 'M-1', false, ''],
    [
      'her address with a plus tag',
      'anna+code@example.org',
      'Personal link',
      'M-1',
      false,
      'typed another address',
    ],
    ['no address', '', 'Personal link', 'M-1', false, ''],
    ['an address nobody knows', 'anna@work.example', 'Personal link', 'M-1', false, 'typed another address'],
    [
      'the address of another member',
      'bea.cruz@example.org',
      'Unconfirmed',
      '',
      true,
      'address belongs to another member',
    ],
    [
      'that of another, with a plus tag',
      'bea.cruz+1@example.org',
      'Unconfirmed',
      '',
      true,
      'address belongs to another member',
    ],
  ])('and %s', (_, email, by, id, toMatch, remarks) => {
    expect(judge({ reference: ANNAS, email })).toEqual({ by, member: id, linksTo: '', toMatch, remarks });
  });
});

describe('without a link that counts', () => {
  it.each([
    ['an address on the roster', '', 'anna@example.org', 'M-1', false, 'link sent'],
    ['in other capitals', '', 'Anna@Example.ORG', 'M-1', false, 'address almost matches; link sent'],
    ['with a plus tag', '', 'anna+x@example.org', 'M-1', false, 'address almost matches; link sent'],
    [
      'shared by two',
      '',
      'family@example.org',
      'M-3 M-4',
      false,
      'several members share the address; link sent',
    ],
    ['of a removed member', '', 'elif@example.org', '', true, 'member is not active'],
    ['not on the roster', '', 'stranger@example.org', '', true, 'address not on the roster'],
    ['empty', '', '', '', true, 'address not on the roster'],
    ['expired link', EXPIRED, 'anna@example.org', 'M-1', false, 'link expired; link sent'],
    ['expired link alone', EXPIRED, '', 'M-1', false, 'link expired; link sent'],
    [
      'expired link, the address of another',
      EXPIRED,
      'bea.cruz@example.org',
      'M-2',
      false,
      'link expired; address almost matches; link sent',
    ],
    [
      'expired link of one not on the roster',
      linkOf('M-99', { expires: '2026-02-28' }),
      '',
      '',
      true,
      'link expired; address not on the roster',
    ],
    [
      'expired link, an address nobody knows',
      EXPIRED,
      'anna@work.example',
      'M-1',
      false,
      'link expired; typed another address; link sent',
    ],
    [
      'link to an earlier address, which is typed',
      TO_OLD,
      'anna@old.example',
      'M-1',
      false,
      'link to an earlier address; typed another address; link sent',
    ],
    ['and alone', TO_OLD, '', 'M-1', false, 'link to an earlier address; link sent'],
    [
      'and with her new one',
      TO_OLD,
      'anna@example.org',
      'M-1',
      false,
      'link to an earlier address; link sent',
    ],
    [
      'and with that of another',
      TO_OLD,
      'bea.cruz@example.org',
      'M-2',
      false,
      'link to an earlier address; address almost matches; link sent',
    ],
    [
      'and too old',
      linkOf('M-1', { expires: '2026-02-28' }, 'anna@old.example'),
      'anna@old.example',
      'M-1',
      false,
      'link expired; typed another address; link sent',
    ],
    [
      'link to an earlier address of one who shares her new one',
      linkOf('M-3', {}, 'carla@old.example'),
      'carla@old.example',
      'M-3',
      false,
      'link to an earlier address; typed another address; link sent',
    ],
    [
      'link to an earlier address of one who is gone',
      linkOf('M-5', {}, 'elif@old.example'),
      'elif@old.example',
      '',
      true,
      'link to an earlier address; typed another address; member is not active',
    ],
    ['forged link alone', 'x.y', '', '', true, 'link not ours; address not on the roster'],
    ['link for another form', FOREIGN, 'anna@example.org', 'M-1', false, 'link for another form; link sent'],
    ['forged link', 'x.y', 'anna@example.org', 'M-1', false, 'link not ours; link sent'],
    ['forged link, stranger', 'x.y', 'eve@example.org', '', true, 'link not ours; address not on the roster'],
    [
      'link of someone not on the roster',
      linkOf('M-99'),
      'bea.cruz@example.org',
      'M-2',
      false,
      'link of a member not on the roster; address almost matches; link sent',
    ],
  ])('%s', (_, reference, email, linksTo, toMatch, remarks) => {
    expect(judge({ reference, email })).toEqual({ by: 'Unconfirmed', member: '', linksTo, toMatch, remarks });
  });
});

describe('signed in to Google', () => {
  it.each([
    ['counts when it is switched on', true, 'anna@example.org', 'Google sign-in', 'M-1'],
    ['counts in any capitals', true, 'BEA.CRUZ@example.org', 'Google sign-in', 'M-2'],
    ['does not count when it is off', false, 'anna@example.org', 'Unconfirmed', ''],
    ['does not tell two members apart', true, 'family@example.org', 'Unconfirmed', ''],
    ['does not count for a stranger', true, 'eve@example.org', 'Unconfirmed', ''],
  ])('%s', (_, on, signedInEmail, by, id) => {
    expect(judge({ signedInEmail, email: signedInEmail }, on)).toMatchObject({ by, member: id });
  });
});

it('does not trust an id that stands twice on the roster', () => {
  const twice = indexRoster([...ROSTER, member('M-1', 'Somebody Else', 'else@example.org')]);
  const rules = { purpose: 'acceptance', today: TODAY, secret: SECRET, googleSignIn: false } as const;
  const claim = { reference: ANNAS, email: '', signedInEmail: '' };
  expect(identify(claim, twice, rules).confirmedBy).toBe('Unconfirmed');
});

it('never confirms anyone by what was typed', () => {
  const typed = fc.record({ email: fc.string(), reference: fc.string({ unit: 'binary' }) });
  fc.assert(fc.property(typed, (claim) => expect(judge(claim).member).toBe('')));
});
