// Brings everything that follows from Opt-outs in line with it: rows of staff, statuses, image permissions, takedowns, mails.

import { BY_SYSTEM } from '../content/marks.ts';
import { PROBLEMS } from '../content/problems.ts';
import { matchedBy, partlyTakenBackBy, sameAs, TOOK_NOTHING_BACK, takenBackBy } from '../content/remarks.ts';
import { AUDIT } from '../content/tab-words.ts';
import { addDays, addMinutes, dateOf, startOf } from '../domain/calendar.ts';
import type { MailKind, Member } from '../domain/entries.ts';
import { idsTwice } from '../domain/identity.ts';
import {
  hasStep,
  noteOf,
  type OptOut,
  type OptOutStatus,
  type Step,
  withoutSteps,
  withStep,
} from '../domain/image-entries.ts';
import {
  afterTakeBack,
  firstStatus,
  isTakeBack,
  onRosterAfter,
  permissionOf,
  statusWhenConfirmed,
} from '../domain/image-permission.ts';
import { oneLine } from '../domain/text.ts';
import type { Row } from '../registers/table.ts';
import type { Desk } from './desk.ts';
import { hasLostKind } from './due-takedowns.ts';
import { auditOptOut, releaseInForce } from './opt-out-evidence.ts';
import { queueForMember } from './outbox.ts';
import { reviewTakedowns } from './takedowns.ts';

/** Members by their ids; those whose id stands twice are left out, and nobody is guessed. */
export type MemberRows = ReadonlyMap<string, Row<Member>>;

/**
 * Does what is still to be done, and nothing twice: it can be called after every change, by every drain, and every
 * night, when the effective day of a request has come.
 * @param who did what staff changed, as far as Google tells
 */
export function reviewOptOuts(desk: Desk, who: string = BY_SYSTEM): void {
  const members = membersOf(desk);
  for (const row of desk.tables.optOuts.rows) {
    if (row.entry.id === '') completeRow(desk, row, members, who);
    else matchRow(desk, row, members, who);
    followMember(desk, row, members);
  }
  carryOutTakeBacks(desk);
  for (const rows of byMember(desk).values()) markTwice(desk, rows);
  updateImages(desk, members);
  for (const row of desk.tables.optOuts.rows) tellMember(desk, row, members);
  reviewTakedowns(desk, members, who);
}

function membersOf(desk: Desk): MemberRows {
  const { rows, entries } = desk.tables.members;
  const twice = idsTwice(entries);
  const known = rows.filter(({ entry }) => entry.id !== '' && !twice.has(entry.id));
  return new Map(known.map((row) => [row.entry.id, row]));
}

const tidyId = (id: string) => id.trim().toUpperCase();
const addTo = (remark: string, words: string) => (remark === '' ? words : `${remark}\n${words}`);

/** What must stand in a row that staff type, before it holds. */
export function isComplete({ entry, faults }: Row<OptOut>, members: MemberRows): boolean {
  const { memberId, name, email, kind, forWhom, scope, pictures } = entry;
  const isSomebody = memberId === '' ? `${name}${email}`.trim() !== '' : members.has(tidyId(memberId));
  const isClear = faults.received === undefined && faults.effective === undefined;
  const hasPictures = scope !== 'Certain pictures' || pictures.trim() !== '';
  return isSomebody && isClear && kind !== null && forWhom !== null && scope !== null && hasPictures;
}

/** A row without a number: one that staff typed, or one whose number somebody deleted. */
function completeRow(desk: Desk, row: Row<OptOut>, members: MemberRows, who: string): void {
  const { optOuts } = desk.tables;
  const { entry } = row;
  const { responseId } = entry;
  const isCopy = optOuts.rows.some((other) => other !== row && other.entry.responseId === responseId);
  if (responseId !== '' && !isCopy) {
    optOuts.update(row, { id: desk.nextId('optOuts') });
    return;
  }
  if (!isComplete(row, members)) return;
  const member = members.get(tidyId(entry.memberId))?.entry;
  const id = desk.nextId('optOuts');
  // What staff write down today came now; a day that lies ahead cannot be the day on which it came.
  const isPast = entry.received !== null && entry.received < startOf(desk.today);
  const received = isPast ? entry.received : desk.now;
  optOuts.update(row, {
    id,
    received,
    effective: entry.effective ?? dateOf(received ?? desk.now),
    memberId: member?.id ?? '',
    name: entry.name || (member?.name ?? ''),
    email: entry.email || (member?.email ?? ''),
    release: releaseInForce(desk),
    channel: 'Staff',
    confirmedBy: 'Staff',
    status: firstStatus(entry.kind, 'Staff', member !== undefined),
    responseId: `staff-${id}`,
    steps: '',
  });
  auditOptOut(desk, row.entry, who);
  if (!member) desk.problem(PROBLEMS.optOutToMatch(id), 'optOuts');
}

