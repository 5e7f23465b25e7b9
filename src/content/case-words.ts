// Words for those who handle cases: what the case log says, why a change was put back, what the settings mean.

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
  deadlineMissed: 'Deadline missed',
  closed: 'Closed',
  reopened: 'Reopened',
  erased: 'Erased',
  putBack: 'Change put back',
  changed: (header: string) => `“${header}” changed`,
} as const;

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
export const PUT_BACK = {
  'not from this status': because(
    'A case cannot go from its status to this one.',
    'Please choose the next step: New, Acknowledged, Under review, Finding, Closed.',
  ),
  'outcome before finding': because(
    'There is an outcome, but no finding yet.',
    'Please choose the finding first, and then the outcome.',
  ),
  'finding before hearing': because(
    'There is a finding, but the person reported on has not told her side yet.',
    'Please fill in “Her side heard on”, or write into “Not heard because” why that was not possible.',
  ),
  'no outcome for violence': because(
    'Violence was confirmed, and for that the Code asks for an outcome other than “None”.',
    'Please choose a conversation, a written warning, a suspension or a removal before you close the case.',
  ),
  'no law decision': because(
    'Nobody has decided yet whether the police must be told.',
    'Please fill in “Police: decision” and, in “Police: details”, who decided and why.',
  ),
  'no finding': because(
    'A case cannot be closed without a finding.',
    'Please choose the finding first; “Cannot be established” is one, too.',
  ),
  'outcome missing': because(
    'A case with a confirmed finding cannot be closed without an outcome.',
    'Please choose the outcome first; “None” is one, too, if there was no violence.',
  ),
  'suspension without date': because(
    'A suspension needs its last day.',
    'Please fill in “Suspended until” first, and then choose “Suspension”.',
  ),
  'date in the past': because(
    'This day lies in the past, and it must lie ahead.',
    'Please type a later day, as 6/4/2026.',
  ),
  'date in the future': because(
    'This day lies ahead, and it must be over.',
    'Please type today’s date or an earlier one, as 6/4/2026.',
  ),
  'not a handler': because(
    'This address does not stand under “Handlers” in Settings.',
    'Please choose a handler, or add the address in Settings first.',
  ),
  'in conflict': because(
    'This person is named in the case, or is too close to it, so she cannot work on it.',
    'Please choose another handler; if nobody is left, ask the board contact in Settings.',
  ),
  closed: because(
    'The case is closed, and a closed case is not changed.',
    'If it must be looked at once more, please set “Status” to “Reopened” first.',
  ),
  'not a choice': because(
    'This is not one of the choices of the list.',
    'Please click the cell and choose from its list.',
  ),
  'filled by the system': because(
    'This cell is filled in by the system, so that everybody can rely on it.',
    'Please leave it; if it is wrong, tell the maintainer.',
  ),
  'not yet to be erased': because(
    'The day in “Erase from” has not come yet.',
    'Please wait until that day, or leave the case as it is.',
  ),
} as const satisfies Record<string, PutBackWords>;

export type PutBackReason = keyof typeof PUT_BACK;

/** The note on a cell whose change was put back. */
export function putBackNote(reason: PutBackReason): string {
  const { what, whatToDo } = PUT_BACK[reason];
  return `${PUT_BACK_HEADING}\n${what} ${whatToDo}`;
}
