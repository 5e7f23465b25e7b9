// Writes into the case log that somebody changed what was told, what the case is about, or made it less urgent.

import { CASE_HEADERS } from '../content/case-tab-words.ts';
import { CASE_AUDIT, CASE_LOG, toldIsGone } from '../content/case-words.ts';
import { checkedIn, digestsOf, TOLD_FIELDS } from '../domain/case-decided.ts';
import type { Case } from '../domain/case-entries.ts';
import type { Row } from '../registers/table.ts';
import type { CaseDesk } from './case-desk.ts';

const HEADERS = CASE_HEADERS.cases;

export function noteTold(desk: CaseDesk, row: Row<Case>, who: string): void {
  const { entry } = row;
  const { number } = entry;
  const before = checkedIn(entry);
  const note = (field: keyof Case, details = '') => {
    desk.log(number, CASE_LOG.changed(HEADERS[field]), { who, details });
    const what = CASE_AUDIT.changed(HEADERS[field]);
    desk.audit({ who, what, subject: number, before: '', after: '' });
  };
  for (const [index, digest] of digestsOf(entry).entries()) {
    const field = TOLD_FIELDS[index];
    if (!field || !before.told || before.told[index] === digest) continue;
    note(field);
    desk.note(desk.tables.cases, row, field, digest === '' ? toldIsGone() : '');
  }
  const told = (value: string | null) => (value ?? '').replace(/\n/g, ', ');
  for (const field of ['kind', 'guidelines', 'urgency'] as const) {
    const was = before[field];
    // What makes a case urgent is told to the safety contacts.
    const isRaised = field === 'urgency' && was !== 'Urgent';
    if (was !== undefined && was !== entry[field] && !isRaised)
      note(field, `${told(was)} → ${told(entry[field])}`);
  }
}
