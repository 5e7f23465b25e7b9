// The pass-phrase with which a reporter adds to her report; only a keyed hash of it is kept.

import { sameInConstantTime, seal } from './digest.ts';

/** As she meant it: small letters, single spaces, and no difference between straight and curly quotes or dashes. */
export function tidyPassPhrase(phrase: string): string {
  return phrase
    .replace(/[‘’ʼ`´]/g, "'")
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .replace(/[“”„]/g, '"')
    .replace(/[-‐‑‒–—−]+/g, '-')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase()
    .normalize('NFKC');
}

const LEAST_CHARACTERS = 10;

/** Long enough that it is not guessed in a few tries. */
export function isLongEnough(phrase: string): boolean {
  return [...tidyPassPhrase(phrase)].length >= LEAST_CHARACTERS;
}

/** The keyed hash to keep; empty when there is no phrase. What it seals can be no other thing that we seal. */
export function passPhraseHash(phrase: string, secret: string): string {
  const tidy = tidyPassPhrase(phrase);
  return tidy === '' ? '' : seal(`pass-phrase of a case\n${tidy}`, secret);
}

/** Whether this is the phrase; never when none was kept. */
export function isPassPhrase(phrase: string, kept: string, secret: string): boolean {
  return kept !== '' && sameInConstantTime(passPhraseHash(phrase, secret), kept);
}
