// Words for those who handle cases: what the case log says, why a change was put back, what the settings mean.

import type { Refusal } from '../domain/case-changes.ts';

/** What the case log says was done; who, when and the details stand beside it. */
export const CASE_LOG = {
  received: 'Received',
  addition: 'Something was added by the person who wrote',
  questionReceived: 'Question received',
  acknowledged: 'Acknowledged',
  status: 'Status changed',
  urgency: 'Urgency changed',
  handler: 'Handler changed',
  noHandler: 'Nobody can work on it: every handler is in conflict',
  nextStep: 'Next step planned',
  heard: 'Her side was heard',
  notHeard: 'Her side was not heard',
  lawDecision: 'Decided about the police',
  legalDisclosure: 'Told to others because the law asks for it',
  finding: 'Finding',
  outcome: 'Outcome',
  suspendedUntil: 'End of the suspension changed',
  applied: 'Written into Members',
  personNamed: 'Person named',
  memberConfirmed: 'Member confirmed by a handler',
  conflict: 'Conflict noted',
  conflictGone: 'Conflict taken back',
  letter: 'Letter prepared',
  letterSent: 'Letter sent by the handler',
  answered: 'Question answered',
  mailQueued: 'Email put in line',
  cameBack: 'Email came back',
  deadlineMissed: 'Deadline missed',
  closed: 'Closed',
  reopened: 'Reopened',
  erased: 'Erased',
  putBack: 'Change put back',
  changed: (header: string) => `“${header}” changed`,
} as const;

/** What the audit trail of the Cases spreadsheet says was done. */
export const CASE_AUDIT = {
  received: 'Took up a report',
  question: 'Took up a question',
  addition: 'Took up an addition',
  shared: 'Shared the spreadsheet',
  unshared: 'Stopped sharing the spreadsheet',
  changed: (header: string) => `Changed “${header}”`,
  putBack: (header: string) => `Put back “${header}”`,
  erased: 'Erased',
  setUp: 'Set up or repaired',
} as const;

/** Why what somebody added became a case of its own. */
export const ADDITION_FITS = (numbers: readonly string[]) =>
  numbers.length === 0
    ? 'It was sent as an addition, but its pass-phrase fits no case. Please look whether it belongs to one.'
    : `It was sent as an addition, but its pass-phrase fits more than one case: ${numbers.join(', ')}. Please look which one it belongs to.`;

/** What a legal disclosure must say in the details of the log. */
export const LEGAL_DISCLOSURE_DETAILS = 'What was told, to whom, on what legal basis, by whom, and when.';

/** What stands in place of a text that was erased. */
export const ERASED_TEXT = '(erased)';

export const PUT_BACK_HEADING = 'This change was put back.';

interface PutBackWords {
  what: string;
  whatToDo: string;
}
const because = (what: string, whatToDo: string): PutBackWords => ({ what, whatToDo });

/** Why a change was put back, and what to do instead. */
export const PUT_BACK: Record<Refusal | 'not yet to be erased' | 'filled by the system', PutBackWords> = {
  'no way there': because(
    'A case cannot go from its status to this one.',
    'Please choose the next step: New, Acknowledged, Under review, Finding, Closed.',
  ),
  'status needed': because('A case always has a status.', 'Please choose one from the list.'),
  'handler needed': because(
    'Nobody works on this case yet.',
    'Please choose a handler first, and then the status.',
  ),
  'not a handler': because(
    'This address does not stand under “Handlers” in Settings.',
    'Please choose a handler, or add the address in Settings first.',
  ),
  'handler in conflict': because(
    'This person is named in the case, or is too close to it, so she cannot work on it.',
    'Please choose another handler; if nobody is left, ask the board contact in Settings.',
  ),
  'heard in the future': because(
    'This day lies ahead, and it must be over.',
    'Please type today’s date or an earlier one, as 6/4/2026.',
  ),
  'heard before the report': because(
    'This day lies before the day of the report.',
    'Please type the day on which she was asked for her side about this report.',
  ),
  'not under review yet': because(
    'There is a finding, but nobody has set the case to “Under review” yet.',
    'Please set “Status” to “Under review” first.',
  ),
  'not heard': because(
    'There is a finding, but the person reported on has not told her side yet.',
    'Please fill in “Her side heard on”, or write into “Not heard because” why that was not possible.',
  ),
  'no confirmed finding': because(
    'An outcome follows only from a finding “Confirmed”.',
    'Please choose the finding first, and then the outcome.',
  ),
  'finding stands': because(
    'The finding rests on this.',
    'Please take back the finding first, or fill in the other of the two cells about her side.',
  ),
  'outcome stands': because('The outcome rests on this finding.', 'Please take back the outcome first.'),
  'suspension without a date': because(
    'A suspension needs its last day.',
    'Please fill in “Suspended until” first, and then choose “Suspension”.',
  ),
  'date without suspension': because(
    'This date belongs to a suspension, and the outcome is another one.',
    'Please choose “Suspension” as the outcome, or leave the date empty.',
  ),
  'date not in the future': because('This day must lie ahead.', 'Please type a later day, as 6/4/2026.'),
  'finding needed': because(
    'A case cannot be closed without a finding.',
    'Please choose the finding first; “Cannot be established” is one, too.',
  ),
  'outcome needed': because(
    'A case with a confirmed finding cannot be closed without an outcome.',
    'Please choose the outcome first; “None” is one, too, if there was no violence.',
  ),
  'outcome None is not enough': because(
    'Violence was confirmed, and for that the Code asks for an outcome other than “None”.',
    'Please choose a conversation, a written warning, a suspension or a removal before you close the case.',
  ),
  'law decision needed': because(
    'Nobody has decided yet whether the police must be told.',
    'Please fill in “Police: decision” and, in “Police: details”, who decided and why.',
  ),
  'law details needed': because(
    'The decision about the police has no reason yet.',
    'Please write into “Police: details” who decided and why; which police, when, and their number.',
  ),
  closed: because(
    'The case is closed, and a closed case is not changed.',
    'If it must be looked at once more, please set “Status” to “Reopened” first.',
  ),
  erased: because('This case was erased.', 'Please leave it as it is.'),
  'not a choice': because(
    'This is not one of the choices of the list, or not a date.',
    'Please click the cell and choose from its list, or type a date as 6/4/2026.',
  ),
  'stamped by the desk': because(
    'This cell is filled in by the system, so that everybody can rely on it.',
    'Please leave it; if it is wrong, tell the maintainer.',
  ),
  'filled by the system': because(
    'This cell is filled in by the system, so that everybody can rely on it.',
    'Please leave it; if it is wrong, tell the maintainer.',
  ),
  'not yet to be erased': because(
    'Only a closed case can be erased, and only from the day in “Erase from” on.',
    'Please wait until that day, or leave the case as it is.',
  ),
};

export type PutBackReason = keyof typeof PUT_BACK;

/** The note on a cell whose change was put back. */
export function putBackNote(reasons: readonly PutBackReason[]): string {
  const lines = reasons.map((reason) => `${PUT_BACK[reason].what} ${PUT_BACK[reason].whatToDo}`);
  return [PUT_BACK_HEADING, ...new Set(lines)].join('\n');
}
