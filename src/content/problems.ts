// Problems and errors for staff: what is the matter, and what to do. No code words, no blame.

import { SETTINGS, type SettingName } from '../registers/settings.ts';
import { SETTING_WORDS } from './setting-words.ts';

export interface ProblemWords {
  what: string;
  whatToDo: string;
}

const words = (what: string, whatToDo: string): ProblemWords => ({ what, whatToDo });
/** Ends with one full stop, whatever it ended with. */
const sentence = (text: string) => `${text.replace(/[.\s]+$/, '')}.`;
const REPAIR =
  'Choose “Code of Conduct → Set up or repair…”. It puts back what is missing and changes no data.';
const NOTHING_LOST =
  'Nothing is lost: answers stay in the form and are taken up as soon as this is repaired.';

export const PROBLEMS = {
  tabMissing: (tab: string) =>
    words(`The tab “${tab}” is missing or has another name.`, `${REPAIR} ${NOTHING_LOST}`),
  columnsMissing: (tab: string, headers: readonly string[]) =>
    words(
      `In the tab “${tab}”, the system cannot find: ${headers.map((header) => `“${header}”`).join(', ')}.`,
      `Write the heading back into the first row, or: ${REPAIR} ${NOTHING_LOST}`,
    ),
  notSetUp: words('The Code of Conduct desk is not set up yet.', REPAIR),
  otherOwner: (owner: string, you: string) =>
    words(
      `The automatic work of this spreadsheet runs under ${owner}; you are signed in as ${you}.`,
      `Please sign in as ${owner} to set up or repair. If two accounts did this, every mail would go out twice.`,
    ),
  badSetting: (key: SettingName, value: string) =>
    words(
      `The setting “${SETTINGS[key].name}” is “${value}”, which does not make sense here.`,
      `${SETTING_WORDS[key].expects} Until then the default holds: “${SETTINGS[key].default || 'empty'}”.`,
    ),
  toMatch: (id: string) =>
    words(
      `Answer ${id} came in, and the system cannot tell for certain who sent it.`,
      'Choose “Code of Conduct → Match a response…”.',
    ),
  noAnswer: (id: string) =>
    words(
      `Response ${id} has no answer to “Do you accept the Code of Conduct?”.`,
      `Someone may have changed the form. ${REPAIR}`,
    ),
  unknownVersion: (id: string, lastUpdate: string) =>
    words(
      `Answer ${id} accepts a version of the Code that is not in Code versions: “${lastUpdate}”.`,
      'Look at the answer in the form, and ask the member to answer again.',
    ),
  responseNotTaken: (id: string) =>
    words(
      `The response ${id} of the acceptance form could not be taken up.`,
      'It stays in the form and is tried again by itself. If this line stays, please tell the maintainer.',
    ),
  mailFailed: (id: string, to: string, reason: string) =>
    words(
      `The mail ${id} to ${to} could not be sent: ${sentence(reason)}`,
      'Check the address on the roster in Members.',
    ),
  mailNotWritten: (id: string, reason: string) =>
    words(
      `The mail ${id} could not be written: ${sentence(reason)}`,
      'Please tell the maintainer. The other mails went out.',
    ),
  mailRefused: (reason: string) =>
    words(
      `Google does not let the system send mail at the moment: ${sentence(reason)}`,
      'Waiting mail stays in Mail log and is tried again every ten minutes. If this stays for more than a day, tell the maintainer.',
    ),
  noMailbox: (id: string, name: string) =>
    words(`Member ${id} (${name}) has no address that a mail can be sent to.`, 'Correct “Email” in Members.'),
  badCell: (tab: string, id: string, header: string, value: string) =>
    words(
      `In ${tab}, ${id}: “${value}” under “${header}” cannot be understood.`,
      'Choose a value from the list, or type a date as 6/4/2025.',
    ),
  doubleId: (id: string) =>
    words(
      `The Member ID ${id} stands in more than one row of Members.`,
      'Delete the ID in the wrong row; it gets a new one by night.',
    ),
  companionsMissing: words(
    'The Code points to the Terms of Use and the Privacy Policy, and their links are not set. Without them the form is not published.',
    'Fill in the four settings “Terms of Use: …” and “Privacy Policy: …”, then choose “Set up or repair…” again.',
  ),
  formNotOpen: words(
    'The acceptance form does not take answers, although it should.',
    'Open the form, choose Publish, and switch “Accepting responses” on.',
  ),
  codeChanged: (version: string) =>
    words(
      `The text of the Code that the system ships differs from the one recorded as ${version}.`,
      'Please tell the maintainer. The recorded version stays as it is.',
    ),
  unexpected: (reason: string) =>
    words(
      `Something did not work: ${reason}`,
      `It is tried again by itself. ${NOTHING_LOST} If it comes again, tell the maintainer.`,
    ),
};

