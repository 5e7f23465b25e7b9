// Keeps the list of what has to be taken down: its lines, their ticks, and word to the member when all is done.

import { takedownWords } from '../content/image-words.ts';
import { BY_SYSTEM } from '../content/marks.ts';
import { NO_MORE_NEEDED, NOT_ASKED } from '../content/remarks.ts';
import { AUDIT } from '../content/tab-words.ts';
import { addDays } from '../domain/calendar.ts';
import { sha256Hex } from '../domain/digest.ts';
import {
  hasStep,
  noteOf,
  type OptOut,
  type Takedown,
  withoutSteps,
  withStep,
} from '../domain/image-entries.ts';
import { afterTick, finishedOptOuts, isWithdrawal, takedownsFor } from '../domain/takedowns.ts';
import { recall, remember } from '../registers/state.ts';
import type { Row } from '../registers/table.ts';
import type { Desk } from './desk.ts';
import { dueTakedowns, hasLostKind, missingLines, neededLines, takenBackRequests } from './due-takedowns.ts';
import { queueForMember, queueForStaff } from './outbox.ts';
import type { MemberRows } from './review-opt-outs.ts';

const isHonored = ({ status }: OptOut) => status === 'In force' || status === 'In force, to be confirmed';

export function reviewTakedowns(desk: Desk, members: MemberRows, who: string): void {
  const { optOuts, takedowns } = desk.tables;
  const over = takenBackRequests(desk);
  const touched = takedowns.rows.filter((row) => reviewLine(desk, row, over, who));
  for (const row of optOuts.rows) if (members.has(row.entry.memberId)) makeLines(desk, row, who);
  // What staff have just ticked by a slip they can untick until the clock comes round.
  if (who === BY_SYSTEM) tellOfLast(desk, members, new Set(touched.map(({ entry }) => entry.optOut)));
}

function tellOfLast(desk: Desk, members: MemberRows, notYet: ReadonlySet<string>): void {
  const lines = neededLines(desk);
  const finished = finishedOptOuts(lines);
  for (const row of finished.size > 0 ? desk.tables.optOuts.rows : []) {
    const { entry } = row;
    const member = members.get(entry.memberId)?.entry;
    // Before she has confirmed her request, she has heard of it only that somebody sent it.
    const isDue = entry.status === 'In force' && isWithdrawal(entry) && !hasStep(entry, 'down');
    if (!finished.has(entry.id) || notYet.has(entry.id) || !member || !isDue) continue;
    if (missingLines(lines, entry).length > 0) continue;
    if (queueForMember(desk, 'Pictures taken down', member, entry.id) === null)
      desk.tables.optOuts.update(row, { steps: withStep(entry, 'down') });
  }
}

/** The lines of a withdrawal, once for what it asks for: those that staff delete do not come back. */
function makeLines(desk: Desk, row: Row<OptOut>, who: string): void {
  const { entry } = row;
  const [sign, numbers = ''] = noteOf(entry, 'lines') ?? [];
  if (
    entry.id === '' ||
    hasStep(entry, 'same') ||
    hasStep(entry, 'erased') ||
    entry.status === 'Taken back' ||
    hasLostKind(entry) ||
    !(isHonored(entry) || sign !== undefined)
  )
    return;
  const { takedownDays: days, takedownOwner: owner } = desk.settings;
  const { takedowns, optOuts } = desk.tables;
  const planned = takedownsFor(entry, [], { days, owner }, desk.today).map((line) => ({
    ...line,
    what: takedownWords(line, entry),
  }));
  const now = sha256Hex(planned.map(({ what }) => what).join('\n')).slice(0, 8);
  if (now === sign || (planned.length === 0 && sign === undefined)) return;
  const { id: optOut, memberId } = entry;
  const made = takedowns.rows.filter((line) => line.entry.optOut === optOut);
  let isNew = false;
  const wanted = planned.map(({ medium, what, due }) => {
    const known = made.find((line) => line.entry.what === what && line.entry.memberId === memberId);
    if (known) {
      takedowns.update(known, { remark: known.entry.remark.replace(NOT_ASKED, '').trim() });
      return known.entry.id;
    }
    isNew = true;
    const id = desk.nextId('takedowns');
    takedowns.append({
      id,
      optOut,
      memberId,
      medium,
      what,
      owner,
      due,
      ticked: false,
      done: null,
      remark: '',
      noted: false,
    });
    desk.audit({ who, what: AUDIT.takedown, subject: id, before: '', after: `${optOut} | ${what}` });
    return id;
  });
  // Lines of the staff's own stay as long as anything has to be taken down.
  const before = numbers.split(',');
  for (const line of made) {
    const { id, done } = line.entry;
    if (done === null && !wanted.includes(id) && (before.includes(id) || planned.length === 0))
      noteInLine(desk, line, NOT_ASKED);
  }
  const steps = isNew ? withoutSteps(entry, 'down') : entry.steps;
  optOuts.update(row, { steps: withStep({ steps }, 'lines', now, wanted.join()) });
}

function noteInLine({ tables }: Desk, row: Row<Takedown>, note: string): void {
  const { remark } = row.entry;
  if (!remark.includes(note))
    tables.takedowns.update(row, { remark: remark === '' ? note : `${remark}\n${note}` });
}

/** Says whether it is done, or open again, since it was seen last. */
function reviewLine(desk: Desk, row: Row<Takedown>, over: ReadonlySet<string>, who: string): boolean {
  const { takedowns, optOuts } = desk.tables;
  const { id, optOut } = row.entry;
  if (id === '' && (optOut !== '' || row.entry.what !== '')) {
    const memberId = row.entry.memberId || (optOuts.find(optOut)?.entry.memberId ?? '');
    takedowns.update(row, { id: desk.nextId('takedowns'), memberId });
  }
  // A day that cannot be read stays; staff are told of it.
  const before = row.entry.noted;
  if (row.faults.done === undefined || row.entry.ticked !== before)
    takedowns.update(row, afterTick(row.entry, desk.today));
  const { noted: isDone, done } = row.entry;
  if (isDone !== before) {
    const what = isDone ? AUDIT.takenDown : AUDIT.notTakenDown;
    desk.audit({ who, what, subject: row.entry.id, before: '', after: done ?? '' });
  }
  if (!isDone && over.has(optOut)) noteInLine(desk, row, NO_MORE_NEEDED);
  return isDone !== before;
}

/** The day of the last reminder, in State. */
const REMINDED = 'Takedowns reminded';
const REMIND_EVERY_DAYS = 7;

/** One mail a week, as long as something is due. */
export function remindOfTakedowns(desk: Desk): void {
  if (!dueTakedowns(desk).some(({ state }) => state !== 'soon')) return;
  const last = recall(desk.tables.state, REMINDED);
  if (last > addDays(desk.today, -REMIND_EVERY_DAYS)) return;
  remember(desk.tables.state, REMINDED, desk.today);
  queueForStaff(desk, 'Takedowns due', desk.today);
}
