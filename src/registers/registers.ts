// The registers of this spreadsheet: every tab of the system, its columns in order, and their kinds.

import {
  type Acceptance,
  ANSWERS,
  CHANGES,
  CONFIRMED_BY,
  type CodeVersion,
  FOLLOW_UP_REASONS,
  type FollowUp,
  IMAGES,
  MAIL_KINDS,
  MAIL_STATES,
  type Mail,
  type Member,
  type Problem,
  ROLES,
  STANDINGS,
  STATUSES,
  VERSION_STATUSES,
  type VersionText,
} from '../domain/entries.ts';
import {
  AGREEMENT_STATUSES,
  type Agreement,
  CHANNELS,
  FOR_WHOM,
  MEDIA,
  OPT_OUT_KINDS,
  OPT_OUT_SCOPES,
  OPT_OUT_STATUSES,
  type OptOut,
  type Takedown,
} from '../domain/image-entries.ts';
import { type CellKind, choice, date, dateTime, type Link, link, text, tick, whole } from './cells.ts';
import { type Column, column, type FilledBy, type Register } from './register.ts';
import { auditTrail, mailbox, settings, state } from './shared-registers.ts';

/** One line of the list of what waits for a person. */
export interface TodayRow {
  what: string;
  whatToDo: string;
  when: string;
  open: Link;
}

const today: Register<TodayRow> = {
  tab: 'Today',
  sheetId: 100,
  key: 'what',
  filledBy: 'system',
  isView: true,
  rowHeight: 78,
  columns: {
    what: { ...column('What waits for you', text(220)), wrap: true },
    open: { ...column('Open', link(120)), wrap: true },
    when: { ...column('When', text(160)), wrap: true },
    whatToDo: { ...column('What to do', text(380)), wrap: true },
  },
};

const members: Register<Member> = {
  tab: 'Members',
  sheetId: 101,
  key: 'id',
  filledBy: 'staff',
  columns: {
    id: column('Member ID', text(120)),
    name: column('Name', text(190)),
    email: column('Email', text(230)),
    role: column('Role', choice(ROLES, 175)),
    status: column('Status', choice(STATUSES, 120)),
    joined: column('Joined', date()),
    standing: column('Standing', choice(STANDINGS, 170)),
    acceptedVersion: column('Accepted version', text(175)),
    acceptedOn: column('Accepted on', date(130)),
    nextDue: column('Next due', date(120)),
    images: column('Images', choice(IMAGES, 110)),
    lastMailed: column('Last mailed', date(130)),
    notes: column('Notes', text(260)),
    askedFor: column('Asked for', text(160)),
    lastAsked: column('Last asked', date()),
    bounced: column('Mail came back from', text(200)),
    imagesGiven: { ...column('Images by request', choice(IMAGES, 110)), hidden: true },
    imagesByStaff: { ...column('Images by staff', choice(IMAGES, 110)), hidden: true },
  },
};

const acceptances: Register<Acceptance> = {
  tab: 'Acceptances',
  sheetId: 102,
  key: 'id',
  filledBy: 'system',
  columns: {
    id: column('Acceptance ID', text(120)),
    received: column('Received', dateTime()),
    memberId: column('Member ID', text(100)),
    name: column('Name', text(190)),
    email: column('Email', text(230)),
    role: column('Role', choice(ROLES, 175)),
    answer: column('Answer', choice(ANSWERS, 100)),
    version: column('Code version', text(120)),
    textHash: column('Text hash', text(140)),
    confirmedBy: column('Confirmed by', choice(CONFIRMED_BY, 130)),
    statements: column('Statements', text(260)),
    companions: column('Companions', text(220)),
    responseId: column('Response ID', text(140)),
    remark: column('Remark', text(320)),
    seal: { ...column('Seal', text(160)), hidden: true, confidential: true },
  },
};

const codeVersions: Register<CodeVersion> = {
  tab: 'Code versions',
  sheetId: 103,
  key: 'version',
  filledBy: 'system',
  columns: {
    version: column('Version', text(110)),
    lastUpdate: column('Last update', date()),
    textHash: column('Text hash', text(480)),
    published: column('Published', dateTime()),
    publishedBy: column('Published by', text(180)),
    change: column('Change', choice(CHANGES, 100)),
    why: column('Why', text(320)),
    status: column('Status', choice(VERSION_STATUSES, 100)),
  },
};

const mailLog: Register<Mail> = {
  tab: 'Mail log',
  sheetId: 104,
  key: 'id',
  filledBy: 'system',
  columns: {
    id: column('Mail ID', text(160)),
    queued: column('Queued', dateTime()),
    kind: column('Kind', choice(MAIL_KINDS, 170)),
    to: column('To', text(230)),
    subject: column('Subject', text(320)),
    memberId: column('Member ID', text(100)),
    reference: column('Reference', text(120)),
    state: column('State', choice(MAIL_STATES, 100)),
    sent: column('Sent', dateTime()),
    gmailId: column('Gmail ID', text(150)),
    problem: column('Problem', text(320)),
  },
};

