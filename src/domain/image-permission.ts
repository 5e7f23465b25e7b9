// Works out what may be done with pictures of a member today, from all that she has asked for so far.

import type { ConfirmedBy, Images, LocalDate, Member } from './entries.ts';
import {
  type ForWhom,
  familyNames,
  type OptOut,
  type OptOutKind,
  type OptOutStatus,
  pictureLinks,
} from './image-entries.ts';
import { nameKey } from './person-names.ts';

export const LIMITS = [
  /** Nobody may take or use pictures of her from now on. */
  'no pictures',
  /** Pictures of her may be taken, but not put on the internet. */
  'not on the internet',
  /** Pictures that were made before may not be used any more. */
  'no earlier pictures',
  'no earlier pictures on the internet',
  'not certain pictures',
] as const;
export type Limit = (typeof LIMITS)[number];

/** Limits that somebody with a camera has to know. */
export const LIMITS_AT_EVENTS: readonly Limit[] = ['no pictures', 'not on the internet'];

/** What a part takes in: the narrower limit says nothing more beside the wider one. */
const WIDER: Partial<Record<Limit, Limit>> = {
  'not on the internet': 'no pictures',
  'no earlier pictures on the internet': 'no earlier pictures',
};

export interface FamilyPermission {
  /** Empty when she did not say who. */
  name: string;
  limits: Limit[];
}

export interface Permission {
  /** For pictures of herself and of her family, in the one word that stands on the roster. */
  images: Images;
  herself: Limit[];
  family: FamilyPermission[];
  /** The pictures that may not be used. */
  pictures: string[];
  /** Whether part of it rests on a request that is not confirmed yet. */
  toConfirm: boolean;
}

/** What stands on the roster about pictures of a member, and who wrote it. */
export type OnRoster = Pick<Member, 'images' | 'imagesGiven' | 'imagesByStaff'>;

const STRICTNESS: readonly (Images | null)[] = [null, 'Allowed', 'Limited', 'Opted out'];
const stricter = <I extends Images | null>(a: I, b: I): I =>
  STRICTNESS.indexOf(a) < STRICTNESS.indexOf(b) ? b : a;

/**
 * What has to stand on the roster, given what her requests allow. A value that the system did not write is the
 * staff's own: her requests can make it stricter, and when they are taken back it is there again.
 */
export function onRosterAfter(
  { images, imagesGiven, imagesByStaff: before }: OnRoster,
  asked: Images,
): OnRoster & { images: Images } {
  const imagesByStaff = images !== null && images !== imagesGiven ? images : before;
  const now = stricter<Images>(asked, imagesByStaff ?? 'Allowed');
  return { images: now, imagesGiven: now, imagesByStaff };
}

/** One thing that a request asks for. */
interface Part {
  whom: Exclude<ForWhom, 'Herself and family'>;
  name: string;
  limit: Limit;
  /** The certain pictures that are meant; empty for all. */
  links: readonly string[];
  toConfirm: boolean;
}

/** A take-back whose kind somebody has emptied is still none of an opt-out. */
export const isTakeBack = ({ kind, status }: Pick<OptOut, 'kind'> & Partial<Pick<OptOut, 'status'>>) =>
  kind === null ? status === 'Done' || status === 'Waits for confirmation' : kind === 'Take back an opt-out';

/** How a request stands when it comes: an opt-out is honoured at once, a take-back only when it is proven. */
export function firstStatus(
  kind: OptOutKind | null,
  confirmedBy: ConfirmedBy | null,
  isKnown: boolean,
): OptOutStatus {
  if (!isKnown) return 'To match';
  const isProven = confirmedBy !== null && confirmedBy !== 'Unconfirmed';
  if (isTakeBack({ kind })) return isProven ? 'Done' : 'Waits for confirmation';
  return isProven ? 'In force' : 'In force, to be confirmed';
}

/** How it stands once she has confirmed it; what stands fast already stays. */
export function statusWhenConfirmed(status: OptOutStatus | null): OptOutStatus | null {
  if (status === 'In force, to be confirmed') return 'In force';
  return status === 'Waits for confirmation' ? 'Done' : status;
}

/**
 * What holds today, given all requests of one member. A take-back ends what she asked for before it, as far as it
 * says: for whom, and how far. Of what is not filled in the careful reading counts: an opt-out means everything, a
 * take-back means nothing. An opt-out is honoured from its effective day on, without one at once.
 */
export function permissionOf(optOuts: readonly OptOut[], today: LocalDate): Permission {
  const parts = [...partsLeft(optOuts, today)].flatMap(([optOut, left]) =>
    hasBegun(optOut, today) ? left : [],
  );
  const ofHer = parts.filter(({ whom }) => whom === 'Herself');
  const herself = limitsOf(ofHer);
  const byName = new Map<string, { name: string; parts: Part[] }>();
  for (const part of parts.filter(({ whom }) => whom === 'Children or family')) {
    const known = byName.get(keyOf(part.name)) ?? { name: part.name, parts: [] };
    known.parts.push(part);
    byName.set(keyOf(part.name), known);
  }
  return {
    images: herself.includes('no pictures') ? 'Opted out' : parts.length > 0 ? 'Limited' : 'Allowed',
    herself,
    family: [...byName.values()].map(({ name, parts }) => ({ name, limits: limitsOf(parts) })),
    pictures: [...new Set(parts.flatMap(({ links }) => links))],
    toConfirm: parts.some(({ toConfirm }) => toConfirm),
  };
}

