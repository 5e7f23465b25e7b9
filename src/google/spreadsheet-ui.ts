// The menu, the dialogs and the short messages of the spreadsheet.

/** Lines of a menu that belong together: with a title in a submenu of their own, without one in the menu itself. */
export interface MenuGroup {
  title?: string;
  /** What each line says, and the function that it calls. */
  lines: readonly (readonly [label: string, handler: string])[];
}

/** Puts a menu beside the others, with a separator before and after each group that is no submenu. */
export function showMenu(title: string, groups: readonly MenuGroup[]): void {
  const ui = SpreadsheetApp.getUi();
  const menu = ui.createMenu(title);
  let before: MenuGroup | undefined;
  for (const group of groups) {
    if (group.lines.length === 0) continue;
    if (before && !(before.title && group.title)) menu.addSeparator();
    const place = group.title ? ui.createMenu(group.title) : menu;
    for (const [label, handler] of group.lines) place.addItem(label, handler);
    if (group.title) menu.addSubMenu(place);
    before = group;
  }
  menu.addToUi();
}

/** A short message in the corner of the sheet, for eight seconds. */
export function toast(title: string, message: string): void {
  SpreadsheetApp.getActiveSpreadsheet().toast(message, title, 8);
}

/** A rectangle of cells that staff changed; rows and columns are counted from 0. */
export interface EditedCells {
  sheetId: number;
  row: number;
  column: number;
  rows: number;
  columns: number;
  /** What stood there before; only known when one cell was changed. */
  before: string | null;
  /** Whether it can have been a tick: one of a box, or a change of several cells. */
  isTick: boolean;
  by: string;
}

export function editedCells(event: GoogleAppsScript.Events.SheetsOnEdit): EditedCells {
  const { range } = event;
  const [rows, columns] = [range.getNumRows(), range.getNumColumns()];
  return {
    sheetId: range.getSheet().getSheetId(),
    row: range.getRow() - 1,
    column: range.getColumn() - 1,
    rows,
    columns,
    before: rows === 1 && columns === 1 ? String(event.oldValue ?? '') : null,
    isTick: event.value === undefined || /^(true|false)$/i.test(event.value),
    by: event.user?.getEmail() ?? '',
  };
}
