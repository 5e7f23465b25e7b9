// How the settings name the people who work on cases.

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readPeople } from '../../src/domain/case-staff.ts';

const ANA = { name: 'Ana Ruiz', email: 'ana@example.org' };
const BO = { name: 'Bo Li', email: 'bo@example.org' };
const read = (text: string) => readPeople(text);

describe('people in a settings cell', () => {
  it.each([
    ['', []],
    ['Ana Ruiz <ana@example.org>', [ANA]],
    ['Ana Ruiz <ana@example.org>; Bo Li <bo@example.org>', [ANA, BO]],
    ['Ana Ruiz <ana@example.org>, Bo Li <bo@example.org>,', [ANA, BO]],
    ['Ana Ruiz <ana@example.org>\r\nBo Li <bo@example.org>\n', [ANA, BO]],
    ['  Ana  Ruiz   <Ana@Example.org> ;;', [ANA]],
    ['Ana Ruiz ana@example.org', [ANA]],
    ['ana@example.org (Ana Ruiz)', [ANA]],
    ['"Ruiz, Ana" <ana@example.org>, Bo Li <bo@example.org>', [{ ...ANA, name: 'Ruiz, Ana' }, BO]],
    [
      'ana@example.org, bo@example.org',
      [
        { ...ANA, name: '' },
        { ...BO, name: '' },
      ],
    ],
    ['Ana Ruiz <ana@example.org>; Ana <ANA@example.org>', [ANA]],
  ])('%j', (text, people) => {
    expect(read(text)).toEqual({ people, bad: [] });
  });

  it.each([
    ['Ana Ruiz', ['Ana Ruiz']],
    ['Ana Ruiz; Bo Li <bo@example.org>', ['Ana Ruiz']],
    ['Bo Li <bo@example.org>, Ana Ruiz', ['Ana Ruiz']],
    ['Bo Li <bo@example.org>; Ana <ana@example>', ['Ana <ana@example>']],
    ['Bo Li <bo@example.org>\nana@example.org cy@example.org', ['ana@example.org cy@example.org']],
  ])('%j: bad is %j', (text, bad) => {
    const reading = read(text);
    expect(reading.bad).toEqual(bad);
    expect(reading.people).toEqual(text.includes('bo@') ? [BO] : []);
  });

  it('are read back as they were written, whatever stands between', () => {
    const anyPerson = fc.record({
      name: fc.constantFrom('Ana Ruiz', 'Li, Bo', "Siobhán O'Brien", ''),
      email: fc.constantFrom('a@x.org', 'b@x.org', 'c+d@x.co.uk', 'e.f@x.org'),
    });
    const anyPeople = fc.uniqueArray(anyPerson, { selector: ({ email }) => email });
    fc.assert(
      fc.property(anyPeople, fc.constantFrom('; ', ', ', '\n', ';\n'), (people, between) => {
        const text = people.map(({ name, email }) => `${name} <${email}>`).join(between);
        expect(read(text)).toEqual({ people, bad: [] });
      }),
    );
  });
});
