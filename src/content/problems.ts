// Problems and errors for staff: what is the matter, and what to do. No code words, no blame.

import type { RegisteredMail } from '../domain/registered-mail.ts';
import { SETTINGS, type SettingName } from '../registers/settings.ts';
import { linkToMail } from './mailbox-words.ts';
import { SETTING_EXPECTS } from './setting-words.ts';

export interface ProblemWords {
  what: string;
  whatToDo: string;
}

/** What was at work when something went wrong. */
const WORKFLOWS = {
  answers: 'taking up answers and sending mail',
  night: 'the work of the night',
  morning: 'the work of the morning',
  edit: 'taking note of changes by hand',
  bounces: 'the look for mail that came back',
  person: 'what was chosen from the menu',
  cases: 'the work on cases',
};
export type WorkflowName = keyof typeof WORKFLOWS;

const words = (what: string, whatToDo: string): ProblemWords => ({ what, whatToDo });
/** Ends with one full stop, whatever it ended with. */
const sentence = (text: string) => `${text.replace(/[.\s]+$/, '')}.`;
const repair = () =>
  'Choose “Code of Conduct → Set up or repair…”. It puts back what is missing and changes no data.';
const nothingLost = () =>
  'Nothing is lost: answers stay in the form and are taken up as soon as this is repaired.';

