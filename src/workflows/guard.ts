// Stands around every workflow: what stops it reaches staff in plain words, and nothing fails in silence.

import { PROBLEMS, type WorkflowName } from '../content/problems.ts';
import { writeProperty } from '../google/properties.ts';
import { log } from '../google/session.ts';
import { readTexts } from '../google/texts.ts';
import { RegisterDamaged } from '../registers/register.ts';
import { PROPERTY } from './config.ts';
import { noteProblems } from './note-problem.ts';
import { inWordsForStaff, Refusal, StaffError } from './staff-error.ts';

/**
 * Runs a workflow. What stops it goes to the Problems tab and is thrown again, so that Google's own report has it too.
 * The words are read first: without them nothing is begun, so that nothing is left half done or said in no words.
 */
export function guarded<T>(work: () => T, workflow: WorkflowName = 'person'): T {
  readTexts();
  try {
    return work();
  } catch (error) {
    if (error instanceof Refusal) throw error;
    const words = inWordsForStaff(error, workflow);
    log(error instanceof Error ? (error.stack ?? error.message) : String(error));
    noteProblems(words);
    throw new Error(`${words.what} ${words.whatToDo}`);
  }
}

/** Runs what a dialog asked for and answers as JSON: the value, or what to tell the person. */
export function answering(work: () => unknown): string {
  try {
    return JSON.stringify({ ok: true, value: guarded(work) });
  } catch (error) {
    return JSON.stringify({ ok: false, message: error instanceof Error ? error.message : String(error) });
  }
}

/** Runs a workflow on cases; nobody else gets to know what Google says when something fails. */
export const guardedCases = <T>(work: () => T): T => guarded(() => inConfidence(work), 'cases');

/**
 * Works on cases. What Google says when something fails may repeat what a report tells, so neither the Problems tab
 * nor the log gets to know more than that something failed, and where in the program.
 */
export function inConfidence<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof Refusal) throw error;
    rememberTrouble();
    if (error instanceof StaffError) throw error;
    if (error instanceof RegisterDamaged)
      throw new StaffError(PROBLEMS.casesDamaged(error.tab, error.missing));
    log(placesOf(error));
    throw new StaffError(PROBLEMS.caseWork);
  }
}

/** So that the next work on cases that goes well ticks off what staff were told. */
function rememberTrouble(): void {
  try {
    writeProperty(PROPERTY.caseTrouble, 'yes');
  } catch {
    // Then staff tick it off themselves.
  }
}

/** Where in the program an error was thrown, without a word of what it said. */
function placesOf(error: unknown): string {
  if (!(error instanceof Error)) return '';
  const said = String(error);
  const stack = error.stack ?? '';
  return stack.startsWith(said) ? stack.slice(said.length) : '';
}
