// What staff of a rehearsed desk do: each day what it asks of them, as far as they can. An assumption, not a finding.

import { isConflicted } from '../../src/domain/case-conflicts.ts';
import { dueOn } from '../../src/domain/case-deadlines.ts';
import { checkedIn } from '../../src/domain/case-decided.ts';
import type { Case } from '../../src/domain/case-entries.ts';
import { isAboutViolence } from '../../src/domain/case-guidelines.ts';
import { tidyAddress } from '../../src/domain/email-address.ts';
import { CASE_REGISTERS } from '../../src/registers/case-registers.ts';
import { readCaseSettings } from '../../src/registers/case-settings.ts';
import type { Register } from '../../src/registers/register.ts';
import { REGISTERS } from '../../src/registers/registers.ts';
import { PROPERTY } from '../../src/workflows/config.ts';
import { entriesOf, propertiesOf, type RehearsedDesk, tableIn, todayOf } from './rehearsed-desk.ts';

/** What is typed into the cells of a row. */
type Cells<E> = { readonly [K in keyof E]?: string };

const TICK = 'TRUE';
const REASON = 'A rehearsal.';

/**
 * They tick what stands in Follow-up, and in Problems unless it comes back, and pictures that are to be taken down; they
 * say who sent what one member alone can have sent by her name; they take the next step in each case, and answer each
 * question, on the day by which it is due.
 * @param next comes after each row in which they have typed
 */
export function doWhatIsAsked(desk: RehearsedDesk, next: () => void): void {
  const { registersId } = desk;
  const work = <E extends object>(id: string, register: Register<E>, cells: (entry: E) => Cells<E>) =>
    typeIn(desk, id, register, cells, next);
  const today = todayOf(desk);
  const isDue = (day: string | null) => day !== null && day <= today;
  const { problems, followUps, takedowns, optOuts } = REGISTERS;
  // What comes back after it was ticked cannot be put right in a rehearsal, such as a setting without sense.
  const ticked = new Set(entriesOf(desk, 'problems').flatMap(({ what, done }) => (done ? [what] : [])));
  work(registersId, problems, ({ what, done }) =>
    what !== '' && !done && !ticked.has(what) ? { done: TICK } : {},
  );
  work(registersId, followUps, ({ since, done }) => (since !== null && !done ? { done: TICK } : {}));
  work(registersId, takedowns, ({ due, done }) => (isDue(due) && done === null ? { ticked: TICK } : {}));
  work(registersId, optOuts, ({ status, name, memberId }) => {
    if (status !== 'To match' || memberId !== '') return {};
    const [hers, ...others] = entriesOf(desk, 'members').filter((member) => member.name === name);
    return hers && others.length === 0 ? { memberId: hers.id } : {};
  });

  const casesId = propertiesOf(desk)[PROPERTY.cases] ?? '';
  const { cases, people, questions } = CASE_REGISTERS;
  const { settings } = readCaseSettings(tableIn(desk.workspace, casesId, CASE_REGISTERS.settings));
  const leftOut = tableIn(desk.workspace, casesId, people).entries.filter(({ conflict }) => conflict);
  work(casesId, cases, (entry) => {
    if (dueOn(entry, today, settings).length === 0) return {};
    const conflicted = leftOut.filter(({ number }) => number === entry.number).map(({ email }) => email);
    const handlers = settings.handlers.map(({ email }) => email);
    return nextStep(
      entry,
      handlers.filter((email) => !isConflicted(email, conflicted)),
    );
  });
  work(casesId, questions, ({ number, status, answerBy }) =>
    number !== '' && status === 'New' && isDue(answerBy ?? today) ? { status: 'Answered' } : {},
  );
}

/** One step nearer to the end of a case, for one of those who may handle it; what was decided before stays. */
function nextStep(entry: Case, handlers: readonly string[]): Cells<Case> {
  if (entry.status === 'Closed') return entry.nextStepBy !== null ? { nextStepBy: '' } : { erase: TICK };
  const handler = handlers.find((email) => tidyAddress(email) === tidyAddress(entry.handler)) ?? handlers[0];
  if (handler === undefined) return {};
  const { lawDecision, lawDetails, heardOn, notHeardBecause, finding, outcome } = entry;
  const isZeroTolerance = isAboutViolence(entry) || checkedIn(entry).violence;
  const law = { lawDecision: lawDecision ?? 'Do not contact', lawDetails: lawDetails || REASON };
  const step = { handler, ...(isZeroTolerance ? law : {}) };
  if (entry.status === 'New' || entry.status === 'Acknowledged' || entry.status === null)
    return { ...step, status: 'Under review' };
  return {
    ...step,
    ...(heardOn === null ? { notHeardBecause: notHeardBecause || REASON } : {}),
    finding: finding ?? 'Not confirmed',
    ...(finding === 'Confirmed' ? { outcome: outcome ?? 'Conversation' } : {}),
    status: entry.status === 'Finding' ? 'Closed' : 'Finding',
  };
}

/** Types into the rows of a register what each of them wants. */
function typeIn<E extends object>(
  { workspace }: RehearsedDesk,
  spreadsheetId: string,
  register: Register<E>,
  cells: (entry: E) => Cells<E>,
  next: () => void,
): void {
  const { rows, sheetId, positions } = tableIn(workspace, spreadsheetId, register);
  for (const { index, entry } of rows) {
    const typed = Object.entries(cells(entry)) as [keyof E, string][];
    // Nobody types into a cell what it holds.
    const changes = typed.filter(([field, value]) => entry[field] !== value);
    for (const [field, value] of changes)
      workspace.sheets.userEdit(workspace.owner, spreadsheetId, sheetId, index, positions[field], [[value]]);
    if (changes.length > 0) next();
  }
}
