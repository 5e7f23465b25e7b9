// What people do in the spreadsheet's own window: typing, inserting, deleting, sorting, undoing. Scripts notice through triggers.

import { invalid } from '../../kernel/errors.ts';
import type { WorkspaceEvent } from '../../kernel/kernel.ts';
import { cellValue, formulaOf, hasData, pack, unpack } from './cells.ts';
import type { Draft } from './draft.ts';
import type { SheetsEngine } from './engine.ts';
import type { Area, Cell } from './model.ts';
import { applyRequests, readRequests } from './requests/index.ts';
import type { Dimension } from './requests/shift.ts';
import { sortArea } from './sort.ts';
import { UndoStacks } from './undo.ts';
import { assertValid } from './validation.ts';

type ChangeType = Extract<WorkspaceEvent, { type: 'change' }>['changeType'];

const OUTSIDE = 'The coordinates of the range are outside the dimensions of the sheet.';

/** The actions of people on spreadsheets; each asks for permission and leaves an event. */
export class UserActions {
  private readonly undos: UndoStacks;

  constructor(private readonly engine: SheetsEngine) {
    this.undos = new UndoStacks(engine);
  }

  /**
   * Types or pastes values. Typing into cells checks their validation rules; a new value keeps the cell's format.
   * Pasting beyond the grid makes it grow, as it does on Google.
   */
  edit(
    user: string,
    spreadsheetId: string,
    sheetId: number,
    startRow: number,
    startColumn: number,
    values: readonly (readonly string[])[],
  ): void {
    const height = values.length;
    const width = values.reduce((most, row) => Math.max(most, row.length), 0);
    if (height === 0 || width === 0) return;
    const area: Area = { startRow, endRow: startRow + height, startColumn, endColumn: startColumn + width };
    const { before, after } = this.act(user, spreadsheetId, (draft) => {
      const { grid } = draft.sheet(sheetId);
      if (
        startRow > grid.rowCount ||
        startColumn > grid.columnCount ||
        (startRow === grid.rowCount && height === 1 && width === 1)
      )
        throw invalid(OUTSIDE);
      if (area.endRow > grid.rowCount || area.endColumn > grid.columnCount) {
        draft.resize(sheetId, {
          rowCount: Math.max(grid.rowCount, area.endRow),
          columnCount: Math.max(grid.columnCount, area.endColumn),
        });
      }
      const sheet = draft.sheet(sheetId);
      draft.assertMayEdit(sheet, area);
      const calculator = draft.calculator();
      const first = draft.rows(sheetId).get(startRow)[startColumn];
      draft.mapArea(sheetId, area, (cell, row, column) => {
        const text = values[row - startRow]?.[column - startColumn];
        if (text === undefined) return cell;
        const typed = draft.typed(sheetId, cell, text, false);
        const parts = unpack(typed);
        assertValid(draft, calculator, draft.styles.validation(parts.d), parts.v, row, column);
        return typed;
      });
      return { before: first, after: draft.rows(sheetId).get(startRow)[startColumn] };
    });
    this.edited(user, spreadsheetId, sheetId, area, before, after);
  }

  /** Empties cells; formats, notes and rules stay. */
  clear(user: string, spreadsheetId: string, sheetId: number, area: Area): void {
    const before = this.act(user, spreadsheetId, (draft) => {
      const sheet = draft.sheet(sheetId);
      if (area.endRow > sheet.grid.rowCount || area.endColumn > sheet.grid.columnCount)
        throw invalid(OUTSIDE);
      draft.assertMayEdit(sheet, area);
      const first = draft.rows(sheetId).get(area.startRow)[area.startColumn];
      draft.mapArea(sheetId, area, (cell) =>
        hasData(cell) ? pack({ ...unpack(cell), v: undefined, f: undefined }) : cell,
      );
      return first;
    });
    this.edited(user, spreadsheetId, sheetId, area, before, null);
  }

  insert(
    user: string,
    spreadsheetId: string,
    sheetId: number,
    dimension: Dimension,
    at: number,
    count: number,
  ): void {
    this.request(user, spreadsheetId, dimension === 'ROWS' ? 'INSERT_ROW' : 'INSERT_COLUMN', {
      insertDimension: {
        range: { sheetId, dimension, startIndex: at, endIndex: at + count },
        inheritFromBefore: at > 0,
      },
    });
  }

