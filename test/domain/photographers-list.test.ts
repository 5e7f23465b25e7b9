// Who must not be in pictures: a pasted list of attendees against the roster, and the list that holds in general.

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Images } from '../../src/domain/entries.ts';
import type { OptOut } from '../../src/domain/image-entries.ts';
import {
  eventList,
  generalList,
  type PersonInPictures,
  peopleInPictures,
  publicName,
} from '../../src/domain/photographers-list.ts';
import { optOut } from './image-samples.ts';
import { member } from './samples.ts';

const TODAY = '2026-03-10';
const ROSTER: [string, string, Images][] = [
  ['José García', 'jose@example.org', 'Opted out'],
  ['Ana María "Annie" Ruiz-López', 'annie@example.org', 'Opted out'],
  ['Bo Li', 'bo.li@gmail.com', 'Allowed'],
  ['Maria Silva', 'maria1@example.org', 'Opted out'],
  ['Maria Silva', 'maria2@example.org', 'Allowed'],
  ["Siobhán O'Brien", 'siobhan@example.org', 'Limited'],
  ['Maria de la Cruz', 'mdlc@example.org', 'Allowed'],
  ['Zoë Müller', 'zoe@example.org', 'Opted out'],
  ['Eva B. Stein', 'eva@example.org', 'Opted out'],
  ['李明', 'liming@example.org', 'Opted out'],
  ['Margaret (Peggy) Hill', 'peggy@example.org', 'Opted out'],
  ['Ada Ada Lima', 'ada@example.org', 'Opted out'],
];
const members = ROSTER.map(([name, email, images], index) =>
  member(`M-${index + 1}`, name, email, { images }),
);
const people = peopleInPictures(members, [], TODAY);

/** `group: names`, line by line, for what was pasted. */
function said(text: string, all: PersonInPictures[] = people): string[] {
  const { mustNot, limited, may, uncertain, notOnRoster } = eventList(text, all);
  return [
    ...mustNot.map(({ person }) => `no: ${person.name}`),
    ...limited.map(({ person }) => `limited: ${person.name}`),
    ...may.map(({ person }) => `may: ${person.name}`),
    ...uncertain.map(({ candidates }) => `?: ${candidates.map(({ name }) => name).join(', ')}`),
    ...notOnRoster.map((written) => `unknown: ${written}`),
  ];
}

