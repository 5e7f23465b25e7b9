// A change of a clause in words, for mails and for staff.

import type { ClauseChange, Stretch } from '../domain/difference.ts';
import { type ChangeWords, changeAsText } from './mail-words.ts';

export const CHANGE_LABELS = { added: 'new', removed: 'taken out', reworded: 'changed' } as const;

/** Of a clause that was taken out, so many words are shown. */
const MOST_REMOVED = 30;

export function changeWords({ kind, title, stretches }: ClauseChange): ChangeWords {
  const shown = kind === 'removed' ? stretches.map(shortened) : stretches;
  return { clause: title, label: CHANGE_LABELS[kind], stretches: shown.map(stretchWords) };
}

function shortened({ kind, text }: Stretch): Stretch {
  const words = text.split(' ');
  return { kind, text: words.length > MOST_REMOVED ? `${words.slice(0, MOST_REMOVED).join(' ')} …` : text };
}

function stretchWords({ kind, text }: Stretch): ChangeWords['stretches'][number] {
  if (kind === 'added') return { added: text };
  return kind === 'removed' ? { removed: text } : { same: text };
}

/** One line: the clause, what happened to it, and its words. */
export function clauseInWords(change: ClauseChange): string {
  return changeAsText(changeWords(change)).replace('\n', ': ');
}
