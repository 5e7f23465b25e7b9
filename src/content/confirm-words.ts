// What staff read before something happens that they chose from the menu: what it would do, and how to let it happen.

export const CONFIRM = {
  sendWaitingMail: {
    title: 'Send waiting mail now',
    run: 'Send them now',
    none: 'No mail waits. There is nothing to send.',
    leaves: (now: number, later: number) =>
      `${now === 1 ? 'One mail leaves' : `${now} mails leave`} now.${later === 0 ? '' : ` ${later === 1 ? 'One more waits' : `${later} more wait`} for the next days, and ${later === 1 ? 'goes' : 'go'} out by ${later === 1 ? 'itself' : 'themselves'}.`}`,
    noneToday: (later: number) =>
      `The mails of today are used up. ${later === 1 ? 'One mail waits and goes' : `${later} mails wait and go`} out on the next days by ${later === 1 ? 'itself' : 'themselves'}.`,
  },
  pauseMail: {
    title: 'Pause all mail',
    run: 'Pause mail',
    already: 'Mail is paused already. To switch it on again, choose “Code of Conduct → Mail → Resume mail…”.',
    what: 'From now on no mail leaves, until somebody chooses “Code of Conduct → Mail → Resume mail…”. Answers are still taken up, and what is written to members waits in Mail log.',
    cases: 'Mail about cases has a switch of its own, in the Settings of the Cases spreadsheet. It goes on.',
    waiting: 'These wait now, and would wait on:',
  },
  resumeMail: {
    title: 'Resume mail',
    run: 'Resume mail',
    already: 'Mail is on. There is nothing to resume.',
    what: (now: number, later: number) =>
      now + later === 0
        ? 'Mail is switched on again. No mail waits.'
        : `Mail is switched on again. ${now === 1 ? 'One mail leaves' : `${now} mails leave`} within ten minutes${later === 0 ? '' : `, and ${later} on the next days`}.`,
  },
  checkForResponses: {
    title: 'Check for new responses now',
    run: 'Take them up',
    none: 'The forms have no new answers.',
    found: (count: number) =>
      `${count === 1 ? 'One answer is' : `${count} answers are`} in the forms and not in this spreadsheet yet. Taking ${count === 1 ? 'it' : 'them'} up would also do this:`,
    foundOnly: (count: number) =>
      `${count === 1 ? 'One answer is' : `${count} answers are`} in the forms and not in this spreadsheet yet.`,
    cases: 'The form “Report or ask” has its own work, every ten minutes and at once when somebody sends it.',
  },
  lookAtCodeNow: {
    title: 'Look at the Code of Conduct now',
    run: 'Keep this in the spreadsheet',
    looked: 'The system has looked at the document. What it found:',
    nothing: 'There is nothing to do.',
    follows:
      'If you go on, this is written into this spreadsheet, and what follows from it waits for you there. No member is written to by this step.',
  },
  onlyOwner: (owner: string) =>
    `Mail leaves from the account ${owner}, not from yours. There is nothing that you have to do: it goes out by itself within ten minutes.`,
  paused: 'Mail is paused. Nothing is sent until somebody chooses “Code of Conduct → Mail → Resume mail…”.',
} as const;

export type MenuAction = Exclude<keyof typeof CONFIRM, 'onlyOwner' | 'paused'>;

/** The line of a mail in the dialog. */
export const MAIL_LINE = (kind: string, name: string) => `${kind}: ${name}`;
