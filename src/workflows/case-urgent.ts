// Tells the safety contacts at once when a case turns out to be dangerous, however that became known.

import { CASE_LOG } from '../content/case-words.ts';
import { PROBLEMS } from '../content/problems.ts';
import { type Checked, checkedIn } from '../domain/case-decided.ts';
import type { Case } from '../domain/case-entries.ts';
import { caseUrgency } from '../domain/case-urgency.ts';
import type { Row } from '../registers/table.ts';
import type { CaseDesk } from './case-desk.ts';
import { queueCaseMail } from './case-outbox.ts';

/** Somebody spoke of danger in a case that is already known. */
export function tellOfDanger(desk: CaseDesk, row: Row<Case>): void {
  const { number } = row.entry;
  desk.tables.cases.update(row, { urgency: 'Urgent' });
  remember(desk, row, { urgency: 'Urgent' });
  const to = desk.routingOf(number, true);
  for (const address of to.urgent.length > 0 ? to.urgent : to.notice)
    queueCaseMail(desk, 'Urgent report', address, number);
  if (to.nobodyLeft) desk.tell(PROBLEMS.nobodyToTell(number));
}

/**
 * A handler made it urgent, or what she typed into a new case speaks of danger. Whoever makes it normal again decides:
 * the same words do not make it urgent a second time.
 */
export function reviewUrgency(desk: CaseDesk, row: Row<Case>, who: string): void {
  const { number, urgency, erased } = row.entry;
  if (erased !== null) return;
  const known = checkedIn(row.entry);
  const judged = caseUrgency(row.entry);
  const isFound = known.status === 'New' && judged === 'Urgent' && known.judged !== 'Urgent';
  const isUrgent = urgency === 'Urgent' || isFound;
  if (isUrgent && known.urgency !== 'Urgent') {
    desk.log(number, CASE_LOG.urgency, { who, details: 'Urgent' });
    tellOfDanger(desk, row);
  }
  const now = row.entry.urgency;
  if (now !== known.urgency || judged !== known.judged) remember(desk, row, { urgency: now, judged });
}

function remember(desk: CaseDesk, row: Row<Case>, changes: Pick<Checked, 'urgency' | 'judged'>): void {
  desk.tables.cases.update(row, { checked: JSON.stringify({ ...checkedIn(row.entry), ...changes }) });
}
