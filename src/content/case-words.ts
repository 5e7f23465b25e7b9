// Words for those who handle cases: what the case log says, why a change was put back, what the settings mean.

import type { PutBackReason } from './texts/put-back.ts';
import type { Texts } from './texts/texts.ts';

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
  shutOut: 'Its handler cannot open it now',
  heard: 'Her side was heard',
  notHeard: 'Her side was not heard',
  lawDecision: 'Decided about the police',
  finding: 'Finding',
  outcome: 'Outcome',
  applied: 'Written into Members',
  conflict: 'Conflict noted',
  letter: 'Letter prepared',
  answered: 'Question answered',
  cameBack: 'Email came back',
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

/** The note on a cell from which somebody has taken what was told. */
export const toldIsGone = () =>
  'What stood here was taken away. You find it in File → Version history; please put it back.';

export const PUT_BACK_HEADING = 'This change was put back.';

/** The note on a cell whose change was put back. */
export function putBackNote(words: Texts['putBack'], reasons: readonly PutBackReason[]): string {
  const lines = reasons.map((reason) => `${words[reason].what} ${words[reason].whatToDo}`);
  return [PUT_BACK_HEADING, ...new Set(lines)].join('\n');
}