  remove(
    user: string,
    spreadsheetId: string,
    sheetId: number,
    dimension: Dimension,
    at: number,
    count: number,
  ): void {
    this.request(user, spreadsheetId, dimension === 'ROWS' ? 'REMOVE_ROW' : 'REMOVE_COLUMN', {
      deleteDimension: { range: { sheetId, dimension, startIndex: at, endIndex: at + count } },
    });
  }

  /** Sorts the rows below the frozen ones by a column. No edit event: Google reports a sort as another change. */
  sort(user: string, spreadsheetId: string, sheetId: number, column: number, descending: boolean): void {
    this.act(user, spreadsheetId, (draft) => {
      const sheet = draft.sheet(sheetId);
      const { rowCount, columnCount, frozenRowCount } = sheet.grid;
      const area = { startRow: frozenRowCount, endRow: rowCount, startColumn: 0, endColumn: columnCount };
      draft.assertMayEdit(sheet, area);
      sortArea(draft, sheet, area, [
        { dimensionIndex: column, sortOrder: descending ? 'DESCENDING' : 'ASCENDING' },
      ]);
    });
    this.changed(user, spreadsheetId, 'OTHER');
  }

  /** @param destination the column before which it comes, counted before the move */
  moveColumn(user: string, spreadsheetId: string, sheetId: number, from: number, destination: number): void {
    this.request(user, spreadsheetId, 'OTHER', {
      moveDimension: {
        source: { sheetId, dimension: 'COLUMNS', startIndex: from, endIndex: from + 1 },
        destinationIndex: destination,
      },
    });
  }

  renameSheet(user: string, spreadsheetId: string, sheetId: number, title: string): void {
    this.request(user, spreadsheetId, 'OTHER', {
      updateSheetProperties: { properties: { sheetId, title }, fields: 'title' },
    });
  }

  addSheet(user: string, spreadsheetId: string, title?: string): void {
    this.request(user, spreadsheetId, 'INSERT_GRID', {
      addSheet: { properties: title === undefined ? {} : { title } },
    });
  }

  deleteSheet(user: string, spreadsheetId: string, sheetId: number): void {
    this.request(user, spreadsheetId, 'REMOVE_GRID', { deleteSheet: { sheetId } });
  }

  /** Any batchUpdate request as a person does it, for example a colour or a hidden column. */
  request(
    user: string,
    spreadsheetId: string,
    changeType: ChangeType,
    request: Readonly<Record<string, unknown>>,
  ): void {
    this.act(user, spreadsheetId, (draft) => applyRequests(draft, readRequests([request])));
    this.changed(user, spreadsheetId, changeType);
  }

  /** Whether a person has done something here that she can undo. */
  canUndo(user: string, spreadsheetId: string): boolean {
    return this.undos.has(user, spreadsheetId);
  }

  /** Undoes her own last action; what others wrote meanwhile stays. @throws INVALID_ARGUMENT when there is none */
  undo(user: string, spreadsheetId: string): void {
    this.undos.undo(user, spreadsheetId);
    this.changed(user, spreadsheetId, 'OTHER');
  }

  private act<T>(user: string, spreadsheetId: string, work: (draft: Draft) => T): T {
    const { result, patch } = this.engine.writeWithPatch({ email: user }, spreadsheetId, work);
    this.undos.add(user, spreadsheetId, patch);
    return result;
  }

  /** One edit event; for a single cell it carries what was there and what is now, as texts. */
  private edited(
    user: string,
    spreadsheetId: string,
    sheetId: number,
    range: Area,
    before: Cell | undefined,
    after: Cell | undefined,
  ): void {
    const single = range.endRow - range.startRow === 1 && range.endColumn - range.startColumn === 1;
    const value = single ? eventText(after) : undefined;
    const oldValue = single ? eventText(before) : undefined;
    this.engine.kernel.happened({
      type: 'edit',
      spreadsheetId,
      sheetId,
      range,
      user,
      ...(value === undefined ? {} : { value }),
      ...(oldValue === undefined ? {} : { oldValue }),
    });
    this.changed(user, spreadsheetId, 'EDIT');
  }

  private changed(user: string, spreadsheetId: string, changeType: ChangeType): void {
    this.engine.kernel.happened({ type: 'change', spreadsheetId, changeType, user });
  }
}

/** Numbers and dates arrive in events as the text of their number, true and false as TRUE and FALSE. */
function eventText(cell: Cell | undefined): string | undefined {
  const formula = formulaOf(cell);
  if (formula !== undefined) return formula;
  const value = cellValue(cell);
  return value === undefined
    ? undefined
    : typeof value === 'boolean'
      ? String(value).toUpperCase()
      : String(value);
}
