// Finds who is meant by a name or an address, among people who are known; when in doubt it says so and never guesses.

import { mailboxOf } from './email-address.ts';
import { almostSame, foldUmlauts, nameWords, type Reading, readingsOf } from './person-names.ts';

export interface Findable {
  name: string;
  emails: readonly string[];
}

/** What was written to say who is meant; one of both may be empty. */
export interface Sought {
  name: string;
  email: string;
}

export type Finding<P> =
  | { how: 'one'; person: P }
  /** The name or the address is that of each of them. */
  | { how: 'several'; candidates: P[] }
  /** Only part of the name fits, or the name and the address do not fit together. */
  | { how: 'part'; candidates: P[] }
  | { how: 'none' };

/** People with all the ways to read their names, made once for many questions. */
export interface PeopleIndex<P> {
  byBox: ReadonlyMap<string, P[]>;
  /** By all words of a name, in any order. */
  byWords: ReadonlyMap<string, Set<P>>;
  /** By the telling words in any order, and by all words written as one. */
  byTelling: ReadonlyMap<string, Set<P>>;
  byWord: ReadonlyMap<string, Set<P>>;
  readings: ReadonlyMap<P, Reading[]>;
}

const sorted = (words: readonly string[]) => [...words].sort().join(' ');

/** Keys of a name: `=` marks the words written as one. */
const looseKeys = ({ words, telling, joined }: Reading) => [
  sorted(telling),
  `=${words.join('')}`,
  `=${joined}`,
];

/** The mailbox behind an address; Gmail takes no notice of dots. */
function boxOf(email: string): string {
  const [, local = '', host = ''] = /^([^@]*)@(.*)$/.exec(mailboxOf(email)) ?? [];
  if (host === 'gmail.com' || host === 'googlemail.com') return `${local.replace(/\./g, '')}@gmail.com`;
  return local === '' ? '' : `${local}@${host}`;
}

export function indexPeople<P extends Findable>(people: readonly P[]): PeopleIndex<P> {
  const byBox = new Map<string, P[]>();
  const byWords = new Map<string, Set<P>>();
  const byTelling = new Map<string, Set<P>>();
  const byWord = new Map<string, Set<P>>();
  const readings = new Map<P, Reading[]>();
  const put = (map: Map<string, Set<P>>, key: string, person: P) => {
    const known = map.get(key);
    if (known) known.add(person);
    else map.set(key, new Set([person]));
  };
  for (const person of people) {
    for (const box of new Set(person.emails.map(boxOf)))
      if (box !== '') byBox.set(box, [...(byBox.get(box) ?? []), person]);
    const hers = readingsOf(person.name);
    readings.set(person, hers);
    for (const reading of hers) {
      put(byWords, sorted(reading.words), person);
      for (const key of looseKeys(reading)) put(byTelling, key, person);
      for (const word of reading.telling) put(byWord, word, person);
    }
  }
  return { byBox, byWords, byTelling, byWord, readings };
}

export function findPerson<P extends Findable>(index: PeopleIndex<P>, sought: Sought): Finding<P> {
  if (sought.email === '') return byName(index, sought.name);
  const owners = index.byBox.get(boxOf(sought.email)) ?? [];
  if (owners.length === 0) return byNameOfStranger(index, sought);
  const readings = readingsOf(sought.name);
  if (readings.length === 0) return oneOf(owners);
  const hersOf = (person: P) => index.readings.get(person) ?? [];
  const namesakes = owners.filter((owner) => isFullName(readings, hersOf(owner)));
  if (namesakes.length > 0) return oneOf(namesakes);
  const alike = owners.filter((owner) => isPart(readings, hersOf(owner)));
  if (alike.length === 1 && owners.length === 1) return { how: 'one', person: alike[0] as P };
  return { how: 'part', candidates: [...new Set([...owners, ...candidatesOf(byName(index, sought.name))])] };
}

/** The address is nobody's: a name that fits is a hint, also when it stands in the address (`ana.ruiz@`). */
function byNameOfStranger<P extends Findable>(index: PeopleIndex<P>, { name, email }: Sought): Finding<P> {
  const local = email.replace(/@.*$/, '').replace(/\+.*$/, '');
  const hasName = nameWords(name).length > 0;
  const inAddress = fullNames(index, readingsOf(local.replace(/[\d._-]+/g, ' ')));
  const found = hasName ? candidatesOf(byName(index, name)) : [];
  const candidates = [
    ...new Set([...found, ...(nameWords(local).length > 1 || found.length === 0 ? inAddress : [])]),
  ];
  return candidates.length > 0 ? { how: 'part', candidates } : { how: 'none' };
}

