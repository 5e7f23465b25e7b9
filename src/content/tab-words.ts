// The notes on the headings of every register: what stands in the column and who fills it in.

import type { RegisterName } from '../registers/registers.ts';

const BY_SYSTEM = 'Filled in by the system.';

export const HEADER_NOTES: { readonly [R in RegisterName]: Readonly<Record<string, string>> } = {
  members: {
    id: 'The member’s number. Leave it empty for a new member; she gets one by herself.',
    name: 'First and last name, as mails should address her.',
    email: 'The address that the system writes to.',
    role: 'Mentor, Mentee, or both.',
    status: 'Only active members are asked and reminded. Empty means active.',
    joined: 'The day she joined the program.',
    standing: `Where she stands with the Code today. ${BY_SYSTEM}`,
    acceptedVersion: `The version of the Code that she accepted last. ${BY_SYSTEM}`,
    acceptedOn: `The day of her last acceptance. ${BY_SYSTEM}`,
    nextDue: `The day until which she is to answer, or to renew. ${BY_SYSTEM}`,
    images: 'Whether pictures of her may be used. Allowed, as the Code says, until she opts out.',
    lastMailed: `The day of the last mail to her. ${BY_SYSTEM}`,
    notes: 'Yours. The system never reads or changes it.',
    askedFor: `What she was asked for last: a version, or the renewal of a day. ${BY_SYSTEM}`,
    lastAsked: `The day of the last mail that asked her. ${BY_SYSTEM}`,
    bounced:
      'The address from which mail came back; the system does not write to it. Correct “Email”, or empty this cell to try again.',
  },
  followUps: {
    since: 'Since when.',
    memberId: 'The member’s number.',
    name: 'Her name.',
    reason: 'Why a person has to look after her.',
    whatToDo: 'What you can do.',
    about: `What it is about. ${BY_SYSTEM}`,
    done: 'Tick it when it is done. It is ticked by itself when the reason has passed.',
  },
  acceptances: {
    id: 'Number of the answer.',
    received: 'When the answer was given, St. Louis time.',
    memberId: 'Whose answer it is. Empty as long as nobody knows for certain.',
    name: 'The name as typed into the form.',
    email: 'The address as typed into the form.',
    role: 'The role as chosen in the form.',
    answer: 'Accepted or Declined.',
    version: 'The version of the Code that the answer is about.',
    textHash: 'The fingerprint (SHA-256) of the exact text of that version.',
    confirmedBy: 'How we know who it was. Unconfirmed answers do not count.',
    statements: 'Each statement that she agreed to.',
    companions: 'The Terms of Use and the Privacy Policy that stood at that time.',
    responseId: 'Where the answer came from: the form’s own number, a paper, or an earlier row.',
    remark: 'What else is worth knowing.',
  },
  codeVersions: {
    version: 'The date of the version: year, month, day.',
    lastUpdate: 'The “Last Update” line of the text.',
    textHash: 'The fingerprint (SHA-256) of the exact text.',
    published: 'Since when members are asked to accept it. While it waits: when it is published by itself.',
    publishedBy: 'Who published it.',
    change: 'First; Material: everyone is asked again; Editorial: nobody is.',
    why: 'One sentence for members on why it changed.',
    status:
      'One version is active at a time. Waiting: it is published by itself. Draft: it is not, until you choose “Publish a new version…”.',
  },
  versionTexts: {
    version: 'The version that the text belongs to.',
    textHash: 'The fingerprint (SHA-256) of the whole text.',
    part: 'The order of the clauses.',
    text: 'One clause, word for word, as it was when the version was recorded.',
  },
  mailLog: {
    id: 'Number of the mail; it also stands at the end of the mail itself.',
    queued: 'When the mail was put in line.',
    kind: 'What kind of mail it is.',
    to: 'The address it goes to.',
    subject: 'The subject line.',
    memberId: 'The member it is for.',
    reference: 'What it is about: an answer, a version, or a day.',
    state: 'Queued, Sending, Sent, Failed, or Cancelled.',
    sent: 'When it was handed to Gmail.',
    gmailId: 'Gmail’s own number of the message.',
    problem: 'Why it was not sent.',
  },
  auditTrail: {
    line: 'Running number.',
    when: 'When it was written, St. Louis time.',
    who: 'Who did it.',
    what: 'What was done.',
    subject: 'Whom or what it is about.',
    before: 'What stood there before.',
    after: 'What stands there now.',
    hash: 'A fingerprint of this line and the one before, so that no line can be changed unseen.',
  },
  settings: {
    setting: 'The name of the setting. Please leave it.',
    value: 'Yours to change. It takes effect at the next run.',
    meaning: 'What it does.',
    default: 'What holds when the value is empty or makes no sense.',
    problem: 'What is wrong with the value, if anything.',
  },
  problems: {
    when: 'When it was noticed.',
    what: 'What is the matter.',
    whatToDo: 'What you can do.',
    link: 'Where to look.',
    done: 'Tick it when it is done.',
  },
  state: { name: 'What is remembered.', value: 'Please leave it.' },
};

/** Description of the warning that guards cells which the system fills in. */
export const GUARDED = {
  tab: 'The system fills in this tab. Please do not type here.',
  header: 'The system finds its columns by these headings. Please do not rename them.',
};

/** What the audit trail says was done. */
export const AUDIT = {
  setUp: 'Set up or repaired',
  accepted: 'Accepted the Code of Conduct',
  declined: 'Declined the Code of Conduct',
  unconfirmed: 'Answered without proof of who it was',
  paper: 'Recorded a paper acceptance',
  matched: 'Matched an answer to a member',
  standing: 'Standing changed',
  statusByProgram: 'Status changed by the program',
  memberId: 'Got a Member ID',
  invited: 'Put invitations in line',
  edited: (header: string) => `Changed “${header}”`,
  emptied: (tab: string) => `Emptied rows of “${tab}”`,
  version: 'Recorded a version of the Code',
  noticed: 'Noticed a new version of the Code',
  renewedText: 'Noticed a change in a waiting version',
  published: 'Published a version of the Code',
  stopped: 'Stopped a waiting version',
  retired: 'Retired a version of the Code',
  formRebuilt: 'Put the version into the acceptance form',
  bounced: 'Mail came back',
  resent: 'Sent the link again',
  paused: 'Paused mail',
  resumed: 'Resumed mail',
};

/** Standing in a cell that a bigger change covered, so that its earlier value is not known. */
export const NOT_KNOWN = '(several cells at once; not known)';

/** Where somebody changed something by hand. */
export const EDITED = {
  cell: (header: string, subject: string) => `“${header}” of ${subject}`,
  rows: (first: number, last: number) => (first === last ? `row ${first}` : `rows ${first} to ${last}`),
  places: (places: readonly string[]) =>
    places.length > 3 ? `${places.slice(0, 3).join(', ')} and more` : places.join(', '),
};
