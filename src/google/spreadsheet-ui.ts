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

/** Puts a menu beside the others; null in the list draws a separator. */
export function showMenu(
  title: string,
  items: readonly (readonly [label: string, handler: string] | null)[],
): void {
  const menu = SpreadsheetApp.getUi().createMenu(title);
  for (const item of items) {
    if (item) menu.addItem(item[0], item[1]);
    else menu.addSeparator();
  }
  menu.addToUi();
}

/** How a page of the project is shown: as a dialog of this size, or in the sidebar, which Google makes 300 pixels wide. */
export type Shown = { title: string } & ({ width: number; height: number } | { sidebar: true });

/** Opens a dialog or the sidebar from an HTML file of the project. */
export function showDialog(file: string, shown: Shown): void {
  const page = HtmlService.createHtmlOutputFromFile(file);
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
    by: event.user?.getEmail() ?? '',
  };
}
