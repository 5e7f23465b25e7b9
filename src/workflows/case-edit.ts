// What follows when somebody types into the Cases spreadsheet.

import { CASE_AUDIT } from '../content/case-words.ts';
import { BY_SOMEBODY } from '../content/marks.ts';
import { PROBLEMS } from '../content/problems.ts';
import { DECIDED_FIELDS, TOLD_FIELDS } from '../domain/case-decided.ts';
import { isOurNumber } from '../domain/case-numbers.ts';
import { type EditedCells, editedCells } from '../google/spreadsheet-ui.ts';
import { CASE_REGISTERS, type CaseRegisterName } from '../registers/case-registers.ts';
import { CASE_SETTINGS } from '../registers/case-settings.ts';
import { type AnyRegister, columnsOf } from '../registers/register.ts';
import type { Table } from '../registers/table.ts';
import { tellCaseCount } from './case-count.ts';
import { type CaseDesk, tellBadSettings } from './case-desk.ts';
import type { Config } from './config.ts';
import { workOnCases } from './drain-reports.ts';
import { guardedCases } from './guard.ts';
import { problemsAreSolved } from './note-problem.ts';
import { reviewCases } from './review-cases.ts';

const SETTING_TITLES: readonly string[] = Object.values(CASE_SETTINGS).map(({ name }) => name);
const NAMES = Object.keys(CASE_REGISTERS) as CaseRegisterName[];

export function caseEdited(event: GoogleAppsScript.Events.SheetsOnEdit): void {
  const edit = guardedCases(() => editedCells(event));
  const who = edit.by || BY_SOMEBODY;
  const tabOf = ({ cases }: Config) =>
    NAMES.find((one) => cases?.tabs[CASE_REGISTERS[one].tab] === edit.sheetId);
  const follow = (desk: CaseDesk) => {
    const name = tabOf(desk.config);
    if (name) noteEdit(desk, name, edit, who);
    if (name === 'settings') takeUpSettings(desk);
    reviewCases(desk, who, { namesChanged: name === 'settings' || name === 'people' });
    tellCaseCount(desk);
    desk.noteRun('case edits');
  };
  workOnCases(follow, (config) => edit.row + edit.rows > 1 && tabOf(config) !== undefined);
}

function takeUpSettings(desk: CaseDesk): void {
  desk.offerHandlers();
  if (desk.settings.handlers.length > 0) problemsAreSolved(PROBLEMS.noHandlers);
  tellBadSettings(desk);
  if (desk.badSettings.length === 0) problemsAreSolved(PROBLEMS.badCaseSettings([]));
}

/** What the line is about: an id of ours or a setting. What somebody typed in its place stays out of the trail. */
function subjectOf(key: unknown): string {
  const text = String(key ?? '');
  const isOurs = typeof key === 'number' || isOurNumber(text) || /^(?:P|IMSTL-NOTE)-\d{4,6}$/.test(text);
  return isOurs || SETTING_TITLES.includes(text) ? text : '';
}

/** A line in the trail for each column that was touched: that it was, and never what stood or stands there. */
function noteEdit(desk: CaseDesk, name: CaseRegisterName, edit: EditedCells, who: string): void {
  const table = desk.tables[name] as unknown as Table<Record<string, unknown>>;
  const positions = table.positions as Record<string, number>;
  const isTouched = (field: string) => {
    const position = positions[field] ?? -1;
    return position >= edit.column && position < edit.column + edit.columns;
  };
  const reviewed: readonly string[] =
    name === 'cases' ? [...DECIDED_FIELDS, ...TOLD_FIELDS, 'kind', 'guidelines'] : [];
  const columns = columnsOf(CASE_REGISTERS[name] as AnyRegister).filter(
    ({ field }) => isTouched(field) && !reviewed.includes(field),
  );
  const rows = table.rows.filter(({ index }) => index >= edit.row && index < edit.row + edit.rows);
  for (const { entry } of rows) {
    const subject = subjectOf(entry[table.register.key]);
    for (const { header } of columns)
      desk.audit({ who, what: CASE_AUDIT.changed(header), subject, before: '', after: '' });
  }
}
