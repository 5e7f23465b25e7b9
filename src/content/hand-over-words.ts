// What staff read when the automatic work goes from one account to another.

import type { ProblemWords } from './problems.ts';

/** The files that the next account must be able to open. */
export const HANDED_FILES = {
  acceptance: 'The acceptance form',
  'image-opt-out': 'The form “Pictures”',
  agreement: 'The form “Disclosure agreement”',
  report: 'The form “Report or ask”',
  document: 'The document with the Code of Conduct',
  cases: 'The Cases spreadsheet',
  photoList: 'The No-photo list',
  registers: 'This spreadsheet',
};
export type HandedFile = keyof typeof HANDED_FILES;

export const HAND_OVER = {
  onlyOwner: (owner: string) =>
    `The automatic work runs under ${owner}. Only that account can say who takes over. Please sign in as ${owner}.`,
  onlyNamed: (owner: string, next: string) =>
    next === ''
      ? `No account is named yet. Please sign in as ${owner} and choose “Hand over…” there.`
      : `Only ${next} can take over. Please sign in as ${next}, or as ${owner} to name another account.`,
  already: 'The automatic work runs under this account already.',
  noAddress: 'Please write the address of one Google account.',
  sameAccount: 'This is the account that has the automatic work now. Please name another one.',
  notHer: 'This account cannot take over at the moment. Please choose another one, or ask the board contact.',
  otherNamed: (next: string) => `${next} is named already. Please take that back first.`,
  cannotOpen: (files: readonly string[]) =>
    `This account cannot open: ${files.join(', ')}. Please ask the account that has the automatic work now to share it, with the right to edit. Nothing has changed.`,
  mailOnItsWay: (owner: string) =>
    `A mail is just leaving under ${owner}. Please press “Take over” again in a quarter of an hour. Nothing has changed.`,
  /** In the row of the mail. */
  mailUnsure: (before: string) =>
    `It was leaving under ${before} when another account took over, and may have gone out.`,
  named: (next: string) =>
    `${next} is named, and can open all that the work needs. Now sign in as ${next}, open this spreadsheet, and choose “Code of Conduct → System → Hand over…”. Until then everything runs on as before.`,
  notShared: (files: readonly string[]) =>
    `These could not be shared by the system. Please open each, choose Share, and add the account as an editor: ${files.join(', ')}.`,
  takenBack: (next: string) => `Taken back. ${next} does not take over, and everything runs on as before.`,
  tookOver: (account: string, before: string) =>
    `Done. The automatic work runs under ${account} now, and mail leaves from this account. What ran under ${before} ends by itself within ten minutes.`,
  afterwards: (before: string) =>
    `Keep the account ${before} for two more weeks: mail that comes back is still delivered there. Before it is closed, make this account the owner of the spreadsheets, the forms and the document: Share, then “Transfer ownership”.`,
};

export const HAND_OVER_PROBLEMS = {
  waits: (owner: string, next: string): ProblemWords => ({
    what: `The automatic work is to go from ${owner} to ${next}.`,
    whatToDo: `Sign in as ${next}, open this spreadsheet, and choose “Code of Conduct → System → Hand over…”.`,
  }),
  casesNotPassedOn: (before: string, owner: string): ProblemWords => ({
    what: `The Cases spreadsheet still belongs to ${before}.`,
    whatToDo: `Sign in as ${before}, open Cases, choose Share, and make ${owner} the owner. Then tick “Done”.`,
  }),
  mailUnsure: (id: string, before: string): ProblemWords => ({
    what: `Mail ${id} was leaving under ${before} when another account took over. It may have gone out.`,
    whatToDo: `Look under “Sent” in the mailbox of ${before}. If it is not there, send it again. Then tick “Done”.`,
  }),
};

/** What the audit trail says. */
export const HAND_OVER_AUDIT = {
  named: 'Named the next account for the automatic work',
  takenBack: 'Took back the naming of the next account',
  tookOver: 'Took over the automatic work',
  /** In the trail of Cases. */
  casesPassedOn: 'Made the next account the owner of the spreadsheet',
};
