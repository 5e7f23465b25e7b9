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
  let end = found.cells.length;
  for (const block of dashboard.blocks) {
    const [height, width] = [block.rows.length, widthOf(block)];
    const named = found.names.find(({ name }) => name === nameOf(block));
    const {
      startRowIndex = 0,
      endRowIndex = 0,
      startColumnIndex = 0,
      endColumnIndex = 0,
    } = named?.range ?? {};
    if (named && named.range.sheetId === sheetId) {
      const isChanged = endRowIndex - startRowIndex !== height || endColumnIndex - startColumnIndex !== width;
      const rows = found.cells.slice(startRowIndex, endRowIndex);
      const cells = rows.flatMap((row) => row.slice(startColumnIndex, endColumnIndex));
      if (!isChanged || isWhole(block, cells)) {
        const place = { sheetId, row: startRowIndex, column: startColumnIndex };
        places.set(block.name, { place, isNew: false, isChanged });
        continue;
      }
    }
    if (named) plan.requests.push({ deleteNamedRange: { namedRangeId: named.id } });
    const isFree = found.cells
      .slice(block.row, block.row + height)
      .every((row) => row.every(({ text }) => text === ''));
    const row = isFree ? block.row : end + 2;
    end = Math.max(end, row + height);
    places.set(block.name, { place: { sheetId, row, column: 0 }, isNew: true, isChanged: false });
  }
  const rowCount =
    found.sheets.find((sheet) => sheet.sheetId === found.sheetId)?.rowCount ?? dashboard.rowCount;
  if (end + 20 > rowCount)
    plan.requests.push({ appendDimension: { sheetId, dimension: 'ROWS', length: end + 20 - rowCount } });
  for (const block of dashboard.blocks) {
    const { place, isNew } = places.get(block.name) as BlockPlace;
    if (isNew) plan.requests.push(...newBlock(block, place));
  }
  return places;
}

/** Whether a block into which staff have put something still has all its formulas, and none shows an error. */
function isWhole(block: Block, cells: readonly CellFound[]): boolean {
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
      const wanted = isFormula(cell) ? formulaOf(cell, block.name, places, registers, found) : cell;
      const { text = '', isWrong = false } = found.cells[place.row + down]?.[place.column + across] ?? {};
      // What staff call a figure is theirs to say; the formula is not.
      const isRight = isFormula(cell) ? plain(text) === plain(wanted) && !isWrong : text !== '';
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

/** A formula with the columns of the registers and the cells of the blocks where they are now. */
function formulaOf(
  formula: string,
  home: string,
  places: ReadonlyMap<string, BlockPlace>,
  registers: Readonly<Record<string, AnyRegister>>,
  { headers }: DashboardFound,
): string {
  return formula.replace(
    /\{(?:(\w+)!)?(?:(\w+)\.(\w+)|([A-Z])(\d+))\}/g,
    (_, ...parts: (string | undefined)[]) => {
      const [block = home, register, field, letterOf = 'A', number] = parts;
      if (register && field) return columnOf(registers[register] as AnyRegister, field, headers);
      const { row, column } = (places.get(block) as BlockPlace).place;
      return letter(column + letterOf.charCodeAt(0) - 65) + (row + Number(number));
    },
  );
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
