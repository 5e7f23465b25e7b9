// Writes a rehearsal as tables that a spreadsheet opens (RFC 4180, UTF-8).

import { STANDINGS } from '../../src/domain/entries.ts';
import type { Figures } from './figures.ts';

type Cell = string | number;

const DAY_HEADERS = [
  'Day',
  'Mails',
  'Mails allowed',
  'Asking members',
  'Answering members',
  'To staff',
  'Active members',
  'Accepted the Code in force',
  'For staff to do',
];

/** The files, by name. */
export function csvFiles(figures: Figures): Record<string, string> {
  const names = new Map(figures.members.map(({ id, name }) => [id, name]));
  const days = figures.days.map(
    ({ day, mails, asking, answering, staff, active, accepted, tasks, standings }) => [
      ...[day, mails, figures.budget, asking, answering, staff, active, accepted, tasks.length],
      ...STANDINGS.map((standing) => standings[standing]),
    ],
  );
  const asked = figures.members.flatMap((member) =>
    member.asked.map(({ day, kind }) => [day, member.id, names.get(member.id) ?? '', kind]),
  );
  const tasks = figures.days.flatMap(({ tasks }) =>
    tasks.map(({ day, what, whatToDo, memberId }) => [
      day,
      memberId,
      names.get(memberId) ?? '',
      what,
      whatToDo,
    ]),
  );
  return {
    'days.csv': csv([[...DAY_HEADERS, ...STANDINGS], ...days]),
    'asked.csv': csv([['Day', 'Member ID', 'Name', 'Mail'], ...asked.sort(byFirst)]),
    'to-do.csv': csv([['Day', 'Member ID', 'Name', 'What', 'What to do'], ...tasks]),
  };
}

const byFirst = ([a]: Cell[], [b]: Cell[]): number =>
  String(a) < String(b) ? -1 : String(a) > String(b) ? 1 : 0;

/** With the mark by which Excel knows UTF-8. */
const csv = (rows: readonly (readonly Cell[])[]): string =>
  `\uFEFF${rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('')}`;

/** A text that a spreadsheet would take for a formula gets an apostrophe before it. */
function cell(value: Cell): string {
  const text = typeof value === 'string' && /^[=+\-@\t\r]/.test(value) ? `'${value}` : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
