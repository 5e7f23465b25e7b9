// Set up or repair: puts in place what is missing, touches no data, and can be run at any time.

import { companionsSet } from '../content/companions.ts';
import { DASHBOARD } from '../content/dashboard.ts';
import { SET_UP_DONE } from '../content/done-words.ts';
import { MENU } from '../content/menu.ts';
import { PROBLEMS } from '../content/problems.ts';
import { SETTING_EXPECTS } from '../content/setting-words.ts';
import { AUDIT } from '../content/tab-words.ts';
import { ZONE } from '../domain/calendar.ts';
import { object, optional, type ShapeOf, text } from '../domain/shape.ts';
import { describeSpreadsheet } from '../google/describe-spreadsheet.ts';
import { boundSpreadsheetId } from '../google/dialogs.ts';
import { readProperties, writeProperties } from '../google/properties.ts';
import { accountRunning, personAtKeyboard, randomText } from '../google/session.ts';
import { commit } from '../google/sheets.ts';
import { readTexts } from '../google/texts.ts';
import { ensureTriggers } from '../google/triggers.ts';
import { REGISTERS } from '../registers/registers.ts';
import { addSettings } from '../registers/setting-kinds.ts';
import { SETTINGS } from '../registers/settings.ts';
import { FILES_IN_STATE } from '../registers/shared-registers.ts';
import { remember, SET_UP_ROW } from '../registers/state.ts';
import { planTabs } from '../registers/tab-requests.ts';
import { checkSettings, checkVersions } from './checks.ts';
import { type Config, PROPERTY, parsed, readConfig } from './config.ts';
import { type Desk, openDesk } from './desk.ts';
import { fromDialog } from './desk-action.ts';
import { updateFollowUps } from './follow-ups.ts';
import { inConfidence } from './guard.ts';
import { makeLabels } from './mail-labels.ts';
import { refreshPhotoList } from './photo-list.ts';
import { checkRoster, updateStandings, welcomeNewMembers } from './roster.ts';
import { setUpCases } from './set-up-cases.ts';
import { setUpDashboard } from './set-up-dashboard.ts';
import { recordShippedVersion, setUpDocument, setUpForms } from './set-up-forms.ts';
import { setUpPhotoList } from './set-up-photo-list.ts';
import { Refusal, StaffError } from './staff-error.ts';
import { inCasesTurn, inTurn, WAIT } from './turn.ts';
import { type TriggerHandlers, triggersOf } from './wanted-triggers.ts';

const COMPANIONS = ['termsVersion', 'termsLink', 'privacyVersion', 'privacyLink'] as const;
const wishes = object({
  termsVersion: optional(text()),
  termsLink: optional(text()),
  privacyVersion: optional(text()),
  privacyLink: optional(text()),
});

/** What the dialog needs: the companions as they are set now, and under which account this would run. */
export function readForSetUp() {
  const values = readProperties();
  const account = accountRunning();
  const isSetUp = values[PROPERTY.owner] !== undefined;
  const { settingMeanings } = readTexts();
  const fields = COMPANIONS.map((key) => ({
    key,
    label: SETTINGS[key].name,
    meaning: settingMeanings[key],
  }));
  const known: Record<string, string> = {};
  try {
    const { settings } = openDesk(readConfig());
    for (const key of COMPANIONS) known[key] = settings[key];
  } catch {
    // Nothing to show yet, or damaged: that is what this dialog is for.
  }
  return { account, owner: values[PROPERTY.owner] ?? account, isSetUp, menu: MENU.title, fields, known };
}

/** Does it all and answers what was done, line by line. Throws StaffError under an account that does not own the triggers. */
export function setUp(json: string, handlers: TriggerHandlers): string[] {
  const wanted = fromDialog(wishes, json);
  const work = () => setUpAll(wanted, handlers);
  return inCasesTurn(WAIT.dialog, () => inTurn(WAIT.dialog, work));
}

function setUpAll(wanted: ShapeOf<typeof wishes>, handlers: TriggerHandlers): string[] {
  const values = readProperties();
  const account = accountRunning();
  const owner = values[PROPERTY.owner] ?? account;
  if (owner !== account) throw new StaffError(PROBLEMS.otherOwner(owner, account));
  const done: string[] = [];
  const registersId = setUpTabs(values, account, done);
  const desk = openDesk(temporaryConfig(registersId, owner));
  fillSettings(desk, wanted, done);
  recordShippedVersion(desk, done);
  desk.commit();
  setUpDocument(desk, done);
  desk.commit();
  setUpForms(openDesk(desk.config), readProperties(), done);
  inConfidence(() => setUpCases(readProperties(), done));
  setUpPhotoList(readProperties(), done);
  setUpDashboard(registersId, DASHBOARD, REGISTERS, done);
  const labels = makeLabels();
  if (labels.length > 0) done.push(SET_UP_DONE.labelsMade(labels));
  const config = readConfig();
  const made = ensureTriggers(triggersOf(config, handlers));
  if (made > 0) done.push(SET_UP_DONE.triggersMade(made));
  finish(openDesk(config, 'everything'), done);
  return done.length > 0 ? done : [SET_UP_DONE.nothing];
}