export function candidatesOf<P>(finding: Finding<P>): P[] {
  if (finding.how === 'one') return [finding.person];
  return finding.how === 'none' ? [] : finding.candidates;
}

const oneOf = <P>(people: readonly P[]): Finding<P> =>
  people.length === 1 ? { how: 'one', person: people[0] as P } : { how: 'several', candidates: [...people] };

function byName<P extends Findable>(index: PeopleIndex<P>, name: string): Finding<P> {
  const readings = readingsOf(name);
  const full = fullNames(index, readings);
  const fitting = full.filter((person) => !initialsDiffer(readings, index.readings.get(person) ?? []));
  if (fitting.length > 0) return oneOf(fitting);
  const parts = new Set([...full, ...partNames(index, readings)]);
  return parts.size > 0 ? { how: 'part', candidates: [...parts] } : { how: 'none' };
}

/** Those whose name has all these words and no other; if there are none, particles and spaces aside. */
function fullNames<P>(index: PeopleIndex<P>, readings: readonly Reading[]): P[] {
  const exact = new Set(readings.flatMap(({ words }) => [...(index.byWords.get(sorted(words)) ?? [])]));
  if (exact.size > 0) return [...exact];
  const keys = readings.flatMap(looseKeys);
  return [...new Set(keys.flatMap((key) => [...(index.byTelling.get(key) ?? [])]))];
}

function isFullName(sought: readonly Reading[], hers: readonly Reading[]): boolean {
  const keys = new Set(hers.flatMap(looseKeys));
  const fits = sought.some((reading) => looseKeys(reading).some((key) => keys.has(key)));
  return fits && !initialsDiffer(sought, hers);
}

/** `Ana M. Ruiz` is not `Ana B. Ruiz`; where only one of them has an initial, it says nothing. */
function initialsDiffer(sought: readonly Reading[], hers: readonly Reading[]): boolean {
  const [first, second] = [sought[0]?.initials ?? [], hers[0]?.initials ?? []];
  return first.length > 0 && second.length > 0 && !first.some((initial) => second.includes(initial));
}

/** Those of whose name a part is written, or whose name is part of what is written; one slip of the pen aside. */
function partNames<P>(index: PeopleIndex<P>, readings: readonly Reading[]): P[] {
  const words = new Set(readings.flatMap(({ telling }) => telling));
  const found = new Set<P>();
  for (const [known, people] of index.byWord)
    for (const word of words) if (fitOf(word, known) !== 'no') for (const person of people) found.add(person);
  return [...found].filter((person) => isPart(readings, index.readings.get(person) ?? []));
}

function isPart(sought: readonly Reading[], hers: readonly Reading[]): boolean {
  return sought.some((one) => hers.some((other) => isWithin(one, other) || isWithin(other, one)));
}

type Fit = 'same' | 'almost' | 'initial' | 'no';

function fitOf(a: string, b: string): Fit {
  if (a === b || (a.length > 2 && foldUmlauts(a) === foldUmlauts(b))) return 'same';
  if (a.length === 1 || b.length === 1) return a[0] === b[0] ? 'initial' : 'no';
  return almostSame(a, b) ? 'almost' : 'no';
}

/** Whether each word of one name fits a word of the other; one may be misspelt when another is right. */
function isWithin(one: Reading, other: Reading): boolean {
  const left = [...other.telling, ...other.initials];
  const fits: Fit[] = [];
  for (const word of [...one.telling, ...one.initials]) {
    const [best] = ['same', 'almost', 'initial'].flatMap((fit) => {
      const at = left.findIndex((known) => fitOf(word, known) === fit);
      return at < 0 ? [] : [{ at, fit: fit as Fit }];
    });
    if (!best) return false;
    left.splice(best.at, 1);
    fits.push(best.fit);
  }
  const misspelt = fits.filter((fit) => fit === 'almost').length;
  return fits.includes('same') && misspelt <= 1;
}
