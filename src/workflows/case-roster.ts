// Writes the outcomes of cases into Members: the status alone, and never why.

import { CASE_LOG } from '../content/case-words.ts';
import { PROBLEMS } from '../content/problems.ts';
import { AUDIT } from '../content/tab-words.ts';
import { type StatusChange, statusChanges } from '../domain/case-roster.ts';
import type { CaseDesk } from './case-desk.ts';
import { type Desk, openDesk } from './desk.ts';
import { drainOnce } from './drain-acceptances.ts';
import { updateStandings } from './roster.ts';
import { Refusal } from './staff-error.ts';
import { inTurn, WAIT } from './turn.ts';

/**
 * Brings the status of members in line with the outcomes. The roster is written first: a run that dies between finds
 * it as it should be, and only notes it here. While others work on the registers for long, the next run does it.
 */
export function applyOutcomes(desk: CaseDesk): void {
  const { people, cases } = desk.tables;
  const changes = statusChanges(people.entries, cases.entries, desk.today);
  if (changes.length === 0) return;
  const done = writtenInTurn(desk, changes);
  for (const { rows, after, memberId } of done) {
    for (const { id, applied } of rows) {
      const row = people.find(id);
      if (!row) continue;
      people.update(row, { applied });
      desk.log(row.entry.number, CASE_LOG.applied, { details: `${memberId} ${after}`.trim() });
    }
  }
}

/** Those of the changes that are done with. */
function writtenInTurn(desk: CaseDesk, changes: readonly StatusChange[]): StatusChange[] {
  const { config } = desk;
  const work = () => {
    const roster = openDesk(config, 'recent');
    const done = changes.filter((change) => applyTo(roster, change) || isUnknown(desk, change));
    roster.commit();
    return done;
  };
  try {
    const turn = { startedMs: config.startedMs, waitMs: WAIT.dialog };
    return inTurn(turn, work, () => drainOnce(config));
  } catch (error) {
    if (error instanceof Refusal) return [];
    throw error;
  }
}

/** Says whether she is on the roster. Who was only away because of a case is active again when that is over. */
function applyTo(roster: Desk, { memberId, before, after }: StatusChange): boolean {
  const row = roster.memberRow(memberId);
  if (!row) return false;
  const now = row.entry.status;
  const isBack = after === '' && before !== '' && now === before;
  const status = after !== '' ? after : isBack ? 'Active' : now;
  if (status !== now) {
    roster.tables.members.update(row, { status });
    roster.audit({ what: AUDIT.statusByProgram, subject: memberId, before: now ?? '', after: status ?? '' });
    updateStandings(roster, [row]);
  }
  return true;
}

/** A number that is not on the roster is told to staff; one that was only taken back is done with. */
function isUnknown(desk: CaseDesk, { rows, after }: StatusChange): boolean {
  if (after === '') return true;
  for (const { id } of rows) {
    const number = desk.tables.people.find(id)?.entry.number ?? '';
    desk.tell(PROBLEMS.memberNotFound(number));
  }
  return false;
}
