// Errors that are meant for people: a problem for the Problems tab, or a no to someone at a dialog.

import { PROBLEMS, type ProblemWords, type WorkflowName } from '../content/problems.ts';
import { RegisterDamaged } from '../registers/register.ts';

/** Something that staff can put right. The message says what it is and what to do. */
export class StaffError extends Error {
  constructor(readonly words: ProblemWords) {
    super(`${words.what} ${words.whatToDo}`);
    this.name = 'StaffError';
  }
}

/** What was asked cannot be done, as it was asked; nothing has been changed. */
export class Refusal extends Error {}

/** Any error in words for staff. */
export function inWordsForStaff(error: unknown, workflow: WorkflowName): ProblemWords {
  if (error instanceof StaffError) return error.words;
  if (error instanceof RegisterDamaged) {
    return error.missing.length > 0
      ? PROBLEMS.columnsMissing(error.tab, error.missing)
      : PROBLEMS.tabMissing(error.tab);
  }
  return PROBLEMS.unexpected(workflow, error instanceof Error ? error.message : String(error));
}
