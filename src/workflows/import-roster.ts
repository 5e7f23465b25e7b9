// The dialog “Import the roster…”: gives its page the roster, and writes what the person accepted: all of it in one call, unless very many change.

import { DONE } from '../content/done-words.ts';
import { REFUSALS } from '../content/problems.ts';
import { AUDIT } from '../content/tab-words.ts';
import type { Member } from '../domain/entries.ts';
import { MOST_ROWS } from '../domain/import-columns.ts';
import {
  acceptedOf,
  type ImportPlan,
  idsIn,
  type OnRoster,
  planImport,
  printOf,
} from '../domain/roster-import.ts';
import { listOf, object, type ShapeOf, text, whole } from '../domain/shape.ts';
import { cellsShown } from '../google/own-tab.ts';
import { personAtKeyboard } from '../google/session.ts';
import { onRoster } from '../registers/on-roster.ts';
import { columnsOf } from '../registers/register.ts';
import { REGISTERS } from '../registers/registers.ts';
import type { Row } from '../registers/table.ts';
import { readConfig } from './config.ts';
import { type Desk, openDesk } from './desk.ts';
import { fromDialog } from './desk-action.ts';
import { updateStandings, welcomeNewMembers } from './roster.ts';
import { Refusal } from './staff-error.ts';
import { inTurn, WAIT } from './turn.ts';

const wantedCells = object({ range: text(0, 200) });
const order = object({
  /** The number of the first row, as people count, and a cell for each field. */
  first: whole(1),
  rows: listOf(listOf(text(0, 50_000))),
  /** The print of the plan that the person saw, and what of it she said yes to. */
  print: text(64, 64),
  yes: listOf(text(1, 40)),
});
type Order = ShapeOf<typeof order>;

/** What the page needs to show what an import would do. */
export const readForImport = () => onRoster(openDesk(readConfig(), 'recent').tables.members);

/** The cells of a tab, or those that are named or selected. */
export function takeCells(json: string): string[][] {
  const cells = cellsShown(fromDialog(wantedCells, json).range.trim());
  if (!cells) throw new Refusal(REFUSALS.noSuchCells);
  if (cells.flat().every((cell) => cell.trim() === '')) throw new Refusal(REFUSALS.emptyCells);
  return cells;
}

/**
 * Works out the plan anew and carries it out, when it is still the one that the person saw. Answers what was done, or
 * the roster as it is now. It writes to nobody, and changes nothing when it is done again.
 */
export function importRoster(json: string): { done: string } | { roster: OnRoster[] } {
  const sent = fromDialog(order, json);
  if (sent.rows.length > MOST_ROWS) throw new Refusal(REFUSALS.notUnderstood);
  const config = readConfig();
  const work = () => {
    const desk = openDesk(config, 'recent');
    const roster = onRoster(desk.tables.members);
    const plan = planImport(sent.rows, sent.first, roster);
    if (printOf(plan) !== sent.print) return { roster };
    const done = carryOut(desk, plan, sent);
    desk.commit();
    return { done };
  };
  return inTurn(WAIT.dialog, work);
}

function carryOut(desk: Desk, plan: ImportPlan, { rows, first, yes }: Order): string {
  const { added, changed } = acceptedOf(plan, new Set(yes));
  if (added.length + changed.length === 0) return DONE.imported(0, 0);
  welcomeNewMembers(desk);
  const { members } = desk.tables;
  const who = personAtKeyboard();
  const before = [...members.rows];
  const ids = idsIn(rows, first);
  for (const { entry } of before) ids.add(entry.id.toUpperCase());
  const nextId = (): string => {
    const id = desk.nextId('members');
    return ids.has(id) ? nextId() : id;
  };
  const rowsChanged: Row<Member>[] = [];
  for (const { place, changes } of changed) {
    const row = before[place];
    if (!row) continue;
    rowsChanged.push(row);
    for (const { field, from, to } of changes) {
      const { header } = REGISTERS.members.columns[field];
      members.update(row, { [field]: to });
      desk.audit({ who, what: AUDIT.importedChange(header), subject: row.entry.id, before: from, after: to });
    }
    desk.commitWhenMuch();
  }
  updateStandings(desk, rowsChanged);
  const rowsAdded = added.map(({ name, email, role, status, joined }) =>
    members.append({
      ...nothingYet(),
      id: nextId(),
      name,
      email,
      role: role || null,
      status,
      joined: joined || null,
      images: 'Allowed',
    }),
  );
  const newIds = rowsAdded.map(({ entry }) => entry.id);
  desk.audit({
    who,
    what: AUDIT.imported,
    subject: REGISTERS.members.tab,
    before: '',
    after: AUDIT.importedCounts(newIds, changed.length, plan.unchanged, plan.notTaken.length),
  });
  updateStandings(desk, rowsAdded, true);
  return DONE.imported(added.length, changed.length);
}

/** A member of whom nothing is known. */
const nothingYet = () =>
  Object.fromEntries(
    columnsOf(REGISTERS.members).map(({ field, kind }) => [field, kind.empty]),
  ) as unknown as Member;
