// The settings of the Cases spreadsheet: their names, what they mean, and which values they take.

interface CaseSettingWords {
  name: string;
  /** As it stands in the Default column. */
  default: string;
  meaning: string;
  expects: string;
}

const whole = (low: number, high: number) => `Please write a whole number from ${low} to ${high}.`;
const ADDRESSES = 'Please write email addresses with commas between.';

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
    meaning: 'Who stands in for whom when a handler is named in a report. One pair on each line.',
    expects: 'Please write pairs such as: anna@example.org: bea@example.org; one on each line.',
  },
  boardContact: {
    name: 'Board contact',
    default: '',
    meaning: 'Who is asked when every handler is named in a report, or is too close to it.',
    expects: 'Please write one email address, or leave it empty.',
  },
  contactReaders: {
    name: 'Who reads the contact address',
    default: '',
    meaning:
      'The names and addresses of everybody who reads the mailbox of the contact address. When one of them is named in a report, no notice of it goes there.',
    expects: 'Please write names or email addresses with commas between.',
  },
  acknowledgeDays: {
    name: 'Working days to acknowledge a report',
    default: '2',
    meaning:
      'So many working days after a report came in, a handler has read it. The form tells this to members.',
    expects: whole(1, 5),
  },
  acknowledgeLimit: {
    name: 'Days to acknowledge a report at the latest',
    default: '7',
    meaning: 'Never later than so many days, holidays and weekends included.',
    expects: whole(1, 14),
  },
  answerDays: {
    name: 'Days to answer a report',
    default: '90',
    meaning: 'So many days after a report came in, the person who wrote has an answer.',
    expects: whole(1, 365),
  },
  questionDays: {
    name: 'Days to answer a question',
    default: '7',
    meaning: 'So many days after a question came in, it is answered.',
    expects: whole(1, 90),
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
} as const satisfies Record<string, CaseSettingWords>;

export type CaseSettingName = keyof typeof CASE_SETTING_WORDS;
