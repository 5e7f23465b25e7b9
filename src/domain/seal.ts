// Seals words about a person: a later change shows, and yet they can be erased without breaking what proves the rest.

import { sha256Hex } from './digest.ts';

/** Stands before the digest that takes the place of a seal when the words are erased. */
const ERASED = 'erased ';

/**
 * A seal that nobody can guess. It is kept beside the words and erased with them, so that afterwards no name or address
 * can be tried against their digest.
 */
export const sealFrom = (seed: string, number: number) => sha256Hex(`${seed} ${number}`).slice(0, 32);

export const isErased = (seal: string) => seal.startsWith(ERASED);

/** What proves the words under their seal; of erased words nothing may be left. Fits nothing when something is. */
export function digestOfWords(seal: string, words: readonly string[]): string {
  if (!isErased(seal)) return sha256Hex(JSON.stringify([seal, ...words]));
  return words.every((word) => word === '') ? seal.slice(ERASED.length) : '';
}

/** The seal of these words once they are erased. */
export const erasedSeal = (seal: string, words: readonly string[]) =>
  isErased(seal) ? seal : ERASED + digestOfWords(seal, words);
