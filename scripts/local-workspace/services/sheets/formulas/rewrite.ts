// Keeps the references of formulas pointing at the same cells when rows and columns are inserted, deleted or moved.

import { columnIndex, columnName, parseCells, quoteTitle, sheetByTitle, splitRange } from '../a1.ts';
import { formulaOf } from '../cells.ts';
import type { Draft } from '../draft.ts';
import type { Cell, RichCell } from '../model.ts';
import { tokenize } from './parse.ts';

type Shift = (start: number, end: number) => readonly [number, number] | undefined;

/** Rewrites the formulas of all tabs that refer to a tab whose rows or columns shifted. */
export function rewriteReferences(
  draft: Draft,
  sheetId: number,
  dimension: 'ROWS' | 'COLUMNS',
  shift: Shift,
): void {
  for (const sheet of draft.record.sheets) {
    if (!sheet.formulas) continue;
    const refersTo = (title: string | undefined): boolean =>
      title === undefined
        ? sheet.sheetId === sheetId
        : sheetByTitle(draft.record, title)?.sheetId === sheetId;
    const rows = draft.rows(sheet.sheetId);
    for (let index = 0; index < rows.dataRows; index++) {
      const row = rows.get(index);
      if (!row.some((cell) => formulaOf(cell) !== undefined)) continue;
      let changed = false;
      const next = row.map((cell): Cell => {
        const formula = formulaOf(cell);
        if (formula === undefined) return cell;
        const rewritten = rewrite(formula, dimension, shift, refersTo);
        if (rewritten === formula) return cell;
        changed = true;
        return { ...(cell as RichCell), f: rewritten };
      });
      if (changed) rows.set(index, next);
    }
  }
}

function rewrite(
  formula: string,
  dimension: 'ROWS' | 'COLUMNS',
  shift: Shift,
  refersTo: (title: string | undefined) => boolean,
): string {
  try {
    const tokens = tokenize(formula).map(({ kind, text }) => {
      if (kind !== 'reference') return text;
      const parts = splitRange(text);
      if (!parts?.cells || !refersTo(parts.title)) return text;
      const cells = rewriteCells(parts.cells, dimension, shift);
      if (cells === parts.cells) return text;
      return cells === undefined
        ? '#REF!'
        : parts.title === undefined
          ? cells
          : `${quoteTitle(parts.title)}!${cells}`;
    });
    return `=${tokens.join('')}`;
  } catch {
    return formula;
  }
}

function rewriteCells(text: string, dimension: 'ROWS' | 'COLUMNS', shift: Shift): string | undefined {
  const area = parseCells(text);
  if (!area) return text;
  const start = dimension === 'ROWS' ? area.startRow : area.startColumn;
  const end = dimension === 'ROWS' ? area.endRow : area.endColumn;
  const next = shift(start, end ?? Number.MAX_SAFE_INTEGER);
  if (!next) return undefined;
  const corner = (part: string, place: number): string => {
    const match = /^(\$?)([A-Za-z]*)(\$?)(\d*)$/.exec(part) as RegExpExecArray;
    const [, columnMark = '', column = '', rowMark = '', row = ''] = match;
    if (dimension === 'ROWS') return row === '' ? part : `${columnMark}${column}${rowMark}${place + 1}`;
    return column === '' ? part : `${columnMark}${columnName(place)}${rowMark}${row}`;
  };
  const [first = '', second] = text.split(':');
  return second === undefined
    ? corner(first, next[0])
    : `${corner(first, next[0])}:${corner(second, next[1] - 1)}`;
}

/** A formula as it reads when its cell is copied or sorted to another place: references without `$` go along. */
export function relocate(formula: string, down: number, across: number): string {
  if (down === 0 && across === 0) return formula;
  try {
    const tokens = tokenize(formula).map(({ kind, text }) => {
      if (kind !== 'reference') return text;
      const parts = splitRange(text);
      const corners = parts?.cells?.split(':').map((corner) => relocateCorner(corner, down, across));
      if (!corners) return text;
      if (corners.includes(undefined)) return '#REF!';
      return parts?.title === undefined
        ? corners.join(':')
        : `${quoteTitle(parts.title)}!${corners.join(':')}`;
    });
    return `=${tokens.join('')}`;
  } catch {
    return formula;
  }
}

function relocateCorner(corner: string, down: number, across: number): string | undefined {
  const [, columnMark = '', column = '', rowMark = '', row = ''] = /^(\$?)([A-Za-z]*)(\$?)(\d*)$/.exec(
    corner,
  ) as RegExpExecArray;
  // In `$2:$5` the only mark belongs to the row.
  const fixedRow = rowMark !== '' || (column === '' && columnMark !== '');
  const newRow = row === '' || fixedRow ? row : String(Number(row) + down);
  const newColumn = column === '' || columnMark !== '' ? column : columnName(columnIndex(column) + across);
  if (newColumn === '' && column !== '') return undefined;
  if (newRow !== '' && Number(newRow) < 1) return undefined;
  return `${columnMark}${newColumn}${rowMark}${newRow}`;
}
