// Brings a list onto the roster by the rules of “Import the roster…”, and lets the script itself write it.
//
// A program outside cannot take the script's lock, and the audit trail goes on line by line from the end that the
// script remembers. So whoever wrote from outside could write between two steps of the script, break the chain of the
// trail, or give the same Member ID twice. That is why nothing is written from here: the plan is sent to the function
// that the dialog calls. It works the plan out anew under its lock, refuses when that is not the plan that was shown,
// and writes all of it, with its line in the trail, in one call. Bringing the same list again changes nothing.

import * as z from 'zod';
import { IMPORT_WORDS as WORDS } from '../../src/content/import-words.ts';
import type { Member } from '../../src/domain/entries.ts';
import { inFields, readTable } from '../../src/domain/import-columns.ts';
import {
  acceptedOf,
  choicesOf,
  type ImportPlan,
  planImport,
  printOf,
} from '../../src/domain/roster-import.ts';
import { readCsv, readFileText, type Unreadable } from '../../src/pages/read-csv.ts';
import type { CellValue } from '../../src/registers/cells.ts';
import { onRoster } from '../../src/registers/on-roster.ts';
import { REGISTERS } from '../../src/registers/registers.ts';
import { Table } from '../../src/registers/table.ts';
import type { Clients } from '../google/clients.ts';
import { patiently } from '../google/patience.ts';

/** What a list would do to the roster, and what of it is done unless somebody decides otherwise. */
export interface PlannedImport {
  readonly first: number;
  readonly rows: readonly string[][];
  readonly plan: ImportPlan;
  readonly yes: ReadonlySet<string>;
}

export async function readMembers({ sheets }: Clients, spreadsheetId: string): Promise<Table<Member>> {
  const { data } = await patiently(() =>
    sheets.spreadsheets.values.get({
      spreadsheetId,
      range: `'${REGISTERS.members.tab}'`,
      valueRenderOption: 'UNFORMATTED_VALUE',
    }),
  );
  return new Table(REGISTERS.members, 0, (data.values ?? []) as CellValue[][]);
}

/** @throws Error when the file is no list */
export function planList(file: Uint8Array, members: Table<Member>): PlannedImport {
  const text = readFileText(file);
  if ('unreadable' in text) throw new Error(unreadable(text.unreadable));
  const read = readCsv(text.text);
  if ('unreadable' in read) throw new Error(unreadable(read.unreadable));
  const { rows: brought, columns, first } = readTable(read.table);
  if (columns.email < 0 && columns.id < 0)
    throw new Error('No column is named Email or Member ID, so nobody in this list can be recognised.');
  const rows = inFields(brought, columns);
  const plan = planImport(rows, first, onRoster(members));
  const yes = choicesOf(plan).flatMap(({ key, isUsual }) => (isUsual ? [key] : []));
  return { first, rows, plan, yes: new Set(yes) };
}

function unreadable(why: Unreadable): string {
  const { openQuote, workbook: _, nothing: __, ...others } = WORDS.unreadable;
  if (typeof why !== 'string') return openQuote(why.openQuoteIn);
  const here = {
    ...others,
    nothing: 'The file is empty.',
    workbook: 'This is a file of Excel. Please save it as CSV first.',
  };
  return here[why];
}

/** What would be done, row by row: first what is not taken, and why. */
export function inWords({ plan, yes }: PlannedImport): string[] {
  const { added, changed } = acceptedOf(plan, yes);
  const undecided = plan.added.filter((one) => !added.includes(one));
  const left = plan.changed.flatMap(({ at, name, id, changes }) =>
    changes
      .filter(({ isUsual }) => !isUsual)
      .map((change) => `${WORDS.titled(at, WORDS.person(name, id))}. ${words(change)}`),
  );
  return [
    ...section(
      WORDS.groups.notTaken.title,
      plan.notTaken.map(({ at, name, troubles }) =>
        [
          `${WORDS.titled(at, name)}.`,
          ...troubles.map((trouble) => WORDS.problems[trouble.problem](trouble.about)),
        ].join(' '),
      ),
    ),
    ...section('Left for a person to decide, in “Import the roster…”', [
      ...undecided.map(({ at, name, alike }) => `${WORDS.titled(at, name)}. ${WORDS.alike(alike)}`),
      ...left,
    ]),
    ...section(
      WORDS.groups.changed.title,
      changed.map(
        ({ at, name, id, changes }) =>
          `${WORDS.titled(at, WORDS.person(name, id))}. ${changes.map(words).join('; ')}`,
      ),
    ),
    ...section(
      WORDS.groups.added.title,
      added.map(({ at, name, email, role, status }) =>
        [WORDS.titled(at, name), email, role, status].filter((text) => text !== '').join(', '),
      ),
    ),
    `${added.length} new, ${changed.length} changed, ${plan.unchanged} unchanged, ${plan.notTaken.length} not taken.`,
  ];
}

const words = ({ field, from, to }: ImportPlan['changed'][number]['changes'][number]) =>
  WORDS.change(field, from, to);

const section = (title: string, lines: readonly string[]) =>
  lines.length === 0 ? [] : [`${title}:`, ...lines.map((line) => `  ${line}`), ''];

const said = z.union([
  z.object({
    ok: z.literal(true),
    value: z.union([z.object({ done: z.string() }), z.object({ roster: z.unknown() })]),
  }),
  z.object({ ok: z.literal(false), message: z.string() }),
]);

/** Has the script carry a plan out. @returns what was done, in words @throws Error when it was refused */
export async function carryOut(
  { script }: Clients,
  scriptId: string,
  planned: PlannedImport,
): Promise<string> {
  const { first, rows, plan, yes } = planned;
  const order = JSON.stringify({ first, rows, print: printOf(plan), yes: [...yes] });
  const requestBody = { function: 'importRoster', parameters: [order], devMode: true };
  const { data } = await patiently(() => script.scripts.run({ scriptId, requestBody }));
  if (data.error) {
    const [detail] = (data.error.details ?? []) as { errorMessage?: string }[];
    throw new Error(`The script stopped: ${detail?.errorMessage ?? data.error.message}`);
  }
  const answer = said.parse(JSON.parse(String(data.response?.result)));
  if (!answer.ok) throw new Error(answer.message);
  if ('done' in answer.value) return answer.value.done;
  // Also when a first request took effect and only its answer was lost.
  throw new Error(
    'The roster is no longer what was shown, so this wrote nothing more. Please run the command again: it shows what is left.',
  );
}