/**
 * A row in which staff have written whose it is. That she is the one who asked they can say; that an opt-out may be
 * taken back only she herself can, so a take-back still waits for her.
 */
function matchRow(desk: Desk, row: Row<OptOut>, members: MemberRows, who: string): void {
  const { optOuts } = desk.tables;
  const { id, memberId, kind, status, confirmedBy, remark, effective, received } = row.entry;
  if (effective === null && row.faults.effective === undefined)
    optOuts.update(row, { effective: received ? dateOf(received) : desk.today });
  const member = members.get(tidyId(memberId))?.entry;
  if (member && member.id !== memberId) optOuts.update(row, { memberId: member.id });
  if (hasLostKind(row.entry)) return;
  if (status === 'To match' && member) {
    const isProven = isTakeBack({ kind }) ? confirmedBy : 'Staff';
    const now = firstStatus(kind, isProven, true);
    optOuts.update(row, { status: now, remark: addTo(remark, matchedBy(who)) });
    desk.audit({
      who,
      what: AUDIT.optOutMatched,
      subject: id,
      before: status,
      after: `${member.id} | ${now}`,
    });
    desk.solve({ what: PROBLEMS.optOutToMatch(id).what });
  } else if (status === null && row.faults.status === undefined) {
    optOuts.update(row, { status: firstStatus(kind, confirmedBy, member !== undefined) });
  } else if (status !== null && member && KINDS_OF[status] === !isTakeBack({ kind })) {
    // Staff have found out that she meant the opposite; she hears of it anew.
    const steps = withoutSteps(row.entry, 'asked', 'told', 'down', 'same');
    optOuts.update(row, { status: firstStatus(kind, confirmedBy, true), steps });
  }
}

/** Staff have found out that it is somebody else's: she is told, and what is still to be taken down is hers. */
function followMember(desk: Desk, row: Row<OptOut>, members: MemberRows): void {
  const { optOuts, takedowns } = desk.tables;
  const { entry } = row;
  const member = members.get(entry.memberId)?.entry;
  const [before = ''] = noteOf(entry, 'for') ?? [];
  if (!member || entry.id === '' || entry.status === 'To match' || before === member.id) return;
  let { name, email, steps } = entry;
  if (before !== '') {
    steps = withoutSteps(entry, 'asked', 'told', 'down');
    // What came with the form or by mail is evidence; in a row of staff it came from Members.
    const old = entry.channel === 'Staff' ? members.get(before)?.entry : undefined;
    if (old && name === old.name) name = member.name;
    if (old && email === old.email) email = member.email;
    for (const line of takedowns.rows) {
      const { optOut, done, what } = line.entry;
      if (optOut !== entry.id || done !== null) continue;
      const renamed = name === entry.name ? what : what.replace(oneLine(entry.name), () => oneLine(name));
      takedowns.update(line, { memberId: member.id, what: renamed });
    }
  }
  optOuts.update(row, { name, email, steps: withStep({ steps }, 'for', member.id) });
}

/** Whether a status is one of take-backs, or one of opt-outs. */
const KINDS_OF: Partial<Record<OptOutStatus, boolean>> = {
  'In force': false,
  'In force, to be confirmed': false,
  'Waits for confirmation': true,
  Done: true,
};

/** Requests by member, for those that say whose they are. */
function byMember(desk: Desk): Map<string, Row<OptOut>[]> {
  const found = new Map<string, Row<OptOut>[]>();
  for (const row of desk.tables.optOuts.rows) {
    const { id, memberId } = row.entry;
    if (id !== '' && memberId !== '') found.set(memberId, [...(found.get(memberId) ?? []), row]);
  }
  return found;
}

function carryOutTakeBacks(desk: Desk): void {
  const { optOuts } = desk.tables;
  for (const rows of byMember(desk).values()) {
    for (const { entry: takeBack } of rows) {
      if (!isTakeBack(takeBack) || takeBack.status !== 'Done') continue;
      const entries = rows.map(({ entry }) => entry);
      noteIfNothing(desk, takeBack, entries);
      const { takenBack, partly } = afterTakeBack(entries, takeBack, desk.today);
      for (const row of rows) {
        const { id, status, remark } = row.entry;
        if (takenBack.includes(row.entry)) {
          const note = takenBackBy(takeBack.id);
          optOuts.update(row, { status: 'Taken back', remark: addTo(remark, note) });
          desk.audit({ what: AUDIT.optOutTakenBack, subject: id, before: status ?? '', after: takeBack.id });
        } else if (partly.includes(row.entry)) {
          const note = partlyTakenBackBy(takeBack.id);
          if (!remark.includes(note)) optOuts.update(row, { remark: addTo(remark, note) });
        }
      }
    }
  }
}

