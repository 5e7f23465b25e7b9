// Finds who of the staff is named in a report; when in doubt somebody is left out rather than told.

import type { PersonNamed } from './case-entries.ts';
import type { StaffPerson } from './case-staff.ts';
import { mailboxOf } from './email-address.ts';
import { plainLetters } from './plain-letters.ts';

/** What a report says, and about whom. */
export interface NamedIn {
  /** All that was written in free words. */
  texts: readonly string[];
  /** The fields in which people are named; a field may hold several. */
  people: readonly Pick<PersonNamed, 'part' | 'name' | 'email'>[];
}

export interface Conflict {
  /** The address of the one who is left out. */
  email: string;
  because: 'address' | 'full name' | 'single name' | 'same person';
}

/**
 * Who of the staff is left out, each address once. `shared` are addresses that name nobody, such as the contact
 * address. A person with two addresses is known again by her name.
 */
export function conflictsOf(
  report: NamedIn,
  staff: readonly StaffPerson[],
  shared: readonly string[] = [],
): Conflict[] {
  const found = new Map<string, Conflict>();
  const sharedBoxes = shared.map(mailboxOf);
  const said = saidIn(report);
  for (const person of staff) {
    const mailbox = mailboxOf(person.email);
    const because = howNamed(person, said, sharedBoxes.includes(mailbox));
    if (because && !found.has(mailbox)) found.set(mailbox, { email: mailbox, because });
  }
  const namesFound = new Set(staff.filter(({ email }) => found.has(mailboxOf(email))).map(nameKey));
  for (const person of staff) {
    const mailbox = mailboxOf(person.email);
    if (nameKey(person) !== '' && namesFound.has(nameKey(person)) && !found.has(mailbox))
      found.set(mailbox, { email: mailbox, because: 'same person' });
  }
  return [...found.values()];
}

/** Whether somebody is among those in conflict, whatever tag her address carries. */
export function isConflicted(email: string, conflicted: readonly string[]): boolean {
  return conflicted.map(mailboxOf).includes(mailboxOf(email));
}

const nameKey = ({ name }: StaffPerson) => wordsOf(name).sort().join(' ');

/** A report made ready for being looked through for many people. */
interface Said {
  /** Each text, free words and fields, as addresses are looked for in it, and its words. */
  readonly texts: readonly { readonly forAddresses: string; readonly words: readonly string[] }[];
  /** The fields in which people are named. */
  readonly people: readonly Field[];
}

/** A field in which people are named, and the words in it that say who it is. */
interface Field {
  readonly part: PersonNamed['part'];
  readonly names: readonly string[];
}

function saidIn({ texts, people }: NamedIn): Said {
  const all = [...texts, ...people.flatMap(({ name, email }) => [name, email])];
  return {
    texts: all.map((text) => ({ forAddresses: forAddresses(text), words: wordsOf(text) })),
    people: people.map(({ part, name }) => ({ part, names: namesOf(name) })),
  };
}

function howNamed(person: StaffPerson, said: Said, isShared: boolean): Conflict['because'] | null {
  const { texts, people } = said;
  const mailbox = mailboxOf(person.email.normalize('NFKC'));
  if (!isShared && texts.some((text) => hasMailbox(text.forAddresses, mailbox))) return 'address';
  const name = namesOf(person.name);
  if (texts.some(({ words }) => hasFullName(words, name))) return 'full name';
  return people.some((field) => hasSingleName(field, name)) ? 'single name' : null;
}

/** A text in which each address stands without a tag, and without spaces around its @. */
const forAddresses = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(/ ?(?:@|[([]at[)\]]) ?/g, '@')
    .replace(/(?<![^@ ])([^@ +]*)\+[^@ ]*@/g, '$1@');

/** Whether the mailbox stands in a text that is made ready for it. */
function hasMailbox(plain: string, mailbox: string): boolean {
  if (mailbox === '') return false;
  let at = plain.indexOf(mailbox);
  while (at >= 0) {
    const [before, after] = [plain.charAt(at - 1), plain.charAt(at + mailbox.length)];
    if (!/[a-z0-9_]/.test(before + after)) return true;
    at = plain.indexOf(mailbox, at + 1);
  }
  return false;
}

/** Parts of names and titles that say nothing about who it is. */
const PARTICLES: ReadonlySet<string> = new Set(
  'de da do dos das del della der den di du la las le los van von bin bint ibn al el ten ter mr mrs ms miss dr prof jr sr'.split(
    ' ',
  ),
);

/** The words of a text in small plain letters: no accents, no quotes, no `'s`. */
function wordsOf(text: string): string[] {
  return plainLetters(text)
    .replace(/['’‘ʼ`´]s(?!\p{L})/gu, '')
    .replace(/(?<=\p{L})['’‘ʼ`´](?=\p{L})/gu, '')
    .split(/[^\p{L}]+/u)
    .filter((word) => word !== '');
}

/** The words of a name that say who it is: no initials and particles, unless it has little else (`Van Le`). */
function namesOf(name: string): string[] {
  const words = [...new Set(wordsOf(name))];
  const telling = words.filter((word) => !/^[a-z]$/.test(word) && !PARTICLES.has(word));
  return telling.length > 1 ? telling : words;
}

/** Two words of one name so far apart still belong together: `Ana "Annie" María de la Ruiz`. */
const NEAR = 5;

/** Whether two different words of the name stand near each other, in any order; of a name of one word, that one. */
function hasFullName(words: readonly string[], name: readonly string[]): boolean {
  const [only] = name;
  if (only !== undefined && name.length === 1) return words.includes(only);
  return words.some((word, index) => {
    if (!name.includes(word)) return false;
    return words.slice(index + 1, index + 1 + NEAR).some((next) => next !== word && name.includes(next));
  });
}

/**
 * Whether a field for people has one word of the name. A reporter tells her own name, which is often a common one:
 * hers counts only when it has nothing but words and initials of this name.
 */
function hasSingleName({ part, names: written }: Field, name: readonly string[]): boolean {
  if (part !== 'Reporter') return written.some((word) => name.includes(word));
  const fits = (word: string) =>
    name.some((known) => known === word || (word.length === 1 && known.startsWith(word)));
  return written.length > 0 && written.every(fits);
}
