// What the person at the keyboard has selected, as the sheet shows it.

import type { Selection } from '../domain/member-card.ts';

/** The first cell of the selection and its row; null when nothing is selected. Two calls. */
export function selectedCells(): Selection | null {
  const range = SpreadsheetApp.getActiveRange();
  const sheet = range?.getSheet();
  const columns = sheet?.getLastColumn() ?? 0;
  if (!range || !sheet || columns === 0) return null;
  const shown = (row: number) => sheet.getRange(row, 1, 1, columns).getDisplayValues()[0] ?? [];
  const row = shown(range.getRow());
  return { cell: row[range.getColumn() - 1] ?? '', headings: shown(1), row };
}
