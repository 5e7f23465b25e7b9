// Works out what Set up has to do to a Dashboard: add what is missing, mend formulas and charts, leave the rest to staff.

import { GUARDED } from '../content/tab-words.ts';
import { type Block, type Dashboard, nameOf, widthOf } from './dashboard.ts';
import { chartAt, type Place, specOf } from './dashboard-charts.ts';
import { blockLooks, tabRequests } from './dashboard-looks.ts';
import { type AnyRegister, columnsOf, RegisterDamaged } from './register.ts';

type Request = GoogleAppsScript.Sheets.Schema.Request;
type GridRange = GoogleAppsScript.Sheets.Schema.GridRange;

/** A cell as somebody entered it, and whether it shows an error. */
export interface CellFound {
  text: string;
  isWrong: boolean;
}

/** A spreadsheet as far as its Dashboard is concerned. */
export interface DashboardFound {
  sheets: readonly { sheetId: number; title: string; rowCount: number }[];
  names: readonly { id: string; name: string; range: GridRange }[];
  /** How many series each chart has, by its id. */
  charts: ReadonlyMap<number, number>;
  /** The first row of each tab by its name. */
  headers: ReadonlyMap<string, readonly string[]>;
  /** The tab of the Dashboard, if there is one. */
  sheetId: number | undefined;
  cells: readonly (readonly CellFound[])[];
}

export interface DashboardPlan {
  requests: Request[];
  isNew: boolean;
  /** How many figures and charts were put right. */
  figures: number;
  charts: number;
}

/** The tab of the Dashboard: the one that has its named cells, whatever staff call it, or the one of its name. */
export function tabOf(
  { tab, blocks }: Dashboard,
  { sheets, names }: Pick<DashboardFound, 'sheets' | 'names'>,
): DashboardFound['sheets'][number] | undefined {
  const ours = names.find(({ name }) => blocks.some((block) => nameOf(block) === name));
  return (
    sheets.find(({ sheetId }) => sheetId === ours?.range.sheetId) ?? sheets.find(({ title }) => title === tab)
  );
}

export function planDashboard(
  dashboard: Dashboard,
  registers: Readonly<Record<string, AnyRegister>>,
  found: DashboardFound,
): DashboardPlan {
  const plan: DashboardPlan = { requests: [], isNew: found.sheetId === undefined, figures: 0, charts: 0 };
  if (plan.isNew) plan.requests.push(...tabRequests(dashboard));
  const places = placeBlocks(plan, dashboard, found);
  for (const block of dashboard.blocks) planFigures(plan, block, places, registers, found);
  for (const chart of dashboard.charts) {
    const block = dashboard.blocks.find(({ name }) => name === chart.block) as Block;
    const { place, isNew } = places.get(block.name) as BlockPlace;
    const series = found.charts.get(chart.chartId);
    if (series !== undefined && series >= chart.series.length && !isNew) continue;
    plan.charts++;
    if (series === undefined)
      plan.requests.push({ addChart: { chart: chartAt(chart, dashboard, block, place) } });
    else
      plan.requests.push({
        updateChartSpec: { chartId: chart.chartId, spec: specOf(chart, block, place) },
      });
  }
  return plan;
}

interface BlockPlace {
  place: Place;
  isNew: boolean;
  /** Staff have put rows or columns into it: it goes on by itself, and its cells are not counted any more. */
  isChanged: boolean;
}

/** Where each block is, or goes: to its own place when nothing is there, and else below everything. */
function placeBlocks(
  plan: DashboardPlan,
  dashboard: Dashboard,
  found: DashboardFound,
): ReadonlyMap<string, BlockPlace> {
  const sheetId = found.sheetId ?? dashboard.sheetId;
  const places = new Map<string, BlockPlace>();
  const added: Request[] = [];
  let end = found.cells.length;
  for (const block of dashboard.blocks) {
    const name = found.names.find((one) => one.name === nameOf(block));
    const known = name?.range.sheetId === sheetId ? placeOf(block, name.range, dashboard, found) : undefined;
    if (known) {
      places.set(block.name, known);
      continue;
    }
    if (name) added.push({ deleteNamedRange: { namedRangeId: name.id } });
    const room = found.cells.slice(block.row, block.row + block.rows.length);
    const row = room.flat().some(({ text }) => text !== '') ? end + 2 : block.row;
    end = Math.max(end, row + block.rows.length);
    const place = { sheetId, row, column: 0 };
    places.set(block.name, { place, isNew: true, isChanged: false });
    added.push(...newBlock(block, place));
  }
  const sheet = found.sheets.find((one) => one.sheetId === found.sheetId);
  // A chart may be higher than its block.
  const length = end + ROOM - (sheet?.rowCount ?? dashboard.rowCount);
  if (added.length > 0 && length > 0)
    plan.requests.push({ appendDimension: { sheetId, dimension: 'ROWS', length } });
  plan.requests.push(...added);
  return places;
}