describe('one line', () => {
  const JOSE = ['no: José García'];
  const ANNIE = ['no: Ana María "Annie" Ruiz-López'];
  it.each<[string, string[]]>([
    ['José García', JOSE],
    ['Jose\u0301 Garci\u0301a', JOSE],
    ['JOSE GARCIA', JOSE],
    ['  jose   garcia  ', JOSE],
    ['García, José', JOSE],
    ['GARCIA, JOSE <jose@example.org>', JOSE],
    ['"Garcia, Jose" <JOSE@example.org>', JOSE],
    ['Jose Garcia <jose@example.org>', JOSE],
    ['Jose Garcia (jose@example.org)', JOSE],
    ['Jose Garcia [mailto:jose@example.org]', JOSE],
    ['jose@example.org', JOSE],
    ['<jose@example.org>', JOSE],
    ['Jose+events@Example.org', JOSE],
    ['jose@example.org Jose Garcia', JOSE],
    ['Jose\tGarcia\tjose@example.org', JOSE],
    ['jose@example.org\tGarcia\tJose', JOSE],
    ['Jose Garcia,jose@example.org', JOSE],
    ['Jose,Garcia,jose@example.org', JOSE],
    ['1. Jose Garcia', JOSE],
    ['- Jose Garcia', JOSE],
    ['Mr. José García, PhD', JOSE],
    ['José "Pepe" García', JOSE],
    ['José (Pepe) García', JOSE],
    ['José ‘Pepe’ García', JOSE],
    ['Jose M. Garcia', JOSE],
    ['Ana Maria Ruiz Lopez', ANNIE],
    ['Ana-Maria Ruiz-Lopez', ANNIE],
    ['ANAMARIA RUIZLOPEZ', ANNIE],
    ['Ana María “Annie” Ruiz-López', ANNIE],
    ['Ruiz-López, Ana María', ANNIE],
    ['Annie <annie@example.org>', ANNIE],
    ['Peggy Hill', ['no: Margaret (Peggy) Hill']],
    ['Margaret Hill', ['no: Margaret (Peggy) Hill']],
    ['ANA MARÍA «ANNIE» RUIZ LÓPEZ', ANNIE],
    ['annie+spring+1@EXAMPLE.org', ANNIE],
    ['“Annie” Ruiz-López', ['?: Ana María "Annie" Ruiz-López']],
    ['Jose\u00a0Garcia', JOSE],
    ['ＪＯＳＥ　ＧＡＲＣＩＡ', JOSE],
    ['Jose Garcia\tJose Garcia', JOSE],
    ['Jose Garcia, Jose Garcia', JOSE],
    ['José García José García', ['?: José García']],
    ['Jose Jose Garcia', ['?: José García']],
    ['Ada Ada Lima', ['no: Ada Ada Lima']],
    ['ADA-ADA LIMA', ['no: Ada Ada Lima']],
    ['Ada Lima', ['?: Ada Ada Lima']],
    ['B.O.L.I+spam@googlemail.com', ['may: Bo Li']],
    ['Bo Li', ['may: Bo Li']],
    ['Li Bo', ['may: Bo Li']],
    ['boli+x@googlemail.com', ['may: Bo Li']],
    ['siobhan obrien', ["limited: Siobhán O'Brien"]],
    ['Siobhan O’Brien', ["limited: Siobhán O'Brien"]],
    ['Siobhan O Brien', ["limited: Siobhán O'Brien"]],
    ['Maria Cruz', ['may: Maria de la Cruz']],
    ['De la Cruz, Maria', ['may: Maria de la Cruz']],
    ['李明', ['no: 李明']],
    ['李 明', ['no: 李明']],
    ['Zoe Mueller', ['?: Zoë Müller']],
    ['Eva Stein', ['no: Eva B. Stein']],
    ['Eva M. Stein', ['?: Eva B. Stein']],
    ['Maria Silva', ['?: Maria Silva, Maria Silva']],
    ['Maria Silva <maria2@example.org>', ['may: Maria Silva']],
    ['Jose', ['?: José García']],
    ['Garcia', ['?: José García']],
    ['J. Garcia', ['?: José García']],
    ['Jose G.', ['?: José García']],
    ['Jose Garcia Perez', ['?: José García']],
    ['Jose Garsia', ['?: José García']],
    ['Ana Ruiz', ['?: Ana María "Annie" Ruiz-López']],
    ['Annie Ruiz', ['?: Ana María "Annie" Ruiz-López']],
    ['Jose Garcia <other@example.org>', ['?: José García']],
    ['jose.garcia@example.com', ['?: José García']],
    ['Leo Garcia <jose@example.org>', ['?: José García']],
    ['Bo Li <jose@example.org>', ['?: José García, Bo Li']],
    ['Guest of Bo Li', ['?: Bo Li']],
    ['Maria Lopez', ['?: Ana María "Annie" Ruiz-López']],
    ['Carla Garcia', ['unknown: Carla Garcia']],
    ['Neu, Carla', ['unknown: Neu, Carla']],
    ['carla@example.org', ['unknown: carla@example.org']],
    ['---', ['unknown: ---']],
    ['???', ['unknown: ???']],
    ['', []],
    [' \n\t\n ; , ', []],
  ])('%j', (text, expected) => {
    expect(said(text)).toEqual(expected);
  });
});

