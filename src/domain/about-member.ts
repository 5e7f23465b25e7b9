// Finds everything in the registers that is about one member: by her number, by her addresses, and by her name.

import { mailboxOf } from './email-address.ts';
import type { Acceptance, AuditLine, FollowUp, Mail, Member, Problem } from './entries.ts';
import type { Agreement, OptOut, Takedown } from './image-entries.ts';
import type { RegisteredMail } from './registered-mail.ts';

/** What has to be known to tell whose an entry is. */
export interface WhereSheStands {
  members: readonly Member[];
  acceptances: readonly Acceptance[];
  optOuts: readonly OptOut[];
  takedowns: readonly Takedown[];
  agreements: readonly Agreement[];
  mailLog: readonly Mail[];
  /** Addresses of the program itself. */
  office: readonly string[];
}

/** Whether an entry of each register is about her. */
export interface AboutMember {
  members: (entry: Member) => boolean;
  followUps: (entry: FollowUp) => boolean;
  acceptances: (entry: Acceptance) => boolean;
  optOuts: (entry: OptOut) => boolean;
  takedowns: (entry: Takedown) => boolean;
  agreements: (entry: Agreement) => boolean;
  mailLog: (entry: Mail) => boolean;
  mailbox: (entry: RegisteredMail) => boolean;
  auditTrail: (entry: AuditLine) => boolean;
  problems: (entry: Problem) => boolean;
  /** Whether words tell who she is: her name or an address of hers. */
  names: (words: string) => boolean;
  /** Whether an address is hers and nobody else's, as far as anything tells. */
  isHers: (address: string) => boolean;
  /** Whether an address is that of another member. */
  isOthers: (address: string) => boolean;
}

export function aboutMember(member: Member, known: WhereSheStands): AboutMember {
  const { id } = member;
  const others = new Set(
    known.members.filter((other) => other.id !== id).map(({ email }) => mailboxOf(email)),
  );
  const answered = [...known.acceptances, ...known.optOuts];
  // Staff may have written an address of the program for her, or she that of a friend.
  const notHers = new Set([
    ...others,
    ...[
      ...known.office,
      ...known.mailLog.filter(({ memberId }) => memberId === '').map(({ to }) => to),
      ...answered.filter(({ memberId }) => memberId !== '' && memberId !== id).map(({ email }) => email),
    ].map(mailboxOf),
  ]);
  const matched = new Set(
    known.acceptances
      .filter(({ memberId }) => memberId === id)
      .map(({ responseId }) => responseId.replace(/^match-/, '')),
  );
  const addresses = new Set(
    [
      member.email,
      member.bounced,
      ...answered.filter(({ memberId }) => memberId === id).map(({ email }) => email),
      ...known.mailLog.filter(({ memberId }) => memberId === id).map(({ to }) => to),
    ]
      .map(mailboxOf)
      .filter((address) => address !== '' && !notHers.has(address)),
  );
  const isHers = (address: string) => addresses.has(mailboxOf(address));
  const acceptances = ({ memberId, id: answer, email }: Acceptance) =>
    memberId === id || (memberId === '' && (matched.has(answer) || isHers(email)));
  const optOuts = ({ memberId, email }: OptOut) => memberId === id || (memberId === '' && isHers(email));
  const requests = new Set(known.optOuts.filter(optOuts).map((entry) => entry.id));
  const takedowns = ({ memberId, optOut }: Takedown) =>
    memberId === id || (memberId === '' && requests.has(optOut));
  const agreements = ({ starter, other }: Agreement) => starter === id || other === id;
  const answers = new Set(known.acceptances.filter(acceptances).map((entry) => entry.id));
  const mailLog = ({ memberId, to, reference }: Mail) =>
    memberId === id || isHers(to) || (memberId === '' && (answers.has(reference) || requests.has(reference)));
  const subjects = new Set([
    id,
    ...answers,
    ...requests,
    ...known.takedowns.filter(takedowns).map((entry) => entry.id),
    ...known.agreements.filter(agreements).map((entry) => entry.id),
    ...known.mailLog.filter(mailLog).map((entry) => entry.id),
  ]);
  const onRoster = new Set(known.members.map((other) => other.id));
  const names = namesHer(member, addresses);
  const numbers = [...subjects].filter((subject) => subject !== '');
  const points = (words: string) => numbers.some((number) => isWord(words, number));
  return {
    members: (entry) => entry.id === id,
    followUps: ({ memberId }) => memberId === id,
    acceptances,
    optOuts,
    takedowns,
    agreements,
    mailLog,
    mailbox: ({ entry }) => requests.has(entry),
    // What is about another member of the same name is not about her.
    auditTrail: ({ subject, before, after }) =>
      subjects.has(subject) || (!onRoster.has(subject) && (names(before) || names(after))),
    problems: ({ what, whatToDo }) => names(what) || names(whatToDo) || points(what),
    names,
    isHers,
    isOthers: (address) => others.has(mailboxOf(address)),
  };
}

const isWord = (words: string, part: string) => {
  const at = words.indexOf(part);
  return at >= 0 && !/[\w]/.test(words[at - 1] ?? ' ') && !/[\w]/.test(words[at + part.length] ?? ' ');
};

/** A name of one word alone may stand for anybody. */
function namesHer({ name }: Member, addresses: ReadonlySet<string>): (words: string) => boolean {
  const whole = name.trim().toLowerCase();
  const isFull = /\S\s+\S/.test(whole);
  return (words) => {
    const said = words.toLowerCase();
    if (isFull && said.includes(whole)) return true;
    const found = said.match(/(?<![^\s<>()"',;:|“”])[^\s<>()"',;:|“”]+@[^\s<>()"',;:|“”]+/g) ?? [];
    return found.some((address) => addresses.has(mailboxOf(address.replace(/\.+$/, ''))));
  };
}
