// Compares names as people write them: accents, case, order, nicknames and titles aside.

import { once } from './once.ts';
import { plainLetters } from './plain-letters.ts';

/** Parts of names and titles that say nothing about who it is. */
const PARTICLES: ReadonlySet<string> = new Set(
  'de da do dos das del della der den di du la las le los van von bin bint ibn al el ten ter y e'.split(' '),
);

const TITLES: ReadonlySet<string> = new Set(
  'mr mrs ms miss mx dr prof jr sr ii iii phd md esq rn dds mba ma'.split(' '),
);

/** The words of a name in small plain letters. What stands in quotes or brackets is a word like any other. */
export function nameWords(name: string): string[] {
  return plainLetters(name)
    .replace(/(?<=\p{L})['’‘ʼ`´](?=\p{L})/gu, '')
    .split(/[^\p{L}]+/u)
    .filter((word) => word !== '');
}

/** Two names with the same key are written with the same words, in whatever order. */
export const nameKey = (name: string) => nameWords(name).sort().join(' ');

export const isTitle = (text: string) => {
  const words = nameWords(text.replace(/\./g, ''));
  return words.length > 0 && words.every((word) => TITLES.has(word));
};

/** One way to call a person. */
export interface Reading {
  /** The words in the order in which they are written, titles and initials aside. */
  words: string[];
  /** Those that say who it is: no particles, unless there is little else (`Van Le`). */
  telling: string[];
  initials: string[];
  /** All of it as one word, so that `O Brien` is `O'Brien`. */
  joined: string;
}

/** What is said in quotes or brackets within a name: `Ana "Annie" Ruiz`, `Ana (Annie) Ruiz`. */
const saidWithin = once(
  () => /["“”„«»]([^"“”„«»]+)["“”„«»]|[([]([^)\]]+)[)\]]|(?<!\p{L})['‘’]([^'‘’]+)['‘’](?!\p{L})/gu,
);

/**
 * The ways to read a name: as it stands without its nickname, with the nickname in place of the first name, and with
 * both. `Ruiz, Ana` is read as `Ana Ruiz`.
 */
export function readingsOf(name: string): Reading[] {
  const turned = name.replace(/^([^,]+),\s*([^,]+)$/, (whole, last: string, first: string) =>
    isTitle(first) ? last : nameWords(last).length > 0 ? `${first} ${last}` : whole,
  );
  const nicknames: string[] = [];
  const plain = turned.replace(saidWithin(), (_, a?: string, b?: string, c?: string) => {
    nicknames.push(a ?? b ?? c ?? '');
    return ' ';
  });
  const [first, ...rest] = nameWords(plain).filter((word) => !TITLES.has(word));
  if (first === undefined) return nameWords(turned).length > 0 ? [readingOf(nameWords(turned))] : [];
  const readings = [readingOf([first, ...rest])];
  for (const nickname of nicknames.map(nameWords).filter((words) => words.length > 0)) {
    readings.push(readingOf([...nickname, ...rest]), readingOf([first, ...nickname, ...rest]));
  }
  return readings;
}

function readingOf(all: string[]): Reading {
  const spelled = all.filter((word) => !/^[a-z]$/.test(word));
  const words = spelled.length > 0 ? spelled : all;
  const telling = words.filter((word) => !PARTICLES.has(word));
  return {
    words,
    telling: telling.length > 1 ? telling : words,
    initials: spelled.length > 0 ? all.filter((word) => !spelled.includes(word)) : [],
    joined: all.join(''),
  };
}

/** Whether two words differ by one letter at most: left out, added, another one, or two that changed places. */
export function almostSame(a: string, b: string): boolean {
  if (a === b) return true;
  if (Math.min(a.length, b.length) < 3 || Math.abs(a.length - b.length) > 1) return false;
  const shorter = Math.min(a.length, b.length);
  let start = 0;
  while (start < shorter && a[start] === b[start]) start++;
  let end = 0;
  while (end < shorter - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
  const left = a.length - start - end;
  if (Math.max(left, b.length - start - end) <= 1) return true;
  return left === 2 && a.length === b.length && a[start] === b[start + 1] && a[start + 1] === b[start];
}

/** Words as they are folded: the same few are compared many thousand times. */
const folds = new Map<string, string>();

/** `ue` as some write `ü`; the same is done to both sides, so nothing else is told apart by it. */
export function foldUmlauts(word: string): string {
  let fold = folds.get(word);
  if (fold === undefined) {
    fold = word.replace(/([aou])e/g, '$1');
    folds.set(word, fold);
  }
  return fold;
}
