// The open problems, each by what it is about: so that nothing is told twice, as a problem and as what it is.

import { documentProblems, PROBLEMS } from '../content/problems.ts';
import type { Acceptance, Problem } from '../domain/entries.ts';
import type { WaitingKind } from '../domain/today.ts';
import type { Row } from '../registers/table.ts';
import type { Desk } from './desk.ts';

export interface OpenProblem {
  row: Row<Problem>;
  kind: WaitingKind;
}

/** Without those of members who stand in Follow-up for the same. */
export function openProblems({ tables }: Desk): OpenProblem[] {
  const followed = tables.followUps.entries.filter(({ done }) => !done);
  const told = new Set(followed.map(({ memberId, name }) => PROBLEMS.noMailbox(memberId, name).what));
  const open = tables.problems.rows.filter(({ entry }) => !entry.done && !told.has(entry.what));
  return open.map((row) => ({ row, kind: kindOf(row.entry) }));
}

/** The answer that such a problem asks to match; without its row when that is settled and was not read. */
export function answerToMatch({ tables }: Desk, { what }: Problem): { id: string; row?: Row<Acceptance> } {
  const [id = ''] = /\bA-\d+/.exec(what) ?? [];
  return { id, row: tables.acceptances.find(id) };
}

/** By what it asks staff to do. */
function kindOf({ whatToDo }: Problem): WaitingKind {
  const isOf = (words: Pick<Problem, 'whatToDo'>) => words.whatToDo === whatToDo;
  if (isOf(PROBLEMS.toMatch(''))) return 'answer to match';
  if (isOf(PROBLEMS.optOutToMatch(''))) return 'request to match';
  if (isOf(PROBLEMS.agreementToMatch(''))) return 'agreement to match';
  if (isOf(PROBLEMS.mailFailed('', '', '')) || isOf(PROBLEMS.mailNotWritten('', ''))) return 'failed mail';
  return documentProblems().includes(whatToDo) ? 'document' : 'problem';
}
