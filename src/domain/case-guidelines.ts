// Which guidelines of the code a case is about, and whether it is about violence.

import { type Case, GUIDELINES, type Guideline } from './case-entries.ts';

/** The guidelines that stand in a cell, one to a line (or with commas between); anything else is left aside. */
export function guidelinesOf(cell: string): Guideline[] {
  const named = new Set(cell.split(/[\n,;]/).map((line) => line.trim().toLowerCase()));
  return GUIDELINES.filter((guideline) => named.has(guideline.toLowerCase()));
}

const ABOUT_VIOLENCE: readonly Guideline[] = ['Violence or threats', 'Weapons', 'Harm to a child'];

/** Whether the zero tolerance of the code applies: a safety concern, violence, a weapon, harm to a child. */
export function isAboutViolence({ kind, guidelines }: Pick<Case, 'kind' | 'guidelines'>): boolean {
  return (
    kind === 'Safety concern' || guidelinesOf(guidelines).some((named) => ABOUT_VIOLENCE.includes(named))
  );
}