/** What a dialog answers when it cannot do what was asked. */
export const REFUSALS = {
  busy: 'The system is busy with other answers at this moment. Please try again in a minute.',
  chooseMember: 'Please choose a member.',
  memberGone: 'This member is no longer on the roster. Please search again.',
  remarkNeeded: 'Please write a remark: where the paper is kept, or how you know.',
  paperDate: 'Please give the date on the paper. It cannot be in the future.',
  paperRole: 'Please choose how she takes part.',
  answerGone: 'This answer has been matched already, or is no longer there.',
  noVersion: 'There is no active version of the Code yet. Please choose “Set up or repair…” first.',
  notUnderstood:
    'The dialog sent something that the system does not understand. Please close it and open it again.',
};

/** Short messages in the corner of the sheet, and the last words of a dialog. */
export const DONE = {
  checked: (count: number) =>
    count === 0
      ? 'No new responses.'
      : count === 1
        ? 'One new response was taken up.'
        : `${count} new responses were taken up.`,
  checkingElsewhere: 'The system is taking up responses right now.',
  mailSent: (count: number, waiting: number) =>
    `${count === 1 ? 'One mail was' : `${count} mails were`} sent. ${waiting === 0 ? 'None is waiting.' : `${waiting} waiting.`}`,
  mailPaused: 'Mail is paused. Nothing is sent until you choose “Pause or resume mail” again.',
  mailResumed: 'Mail is on again. Waiting mail goes out within ten minutes.',
  onlyOwnerSends: (owner: string) => `Mail goes out under ${owner}, within ten minutes.`,
  paperRecorded: (name: string, id: string) => `Recorded as ${id}. ${name} gets a confirmation by mail.`,
  matched: (name: string, id: string) => `Recorded for ${name} as ${id}. She gets a confirmation by mail.`,
  invited: (count: number) =>
    count === 0
      ? 'Nobody to invite: every active member has been asked or has answered.'
      : `${count === 1 ? 'One invitation is' : `${count} invitations are`} waiting in Mail log and will go out by and by.`,
};

/** What Set up did, line by line. */
export const SET_UP_DONE = {
  tabsAdded: (tabs: readonly string[]) => `Tabs added: ${tabs.join(', ')}.`,
  tabsRenamed: (tabs: readonly string[]) => `Tabs that got their name back: ${tabs.join(', ')}.`,
  headersBack: (headers: readonly string[]) => `Headings put back: ${headers.join(', ')}.`,
  settingsAdded: (count: number) => `Settings added: ${count}.`,
  versionAdded: (version: string) => `The Code of Conduct was recorded as version ${version}.`,
  formMade: 'The acceptance form was made.',
  formRenewed: 'The acceptance form was brought up to date. Earlier answers are kept.',
  formPublished: 'The acceptance form is published and takes answers.',
  triggersMade: (count: number) => `Automatic work switched on: ${count}.`,
  rosterTidied: 'The roster was looked through: ids and standings are filled in.',
  nothing: 'Everything is in place. Nothing had to be changed.',
};