export const PROBLEMS = {
  tabMissing: (tab: string) =>
    words(`The tab “${tab}” is missing or has another name.`, `${repair()} ${nothingLost()}`),
  columnsMissing: (tab: string, headers: readonly string[]) =>
    words(
      `In the tab “${tab}”, the system cannot find: ${headers.map((header) => `“${header}”`).join(', ')}.`,
      `Write the heading back into the first row, or: ${repair()} ${nothingLost()}`,
    ),
  casesLost: words(
    'The Cases spreadsheet cannot be opened. It may be in the trash.',
    'Sign in to Google Drive with the account that owns it, and take it out of the trash. Then choose “Set up or repair…” again.',
  ),
  reportFormNotOpen: words(
    'The form “Report or ask” takes no answers.',
    'Open the form and choose “Publish”, with answers allowed for everybody. Then choose “Set up or repair…” again.',
  ),
  casesDamaged: (tab: string, headers: readonly string[]) =>
    words(
      headers.length === 0
        ? `In the Cases spreadsheet, the tab “${tab}” is missing or has another name.`
        : `In the Cases spreadsheet, in the tab “${tab}”, the system cannot find: ${headers.map((header) => `“${header}”`).join(', ')}.`,
      `Reports wait until this is repaired. Please look at the form “Report or ask” itself meanwhile. ${repair()} ${nothingLost()}`,
    ),
  caseWork: words(
    'Something did not work in the Cases spreadsheet. What it was is not written here, because it could tell of a case.',
    `It is tried again by itself. ${nothingLost()} If it comes again, tell the maintainer. Then tick “Done”.`,
  ),
  nobodyToTell: (number: string) =>
    words(
      `There is a new report, ${number}, and nobody could be told of it.`,
      'Please make sure that “Handlers”, “Safety contacts” and “Board contact” stand in the Settings of the Cases spreadsheet.',
    ),
  noHandlers: words(
    'Nobody is named who handles reports.',
    'Open the Cases spreadsheet, and write names with addresses into “Handlers” and “Safety contacts” in its Settings.',
  ),
  caseGone: (number: string) =>
    words(
      `The row of ${number} is gone from the Cases spreadsheet.`,
      'Open Cases, choose File → Version history, and put the row back. Then tick “Done”.',
    ),
  caseMailFailed: (id: string) =>
    words(
      `Mail ${id} about a case could not be sent.`,
      'Look at it in the “Mail log” of the Cases spreadsheet, and reach the person in another way. Then tick “Done”.',
    ),
  caseMailHeld: words(
    'Gmail takes no mail about cases at the moment.',
    'It is tried again by itself. If somebody may be in danger, please look into the Cases spreadsheet now. Then tick “Done”.',
  ),
  caseMailCameBack: (address: string) =>
    words(
      `Mail about cases to ${address} came back.`,
      'Please correct the address in the Settings of the Cases spreadsheet, and make sure that somebody looks into Cases now. Then tick “Done”.',
    ),
  casesShared: words(
    'The Cases spreadsheet is not shared as its Settings say.',
    'The contact address has a mail about it. Open Cases, choose Share, and put it right. Then tick “Done”.',
  ),
  casesNotShared: words(
    'The Cases spreadsheet could not be shared with one of the addresses in its Settings.',
    'Please look whether “Handlers” and “Stand-ins” there have Google accounts. It is tried again every night.',
  ),
  casesNotTakenAway: words(
    'Access to the Cases spreadsheet could not be taken away.',
    'It is tried again by itself. Please look under Share there until then.',
  ),
  reportNotTaken: words(
    'A response to “Report or ask” could not be taken up.',
    'It is tried again by itself. Until then it can be read in the form itself, under Responses. Tell the maintainer.',
  ),
  memberNotFound: (number: string) =>
    words(
      `In case ${number}, a Member ID is not on the roster, so the outcome could not be written into Members.`,
      'Open the Cases spreadsheet and correct the Member ID in “People named”. Then tick “Done”.',
    ),
  photoListLost: words(
    'The spreadsheet “No-photo list” cannot be written. It may be in the trash.',
    'Take it out of the trash, or choose “Set up or repair…”: it makes a new list. Share the new one with the photographers.',
  ),
  photoListNotShared: (email: string) =>
    words(
      `The spreadsheet “No-photo list” could not be shared with ${email}.`,
      'Open it from “Photographer’s list…” and share it by hand. Then tick “Done”.',
    ),
  notSetUp: words('The Code of Conduct desk is not set up yet.', repair()),
  otherOwner: (owner: string, you: string) =>
    words(
      `The automatic work of this spreadsheet runs under ${owner}; you are signed in as ${you}.`,
      `Please sign in as ${owner} to set up or repair. If two accounts did this, every mail would go out twice.`,
    ),
  badSetting: (key: SettingName, value: string, holds: string) =>
    words(
      `The setting “${SETTINGS[key].name}” is “${value}”, which does not make sense here.`,
      PROBLEMS.untilThen(SETTING_EXPECTS[key], holds),
    ),
  untilThen: (expected: string, holds: string): string =>
    `${expected} Until then the last good value holds: ${holds === '' ? 'empty' : `“${holds}”`}.`,
  badCaseSettings: (names: readonly string[]) =>
    words(
      `In the Settings of the Cases spreadsheet, a value does not make sense: ${names.join(', ')}.`,
      'Open Cases and look at “Problem” beside it: there stands what to write, and which value holds until then.',
    ),
  settingMissing: (name: string) =>
    words(`The setting “${name}” is missing in Settings.`, `${repair()} Until then its default holds.`),
  settingUnknown: (name: string) =>
    words(
      `In Settings, “${name}” is not the name of a setting.`,
      `Correct the name, or delete the row and then: ${repair()}`,
    ),
  noActive: words(
    'No version in Code versions is “Active”, so nobody can be asked and nothing can be signed.',
    'In Code versions, set “Status” of the version in force back to “Active”.',
  ),
  severalActive: (versions: readonly string[]) =>
    words(
      `More than one version in Code versions is “Active”: ${versions.join(', ')}.`,
      'In Code versions, set “Status” of all but the version in force to “Retired”.',
    ),
  editedByHand: (tab: string, cells: string) =>
    words(
      `Somebody changed “${tab}” by hand; ${cells}.`,
      'This tab is evidence, and the system alone fills it. If it was a slip, put the old value back: File → Version history. The audit trail has who, when and what. Then tick “Done”.',
    ),
  rowOverwritten: (tab: string, id: string) =>
    words(
      `While “${tab}” was being sorted, the system wrote into the row of ${id}, and could not put all of it back.`,
      'Look at that row in File → Version history, put the old values back, and tick “Done”.',
    ),
  answerPutBack: (id: string) =>
    words(
      `The row of ${id} was gone from Acceptances. It was put back from the form, and nobody got a second mail.`,
      'Answers are evidence, so please do not delete them. What stood in the row beside the answer is in File → Version history. Then tick “Done”.',
    ),
  rowsGone: (tab: string, ids: string) =>
    words(
      `Rows are gone from “${tab}”: ${ids}.`,
      'This tab is evidence. Put the rows back: File → Version history. If they cannot be found, tell the maintainer. Then tick “Done”.',
    ),
  memberGone: (id: string, name: string) =>
    words(
      `${id} (${name}) is no longer in Members, and answers of hers stand in Acceptances.`,
      'If her row was deleted by mistake, put it back with the same Member ID: File → Version history. For who leaves the program, choose “Removed” under “Status” and keep the row. Then tick “Done”.',
    ),
  memberIdBack: (id: string) =>
    words(
      `The Member ID ${id} was taken out of its row in Members, and stands there again.`,
      'The system knows a member by this ID, so please leave it as it is. Then tick “Done”.',
    ),
  toMatch: (id: string) =>
    words(
      `Answer ${id} came in, and the system cannot tell for certain who sent it.`,
      'Choose “Code of Conduct → Match a response…”.',
    ),
  agreementToMatch: (id: string) =>
    words(
      `The agreement ${id} was started, and the system cannot tell for certain who the two members are.`,
      'If you know them, write their Member IDs into its row in “Agreements”. Each is then asked by herself, at her address on the roster.',
    ),
  agreementsUnproven: (memberId: string) =>
    words(
      `More than three agreements wait that somebody started in the name of ${memberId} without her link. She got no mail about the further ones.`,
      'Ask her whether they are hers. If not, choose “Revoked” under “Status” in their rows in Agreements. Then tick “Done”.',
    ),
  agreementMembers: (id: string) =>
    words(
      `In Agreements, ${id}: the two Member IDs are not those of two different active members.`,
      'Please correct “Member ID” or “Other member ID” in that row. Nobody is asked before that.',
    ),
  agreementChanged: (id: string) =>
    words(
      `In Agreements, ${id} is not as the system wrote it: somebody changed a member, the words, the day or the status. As long as that is so, it does not hold.`,
      'Put the old value back: you find it in File → Version history. Or choose “Revoked” under “Status”; the two can start a new one.',
    ),
  agreementUnclear: (isEnd: boolean, id: string) =>
    words(
      `Somebody wants to ${isEnd ? 'end' : 'confirm'} ${id === '' ? 'an agreement' : `the agreement ${id}`}, and the system cannot tell for certain who, or which one.`,
      'Look at the answer in the form “Disclosure agreement”, and ask the member. If one of the two wants to end it, choose “Revoked” under “Status” in its row in Agreements. Then tick “Done”.',
    ),
  agreementNotRead: words(
    'An answer to the form “Disclosure agreement” does not say what is wanted.',
    `Someone may have changed the form. ${repair()} Look at the answer in the form, and ask the member. Then tick “Done”.`,
  ),
  optOutToMatch: (id: string) =>
    words(
      `Request ${id} about pictures came in, and the system cannot tell for certain who sent it.`,
      'In Opt-outs, write her Member ID into its row when you know who she is. Until then it stands on the list for photographers.',
    ),
  optOutNoMember: (id: string, memberId: string) =>
    words(
      `In Opt-outs, the Member ID “${memberId}” of ${id} is not on the roster, or stands there twice.`,
      'Correct the Member ID in that row of Opt-outs.',
    ),
  optOutIncomplete: (row: number) =>
    words(
      `Row ${row} of Opt-outs is not complete, so it does not hold yet.`,
      'Fill in Member ID, Kind, For whom and Scope, and for certain pictures the Pictures. Or delete the row.',
    ),
  optOutTwice: (id: string) =>
    words(
      `${id} stands in more than one row of Opt-outs.`,
      'If you copied a row for a new request, empty Opt-out ID in the copy: it gets a new one. If not, delete the copy.',
    ),
  optOutNoKind: (id: string) =>
    words(
      `Request ${id} about pictures does not say what she wants. It is taken as “no pictures at all”.`,
      'Look at the row in Opt-outs and choose Kind, For whom and Scope. Someone may have changed the form: choose “Set up or repair…”.',
    ),
  optOutKindGone: (id: string) =>
    words(
      `“Kind” of ${id} in Opt-outs is empty, so nothing more happens with this request.`,
      'Choose its Kind again. What stood there is in Audit trail.',
    ),
  optOutGone: (id: string, memberId: string) =>
    words(
      `${memberId} confirmed the request ${id} about pictures, which is no longer in Opt-outs, or is not hers.`,
      'If the row was deleted, put it back: File → Version history. Then write to her. Then tick “Done”.',
    ),
  takedownsMissing: (id: string, lines: string) =>
    words(
      `Lines of ${id} are missing in Takedowns: ${lines}. She is not told that all is taken down.`,
      'Put them back: File → Version history. Or type each of them again, with its Takedown ID and Opt-out ID.',
    ),
  takedownsOpen: (id: string) =>
    words(
      `A line of ${id} in Takedowns is open, but she was told that all is taken down.`,
      'Tick the line when it is done. If a picture can still be seen, write to her.',
    ),
  imagesUnexplained: (memberId: string, images: string) =>
    words(
      `“Images” of ${memberId} is “${images}”, and her request is no longer in Opt-outs.`,
      'If the row was deleted by mistake, put it back: File → Version history. If not, choose “Images” in Members yourself.',
    ),
  imagesPutBack: (memberId: string, images: string) =>
    words(
      `“Images” of ${memberId} was changed by hand, and is “${images}” again, because her request says so.`,
      'If she has changed her mind, write a new row into Opt-outs: her Member ID, “Take back an opt-out”, for whom, and how far. Then tick “Done”.',
    ),
  badPictureCell: (tab: string, id: string, header: string, value: string) =>
    words(
      `In ${tab}, ${id}: “${value}” under “${header}” cannot be understood.`,
      'Choose a value from the list, or type a date as 6/4/2025. Until then the system takes the most careful meaning.',
    ),
  noAnswer: (id: string) =>
    words(
      `Response ${id} has no answer to “Do you accept the Code of Conduct?”.`,
      `Someone may have changed the form. ${repair()}`,
    ),
  unknownVersion: (id: string, lastUpdate: string) =>
    words(
      `Answer ${id} accepts a version of the Code that is not in Code versions: “${lastUpdate}”.`,
      'Look at the answer in the form, and ask the member to answer again.',
    ),
  responseNotTaken: (id: string) =>
    words(
      `The response ${id} of a form could not be taken up.`,
      'It stays in its form and is tried again by itself. If this line stays, please tell the maintainer.',
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
  reserveTooBig: (reserve: number, limit: number) =>
    words(
      `“${SETTINGS.safetyReserve.name}” is ${reserve}, and “${SETTINGS.mailsPerDay.name}” is ${limit}, so nothing would be left for other mail.`,
      'Set the mails kept free to a smaller number. Until then half of the mails of a day are kept free.',
    ),
  badCell: (tab: string, id: string, header: string, value: string) =>
    words(
      `In ${tab}, ${id}: “${value}” under “${header}” cannot be understood.`,
      'Choose a value from the list, or type a date as 6/4/2025.',
    ),
  doubleId: (id: string) =>
    words(
      `The Member ID ${id} stands in more than one row of Members.`,
      'Delete the ID in the wrong row; it gets a new one in the next night.',
    ),
  companionsMissing: words(
    'The Code points to the Terms of Use and the Privacy Policy, and their links are not set. Without them the form is not published.',
    'Fill in the four settings “Terms of Use: …” and “Privacy Policy: …”, then choose “Set up or repair…” again.',
  ),
  formNotOpen: words(
    'The acceptance form does not take answers, although it should.',
    'Open the form, choose Publish, and switch “Accepting responses” on.',
  ),
  oneFormNotOpen: (form: string) =>
    words(
      `The form “${form}” does not take answers, although it should.`,
      'Open the form, choose Publish, and switch “Accepting responses” on.',
    ),
  codeChanged: (version: string) =>
    words(
      `The text of the Code that comes with the system differs from the one recorded as ${version}.`,
      'Please tell the maintainer. The recorded version stays as it is.',
    ),
  documentUnreadable: (reason: string) =>
    words(
      `The Google Doc of the Code of Conduct cannot be read: ${sentence(reason)}`,
      'Look whether the document is still there, whether “Code of Conduct document” in Settings names it, and whether it is shared with the account of the automatic work.',
    ),
  codeSameDate: (version: string, changed: string) =>
    words(
      `The text in the document differs from the version of ${version}, but its “Last Update” is the same. ${changed}`,
      'If the change is meant, write a new date into “Last Update”. If not, put the old text back: File → Version history in the document. Until then the recorded version holds.',
    ),
  codeDateBack: (version: string, latest: string) =>
    words(
      `“Last Update” in the document is ${version}, which is older than the version of ${latest}.`,
      'Write today’s date into “Last Update”, or put the newer text back. Until then the recorded version holds.',
    ),
  codeDateAhead: (version: string) =>
    words(
      `“Last Update” in the document is ${version}, which lies in the future.`,
      'If that is a slip, correct it (month/day/year). If it is meant, there is nothing to do: the new version is noticed on that day.',
    ),
  codeNoDate: words(
    'The document has no “Last Update” line with a date that can be read.',
    'The last line must look like this: “Last Update: 6/04/25” (month/day/year). Until then the recorded version holds.',
  ),
  codeStopped: (version: string) =>
    words(
      `The document shows version ${version}, which was stopped.`,
      'Choose “Code of Conduct → The Code → Publish a new version…” to publish it, or put the document back: File → Version history. Until then the recorded version holds.',
    ),
  versionTextLost: (version: string) =>
    words(
      `The recorded text of version ${version} is not as it was recorded.`,
      'Someone may have changed the tab “Version texts”. Put the old rows back: File → Version history. Until then the form stays as it is and nobody is asked.',
    ),
  notProven: (misfit: string) =>
    words(
      `“Verify the trail…” found something that is not as it was recorded. ${misfit}`,
      'If somebody sorted or changed the tab, put it back: File → Version history. Then choose “Code of Conduct → Evidence → Verify the trail…” again. If nobody did, tell the maintainer.',
    ),
  casesNotProven: (row: number) =>
    words(
      `In the Cases spreadsheet, row ${row} of “Audit trail” is not as it was written.`,
      'Somebody who may open Cases should put the tab back: File → Version history, and then verify it again. If nobody changed it, tell the maintainer.',
    ),
  unexpected: (workflow: WorkflowName, reason: string) =>
    words(
      `Something did not work (${WORKFLOWS[workflow]}): ${reason}`,
      workflow === 'person'
        ? `Please try it again. ${nothingLost()} If it comes again, tell the maintainer. Then tick “Done”.`
        : `It is tried again by itself, and ticked “Done” when ${WORKFLOWS[workflow]} has worked. ${nothingLost()} If it comes again, tell the maintainer.`,
    ),
};

/** About the mailbox: none of them repeats a word of a mail, which may be a report. */
export const MAIL_PROBLEMS = {
  mailboxNotRead: words(
    'The mailbox cannot be looked at, so requests that come by mail are not taken up.',
    'It is tried again every ten minutes. If this stays for more than a day, tell the maintainer.',
  ),
  labelsMissing: (names: readonly string[]) =>
    words(
      `In Gmail, the system cannot find the label ${names.map((name) => `“${name}”`).join(', ')}.`,
      `Give the label its name back, or: ${repair()} It makes labels that are missing.`,
    ),
  ofMail({ message, outcome, entry }: Pick<RegisteredMail, 'message' | 'outcome' | 'entry'>): ProblemWords {
    const link = linkToMail(message);
    const byHand = 'If a person wrote it, please answer her yourself, and write it into its tab by hand';
    switch (outcome) {
      case 'To look at':
        return words(
          `A mail with one of our labels may have been written by a machine, so it was not taken up: ${link}`,
          `Open it. ${byHand}. Then tick “Done”.`,
        );
      case 'Empty':
        return words(
          `A mail with one of our labels is empty: ${link}`,
          `Open it. ${byHand}. Then tick “Done”.`,
        );
      case 'Failed':
        return words(
          `A mail with one of our labels could not be read: ${link}`,
          `It is tried again by itself. Open it now, because it may be urgent. ${byHand}. Then tick “Done”.`,
        );
      default:
        return words(
          `Not all of the mail that became ${entry} could be read, or not who sent it: ${link}`,
          'Open it, and complete its row by hand. Then tick “Done”.',
        );
    }
  },
};

/** What is asked of staff when the document of the Code can be the cause of a problem. */
export const documentProblems = () =>
  [
    PROBLEMS.documentUnreadable(''),
    PROBLEMS.codeSameDate('', ''),
    PROBLEMS.codeDateBack('', ''),
    PROBLEMS.codeDateAhead(''),
    PROBLEMS.codeNoDate,
    PROBLEMS.codeStopped(''),
  ].map(({ whatToDo }) => whatToDo);

/** Why something could not be done; each stands within the words of a problem. */
export const REASONS = {
  serviceOff: (service: string) => `The advanced service “${service}” is not switched on.`,
  noDocument: 'No document is set.',
  noVersion: 'There is no version of the Code in force.',
  noKind: 'The mail has no kind that the system knows.',
  noMember: (id: string) => `The member ${id} is not on the roster, or her Member ID stands twice.`,
  otherAddress: (id: string) => `Its address is not the one that the roster has for ${id}.`,
  noAgreement: (id: string) => `The agreement ${id} is no longer hers in Agreements.`,
  noOptOut: (id: string) => `The request ${id} is no longer in Opt-outs.`,
  noAcceptance: (id: string) => `The answer ${id} is no longer in Acceptances.`,
};

/** What a dialog answers when it cannot do what was asked. */
export const REFUSALS = {
  busy: 'The system is busy with other answers at this moment. Please try again in a minute.',
  chooseMember: 'Please choose a member.',
  memberGone:
    'This member is no longer on the roster, or her Member ID stands twice. Please look at Members and search again.',
  remarkNeeded: 'Please write a remark: where the paper is kept, or how you know.',
  paperDate: 'Please give the date on the paper. It cannot be in the future.',
  paperBefore: (version: string) =>
    `The date on the paper lies before ${version}, the date of the version in force. Please look at the date, or have her accept that version.`,
  paperRole: 'Please choose how she takes part.',
  answerGone: 'This answer has been matched already, or is no longer there.',
  noVersion: 'There is no active version of the Code yet. Please choose “Set up or repair…” first.',
  formNotOpen:
    'The form is not open yet, so nobody can answer. Please choose “Set up or repair…” and fill in the links to the Terms of Use and the Privacy Policy.',
  versionGone: 'This version is no longer waiting. Please close the window and open it again.',
  noSuchCells: 'These cells cannot be found. Please write them like this: Event!A2:B40.',
  emptyCells: 'There is nothing in these cells.',
  noDraft: 'Gmail did not take the draft. Please try it again, or print the list.',
  notMailable: 'Mail cannot be sent to her: please correct “Email” in Members first.',
  notActive: 'She is not an active member, so she gets no mail of this kind.',
  addressNotRead: 'Please write one mail address, such as name@example.org.',
  addressChanged:
    'Her address has been changed by somebody else meanwhile. Please show her card again and look at it.',
  otherStatus:
    'Her status is neither “Active” nor “Inactive”, so it is not changed here. Please look at “Status” in Members.',
  onlyOwnerErases: (owner: string) =>
    `Only ${owner}, the account of the automatic work, can delete her answers in the forms and her mails. Please sign in as that account.`,
  typeMemberId: 'Please type her Member ID exactly as it stands above.',
  askHandlers: 'Please ask the case handlers first, and then tick the box.',
  casesClosed: 'Only people who may open the Cases spreadsheet can have its trail verified.',
  notUnderstood:
    'The window sent something that the system does not understand. Please close it and open it again.',
};
