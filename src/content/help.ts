// How-tos for staff: the sidebar “Help” and the handbook in the README are both made of these.

import { MENU } from './menu.ts';

export interface HowTo {
  id: string;
  title: string;
  /** Other words under which somebody may look for it. */
  words: string;
  steps: readonly string[];
  /** A file in docs/help without its ending, and what it shows, for who cannot see it. */
  picture?: { file: string; shows: string };
}

/** Where a line stands in the menu, as “Code of Conduct → Mail → Pause all mail…”; undefined when it is not there. */
function place(handler: string): string | undefined {
  for (const group of MENU.groups as readonly {
    title?: string;
    lines: readonly (readonly [string, string])[];
  }[])
    for (const [label, name] of group.lines)
      if (name === handler) return `“${[MENU.title, group.title, label].filter(Boolean).join(' → ')}”`;
  return undefined;
}

const choose = (handler: string): string => {
  const found = place(handler);
  if (!found) throw new Error(`The menu has no line for ${handler}`);
  return found;
};

/** A how-to about a line that the menu has. */
const about = (handler: string, make: (line: string) => HowTo): HowTo[] => {
  const line = place(handler);
  return line ? [make(line)] : [];
};

export const HOW_TOS: readonly HowTo[] = [
  {
    id: 'today',
    title: 'See what needs you today',
    words: 'today first waiting list morning urgent done',
    steps: [
      'Open the spreadsheet. The first tab, Today, shows what waits for a person. The most urgent is at the top.',
      'Each line says what to do. The link in “Open” leads to the row where it stands.',
      'Do it. The line goes away by itself. That may take up to ten minutes.',
      'The tab Dashboard beside it shows how many members have accepted, with charts.',
    ],
    picture: { file: 'today', shows: 'The tab Today: what waits, a link, since when, and what to do.' },
  },
  {
    id: 'begin',
    title: 'Find your way',
    words: 'start menu tabs first day where',
    steps: [
      'All that the system does for you is in the menu “Code of Conduct”, to the right of the other menus.',
      'A line with an arrow opens more lines. A line with three dots shows first what it will do. Nothing happens before you press its button.',
      'Tabs at the bottom are lists: Members, Acceptances, Opt-outs and others. You may sort, filter, color, and add columns of your own at the right.',
      'The tabs Problems and Follow-up have all that Today tells, also what is done: tick “Done” there.',
    ],
    picture: {
      file: 'menu',
      shows: 'The menu “Code of Conduct”, opened, with its lines and those behind an arrow.',
    },
  },
  {
    id: 'red',
    title: 'Something is red, or Problems has a new line',
    words: 'problem error alarm warning broken wrong done tick',
    steps: [
      'Open the tab Problems and read the newest line. “What” says what it is. “What to do” says what you can do.',
      'Do that. If a link stands there, it leads to the right place.',
      'Most lines tick themselves when all is well again. If the text says so, tick “Done” yourself.',
      `If headings or tabs are missing, choose ${choose('setUpOrRepair')}. It puts back what is missing and changes no data.`,
      'If you do not understand it, leave it open and ask the maintainer. Nothing is lost: answers stay in the forms.',
    ],
    picture: {
      file: 'problems',
      shows: 'The tab Problems: what is the matter, what to do, and a tick for Done.',
    },
  },
  ...about('openCheck', (line) => ({
    id: 'check',
    title: 'Look whether everything is in order',
    words: 'check set-up green yellow amber red test health',
    steps: [
      `Choose ${line}.`,
      'Read the list. Green is good. Yellow can wait. Red needs you today.',
      'Each line that is not green says what to do.',
      'Do it, and press “Check again”.',
    ],
  })),
  {
    id: 'match',
    title: 'Match a response to a member',
    words: 'unconfirmed unknown address who answer to match',
    steps: [
      `Choose ${choose('openMatching')}.`,
      'Choose the answer. You see the name and the address that were typed.',
      'Search the member by name and choose her. Be sure that it was she: ask her if you are not.',
      'Write how you know, for example “Called her on June 4”.',
      'Press “Match”. She gets a confirmation by mail.',
    ],
    picture: {
      file: 'match',
      shows: 'The window “Match a response” with an answer and the search for a member.',
    },
  },
  {
    id: 'paper',
    title: 'Record an acceptance on paper',
    words: 'signed paper signature print event',
    steps: [
      'Look at the paper: her name, the date, and the version of the Code. The version must be the one in force.',
      `Choose ${choose('openPaperAcceptance')}.`,
      'Choose the member, how she takes part, and the date on the paper.',
      'Write where the paper is kept.',
      'Press “Record”. It counts like an answer by form, and she gets a confirmation.',
    ],
  },
  {
    id: 'resend',
    title: 'Send a member her link again',
    words: 'lost link new mail did not get resend',
    steps: [
      'In Members, click on her row. Look whether “Email” is right, and correct it if not.',
      `Choose ${choose('openResending')}. She is chosen already.`,
      'Press “Send her link again”. The mail leaves within ten minutes.',
    ],
  },
  ...about('openMemberCard', (line) => ({
    id: 'member-card',
    title: 'See all about one member',
    words: 'member card history sidebar',
    steps: [
      'In Members, click on her row.',
      `Choose ${line}.`,
      'At the side you see what she accepted and when, which mails she got, and her wishes about pictures.',
      'The buttons below do what is needed most: send the link again, record a paper, correct the address.',
    ],
  })),
  {
    id: 'new-member',
    title: 'Add a member, or end a membership',
    words: 'new member join leave inactive remove roster',
    steps: [
      'In Members, write into the first empty row: Name, Email, Role. The system gives her a Member ID.',
      'The system invites a new active member in the next night.',
      'When somebody leaves, choose “Inactive” under Status. Do not delete the row: what she accepted belongs to it.',
    ],
  },
  ...about('openRosterImport', (line) => ({
    id: 'import',
    title: 'Import the roster',
    words: 'import csv excel list upload many members',
    steps: [
      `Choose ${line}.`,
      'Paste the rows with their headings, or choose a file.',
      'Look at the preview. Rows with a problem say what it is. Nothing is written yet.',
      'Press the button to write them, all at once. Importing the same list again changes nothing.',
    ],
  })),
  {
    id: 'invite',
    title: 'Invite members',
    words: 'invitation send first mail campaign progress days',
    steps: [
      `Choose ${choose('openInvitations')}.`,
      'Read how many members will be written to, and how many days it takes.',
      'Press “Send invitations”. You see how many have left. You can close the window: it goes on by itself.',
      'When all are out, the morning mail says so. Reminders come by themselves.',
    ],
  },
  {
    id: 'publish',
    title: 'Publish a new version of the Code',
    words: 'change text document new version date last update editorial',
    steps: [
      'Change the text in the Google Doc. Its address stands in Settings. Change its “Last Update” date too.',
      `Choose ${choose('openPublishing')}. You see what changed, and what members will read.`,
      'Write in one sentence why it changed. Members read this.',
      'If only the wording changed, tick the box. Then nobody is asked again.',
      'Press “Publish now”, or “Save, and let it wait”, or “Stop it”.',
    ],
    picture: {
      file: 'publish',
      shows: 'The window “Publish a new version” with what changed and how many are asked.',
    },
  },
  {
    id: 'opt-out-phone',
    title: 'Somebody asks by phone not to be in pictures',
    words: 'picture photo opt-out phone call paper video image',
    steps: [
      'Open the tab Opt-outs and go to the first empty row. Leave “Opt-out ID” empty.',
      'Write her Member ID. Choose Kind, For whom and Scope from the lists.',
      'For pictures that were made already, write which ones under “Pictures”.',
      'Write under “Remark” when she called. The rest fills itself in, and she gets a mail.',
      'The list for photographers knows it at once.',
    ],
    picture: { file: 'opt-outs', shows: 'The tab Opt-outs with requests about pictures.' },
  },
  {
    id: 'takedowns',
    title: 'Take pictures down',
    words: 'takedown remove picture website due delete',
    steps: [
      'Open the tab Takedowns. Each row is one place with a picture that has to go, and the day until which.',
      'Remove the picture there. Write the address of the page under its column, if you know it.',
      'Tick “Done” in the row.',
      'After the last row of a request, the member gets a mail that all is down.',
    ],
    picture: {
      file: 'takedowns',
      shows: 'The tab Takedowns: what has to be taken down, where, and until when.',
    },
  },
  {
    id: 'photographers',
    title: 'Make a list for a photographer',
    words: 'photographer event list print attendees no pictures',
    steps: [
      `Choose ${choose('openPhotographersList')}.`,
      'Paste the names or addresses of those who come, one a line.',
      'Press “Make the list”. Look at the part “Not sure who is meant” yourself.',
      'Print it, or make a draft in your Gmail.',
    ],
  },
  {
    id: 'cases',
    title: 'Work on a report or a question',
    words: 'case report violation safety question handler confidential',
    steps: [
      'Open the link in the mail about the report. Only handlers can open the Cases spreadsheet.',
      'Read the row in Cases. Write your address under “Handler”, if nobody has it.',
      'Choose the next Status when a step is done. The days for each step stand in the row.',
      'What the rules do not allow is put back, and a note on the cell says why.',
      'Never write names or what happened into a mail, or into this spreadsheet.',
    ],
  },
  {
    id: 'bounced',
    title: 'A mail came back',
    words: 'bounce bounced address wrong failed undelivered mailbox',
    steps: [
      'Problems says which address does not work. In Mail log, the mail is “Failed”.',
      'Ask the member for her right address, by phone for example.',
      'In Members, correct “Email” in her row.',
      'What could not be sent goes out again by itself. The line in Problems ticks itself.',
    ],
  },
  {
    id: 'pause',
    title: 'Stop all mail, and go on later',
    words: 'pause stop mail hold resume switch',
    steps: [
      `Choose ${choose('pauseMail')}. You see which mails wait.`,
      'Press “Pause mail”. Answers are still taken up, but no mail leaves.',
      `To go on, choose ${choose('resumeMail')}. You see what will leave, and press the button.`,
      'Mail about cases has its own switch in the Settings of Cases.',
    ],
    picture: { file: 'pause', shows: 'The window before a pause: what it means, and which mails wait.' },
  },
  {
    id: 'mail-requests',
    title: 'Somebody writes a mail and not a form',
    words: 'mail request label gmail contact inbox',
    steps: [
      'Open the mail in the mailbox of the contact address.',
      'Put one of these labels on it: Code of Conduct/Report, Code of Conduct/Opt-out, Code of Conduct/Question.',
      'Within ten minutes it stands in its list, and has the label “Registered”.',
    ],
  },
  {
    id: 'follow-up',
    title: 'A member does not answer',
    words: 'follow-up reminder overdue call no answer',
    steps: [
      'After the last reminder she stands in the tab Follow-up. No more mails go to her about it.',
      'Call her, or talk to her.',
      'If she has no access to mail, let her sign on paper and record it.',
      'Tick “Done” in her row.',
    ],
  },
  ...about('openEvidence', (line) => ({
    id: 'evidence',
    title: 'Show who accepted what',
    words: 'evidence proof certificate pdf audit trail hash',
    steps: [
      `Choose ${line}.`,
      'Choose one member, or all of them.',
      'You see who accepted which text and when. Print it, or save it as a PDF.',
    ],
  })),
  ...about('openTheirData', (line) => ({
    id: 'their-data',
    title: 'A member asks what you hold about her',
    words: 'her data privacy export erase delete gdpr',
    steps: [
      'Make sure that it is she who asks.',
      `Choose ${line}, and choose her.`,
      'You get a file with everything outside Cases. Give it to her only.',
    ],
  })),
  {
    id: 'settings',
    title: 'Change a setting',
    words: 'settings days reminders numbers value default',
    steps: [
      'Open the tab Settings. Each row says what the setting means, and what its default is.',
      'Change only the column “Value”.',
      'If a value makes no sense, the row says why. The last good value holds until you correct it.',
    ],
    picture: {
      file: 'settings',
      shows: 'The tab Settings: name, value, meaning and default of each setting.',
    },
  },
  {
    id: 'hand-over',
    title: 'Hand over to another account',
    words: 'hand over owner account leave new volunteer triggers take over',
    steps: [
      `Sign in with the account that has the automatic work. Choose ${choose('openHandOver')}.`,
      'Write the address of the account that takes over, and press the button. It gets the right to open all files.',
      'Sign in with that account, and choose “Hand over…” there.',
      'Look at the list: may it send as the contact address, and does that mail come to it?',
      'Press “Take over”. The work of the old account ends by itself. Keep that account for two more weeks.',
    ],
    picture: { file: 'hand-over', shows: 'The window “Hand over” with the address of the next account.' },
  },
];
