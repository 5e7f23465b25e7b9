// What the doctor finds: where, how serious, what is wrong in plain words, and what to do about it.

import { findingWords } from '../../src/content/check-words.ts';
import { type Finding as InSheet, levelOf } from '../../src/domain/check-findings.ts';

export interface Finding {
  /** Red: something does not work, or is open to people who must not see it. Amber: worth a look. */
  readonly severity: 'red' | 'amber';
  readonly where: string;
  readonly what: string;
  readonly remedy: string;
}

export const red = (where: string, what: string, remedy: string): Finding => ({
  severity: 'red',
  where,
  what,
  remedy,
});
export const amber = (where: string, what: string, remedy: string): Finding => ({
  ...red(where, what, remedy),
  severity: 'amber',
});

export const REPAIR =
  'Choose “Code of Conduct → Set up or repair…” in the Registers. It puts back what is missing and changes no data.';

/** What “Check set-up…” in the menu would say too; what it calls good, or cannot see itself, is no finding here. */
export const asInSheet = (where: string, found: readonly InSheet[]): Finding[] =>
  found.flatMap((one) => {
    const level = levelOf(one);
    if (level !== 'wrong' && level !== 'look') return [];
    const { what, whatToDo } = findingWords(one);
    return [(level === 'wrong' ? red : amber)(where, what, whatToDo)];
  });
