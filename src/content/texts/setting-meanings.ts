// What each setting means, as it stands in the tab Settings.

import type { SettingName } from '../../registers/settings.ts';

export const SETTING_MEANINGS: Record<SettingName, string> = {
  contactAddress: 'The address that answers go to, and that gets the notices.',
  programme: 'The name of the program, as it stands in mails and forms.',
  termsVersion:
    'Date or version of the Terms of Use that belong to the Code now. Kept with every acceptance.',
  termsLink: 'Where the Terms of Use can be read.',
  privacyVersion:
    'Date or version of the Privacy Policy that belongs to the Code now. Kept with every acceptance.',
  privacyLink: 'Where the Privacy Policy can be read.',
  renewalMonths: 'So many months after an acceptance, a member is asked to read and accept again.',
  dueSoonDays: 'So many days before the due date, the standing becomes “Due soon”.',
  graceDays: 'So many days after the due date, the standing becomes “Overdue”.',
  remindBefore: 'On which days before the due date a member is reminded; 0 is the day itself.',
  remindAfter:
    'On which days after the due date she is reminded. After the last one she gets no more mail and stands in Follow-up.',
  quietDays:
    'A member gets at most one mail in so many days that asks her for her answer, even when there is more than one reason.',
  answerDays: 'So many days after the first mail about a version, a member is to answer.',
  codeDocument:
    'The Google Doc in which the Code of Conduct is written. The system looks at it every night. “Set up or repair…” makes one when this is empty.',
  waitingDays:
    'A new “Last Update” in the document is published by itself after so many days, unless you stop it in Code versions or in “Publish a new version…”.',
  takedownDays: 'So many days after a member withdrew her consent, her pictures are to be taken down.',
  takedownOwner:
    'The name or address of the person who looks after new lines in Takedowns. You can change it line by line.',
  agreementMonths:
    'A disclosure agreement ends by itself after so many months, or earlier when its members say so.',
  notices:
    '“Each”: a notice for every acceptance. “Daily digest”: one mail in the morning. Refusals always come at once.',
  sending: '“Paused” holds all mail back; it waits in Mail log and nothing is lost.',
  mailsPerDay:
    'How many mails may leave in 24 hours. Google allows 1,500 for a Google Workspace account, 100 for a free one.',
  safetyReserve: 'How many of these are kept free, so that a safety report can always be passed on.',
  answersPerAddress: 'So that nobody can fill up a member’s mailbox by sending the form again and again.',
  linkDays: 'So many days after it was made, a personal link stops working.',
  googleSignIn:
    '“Yes”: an answer given while signed in to Google counts like one by personal link. The form must then collect verified addresses.',
};
