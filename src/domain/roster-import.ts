// Decides what an import would do to the roster. The page shows it, and the script works it out again before it writes.

import { sha256Hex } from './digest.ts';
import { tidyAddress } from './email-address.ts';
import type { LocalDate, Role, Status } from './entries.ts';
import { type ImportRow, type RowProblem, readRow, type Trouble } from './import-row.ts';
import { nameKey, nameWords } from './person-names.ts';
import { oneLine } from './text.ts';

/** A member as she stands on the roster, each cell as it is shown. */
export interface OnRoster {
  id: string;
  name: string;
  email: string;
  role: string;
  status: string;
  joined: string;
  /** Whether her data was erased; nothing of it may come back from an old list. */
  isErased: boolean;
}

export const CHANGEABLE = ['name', 'email', 'role', 'status', 'joined'] as const;
export type Changeable = (typeof CHANGEABLE)[number];

export interface Change {
  field: Changeable;
  from: string;
  to: string;
  /** Whether it is made unless the person says no; what is risky is made only when she says yes. */
  isUsual: boolean;
}

/** A member on the roster of whom the file says something else. */
export interface Changed {
  at: number;
  /** Her place on the roster. */
  place: number;
  id: string;
  name: string;
  changes: Change[];
}

/** A new member. */
export interface Added {
  at: number;
  name: string;
  email: string;
  role: Role | '';
  status: Status;
  joined: LocalDate | '';
  /** Members of the same name with another address: it may be one of them. Then she is only added when the person says so. */
  alike: { id: string; email: string }[];
}

export interface NotTaken {
  at: number;
  name: string;
  troubles: Trouble[];
}

export interface ImportPlan {
  added: Added[];
  changed: Changed[];
  unchanged: number;
  notTaken: NotTaken[];
  /** Places on the roster of members who are not in the file; nothing happens to them. */
  notInFile: number[];
}

/** So many namesakes of a new member are named. */
const MOST_ALIKE = 3;

/** What the person can say yes or no to. */
export const choiceOf = {
  added: ({ at }: Pick<Added, 'at'>) => `${at}`,
  change: ({ at }: Pick<Changed, 'at'>, { field }: Pick<Change, 'field'>) => `${at} ${field}`,
};

/** All that the person can say yes or no to, each with what holds unless she does. */
export const choicesOf = ({ added, changed }: ImportPlan) => [
  ...added.flatMap((one) => (one.alike.length > 0 ? [{ key: choiceOf.added(one), isUsual: false }] : [])),
  ...changed.flatMap((one) =>
    one.changes.map((change) => ({ key: choiceOf.change(one, change), isUsual: change.isUsual })),
  ),
];

/** What is done of a plan when these choices are yes. */
export function acceptedOf(
  { added, changed }: ImportPlan,
  yes: ReadonlySet<string>,
): Pick<ImportPlan, 'added' | 'changed'> {
  return {
    added: added.filter((one) => one.alike.length === 0 || yes.has(choiceOf.added(one))),
    changed: changed
      .map((one) => ({
        ...one,
        changes: one.changes.filter((change) => yes.has(choiceOf.change(one, change))),
      }))
      .filter(({ changes }) => changes.length > 0),
  };
}

/** What differs between two plans differs in this; where a member stands, and who is not in the file, does not matter. */
export function printOf({ added, changed, unchanged, notTaken }: ImportPlan): string {
  const news = added.map(({ alike, ...rest }) => [rest, alike.length > 0]);
  const changes = changed.map(({ place: _, ...rest }) => rest);
  return sha256Hex(JSON.stringify([news, changes, unchanged, notTaken]));
}

/** The ids that a file names; nobody new may get one of them. */
export function idsIn(rows: readonly string[][], first: number): Set<string> {
  return new Set(rows.map((cells, index) => readRow(cells, first + index)?.id ?? ''));
}

/**
 * @param rows a cell for each field, see `inFields`
 * @param first the number of the first row, as people count
 */
export function planImport(
  rows: readonly string[][],
  first: number,
  roster: readonly OnRoster[],
): ImportPlan {
  const known = indexOf(roster);
  const read = rows.map((cells, index) => readRow(cells, first + index)).filter((row) => row !== null);
  const inFile = new Map(read.map(({ email, at }) => [tidyAddress(email), at]));
  const seen: Seen = { places: new Map(), addresses: new Map(), inFile };
  const plan: ImportPlan = { added: [], changed: [], unchanged: 0, notTaken: [], notInFile: [] };
  for (const row of read) planRow(plan, row, roster, known, seen);
  plan.notInFile = roster.flatMap((_, place) => (seen.places.has(place) ? [] : [place]));
  const others = plan.notInFile.flatMap((place) => roster[place] ?? []);
  const namesakes = placesBy(others, ({ name }) => nameKey(name));
  for (const one of plan.added) {
    const places = namesakes.get(nameKey(one.name)) ?? [];
    one.alike = places
      .slice(0, MOST_ALIKE)
      .flatMap((place) => others[place] ?? [])
      .map(({ id, email }) => ({ id, email }));
  }
  return plan;
}

type Index = ReturnType<typeof indexOf>;
type Places = Map<string, number[]>;

/** What the rows of the file so far were about. */
interface Seen {
  /** Places on the roster and addresses that a row names, also when it cannot be taken, with its number. */
  places: Map<number, number>;
  addresses: Map<string, number>;
  /** All addresses of the file. */
  inFile: ReadonlyMap<string, number>;
}

