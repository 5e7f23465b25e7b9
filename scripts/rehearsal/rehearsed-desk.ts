// A desk that is rehearsed: the local Workspace in which it works, and its registers as the code itself reads them.

import { dateOf, localTime } from '../../src/domain/calendar.ts';
import type { LocalDate } from '../../src/domain/entries.ts';
import type { CellValue } from '../../src/registers/cells.ts';
import type { Register } from '../../src/registers/register.ts';
import { REGISTERS, type RegisterName } from '../../src/registers/registers.ts';
import { readSettings } from '../../src/registers/settings.ts';
import { Table } from '../../src/registers/table.ts';
import { createWorkspace, type Workspace } from '../local-workspace/index.ts';
import { callApi } from '../local-workspace/rest/dispatch.ts';
import { columnName } from '../local-workspace/services/sheets/a1.ts';
import { readValues } from '../local-workspace/services/sheets/values.ts';

export interface RehearsedDesk {
  readonly workspace: Workspace;
  readonly scriptId: string;
  /** The id of the Registers. */
  readonly registersId: string;
}

/**
 * A local Workspace in memory, whose clock begins at this moment (ISO 8601). Runs of triggers that follow one another share
 * a realm: the desk keeps nothing in variables but words that it has read and patterns that it has made.
 */
export function workspaceToRehearse(seed: number, start: string): Workspace {
  const workspace = createWorkspace({ seed, start });
  workspace.runner.keepsRealms = true;
  return workspace;
}

/** The day on the desk's clock, in St. Louis. */
export const todayOf = ({ workspace }: Pick<RehearsedDesk, 'workspace'>): LocalDate =>
  dateOf(localTime(workspace.now()));

type Registers = typeof REGISTERS;
type EntryOf<N extends RegisterName> = Registers[N] extends Register<infer E extends object> ? E : never;
const registerOf = <N extends RegisterName>(name: N) => REGISTERS[name] as unknown as Register<EntryOf<N>>;

const entriesIn = new WeakMap<Grid, readonly object[]>();

/** All entries of one register as they stand now; the same list as before when nothing in it has changed. */
export function entriesOf<N extends RegisterName>(desk: RehearsedDesk, name: N): readonly EntryOf<N>[] {
  const grid = gridOf(desk, name);
  const register = registerOf(name);
  const entries = entriesIn.get(grid) ?? new Table(register, register.sheetId, grid).entries;
  entriesIn.set(grid, entries);
  return entries as readonly EntryOf<N>[];
}

export const settingsOf = (desk: RehearsedDesk) => readSettings(tableOf(desk, 'settings')).settings;

/** One register as it stands now. */
export const tableOf = <N extends RegisterName>({ workspace, registersId }: RehearsedDesk, name: N) =>
  tableIn(workspace, registersId, registerOf(name));

/** One register of any spreadsheet; or its headings only, with the cells `1:1`. */
export function tableIn<E extends object>(
  workspace: Workspace,
  spreadsheetId: string,
  register: Register<E>,
  cells?: string,
): Table<E> {
  const { sheets } = workspace.sheets.book(spreadsheetId).record;
  // A tab that was made anew has another id than the first one.
  const sheetId = sheets.find(({ title }) => title === register.tab)?.sheetId ?? register.sheetId;
  return new Table(register, sheetId, gridIn(workspace, spreadsheetId, register.tab, cells));
}

/** What stands below one heading of a register from a row on, counted from 1 (the headings), and nothing else of it. */
export function columnOf<N extends RegisterName>(
  { workspace, registersId }: RehearsedDesk,
  name: N,
  field: keyof EntryOf<N> & string,
  from: number,
): CellValue[] {
  const register = registerOf(name);
  const { positions } = tableIn(workspace, registersId, register, '1:1');
  const column = columnName(positions[field]);
  const cells = gridIn(workspace, registersId, register.tab, `${column}${from}:${column}`);
  return cells.map(([value]) => value ?? null);
}

/** Writes what was changed in a table of a register, as its owner would. */
export function saveTable<E extends object>(desk: RehearsedDesk, table: Table<E>): void {
  const { workspace, registersId: spreadsheetId } = desk;
  const body = { requests: table.takeRequests() };
  if (body.requests.length === 0) return;
  const method = 'sheets.spreadsheets.batchUpdate';
  callApi(workspace.apis.sheets, method, {
    path: { spreadsheetId },
    body,
    caller: { email: workspace.owner },
  });
}

/** The cells of a register. When it is the same list as before, nothing in it has changed. */
export const gridOf = ({ workspace, registersId }: RehearsedDesk, name: RegisterName): Grid =>
  gridIn(workspace, registersId, REGISTERS[name].tab);

type Grid = readonly (readonly CellValue[])[];

/**
 * The cells of a tab of a spreadsheet, likewise; or some of them, as in `A2:A`. Who looks on takes none of the reads that
 * Google grants the organisation in a minute.
 */
export function gridIn({ sheets }: Workspace, spreadsheetId: string, tab: string, cells?: string): Grid {
  const book = sheets.book(spreadsheetId);
  const range = `'${tab}'${cells ? `!${cells}` : ''}`;
  const { values = [] } = readValues(book, sheets.calculator(book), range, {
    valueRenderOption: 'UNFORMATTED_VALUE',
    dateTimeRenderOption: 'SERIAL_NUMBER',
  });
  return values as Grid;
}

/** The script properties, as a script would read them. */
export const propertiesOf = (desk: RehearsedDesk): Readonly<Record<string, string>> =>
  propertiesTable(desk).get(keyOf(desk)) ?? {};

/** Sets a script property, as somebody does in the settings of a project. */
export function giveProperty(desk: RehearsedDesk, name: string, value: string): void {
  propertiesTable(desk).set(keyOf(desk), { ...propertiesOf(desk), [name]: value });
}

const propertiesTable = ({ workspace }: RehearsedDesk) =>
  workspace.kernel.store.table<Record<string, string>>('properties');
const keyOf = ({ scriptId }: RehearsedDesk): string => `script ${scriptId}`;
