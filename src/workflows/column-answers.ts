// The functions that staff may use in formulas: they read the roster, and answer for a whole column at once.

import { PROBLEMS } from '../content/problems.ts';
import { codeStandings, imagePermissions } from '../domain/column-answers.ts';
import type { Member } from '../domain/entries.ts';
import { cellsOfTab } from '../google/own-tab.ts';
import { REGISTERS } from '../registers/registers.ts';

/** `=IMAGE_PERMISSION(A2:A)` */
export const imagePermission = (cells: unknown) => imagePermissions(cells, rosterWith('images'));

/** `=CODE_STANDING(A2:A)` */
export const codeStanding = (cells: unknown) => codeStandings(cells, rosterWith('standing'));

/** The members with what tells who they are and one thing more. Throws an Error that the cell of the formula shows. */
function rosterWith<F extends keyof Member>(field: F): Pick<Member, 'id' | 'name' | 'email' | F>[] {
  const { tab, columns } = REGISTERS.members;
  const [header, ...rows] = cellsOfTab(tab) ?? [];
  if (!header) throw new Error(PROBLEMS.tabMissing(tab).what);
  const titles = header.map((title) => String(title).trim().toLowerCase());
  const fields = (['id', 'name', 'email', field] as const).map((key) => {
    const { header, kind } = columns[key];
    return { key, header, kind, at: titles.indexOf(header.toLowerCase()) };
  });
  const missing = fields.filter(({ at }) => at < 0).map(({ header }) => header);
  if (missing.length > 0) throw new Error(PROBLEMS.columnsMissing(tab, missing).what);
  return rows.map((cells) => {
    const read = fields.map(({ key, kind, at }) => [key, kind.decode(cells[at] as string) ?? kind.empty]);
    return Object.fromEntries(read);
  });
}
