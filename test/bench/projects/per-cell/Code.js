// Reads and writes one cell at a time, as many first scripts do.
const SHEET_ID = 'YOUR_SPREADSHEET_ID';

function stampAll() {
  const sheet = SpreadsheetApp.openById(SHEET_ID).getSheets()[0];
  const last = sheet.getLastRow();
  for (let row = 2; row <= last; row++) {
    const name = sheet.getRange(row, 1).getValue();
    if (name !== '') sheet.getRange(row, 2).setValue(name.toUpperCase());
  }
}

function stampAtOnce() {
  const sheet = SpreadsheetApp.openById(SHEET_ID).getSheets()[0];
  const rows = sheet.getRange(2, 1, sheet.getLastRow() - 1, 1).getValues();
  sheet.getRange(2, 2, rows.length, 1).setValues(rows.map(([name]) => [name.toUpperCase()]));
}
