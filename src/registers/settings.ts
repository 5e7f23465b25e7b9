// The settings of the Registers spreadsheet: their names, defaults, and which values make sense.

import type { SettingRow } from '../domain/entries.ts';
import {
  address,
  documentOrNone,
  linkOrNone,
  oneOf,
  readValues,
  setting,
  type ValuesOf,
  wholeBetween,
  wholeList,
  words,
  wordsOrNone,
} from './setting-kinds.ts';
import type { Table } from './table.ts';

export const SETTINGS = {
  contactAddress: setting('Contact address', 'contact@imstl.org', address),
  programme: setting('Programme name', 'International Mentoring St. Louis', words),
  termsVersion: setting('Terms of Use: version', '', wordsOrNone),
  termsLink: setting('Terms of Use: link', '', linkOrNone),
  privacyVersion: setting('Privacy Policy: version', '', wordsOrNone),
  privacyLink: setting('Privacy Policy: link', '', linkOrNone),
  renewalMonths: setting('Months until an acceptance is due again', '12', wholeBetween(1, 120)),
  dueSoonDays: setting('Days before the due date that count as due soon', '30', wholeBetween(0, 180)),
  graceDays: setting('Days after the due date until overdue', '14', wholeBetween(0, 180)),
  remindBefore: setting('Reminders: days before the due date', '30, 14, 7, 1, 0', wholeList(0, 180)),
  remindAfter: setting('Reminders: days after the due date', '7, 14', wholeList(1, 180)),
  quietDays: setting('Days between two mails that ask a member', '5', wholeBetween(1, 60)),
  answerDays: setting('Days to answer after a new version', '30', wholeBetween(1, 180)),
  codeDocument: setting('Code of Conduct document', '', documentOrNone),
  waitingDays: setting('Days that a new version waits before it is published', '1', wholeBetween(0, 60)),
  takedownDays: setting('Days to take pictures down', '30', wholeBetween(1, 365)),
  takedownOwner: setting('Who takes pictures down', '', wordsOrNone),
  agreementMonths: setting('Months that a disclosure agreement holds at most', '12', wholeBetween(1, 60)),
  notices: setting('Notices of acceptances', 'Each', oneOf('Each', 'Daily digest')),
  sending: setting('Mail sending', 'On', oneOf('On', 'Paused')),
  mailsPerDay: setting('Mails a day at most', '1400', wholeBetween(1, 10_000)),
  safetyReserve: setting('Mails a day kept free for safety reports', '100', wholeBetween(0, 1_000)),
  answersPerAddress: setting('Automatic answers to one address a day', '5', wholeBetween(1, 50)),
  linkDays: setting('Days that a personal link works', '60', wholeBetween(1, 400)),
  googleSignIn: setting('Google sign-in', 'No', oneOf('Yes', 'No')),
} as const;

export type SettingName = keyof typeof SETTINGS;
export type Settings = ValuesOf<typeof SETTINGS>;

export const SETTING_NAMES = Object.keys(SETTINGS) as SettingName[];

export const readSettings = (table: Table<SettingRow>) => readValues(SETTINGS, table);
