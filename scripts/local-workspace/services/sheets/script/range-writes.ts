// What scripts change in a range: values, formulas, notes, clearing, sorting, copying. Nothing of it is a call of its own:
// it waits in the buffer.

import { invalid, notImplemented } from '../../../kernel/errors.ts';
import type { Signatures } from '../../../script/service.ts';
import { pack, unpack } from '../cells.ts';
import { relocate } from '../formulas/rewrite.ts';
import type { Area, Cell, RichCell, SortSpec } from '../model.ts';
import { sortArea } from '../sort.ts';
import type { DataValidation } from './data-validation.ts';
import { enterValues } from './entering.ts';
import type { RangeBase } from './range-base.ts';
import { FormattedRange } from './range-formats.ts';
import { gridRange, request } from './request.ts';

/** What `clear` takes away, by the names of its options. */
const CLEARED = {
  contentsOnly: ['v', 'f'],
  formatOnly: ['s'],
  commentsOnly: ['n'],
  validationsOnly: ['d'],
} as const satisfies Record<string, readonly (keyof RichCell)[]>;

export type ClearOptions = Readonly<Record<string, unknown>>;

export class WritableRange extends FormattedRange {
  static override readonly signatures: Signatures = {
    ...FormattedRange.signatures,
    setValue: ['Object'],
    setValues: ['Object[][]'],
    setFormula: ['String'],
    setFormulas: ['String[][]'],
    setNote: ['String'],
    setNotes: ['String[][]'],
    clear: ['', 'Object'],
    clearContent: [''],
    clearFormat: [''],
    clearNote: [''],
    clearDataValidations: [''],
    setDataValidation: ['DataValidation'],
    insertCheckboxes: [''],
    check: [''],
    uncheck: [''],
    sort: ['Object'],
    copyTo: ['Range', 'Range, Object'],
  };

  setValue(value: unknown): this {
    return this.enter(() => value);
  }
  setValues(values: unknown[][]): this {
    return this.enter(this.checked(values));
  }
  setFormula(formula: string): this {
    return this.enter(() => asFormula(formula));
  }
  setFormulas(formulas: string[][]): this {
    const formulaAt = this.checked(formulas);
    return this.enter((row, column) => asFormula(formulaAt(row, column)));
  }
  private enter(valueAt: (row: number, column: number) => unknown): this {
    return this.later((draft) => enterValues(draft, this.sheetId, this.area, valueAt));
  }

  setNote(note: string | null): this {
    return this.laterEach((parts) => ({ ...parts, n: note || undefined }));
  }
  setNotes(notes: string[][]): this {
    const noteAt = this.checked(notes);
    return this.laterEach((parts, row, column) => ({ ...parts, n: noteAt(row, column) || undefined }));
  }

  /** Values, formats, notes and rules of validation stay or go by the options; without options values and formats go. */
  clear(options: ClearOptions = {}): this {
    const unknown = Object.keys(options).find((name) => !(name in CLEARED));
    if (unknown === 'skipFilteredRows') throw notImplemented('Range.clear with skipFilteredRows');
    if (unknown) throw invalid(`Invalid argument: ${unknown}`);
    const chosen = Object.entries(CLEARED).filter(([name]) => options[name] === true);
    const parts = chosen.length > 0 ? chosen.flatMap(([, names]) => names) : (['v', 'f', 's'] as const);
    return this.without(parts);
  }
  clearContent(): this {
    return this.without(CLEARED.contentsOnly);
  }
  clearFormat(): this {
    return this.without(CLEARED.formatOnly);
  }
  clearNote(): this {
    return this.without(CLEARED.commentsOnly);
  }
  clearDataValidations(): this {
    return this.without(CLEARED.validationsOnly);
  }
  private without(names: readonly (keyof RichCell)[]): this {
    const gone = Object.fromEntries(names.map((name) => [name, undefined]));
    return this.laterEach((parts) => ({ ...parts, ...gone }));
  }

  /** Null takes the rule away. */
  setDataValidation(validation: DataValidation | null): this {
    const range = gridRange(this.sheetId, this.area);
    return this.later((draft) => {
      request(draft, { setDataValidation: { range, ...(validation ? { rule: validation.rule } : {}) } });
    });
  }

