// The words of the dialogs. The build puts them into the pages.

import type { DialogName } from './menu.ts';

/** Words that every dialog knows. */
export const SHARED_WORDS = {
  loading: 'One moment…',
  working: 'Working on it…',
  close: 'Close',
  searchMember: 'Search a member by name, address or number',
  chooseMember: 'Choose the member',
  nobodyFound: 'Nobody found',
  moreFound: 'more; please type more of the name',
  failed: 'That did not work: ',
};

export const DIALOG_WORDS: Record<DialogName, Record<string, string>> = {
  'set-up': {
    intro:
      'This puts in place what the system needs: the tabs with their headings and drop-down lists, the acceptance form, and the automatic work. It is safe at any time: it adds what is missing and changes no data.',
    accountBefore: 'It runs under ',
    accountAfter: '. Mails go out from this account.',
    ownerBefore: 'The automatic work runs under ',
    ownerAfter: '. Please sign in as that account to go on.',
    companions:
      'The Code points to two other texts. Where can members read them, and which version stands now? Without the two links the form is not published.',
    run: 'Set up or repair',
    done: 'Done',
    nothingMore: 'You can close this window.',
  },
  invitations: {
    intro: 'Active members who have never answered get a mail with their own link to the form.',
    nobody: 'There is nobody to invite: every active member has answered, or has been invited already.',
    one: 'One member will be written to.',
    many: 'members will be written to.',
    first: 'The first of them: ',
    days: 'With the mails allowed a day, this takes so many days: ',
    paused: 'Mail is paused at the moment. The mails wait until it is on again.',
    run: 'Send invitations',
  },
  resending: {
    intro: 'She gets a mail with her own link to the form, as it stands now.',
    run: 'Send her link again',
  },
  publishing: {
    intro:
      'Here is what will happen before it happens. Nothing is sent until you press “Publish now”, or until the waiting time is over.',
    version: 'New version of the Code: ',
    planned: 'It is published by itself on ',
    stopped: 'It is not published by itself.',
    changed: 'What changed',
    unchanged: 'No clause changed, apart from the date.',
    why: 'Why did it change? One sentence, which members read',
    editorial: 'Only the wording or the layout changed: nobody is asked again (editorial)',
    nobody: 'Nobody will be written to.',
    one: 'One member will be written to.',
    many: 'members will be written to.',
    days: 'Days that this takes with the mails allowed a day: ',
    from: 'First and last day: ',
    to: ' to ',
    paused: 'Mail is paused at the moment. The mails wait until it is on again.',
    previews: 'What members will read',
    run: 'Publish now',
    keep: 'Save, and let it wait',
    stop: 'Stop it',
  },
  preview: {
    intro: 'The mails that ask members for their answers on this day, as things stand now: ',
    nobody: 'Nobody is asked tomorrow.',
    one: 'One mail.',
    many: 'mails.',
    later: 'More are waiting; so many come on the days after: ',
    perDay: 'Mails allowed a day: ',
    waiting: 'Mails of any kind that wait in Mail log now: ',
    paused: 'Mail is paused. Nothing is sent until you choose “Resume mail”.',
    closed: 'The form is not open, so nobody is asked.',
    more: '… and more.',
  },
  'paper-acceptance': {
    intro:
      'A member signed the Code of Conduct on paper. It counts like an acceptance by form, and she gets a confirmation.',
    version: 'Version of the Code on the paper: ',
    role: 'She takes part as',
    signedOn: 'Date on the paper',
    remark: 'Remark: where the paper is kept, who saw it signed',
    run: 'Record',
  },
  matching: {
    intro:
      'These answers came without a personal link, and their address is not on the roster. If you know who sent one, choose it and the member. The answer itself stays as it is; a new row for the member points to it.',
    nobody: 'No answer waits to be matched.',
    answers: 'Answers that wait',
    remark: 'Remark: how you know that it was she',
    run: 'Match',
  },
};
