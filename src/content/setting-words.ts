// What each setting means, and which values it takes.

import type { SettingRow } from '../domain/entries.ts';
import { SETTINGS, type SettingName } from '../registers/settings.ts';

const whole = (low: number, high: number) => `Please write a whole number from ${low} to ${high}.`;
const LINK = 'Please write an address that begins with https://, or leave it empty.';
const DAYS = 'Please write whole numbers with commas between, such as 30, 14, 7; or “none”.';
const SHORT = 'Please write at most 200 characters.';

export const SETTING_WORDS: Record<SettingName, { meaning: string; expects: string }> = {
  contactAddress: {
    meaning: 'The address that answers go to, and that gets the notices.',
    expects: 'Please write one email address.',
  },
  programme: { meaning: 'The name of the program, as it stands in mails and forms.', expects: SHORT },
  termsVersion: {
    meaning: 'Date or version of the Terms of Use that belong to the Code now. Kept with every acceptance.',
    expects: SHORT,
  },
  termsLink: { meaning: 'Where the Terms of Use can be read.', expects: LINK },
  privacyVersion: {
    meaning:
      'Date or version of the Privacy Policy that belongs to the Code now. Kept with every acceptance.',
    expects: SHORT,
  },
  privacyLink: { meaning: 'Where the Privacy Policy can be read.', expects: LINK },
  renewalMonths: {
    meaning: 'So many months after an acceptance, a member is asked to read and accept again.',
    expects: whole(1, 120),
  },
  dueSoonDays: {
    meaning: 'So many days before the due date, the standing becomes “Due soon”.',
    expects: whole(0, 180),
  },
  graceDays: {
    meaning: 'So many days after the due date, the standing becomes “Overdue”.',
    expects: whole(0, 180),
  },
  remindBefore: {
    meaning: 'On which days before the due date a member is reminded; 0 is the day itself.',
    expects: DAYS,
  },
  remindAfter: {
    meaning:
      'On which days after the due date she is reminded. After the last one she gets no more mail and stands in Follow-up.',
    expects: DAYS,
  },
  quietDays: {
    meaning:
      'A member gets at most one mail in so many days that asks her for her answer, whatever coincides.',
    expects: whole(1, 60),
  },
  answerDays: {
    meaning: 'So many days after the first mail about a version, a member is to answer.',
    expects: whole(1, 180),
  },
  codeDocument: {
    meaning:
      'The Google Doc in which the Code of Conduct is written. The system looks at it every night. “Set up or repair” makes one when this is empty.',
    expects: 'Please copy the address of the document from the browser.',
  },
  waitingDays: {
    meaning:
      'A new “Last Update” in the document is published by itself after so many days, unless you stop it in Code versions or in “Publish a new version…”.',
    expects: whole(0, 60),
  },
  notices: {
    meaning:
      '“Each”: a notice for every acceptance. “Daily digest”: one mail in the morning. Refusals always come at once.',
    expects: 'Please choose “Each” or “Daily digest”.',
  },
  sending: {
    meaning: '“Paused” holds all mail back; it waits in Mail log and nothing is lost.',
    expects: 'Please choose “On” or “Paused”.',
  },
  mailsPerDay: {
    meaning:
      'How many mails may leave in 24 hours. Google allows 1,500 for a Workspace account, 100 for a free one.',
    expects: whole(1, 10_000),
  },
  safetyReserve: {
    meaning: 'How many of these are kept free, so that a safety report can always be passed on.',
    expects: whole(0, 1_000),
  },
  answersPerAddress: {
    meaning: 'So that nobody can fill up a member’s mailbox by sending the form again and again.',
    expects: whole(1, 50),
  },
  linkDays: {
    meaning: 'So many days after it was made, a personal link stops working.',
    expects: whole(1, 400),
  },
  googleSignIn: {
    meaning:
      '“Yes”: an answer given while signed in to Google counts like one by personal link. The form must then collect verified addresses.',
    expects: 'Please choose “Yes” or “No”.',
  },
};

/** The row of a setting that is not in the tab yet. */
export function newSettingRow(key: SettingName): SettingRow {
  const { name, default: byDefault } = SETTINGS[key];
  return {
    setting: name,
    value: byDefault,
    meaning: SETTING_WORDS[key].meaning,
    default: byDefault,
    problem: '',
  };
}
