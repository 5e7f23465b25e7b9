// Follows what staff type: a line in the audit trail, and standings that fit at once. The morning's sweep would do it too.

import { AUDIT, NOT_KNOWN } from '../content/tab-words.ts';
import type { Member, SettingRow } from '../domain/entries.ts';
import { type EditedCells, editedCells } from '../google/spreadsheet-ui.ts';
import { type AnyRegister, columnsOf } from '../registers/register.ts';
import { REGISTERS } from '../registers/registers.ts';
import type { Row, Table } from '../registers/table.ts';
import { readConfig } from './config.ts';
import { type Desk, openDesk } from './desk.ts';
import { drainOnce } from './drain-acceptances.ts';
import { guarded } from './guard.ts';
import { updateStandings, welcomeNewMembers } from './roster.ts';
import { inTurn, WAIT } from './turn.ts';

/** Edits of registers that staff fill in; all others are none of our business. */
const WATCHED = [REGISTERS.members.tab, REGISTERS.settings.tab];

export function staffEdited(event: GoogleAppsScript.Events.SheetsOnEdit): void {
  guarded(() => {
    const config = readConfig();
    const edit = editedCells(event);
    const isOurs = WATCHED.some((tab) => config.tabs[tab] === edit.sheetId);
    if (!isOurs || edit.row + edit.rows <= 1) return;
    const work = () => {
      const desk = openDesk(config);
      followEdit(desk, edit);
      desk.commit();
    };
    inTurn({ startedMs: config.startedMs, waitMs: WAIT.trigger }, work, () => drainOnce(config));
  });
}

function followEdit(desk: Desk, edit: EditedCells): void {
  const { members, settings } = desk.tables;
  if (edit.sheetId === settings.sheetId) auditEdit<SettingRow>(desk, settings, edit);
  if (edit.sheetId !== members.sheetId) return;
  welcomeNewMembers(desk);
  const touched = auditEdit<Member>(desk, members, edit);
  updateStandings(desk, touched);
}

/** A line for every cell of a system column in the rectangle. Gives the rows that it touches. */
function auditEdit<E extends object>(desk: Desk, table: Table<E>, edit: EditedCells): Row<E>[] {
  const rows = table.rows.filter(({ index }) => index >= edit.row && index < edit.row + edit.rows);
  const columns = columnsOf(table.register as AnyRegister).filter(({ field }) => {
    const position = table.positions[field as keyof E];
    return position >= edit.column && position < edit.column + edit.columns;
  });
  for (const row of rows) {
    for (const { field, header } of columns) {
      const value = row.faults[field as keyof E] ?? row.entry[field as keyof E];
      const after = String(value ?? '');
      const before = edit.before ?? NOT_KNOWN;
      if (after === before) continue;
      const subject = String(row.entry[table.register.key]);
      desk.audit({ who: edit.by || undefined, what: AUDIT.edited(header), subject, before, after });
    }
  }
  return rows;
}
