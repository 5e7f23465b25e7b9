// Tells a photographer who must not be in pictures: among the people of one event, and in general.

import { type Attendee, readAttendees } from './attendees.ts';
import type { LocalDate, Member } from './entries.ts';
import { candidatesOf, type Finding, findPerson, indexPeople, type PeopleIndex } from './find-person.ts';
import type { OptOut } from './image-entries.ts';
import {
  askedFor,
  isTakeBack,
  LIMITS_AT_EVENTS,
  type Limit,
  onRosterAfter,
  permissionOf,
} from './image-permission.ts';
import { nameKey, nameWords } from './person-names.ts';
import { shorten } from './text.ts';

/** What a photographer has to mind; `ask first` when the roster says "Limited" and nothing says how. */
export type LimitAtEvents = Extract<Limit, 'no pictures' | 'not on the internet'> | 'ask first';

/** Somebody who may be in a picture. */
export interface PersonInPictures {
  kind: 'member' | 'family' | 'to match';
  /** Her own id, or that of the member who named her; empty when nobody knows. */
  memberId: string;
  /** Her name; her address when there is no name. Empty for family that was not named. */
  name: string;
  emails: string[];
  limits: LimitAtEvents[];
  /** For family: the name of the one who asked. */
  of: string;
}

export interface Listed {
  person: PersonInPictures;
  /** The lines in which she stands; none for family that came to the list with her. */
  written: string[];
}

export interface Uncertain {
  written: string;
  why: 'several fit' | 'part fits' | 'asked under the same name';
  candidates: PersonInPictures[];
  /** Family of the candidates that must be minded too. */
  family: PersonInPictures[];
}

export interface EventList {
  mustNot: Listed[];
  limited: Listed[];
  may: Listed[];
  uncertain: Uncertain[];
  notOnRoster: string[];
  /** Requests whose sender nobody knows yet; she may be at this event. */
  unknown: PersonInPictures[];
}

type OnRoster = Pick<Member, 'id' | 'name' | 'email' | 'images' | 'imagesGiven' | 'imagesByStaff'>;

/** All members, the family that they named, and those whose requests wait to be matched. */
export function peopleInPictures(
  members: readonly OnRoster[],
  optOuts: readonly OptOut[],
  today: LocalDate,
): PersonInPictures[] {
  const onRoster = new Set(members.map(({ id }) => id));
  const byMember = new Map<string, OptOut[]>();
  const unmatched: OptOut[] = [];
  for (const optOut of optOuts) {
    const isKnown = optOut.memberId !== '' && onRoster.has(optOut.memberId);
    if (!isKnown) unmatched.push(optOut);
    else byMember.set(optOut.memberId, [...(byMember.get(optOut.memberId) ?? []), optOut]);
  }
  return [
    ...members.flatMap((member) => householdOf(member, byMember.get(member.id) ?? [], today)),
    ...unmatched.filter((optOut) => !isTakeBack(optOut)).flatMap((optOut) => strangersOf(optOut, today)),
  ];
}

const atEvents = (limits: readonly Limit[]) =>
  limits.filter((limit): limit is Exclude<LimitAtEvents, 'ask first'> => LIMITS_AT_EVENTS.includes(limit));

/** What stands on the roster counts too, when it is stricter: staff may have written it there. */
function householdOf(member: OnRoster, optOuts: readonly OptOut[], today: LocalDate): PersonInPictures[] {
  const permission = permissionOf(optOuts, today);
  const limits: LimitAtEvents[] = atEvents(permission.herself);
  if (member.images === 'Opted out' && !limits.includes('no pictures')) limits.unshift('no pictures');
  const { imagesByStaff } = onRosterAfter(member, permission.images);
  const isByStaff = imagesByStaff === 'Limited' || permission.images === 'Allowed';
  if (member.images === 'Limited' && isByStaff && limits.length === 0) limits.push('ask first');
  const { id: memberId, name } = member;
  const shown = name.trim() || member.email.trim() || memberId;
  const family = permission.family.map(({ name, limits }): PersonInPictures => {
    return { kind: 'family', memberId, name, emails: [], limits: atEvents(limits), of: shown };
  });
  return [
    { kind: 'member', memberId, name: shown, emails: [member.email], limits, of: '' },
    ...family.filter(({ limits }) => limits.length > 0),
  ];
}

function strangersOf(optOut: OptOut, today: LocalDate): PersonInPictures[] {
  const permission = askedFor(optOut, today);
  const { memberId, email } = optOut;
  const shown = optOut.name.trim() || email.trim() || optOut.id;
  const family = permission.family.map(({ name, limits }): PersonInPictures => {
    return { kind: 'family', memberId, name, emails: [], limits: atEvents(limits), of: shown };
  });
  const herself: PersonInPictures = {
    kind: 'to match',
    memberId,
    name: shown,
    emails: [email],
    limits: atEvents(permission.herself),
    of: '',
  };
  const minded = [herself, ...family].filter(({ limits }) => limits.length > 0);
  // Anybody can send names, and the list is read by many.
  return memberId === ''
    ? minded.slice(0, 1).map((one) => (one === herself ? one : { ...one, name: '' }))
    : minded;
}

const LONGEST_NAME = 60;

