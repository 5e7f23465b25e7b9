// Follows what people type: a line in the audit trail, and standings that fit at once. The morning's sweep would do it too.

import { PROBLEMS } from '../content/problems.ts';
import { AUDIT, EDITED, NOT_KNOWN, NOT_SHOWN } from '../content/tab-words.ts';
import type { Agreement, AgreementStatus } from '../domain/image-entries.ts';
import { type EditedCells, editedCells } from '../google/spreadsheet-ui.ts';
import type { CellKind } from '../registers/cells.ts';
import { type AnyRegister, columnsOf } from '../registers/register.ts';
import { REGISTERS, type RegisterName } from '../registers/registers.ts';
import type { Row, Table } from '../registers/table.ts';
import { reviewAgreements } from './agreements.ts';
import { checkSettings, checkVersions } from './checks.ts';
import { readConfig } from './config.ts';
import { type Desk, openDesk } from './desk.ts';
import { drainOnce } from './drain-forms.ts';
import { guarded } from './guard.ts';
import { refreshPhotoList } from './photo-list.ts';
import { updateStandings, welcomeNewMembers } from './roster.ts';
import { inTurn, WAIT } from './turn.ts';

/** What the system alone fills in, and what must be provable later. */
const EVIDENCE = ['acceptances', 'codeVersions', 'versionTexts', 'mailLog', 'auditTrail'] as const;
/** Edits of these tabs are followed; all others are none of our business. */
const WATCHED: readonly RegisterName[] = ['members', 'settings', 'agreements', ...EVIDENCE];

export function staffEdited(event: GoogleAppsScript.Events.SheetsOnEdit): void {
  guarded(() => {
    const config = readConfig();
    const edit = editedCells(event);
    const name = WATCHED.find((watched) => config.tabs[REGISTERS[watched].tab] === edit.sheetId);
    if (name === undefined || edit.row + edit.rows <= 1) return;
    const work = () => {
      const isEvidence = EVIDENCE.some((evidence) => evidence === name);
      const desk = openDesk(config, isEvidence ? 'everything' : 'usual', name === 'auditTrail');
      followEdit(desk, name, edit);
      desk.hasWorked('edit');
      desk.commit();
      refreshPhotoList(desk);
    };
    inTurn({ startedMs: config.startedMs, waitMs: WAIT.trigger }, work, () => drainOnce(config));
  }, 'edit');
}

function followEdit(desk: Desk, name: RegisterName, edit: EditedCells): void {
  if (name === 'members') welcomeNewMembers(desk);
  const changed = auditEdit(desk, desk.tables[name] as unknown as Table<object>, edit);
  const isEvidence = EVIDENCE.some((evidence) => evidence === name);
  if (isEvidence && changed !== '') desk.problem(PROBLEMS.editedByHand(REGISTERS[name].tab, changed), name);
  if (name === 'members') {
    const touched = desk.tables.members.rows.filter(({ index }) => isIn(edit, index));
    updateStandings(desk, touched);
  }
  if (name === 'agreements') {
    if (changed !== '' && !mayEditAgreements(desk, edit))
      desk.problem(PROBLEMS.editedByHand(REGISTERS.agreements.tab, changed), name);
    reviewAgreements(desk);
  }
  if (name === 'settings') checkSettings(desk);
  if (name === 'codeVersions') checkVersions(desk);
}

const isIn = (edit: EditedCells, index: number) => index >= edit.row && index < edit.row + edit.rows;

/** Staff say who the two members are, end an agreement in the name of one of them, and write remarks; nothing else. */
function mayEditAgreements({ tables: { agreements } }: Desk, edit: EditedCells): boolean {
  const rows = agreements.rows.filter(({ index }) => isIn(edit, index)).map(({ entry }) => entry);
  const isAll = (status: AgreementStatus) => rows.every((entry) => entry.status === status);
  const may: Partial<Record<keyof Agreement, boolean>> = {
    starter: isAll('To match'),
    other: isAll('To match'),
    status: isAll('Revoked'),
    remark: true,
  };
  return rows.length > 0 && columnsIn(agreements, edit).every(({ field }) => may[field as keyof Agreement]);
}

/** The system columns in the rectangle. */
function columnsIn<E extends object>(table: Table<E>, edit: EditedCells) {
  return columnsOf(table.register as AnyRegister).filter(({ field }) => {
    const position = (table.positions as Record<string, number>)[field] ?? -1;
    return position >= edit.column && position < edit.column + edit.columns;
  });
}

/** A line for every cell of a system column in the rectangle. Gives in words where something changed; '' for nowhere. */
function auditEdit(desk: Desk, table: Table<object>, edit: EditedCells): string {
  const who = edit.by || undefined;
  const places: string[] = [];
  const rows = table.rows.filter(({ index }) => isIn(edit, index)) as Row<Record<string, unknown>>[];
  const columns = columnsIn(table, edit);
  const isSecret = columns.some(({ confidential }) => confidential);
  for (const { entry, faults } of rows) {
    for (const { field, header, kind, confidential } of columns) {
      const after = String(faults[field] ?? entry[field] ?? '');
      const before = edit.before === null ? NOT_KNOWN : asRead(kind, edit.before);
      if (after === before) continue;
      const subject = String(entry[table.register.key]);
      const seen = confidential ? { before: NOT_SHOWN, after: NOT_SHOWN } : { before, after };
      desk.audit({ who, what: AUDIT.edited(header), subject, ...seen });
      places.push(EDITED.cell(header, subject));
    }
  }
  if (rows.length === 0 && columns.length > 0) {
    const subject = EDITED.rows(edit.row + 1, edit.row + edit.rows);
    const before = edit.before ?? NOT_KNOWN;
    if (before === '') return '';
    desk.audit({
      who,
      what: AUDIT.emptied(table.register.tab),
      subject,
      before: isSecret ? NOT_SHOWN : before,
      after: '',
    });
    places.push(subject);
  }
  return EDITED.places(places);
}

/** A date comes with the event as the number that Google keeps; here it is as we read it. */
function asRead(kind: CellKind<unknown>, before: string): string {
  const isNumber = kind.format !== undefined && /^\d+(\.\d+)?$/.test(before);
  return isNumber ? String(kind.decode(Number(before)) ?? before) : before;
}
