// The menu, the dialogs and the short messages of the spreadsheet.

/** The id of the spreadsheet that this script is bound to. */
export function boundSpreadsheetId(): string {
  return SpreadsheetApp.getActiveSpreadsheet().getId();
}

/** Who may write in it, the owner among them. */
export function editorsOfSpreadsheet(): string[] {
  return SpreadsheetApp.getActiveSpreadsheet()
    .getEditors()
    .map((editor) => editor.getEmail())
    .filter((email) => email !== '');
}

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

/** How a page of the project is shown: as a dialog of this size, or in the sidebar, which Google makes 300 pixels wide. */
export type Shown = { title: string } & ({ width: number; height: number } | { sidebar: true });

/** Opens a dialog or the sidebar from an HTML file of the project. The page finds what it is given as `window.GIVEN`. */
export function showDialog(file: string, shown: Shown, given?: object): void {
  const page = HtmlService.createHtmlOutputFromFile(file);
  if (given) page.append(`<script>window.GIVEN=${JSON.stringify(given).replace(/</g, '\\u003c')}</script>`);
  const ui = SpreadsheetApp.getUi();
  if ('sidebar' in shown) ui.showSidebar(page.setTitle(shown.title));
  else ui.showModalDialog(page.setWidth(shown.width).setHeight(shown.height), shown.title);
}

/** A short message in the corner of the sheet, for eight seconds. */
export function toast(title: string, message: string): void {
  SpreadsheetApp.getActiveSpreadsheet().toast(message, title, 8);
}

/** The row that the person at the keyboard has selected, counted from 0; null when there is none. */
export function selectedRow(): { sheetId: number; row: number } | null {
  const range = SpreadsheetApp.getActiveRange();
  return range ? { sheetId: range.getSheet().getSheetId(), row: range.getRow() - 1 } : null;
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
