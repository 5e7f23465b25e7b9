// Sorts rows of a range as Google does: numbers, then texts, then false and true; empty cells always last.

import { invalid } from '../../kernel/errors.ts';
import { formulaOf, pack, unpack, withCells } from './cells.ts';
import type { Draft } from './draft.ts';
import { relocate } from './formulas/rewrite.ts';
import { CellError, compare, type Value } from './formulas/value.ts';
import type { Area, Cell, Row, SheetRecord, SortSpec } from './model.ts';

/** Whole cells move, with formats, rules and notes; other columns of the rows stay where they are. */
export function sortArea(draft: Draft, sheet: SheetRecord, area: Area, specs: readonly SortSpec[]): void {
  const rows = draft.rows(sheet.sheetId);
  const calculator = draft.calculator();
  const end = Math.min(area.endRow, rows.length);
  for (const { dimensionIndex = 0 } of specs) {
    if (dimensionIndex < area.startColumn || dimensionIndex >= area.endColumn) {
      throw invalid(`Sort spec dimensionIndex[${dimensionIndex}] is outside of the range.`);
    }
  }
  const keyed: { row: Row; from: number; keys: Value[] }[] = [];
  for (let index = area.startRow; index < end; index++) {
    keyed.push({
      row: rows.get(index),
      from: index,
      keys: specs.map(({ dimensionIndex = 0 }) => calculator.value(sheet, index, dimensionIndex)),
    });
  }
  keyed.sort((a, b) => {
    for (let i = 0; i < specs.length; i++) {
      const order = compareKeys(a.keys[i], b.keys[i], specs[i]?.sortOrder === 'DESCENDING');
      if (order !== 0) return order;
    }
    return 0;
  });
  const whole = area.startColumn === 0 && keyed.every(({ row }) => row.length <= area.endColumn);
  keyed.forEach(({ row: old, from }, place) => {
    const index = area.startRow + place;
    const row = sheet.formulas ? relocated(old, index - from) : old;
    if (whole) rows.set(index, row);
    else {
      const cells: Cell[] = [];
      for (let column = area.startColumn; column < area.endColumn; column++) cells.push(row[column] ?? null);
      rows.set(index, withCells(rows.get(index), area.startColumn, cells));
    }
  });
}

function compareKeys(a: Value, b: Value, descending: boolean): number {
  if (a === undefined || b === undefined) return (a === undefined ? 1 : 0) - (b === undefined ? 1 : 0);
  if (a instanceof CellError || b instanceof CellError)
    return (a instanceof CellError ? 1 : 0) - (b instanceof CellError ? 1 : 0);
  const order = compare(a, b);
  return descending ? -order : order;
}

/** Formulas that move with their row go on referring to it. */
function relocated(row: Row, down: number): Row {
  if (down === 0 || !row.some((cell) => formulaOf(cell) !== undefined)) return row;
  return row.map((cell) => {
    const { f: formula, ...rest } = unpack(cell);
    return formula === undefined ? cell : pack({ ...rest, f: relocate(formula, down, 0) });
  });
}
