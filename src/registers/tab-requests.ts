// Works out what Set up has to do to the tabs: add what is missing, put headings back, touch no data.

import { GUARDED } from '../content/tab-words.ts';
import { type AnyRegister, type Column, columnsOf, type FilledBy } from './register.ts';
import { lookOf } from './requests.ts';
import { type LookRule, lookRequests } from './tab-looks.ts';

type Request = GoogleAppsScript.Sheets.Schema.Request;

/** A tab as it is now. */
export interface TabFound {
  sheetId: number;
  title: string;
  columnCount: number;
  /** The first row: the text of each cell and its note. */
  header: { text: string; note: string }[];
  /** Descriptions of its protected ranges. */
  guards: string[];
}

export interface TabPlan {
  requests: Request[];
  /** The id of each register's tab, by its name. */
  sheetIds: Record<string, number>;
  added: string[];
  renamed: string[];
  headersBack: string[];
}

const INK = { red: 1, green: 1, blue: 1 };
/** Behind the headings: plum where staff decide, grey for the system, blue for what members told. */
const PAPER: Readonly<Record<FilledBy, GoogleAppsScript.Sheets.Schema.Color>> = {
  staff: { red: 0.42, green: 0.18, blue: 0.36 },
  system: { red: 0.36, green: 0.35, blue: 0.4 },
  members: { red: 0.16, green: 0.31, blue: 0.46 },
};
const NEW_ROWS = 1000;

/** The registers of a spreadsheet in the order of their tabs, and the note on each heading by register and field. */
export interface Layout {
  registers: Readonly<Record<string, AnyRegister>>;
  notes: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** How rows look by what stands in them, by register; given to new tabs, and then left to staff. */
  looks?: Readonly<Record<string, readonly LookRule[]>>;
}

/** @param remembered ids that the tabs had after the last Set up: so a renamed tab is recognised. */
export function planTabs(
  { registers, notes, looks = {} }: Layout,
  found: readonly TabFound[],
  remembered: Record<string, number>,
): TabPlan {
  const plan: TabPlan = { requests: [], sheetIds: {}, added: [], renamed: [], headersBack: [] };
  for (const [index, [name, register]] of Object.entries(registers).entries()) {
    const byName = found.find((tab) => tab.title === register.tab);
    const tab = byName ?? found.find((other) => other.sheetId === remembered[register.tab]);
    const sheetId = tab?.sheetId ?? freeId(register.sheetId, found);
    plan.sheetIds[register.tab] = sheetId;
    if (!tab) {
      plan.added.push(register.tab);
      plan.requests.push(addTab(register, sheetId, index));
    } else if (!byName) {
      plan.renamed.push(register.tab);
      plan.requests.push({
        updateSheetProperties: { properties: { sheetId, title: register.tab }, fields: 'title' },
      });
    }
    planColumns(plan, register, notes[name] ?? {}, sheetId, tab);
    planGuards(plan, register, sheetId, tab?.guards ?? []);
    if (!tab) plan.requests.push(...rowHeight(register, sheetId));
    if (!tab) plan.requests.push(...lookRequests(register, sheetId, looks[name] ?? []));
  }
  return plan;
}

function freeId(wanted: number, found: readonly TabFound[]): number {
  return found.some((tab) => tab.sheetId === wanted) ? freeId(wanted + 1000, found) : wanted;
}

function addTab(register: AnyRegister, sheetId: number, index: number): Request {
  const columnCount = columnsOf(register).length;
  const { frozenColumns: frozenColumnCount = 0 } = register;
  const gridProperties = { rowCount: NEW_ROWS, columnCount, frozenRowCount: 1, frozenColumnCount };
  const properties = {
    sheetId,
    title: register.tab,
    index,
    gridProperties,
    hidden: register.hidden ?? false,
  };
  return { addSheet: { properties } };
}

/** Rows of one height show the beginning of a long text, and many rows at a time. */
function rowHeight({ rowHeight: pixelSize }: AnyRegister, sheetId: number): Request[] {
  if (pixelSize === undefined) return [];
  const range = { sheetId, dimension: 'ROWS', startIndex: 1, endIndex: NEW_ROWS };
  return [{ updateDimensionProperties: { range, properties: { pixelSize }, fields: 'pixelSize' } }];
}

