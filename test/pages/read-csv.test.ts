// Tables: files as spreadsheets and other programs write them, and cells as they are copied.

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { asCells, readCsv, readFileText } from '../../src/pages/read-csv.ts';

const AB = [
  ['Name', 'Email'],
  ['Ana', 'a@x.org'],
];

describe('a text', () => {
  it.each([
    ['with commas', 'Name,Email\nAna,a@x.org', AB],
    ['with semicolons', 'Name;Email\nAna;a@x.org', AB],
    ['with tabs', 'Name\tEmail\nAna\ta@x.org', AB],
    ['with a mark at its beginning', '\uFEFFName,Email\nAna,a@x.org', AB],
    ['of Windows', 'Name,Email\r\nAna,a@x.org\r\n', AB],
    ['of an old Mac', 'Name,Email\rAna,a@x.org', AB],
    ['with Excel’s word on its sign', 'sep=;\r\nName;Email\r\nAna;a@x.org', AB],
    ['with all cells in quotes', '"Name","Email"\n"Ana","a@x.org"', AB],
    [
      'with commas in titles and semicolons between',
      '"Last, first";Email\nRuiz, Ana;a@x.org',
      [
        ['Last, first', 'Email'],
        ['Ruiz, Ana', 'a@x.org'],
      ],
    ],
    [
      'with commas in cells that were copied',
      'Name\tEmail\nRuiz, Ana\ta@x.org',
      [
        ['Name', 'Email'],
        ['Ruiz, Ana', 'a@x.org'],
      ],
    ],
    [
      'with line breaks in quotes',
      'Name,Email\n"Ana\r\nRuiz",a@x.org',
      [
        ['Name', 'Email'],
        ['Ana\nRuiz', 'a@x.org'],
      ],
    ],
    ['with doubled quotes', 'Name\n"Ana ""Annie"" Ruiz"', [['Name'], ['Ana "Annie" Ruiz']]],
    [
      'with quotes within a cell',
      'Name\tEmail\nAna "Annie" Ruiz\ta@x.org',
      [
        ['Name', 'Email'],
        ['Ana "Annie" Ruiz', 'a@x.org'],
      ],
    ],
    [
      'with rows of different lengths and blank ones',
      'Name,Email,\n\nAna\n,,,',
      [['Name', 'Email', ''], [''], ['Ana'], ['', '', '', '']],
    ],
    ['with one column', 'Email\na@x.org', [['Email'], ['a@x.org']]],
    ['with a formula', '=HYPERLINK("x"),+1', [['=HYPERLINK("x")', '+1']]],
  ])('%s', (_, text, table) => expect(readCsv(text)).toEqual({ table }));

  it.each([
    ['', 'nothing'],
    [' \n\t\n', 'nothing'],
    ['Name,Email\n"Ana,a@x.org\nBea,b@x.org\n', { openQuoteIn: 2 }],
    ['a\n'.repeat(20_001), 'too long'],
  ])('%j cannot be read', (text, unreadable) => expect(readCsv(text)).toEqual({ unreadable }));
});

describe('a file', () => {
  const read = (bytes: Iterable<number>) => readFileText(Uint8Array.from(bytes));
  it.each([
    ['UTF-8', Buffer.from('José'), { text: 'José' }],
    ['UTF-8 with a mark', Buffer.from('\uFEFFJosé'), { text: 'José' }],
    ['Windows', [0x4a, 0x6f, 0x73, 0xe9], { text: 'José' }],
    ['UTF-16', Buffer.from('\uFEFFJosé', 'utf16le'), { text: 'José' }],
    ['UTF-16 of the other order', [0xfe, 0xff, 0, 0x4a], { text: 'J' }],
    ['xlsx', Buffer.from('PK\u0003\u0004'), { unreadable: 'workbook' }],
    ['xls', [0xd0, 0xcf, 0x11], { unreadable: 'workbook' }],
  ])('%s', (_, bytes, found) => expect(read(bytes)).toEqual(found));
});

it('what is copied out can be pasted in again', () => {
  const cell = fc.string().map((text) => text.replace(/\r\n?/g, '\n').replace(/\uFEFF/g, ''));
  const row = fc.array(cell, { minLength: 2, maxLength: 3 });
  fc.assert(
    fc.property(fc.array(row, { minLength: 1, maxLength: 5 }), (table) => {
      const text = asCells(table);
      fc.pre(text.trim() !== '' && !/^sep=/i.test(text));
      expect(readCsv(text)).toEqual({ table });
    }),
  );
});
