// Tables: what people call the columns of a list, and lists without titles.

import { describe, expect, it } from '@jest/globals';
import { inFields, matchColumns, readTable } from '../../src/domain/import-columns.ts';

/** The fields that were found, each with its title. */
const matched = (...titles: string[]) =>
  Object.fromEntries(
    Object.entries(matchColumns(titles)).flatMap(([field, at]) => (at < 0 ? [] : [[field, titles[at]]])),
  );

describe('titles', () => {
  it.each([
    [['Name', 'Email'], { name: 'Name', email: 'Email' }],
    [[' E-Mail ', 'FULL NAME'], { email: ' E-Mail ', name: 'FULL NAME' }],
    [['email_address', 'Member Name'], { email: 'email_address', name: 'Member Name' }],
    [
      ['First name', 'Last Name', 'Email Address', 'Mentor/Mentee'],
      { firstName: 'First name', lastName: 'Last Name', email: 'Email Address', role: 'Mentor/Mentee' },
    ],
    [['Given name', 'Surname'], { firstName: 'Given name', lastName: 'Surname' }],
    [['I take part as', 'Date joined'], { role: 'I take part as', joined: 'Date joined' }],
    [
      ['member id', 'MEMBER STATUS', 'Member since'],
      { id: 'member id', status: 'MEMBER STATUS', joined: 'Member since' },
    ],
    [['Émail', 'Nâme'], { email: 'Émail', name: 'Nâme' }],
    // Of two the first; what may be anything is not guessed.
    [['Email', 'E-mail'], { email: 'Email' }],
    [['ID', 'Address', 'Phone', 'Notes', ''], {}],
    [
      ['Member ID', 'Name', 'Email', 'Role', 'Status', 'Joined', 'Standing', 'Accepted version'],
      { id: 'Member ID', name: 'Name', email: 'Email', role: 'Role', status: 'Status', joined: 'Joined' },
    ],
  ])('%j', (titles, found) => expect(matched(...titles)).toEqual(found));
});

describe('a list', () => {
  it('counts its rows as people see them', () => {
    const table = [['', ''], ['Name', 'Email'], ['Anna', 'a@x.org'], [''], ['Bea', 'b@x.org']];
    expect(readTable(table)).toMatchObject({ titles: ['Name', 'Email'], first: 3, rows: table.slice(2) });
  });

  it('that begins with an address has no titles', () => {
    const table = [
      ['Anna', 'a@x.org'],
      ['Bea', 'b@x.org'],
    ];
    const read = readTable(table);
    expect(read).toMatchObject({ titles: ['', ''], first: 1, rows: table });
    expect(read.columns).toEqual({ ...matchColumns([]), email: 1 });
  });

  it('that is empty has nothing', () => {
    expect(readTable([])).toMatchObject({ titles: [], rows: [] });
    expect(readTable([['  ']])).toMatchObject({ titles: ['  '], rows: [] });
  });

  it('gives on only what was asked for', () => {
    const columns = { ...matchColumns([]), name: 2, email: 0 };
    const rows = [['a@x.org', 'secret', 'Anna'], [' '], ['b@x.org']];
    expect(inFields(rows, columns)).toEqual([
      ['', 'Anna', '', '', 'a@x.org', '', '', ''],
      [],
      ['', '', '', '', 'b@x.org', '', '', ''],
    ]);
  });
});
