// Why a change of a handler was put back: what is the matter, and what to do.

import type { Refusal } from '../../domain/case-changes.ts';

export interface PutBackWords {
  what: string;
  whatToDo: string;
}
const because = (what: string, whatToDo: string): PutBackWords => ({ what, whatToDo });

export type PutBackReason = Refusal | 'not yet to be erased' | 'filled by the system' | 'too far ahead';

/** Why a change was put back, and what to do instead. */
export const PUT_BACK: Record<PutBackReason, PutBackWords> = {
  'no way there': because(
    'A case cannot go from its status to this one.',
    'Please go on in this order: New, Acknowledged (you may leave it out), Under review, Finding, Closed.',
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
  'too far ahead': because(
    'This day is more than 90 days ahead, and the case could be forgotten until then.',
    'Please choose an earlier day; you can move it again later.',
  ),
  'not yet to be erased': because(
    'Only a closed case can be erased, and only from the day in “Erase from” on.',
    'Please wait until that day, or leave the case as it is.',
  ),
};