describe('several on a line', () => {
  it.each<[string, string[]]>([
    ['Jose Garcia; Bo Li', ['no: José García', 'may: Bo Li']],
    ['Jose Garcia, Bo Li', ['no: José García', 'may: Bo Li']],
    ['jose@example.org, bo.li@gmail.com', ['no: José García', 'may: Bo Li']],
    ['jose@example.org bo.li@gmail.com', ['no: José García', 'may: Bo Li']],
    ['Jose Garcia <jose@example.org>, "Li, Bo" <bo.li@gmail.com>,', ['no: José García', 'may: Bo Li']],
    ['Garcia, Jose; Li, Bo', ['no: José García', 'may: Bo Li']],
    ['Bo Li, Jose Garcia, Carla Neu', ['no: José García', 'may: Bo Li', 'unknown: Carla Neu']],
    ['Jose, Bo', ['?: José García', '?: Bo Li']],
    ['Garcia, Jose, Li, Bo', ['?: José García', '?: José García', '?: Bo Li', '?: Bo Li']],
    ['Jose "Pepe Garcia, Bo Li', ['?: José García', 'may: Bo Li']],
  ])('%j', (text, expected) => {
    expect(said(text).sort()).toEqual([...expected].sort());
  });

  it('and twice the same person once, with both lines', () => {
    expect(eventList('Jose Garcia\r\njose@example.org', people).mustNot[0]?.written).toEqual([
      'Jose Garcia',
      'jose@example.org',
    ]);
  });
});

describe('with requests', () => {
  const ana = member('M-20', 'Ana Ito', 'ana@example.org');
  const bea = member('M-21', 'Bea Kim', 'bea@example.org');
  const asked = (...optOuts: Partial<OptOut>[]) =>
    peopleInPictures(
      [ana, bea],
      optOuts.map((one) => optOut({ memberId: 'M-20', name: 'Ana Ito', ...one })),
      TODAY,
    );

  it('the family of who comes stands on the list by name', () => {
    const all = asked(
      { forWhom: 'Children or family', family: 'Leo\nMia Ito' },
      { forWhom: 'Children or family', family: 'Tom', scope: 'Internet and social media' },
    );
    expect(said('ana@example.org', all)).toEqual(['no: Leo', 'no: Mia Ito', 'limited: Tom', 'may: Ana Ito']);
    expect(said('Bea Kim', all)).toEqual(['may: Bea Kim']);
    expect(said('Mia Ito', all)).toEqual(['no: Mia Ito']);
    expect(said('Leo Ito', all)).toEqual(['?: Leo']);
    expect(eventList('Ana', all).uncertain[0]?.family.map(({ name }) => name)).toEqual([
      'Leo',
      'Mia Ito',
      'Tom',
    ]);
  });

  it('what concerns earlier pictures only is not for a photographer', () => {
    const all = asked(
      { kind: 'Withdraw pictures already made' },
      { scope: 'Certain pictures', pictures: 'a' },
    );
    expect(said('Ana Ito', all)).toEqual(['may: Ana Ito']);
    expect(generalList(all)).toEqual({ mustNot: [], limited: [] });
  });

  it('requests that wait to be matched count under their name and address', () => {
    const all = asked(
      { memberId: '', name: 'Carla Neu', email: 'carla@example.org', status: 'To match' },
      {
        memberId: 'M-99',
        name: 'Gone Away',
        email: 'gone@example.org',
        forWhom: 'Herself and family',
        family: 'Kai',
      },
      { memberId: '', name: '', email: 'nameless@example.org', status: 'To match' },
      { memberId: '', name: 'Not Now', status: 'Taken back' },
      { memberId: '', name: 'Back Again', kind: 'Take back an opt-out', status: 'To match' },
    );
    expect(said('Neu, Carla\nGone Away', all)).toEqual(['no: Carla Neu', 'no: Gone Away', 'no: Kai']);
    expect(eventList('Bea Kim', all).unknown.map(({ name }) => name)).toEqual([
      'Carla Neu',
      'Gone Away',
      'nameless@example.org',
    ]);
    expect(generalList(all).mustNot.map(({ name, of }) => [name, of])).toEqual([
      ['Carla Neu', ''],
      ['Gone Away', ''],
      ['Kai', 'Gone Away'],
      ['nameless@example.org', ''],
    ]);
  });

  it('a request under the name of a member who may be photographed makes her uncertain', () => {
    const all = asked({ memberId: '', name: 'Kim, Bea', email: 'bea@private.example', status: 'To match' });
    expect(eventList('bea@example.org', all).uncertain).toMatchObject([
      { why: 'asked under the same name', candidates: [{ kind: 'member' }, { kind: 'to match' }] },
    ]);
  });

  it('what staff wrote on the roster counts when it is stricter', () => {
    const strict = peopleInPictures(
      [
        { ...ana, images: 'Opted out' },
        { ...bea, images: 'Limited' },
      ],
      [],
      TODAY,
    );
    expect(generalList(strict)).toMatchObject({
      mustNot: [{ name: 'Ana Ito' }],
      limited: [{ limits: ['ask first'] }],
    });
    expect(said('Ana Ito', asked({ status: 'In force, to be confirmed' }))).toEqual(['no: Ana Ito']);
  });

  it('what staff chose stays when she asks for something milder', () => {
    const byStaff = { ...ana, images: 'Limited', imagesGiven: 'Limited', imagesByStaff: 'Limited' } as const;
    const bySystem = { ...byStaff, imagesByStaff: null };
    const limits = (one: typeof byStaff | typeof bySystem, more: Partial<OptOut>) =>
      peopleInPictures([one], [optOut({ memberId: ana.id, ...more })], TODAY)[0]?.limits;
    expect(limits(byStaff, { kind: 'Withdraw pictures already made' })).toEqual(['ask first']);
    expect(limits(byStaff, { forWhom: 'Children or family' })).toEqual(['ask first']);
    expect(limits(bySystem, { kind: 'Withdraw pictures already made' })).toEqual([]);
    expect(limits(byStaff, { scope: 'Internet and social media' })).toEqual(['not on the internet']);
  });
});

