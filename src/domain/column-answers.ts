// Answers a whole column at once: what the roster says of each of these names, addresses or Member IDs.

import { readAttendees } from './attendees.ts';
import type { Images, Member, Standing } from './entries.ts';
import { type Finding, findPerson, indexPeople } from './find-person.ts';

type OnRoster = Pick<Member, 'id' | 'name' | 'email'>;

export type NoAnswer =
  /** A blank cell stays blank. */
  | ''
  | 'not on the roster'
  | 'more than one fits'
  /** Somebody is similar, but nobody can tell whether it is she. */
  | 'not sure who is meant'
  /** She is on the roster, and her cell there is empty or unreadable. */
  | 'nothing on the roster';

/** `=IMAGE_PERMISSION(A2:A)`. The answers have the shape of the cells; one value gives one answer. */
export function imagePermissions(cells: unknown, members: readonly (OnRoster & Pick<Member, 'images'>)[]) {
  return answersFor<(typeof members)[number], Images>(cells, members, ({ images }) => images);
}

/** `=CODE_STANDING(A2:A)` */
export function codeStandings(cells: unknown, members: readonly (OnRoster & Pick<Member, 'standing'>)[]) {
  return answersFor<(typeof members)[number], Standing>(cells, members, ({ standing }) => standing);
}

function answersFor<M extends OnRoster, A extends string>(
  cells: unknown,
  members: readonly M[],
  answerOf: (member: M) => A | null,
): (A | NoAnswer)[][] {
  const find = finderOf(members);
  const known = new Map<string, A | NoAnswer>();
  const rows = Array.isArray(cells) ? cells : [[cells]];
  return rows.map((row: unknown) =>
    (Array.isArray(row) ? row : [row]).map((cell: unknown) => {
      const text = textOfCell(cell);
      const answer = known.get(text) ?? (text === '' ? '' : inWords(find(text), answerOf));
      known.set(text, answer);
      return answer;
    }),
  );
}

const textOfCell = (cell: unknown) => (cell === null || cell === undefined ? '' : String(cell).trim());

function inWords<M, A>(finding: Finding<{ member: M }>, answerOf: (member: M) => A | null): A | NoAnswer {
  switch (finding.how) {
    case 'one':
      return answerOf(finding.person.member) ?? 'nothing on the roster';
    case 'several':
      return 'more than one fits';
    case 'part':
      return 'not sure who is meant';
    case 'none':
      return 'not on the roster';
  }
}

/** By Member ID first, then by address, then by name. An id that stands twice belongs to nobody. */
function finderOf<M extends OnRoster>(members: readonly M[]) {
  const people = members
    .map((member) => ({ member, name: member.name, emails: [member.email] }))
    .filter(({ member }) => member.id !== '' || member.name !== '' || member.email !== '');
  const byId = new Map<string, typeof people>();
  for (const person of people) {
    const id = person.member.id.trim().toUpperCase();
    if (id !== '') byId.set(id, [...(byId.get(id) ?? []), person]);
  }
  const index = indexPeople(people);
  return (text: string): Finding<(typeof people)[number]> => {
    const [withId, ...others] = byId.get(text.toUpperCase()) ?? [];
    if (withId && others.length === 0) return { how: 'one', person: withId };
    if (withId) return { how: 'several', candidates: [withId, ...others] };
    const [only, ...more] = readAttendees(text);
    if (only?.whole && more.length === 0) return findPerson(index, only.whole);
    return only ? { how: 'part', candidates: [] } : { how: 'none' };
  };
}
