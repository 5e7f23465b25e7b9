// The settings of the Cases spreadsheet: their names, their defaults, and which values they take.

interface CaseSettingWords {
  name: string;
  /** As it stands in the Default column. */
  default: string;
  expects: string;
}

const whole = (low: number, high: number) => `Please write a whole number from ${low} to ${high}.`;
const ADDRESSES =
  'Please write names with addresses, such as: Ana Ruiz <ana@example.org>; Bo Li <bo@example.org>.';

export const CASE_SETTING_WORDS = {
  handlers: {
    name: 'Handlers',
    default: '',
    expects: ADDRESSES,
  },
  safetyContacts: {
    name: 'Safety contacts',
    default: '',
    expects: ADDRESSES,
  },
  standIns: {
    name: 'Stand-ins',
    default: '',
    expects: ADDRESSES,
  },
  boardContact: {
    name: 'Board contact',
    default: '',
    expects: ADDRESSES,
  },
  contactReaders: {
    name: 'Who reads the contact address',
    default: '',
    expects: ADDRESSES,
  },
  contactAddress: {
    name: 'Contact address',
    default: 'contact@imstl.org',
    expects: 'Please write one email address.',
  },
  programme: {
    name: 'Programme name',
    default: 'International Mentoring St. Louis',
    expects: 'Please write at most 200 characters.',
  },
  acknowledgeWorkingDays: {
    name: 'Working days to acknowledge a report',
    default: '2',
    expects: whole(1, 5),
  },
  acknowledgeDays: {
    name: 'Days to acknowledge a report at the latest',
    default: '7',
    expects: whole(1, 14),
  },
  nextStepDays: {
    name: 'Days to the next step',
    default: '14',
    expects: whole(1, 90),
  },
  answerDays: {
    name: 'Days to answer a report',
    default: '90',
    expects: whole(1, 365),
  },
  questionWorkingDays: {
    name: 'Working days to answer a question',
    default: '5',
    expects: whole(1, 60),
  },
  reconsiderDays: {
    name: 'Days to ask for a second look',
    default: '30',
    expects: whole(1, 180),
  },
  retentionYears: {
    name: 'Years that a closed case is kept',
    default: '7',
    expects: whole(1, 30),
  },
  mailsPerDay: {
    name: 'Mails a day about cases at most',
    default: '100',
    expects: whole(1, 1000),
  },
  answersPerAddress: {
    name: 'Automatic answers to one address a day',
    default: '3',
    expects: whole(1, 20),
  },
  sending: {
    name: 'Mail sending',
    default: 'On',
    expects: 'Please choose “On” or “Paused”.',
  },
} as const satisfies Record<string, CaseSettingWords>;

export type CaseSettingName = keyof typeof CASE_SETTING_WORDS;
