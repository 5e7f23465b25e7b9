// What staff of a rehearsed desk do: each day all that the desk asks of them. An assumption, not a finding.

import { dueOn } from '../../src/domain/case-deadlines.ts';
import type { Case, CaseStatus } from '../../src/domain/case-entries.ts';
import { isAboutViolence } from '../../src/domain/case-guidelines.ts';
import { CASE_REGISTERS } from '../../src/registers/case-registers.ts';
import { type CaseSettings, readCaseSettings } from '../../src/registers/case-settings.ts';
import type { Register } from '../../src/registers/register.ts';
import { REGISTERS } from '../../src/registers/registers.ts';
import { type Row, Table } from '../../src/registers/table.ts';
import { PROPERTY } from '../../src/workflows/config.ts';
import { entriesOf, gridIn, propertiesOf, type RehearsedDesk, todayOf } from './rehearsed-desk.ts';

type Typed<E> = { readonly [K in keyof E]?: string };

const TICK = 'TRUE';

/**
 * They tick what stands in Problems and Follow-up, and pictures that are to be taken down; they say who sent what the
 * roster knows by name; and they go one step further in each case, and answer each question, on the day by which it is due.
 */
export function doWhatIsAsked(desk: RehearsedDesk): void {
  const { registersId } = desk;
  const today = todayOf(desk);
  const work = <E extends object>(
    spreadsheetId: string,
    register: Register<E>,
    cells: (entry: E) => Typed<E> | null,
  ): void => {
    const table = tableIn(desk, spreadsheetId, register);
    for (const row of table.rows) type(desk, spreadsheetId, table, row, cells(row.entry) ?? {});
  };
  const { problems, followUps, takedowns, optOuts } = REGISTERS;
  const isDue = (day: string | null) => day !== null && day <= today;
  work(registersId, problems, ({ what, done }) => (what !== '' && !done ? { done: TICK } : null));
  work(registersId, followUps, ({ since, done }) => (since !== null && !done ? { done: TICK } : null));
  work(registersId, takedowns, ({ due, done }) => (isDue(due) && done === null ? { ticked: TICK } : null));
  work(registersId, optOuts, ({ status, name, memberId }) => {
    if (status !== 'To match' || memberId !== '') return null;
    const hers = entriesOf(desk, 'members').find((member) => member.name === name);
    return hers ? { memberId: hers.id } : null;
  });

  const casesId = propertiesOf(desk)[PROPERTY.cases] ?? '';
  const { cases, questions } = CASE_REGISTERS;
  const { settings } = readCaseSettings(tableIn(desk, casesId, CASE_REGISTERS.settings));
  work(casesId, cases, (entry) =>
    dueOn(entry, today, settings).length > 0 ? nextStep(entry, settings) : null,
  );
  work(casesId, questions, ({ status, answerBy }) =>
    status === 'New' && isDue(answerBy) ? { status: 'Answered' } : null,
  );
}

/** One step nearer to the end of a case; null when nobody can handle it, or nothing is left but to wait. */
function nextStep(entry: Case, { handlers }: CaseSettings): Typed<Case> | null {
  const [first] = handlers;
  if (!first) return null;
  const handler = entry.handler || first.email;
  const law = isAboutViolence(entry) ? { lawDecision: 'Do not contact', lawDetails: 'A rehearsal.' } : {};
  const status = NEXT[entry.status ?? 'New'];
  if (status === 'Finding')
    return { handler, ...law, notHeardBecause: 'A rehearsal.', finding: 'Not confirmed', status };
  return status && { handler, ...law, status };
}

const NEXT: Readonly<Record<CaseStatus, CaseStatus | null>> = {
  New: 'Under review',
  Acknowledged: 'Under review',
  'Under review': 'Finding',
  'Awaiting information': 'Finding',
  Reopened: 'Finding',
  Finding: 'Closed',
  Closed: null,
};

const tableIn = <E extends object>(
  { workspace }: RehearsedDesk,
  spreadsheetId: string,
  register: Register<E>,
): Table<E> => new Table(register, register.sheetId, gridIn(workspace, spreadsheetId, register.tab));

/** Only what differs, so that nobody types into a cell what it holds. */
function type<E extends object>(
  { workspace }: RehearsedDesk,
  spreadsheetId: string,
  { sheetId, positions }: Table<E>,
  { index, entry }: Row<E>,
  cells: Typed<E>,
): void {
  for (const [field, value] of Object.entries(cells) as [keyof E, string][])
    if (entry[field] !== value)
      workspace.sheets.userEdit(workspace.owner, spreadsheetId, sheetId, index, positions[field], [[value]]);
}
