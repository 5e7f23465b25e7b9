// Requests about pictures in words: what she asks for, what holds now, and what has to be taken down.

import type { Images, LocalDate } from '../domain/entries.ts';
import {
  isProven,
  namesMorePictures,
  type OptOut,
  pictureLinks,
  type Takedown,
} from '../domain/image-entries.ts';
import type { Limit, Permission } from '../domain/image-permission.ts';
import type { PlannedTakedown, Remains } from '../domain/takedowns.ts';
import { oneLine, shorten } from '../domain/text.ts';
import { inWords } from './dates.ts';

/** Who reads it: the member, or staff. */
export type Reader = 'her' | 'staff';

const linksOf = (optOut: OptOut) =>
  [...pictureLinks(optOut.pictures), ...(namesMorePictures(optOut) ? ['…'] : [])].join('\n');

/** Google sends no mail that is too long, and some signs take six times their room. All of it stands in the register. */
const LONGEST_IN_MAIL = 5_000;
const short = (text: string) => shorten(text, LONGEST_IN_MAIL, '…');

/** A request in pairs of a label and what she said, in the form's words and in hers; hers once it is proven. */
export function requestInWords(optOut: OptOut, reader: Reader): (readonly [string, string])[] {
  const { kind, forWhom, scope, effective, id } = optOut;
  const isHers = reader === 'her';
  // Anybody may have written the rest, and our mail must not carry a stranger's words to her.
  const isStrange = isHers && !isProven(optOut);
  const said = isStrange ? { ...optOut, family: '', pictures: '', words: '' } : optOut;
  const { family, words } = said;
  const [you, your] = isHers ? ['you', 'your'] : ['her', 'her'];
  const names = short(family.split('\n').join(', '));
  const relatives = `${your} children or family${names === '' ? '' : ` (${names})`}`;
  const asked = {
    'No future pictures': 'No pictures from now on',
    'Withdraw pictures already made': 'Take down pictures that were made already',
    Both: 'No pictures from now on, and take down those made already',
    'Take back an opt-out': 'Pictures may be taken and used again',
  };
  const people = {
    Herself: you,
    'Children or family': relatives,
    'Herself and family': `${you}, and ${relatives}`,
  };
  const far = {
    Everything: 'Everything, on paper and on screens',
    'Internet and social media': 'The internet and social media only',
    'Certain pictures': 'Certain pictures only',
  };
  return [
    [isHers ? 'You ask for' : 'Asks for', asked[kind ?? 'Both']],
    ['Pictures of', people[forWhom ?? 'Herself and family']],
    ['How far', far[scope ?? 'Everything']],
    ['Which pictures', scope === 'Certain pictures' ? short(linksOf(said)) : ''],
    [isHers ? 'In your words' : 'In her words', short(words)],
    ['It holds from', inWords(effective)],
    ['Number', id],
  ];
}

/** What can no longer be taken back. */
export function remainsInWords(remains: readonly Remains[]): string {
  return `There is one thing that we cannot do: ${remains.join(' and ')} are out of our hands. We are sorry about that.`;
}

const LIMIT_WORDS: () => Record<Limit, string> = () => ({
  'no pictures': 'no pictures are taken or used',
  'not on the internet': 'pictures may be taken, but not put on the internet or on social media',
  'no earlier pictures': 'pictures that were made before are not used any more',
  'no earlier pictures on the internet':
    'pictures that were made before are not used on the internet any more',
  'not certain pictures': 'certain pictures are not used any more',
});

/** What holds now, line by line. `onRoster` may be stricter, when the program itself wrote it there. */
export function permissionInWords(
  permission: Permission,
  onRoster: Images | null,
  contact: string,
): string[] {
  const words = LIMIT_WORDS();
  const said = (limits: readonly Limit[]) => limits.map((limit) => words[limit]).join('; ');
  const found = [
    permission.herself.length > 0
      ? `For yourself: ${said(permission.herself)}.`
      : 'Pictures of you may be taken and used, as our Code of Conduct says.',
    ...permission.family.map(({ name, limits }) => `For ${name || 'your family'}: ${said(limits)}.`),
  ];
  if (onRoster !== null && onRoster !== permission.images && permission.images !== 'Opted out')
    found.push(
      `The program itself has noted “${onRoster}” for you. If that is not right, please write to ${contact}.`,
    );
  return found;
}

export const takeDownRest = () =>
  'Take down the other pictures too: there are more links in “Pictures” of the request.';

/** What one line of Takedowns asks for. */
export function takedownWords(
  { medium, about, link }: Pick<PlannedTakedown, 'medium' | 'about' | 'link'>,
  { name, forWhom, family }: Pick<OptOut, 'name' | 'forWhom' | 'family'>,
): string {
  if (about === 'picture') return `Take down this picture: ${link}`;
  if (about === 'the rest') return takeDownRest();
  if (about === 'other places')
    return 'Look whether the same pictures are in other places too: print, newsletters, website, social media, videos, partners.';
  const relatives = family === '' ? 'her family' : family.split('\n').join(', ');
  const her = oneLine(name) || 'her';
  const whom =
    forWhom === 'Herself' ? her : forWhom === 'Children or family' ? relatives : `${her} and ${relatives}`;
  const of = `pictures of ${shorten(whom, 300, '…')}`;
  switch (medium) {
    case 'Print':
      return `Flyers, posters, brochures: hand out no more with ${of}, and print none.`;
    case 'Newsletter':
      return `Take ${of} out of newsletters that can still be read, and use none in the next ones.`;
    case 'Website':
      return `Take ${of} off the website.`;
    case 'Social media':
      return `Take ${of} off our pages on social media.`;
    case 'Video':
      return `Take ${of} out of videos, or take the videos down.`;
    default:
      return `Ask partners and contractors (photographers, printers) to take down and delete ${of}.`;
  }
}

/** A line of Takedowns in a mail to staff. */
export function takedownLine({ optOut, medium, what, owner, due }: Takedown, today: LocalDate): string {
  const when = due === null ? 'no date' : `${due < today ? 'was due' : 'due'} on ${inWords(due)}`;
  const where = [medium ?? '', optOut, owner].filter((part) => part !== '').join(', ');
  return `${shorten(oneLine(what), 200, '…')} (${where}; ${when})`;
}
