// The words with which the page of “Import the roster…” tells what it found. They stand in the page alone.

import type { ImportField } from '../domain/import-columns.ts';
import type { RowProblem } from '../domain/import-row.ts';
import type { Changeable } from '../domain/roster-import.ts';

const members = (count: number) => (count === 1 ? 'one member' : `${count} members`);
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

export const IMPORT_WORDS = {
  unreadable: {
    nothing: 'There is nothing to read yet. Please paste the list, or choose a file.',
    workbook:
      'This is a file of Excel, which cannot be read here. Open it, copy its cells and paste them here, or save it as CSV.',
    'too long': 'This list has more than 12,000 rows. Please bring it in parts.',
    openQuote: (row: number) =>
      `From row ${row} on the list cannot be read: a cell there begins with a quotation mark (") and has none at its end. Please add it, or take it away.`,
  },
  fileTaken: (name: string) => `What stands in “${name}” is in the field now.`,
  cellsTaken: 'The cells stand in the field now.',

  fields: {
    id: 'Member ID',
    name: 'Name',
    firstName: 'First name',
    lastName: 'Last name',
    email: 'Email',
    role: 'Role',
    status: 'Status',
    joined: 'Joined',
  } satisfies Record<ImportField, string>,
  notThere: '(not in this list)',
  column: (number: number) => `Column ${number}`,
  example: (title: string, cell: string) => (cell === '' ? title : `${title} – for example: ${cell}`),
  matched: (count: number, total: number) => `Which column is what: ${count} of ${total} are used`,
  matchEmail:
    'Please say which column holds the email address. Without it, or a Member ID, nobody can be recognised.',
  matchName: 'Please say which column holds the name, if there is one. A new member needs a name.',

  counts: {
    added: 'New',
    changed: 'Changed',
    unchanged: 'Unchanged',
    notTaken: 'Not taken',
    alike: 'To decide',
  },
  groups: {
    notTaken: {
      title: 'Not taken',
      hint: 'Something is not clear in these rows. All others can be imported now, and these later.',
    },
    alike: {
      title: 'Perhaps on the roster already',
      hint: 'The name is on the roster with another address. If it is the same person, correct her address in Members instead.',
    },
    changed: {
      title: 'Changed',
      hint: 'Only what is ticked is changed. An empty cell of the list changes nothing.',
    },
    added: {
      title: 'New',
      hint: 'They get their Member IDs when you import them. Somebody whose data was erased looks new here, because nothing tells any more who she was. If the list is old, please take out first who has left.',
    },
    notInFile: {
      title: 'On the roster, and not in this list',
      hint: 'Nothing happens to them. If somebody has left, change her status in Members.',
    },
  },
  copyRows: 'Copy these rows to mend them',
  titled: (at: number, name: string) => (name === '' ? `Row ${at}` : `Row ${at}: ${name}`),
  person: (name: string, id: string) => (id === '' ? name : `${name} (${id})`),
  change: (field: Changeable, from: string, to: string) =>
    `${IMPORT_WORDS.fields[field]}: ${from === '' ? '(empty)' : from} → ${to}`,
  careful: {
    status: 'She is away by a decision of the program. Tick this only if she may come back.',
    name: 'This is a wholly different name. Tick this only if it is the same person.',
  } as Partial<Record<Changeable, string>>,
  alike: (others: readonly { id: string; email: string }[]) =>
    `On the roster with the same name: ${others.map(({ id, email }) => [id, email].filter((text) => text !== '').join(', ')).join('; ')}.`,
  addAlike: 'Another person: add her as a new member',
  allChanges: 'All of these changes',
  more: (count: number) => (count === 1 ? 'Show one more' : `Show ${count} more`),
  nobodyNew: 'Nothing to import: the roster says all of this already.',
  nothingChosen: 'Nothing is ticked, and nobody is new. So there is nothing to import.',
  copied: (count: number) =>
    `${count === 1 ? 'The row is' : 'The rows are'} copied, with the reason in the last column. Paste ${count === 1 ? 'it' : 'them'} into a sheet, mend ${count === 1 ? 'it' : 'them'}, and bring ${count === 1 ? 'it' : 'them'} here again.`,
  notCopied: 'The browser did not copy the rows. Please mend them in your list.',
  reason: 'Reason',

  summary(added: number, changed: number): string {
    const parts = [
      added === 0 ? '' : `${members(added)} ${added === 1 ? 'is' : 'are'} added`,
      changed === 0 ? '' : `${members(changed)} ${changed === 1 ? 'is' : 'are'} changed`,
    ];
    return `${capital(parts.filter((part) => part !== '').join(', and '))}.`;
  },
  leftOut: (count: number) => (count === 1 ? 'One row is not taken.' : `${count} rows are not taken.`),
  rosterChanged:
    'Somebody has changed the roster meanwhile, so nothing was imported. This is how it would be now. Please look again.',

  problems: {
    'no name': () => 'There is no name.',
    'long name': () => 'The name is very long. Perhaps a quotation mark is missing in the list.',
    'no address': () => 'There is no email address.',
    'bad address': (about) => `“${about}” is not an email address.`,
    'unknown role': (about) => `“${about}” is not a role. It can be Mentor, Mentee, or Mentor and mentee.`,
    'unknown status': (about) =>
      `“${about}” is not a status. It can be Active, Inactive, Suspended or Removed.`,
    'bad date': (about) =>
      `“${about}” is not a date that can be read. Please write it like 6/4/2025 or 2025-06-04.`,
    'unknown id': (about) =>
      `The Member ID ${about} is not on the roster. For a new member leave it empty; she gets one.`,
    'id twice on the roster': (about) =>
      `The Member ID ${about} stands twice on the roster. Please mend that in Members first.`,
    'address twice on the roster': (about) =>
      `Several members have this address: ${about}. Please write the Member ID of the right one into the row.`,
    'address of another': (about) => `This address is on the roster for another member: ${about}.`,
    'another person': (about) =>
      `Name and address are both different from those of ${about} on the roster. Please check the Member ID.`,
    'was erased': (about) =>
      `The data of ${about} was erased, so nothing about her is taken from a list. If she has come back, take her Member ID out of the row: she is then a new member.`,
    'old address in the file': (about) =>
      `She has a new address here, and her old one stands in row ${about}. Please check both rows.`,
    'twice in the file': (about) => `The same person or address stands in row ${about} already.`,
  } satisfies Record<RowProblem, (about: string) => string>,
};
