// Follows what people type: a line in the audit trail, and standings that fit at once. The morning's sweep would do it too.

import { PROBLEMS } from '../content/problems.ts';
import { AUDIT, EDITED, NOT_KNOWN, NOT_SHOWN } from '../content/tab-words.ts';
import type { Agreement, OptOut } from '../domain/image-entries.ts';
import { type EditedCells, editedCells } from '../google/spreadsheet-ui.ts';
import type { CellKind } from '../registers/cells.ts';
import { type AnyRegister, columnsOf } from '../registers/register.ts';
import { REGISTERS, type RegisterName } from '../registers/registers.ts';
import type { Row, Table } from '../registers/table.ts';
import { reviewAgreements } from './agreements.ts';
import { checkOptOuts } from './check-opt-outs.ts';
import { checkSettings, checkVersions } from './checks.ts';
import { readConfig } from './config.ts';
import { type Desk, openDesk } from './desk.ts';
import { updateFollowUps } from './follow-ups.ts';
import { guarded } from './guard.ts';
import { refreshPhotoList } from './photo-list.ts';
import { reviewOptOuts } from './review-opt-outs.ts';
import { updateStandings, welcomeNewMembers } from './roster.ts';
import { inTurn, WAIT } from './turn.ts';

/** What the system alone fills in, and what must be provable later. */
const EVIDENCE = ['acceptances', 'codeVersions', 'versionTexts', 'mailLog', 'auditTrail'] as const;
/** Only ticks are followed here. */
const TICKED = ['problems', 'followUps'] as const;
/** Edits of these tabs are followed; all others are none of our business. */
const WATCHED: readonly RegisterName[] = [
  'members',
  'settings',
  'optOuts',
  'takedowns',
  'agreements',
  ...TICKED,
  ...EVIDENCE,
];

/** Whether a cell is for staff to change, in a tab that is evidence but for some cells. */
const FOR_STAFF: Partial<Record<RegisterName, (entry: Record<string, unknown>, field: string) => boolean>> = {
  /** Remarks, whose a request is, and requests that came to them on paper or by phone. */
  optOuts(entry, field) {
    const { id, status, channel } = entry as unknown as OptOut;
    if (field === 'remark' || id === '') return true;
    if (field === 'memberId') return status === 'To match' || channel === 'Staff';
    // A mail says in words of her own what it asks for, so staff may read it better than the system.
    if (channel === 'Email') return ASKED_FOR.includes(field);
    return channel === 'Staff' && !OF_THE_SYSTEM.includes(field);
  },
  /** Remarks, who the two members are, and an end in the name of one of them. */
  agreements(entry, field) {
    const { status } = entry as unknown as Agreement;
    if (field === 'starter' || field === 'other') return status === 'To match';
    return field === 'remark' || (field === 'status' && status === 'Revoked');
  },
};
const ASKED_FOR = ['kind', 'forWhom', 'family', 'scope', 'pictures'];
const OF_THE_SYSTEM = ['id', 'release', 'channel', 'confirmedBy', 'status', 'responseId', 'steps'];
const isEvidence = (name: RegisterName) => EVIDENCE.some((evidence) => evidence === name);

export function staffEdited(event: GoogleAppsScript.Events.SheetsOnEdit): void {
  guarded(() => {
    const config = readConfig();
    const edit = editedCells(event);
    const name = WATCHED.find((watched) => config.tabs[REGISTERS[watched].tab] === edit.sheetId);
    if (name === undefined || edit.row + edit.rows <= 1) return;
    if (TICKED.some((ticked) => ticked === name) && !edit.isTick) return;
    const work = () => {
      const desk = openDesk(config, isEvidence(name) ? 'everything' : 'usual', name === 'auditTrail');
      followEdit(desk, name, edit);
      desk.noteRun('edits');
      desk.hasWorked('edit');
      desk.commit();
      refreshPhotoList(desk);
    };
    inTurn(WAIT.trigger, work);
  }, 'edit');
}

function followEdit(desk: Desk, name: RegisterName, edit: EditedCells): void {
  if (name === 'members') welcomeNewMembers(desk);
  const changed = auditEdit(desk, name, edit);
  if (changed !== '') desk.problem(PROBLEMS.editedByHand(REGISTERS[name].tab, changed), name);
  if (name === 'members') {
    const touched = desk.tables.members.rows.filter(({ index }) => isIn(edit, index));
    updateStandings(desk, touched);
    updateFollowUps(desk);
  }
  if (name === 'agreements') reviewAgreements(desk);
  if (name === 'members' || name === 'optOuts' || name === 'takedowns') {
    reviewOptOuts(desk, edit.by || undefined);
    checkOptOuts(desk, name === 'optOuts');
  }
  if (name === 'settings') checkSettings(desk);
  if (name === 'codeVersions') checkVersions(desk);
}

const isIn = (edit: EditedCells, index: number) => index >= edit.row && index < edit.row + edit.rows;

/**
 * A line for every cell of a system column in the rectangle. Gives in words where something changed that only the
 * system may change; '' for nowhere.
 */
function auditEdit(desk: Desk, name: RegisterName, edit: EditedCells): string {
  const table = desk.tables[name] as unknown as Table<object>;
  const isForStaff = FOR_STAFF[name] ?? (() => !isEvidence(name));
  const who = edit.by || undefined;
  const places: string[] = [];
  const rows = table.rows.filter(({ index }) => isIn(edit, index)) as Row<Record<string, unknown>>[];
  const columns = columnsOf(table.register as AnyRegister).filter(({ field }) => {
    const position = (table.positions as Record<string, number>)[field] ?? -1;
    return position >= edit.column && position < edit.column + edit.columns;
  });
  const isSecret = columns.some(({ confidential }) => confidential);
  for (const { entry, faults } of rows) {
    for (const { field, header, kind, confidential } of columns) {
      const after = String(faults[field] ?? entry[field] ?? '');
      const before = edit.before === null ? NOT_KNOWN : asRead(kind, edit.before);
      if (after === before) continue;
      const subject = String(entry[table.register.key]);
      // What stands in a new row is written down when the row is complete.
      if (name === 'optOuts' && subject === '') continue;
      const seen = confidential ? { before: NOT_SHOWN, after: NOT_SHOWN } : { before, after };
      desk.audit({ who, what: AUDIT.edited(header), subject, ...seen });
      desk.commitWhenMuch();
      // What she left open, staff may fill in.
      const isOpen = name === 'optOuts' && before === '' && ASKED_FOR.includes(field);
      if (isOpen || isForStaff(entry, field)) continue;
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
    if (isEvidence(name) || FOR_STAFF[name]) places.push(subject);
  }
  return EDITED.places(places);
}

/** A date comes with the event as the number that Google keeps; here it is as we read it. */
function asRead(kind: CellKind<unknown>, before: string): string {
  const isNumber = kind.format !== undefined && /^\d+(\.\d+)?$/.test(before);
  return isNumber ? String(kind.decode(Number(before)) ?? before) : before;
}