/** Before she is told of it: whether it takes back anything, now or from its day on. */
function noteIfNothing({ tables: { optOuts }, today }: Desk, takeBack: OptOut, entries: OptOut[]): void {
  const { id, effective, remark } = takeBack;
  const words = new RegExp(`taken back by ${id}\\.`, 'i');
  if (hasStep(takeBack, 'told') || remark.includes(TOOK_NOTHING_BACK)) return;
  const day = effective !== null && effective > today ? effective : today;
  const { takenBack, partly } = afterTakeBack(entries, takeBack, day);
  const row = optOuts.rows.find(({ entry }) => entry === takeBack);
  if (row && takenBack.length + partly.length === 0 && !entries.some((entry) => words.test(entry.remark)))
    optOuts.update(row, { remark: addTo(remark, TOOK_NOTHING_BACK) });
}

/** Minutes within which the same answers, with nothing else between them, are one wish. */
const TWICE_MINUTES = 10;
const SAME = ['channel', 'kind', 'forWhom', 'family', 'scope', 'pictures', 'words', 'confirmedBy'] as const;

/** She pressed “Submit” twice: the second answer has its row and status, and nothing follows from it again. */
function markTwice({ tables: { optOuts } }: Desk, rows: readonly Row<OptOut>[]): void {
  const orderOf = ({ entry: { received, id } }: Row<OptOut>) => `${received} ${id}`;
  const inOrder = [...rows].sort((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1));
  for (const [nth, row] of inOrder.entries()) {
    const { entry } = row;
    const before = inOrder[nth - 1]?.entry;
    if (!before?.received || !entry.received || entry.channel !== 'Form') continue;
    if (hasStep(entry, 'same')) {
      // When she confirms the one, she confirms the other.
      const confirmed = statusWhenConfirmed(entry.status);
      if (before.status === confirmed) optOuts.update(row, { status: confirmed });
      continue;
    }
    const isSeen = hasStep(entry, 'asked') || hasStep(entry, 'told') || hasStep(entry, 'lines');
    const isSoon = entry.received <= addMinutes(before.received, TWICE_MINUTES);
    if (isSeen || !isSoon || before.status === 'Taken back') continue;
    if (SAME.some((field) => entry[field] !== before[field])) continue;
    const remark = addTo(entry.remark.replace(TOOK_NOTHING_BACK, '').trim(), sameAs(before.id));
    optOuts.update(row, { steps: `${entry.steps} asked told same`, remark });
  }
}

/** “Images” in Members, as her requests and the staff's own choice say together. */
function updateImages(desk: Desk, members: MemberRows): void {
  const { tables } = desk;
  const requests = byMember(desk);
  const unexplained: string[] = [];
  for (const row of members.values()) {
    const { id, images: before, imagesGiven } = row.entry;
    const hers = requests.get(id);
    if (hers) {
      const entries = hers.map(({ entry }) => entry);
      const asked = permissionOf(entries, desk.today).images;
      // What staff wrote and nobody can read stays, unless it has to be stricter than nothing.
      if (row.faults.images !== undefined && asked === 'Allowed') continue;
      const now = onRosterAfter(row.entry, asked);
      tables.members.update(row, now);
      if (before === now.images) continue;
      desk.audit({ what: AUDIT.images, subject: id, before: before ?? '', after: now.images });
      if (imagesGiven === now.images && before !== null)
        desk.problem(PROBLEMS.imagesPutBack(id, now.images), 'members');
    } else if (before !== null && before !== 'Allowed' && before === imagesGiven) {
      // Her rows are gone. A picture that is not taken does no harm, so staff decide.
      const words = PROBLEMS.imagesUnexplained(id, before);
      unexplained.push(words.what);
      desk.problem(words, 'members');
    }
  }
  desk.solve({ whatToDo: PROBLEMS.imagesUnexplained('', '').whatToDo }, new Set(unexplained));
}

/** The mail that a request needs as it stands now; each goes out once. */
function mailFor(optOut: OptOut): readonly [MailKind, Step] | null {
  if (hasLostKind(optOut)) return null;
  switch (optOut.status) {
    case 'In force':
      return ['Opt-out confirmed', 'told'];
    case 'Done':
      return [isTakeBack(optOut) ? 'Opt-out taken back' : 'Opt-out confirmed', 'told'];
    case 'In force, to be confirmed':
    case 'Waits for confirmation':
      return ['Opt-out to confirm', 'asked'];
    default:
      return null;
  }
}

/** So long she is still asked on a later day what went over the cap of her address; what is hers is told at any time. */
const WORTH_ASKING_DAYS = 7;

function tellMember(desk: Desk, row: Row<OptOut>, members: MemberRows): void {
  const { entry } = row;
  const member = entry.id === '' ? undefined : members.get(entry.memberId)?.entry;
  const [mail, step] = mailFor(entry) ?? [];
  if (!member || !mail || !step || hasStep(entry, step)) return;
  const heldSince = queueForMember(desk, mail, member, entry.id);
  const isOver =
    step === 'asked' && heldSince !== null && heldSince < startOf(addDays(desk.today, -WORTH_ASKING_DAYS));
  if (heldSince === null || isOver) desk.tables.optOuts.update(row, { steps: withStep(entry, step) });
}
