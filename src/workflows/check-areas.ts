// Looks at each part of the set-up and says what it found; what may fail is said to be not known, and stops nothing else.

import { PERMISSIONS, REPORT_FORM_NAME, WORK_NAMES } from '../content/check-words.ts';
import type { FormBlueprint } from '../content/form.ts';
import { EMPTY_TRAIL } from '../domain/audit.ts';
import type { Finding } from '../domain/check-findings.ts';
import { checkCompanions, checkForm, type FormFacts } from '../domain/check-forms.ts';
import { checkMail } from '../domain/check-mail.ts';
import { checkRecord, type RecordFacts } from '../domain/check-record.ts';
import { checkCases, checkRegistersSharing, checkSheet } from '../domain/check-sheets.ts';
import { checkPermissions, checkWork, type WantedWork } from '../domain/check-work.ts';
import { hashCode } from '../domain/code-text.ts';
import type { Purpose } from '../domain/reference.ts';
import { versionsThatCount } from '../domain/standing.ts';
import { missingScopes, zoneOfScript } from '../google/account.ts';
import { describeSpreadsheet } from '../google/describe-spreadsheet.ts';
import { editorsOfSpreadsheet } from '../google/dialogs.ts';
import { readDocument } from '../google/docs.ts';
import { permissionsOf, respondersOf } from '../google/drive.ts';
import { changedQuestions } from '../google/form-check.ts';
import { openOrNull } from '../google/form-responses.ts';
import { mailsLeft, sendAsAddresses } from '../google/gmail.ts';
import { accountRunning } from '../google/session.ts';
import { columnsWithoutList, outlineOf } from '../google/sheet-check.ts';
import { readTexts } from '../google/texts.ts';
import { triggersOfAccount } from '../google/triggers.ts';
import { CASE_REGISTERS } from '../registers/case-registers.ts';
import { REGISTERS } from '../registers/registers.ts';
import { readSettings, SETTINGS } from '../registers/settings.ts';
import { ranRow, recall, recallTrail, SET_UP_ROW } from '../registers/state.ts';
import { planTabs, tabsWithoutGuard } from '../registers/tab-requests.ts';
import { readTables } from './book.ts';
import { openCaseDesk } from './case-desk.ts';
import { type Config, FORM_PROPERTY } from './config.ts';
import type { Desk } from './desk.ts';
import { reportBlueprint } from './set-up-cases.ts';
import { blueprintFor, blueprintOf } from './set-up-forms.ts';
import { HOURS, TRIGGERS, triggersOf, WORK_OF } from './wanted-triggers.ts';

/** The value, or undefined when Google does not give it to this account. */
export function tried<T>(look: () => T): T | undefined {
  try {
    return look();
  } catch {
    return undefined;
  }
}

/** Triggers and the work that they start. */
export function lookAtWork(desk: Desk): Finding[] {
  const { config, now, tables } = desk;
  const { cases } = config;
  const caseState = cases && tried(() => readTables({ state: CASE_REGISTERS.state }, cases).state);
  const { forms, edits, everyTenMinutes, daily } = triggersOf(config, TRIGGERS);
  const sources = [
    ...forms.map(({ handler, formId }) => ({ handler, source: formId })),
    ...edits.map(({ handler, spreadsheetId }) => ({ handler, source: spreadsheetId })),
    ...[{ handler: everyTenMinutes }, ...daily].map(({ handler }) => ({ handler, source: null })),
  ];
  const wanted = sources.map(({ handler, source }): WantedWork => {
    const work = WORK_OF[handler] ?? 'ten minutes';
    const isOfCases = /case|report/.test(work);
    const state = isOfCases ? caseState : tables.state;
    // What the state of Cases says cannot be seen by everybody.
    const hours = state ? HOURS[work] : undefined;
    return {
      name: WORK_NAMES[work],
      handler,
      source,
      ran: state ? recall(state, ranRow(work)) : '',
      within: hours?.within ?? null,
      late: hours?.late ?? null,
    };
  });
  return checkWork({
    account: accountRunning(),
    owner: config.owner,
    wanted,
    triggers: triggersOfAccount(),
    setUp: recall(tables.state, SET_UP_ROW),
    now,
  });
}

