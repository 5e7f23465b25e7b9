// The settings of the Cases spreadsheet: their names, defaults, and which values make sense.

import { CASE_SETTING_WORDS, type CaseSettingName } from '../content/case-setting-words.ts';
import { readPeople } from '../domain/case-staff.ts';
import type { SettingRow } from '../domain/entries.ts';
import {
  address,
  oneOf,
  readValues,
  type Setting,
  setting,
  type ValuesOf,
  wholeBetween,
  words,
} from './setting-kinds.ts';
import type { Table } from './table.ts';

export type NamedPerson = { name: string; email: string };

/** Names with addresses, such as `Ana Ruiz <ana@example.org>; Bo Li <bo@example.org>`; none is fine. */
function people(text: string): NamedPerson[] | undefined {
  const { people: found, bad } = readPeople(text);
  return bad.length === 0 ? found : undefined;
}

function caseSetting<T>(key: CaseSettingName, read: Setting<T>['read']): Setting<T> {
  const { name, default: byDefault } = CASE_SETTING_WORDS[key];
  return setting(name, byDefault, read);
}

export const CASE_SETTINGS = {
  handlers: caseSetting('handlers', people),
  safetyContacts: caseSetting('safetyContacts', people),
  standIns: caseSetting('standIns', people),
  boardContact: caseSetting('boardContact', people),
  contactReaders: caseSetting('contactReaders', people),
  contactAddress: caseSetting('contactAddress', address),
  programme: caseSetting('programme', words),
  acknowledgeWorkingDays: caseSetting('acknowledgeWorkingDays', wholeBetween(1, 5)),
  acknowledgeDays: caseSetting('acknowledgeDays', wholeBetween(1, 14)),
  nextStepDays: caseSetting('nextStepDays', wholeBetween(1, 90)),
  answerDays: caseSetting('answerDays', wholeBetween(1, 365)),
  questionWorkingDays: caseSetting('questionWorkingDays', wholeBetween(1, 60)),
  reconsiderDays: caseSetting('reconsiderDays', wholeBetween(1, 180)),
  retentionYears: caseSetting('retentionYears', wholeBetween(1, 30)),
  mailsPerDay: caseSetting('mailsPerDay', wholeBetween(1, 1_000)),
  answersPerAddress: caseSetting('answersPerAddress', wholeBetween(1, 20)),
  sending: caseSetting('sending', oneOf('On', 'Paused')),
} as const satisfies Record<CaseSettingName, Setting<unknown>>;

export type CaseSettings = ValuesOf<typeof CASE_SETTINGS>;

export const CASE_SETTING_NAMES = Object.keys(CASE_SETTINGS) as CaseSettingName[];

export const readCaseSettings = (table: Table<SettingRow>) => readValues(CASE_SETTINGS, table);
