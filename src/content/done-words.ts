// What staff are told at the end of what they started: by a dialog, in the corner of the sheet, and by Set up.

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
  mailPaused: 'Mail is paused. Nothing is sent until you choose “Code of Conduct → Mail → Resume mail…”.',
  mailResumed: 'Mail is on. Waiting mail goes out within ten minutes.',
  published: (version: string, members: number) =>
    members === 0
      ? `Version ${version} is published. Nobody is asked again.`
      : `Version ${version} is published. ${members === 1 ? 'One member is' : `${members} members are`} asked to accept it, beginning now.`,
  kept: (version: string) => `What you wrote about version ${version} is kept. It goes on waiting.`,
  stopped: (version: string) =>
    `Version ${version} is stopped. It is not published until you choose “Code of Conduct → The Code → Publish a new version…”.`,
  looked: {
    'nothing new': 'The document is the same as the recorded version.',
    'new version':
      'There is a new version. Choose “Code of Conduct → The Code → Publish a new version…” to look at it.',
    'waiting text changed': 'The waiting version has new words. They are recorded.',
  },
  lookedAndFound: (problem: string) => `${problem} Please look at Problems.`,
  resent: (name: string) => `${name} gets her link again within ten minutes.`,
  resentAlready: (name: string) =>
    `${name} gets her link already: the mail is in line, or it left a few minutes ago.`,
  inactive: (name: string) =>
    `${name} is inactive now. She gets no invitations and no reminders. Her history is kept.`,
  activeAgain: (name: string) => `${name} is active again.`,
  statusStands: (name: string, status: string) =>
    `${name} is ${status.toLowerCase()} already. Nothing had to be changed.`,
  addressCorrected: (name: string, email: string, sharedWith: readonly string[]) =>
    `The address of ${name} is ${email} now. Links that went to the old address do not count any more.${
      sharedWith.length === 0 ? '' : ` Please look: ${sharedWith.join(', ')} has the same address.`
    }`,
  addressStands: (name: string, email: string) =>
    `${email} is the address of ${name} already. Nothing had to be changed.`,
  onlyOwnerSends: (owner: string) => `Mail goes out under ${owner}, within ten minutes.`,
  paperRecorded: (name: string, id: string) => `Recorded as ${id}. ${name} gets a confirmation by mail.`,
  imported(added: number, changed: number): string {
    if (added + changed === 0) return 'Nothing was changed: the roster says all of it already.';
    const parts = [
      added === 0 ? '' : added === 1 ? 'One member was added.' : `${added} members were added.`,
      changed === 0 ? '' : changed === 1 ? 'One member was changed.' : `${changed} members were changed.`,
    ];
    return parts.filter((part) => part !== '').join(' ');
  },
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
  dashboardMade: (name: string) =>
    `${name} was made, with figures and charts that keep themselves up to date.`,
  dashboardMended: (name: string, figures: number, charts: number) =>
    `${name} was mended. Figures put right: ${figures}. Charts put right: ${charts}.`,
  settingsAdded: (count: number) => `Settings added: ${count}.`,
  versionAdded: (version: string) => `The Code of Conduct was recorded as version ${version}.`,
  casesMade:
    'The Cases spreadsheet was made. Only you can open it, until you write handlers into its Settings.',
  photoListMade:
    'The spreadsheet “No-photo list” was made. Everybody who works in the Registers can open and share it.',
  reportFormMade: 'The form “Report or ask” was made, and takes answers.',
  reportFormRenewed: 'The form “Report or ask” was brought up to date. Earlier answers are kept.',
  formMade: 'The acceptance form was made.',
  oneFormMade: (form: string) => `The form “${form}” was made, and takes answers.`,
  oneFormRenewed: (form: string) => `The form “${form}” was brought up to date. Earlier answers are kept.`,
  formRenewed: 'The acceptance form was brought up to date. Earlier answers are kept.',
  documentMade: 'A Google Doc with the Code of Conduct was made. Its address stands in Settings.',
  formPublished: 'The acceptance form is published and takes answers.',
  triggersMade: (count: number) => `Automatic work switched on: ${count}.`,
  labelsMade: (names: readonly string[]) => `Labels made in Gmail: ${names.join(', ')}.`,
  rosterTidied: 'The roster was looked through: Member IDs and standings are filled in.',
  nothing: 'Everything is in place. Nothing had to be changed.',
};
