// Keeps the list of what has to be taken down: its lines, their ticks, and word to the member when all is done.

import { takedownWords } from '../content/image-words.ts';
import { NO_MORE_NEEDED } from '../content/remarks.ts';
import { AUDIT } from '../content/tab-words.ts';
import { addDays } from '../domain/calendar.ts';
import { hasStep, type OptOut, type Takedown, withStep } from '../domain/image-entries.ts';
import { afterTick, finishedOptOuts, takedownsFor } from '../domain/takedowns.ts';
import { recall, remember } from '../registers/state.ts';
import type { Row } from '../registers/table.ts';
import type { Desk } from './desk.ts';
import { dueTakedowns, takenBackRequests } from './due-takedowns.ts';
import { queueForMember, queueForStaff } from './outbox.ts';
import type { MemberRows } from './review-opt-outs.ts';

const isHonored = ({ status }: OptOut) => status === 'In force' || status === 'In force, to be confirmed';

export function reviewTakedowns(desk: Desk, members: MemberRows, who: string): void {
  const { optOuts, takedowns } = desk.tables;
  for (const row of optOuts.rows) if (members.has(row.entry.memberId)) makeLines(desk, row, who);
  const over = takenBackRequests(desk);
  for (const row of takedowns.rows) reviewLine(desk, row, over, who);
  const finished = finishedOptOuts(takedowns.entries);
  for (const row of finished.size > 0 ? optOuts.rows : []) {
    const member = members.get(row.entry.memberId)?.entry;
    if (!finished.has(row.entry.id) || !member || !isHonored(row.entry) || hasStep(row.entry, 'down'))
      continue;
    if (queueForMember(desk, 'Pictures taken down', member, row.entry.id) === null)
      optOuts.update(row, { steps: withStep(row.entry, 'down') });
  }
}

/** The lines of a withdrawal, once: those that staff delete do not come back. */
function makeLines(desk: Desk, row: Row<OptOut>, who: string): void {
  const { entry } = row;
  if (entry.id === '' || !isHonored(entry) || hasStep(entry, 'lines')) return;
  const { takedownDays: days, takedownOwner: owner } = desk.settings;
  const { takedowns, optOuts } = desk.tables;
  const planned = takedownsFor(entry, takedowns.entries, { days, owner }, desk.today);
  if (planned.length === 0) return;
  for (const line of planned) {
    const id = desk.nextId('takedowns');
    const { medium, due } = line;
    const what = takedownWords(line, entry);
    const { id: optOut, memberId } = entry;
    takedowns.append({
      id,
      optOut,
      memberId,
      medium,
      what,
      owner: line.owner,
      due,
      ticked: false,
      done: null,
      remark: '',
      noted: false,
    });
    desk.audit({ who, what: AUDIT.takedown, subject: id, before: '', after: `${optOut} | ${what}` });
  }
  optOuts.update(row, { steps: withStep(entry, 'lines') });
}

function reviewLine(desk: Desk, row: Row<Takedown>, over: ReadonlySet<string>, who: string): void {
  const { takedowns, optOuts } = desk.tables;
  const { id, optOut, remark } = row.entry;
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
  if (!isDone && over.has(optOut) && !remark.includes(NO_MORE_NEEDED))
    takedowns.update(row, { remark: remark === '' ? NO_MORE_NEEDED : `${remark}\n${NO_MORE_NEEDED}` });
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
