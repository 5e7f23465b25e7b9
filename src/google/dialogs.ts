// What a person opens in the spreadsheet, and what is known there of the spreadsheet and of her place in it.

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

/** The row that the person at the keyboard has selected, counted from 0; null when there is none. */
export function selectedRow(): { sheetId: number; row: number } | null {
  const range = SpreadsheetApp.getActiveRange();
  return range ? { sheetId: range.getSheet().getSheetId(), row: range.getRow() - 1 } : null;
}

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