/** Where each column is, or goes. A heading that was renamed is recognised by the note that it carries. */
function planColumns(
  plan: TabPlan,
  register: AnyRegister,
  notes: Readonly<Record<string, string>>,
  sheetId: number,
  tab: TabFound | undefined,
): void {
  const columns = columnsOf(register).map((column) => ({ ...column, note: notes[column.field] ?? '' }));
  const ours = columns.map(({ header }) => header.toLowerCase());
  const titles = (tab?.header ?? []).map(({ text }) => text.trim().toLowerCase());
  const placeOf = (header: string, note: string) => {
    const byTitle = titles.indexOf(header.toLowerCase());
    const fits = (position: number) =>
      tab?.header[position]?.note === note && !ours.includes(titles[position] ?? '');
    return byTitle >= 0 ? byTitle : titles.findIndex((_, position) => fits(position));
  };
  const places = columns.map(({ header, note }) => placeOf(header, note));
  const rowLost = titles.some((title) => title !== '') && places.every((place) => place < 0);
  if (rowLost) plan.requests.push(addFirstRow(sheetId));
  let end = tab && !rowLost ? tab.columnCount : 0;
  for (const [index, column] of columns.entries()) {
    const { header, note } = column;
    const place = places[index] ?? -1;
    const position = place >= 0 ? place : end++;
    const isNew = titles[position] !== header.toLowerCase() || rowLost;
    if (tab && isNew) plan.headersBack.push(`${register.tab}: ${header}`);
    if (tab && position >= tab.columnCount) {
      plan.requests.push({ appendDimension: { sheetId, dimension: 'COLUMNS', length: 1 } });
    }
    const filledBy = column.filledBy ?? register.filledBy;
    plan.requests.push(headerCell(filledBy, sheetId, position, header, note, isNew));
    plan.requests.push(...columnLook(sheetId, position, column, isNew));
  }
}

/** Names of the tabs to which the plan gives their warning back. */
export function tabsWithoutGuard({ requests }: TabPlan, found: readonly TabFound[]): string[] {
  const ranges = requests.flatMap(({ addProtectedRange }) => addProtectedRange?.protectedRange?.range ?? []);
  const ids = ranges.map(({ sheetId }) => sheetId);
  return found.filter(({ sheetId }) => ids.includes(sheetId)).map(({ title }) => title);
}

/** Someone deleted the first row: a new one goes above the data. */
function addFirstRow(sheetId: number): Request {
  const range = { sheetId, dimension: 'ROWS', startIndex: 0, endIndex: 1 };
  return { insertDimension: { range, inheritFromBefore: false } };
}

function headerCell(
  filledBy: FilledBy,
  sheetId: number,
  columnIndex: number,
  header: string,
  note: string,
  isNew: boolean,
): Request {
  const userEnteredFormat = {
    backgroundColor: PAPER[filledBy],
    textFormat: { bold: true, foregroundColor: INK },
    verticalAlignment: 'MIDDLE',
  };
  const cell = isNew ? { note, userEnteredValue: { stringValue: header }, userEnteredFormat } : { note };
  const fields = isNew ? 'note,userEnteredValue,userEnteredFormat' : 'note';
  return {
    updateCells: { start: { sheetId, rowIndex: 0, columnIndex }, rows: [{ values: [cell] }], fields },
  };
}

function columnLook(
  sheetId: number,
  position: number,
  { kind, hidden: hiddenByUser = false, wrap = false }: Column<unknown>,
  isNew: boolean,
): Request[] {
  const requests: Request[] = [];
  const range = { sheetId, startRowIndex: 1, startColumnIndex: position, endColumnIndex: position + 1 };
  if (isNew) {
    requests.push({
      updateDimensionProperties: {
        range: { sheetId, dimension: 'COLUMNS', startIndex: position, endIndex: position + 1 },
        properties: { pixelSize: kind.width, ...(hiddenByUser ? { hiddenByUser } : {}) },
        fields: hiddenByUser ? 'pixelSize,hiddenByUser' : 'pixelSize',
      },
    });
    requests.push({
      repeatCell: {
        range,
        cell: { userEnteredFormat: { wrapStrategy: wrap ? 'WRAP' : 'CLIP', verticalAlignment: 'TOP' } },
        fields: 'userEnteredFormat.wrapStrategy,userEnteredFormat.verticalAlignment',
      },
    });
  }
  return [...requests, ...lookOf(kind, range)];
}

/**
 * Cells that the system fills in carry a warning, not a wall: what staff do from the menu runs under their own
 * account and must be able to write there, and the audit trail shows any value changed by hand (see staff-edit).
 */
function planGuards(plan: TabPlan, register: AnyRegister, sheetId: number, guards: readonly string[]): void {
  const whole = register.filledBy === 'system';
  const description = whole ? GUARDED.tab : GUARDED.header;
  if (guards.includes(description)) return;
  const range = whole ? { sheetId } : { sheetId, startRowIndex: 0, endRowIndex: 1 };
  plan.requests.push({ addProtectedRange: { protectedRange: { range, description, warningOnly: true } } });
}