  /** Empty cells become unticked boxes. */
  insertCheckboxes(): this {
    const rule = { condition: { type: 'BOOLEAN' }, strict: true };
    return this.later((draft) => {
      request(draft, { setDataValidation: { range: gridRange(this.sheetId, this.area), rule } });
      draft.mapArea(this.sheetId, this.area, (cell) => {
        const parts = unpack(cell);
        return parts.v === undefined && parts.f === undefined ? pack({ ...parts, v: false }) : cell;
      });
    });
  }
  check(): this {
    return this.enter(() => true);
  }
  uncheck(): this {
    return this.enter(() => false);
  }

  /** @param order a column of the tab from 1, `{column, ascending}`, or a list of these */
  sort(order: unknown): this {
    const specs = (Array.isArray(order) ? order : [order]).map(sortSpec);
    return this.later((draft) => {
      const sheet = draft.sheet(this.sheetId);
      draft.assertMayEdit(sheet, this.area);
      sortArea(draft, sheet, this.area, specs);
    });
  }

  /** Copies everything; a larger destination is filled with repetitions. */
  copyTo(destination: RangeBase, options: { contentsOnly?: boolean; formatOnly?: boolean } = {}): void {
    if (destination.workbook !== this.workbook)
      throw invalid('Target range and source range must be on the same spreadsheet.');
    const { area: from, sheetId } = this;
    const height = from.endRow - from.startRow;
    const width = from.endColumn - from.startColumn;
    const to = atLeast(destination.area, height, width);
    this.later((draft) => {
      const target = draft.sheet(destination.sheetId);
      draft.assertMayEdit(target, to);
      draft.resize(target.sheetId, {
        rowCount: Math.max(target.grid.rowCount, to.endRow),
        columnCount: Math.max(target.grid.columnCount, to.endColumn),
      });
      const calculator = options.contentsOnly ? draft.calculator() : undefined;
      const source: RichCell[][] = [];
      for (let row = from.startRow; row < from.endRow; row++) {
        const line = draft.rows(sheetId).get(row);
        source.push(
          Array.from({ length: width }, (_, across) => {
            const column = from.startColumn + across;
            const parts = unpack(line[column] as Cell);
            // Contents alone are values: a formula leaves its result.
            if (!calculator || parts.f === undefined) return parts;
            const value = calculator.value(draft.sheet(sheetId), row, column);
            return { ...parts, f: undefined, v: typeof value === 'object' ? undefined : value };
          }),
        );
      }
      draft.mapArea(destination.sheetId, to, (cell, row, column) => {
        const [down, across] = [row - to.startRow, column - to.startColumn];
        const parts = source[down % height]?.[across % width] as RichCell;
        const old = unpack(cell);
        if (options.formatOnly) return pack({ ...old, s: parts.s });
        if (options.contentsOnly) return pack({ ...old, v: parts.v, f: undefined });
        const formula =
          parts.f &&
          relocate(
            parts.f,
            row - (from.startRow + (down % height)),
            column - (from.startColumn + (across % width)),
          );
        if (formula !== undefined) draft.useFormula(destination.sheetId, formula);
        return pack({ ...parts, f: formula });
      });
    });
  }
}

/** A formula may be given without its `=`. */
const asFormula = (formula: string | null): string =>
  !formula || formula.startsWith('=') ? (formula ?? '') : `=${formula}`;

function sortSpec(given: unknown): SortSpec {
  const { column, ascending = true } = (typeof given === 'number' ? { column: given } : (given ?? {})) as {
    column?: number;
    ascending?: boolean;
  };
  if (typeof column !== 'number') throw invalid('Invalid argument: sortSpecObj');
  return { dimensionIndex: column - 1, sortOrder: ascending ? 'ASCENDING' : 'DESCENDING' };
}

const atLeast = (area: Area, height: number, width: number): Area => ({
  ...area,
  endRow: Math.max(area.endRow, area.startRow + height),
  endColumn: Math.max(area.endColumn, area.startColumn + width),
});
