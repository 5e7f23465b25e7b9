// Writes the outcomes of cases into Members: the status alone, and never why.

import { CASE_LOG } from '../content/case-words.ts';
import { PROBLEMS } from '../content/problems.ts';
import { AUDIT } from '../content/tab-words.ts';
import { appliedText, type StatusChange, statusChanges } from '../domain/case-roster.ts';
import { RegisterDamaged } from '../registers/register.ts';
import type { CaseDesk } from './case-desk.ts';
import { type Desk, openDesk } from './desk.ts';
import { noteProblems } from './note-problem.ts';
import { updateStandings } from './roster.ts';
import { inWordsForStaff, Refusal } from './staff-error.ts';
import { inTurn, WAIT } from './turn.ts';

/**
 * Brings the status of members in line with the outcomes, after all else has been committed and mailed. What is to be
 * done is written into Cases first and ticked off last, so that a run that dies between is finished by the next. While
 * others work on the registers for long, or these are damaged, the next run does it.
 */
export function applyOutcomes(desk: CaseDesk): void {
  // A row that gives one member back may then be about another.
  for (let round = 0; round < 2; round++) {
    const { people, cases } = desk.tables;
    const changes = statusChanges(people.entries, cases.entries, desk.today);
    if (changes.length === 0) return;
    try {
      const apply = () => applyAll(desk, openDesk(desk.config, 'recent'), changes);
      if (!inTurn(WAIT.dialog, apply)) return;
    } catch (error) {
      if (error instanceof Refusal) return;
      if (!(error instanceof RegisterDamaged)) throw error;
      noteProblems(inWordsForStaff(error, 'cases'));
      return;
    }
  }
}

/** Says whether there was anybody whose status could be changed. */
function applyAll(desk: CaseDesk, roster: Desk, changes: readonly StatusChange[]): boolean {
  const known = changes.filter((change) => isKnown(desk, roster, change));
  for (const change of known) {
    // Where no case has changed her status yet, it is given back as it is now.
    if (change.before === '') change.earlier ??= roster.memberRow(change.memberId)?.entry.status ?? null;
    noteApplied(desk, change, false);
  }
  desk.commit();
  for (const change of known) applyTo(roster, change);
  roster.commit();
  for (const change of known) noteApplied(desk, change, true);
  desk.commit();
  return known.length > 0;
}

function noteApplied(desk: CaseDesk, change: StatusChange, isDone: boolean): void {
  const { people } = desk.tables;
  for (const { id, status } of change.rows) {
    const row = people.find(id);
    if (!row) continue;
    people.update(row, { applied: appliedText(change, status, isDone) });
    const details = `${change.memberId} ${status}`.trim();
    if (isDone) desk.log(row.entry.number, CASE_LOG.applied, { details });
  }
}

/** Who was only away because of a case gets back the status that she had before it. */
function applyTo(roster: Desk, { memberId, before, after, earlier }: StatusChange): void {
  const row = roster.memberRow(memberId);
  if (!row) return;
  const now = row.entry.status;
  const isBack = after === '' && before !== '' && now === before;
  const status = after !== '' ? after : isBack ? (earlier ?? 'Active') : now;
  if (status === now) return;
  roster.tables.members.update(row, { status });
  roster.audit({ what: AUDIT.statusByProgram, subject: memberId, before: now ?? '', after: status ?? '' });
  updateStandings(roster, [row]);
}

/** A number that is not on the roster is told to staff; one that is only taken back is done with. */
function isKnown(desk: CaseDesk, roster: Desk, { memberId, rows, after }: StatusChange): boolean {
  if (after === '' || roster.memberRow(memberId)) return true;
  for (const { id } of rows) {
    const number = desk.tables.people.find(id)?.entry.number ?? '';
    desk.tell(PROBLEMS.memberNotFound(number));
  }
  return false;
}
