// The settings of the Cases spreadsheet: their names, defaults, and which values make sense.

import { readPeople } from '../domain/case-staff.ts';
import type { SettingRow } from '../domain/entries.ts';
import { address, oneOf, readValues, setting, type ValuesOf, wholeBetween, words } from './setting-kinds.ts';
import type { Table } from './table.ts';

export type NamedPerson = { name: string; email: string };

/** Names with addresses, such as `Ana Ruiz <ana@example.org>; Bo Li <bo@example.org>`; none is fine. */
function people(text: string): NamedPerson[] | undefined {
  const { people: found, bad } = readPeople(text);
  return bad.length === 0 ? found : undefined;
}

export const CASE_SETTINGS = {
  handlers: setting('Handlers', '', people),
  safetyContacts: setting('Safety contacts', '', people),
  standIns: setting('Stand-ins', '', people),
  boardContact: setting('Board contact', '', people),
  contactReaders: setting('Who reads the contact address', '', people),
  contactAddress: setting('Contact address', 'contact@imstl.org', address),
  programme: setting('Programme name', 'International Mentoring St. Louis', words),
  acknowledgeWorkingDays: setting('Working days to acknowledge a report', '2', wholeBetween(1, 5)),
  acknowledgeDays: setting('Days to acknowledge a report at the latest', '7', wholeBetween(1, 14)),
  nextStepDays: setting('Days to the next step', '14', wholeBetween(1, 90)),
  answerDays: setting('Days to answer a report', '90', wholeBetween(1, 365)),
  questionWorkingDays: setting('Working days to answer a question', '5', wholeBetween(1, 60)),
  reconsiderDays: setting('Days to ask for a second look', '30', wholeBetween(1, 180)),
  retentionYears: setting('Years that a closed case is kept', '7', wholeBetween(1, 30)),
  mailsPerDay: setting('Mails a day about cases at most', '100', wholeBetween(1, 1_000)),
  answersPerAddress: setting('Automatic answers to one address a day', '3', wholeBetween(1, 20)),
  sending: setting('Mail sending', 'On', oneOf('On', 'Paused')),
} as const;

export type CaseSettingName = keyof typeof CASE_SETTINGS;
export type CaseSettings = ValuesOf<typeof CASE_SETTINGS>;

export const CASE_SETTING_NAMES = Object.keys(CASE_SETTINGS) as CaseSettingName[];

export const readCaseSettings = (table: Table<SettingRow>) => readValues(CASE_SETTINGS, table);
