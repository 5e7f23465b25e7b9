// The text of the Code: its identity does not depend on what no reader can see, and nothing of it gets lost.

import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { hashCode, lastUpdateOf, normaliseCode, parseCode } from '../../src/domain/code-text.ts';

const CODE = readFileSync(new URL('../../src/content/code-of-conduct.txt', import.meta.url), 'utf8');

describe('the text that the product ships', () => {
  it('is the version of June 4, 2025', () => {
    expect(lastUpdateOf(CODE)).toEqual({ printed: '6/04/25', version: '2025-06-04' });
    expect(hashCode(CODE)).toBe('edf745ec21debd7e94213c7aa9a56f86f15adeb3a23bee5faa5155dbcfb08a04');
  });

  it('has these pieces, in this order', () => {
    expect(parseCode(CODE).map(({ kind, title }) => `${kind}: ${title}`)).toEqual([
      'title: Code of Conduct',
      'part: GUIDELINES',
      'section: Confidentiality',
      'section: Respect For Each Other',
      'section: Communication & Honesty',
      'section: Relationship Building',
      'section: Professionalism & Integrity',
      'section: Education and Empowerment',
      'section: Safety',
      'section: Programming and Opportunities',
      'part: GENERAL GUIDELINES AND PROHIBITIONS',
      'section: Finances',
      'section: Website and Email',
      'section: Images and Photos',
      'section: No Employment Relationship',
      'section: Discipline & Complaints',
      'section: Contact Information',
      'last update: Last Update: 6/04/25',
    ]);
  });

  it('is whole when its pieces are put together', () => {
    const pieces = parseCode(CODE);
    expect(pieces.map(({ raw }) => raw).join('\n')).toBe(normaliseCode(CODE));
    const words = (text: string) => text.replace(/[•:\s]+/g, ' ').trim();
    for (const { title, body, raw } of pieces) expect(words(`${title} ${body}`)).toBe(words(raw));
  });
});

describe('what changes the identity of the text', () => {
  it.each([
    ['Windows line ends', CODE.replace(/\n/g, '\r\n'), true],
    ['spaces at the end of lines', CODE.replace(/\n/g, '  \n'), true],
    ['more empty lines', CODE.replace(/\n\n/g, '\n\n\n\n'), true],
    ['no empty lines', CODE.replace(/\n+/g, '\n'), true],
    ['a no-break space', CODE.replace(' the ', '\u00A0the '), true],
    ['a byte-order mark', `\uFEFF${CODE}`, true],
    ['accents written as two characters', CODE.normalize('NFD'), true],
    ['a comma less', CODE.replace(',', ''), false],
    ['another capital', CODE.replace('Members', 'members'), false],
    ['straight quotes for curly ones', CODE.replace(/[“”]/g, '"'), false],
    ['another date', CODE.replace('6/04/25', '6/05/25'), false],
  ])('%s: same text? %#', (_, text, same) => {
    expect(hashCode(text) === hashCode(CODE)).toBe(same);
  });
});

describe('the date of the text', () => {
  it.each([
    ['Last Update: 6/04/25', '2025-06-04'],
    ['Last Updated: 12/31/2026', '2026-12-31'],
    ['last update : 1/2/27', '2027-01-02'],
    ['Last Update: 31/12/26', null],
    ['Last Update: 2/30/26', null],
    ['Last Update: soon', null],
    ['Updated lately', null],
  ])('%s → %s', (line, version) => {
    expect(lastUpdateOf(`Code\n\nSome words.\n\n${line}`)?.version ?? null).toBe(version);
  });
});

it('loses nothing of any text', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'grapheme' })), (lines) => {
      const text = lines.join('\n');
      expect(
        parseCode(text)
          .map(({ raw }) => raw)
          .join('\n'),
      ).toBe(normaliseCode(text));
    }),
  );
});

it('normalises a normalised text to itself', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(normaliseCode(normaliseCode(text))).toBe(normaliseCode(text));
    }),
  );
});
