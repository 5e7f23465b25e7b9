// What an edit event carries of its spreadsheet: the spreadsheet itself and the cells that were edited.

import type { Execution } from '../../../script/execution.ts';
import type { SheetsEngine } from '../engine.ts';
import type { Area } from '../model.ts';
import { Range } from './range.ts';
import { Spreadsheet } from './spreadsheet.ts';
import { workbookOf } from './workbook.ts';

/** `e.source` and `e.range`; both came with the event, so that making them costs no call. */
export function rangeEvent(
  engine: SheetsEngine,
  execution: Execution,
  spreadsheetId: string,
  sheetId: number,
  area: Area,
): { source: Spreadsheet; range: Range } {
  const workbook = workbookOf(engine, execution, spreadsheetId);
  return { source: new Spreadsheet(workbook), range: new Range(workbook, sheetId, area) };
}
