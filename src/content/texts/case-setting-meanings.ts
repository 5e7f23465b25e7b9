// What each setting of the Cases spreadsheet means.

import type { CaseSettingName } from '../../registers/case-settings.ts';

export const CASE_SETTING_MEANINGS: Record<CaseSettingName, string> = {
  handlers:
    'Who handles cases. The Cases spreadsheet should be shared with exactly these. The first who is not in conflict gets a new case.',
  safetyContacts:
    'Who is written to at once when a report is urgent. Choose at least two who read their email often. They should be handlers, so that they can open the case.',
  standIns:
    'Who steps in when a handler, a safety contact or a reader of the contact address is named in a report, and who is told what is overdue.',
  boardContact: 'Who is asked when every handler and every stand-in is named in a report.',
  contactReaders:
    'Everybody who reads the mailbox of the contact address, with their own addresses. When one of them is named in a report, no notice of it goes there.',
  contactAddress: 'Where notices of new reports go, by number only, and where answers to our emails arrive.',
  programme: 'The name of the program, as it stands in mails and in the form.',
  acknowledgeWorkingDays:
    'So many working days after a report came in, a handler has read it. The form tells this to members.',
  acknowledgeDays: 'Never later than so many days, holidays and weekends included.',
  nextStepDays: 'So many days after something was done in a case, the next step is due.',
  answerDays: 'So many days after a report came in, the person who wrote has an answer.',
  questionWorkingDays: 'So many working days after a question came in, it is answered.',
  reconsiderDays: 'So many days after an outcome, both sides may ask that it is looked at once more.',
  retentionYears:
    'So many years after it was closed, a case may be erased; nothing of it is erased until a handler ticks “Erase”. A question is erased by itself, so many years after it was answered.',
  mailsPerDay:
    'As many as the setting “Mails a day kept free for safety reports” of the Registers spreadsheet, so that mails about cases never wait for others.',
  answersPerAddress: 'So that nobody can use the form to fill the mailbox of somebody else.',
  sending: '“Paused” holds back all mails about cases, except urgent ones to the safety contacts.',
};