const problems: Register<Problem> = {
  tab: 'Problems',
  sheetId: 107,
  key: 'what',
  filledBy: 'staff',
  columns: {
    when: column('When', dateTime()),
    what: column('What', text(420)),
    whatToDo: column('What to do', text(420)),
    link: column('Link', text(260)),
    done: column('Done', tick()),
  },
};

const versionTexts: Register<VersionText> = {
  tab: 'Version texts',
  sheetId: 109,
  key: 'textHash',
  filledBy: 'system',
  columns: {
    version: column('Version', text(110)),
    textHash: column('Text hash', text(200)),
    part: column('Part', whole()),
    text: column('Text', text(800)),
  },
};

const followUps: Register<FollowUp> = {
  tab: 'Follow-up',
  sheetId: 110,
  key: 'memberId',
  filledBy: 'staff',
  columns: {
    since: column('Since', date()),
    memberId: column('Member ID', text(100)),
    name: column('Name', text(190)),
    reason: column('Reason', choice(FOLLOW_UP_REASONS, 200)),
    whatToDo: column('What to do', text(420)),
    about: column('About', text(200)),
    done: column('Done', tick()),
  },
};

/** A column in the colour of those who fill it. */
const by = <T>(filledBy: FilledBy, header: string, kind: CellKind<T>): Column<T> => ({
  ...column(header, kind),
  filledBy,
});

const optOuts: Register<OptOut> = {
  tab: 'Opt-outs',
  sheetId: 111,
  key: 'id',
  filledBy: 'staff',
  columns: {
    id: by('system', 'Opt-out ID', text(110)),
    received: by('system', 'Received', dateTime()),
    effective: by('system', 'Effective', date()),
    memberId: column('Member ID', text(100)),
    name: by('members', 'Name', text(190)),
    email: by('members', 'Email', text(230)),
    kind: by('members', 'Kind', choice(OPT_OUT_KINDS, 220)),
    forWhom: by('members', 'For whom', choice(FOR_WHOM, 160)),
    family: by('members', 'Family members', text(190)),
    scope: by('members', 'Scope', choice(OPT_OUT_SCOPES, 190)),
    pictures: by('members', 'Pictures', text(220)),
    words: by('members', 'In her words', text(300)),
    release: by('system', 'Release', text(260)),
    channel: by('system', 'Channel', choice(CHANNELS, 90)),
    confirmedBy: by('system', 'Confirmed by', choice(CONFIRMED_BY, 130)),
    status: by('system', 'Status', choice(OPT_OUT_STATUSES, 190)),
    responseId: by('system', 'Response ID', text(140)),
    remark: column('Remark', text(320)),
    steps: { ...by('system', 'Steps', text(120)), hidden: true },
  },
};

const takedowns: Register<Takedown> = {
  tab: 'Takedowns',
  sheetId: 112,
  key: 'id',
  filledBy: 'staff',
  rowHeight: 56,
  // The box and what it is about stand side by side, also on a phone.
  frozenColumns: 1,
  columns: {
    ticked: column('Done', tick(90)),
    what: { ...by('system', 'What', text(260)), wrap: true },
    medium: by('system', 'Medium', choice(MEDIA, 160)),
    due: column('Due', date()),
    done: column('Done on', date(110)),
    owner: column('Owner', text(190)),
    remark: column('Remark', text(320)),
    optOut: by('system', 'Opt-out ID', text(110)),
    memberId: by('system', 'Member ID', text(110)),
    id: by('system', 'Takedown ID', text(120)),
    noted: { ...by('system', 'Noted as done', tick()), hidden: true },
  },
};

const agreements: Register<Agreement> = {
  tab: 'Agreements',
  sheetId: 113,
  key: 'id',
  filledBy: 'staff',
  columns: {
    id: column('Agreement ID', text(110)),
    started: column('Started', dateTime()),
    starter: column('Member ID', text(100)),
    other: column('Other member ID', text(130)),
    otherName: column('Other name', text(190)),
    scope: { ...column('What may be told', text(320)), confidential: true },
    expires: column('Expires', date()),
    starterConfirmed: column('Confirmed', dateTime()),
    otherConfirmed: column('Other confirmed', dateTime()),
    status: column('Status', choice(AGREEMENT_STATUSES, 120)),
    revokedBy: column('Ended by', text(100)),
    revoked: column('Ended', dateTime()),
    responseIds: column('Response IDs', text(160)),
    remark: column('Remark', text(320)),
    print: { ...column('Fingerprint', text(160)), hidden: true },
  },
};

/** All registers, in the order of their tabs. */
export const REGISTERS = {
  today,
  members,
  followUps,
  acceptances,
  codeVersions,
  versionTexts,
  optOuts,
  takedowns,
  agreements,
  mailLog,
  mailbox,
  auditTrail,
  settings,
  problems,
  state,
} as const;

export type RegisterName = keyof typeof REGISTERS;