it.each([
  ['Ana "Annie" Ruiz', 'Ana "Annie" Ruiz'],
  ['Ana  <ana@example.org>', 'Ana'],
  ['Ana (ana@example.org) Ruiz', 'Ana Ruiz'],
  ['李明', '李明'],
  ['ana@example.org', ''],
  ['<ana@example.org>', ''],
  ['O-000012', ''],
  [' M-0001 ', ''],
  ['---', ''],
  ['', ''],
])('what anybody may read of the name %j is %j', (name, shown) => {
  expect(publicName(name)).toBe(shown);
});

describe('whatever is pasted', () => {
  const word = fc.oneof(
    fc.constantFrom(
      'Jose',
      'Garcia',
      'Bo',
      'Li',
      'jose@example.org',
      'x@y.zz',
      ',',
      ';',
      '"',
      '<',
      '>',
      '(',
      ')',
      '\t',
      '\n',
      '-',
      '1.',
    ),
    fc.string({ unit: 'grapheme', maxLength: 6 }),
  );
  it('no word is lost: each stands in a line of some group', () => {
    fc.assert(
      fc.property(fc.array(word, { maxLength: 20 }), (words) => {
        const text = words.join(' ');
        const { mustNot, limited, may, uncertain, notOnRoster } = eventList(text, people);
        const lines = [
          ...[...mustNot, ...limited, ...may].flatMap(({ written }) => written),
          ...uncertain.map(({ written }) => written),
          ...notOnRoster,
        ].join(' ');
        for (const piece of text.split(/[\s,;]+/).filter((one) => one !== '')) expect(lines).toContain(piece);
      }),
      { numRuns: 1000 },
    );
  });

  it('her name in any case, with or without accents, in either order, is she and nobody else', () => {
    const some = people.filter(({ name }) => name !== 'Maria Silva');
    type Way = (name: string) => string;
    const spelling = fc.constantFrom<Way>(
      (name) => name.toUpperCase(),
      (name) => name.toLowerCase(),
      (name) => name.normalize('NFD').replace(/\p{M}/gu, ''),
      (name) => name.normalize('NFD'),
      (name) => ` ${name}  `,
    );
    const order = fc.constantFrom<Way>(
      (name) => name,
      (name) => name.replace(/^(\S+)(.*) (\S+)$/, '$3, $1$2'),
    );
    fc.assert(
      fc.property(fc.constantFrom(...some), spelling, order, (person, spell, turn) => {
        const { mustNot, limited, may, uncertain } = eventList(spell(turn(person.name)), people);
        expect(uncertain).toEqual([]);
        expect([...mustNot, ...limited, ...may].map((row) => row.person)).toEqual([person]);
      }),
    );
  });
});
