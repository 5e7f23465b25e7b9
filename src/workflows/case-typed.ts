// Takes up a report that came by phone or by mail, and that a handler has typed below the others.

import { CASE_HEADERS } from '../content/case-tab-words.ts';
import { CASE_AUDIT, CASE_LOG } from '../content/case-words.ts';
import { firstDeadlines } from '../domain/case-deadlines.ts';
import { checkedState, NOTHING_DECIDED } from '../domain/case-decided.ts';
import type { Case } from '../domain/case-entries.ts';
import { caseUrgency } from '../domain/case-urgency.ts';
import type { Row } from '../registers/table.ts';
import { leaveOutNamed } from './case-conflicts.ts';
import type { CaseDesk } from './case-desk.ts';
import { tellStaff } from './record-report.ts';

/** It gets its number and its deadlines, and everybody is told as of any other. What is decided in it is judged next. */
export function takeUpTyped(desk: CaseDesk, row: Row<Case>, who: string): void {
  const typed = row.entry.number;
  const number = desk.nextCase();
  const received = row.entry.received ?? desk.now;
  const kind = row.entry.kind ?? 'Possible violation';
  const urgency = row.entry.urgency ?? caseUrgency({ ...row.entry, kind });
  const fresh = { number, received, kind, urgency, ...firstDeadlines(received, desk.rules) };
  const isStatusEmpty = row.entry.status === null && row.faults.status === undefined;
  const checked = checkedState({ ...row.entry, ...fresh, ...NOTHING_DECIDED });
  desk.tables.cases.update(row, { ...fresh, ...(isStatusEmpty ? { status: 'New' } : {}), checked });
  desk.log(number, CASE_LOG.received, { who });
  // Words in place of a number would come into mails and into Registers; the log keeps them.
  if (typed !== '')
    desk.log(number, CASE_LOG.putBack, { who, details: `${CASE_HEADERS.cases.number}: ${typed}` });
  desk.audit({ who, what: CASE_AUDIT.received, subject: number, before: '', after: '' });
  leaveOutNamed(desk, row.entry);
  tellStaff(desk, row.entry);
}
