// Finds the cells that a reference or a named range in a formula means.

import { clip, openArea, sheetByTitle } from '../a1.ts';
import type { Area, SheetRecord, SpreadsheetRecord } from '../model.ts';
import type { Expression } from './parse.ts';
import { CellError, Failure } from './value.ts';

/** @param home the tab of the formula; @throws Failure `#REF!` or `#NAME?` */
export function referredArea(
  record: SpreadsheetRecord,
  expression: Expression,
  home: SheetRecord,
): { sheet: SheetRecord; area: Area } {
  let sheet: SheetRecord | undefined = home;
  let open = expression.kind === 'range' ? expression.area : undefined;
  if (expression.kind === 'range' && expression.sheet !== undefined)
    sheet = sheetByTitle(record, expression.sheet);
  if (expression.kind === 'name') {
    const named = record.namedRanges.find(({ name }) => name.toLowerCase() === expression.name.toLowerCase());
    if (!named)
      throw new Failure(new CellError('#NAME?', `Unknown range name: '${expression.name.toUpperCase()}'.`));
    sheet = record.sheets.find(({ sheetId }) => sheetId === (named.range.sheetId ?? 0));
    open = openArea(named.range);
  }
  if (!sheet || !open) throw new Failure(new CellError('#REF!', 'Unresolved sheet name.'));
  const area = clip(open, sheet);
  if (area.startRow >= area.endRow || area.startColumn >= area.endColumn) {
    throw new Failure(new CellError('#REF!', 'Reference does not exist.'));
  }
  return { sheet, area };
}

/** What a function gives for each cell of an area, row by row. */
export function readArea<T>(area: Area, cell: (row: number, column: number) => T): T[][] {
  const lines: T[][] = [];
  for (let row = area.startRow; row < area.endRow; row++) {
    const line: T[] = [];
    for (let column = area.startColumn; column < area.endColumn; column++) line.push(cell(row, column));
    lines.push(line);
  }
  return lines;
}