export function lookAtPermissions(): Finding[] {
  const found = tried(missingScopes);
  const named = (scope: string) => PERMISSIONS[scope.slice(scope.lastIndexOf('/') + 1)] ?? scope;
  return checkPermissions(found?.missing.map(named), found?.link ?? '');
}

/** Tabs, headings, lists, settings, clocks and room of the Registers; without the settings when they cannot be read. */
export function lookAtSheet(config: Config, settings?: Desk['tables']['settings']): Finding[] {
  const { registersId, tabs: remembered, cases } = config;
  const { tabs, timeZone, cells } = describeSpreadsheet(registersId);
  const plan = planTabs({ registers: REGISTERS, notes: readTexts().headerNotes }, tabs, remembered);
  const present = Object.values(REGISTERS).filter(({ tab }) => tabs.some(({ title }) => title === tab));
  const headers = Object.fromEntries(
    tabs.map(({ title, header }) => [title, header.map(({ text }) => text)]),
  );
  const bad = settings ? readSettings(settings).rows.filter(({ isBad }) => isBad) : [];
  const zones = [timeZone, zoneOfScript(), (cases && tried(() => outlineOf(cases.id).zone)) ?? ''];
  return checkSheet({
    missingTabs: [...plan.added, ...plan.renamed],
    missingHeadings: plan.headersBack,
    unguarded: tabsWithoutGuard(plan, tabs),
    withoutList: tried(() => columnsWithoutList(registersId, present, headers)) ?? [],
    badSettings: bad.map(({ key }) => SETTINGS[key].name),
    zones: zones.filter((zone) => zone !== ''),
    cells,
  });
}

/** The clocks and the room alone. */
export function lookAtClocksAndRoom(desk: Desk): Finding[] {
  const { zone, cells } = outlineOf(desk.config.registersId);
  const fine = { missingTabs: [], missingHeadings: [], unguarded: [], withoutList: [], badSettings: [] };
  return checkSheet({ ...fine, zones: [zone, zoneOfScript()], cells });
}

export const lookAtSharing = ({ config }: Desk): Finding[] =>
  checkRegistersSharing({
    permissions: tried(() => permissionsOf(config.registersId)),
    editors: tried(editorsOfSpreadsheet) ?? [],
  });

/** Lines at the end of the audit trail that are looked at; verifying all of them is another command. */
const LAST_LINES = 100;

export function lookAtRecord(desk: Desk, document?: RecordFacts['document']): Finding[] {
  const { codeVersions } = desk.tables;
  const counting = versionsThatCount(codeVersions.entries);
  const recorded = codeVersions.entries.filter(({ version }) => counting.includes(version));
  const { head, lastLines } = endOfTrail(desk);
  return checkRecord({
    changedTexts: recorded
      .filter(({ textHash }) => desk.textWithHash(textHash) === null)
      .map(({ version }) => version),
    active: codeVersions.entries.filter(({ status }) => status === 'Active').map(({ version }) => version),
    document,
    head,
    lastLines,
  });
}

/**
 * Both as they stand in the spreadsheet now: what this run has changed may not be written yet. One call; and one more
 * when staff have sorted the tab, which harms nothing.
 */
function endOfTrail({ config, tables }: Desk): Pick<RecordFacts, 'head' | 'lastLines'> {
  const { auditTrail, state } = REGISTERS;
  const last = recallTrail(tables.state)?.line ?? 0;
  const first = Math.max(1, last - LAST_LINES + 1);
  const place = { id: config.registersId, tabs: config.tabs };
  const read = (from: number) =>
    readTables({ auditTrail, state }, place, (name) => (name === 'auditTrail' ? { from } : {}));
  const numberOf = ({ line }: { line: number | null }) => line ?? 0;
  let found = read(first);
  let lines = found.auditTrail.entries;
  if (lines.some((line, at) => at > 0 && numberOf(line) < numberOf(lines[at - 1] ?? line))) {
    found = read(1);
    lines = found.auditTrail.entries.sort((a, b) => numberOf(a) - numberOf(b)).slice(-LAST_LINES);
  }
  return { head: recallTrail(found.state) ?? EMPTY_TRAIL, lastLines: lines };
}