const ROOM = 20;

/** Where a block with a name is; nothing when too much of it is gone. */
function placeOf(
  block: Block,
  { startRowIndex: row = 0, endRowIndex = 0, startColumnIndex: column = 0, endColumnIndex = 0 }: GridRange,
  { charts }: Dashboard,
  found: DashboardFound,
): BlockPlace | undefined {
  const isChanged = endRowIndex - row !== block.rows.length || endColumnIndex - column !== widthOf(block);
  const cells = found.cells.slice(row, endRowIndex).flatMap((line) => line.slice(column, endColumnIndex));
  const itsCharts = charts.filter((chart) => chart.block === block.name);
  const isWhole = itsCharts.every(({ chartId }) => found.charts.has(chartId)) && hasFormulas(block, cells);
  if (isChanged && !isWhole) return undefined;
  return { place: { sheetId: found.sheetId ?? 0, row, column }, isNew: false, isChanged };
}

/** Whether a block into which staff have put something still has all its formulas, and none shows an error. */
function hasFormulas(block: Block, cells: readonly CellFound[]): boolean {
  const wanted = block.rows.flatMap((row) => row.cells).filter(isFormula).length;
  const formulas = cells.filter(({ text }) => text.startsWith('='));
  return formulas.length >= wanted && formulas.every(({ isWrong }) => !isWrong);
}

const isFormula = (cell: string | null) => cell?.startsWith('=');

/** Looks, name and warning of cells that are new. */
function newBlock(block: Block, place: Place): Request[] {
  const { sheetId, row, column } = place;
  const range = {
    sheetId,
    startRowIndex: row,
    endRowIndex: row + block.rows.length,
    startColumnIndex: column,
    endColumnIndex: column + widthOf(block),
  };
  return [
    ...blockLooks(block, place),
    { addNamedRange: { namedRange: { name: nameOf(block), range } } },
    { addProtectedRange: { protectedRange: { range, description: GUARDED.figures, warningOnly: true } } },
  ];
}

/** Writes the cells of a block that are not as they should be. */
function planFigures(
  plan: DashboardPlan,
  block: Block,
  places: ReadonlyMap<string, BlockPlace>,
  registers: Readonly<Record<string, AnyRegister>>,
  found: DashboardFound,
): void {
  const { place, isNew, isChanged } = places.get(block.name) as BlockPlace;
  if (isChanged) return;
  for (const [down, { cells }] of block.rows.entries()) {
    for (const [across, cell] of cells.entries()) {
      if (cell === null) continue;
      const wanted = isFormula(cell) ? formulaOf(cell, place, registers, found) : cell;
      const { text = '' } = found.cells[place.row + down]?.[place.column + across] ?? {};
      // What staff call a figure is theirs to say; the formula is not.
      const isRight = isFormula(cell) ? plain(text) === plain(wanted) : text !== '';
      if (!isNew && isRight) continue;
      const value = isFormula(cell) ? { formulaValue: wanted } : { stringValue: wanted };
      const start = {
        sheetId: place.sheetId,
        rowIndex: place.row + down,
        columnIndex: place.column + across,
      };
      const rows = [{ values: [{ userEnteredValue: value }] }];
      plan.requests.push({ updateCells: { start, rows, fields: 'userEnteredValue' } });
      if (!isNew) plan.figures++;
    }
  }
}

/** Formulas that differ only in spaces, quotation marks of tabs or letter case are the same. */
const plain = (formula: string) => formula.replace(/[\s']/g, '').toUpperCase();

/** A formula with the columns of the registers and the cells of its block where they are now. */
function formulaOf(
  formula: string,
  { row, column }: Place,
  registers: Readonly<Record<string, AnyRegister>>,
  { headers }: DashboardFound,
): string {
  return formula.replace(/\{(?:(\w+)\.(\w+)|([A-Z])(\d+))\}/g, (_, ...parts: (string | undefined)[]) => {
    const [register, field, letterOf = 'A', number] = parts;
    if (register && field) return columnOf(registers[register] as AnyRegister, field, headers);
    return letter(column + letterOf.charCodeAt(0) - 65) + (row + Number(number));
  });
}

/** The cells of a column below its heading, to the end of the tab. */
function columnOf(register: AnyRegister, field: string, headers: DashboardFound['headers']): string {
  const header = columnsOf(register).find((column) => column.field === field)?.header ?? '';
  const titles = headers.get(register.tab) ?? [];
  const place = titles.findIndex((title) => title.trim().toLowerCase() === header.toLowerCase());
  if (place < 0) throw new RegisterDamaged(register.tab, [header]);
  const tab = /^[A-Za-z_]\w*$/.test(register.tab) ? register.tab : `'${register.tab}'`;
  return `${tab}!$${letter(place)}$2:$${letter(place)}`;
}

/** The name of a column, counted from 0: A to Z, then AA and so on. */
function letter(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : letter(Math.floor(column / 26) - 1) + last;
}
