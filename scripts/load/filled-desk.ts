// A desk as it stands after years: members, their answers, mails and a trail that proves them, in cells as the desk writes them.

import { BY_FORM, BY_SYSTEM } from '../../src/content/marks.ts';
import { AUDIT } from '../../src/content/tab-words.ts';
import { EMPTY_TRAIL, nextLine } from '../../src/domain/audit.ts';
import { addDays, addMonths } from '../../src/domain/calendar.ts';
import type { Acceptance, CodeVersion, LocalDate, Mail, Member } from '../../src/domain/entries.ts';
import { proofOfAcceptance } from '../../src/domain/proofs.ts';
import { numbered } from '../../src/domain/running-number.ts';
import { sealFrom } from '../../src/domain/seal.ts';
import { emptyEntry } from '../../src/registers/register.ts';
import { REGISTERS } from '../../src/registers/registers.ts';
import { type Counter, recallTrail, remember, rememberTrail } from '../../src/registers/state.ts';
import { NUMBERING } from '../../src/workflows/desk.ts';
import type { Desk } from '../desk/desk.ts';
import { memberNumbered } from '../desk/numbered-members.ts';
import { entriesOf, saveTable, tableOf, todayOf } from '../rehearsal/rehearsed-desk.ts';
import { RegisterWriter } from './register-writer.ts';

/** How full the registers are. */
export interface Filling {
  readonly members: number;
  /** Each member has accepted once in each of them, the last time within the last 300 days. */
  readonly years: number;
  /** Mails of a member in a year, and lines of the trail beside the one of her acceptance. */
  readonly mails: number;
  readonly lines: number;
}

const YEAR = 365;
/** The answers of a year come in within so many days, and the last of them so many days ago. */
const SEASON = 290;
const PAUSE = 10;

const id = (name: 'acceptances' | 'mailLog', number: number) =>
  numbered(NUMBERING[name].prefix, number, NUMBERING[name].digits);

/** Fills the registers of a desk that is set up and has nobody on its roster yet. */
export function fill(desk: Desk, { members, years, mails, lines }: Filling): void {
  const version = entriesOf(desk, 'codeVersions').find(({ status }) => status === 'Active') as CodeVersion;
  const today = todayOf(desk);
  const acceptances = new RegisterWriter(desk, REGISTERS.acceptances);
  const mailLog = new RegisterWriter(desk, REGISTERS.mailLog);
  const trail = new RegisterWriter(desk, REGISTERS.auditTrail);
  const state = tableOf(desk, 'state');
  let head = recallTrail(state) ?? EMPTY_TRAIL;
  let [answers, mailed] = [0, 0];
  const note = (day: LocalDate, who: string, what: string, subject: string, after: string) => {
    const seal = sealFrom('load', head.line);
    const next = nextLine(head, { who, what, subject, before: '', after }, `${day}T10:00:01`, seal);
    head = next.head;
    trail.add(next.line);
  };
  const acceptedOn = (number: number, year: number) =>
    addDays(today, (year + 1 - years) * YEAR - PAUSE - SEASON + Math.floor((number / members) * SEASON));

  for (let year = 0; year < years; year++)
    for (let number = 1; number <= members; number++) {
      const day = acceptedOn(number, year);
      const acceptance = acceptanceOf(number, ++answers, day, version);
      acceptances.add(acceptance);
      const { memberId, textHash, confirmedBy, responseId } = acceptance;
      const proof = proofOfAcceptance(acceptance);
      const after = [memberId, version.version, textHash, confirmedBy, responseId, proof].join(' | ');
      note(day, BY_FORM, AUDIT.accepted, acceptance.id, after);
      for (let more = 0; more < lines; more++) note(day, BY_SYSTEM, AUDIT.standing, memberId, 'Current');
      for (let more = 0; more < mails; more++) mailLog.add(mailOf(number, ++mailed, day, acceptance.id));
    }
  const roster = new RegisterWriter(desk, REGISTERS.members);
  for (let number = 1; number <= members; number++)
    roster.add(memberOf(number, acceptedOn(number, years - 1), version));
  for (const writer of [acceptances, mailLog, trail, roster]) writer.write();

  rememberTrail(state, head);
  const counts: [Counter, number][] = [
    ['Last member', members],
    ['Last acceptance', answers],
    ['Last mail', mailed],
  ];
  for (const [counter, last] of counts) remember(state, counter, String(last));
  saveTable(desk, state);
}

function memberOf(number: number, acceptedOn: LocalDate, { version }: CodeVersion): Member {
  return {
    ...emptyEntry(REGISTERS.members),
    ...memberNumbered(number),
    role: 'Mentee',
    status: 'Active',
    standing: 'Current',
    acceptedVersion: version,
    acceptedOn,
    nextDue: addMonths(acceptedOn, 12),
    images: 'Allowed',
    lastMailed: acceptedOn,
  };
}

function acceptanceOf(
  number: number,
  answer: number,
  day: LocalDate,
  { version, textHash }: CodeVersion,
): Acceptance {
  const { id: memberId, name, email } = memberNumbered(number);
  return {
    id: id('acceptances', answer),
    received: `${day}T10:00:00`,
    memberId,
    name,
    email,
    role: 'Mentee',
    answer: 'Accepted',
    version,
    textHash,
    confirmedBy: 'Personal link',
    statements: 'I agree to be respectful of other Members’ availability and obligations.',
    companions: `Terms of Use: ${version}`,
    responseId: `response-${answer}`,
    remark: '',
    seal: sealFrom('load', answer),
  };
}

function mailOf(number: number, mail: number, day: LocalDate, reference: string): Mail {
  const { id: memberId, email: to } = memberNumbered(number);
  return {
    id: id('mailLog', mail),
    queued: `${day}T10:00:00`,
    kind: 'Acceptance confirmed',
    to,
    subject: 'Thank you: you accepted our Code of Conduct',
    memberId,
    reference,
    state: 'Sent',
    sent: `${day}T10:01:00`,
    gmailId: `gmail-${mail}`,
    problem: '',
  };
}