/** What one request asks for by itself; for those whose sender nobody knows yet. */
export function askedFor(optOut: OptOut, today: LocalDate): Permission {
  return permissionOf([optOut], today);
}

/**
 * What a take-back does to the register: the opt-outs of which nothing is left, and those of which a part stays in
 * force. Nothing, when the take-back is not proven or its day has not come.
 */
export function afterTakeBack(
  optOuts: readonly OptOut[],
  takeBack: OptOut,
  today: LocalDate,
): { takenBack: OptOut[]; partly: OptOut[] } {
  const takenBack: OptOut[] = [];
  const partly: OptOut[] = [];
  const others = optOuts.filter(({ id }) => id !== takeBack.id);
  const after = partsLeft([...others, takeBack], today);
  for (const [optOut, before] of partsLeft(others, today)) {
    const left = after.get(optOut) ?? [];
    if (left.length === 0) takenBack.push(optOut);
    else if (sizeOf(left) < sizeOf(before)) partly.push(optOut);
  }
  return { takenBack, partly };
}

const sizeOf = (parts: readonly Part[]) =>
  parts.reduce((size, { links }) => size + Math.max(1, links.length), 0);

const hasBegun = ({ effective }: OptOut, today: LocalDate) => effective === null || effective <= today;

const keyOf = (name: string) => nameKey(name) || name.trim().toLowerCase();

/** What is left of each opt-out that is honoured, in the order in which they came. */
function partsLeft(optOuts: readonly OptOut[], today: LocalDate): Map<OptOut, Part[]> {
  const inOrder = [...optOuts].sort((a, b) => {
    // What came in the same second is told apart by its number, however staff have sorted the tab.
    const [first, second] = [`${a.received ?? ''} ${a.id}`, `${b.received ?? ''} ${b.id}`];
    return first < second ? -1 : first > second ? 1 : 0;
  });
  const left = new Map<OptOut, Part[]>();
  for (const optOut of inOrder) {
    if (!isTakeBack(optOut)) {
      if (optOut.status !== 'Taken back') left.set(optOut, partsOf(optOut));
    } else if (optOut.status === 'Done' && hasBegun(optOut, today)) {
      const leave = takingBack(optOut);
      for (const [earlier, parts] of left) left.set(earlier, parts.flatMap(leave));
    }
  }
  for (const [optOut, parts] of left) if (parts.length === 0) left.delete(optOut);
  return left;
}

function partsOf({ kind, forWhom, family, scope, pictures, status }: OptOut): Part[] {
  const limits: Limit[] = [];
  if (kind !== 'Withdraw pictures already made' && scope !== 'Certain pictures')
    limits.push(scope === 'Internet and social media' ? 'not on the internet' : 'no pictures');
  if (kind !== 'No future pictures' && scope !== 'Certain pictures')
    limits.push(
      scope === 'Internet and social media' ? 'no earlier pictures on the internet' : 'no earlier pictures',
    );
  if (scope === 'Certain pictures') limits.push('not certain pictures');

  const people: Pick<Part, 'whom' | 'name'>[] = [];
  if (forWhom !== 'Children or family') people.push({ whom: 'Herself', name: '' });
  const names = familyNames(family);
  if (forWhom !== 'Herself' || names.length > 0)
    for (const name of names.length > 0 ? names : ['']) people.push({ whom: 'Children or family', name });

  const links = scope === 'Certain pictures' ? pictureLinks(pictures) : [];
  const toConfirm = status !== 'In force';
  return people.flatMap((person) => limits.map((limit) => ({ ...person, limit, links, toConfirm })));
}

/**
 * What a take-back leaves of a part: nothing, when it is for the same person, and as wide or wider. Links and names
 * narrow it.
 */
function takingBack({ forWhom, family, scope, pictures }: OptOut): (part: Part) => Part[] {
  const names = familyNames(family).map(keyOf);
  const given = pictureLinks(pictures);
  return (part) => {
    const { whom, name, limit, links } = part;
    const isFor = forWhom === 'Herself and family' || forWhom === whom;
    const isOther = whom === 'Children or family' && names.length > 0 && !names.includes(keyOf(name));
    if (!isFor || isOther) return [part];
    switch (scope) {
      case 'Everything':
        return [];
      case 'Internet and social media':
        return limit === 'not on the internet' || limit === 'no earlier pictures on the internet'
          ? []
          : [part];
      case 'Certain pictures': {
        if (limit !== 'not certain pictures') return [part];
        if (given.length === 0) return [];
        const left = links.filter((link) => !given.includes(link));
        return links.length > 0 && left.length === 0 ? [] : [{ ...part, links: left }];
      }
      default:
        return [part];
    }
  };
}

/** Each limit once, in a fixed order, without those that a wider one takes in. */
function limitsOf(parts: readonly Part[]): Limit[] {
  const found = new Set(parts.map(({ limit }) => limit));
  return LIMITS.filter((limit) => {
    const wider = WIDER[limit];
    return found.has(limit) && !(wider && found.has(wider));
  });
}
