// Who of the staff is left out of a case because she is named in it.

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { conflictsOf, isConflicted, type NamedIn } from '../../src/domain/case-conflicts.ts';
import type { Part } from '../../src/domain/case-entries.ts';
import type { StaffPerson } from '../../src/domain/case-staff.ts';

const handler = (name: string, email: string): StaffPerson => ({ name, email, role: 'Handler' });
const ANA = handler('Ana Ruiz', 'ana@example.org');
const said = (...texts: string[]): NamedIn => ({ texts, people: [] });
const field = (part: Part | null, name: string, email = ''): NamedIn => ({
  texts: [],
  people: [{ part, name, email }],
});

/** Why the one handler is left out, or `no`. */
const why = (report: NamedIn, person: StaffPerson) => conflictsOf(report, [person])[0]?.because ?? 'no';

describe('Ana Ruiz <ana@example.org>, in the words of a report', () => {
  it.each([
    ['write to ana@example.org.', 'address'],
    ['<ANA@Example.ORG>', 'address'],
    ['ana+imstl@example.org told me', 'address'],
    ['ana @ example.org', 'address'],
    ['ana (at) example.org', 'address'],
    ['...ana@example.org...', 'address'],
    ['mariana@example.org', 'no'],
    ['ana@example.organic', 'no'],
    ['Ana Ruiz hit me', 'full name'],
    ['It was ANA RUIZ!', 'full name'],
    ['Ruiz, Ana', 'full name'],
    ['Ána Rúiz', 'full name'],
    ['A\u0301na Ru\u0301iz', 'full name'],
    ['Ana\nRuiz', 'full name'],
    ['Ana-Ruiz and ana_ruiz', 'full name'],
    ['Ana María Ruiz', 'full name'],
    ['Ana "Annie" Ruiz', 'full name'],
    ['Ana ‘Annie’ M. de la Ruiz', 'full name'],
    ['at Ana Ruiz’s house', 'full name'],
    ['she has the address ana.ruiz@gmail.com', 'full name'],
    ['Ana told me', 'no'],
    ['Mrs Ruiz told me', 'no'],
    ['Ana told me that she does not know Mrs Ruiz', 'no'],
    ['Ana Ruizova', 'no'],
    ['', 'no'],
  ])('%j: %s', (text, expected) => {
    expect(why(said(text), ANA)).toBe(expected);
  });
});

describe('Ana Ruiz, in the fields for people', () => {
  it.each<[Part | null, string, string]>([
    ['Person reported on', 'Ana', 'single name'],
    ['Person reported on', 'Mrs. Ruiz', 'single name'],
    ['Person it happened to', 'my friend ana and her sister', 'single name'],
    ['Witness', 'Bo Li, Ana Lopez', 'single name'],
    ['Witness', 'Ana Ruiz', 'full name'],
    [null, 'Ana', 'single name'],
    ['Witness', 'Anastasia', 'no'],
    ['Witness', '', 'no'],
    ['Reporter', 'Ana Ruiz', 'full name'],
    ['Reporter', 'Ana', 'single name'],
    ['Reporter', 'Ana R.', 'single name'],
    ['Reporter', 'Ana Lopez', 'no'],
    ['Reporter', 'Anonymous', 'no'],
  ])('%s: %j: %s', (part, name, expected) => {
    expect(why(field(part, name), ANA)).toBe(expected);
  });

  it('is known by her address, as the reporter too', () => {
    expect(why(field('Reporter', 'Somebody', 'Ana@example.org'), ANA)).toBe('address');
  });
});

describe('names of other kinds', () => {
  it.each([
    ['Ana María de la Ruiz', 'Maria Ruiz', 'full name'],
    ['Ana María de la Ruiz', 'de la Cruz', 'no'],
    ['Ana "Annie" Ruiz', 'Annie Ruiz', 'full name'],
    ["Siobhán O'Brien", 'siobhan obrien', 'full name'],
    ['Siobhan OBrien', 'Siobhán O’Brien', 'full name'],
    ['Bo Li', 'Li Bo', 'full name'],
    ['Van Le', 'Le Van', 'full name'],
    ['Søren Łuk', 'Soren Luk', 'full name'],
    ['李明', 'It was 李明.', 'full name'],
    ['Madonna', 'I saw Madonna', 'full name'],
    ['Dr. Eva M. Stein', 'I asked Dr. M. Adler', 'no'],
    ['', 'Nobody', 'no'],
  ])('%j in %j: %s', (name, text, expected) => {
    expect(why(said(text), handler(name, 'x@example.org'))).toBe(expected);
  });
});

it('leaves out a person under each of her addresses, and each address once', () => {
  const staff: StaffPerson[] = [
    ANA,
    { ...ANA, role: 'Safety contact' },
    { name: 'Ruiz, Ana', email: 'ana.private@example.com', role: 'Stand-in' },
    handler('Bo Li', 'bo@example.org'),
  ];
  expect(conflictsOf(said('ask ana@example.org'), staff)).toEqual([
    { email: 'ana@example.org', because: 'address' },
    { email: 'ana.private@example.com', because: 'same person' },
  ]);
});

it('does not take the address of the organisation for a person', () => {
  const reader: StaffPerson = { name: 'Bo Li', email: 'contact@imstl.org', role: 'Contact reader' };
  const report = said('I wrote to contact@imstl.org before');
  expect(conflictsOf(report, [reader], ['Contact@imstl.org'])).toEqual([]);
  expect(conflictsOf(report, [reader])).toHaveLength(1);
  expect(conflictsOf(said('Bo Li did it'), [reader], ['contact@imstl.org'])).toHaveLength(1);
});

it('knows an address with a tag again', () => {
  expect(isConflicted('Ana+cases@example.org', ['ana@example.org'])).toBe(true);
  expect(isConflicted('bo@example.org', ['ana@example.org'])).toBe(false);
});

it('finds a full name wherever it stands', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme' }),
      fc.string({ unit: 'grapheme' }),
      fc.boolean(),
      (a, b, turned) => {
        const name = turned ? 'RUIZ, Ána' : 'Ana Ruiz';
        expect(why(said(`${a} ${name} ${b}`), ANA)).not.toBe('no');
      },
    ),
  );
});