const indexOf = (roster: readonly OnRoster[]) => ({
  byId: placesBy(roster, ({ id }) => id.trim().toUpperCase()),
  byAddress: placesBy(roster, ({ email }) => tidyAddress(email)),
});

function placesBy(roster: readonly OnRoster[], keyOf: (member: OnRoster) => string): Places {
  const found: Places = new Map();
  for (const [place, member] of roster.entries()) {
    const key = keyOf(member);
    const places = found.get(key);
    if (places) places.push(place);
    else if (key !== '') found.set(key, [place]);
  }
  return found;
}

function planRow(
  plan: ImportPlan,
  row: ImportRow & { troubles: Trouble[] },
  roster: readonly OnRoster[],
  known: Index,
  seen: Seen,
): void {
  const { place, trouble } = findMember(row, roster, known);
  const member = place === undefined ? undefined : roster[place];
  const address = tidyAddress(row.email);
  // The first row about somebody counts, also when it cannot be taken: so the order in which they are mended does not matter.
  const twin =
    (place === undefined ? undefined : seen.places.get(place)) ??
    (address === '' ? undefined : seen.addresses.get(address));
  const lacking: (Trouble | false)[] = member
    ? []
    : [
        row.name === '' && !has(row, 'long name') && { problem: 'no name', about: '' },
        row.email === '' && !has(row, 'bad address') && { problem: 'no address', about: '' },
      ];
  if (place !== undefined && !seen.places.has(place)) seen.places.set(place, row.at);
  if (address !== '' && !seen.addresses.has(address)) seen.addresses.set(address, row.at);
  const left = member && address !== '' && address !== tidyAddress(member.email) ? member.email : '';
  const stillThere = seen.inFile.get(tidyAddress(left));
  const troubles = [
    ...row.troubles,
    ...(left === '' || stillThere === undefined
      ? []
      : [{ problem: 'old address in the file', about: String(stillThere) } as const]),
    ...(member?.isErased ? [{ problem: 'was erased', about: member.id } as const] : []),
    ...(trouble ? [trouble] : lacking.filter((one) => one !== false)),
    ...(twin === undefined ? [] : [{ problem: 'twice in the file', about: String(twin) } as const]),
  ];
  if (troubles.length > 0) {
    plan.notTaken.push({ at: row.at, name: row.name || (member?.name ?? ''), troubles });
    return;
  }
  if (!member || place === undefined) {
    const { at, name, email, role, status, joined } = row;
    plan.added.push({ at, name, email, role, status: status || 'Active', joined, alike: [] });
    return;
  }
  const changes = changesOf(row, member);
  if (changes.length === 0) plan.unchanged++;
  else plan.changed.push({ at: row.at, place, id: member.id, name: member.name, changes });
}

const has = ({ troubles }: { troubles: Trouble[] }, problem: RowProblem) =>
  troubles.some((trouble) => trouble.problem === problem);

/** Who is meant: by her Member ID, or else by her address; and what speaks against it. */
function findMember(
  row: ImportRow,
  roster: readonly OnRoster[],
  known: Index,
): { place?: number; trouble?: Trouble } {
  const owners = row.email === '' ? [] : (known.byAddress.get(tidyAddress(row.email)) ?? []);
  const named = (places: readonly number[]) => places.map((place) => roster[place]?.id || '?').join(', ');
  if (row.id === '') {
    if (owners.length > 1)
      return { trouble: { problem: 'address twice on the roster', about: named(owners) } };
    return { place: owners[0] };
  }
  const [place, ...more] = known.byId.get(row.id) ?? [];
  if (place === undefined) return { trouble: { problem: 'unknown id', about: row.id } };
  if (more.length > 0) return { trouble: { problem: 'id twice on the roster', about: row.id } };
  const others = owners.filter((owner) => owner !== place);
  if (others.length > 0 && !owners.includes(place))
    return { place, trouble: { problem: 'address of another', about: named(others) } };
  const member = roster[place];
  const isOther =
    member !== undefined &&
    member.name !== '' &&
    row.name !== '' &&
    row.email !== '' &&
    tidyAddress(row.email) !== tidyAddress(member.email) &&
    nameKey(row.name) !== nameKey(member.name);
  return isOther
    ? { place, trouble: { problem: 'another person', about: `${row.id} ${member.name}` } }
    : { place };
}

/** What the row says that the roster does not; an empty cell changes nothing. */
function changesOf(row: ImportRow, member: OnRoster): Change[] {
  const changes: Change[] = [];
  for (const field of CHANGEABLE) {
    const [from, to] = [member[field], row[field]];
    const isSame = field === 'email' ? tidyAddress(from) === tidyAddress(to) : oneLine(from) === to;
    if (to !== '' && !isSame) changes.push({ field, from, to, isUsual: isUsual(field, from, to) });
  }
  return changes;
}

/** An old list must not bring back whom the program has sent away, nor give one member the name of another. */
function isUsual(field: Changeable, from: string, to: string): boolean {
  if (field === 'status') return from !== 'Suspended' && from !== 'Removed';
  if (field !== 'name' || from === '') return true;
  const words = nameWords(from);
  return nameWords(to).some((word) => words.includes(word));
}
