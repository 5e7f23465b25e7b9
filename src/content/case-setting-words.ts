// Which values each setting of the Cases spreadsheet takes, said to those who wrote another one.

import type { CaseSettingName } from '../registers/case-settings.ts';

const whole = (low: number, high: number) => `Please write a whole number from ${low} to ${high}.`;
const addresses = () =>
  'Please write names with addresses, such as: Ana Ruiz <ana@example.org>; Bo Li <bo@example.org>.';

export const CASE_SETTING_EXPECTS: Record<CaseSettingName, string> = {
  handlers: addresses(),
  safetyContacts: addresses(),
  standIns: addresses(),
  boardContact: addresses(),
  contactReaders: addresses(),
  contactAddress: 'Please write one email address.',
  programme: 'Please write at most 200 characters.',
  acknowledgeWorkingDays: whole(1, 5),
  acknowledgeDays: whole(1, 14),
  nextStepDays: whole(1, 90),
  answerDays: whole(1, 365),
  questionWorkingDays: whole(1, 60),
  reconsiderDays: whole(1, 180),
  retentionYears: whole(1, 30),
  mailsPerDay: whole(1, 1000),
  answersPerAddress: whole(1, 20),
  sending: 'Please choose “On” or “Paused”.',
};
