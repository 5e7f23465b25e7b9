// Decides who answered a form: proven, asked to prove it, or left for staff. Never a guess.

import { mailboxOf, tidyAddress } from './email-address.ts';
import type { ConfirmedBy, LocalDate, Member } from './entries.ts';
import { type Purpose, type ReferenceReading, readReference, wasMailedTo } from './reference.ts';

/** What a response says about its sender. */
export interface Claim {
  /** The address typed into the form. */
  email: string;
  /** The personal reference, as it came; empty when there was none. */
  reference: string;
  /** The address of a verified Google sign-in, empty when there was none. */
  signedInEmail: string;
}

/** Something that staff should know about how the sender was, or was not, recognised. */
export type IdentityRemark =
  | { about: 'link not ours' }
  | { about: 'link for another form' }
  | { about: 'link expired' }
  | { about: 'link to an earlier address' }
  | { about: 'link of a member not on the roster'; memberId: string }
  | { about: 'id stands twice'; memberIds: string[] }
  | { about: 'typed another address'; typed: string; onRoster: string }
  | { about: 'address belongs to another member'; linkOf: string; typed: string; memberIds: string[] }
  | { about: 'several members share the address'; memberIds: string[] }
  | { about: 'address almost matches'; typed: string; memberIds: string[] }
  | { about: 'link sent'; memberIds: string[] }
  | { about: 'member is not active'; memberIds: string[] }
  | { about: 'address not on the roster' };

export interface Identity {
  confirmedBy: ConfirmedBy;
  /** The member, when confirmed. */
  member: Member | null;
  /** What her personal link was about; empty without one. */
  about: string;
  /** Members to whom a personal link should go, each at the address on the roster. */
  sendLinkTo: Member[];
  /** True when only staff can find out who it was. */
  toMatch: boolean;
  remarks: IdentityRemark[];
}

/**
 * The roster, indexed once per run. Members who share an address are listed under it together; an id that stands
 * twice belongs to nobody until staff put it right.
 */
export interface Roster {
  byId: ReadonlyMap<string, Member>;
  byAddress: ReadonlyMap<string, Member[]>;
  byMailbox: ReadonlyMap<string, Member[]>;
  twice: ReadonlySet<string>;
}

/** The ids that stand in more than one row. */
export function idsTwice(members: readonly Pick<Member, 'id'>[]): Set<string> {
  const seen = new Set<string>();
  const twice = new Set<string>();
  for (const { id } of members) {
    if (id !== '' && seen.has(id)) twice.add(id);
    seen.add(id);
  }
  return twice;
}

export function indexRoster(members: readonly Member[]): Roster {
  const byId = new Map<string, Member>();
  const byAddress = new Map<string, Member[]>();
  const byMailbox = new Map<string, Member[]>();
  const put = (map: Map<string, Member[]>, key: string, member: Member) => {
    if (key !== '') map.set(key, [...(map.get(key) ?? []), member]);
  };
  const twice = idsTwice(members);
  for (const member of members) {
    if (member.id !== '' && !twice.has(member.id)) byId.set(member.id, member);
    put(byAddress, tidyAddress(member.email), member);
    put(byMailbox, mailboxOf(member.email), member);
  }
  return { byId, byAddress, byMailbox, twice };
}

export interface IdentityRules {
  purpose: Purpose;
  today: LocalDate;
  secret: string;
  /** Whether a verified Google sign-in counts as proof. */
  googleSignIn: boolean;
}

const NO_LINK_REMARK = {
  'not ours': { about: 'link not ours' },
  'other purpose': { about: 'link for another form' },
  expired: { about: 'link expired' },
} as const;

const ids = (members: readonly Member[]) => members.map((member) => member.id);