/**
 * A name as anybody may read it, who may not be reached through it: without addresses, links and numbers to call, and
 * empty where an id or a sign stands for it.
 */
export function publicName(name: string): string {
  const rest = name
    .replace(/(?<!\S)\S*(@|:\/\/|[Ww]{3}\.|[\p{L}\p{N}]\.(\p{Ll}{2,}|\p{L}+\/))\S*/gu, ' ')
    .replace(/\+?\p{N}([\s()./-]*\p{N}){4,}/gu, ' ')
    .replace(/\s+/g, ' ');
  const shown = shorten(rest.trim(), LONGEST_NAME, '…');
  return /^\s*[A-Z]-\d+\s*$/.test(name) || !/[\p{L}\p{N}]/u.test(shown) ? '' : shown;
}

const mustNot = ({ limits }: PersonInPictures) => limits.includes('no pictures');
const plain = (name: string) => nameWords(name).join(' ');
const sortKey = ({ of, name }: PersonInPictures) => `${plain(of || name)}\n${of ? plain(name) : ''}`;
const byName = (a: PersonInPictures, b: PersonInPictures) =>
  sortKey(a) < sortKey(b) ? -1 : sortKey(a) > sortKey(b) ? 1 : 0;

/** The list that holds for every event: nothing but names and what is to be minded. */
export function generalList(people: readonly PersonInPictures[]): {
  mustNot: PersonInPictures[];
  limited: PersonInPictures[];
} {
  const minded = people.filter(({ limits }) => limits.length > 0).sort(byName);
  return { mustNot: minded.filter(mustNot), limited: minded.filter((person) => !mustNot(person)) };
}

/** The list for one event. Every line that was pasted stands in one of its groups. */
export function eventList(attendees: string, people: readonly PersonInPictures[]): EventList {
  const index = indexPeople(people);
  const listed = new Map<PersonInPictures, string[]>();
  const uncertain: Uncertain[] = [];
  const notOnRoster: string[] = [];
  const familyOf = (candidates: readonly PersonInPictures[]) =>
    people.filter(
      (one) =>
        one.kind === 'family' &&
        !candidates.includes(one) &&
        candidates.some(
          ({ kind, memberId, name }) => kind !== 'family' && memberId === one.memberId && name === one.of,
        ),
    );
  const doubt = (written: string, why: Uncertain['why'], candidates: PersonInPictures[]) =>
    uncertain.push({ written, why, candidates, family: familyOf(candidates) });

  for (const { written, finding } of findAll(attendees, index)) {
    if (finding.how === 'none') notOnRoster.push(written);
    else if (finding.how !== 'one')
      doubt(written, finding.how === 'part' ? 'part fits' : 'several fit', finding.candidates);
    else {
      const { person } = finding;
      const namesakes = namesakesToMatch(person, people);
      if (namesakes.length > 0) doubt(written, 'asked under the same name', [person, ...namesakes]);
      else listed.set(person, [...(listed.get(person) ?? []), written]);
    }
  }
  for (const one of familyOf([...listed.keys()])) if (!listed.has(one)) listed.set(one, []);

  const rows = [...listed].map(([person, written]) => ({ person, written }));
  rows.sort((a, b) => byName(a.person, b.person));
  return {
    mustNot: rows.filter(({ person }) => mustNot(person)),
    limited: rows.filter(({ person }) => !mustNot(person) && person.limits.length > 0),
    may: rows.filter(({ person }) => person.limits.length === 0),
    uncertain,
    notOnRoster,
    unknown: people.filter((person) => person.kind === 'to match' && !listed.has(person)),
  };
}

/** Requests under her name that nobody has matched yet: they may be hers. */
function namesakesToMatch(person: PersonInPictures, people: readonly PersonInPictures[]): PersonInPictures[] {
  if (person.kind !== 'member' || mustNot(person)) return [];
  const key = nameKey(person.name);
  return people.filter(({ kind, name }) => kind === 'to match' && nameKey(name) === key && key !== '');
}

type Found = { written: string; finding: Finding<PersonInPictures> };

/** Who is meant, line by line; of two readings of a line the one that fits the roster, and both when both do. */
function findAll(attendees: string, index: PeopleIndex<PersonInPictures>): Found[] {
  const find = (attendee: Attendee): Found => ({
    written: attendee.written,
    finding: findPerson(index, attendee),
  });
  return readAttendees(attendees).flatMap(({ whole, each }) => {
    const asOne = whole && find(whole);
    const asList = each.map(find);
    if (!asOne || asList.length === 0) return asOne ? [asOne] : asList;
    const sure = asList.filter(({ finding }) => finding.how === 'one');
    if (asOne.finding.how === 'one') {
      const { person } = asOne.finding;
      const others = sure.flatMap(({ finding }) => candidatesOf(finding)).filter((other) => other !== person);
      if (others.length === 0) return [asOne];
      return [
        { written: asOne.written, finding: { how: 'several', candidates: [person, ...new Set(others)] } },
      ];
    }
    const isLastFirst = each.length === 2 && !/\s/.test(each[0]?.name ?? '');
    const isNobody = asList.every(({ finding }) => finding.how === 'none');
    const isOne = sure.length === 0 && isLastFirst && (asOne.finding.how === 'part' || isNobody);
    return isOne ? [asOne] : asList;
  });
}
