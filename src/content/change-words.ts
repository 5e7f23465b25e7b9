// A change of a clause in words, for mails and for staff.

import type { ClauseChange, Stretch } from '../domain/difference.ts';
import { type ChangeWords, changeAsText } from './mail-words.ts';

export const CHANGE_LABELS = { added: 'new', removed: 'taken out', reworded: 'changed' } as const;

export function changeWords({ kind, title, stretches }: ClauseChange): ChangeWords {
  return { clause: title, label: CHANGE_LABELS[kind], stretches: stretches.map(stretchWords) };
}

function stretchWords({ kind, text }: Stretch): ChangeWords['stretches'][number] {
  if (kind === 'added') return { added: text };
  return kind === 'removed' ? { removed: text } : { same: text };
}

/** One line: the clause, what happened to it, and its words. */
export function clauseInWords(change: ClauseChange): string {
  return changeAsText(changeWords(change)).replace('\n', ': ');
}