/** Tabs, headings, formats, guards; and the properties that point to them. */
function setUpTabs(values: Record<string, string>, account: string, done: string[]): string {
  const registersId = boundSpreadsheetId();
  const { tabs, timeZone } = describeSpreadsheet(registersId);
  const remembered = (parsed(values[PROPERTY.tabs]) ?? {}) as Record<string, number>;
  const { headerNotes: notes, looks } = readTexts();
  const plan = planTabs({ registers: REGISTERS, notes, looks }, tabs, remembered);
  if (timeZone !== ZONE) {
    plan.requests.push({
      updateSpreadsheetProperties: { properties: { timeZone: ZONE }, fields: 'timeZone' },
    });
  }
  commit(registersId, plan.requests);
  writeProperties({
    [PROPERTY.registers]: registersId,
    [PROPERTY.tabs]: JSON.stringify(plan.sheetIds),
    [PROPERTY.owner]: account,
    [PROPERTY.secret]: values[PROPERTY.secret] ?? randomText() + randomText(),
  });
  if (plan.added.length > 0) done.push(SET_UP_DONE.tabsAdded(plan.added));
  if (plan.renamed.length > 0) done.push(SET_UP_DONE.tabsRenamed(plan.renamed));
  if (plan.headersBack.length > 0) done.push(SET_UP_DONE.headersBack(plan.headersBack));
  return registersId;
}

/** Enough to open the registers before there is a form. */
function temporaryConfig(registersId: string, owner: string) {
  const values = readProperties();
  const tabs = (parsed(values[PROPERTY.tabs]) ?? {}) as Record<string, number>;
  return {
    registersId,
    tabs,
    owner,
    forms: { acceptance: { id: '', items: {}, link: { url: '', entries: {} } } },
    secret: values[PROPERTY.secret] ?? '',
    startedMs: Date.now(),
  };
}

/** Adds the settings that are missing, brings words up to date, and takes over what the dialog asked for. */
function fillSettings(desk: Desk, wanted: ShapeOf<typeof wishes>, done: string[]): void {
  const { settings } = desk.tables;
  const added = addSettings(settings, SETTINGS, readTexts().settingMeanings);
  for (const key of COMPANIONS) {
    const row = settings.find(SETTINGS[key].name);
    const value = wanted[key]?.trim();
    if (!row || value === undefined || value === row.entry.value) continue;
    if (SETTINGS[key].read(value) === undefined) throw new Refusal(SETTING_EXPECTS[key]);
    desk.audit({
      who: personAtKeyboard(),
      what: AUDIT.edited(SETTINGS[key].name),
      subject: SETTINGS[key].name,
      before: row.entry.value,
      after: value,
    });
    settings.update(row, { value });
  }
  if (added > 0) done.push(SET_UP_DONE.settingsAdded(added));
}

/** The roster, the audit line, and what staff still have to do. */
function finish(desk: Desk, done: string[]): void {
  welcomeNewMembers(desk);
  updateStandings(desk);
  checkRoster(desk);
  checkSettings(desk);
  checkVersions(desk);
  updateFollowUps(desk);
  if (companionsSet(desk.settings)) desk.solve({ what: PROBLEMS.companionsMissing.what });
  else desk.problem(PROBLEMS.companionsMissing, 'settings');
  desk.solve({ what: PROBLEMS.casesLost.what });
  remember(desk.tables.state, SET_UP_ROW, desk.now);
  remember(desk.tables.state, FILES_IN_STATE, filesOf(desk.config).join(' '));
  const after = done.join(' ') || SET_UP_DONE.nothing;
  desk.audit({ who: personAtKeyboard(), what: AUDIT.setUp, subject: '', before: '', after });
  desk.commit();
  refreshPhotoList(desk, 'now');
}

/** The files that belong to the Registers, by their ids. The document is named in Settings. */
function filesOf({ forms, cases, photoList }: Config): string[] {
  const ids = [...Object.values(forms).map((form) => form?.id), cases?.id, cases?.formId, photoList];
  return ids.filter((id): id is string => Boolean(id));
}
