// Which values each setting takes, said to those who wrote another one.

import type { SettingName } from '../registers/settings.ts';

const whole = (low: number, high: number) => `Please write a whole number from ${low} to ${high}.`;
const link = () => 'Please write an address that begins with https://, or leave it empty.';
const days = () => 'Please write whole numbers with commas between, such as 30, 14, 7; or “none”.';
const short = () => 'Please write at most 200 characters.';

export const SETTING_EXPECTS: Record<SettingName, string> = {
  contactAddress: 'Please write one email address.',
  programme: short(),
  termsVersion: short(),
  termsLink: link(),
  privacyVersion: short(),
  privacyLink: link(),
  renewalMonths: whole(1, 120),
  dueSoonDays: whole(0, 180),
  graceDays: whole(0, 180),
  remindBefore: days(),
  remindAfter: days(),
  quietDays: whole(1, 60),
  answerDays: whole(1, 180),
  codeDocument: 'Please copy the address of the document from the browser.',
  waitingDays: whole(0, 60),
  takedownDays: whole(1, 365),
  takedownOwner: short(),
  agreementMonths: whole(1, 60),
  notices: 'Please choose “Each” or “Daily digest”.',
  sending: 'Please choose “On” or “Paused”.',
  mailsPerDay: whole(1, 10_000),
  safetyReserve: whole(0, 1_000),
  answersPerAddress: whole(1, 50),
  linkDays: whole(1, 400),
  googleSignIn: 'Please choose “Yes” or “No”.',
};
