// Reads cells of the spreadsheet that somebody is looking at, the only way that a formula may: without any permission.

/** All cells of a tab, as they are; null when there is no such tab. */
export function cellsOfTab(tab: string): unknown[][] | null {
  const sheet = SpreadsheetApp.getActiveSpreadsheet().getSheetByName(tab);
  return sheet ? sheet.getDataRange().getValues() : null;
}

/** The cells of a tab or a range as they are shown, or of the selection when none is named; null when there is no such. */
export function cellsShown(range: string): string[][] | null {
  try {
    const book = SpreadsheetApp.getActiveSpreadsheet();
    const named = () => book.getSheetByName(range)?.getDataRange() ?? book.getRange(range);
    const found = range === '' ? SpreadsheetApp.getActiveRange() : named();
    return found ? found.getDisplayValues() : null;
  } catch {
    return null;
  }
}