/** Personal link first, then Google sign-in, then the typed address, which proves nothing by itself. */
export function identify(claim: Claim, roster: Roster, rules: IdentityRules): Identity {
  const remarks: IdentityRemark[] = [];
  const reading = readReference(claim.reference, rules.purpose, rules.today, rules.secret);
  if (reading.ok) {
    const { memberId, about } = reading.reference;
    const member = roster.byId.get(memberId);
    if (member && wasMailedTo(reading.reference, member.email, rules.secret))
      return { ...fromLink(member, claim.email, roster), about };
    if (roster.twice.has(memberId)) return toMatch({ about: 'id stands twice', memberIds: [memberId] });
    if (member) remarks.push({ about: 'link to an earlier address' });
    else remarks.push({ about: 'link of a member not on the roster', memberId });
  } else if (reading.why !== 'none') {
    remarks.push(NO_LINK_REMARK[reading.why]);
  }
  // Her old link proves nothing any more, but it says to whom a new one should go.
  const late = roster.byId.get(memberOf(reading));
  if (rules.googleSignIn && claim.signedInEmail !== '') {
    const [member, ...others] = roster.byAddress.get(tidyAddress(claim.signedInEmail)) ?? [];
    if (member && others.length === 0 && !roster.twice.has(member.id)) {
      return { confirmedBy: 'Google sign-in', member, about: '', sendLinkTo: [], toMatch: false, remarks };
    }
  }
  return fromTypedAddress(claim.email.trim(), late, roster, remarks);
}

/** Whose link it is, or was; empty when that is not sealed. */
function memberOf(reading: ReferenceReading): string {
  if (reading.ok) return reading.reference.memberId;
  return reading.why === 'expired' ? reading.memberId : '';
}

function toMatch(remark: IdentityRemark): Identity {
  return {
    confirmedBy: 'Unconfirmed',
    member: null,
    about: '',
    sendLinkTo: [],
    toMatch: true,
    remarks: [remark],
  };
}

function fromLink(member: Member, typed: string, roster: Roster): Identity {
  const owners = roster.byMailbox.get(mailboxOf(typed)) ?? [];
  if (owners.length > 0 && !owners.some((owner) => owner.id === member.id)) {
    const memberIds = ids(owners);
    return toMatch({ about: 'address belongs to another member', linkOf: member.id, typed, memberIds });
  }
  const same = typed.trim() === '' || tidyAddress(typed) === tidyAddress(member.email);
  const remarks: IdentityRemark[] = same
    ? []
    : [{ about: 'typed another address', typed: typed.trim(), onRoster: member.email }];
  return { confirmedBy: 'Personal link', member, about: '', sendLinkTo: [], toMatch: false, remarks };
}

/** @param late whose old link it was: a new one goes to her when the typed address is nobody's on the roster */
function fromTypedAddress(
  typed: string,
  late: Member | undefined,
  roster: Roster,
  remarks: IdentityRemark[],
): Identity {
  const exact = roster.byAddress.get(tidyAddress(typed)) ?? [];
  const owners = exact.length > 0 ? exact : (roster.byMailbox.get(mailboxOf(typed)) ?? []);
  const isHers = owners.length === 0 && late !== undefined;
  const found = isHers ? [late] : owners;
  const twice = found.filter(({ id }) => roster.twice.has(id));
  const sendLinkTo = found.filter(
    (member) => member.status === 'Active' && member.id !== '' && !twice.includes(member),
  );
  if (found.length === 0) remarks.push({ about: 'address not on the roster' });
  else if (isHers) {
    if (typed !== '') remarks.push({ about: 'typed another address', typed, onRoster: late.email });
  } else if (found.some((member) => member.email.trim() !== typed))
    remarks.push({ about: 'address almost matches', typed, memberIds: ids(found) });
  if (found.length > 1) remarks.push({ about: 'several members share the address', memberIds: ids(found) });
  if (twice.length > 0) remarks.push({ about: 'id stands twice', memberIds: ids(twice) });
  if (sendLinkTo.length > 0) remarks.push({ about: 'link sent', memberIds: ids(sendLinkTo) });
  else if (found.length > twice.length)
    remarks.push({ about: 'member is not active', memberIds: ids(found) });
  return {
    confirmedBy: 'Unconfirmed',
    member: null,
    about: '',
    sendLinkTo,
    toMatch: sendLinkTo.length === 0,
    remarks,
  };
}
