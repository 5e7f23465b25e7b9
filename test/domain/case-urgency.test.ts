// Which reports are urgent: a perception is enough.

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { GUIDELINES } from '../../src/domain/case-entries.ts';
import { guidelinesOf, isAboutViolence } from '../../src/domain/case-guidelines.ts';
import { speaksOfDanger, type UrgencyFacts, urgencyOf } from '../../src/domain/case-urgency.ts';

const CALM: UrgencyFacts = {
  kind: 'Possible violation',
  guidelines: 'Dishonesty',
  goingOn: 'No',
  texts: ['She did not tell me the truth.'],
};

describe('a report is', () => {
  it.each<[string, Partial<UrgencyFacts>, string]>([
    ['calm in everything', {}, 'Normal'],
    ['a safety concern', { kind: 'Safety concern' }, 'Urgent'],
    ['about violence', { guidelines: 'Violence or threats' }, 'Urgent'],
    ['about weapons, among others', { guidelines: 'Harassment\nWeapons' }, 'Urgent'],
    ['about harm to a child', { guidelines: 'Harm to a child' }, 'Urgent'],
    ['about harassment only', { guidelines: 'Harassment' }, 'Normal'],
    ['still going on', { goingOn: 'Yes' }, 'Urgent'],
    ['perhaps going on', { goingOn: 'I do not know' }, 'Normal'],
    ['silent about whether it goes on', { goingOn: null }, 'Normal'],
    ['of no kind that can be read', { kind: null }, 'Normal'],
    ['calm, but an addition speaks of a knife', { texts: ['Fine.', 'He had a knife.'] }, 'Urgent'],
  ])('%s: %j: %s', (_, changes, urgency) => {
    expect(urgencyOf({ ...CALM, ...changes })).toBe(urgency);
  });
});

describe('words of danger', () => {
  it.each([
    ['There was a GUN on the table.', true],
    ['guns/knives', true],
    ['She said "I will kill you".', true],
    ['He threatened\nmy sister', true],
    ['I am afraid of her.', true],
    ['_violence_', true],
    ['ｇｕｎ', true],
    ['gu\u00ADn', true],
    ['gun2026', true],
    ['she hit my son', true],
    ['He touched my daughter.', true],
    ['My child was with me at the picnic.', false],
    ['We begun to talk about Gunnar and the hittite museum.', false],
    ['She asked me for 200 dollars.', false],
    ['', false],
  ])('%j: %s', (text, expected) => {
    expect(speaksOfDanger(text)).toBe(expected);
  });

  it('are heard in whatever text they stand', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.string(),
        fc.constantFrom('weapon', 'Threat', 'STABBED', 'hurt'),
        (a, b, word) => {
          expect(speaksOfDanger(`${a} ${word}. ${b}`)).toBe(true);
        },
      ),
    );
  });
});

describe('the guidelines in a cell', () => {
  it.each([
    ['', []],
    ['Weapons', ['Weapons']],
    ['Pictures\nWeapons', ['Weapons', 'Pictures']],
    [' weapons , HARASSMENT', ['Weapons', 'Harassment']],
    ['Weapons of my neighbour', []],
  ])('%j: %j', (cell, expected) => {
    expect(guidelinesOf(cell)).toEqual(expected);
  });

  it('are found again, whichever were chosen', () => {
    fc.assert(
      fc.property(fc.subarray([...GUIDELINES]), (chosen) => {
        expect(guidelinesOf(chosen.join('\n'))).toEqual(chosen);
      }),
    );
  });

  it('tell whether it is about violence', () => {
    const violent = GUIDELINES.filter((guideline) => isAboutViolence({ kind: null, guidelines: guideline }));
    expect(violent).toEqual(['Violence or threats', 'Weapons', 'Harm to a child']);
    expect(isAboutViolence({ kind: 'Safety concern', guidelines: '' })).toBe(true);
  });
});
