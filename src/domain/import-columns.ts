// Finds out which column of somebody's list holds what the roster wants to know, by the names of the columns.

import { isAddress } from './email-address.ts';
import { plainLetters } from './plain-letters.ts';

/** As many new members as one call to Google can hold with room to spare. */
export const MOST_ROWS = 12_000;

/** What can be taken from a list, in the order in which people look at it. */
export const IMPORT_FIELDS = [
  'id',
  'name',
  'firstName',
  'lastName',
  'email',
  'role',
  'status',
  'joined',
] as const;
export type ImportField = (typeof IMPORT_FIELDS)[number];

/** The column of each field, counted from 0; -1 when the list has none. */
export type Columns = Record<ImportField, number>;

/** How people call these columns, in small letters without spaces and signs. */
const CALLED: Record<ImportField, string> = {
  id: 'memberid membernumber memberno membernr',
  name: 'name fullname membername participant participantname yourname displayname',
  firstName: 'firstname first givenname givennames forename',
  lastName: 'lastname last surname familyname',
  email: 'email emailaddress emailadress mail mailaddress youremail youremailaddress primaryemail',
  role: 'role roles mentormentee menteementor mentorormentee takespartas itakepartas',
  status: 'status memberstatus',
  joined: 'joined joinedon datejoined joindate joiningdate dateofjoining membersince startdate',
};

const plainTitle = (title: string) => plainLetters(title).replace(/[^a-z0-9]/g, '');

/** The columns by their titles; the first that fits, and none twice. */
export function matchColumns(titles: readonly string[]): Columns {
  const found = titles.map(plainTitle);
  const columnOf = (field: ImportField) => {
    const names = CALLED[field].split(' ');
    return found.findIndex((title) => names.includes(title));
  };
  return Object.fromEntries(IMPORT_FIELDS.map((field) => [field, columnOf(field)])) as Columns;
}

/** A list as it was brought: the titles of its columns, and its rows. */
export interface Brought {
  titles: string[];
  /** Blank rows too, so that rows can be counted as people see them. */
  rows: string[][];
  /** The number of the first row, as people count: 1 when the list has no row of titles. */
  first: number;
  columns: Columns;
}

/** Tells titles from members: a list that begins with an address has no titles, and its addresses are found by that. */
export function readTable(table: readonly string[][]): Brought {
  const start = table.findIndex((row) => row.some((cell) => cell.trim() !== ''));
  const [head = [], ...rest] = table.slice(Math.max(0, start));
  const address = head.findIndex((cell) => isAddress(cell.trim()));
  if (address < 0)
    return { titles: head, rows: rest, first: Math.max(0, start) + 2, columns: matchColumns(head) };
  const columns = { ...matchColumns([]), email: address };
  return { titles: head.map(() => ''), rows: [head, ...rest], first: start + 1, columns };
}

/** Rows with a cell for each field, in their order; nothing that was not asked for goes further. */
export function inFields(rows: readonly string[][], columns: Columns): string[][] {
  return rows.map((row) =>
    row.some((cell) => cell.trim() !== '') ? IMPORT_FIELDS.map((field) => row[columns[field]] ?? '') : [],
  );
}
