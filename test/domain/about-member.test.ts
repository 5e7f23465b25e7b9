// Tables: whose an address is, when one member is erased or asks for what is held about her. Never somebody else's.

import { describe, expect, it } from '@jest/globals';
import { aboutMember, type WhereSheStands } from '../../src/domain/about-member.ts';
import { optOut } from './image-samples.ts';
import { acceptance, mail, member } from './samples.ts';

const OFFICE = 'contact@imstl.org';
const ANNA = member('M-1', 'Anna Ito', 'anna@example.org');
const BEA = member('M-2', 'Béa Cruz', 'bea@example.org');

const about = (known: Partial<WhereSheStands>, her = ANNA) =>
  aboutMember(her, {
    members: [her, BEA],
    acceptances: [],
    optOuts: [],
    takedowns: [],
    agreements: [],
    mailLog: [],
    office: [OFFICE],
    ...known,
  });

describe('an address', () => {
  const SHE_TYPED = acceptance({ memberId: 'M-1', email: 'shared@example.org' });
  it.each<[string, string, Partial<WhereSheStands>, boolean]>([
    ['that stands in her row', 'Anna@Example.org', {}, true],
    ['that she typed herself', 'shared@example.org', { acceptances: [SHE_TYPED] }, true],
    ['of another member', BEA.email, { acceptances: [acceptance({ email: BEA.email })] }, false],
    ['of the program', OFFICE, { acceptances: [acceptance({ email: OFFICE })] }, false],
    [
      'to which mails for staff once went',
      'old@imstl.org',
      {
        acceptances: [acceptance({ email: 'old@imstl.org' })],
        mailLog: [mail('L-1', { memberId: '', to: 'Old@imstl.org' })],
      },
      false,
    ],
    [
      'that another one typed in her answer',
      'shared@example.org',
      { acceptances: [SHE_TYPED, acceptance({ id: 'A-2', memberId: 'M-9', email: 'shared@example.org' })] },
      false,
    ],
    [
      'that another one typed in her request',
      'shared@example.org',
      { acceptances: [SHE_TYPED], optOuts: [optOut({ memberId: 'M-9', email: 'shared@example.org' })] },
      false,
    ],
    [
      'that somebody typed whom nobody knows',
      'shared@example.org',
      {
        acceptances: [SHE_TYPED, acceptance({ id: 'A-2', memberId: '', email: 'shared@example.org' })],
      },
      true,
    ],
  ])('%s', (_, address, known, isHers) => expect(about(known).isHers(address)).toBe(isHers));
});

it('what others wrote with the address of the program, and mails to it, are not about somebody in whose row it stands', () => {
  const stranger = acceptance({ id: 'A-7', memberId: '', email: OFFICE });
  const notice = mail('L-7', { memberId: '', to: OFFICE, reference: 'A-8' });
  const hers = acceptance({ id: 'A-1', email: OFFICE });
  const found = about(
    { acceptances: [hers, stranger], mailLog: [notice] },
    member('M-1', 'Anna Ito', OFFICE),
  );
  expect([found.acceptances(hers), found.acceptances(stranger), found.mailLog(notice)]).toEqual([
    true,
    false,
    false,
  ]);
  expect(found.names(`a mail to ${OFFICE}`)).toBe(false);
});
