// A simple model of what may be done with pictures of a member: wishes come and go, and the strictest one counts.

import type { FAR, KIND, WHOM } from '../../scripts/desk/pictures.ts';

export interface Request {
  readonly kind: keyof typeof KIND;
  readonly whom: keyof typeof WHOM;
  far: keyof typeof FAR;
  /** Empty when it is about herself alone. */
  readonly names: readonly string[];
  /** Empty unless certain pictures are meant. */
  readonly links: readonly string[];
  /** The day from which it holds. */
  readonly from: number;
  /** Whose it is; empty as long as nobody knows. */
  member: string;
  /** Whether it is proven; only a take-back has to be. */
  proven: boolean;
  /** Nothing of it was left once; then it does not come back. */
  over: boolean;
}

/** One thing that she does not want. */
interface Wish {
  readonly who: string;
  readonly what: 'new' | 'new online' | 'old' | 'old online' | 'one picture';
  readonly link: string;
}

export const VALUES = ['Allowed', 'Limited', 'Opted out'] as const;
export type Value = (typeof VALUES)[number];

export class ModelOfPictures {
  /** In the order in which they came. */
  readonly requests: Request[] = [];
  private readonly byStaff = new Map<string, Value>();
  today = 0;

  images(member: string): Value {
    const asked = this.askedBy(member);
    const staffs = this.byStaff.get(member) ?? 'Allowed';
    return VALUES.indexOf(asked) > VALUES.indexOf(staffs) ? asked : staffs;
  }

  /** Staff choose a value by hand. Choosing what stands there already says nothing. */
  choose(member: string, value: Value): void {
    if (value !== this.images(member)) this.byStaff.set(member, value);
  }

  /** After every step: what was taken back whole is over. */
  settle(): void {
    for (const request of this.requests)
      if (request.member !== '' && !isTakeBack(request) && this.wishesLeft(request).length === 0)
        request.over = true;
  }

  private askedBy(member: string): Value {
    const hers = this.requests.filter((one) => one.member === member && !isTakeBack(one) && !one.over);
    const wishes = hers.filter(({ from }) => from <= this.today).flatMap((one) => this.wishesLeft(one));
    if (wishes.some(({ who, what }) => who === 'herself' && what === 'new')) return 'Opted out';
    return wishes.length > 0 ? 'Limited' : 'Allowed';
  }

  private wishesLeft(request: Request): Wish[] {
    const later = this.requests.slice(this.requests.indexOf(request) + 1);
    const ends = later.filter(
      (one) => isTakeBack(one) && one.member === request.member && one.proven && one.from <= this.today,
    );
    return wishesOf(request).filter((wish) => !ends.some((end) => covers(end, wish)));
  }
}

export const isTakeBack = ({ kind }: Request) => kind === 'Take back an opt-out';

function wishesOf({ kind, whom, far, names, links }: Request): Wish[] {
  const online = far === 'Internet and social media';
  const whats: Wish['what'][] = [];
  if (far === 'Certain pictures') whats.push('one picture');
  else {
    if (kind === 'No future pictures' || kind === 'Both') whats.push(online ? 'new online' : 'new');
    if (kind === 'Withdraw pictures already made' || kind === 'Both')
      whats.push(online ? 'old online' : 'old');
  }
  const people = [...(whom === 'Children or family' ? [] : ['herself']), ...names];
  const pictures = far === 'Certain pictures' ? links : [''];
  return people.flatMap((who) => whats.flatMap((what) => pictures.map((link) => ({ who, what, link }))));
}

function covers({ whom, far, names, links }: Request, { who, what, link }: Wish): boolean {
  const isMeant =
    who === 'herself' ? whom !== 'Children or family' : whom !== 'Herself' && names.includes(who);
  if (!isMeant) return false;
  if (far === 'Everything') return true;
  if (far === 'Internet and social media') return what === 'new online' || what === 'old online';
  return what === 'one picture' && links.includes(link);
}
