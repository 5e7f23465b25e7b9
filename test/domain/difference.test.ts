// What changed between two texts of the code.

import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { compareWords, differenceOf, type Stretch } from '../../src/domain/difference.ts';

const CODE = readFileSync(new URL('../../src/content/code-of-conduct.txt', import.meta.url), 'utf8');

/** Words taken out in [-…-], words put in in [+…+]. */
const marked = (stretches: readonly Stretch[]) =>
  stretches
    .map(({ kind, text }) => (kind === 'added' ? `[+${text}+]` : kind === 'removed' ? `[-${text}-]` : text))
    .join(' ');

describe('words', () => {
  it.each([
    [
      'one word',
      'Be kind to all members.',
      'Be fair to all members.',
      'Be [-kind-] [+fair+] to all members.',
    ],
    ['words put in', 'Be kind.', 'Be always very kind.', 'Be [+always very+] kind.'],
    ['words taken out', 'Be always very kind.', 'Be kind.', 'Be [-always very-] kind.'],
    ['the first word', 'Members are kind.', 'Mentors are kind.', '[-Members-] [+Mentors+] are kind.'],
    ['the last word', 'Be kind.', 'Be fair.', 'Be [-kind.-] [+fair.+]'],
    ['all words', 'Be kind.', 'Stay calm', '[-Be kind.-] [+Stay calm+]'],
    ['nothing', 'Be kind.', 'Be  kind.', 'Be kind.'],
    ['from nothing', '', 'Be kind.', '[+Be kind.+]'],
    ['to nothing', 'Be kind.', '', '[-Be kind.-]'],
    ['a word that stands twice', 'to be or not to be', 'to be or to be', 'to be or [-not-] to be'],
  ])('%s', (_, before, after, expected) => {
    expect(marked(compareWords(before, after))).toBe(expected);
  });

  it('always give both texts back', () => {
    const words = fc.array(fc.constantFrom('be', 'kind', 'and', 'fair', 'to', 'all'), { maxLength: 40 });
    fc.assert(
      fc.property(words, words, (a, b) => {
        const stretches = compareWords(a.join(' '), b.join(' '));
        const without = (gone: Stretch['kind']) =>
          stretches
            .filter(({ kind }) => kind !== gone)
            .map(({ text }) => text)
            .join(' ');
        expect(without('added')).toBe(a.join(' '));
        expect(without('removed')).toBe(b.join(' '));
      }),
    );
  });
});

describe('clauses of the real code', () => {
  const change = (edit: (text: string) => string) =>
    differenceOf(CODE, edit(CODE)).map(
      ({ kind, title, stretches }) => `${kind}: ${title}: ${marked(stretches)}`,
    );

  it.each<[string, (text: string) => string, string[]]>([
    ['no change', (text) => text, []],
    ['only the date', (text) => text.replace('6/04/25', '3/01/26'), []],
    ['only spaces', (text) => text.replace(/\. {2}/g, '. '), []],
    [
      'one word',
      (text) => text.replace('no offensive language be used', 'no hurtful language be used'),
      [
        'reworded: Communication & Honesty: … the mentee. Moreover, we expect that no [-offensive-] [+hurtful+] language be used.',
      ],
    ],
    [
      'a new clause',
      (text) =>
        text.replace(
          'GENERAL GUIDELINES',
          'Online Meetings\n\nMembers shall ask before they record a meeting.\n\nGENERAL GUIDELINES',
        ),
      ['added: Online Meetings: [+Members shall ask before they record a meeting.+]'],
    ],
    [
      'a clause taken out',
      (text) => text.replace(/ {2}• Finances:.*\n/, ''),
      [
        'removed: Finances: [-Requests for money or the exchange of monies in relation to the Program are strictly prohibited.-]',
      ],
    ],
    [
      'a clause with another name',
      (text) => text.replace('  • Finances:', '  • Money:'),
      ['reworded: Finances → Money: '],
    ],
    [
      'two clauses in another order',
      (text) => {
        const finances = / {2}• Finances:.*\n\n/.exec(text)?.[0] ?? '';
        return text
          .replace(finances, '')
          .replace('  • Contact Information', `${finances}  • Contact Information`);
      },
      [],
    ],
  ])('%s', (_, edit, expected) => {
    expect(change(edit)).toEqual(expected);
  });
});
