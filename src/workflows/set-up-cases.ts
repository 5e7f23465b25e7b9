// The part of Set up that concerns cases: their own spreadsheet, which nobody else can open, and the form for reports.

import { CASE_DASHBOARD } from '../content/case-dashboard.ts';
import { CASE_TABS, CASES_TITLE } from '../content/case-tab-words.ts';
import { CASE_AUDIT } from '../content/case-words.ts';
import { SET_UP_DONE } from '../content/done-words.ts';
import type { FormBlueprint } from '../content/form.ts';
import { PROBLEMS } from '../content/problems.ts';
import { reportForm } from '../content/report-form.ts';
import { ZONE } from '../domain/calendar.ts';
import { describeSpreadsheet } from '../google/describe-spreadsheet.ts';
import { createSpreadsheet } from '../google/drive.ts';
import { publishForm, shapeForm } from '../google/form-builder.ts';
import { writeProperties, writeProperty } from '../google/properties.ts';
import { personAtKeyboard } from '../google/session.ts';
import { commit } from '../google/sheets.ts';
import { readTexts } from '../google/texts.ts';
import { CASE_REGISTERS } from '../registers/case-registers.ts';
import { CASE_SETTING_NAMES, CASE_SETTINGS } from '../registers/case-settings.ts';
import { addSettings } from '../registers/setting-kinds.ts';
import { planTabs } from '../registers/tab-requests.ts';
import { type CaseDesk, openCaseDesk } from './case-desk.ts';
import { carryOutSharing } from './case-sharing.ts';
import { PROPERTY, parsed, readConfig } from './config.ts';
import { setUpDashboard } from './set-up-dashboard.ts';
import { formAt } from './set-up-forms.ts';
import { StaffError } from './staff-error.ts';

/** Makes or repairs the Cases spreadsheet and its form. The values are the script properties as they are. */
export function setUpCases(values: Record<string, string>, done: string[]): void {
  setUpSpreadsheet(values, done);
  const desk = openCaseDesk(readConfig());
  fillSettings(desk, done);
  desk.offerHandlers();
  if (desk.settings.handlers.length === 0) desk.tell(PROBLEMS.noHandlers);
  carryOutSharing(desk);
  desk.audit({ who: personAtKeyboard(), what: CASE_AUDIT.setUp, subject: '', before: '', after: '' });
  desk.commit();
  setUpForm(desk, values, done);
}

/** The spreadsheet with its tabs; its id is written down as soon as it exists. One that is lost is never replaced. */
function setUpSpreadsheet(values: Record<string, string>, done: string[]): void {
  const known = values[PROPERTY.cases];
  const id = known ?? createSpreadsheet(CASES_TITLE);
  if (!known) {
    writeProperty(PROPERTY.cases, id);
    done.push(SET_UP_DONE.casesMade);
  }
  const { tabs, timeZone } = describe(id);
  const remembered = (parsed(values[PROPERTY.caseTabs]) ?? {}) as Record<string, number>;
  // Under this name the report by number was once set up.
  const former = remembered[CASE_DASHBOARD.tab];
  if (former !== undefined) remembered[CASE_TABS.figures] ??= former;
  const plan = planTabs(
    { registers: CASE_REGISTERS, notes: readTexts().caseHeaderNotes, looks: readTexts().caseLooks },
    tabs,
    remembered,
  );
  const properties = { timeZone: ZONE };
  if (timeZone !== ZONE)
    plan.requests.push({ updateSpreadsheetProperties: { properties, fields: 'timeZone' } });
  // The empty tab with which Google begins.
  const isNew = values[PROPERTY.caseTabs] === undefined;
  const ours = Object.values(plan.sheetIds);
  const first = tabs.find(({ sheetId, header }) => header.length === 0 && !ours.includes(sheetId));
  if (isNew && first) plan.requests.push({ deleteSheet: { sheetId: first.sheetId } });
  commit(id, plan.requests);
  writeProperty(PROPERTY.caseTabs, JSON.stringify(plan.sheetIds));
  setUpDashboard(id, CASE_DASHBOARD, CASE_REGISTERS, isNew ? [] : done);
  if (!isNew && plan.added.length > 0) done.push(SET_UP_DONE.tabsAdded(plan.added));
  if (plan.renamed.length > 0) done.push(SET_UP_DONE.tabsRenamed(plan.renamed));
  if (!isNew && plan.headersBack.length > 0) done.push(SET_UP_DONE.headersBack(plan.headersBack));
}

function describe(id: string) {
  try {
    return describeSpreadsheet(id);
  } catch {
    throw new StaffError(PROBLEMS.casesLost);
  }
}

/** Adds the settings that are missing, and brings their words up to date. */
function fillSettings(desk: CaseDesk, done: string[]): void {
  const added = addSettings(desk.tables.settings, CASE_SETTINGS, readTexts().caseSettingMeanings);
  if (added > 0 && added < CASE_SETTING_NAMES.length) done.push(SET_UP_DONE.settingsAdded(added));
}

/** What the form for reports should be. */
export function reportBlueprint({ settings }: CaseDesk): FormBlueprint {
  const { programme, contactAddress, acknowledgeWorkingDays: acknowledgeDays } = settings;
  return reportForm(readTexts().reportForm, { programme, contactAddress, acknowledgeDays });
}

/** Makes the form or brings it up to date, remembers where its answers are, and opens it to everybody. */
function setUpForm(desk: CaseDesk, values: Record<string, string>, done: string[]): void {
  const blueprint = reportBlueprint(desk);
  const place = { id: PROPERTY.reportForm, items: PROPERTY.reportItems };
  const { form, known, isNew } = formAt(place, blueprint, values);
  const keep = (ids: Record<string, string>) => writeProperty(PROPERTY.reportItems, JSON.stringify(ids));
  const { ids, changed } = shapeForm(form, blueprint, known, keep);
  const isOpen = publishForm(form);
  writeProperties({
    [PROPERTY.reportItems]: JSON.stringify(ids),
    [PROPERTY.reportUrl]: form.getPublishedUrl(),
  });
  if (isNew) done.push(SET_UP_DONE.reportFormMade);
  else if (changed) done.push(SET_UP_DONE.reportFormRenewed);
  if (!isOpen) desk.tell(PROBLEMS.reportFormNotOpen);
  desk.commit();
}
