// The settings of the organisation: their names, defaults, and which values make sense.

import { isAddress } from '../domain/email-address.ts';
import type { SettingRow } from '../domain/entries.ts';
import type { Row, Table } from './table.ts';

interface Setting<T> {
  name: string;
  /** As it stands in the Default column. */
  default: string;
  /** The value that a text stands for; undefined when the text makes no sense. */
  read: (text: string) => T | undefined;
}

function setting<T>(name: string, byDefault: string, read: Setting<T>['read']): Setting<T> {
  return { name, default: byDefault, read };
}

const wholeBetween = (low: number, high: number) => (text: string) => {
  const number = /^\d{1,9}$/.test(text) ? Number(text) : -1;
  return number >= low && number <= high ? number : undefined;
};

const oneOf =
  <const V extends string>(...values: V[]) =>
  (text: string) =>
    values.find((value) => value.toLowerCase() === text.toLowerCase());

const matching = (test: (text: string) => boolean) => (text: string) => (test(text) ? text : undefined);

/** Whole numbers between commas, such as `30, 14, 7`; none when the text is `none`. */
const wholeList = (low: number, high: number) => (text: string) => {
  if (/^none$/i.test(text)) return [];
  const numbers = text.split(',').map((part) => wholeBetween(low, high)(part.trim()));
  return numbers.every((number) => number !== undefined) ? (numbers as number[]) : undefined;
};

const address = matching(isAddress);
const words = matching((text) => text.length >= 1 && text.length <= 200);
const wordsOrNone = matching((text) => text.length <= 200);
/** The id of a Google Doc, by itself or in its address. */
const documentOrNone = (text: string) =>
  text === ''
    ? ''
    : /^(?:https:\/\/docs\.google\.com\/document\/(?:u\/\d+\/)?d\/)?([\w-]{20,})(?:[/?#].*)?$/.exec(
        text,
      )?.[1];
const linkOrNone = matching((text) => /^(https:\/\/[^\s<>"]{3,500})?$/.test(text));

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
  notices: setting('Notices of acceptances', 'Each', oneOf('Each', 'Daily digest')),
  sending: setting('Mail sending', 'On', oneOf('On', 'Paused')),
  mailsPerDay: setting('Mails a day at most', '1400', wholeBetween(1, 10_000)),
  safetyReserve: setting('Mails a day kept free for safety reports', '100', wholeBetween(0, 1_000)),
  answersPerAddress: setting('Automatic answers to one address a day', '5', wholeBetween(1, 50)),
  linkDays: setting('Days that a personal link works', '60', wholeBetween(1, 400)),
  googleSignIn: setting('Google sign-in', 'No', oneOf('Yes', 'No')),
} as const;

export type SettingName = keyof typeof SETTINGS;
export type Settings = { [K in SettingName]: (typeof SETTINGS)[K] extends Setting<infer T> ? T : never };

export interface BadSetting {
  key: SettingName;
  row: Row<SettingRow>;
}

export const SETTING_NAMES = Object.keys(SETTINGS) as SettingName[];

/** All settings; for a missing row, an empty cell or a value that makes no sense the default holds. */
export function readSettings(table: Table<SettingRow>): { settings: Settings; bad: BadSetting[] } {
  const settings: Partial<Record<SettingName, unknown>> = {};
  const bad: BadSetting[] = [];
  for (const key of SETTING_NAMES) {
    const { name, read, default: byDefault } = SETTINGS[key];
    const row = table.rows.find((candidate) => candidate.entry.setting.trim() === name);
    const text = row?.entry.value.trim() ?? '';
    const value = text === '' ? undefined : read(text);
    if (row && text !== '' && value === undefined) bad.push({ key, row });
    settings[key] = value ?? read(byDefault);
  }
  return { settings: settings as Settings, bad };
}