/** How the document of the Code compares with the version in force. */
export function documentOf(desk: Desk): NonNullable<RecordFacts['document']> {
  const text = tried(() => readDocument(desk.settings.codeDocument));
  if (text === undefined) return 'not read';
  return hashCode(text) === desk.activeVersion?.textHash ? 'same' : 'differs';
}

const PURPOSES = Object.keys(FORM_PROPERTY) as Purpose[];

/** All four forms, and the two companions of the Code. The one for reports needs Cases to know its words. */
export function lookAtForms(desk: Desk, withReports = false): Finding[] {
  const { forms, cases } = desk.config;
  const { settings } = desk;
  const missing = (['termsVersion', 'termsLink', 'privacyVersion', 'privacyLink'] as const).filter(
    (key) => settings[key] === '',
  );
  const ours = PURPOSES.map((purpose) => {
    const place = forms[purpose];
    const name = blueprintOfForm(desk, purpose)?.fileName ?? purpose;
    const mayWait = purpose === 'acceptance' && missing.length > 0;
    return formFacts(desk, place?.id ?? '', name, mayWait, place?.items ?? {}, () =>
      blueprintOfForm(desk, purpose),
    );
  });
  const caseDesk = () => openCaseDesk(desk.config);
  const ofReports = formFacts(desk, cases?.formId ?? '', REPORT_FORM_NAME, false, cases?.items ?? {}, () =>
    withReports ? tried(() => reportBlueprint(caseDesk())) : undefined,
  );
  const names = missing.map((key) => SETTINGS[key].name);
  return [...checkCompanions({ missing: names }), ...[...ours, ofReports].flatMap(checkForm)];
}

/** What a form should be; undefined when there is no text of the Code to put into it. */
function blueprintOfForm(desk: Desk, purpose: Purpose): FormBlueprint | undefined {
  if (purpose !== 'acceptance') return blueprintFor(desk, purpose);
  const text = desk.activeVersion && desk.textWithHash(desk.activeVersion.textHash);
  return text ? blueprintOf(desk, text) : undefined;
}

function formFacts(
  desk: Desk,
  id: string,
  name: string,
  mayWait: boolean,
  items: Record<string, string>,
  blueprint: () => FormBlueprint | undefined,
): FormFacts {
  const form = id === '' ? null : openOrNull(id);
  const isOwner = accountRunning() === desk.config.owner;
  const found = id === '' ? 'none' : form ? 'there' : isOwner ? 'lost' : 'closed to us';
  const wanted = form ? blueprint() : undefined;
  const changed = form && wanted ? changedQuestions(form, wanted, items) : [];
  const more = changed.length > 5 ? ['…'] : [];
  return {
    name,
    found,
    isPublished: form?.isPublished() ?? false,
    takesAnswers: form?.isAcceptingResponses() ?? false,
    mayWait,
    audience: form ? tried(() => respondersOf(id)) : undefined,
    changed: [...changed.slice(0, 5).map((title) => `“${title}”`), ...more],
  };
}

export function lookAtMail(desk: Desk): Finding[] {
  const account = accountRunning();
  const { owner } = desk.config;
  const { contactAddress: contact, mailsPerDay: perDay, sending } = desk.settings;
  const isOwner = account === owner;
  return checkMail({
    account,
    owner,
    contact,
    sendsAs: isOwner ? tried(sendAsAddresses) : undefined,
    left: isOwner ? tried(mailsLeft) : undefined,
    perDay,
    paused: sending === 'Paused',
    log: desk.tables.mailLog.entries,
    now: desk.now,
  });
}

export function lookAtCases({ config }: Desk): Finding[] {
  const { owner } = config;
  const nothing = { badSettings: [], handlers: 0, permissions: [], readers: [], owner };
  if (!config.cases) return checkCases({ ...nothing, found: 'none' });
  const desk = tried(() => openCaseDesk(config));
  const permissions = desk && tried(() => permissionsOf(desk.where.id));
  if (!desk || !permissions) return checkCases({ ...nothing, found: 'closed' });
  const { badSettings, readers, settings } = desk;
  return checkCases({
    found: 'open',
    badSettings,
    handlers: settings.handlers.length,
    permissions,
    readers,
    owner,
  });
}
