// Tells staff what the system cannot understand in Opt-outs and Takedowns, and ticks off what they have put right.

import { PROBLEMS, type ProblemWords } from '../content/problems.ts';
import { idsTwice } from '../domain/identity.ts';
import { hasStep, type OptOut } from '../domain/image-entries.ts';
import { type AnyRegister, columnsOf } from '../registers/register.ts';
import type { Row } from '../registers/table.ts';
import type { Desk } from './desk.ts';
import { missingLines, neededLines } from './due-takedowns.ts';

/** @param isTyping somebody is at it: a row that is not complete yet is no problem as long as she goes on */
export function checkOptOuts(desk: Desk, isTyping = false): void {
  const { optOuts, takedowns } = desk.tables;
  const { rows, entries } = optOuts;
  const onRoster = new Set(desk.tables.members.entries.map(({ id }) => id));
  const twice = idsTwice(desk.tables.members.entries);
  const isUnknown = ({ entry: { memberId } }: Row<OptOut>) =>
    memberId !== '' && (!onRoster.has(memberId) || twice.has(memberId));
  const toMatch = rows.filter(({ entry }) => entry.status === 'To match');
  tell(desk, [PROBLEMS.optOutTwice('')], Array.from(idsTwice(entries), PROBLEMS.optOutTwice));
  tell(
    desk,
    [PROBLEMS.optOutNoMember('', '')],
    toMatch.filter(isUnknown).map(({ entry }) => PROBLEMS.optOutNoMember(entry.id, entry.memberId)),
  );
  tell(
    desk,
    [PROBLEMS.optOutToMatch('')],
    toMatch.map(({ entry }) => PROBLEMS.optOutToMatch(entry.id)),
  );
  const unclear = rows.filter(({ entry: { id, kind, status }, faults }) => {
    return id !== '' && kind === null && faults.kind === undefined && status !== 'Taken back';
  });
  tell(
    desk,
    [PROBLEMS.optOutNoKind('')],
    unclear.map(({ entry }) => PROBLEMS.optOutNoKind(entry.id)),
  );
  const incomplete = rows.filter(({ entry }) => entry.id === '');
  tell(
    desk,
    [PROBLEMS.optOutIncomplete(0)],
    incomplete.map(({ index }) => PROBLEMS.optOutIncomplete(index + 1)),
    isTyping,
  );
  const lines = neededLines(desk);
  const open = new Set(lines.filter(({ done }) => done === null).map(({ optOut }) => optOut));
  const inForce = entries.filter(
    ({ status }) => status === 'In force' || status === 'In force, to be confirmed',
  );
  tell(
    desk,
    [PROBLEMS.takedownsMissing('', '')],
    inForce.flatMap((optOut) => {
      const missing = hasStep(optOut, 'down') ? [] : missingLines(lines, optOut);
      return missing.length === 0 ? [] : PROBLEMS.takedownsMissing(optOut.id, missing.join(', '));
    }),
  );
  tell(
    desk,
    [PROBLEMS.takedownsOpen('')],
    inForce
      .filter((optOut) => hasStep(optOut, 'down') && open.has(optOut.id))
      .map(({ id }) => PROBLEMS.takedownsOpen(id)),
  );
  const unreadable = [...badCells(optOuts.register, rows), ...badCells(takedowns.register, takedowns.rows)];
  tell(desk, [PROBLEMS.badPictureCell('', '', '', '')], unreadable);
}

function badCells(register: AnyRegister, rows: readonly Row<{ id: string }>[]): ProblemWords[] {
  return rows.flatMap(({ entry, faults, index }) =>
    columnsOf(register).flatMap(({ field, header, kind }) => {
      // What this run has written there meanwhile can be read.
      const isOpen = (entry as Record<string, unknown>)[field] === kind.empty;
      const value = isOpen ? (faults as Record<string, string | undefined>)[field] : undefined;
      const subject = entry.id || `row ${index + 1}`;
      return value === undefined ? [] : PROBLEMS.badPictureCell(register.tab, subject, header, value);
    }),
  );
}

/** Leaves open what holds now, and ticks off the others of its kind. */
function tell(
  desk: Desk,
  [kind]: readonly [ProblemWords],
  found: readonly ProblemWords[],
  onlyTickOff = false,
): void {
  if (!onlyTickOff) for (const words of found) desk.problem(words, 'optOuts');
  desk.solve({ whatToDo: kind.whatToDo }, new Set(found.map(({ what }) => what)));
}
