// The settings of the Cases spreadsheet: their names, what they mean, and which values they take.

import type { SettingRow } from '../domain/entries.ts';

interface CaseSettingWords {
  name: string;
  /** As it stands in the Default column. */
  default: string;
  meaning: string;
  expects: string;
}

const whole = (low: number, high: number) => `Please write a whole number from ${low} to ${high}.`;
const ADDRESSES =
  'Please write names with addresses, such as: Ana Ruiz <ana@example.org>; Bo Li <bo@example.org>.';

export const CASE_SETTING_WORDS = {
  handlers: {
    name: 'Handlers',
    default: '',
    meaning:
      'Who handles cases. The Cases spreadsheet should be shared with exactly these. The first who is not in conflict gets a new case.',
    expects: ADDRESSES,
  },
  safetyContacts: {
    name: 'Safety contacts',
    default: '',
    meaning:
      'Who is written to at once when a report is urgent. Choose at least two who read their email often. They should be handlers, so that they can open the case.',
    expects: ADDRESSES,
  },
  standIns: {
    name: 'Stand-ins',
    default: '',
    meaning:
      'Who steps in when a handler, a safety contact or a reader of the contact address is named in a report, and who is told what is overdue.',
    expects: ADDRESSES,
  },
  boardContact: {
    name: 'Board contact',
    default: '',
    meaning: 'Who is asked when every handler and every stand-in is named in a report.',
    expects: ADDRESSES,
  },
  contactReaders: {
    name: 'Who reads the contact address',
    default: '',
    meaning:
      'Everybody who reads the mailbox of the contact address, with their own addresses. When one of them is named in a report, no notice of it goes there.',
    expects: ADDRESSES,
  },
  contactAddress: {
    name: 'Contact address',
    default: 'contact@imstl.org',
    meaning: 'Where notices of new reports go, by number only, and where answers to our emails arrive.',
    expects: 'Please write one email address.',
  },
  programme: {
    name: 'Programme name',
    default: 'International Mentoring St. Louis',
    meaning: 'The name of the program, as it stands in mails and in the form.',
    expects: 'Please write at most 200 characters.',
  },
  acknowledgeWorkingDays: {
    name: 'Working days to acknowledge a report',
    default: '2',
    meaning:
      'So many working days after a report came in, a handler has read it. The form tells this to members.',
    expects: whole(1, 5),
  },
  acknowledgeDays: {
    name: 'Days to acknowledge a report at the latest',
    default: '7',
    meaning: 'Never later than so many days, holidays and weekends included.',
    expects: whole(1, 14),
  },
  nextStepDays: {
    name: 'Days to the next step',
    default: '14',
    meaning: 'So many days after something was done in a case, the next step is due.',
    expects: whole(1, 90),
  },
  answerDays: {
    name: 'Days to answer a report',
    default: '90',
    meaning: 'So many days after a report came in, the person who wrote has an answer.',
    expects: whole(1, 365),
  },
  questionWorkingDays: {
    name: 'Working days to answer a question',
    default: '5',
    meaning: 'So many working days after a question came in, it is answered.',
    expects: whole(1, 60),
  },
  reconsiderDays: {
    name: 'Days to ask for a second look',
    default: '30',
    meaning: 'So many days after an outcome, both sides may ask that it is looked at once more.',
    expects: whole(1, 180),
  },
  retentionYears: {
    name: 'Years that a closed case is kept',
    default: '7',
    meaning:
      'So many years after it was closed, a case may be erased. Nothing is erased until a handler ticks “Erase”.',
    expects: whole(1, 30),
  },
  mailsPerDay: {
    name: 'Mails a day about cases at most',
    default: '100',
    meaning:
      'As many as the setting “Mails a day kept free for safety reports” of the Registers spreadsheet, so that mails about cases never wait for others.',
    expects: whole(1, 1000),
  },
  answersPerAddress: {
    name: 'Automatic answers to one address a day',
    default: '3',
    meaning: 'So that nobody can use the form to fill the mailbox of somebody else.',
    expects: whole(1, 20),
  },
  sending: {
    name: 'Mail sending',
    default: 'On',
    meaning: '“Paused” holds back all mails about cases, but for urgent ones to the safety contacts.',
    expects: 'Please choose “On” or “Paused”.',
  },
} as const satisfies Record<string, CaseSettingWords>;

export type CaseSettingName = keyof typeof CASE_SETTING_WORDS;

/** The row of a setting that is not in the tab yet. */
export function newCaseSettingRow(key: CaseSettingName): SettingRow {
  const { name, default: byDefault, meaning } = CASE_SETTING_WORDS[key];
  return { setting: name, value: byDefault, meaning, default: byDefault, problem: '' };
}
