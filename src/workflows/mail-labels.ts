// The labels of the mailbox: staff, or a filter, put them on what the desk is to take up.

import { ALL_LABELS } from '../content/mailbox-words.ts';
import { MAIL_PROBLEMS } from '../content/problems.ts';
import { makeLabel, readLabels } from '../google/mailbox.ts';
import type { Desk } from './desk.ts';

/** Upper and lower case are the same to Gmail, and it refuses a second label of that name. */
function missingLabels(): string[] {
  const known = new Set(Array.from(readLabels().keys(), (name) => name.toLowerCase()));
  return ALL_LABELS.filter((name) => !known.has(name.toLowerCase()));
}

/** Makes the labels that are missing, and says which. */
export function makeLabels(): string[] {
  const missing = missingLabels();
  for (const name of missing) makeLabel(name);
  return missing;
}

/** Tells staff of labels that somebody deleted or renamed. */
export function checkLabels(desk: Desk): void {
  const missing = missingLabels();
  const { what, whatToDo } = MAIL_PROBLEMS.labelsMissing(missing);
  desk.solve({ whatToDo }, new Set(missing.length > 0 ? [what] : []));
  if (missing.length > 0) desk.problem({ what, whatToDo }, 'mailbox');
}
