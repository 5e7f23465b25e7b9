// Calculates the formulas of a spreadsheet when somebody reads it; custom functions run at most once for the same arguments.

import { type Book, cellAt } from '../book.ts';
import { cellValue, formulaOf, unpack } from '../cells.ts';
import { type Area, LIMITS, type SheetRecord } from '../model.ts';
import { isDateFormat } from '../number-format.ts';
import { fromSerial } from '../serial.ts';
import { BY_CELL, FUNCTIONS, isUnknownBuiltIn } from './functions.ts';
import { asCellError, binary, cellByCell, fromScript, plain, signed } from './operations.ts';
import { type Expression, parseFormula } from './parse.ts';
import { readArea, referredArea } from './references.ts';
import { CellError, Failure, isMatrix, type Matrix, toBoolean, toText, type Value } from './value.ts';

/** Runs a script's custom function; throws UnknownFunction when no script of the spreadsheet has it. */
export type CallCustomFunction = (name: string, args: unknown[]) => unknown;

export class UnknownFunction extends Error {}

interface Outcome {
  readonly value: Value;
  readonly link?: string;
}

interface SheetCalculation {
  readonly sheet: SheetRecord;
  /** Formulas by key, and how far they are. */
  readonly formulas: Map<number, string>;
  readonly busy: Set<number>;
  readonly done: Set<number>;
  /** Results and what they spilled, by key. */
  readonly outcomes: Map<number, Outcome>;
}

const key = (row: number, column: number): number => row * LIMITS.columns + column;
/** Lives for one reading of the book, so that all that is read fits together. */
export class Calculator {
  private readonly sheets = new Map<number, SheetCalculation>();
  private readonly ranges = new Map<string, Matrix>();

  constructor(
    private readonly book: Book,
    private readonly now: number,
    private readonly custom: CallCustomFunction,
  ) {}

  /** What a cell amounts to. */
  value(sheet: SheetRecord, row: number, column: number): Value {
    if (!sheet.formulas) return cellValue(cellAt(this.book.rows(sheet.sheetId), row, column));
    const calculation = this.sheet(sheet);
    this.prepare(
      calculation,
      { startRow: row, endRow: row + 1, startColumn: column, endColumn: column + 1 },
      false,
    );
    return this.known(calculation, row, column);
  }

  /** What a formula amounts to that stands in no cell, such as that of a condition. */
  formula(text: string, home: SheetRecord): Value {
    try {
      return this.single(parseFormula(text), home);
    } catch (error) {
      return asCellError(error);
    }
  }

  /** The address behind a cell that HYPERLINK made. */
  link(sheet: SheetRecord, row: number, column: number): string | undefined {
    if (!sheet.formulas) return undefined;
    this.value(sheet, row, column);
    return this.sheet(sheet).outcomes.get(key(row, column))?.link;
  }

  /** One beyond the last row with data, with what formulas spilled. */
  dataRows(sheet: SheetRecord): number {
    let rows = this.book.rows(sheet.sheetId).dataRows;
    if (!sheet.formulas) return rows;
    for (const [place, { value }] of this.all(sheet).outcomes) {
      if (value !== undefined) rows = Math.max(rows, Math.floor(place / LIMITS.columns) + 1);
    }
    return rows;
  }

  /** Calculates everything on a tab. */
  all(sheet: SheetRecord): SheetCalculation {
    const calculation = this.sheet(sheet);
    this.prepare(
      calculation,
      { startRow: 0, endRow: sheet.grid.rowCount, startColumn: 0, endColumn: sheet.grid.columnCount },
      false,
    );
    return calculation;
  }

  private sheet(sheet: SheetRecord): SheetCalculation {
    let calculation = this.sheets.get(sheet.sheetId);
    if (!calculation) {
      const formulas = new Map<number, string>();
      const rows = this.book.rows(sheet.sheetId);
      if (sheet.formulas) {
        for (let row = 0; row < rows.dataRows; row++) {
          rows.get(row).forEach((cell, column) => {
            const formula = formulaOf(cell);
            if (formula !== undefined) formulas.set(key(row, column), formula);
          });
        }
      }
      calculation = { sheet, formulas, busy: new Set(), done: new Set(), outcomes: new Map() };
      this.sheets.set(sheet.sheetId, calculation);
    }
    return calculation;
  }

  private known(calculation: SheetCalculation, row: number, column: number): Value {
    const outcome = calculation.outcomes.get(key(row, column));
    return outcome
      ? outcome.value
      : cellValue(cellAt(this.book.rows(calculation.sheet.sheetId), row, column));
  }

  /** Calculates all formulas that stand in an area or may spill into it. */
  private prepare(calculation: SheetCalculation, area: Area, inFormula: boolean): void {
    if (calculation.done.size === calculation.formulas.size) return;
    for (const [place, formula] of calculation.formulas) {
      if (calculation.done.has(place)) continue;
      const row = Math.floor(place / LIMITS.columns);
      const column = place % LIMITS.columns;
      if (row >= area.endRow || column >= area.endColumn) continue;
      if (calculation.busy.has(place)) {
        if (inFormula && row >= area.startRow && column >= area.startColumn) {
          throw new Failure(new CellError('#REF!', 'Circular dependency detected.'));
        }
        continue;
      }
      calculation.busy.add(place);
      this.calculate(calculation, row, column, formula);
      calculation.busy.delete(place);
      calculation.done.add(place);
    }
  }

  private calculate(calculation: SheetCalculation, row: number, column: number, formula: string): void {
    const put = (outcome: Outcome, down = 0, across = 0) =>
      calculation.outcomes.set(key(row + down, column + across), outcome);
    try {
      const expression = parseFormula(formula);
      if (expression.kind === 'call' && expression.name === 'HYPERLINK') {
        const [link, label] = expression.args.map((arg) => this.single(arg, calculation.sheet));
        put({ value: label ?? link, link: toText(link) });
        return;
      }
      const result = this.evaluate(expression, calculation.sheet);
      if (!isMatrix(result)) {
        put({ value: result });
        return;
      }
      const { grid } = calculation.sheet;
      const taken = result.some((line, down) =>
        line.some((_, across) => {
          if (down === 0 && across === 0) return false;
          const beyond = row + down >= grid.rowCount || column + across >= grid.columnCount;
          return beyond
            ? line[across] !== undefined
            : this.occupied(calculation, row + down, column + across);
        }),
      );
      if (taken) {
        put({
          value: new CellError('#REF!', 'Array result was not expanded because it would overwrite data.'),
        });
        return;
      }
      result.forEach((line, down) => {
        line.forEach((value, across) => {
          put({ value }, down, across);
        });
      });
    } catch (error) {
      put({ value: asCellError(error) });
    }
  }

  private occupied(calculation: SheetCalculation, row: number, column: number): boolean {
    const place = key(row, column);
    return calculation.formulas.has(place) || this.known(calculation, row, column) !== undefined;
  }

  /** @param arrays whether operators and functions for single cells are carried out for each cell of a range */
  private evaluate(expression: Expression | undefined, home: SheetRecord, arrays = false): Value | Matrix {
    if (!expression) return undefined;
    const operand = (one: Expression | undefined): Value | Matrix =>
      arrays ? this.evaluate(one, home, true) : this.single(one, home);
    switch (expression.kind) {
      case 'value':
        return expression.value;
      case 'error':
        throw new Failure(new CellError(expression.text as CellError['text'], 'Reference does not exist'));
      case 'range':
      case 'name':
        return this.range(expression, home);
      case 'unary':
        return cellByCell([operand(expression.operand)], ([value]) => signed(expression.operator, value));
      case 'binary':
        return cellByCell([operand(expression.left), operand(expression.right)], ([left, right]) =>
          binary(expression.operator, left, right),
        );
      case 'call':
        return this.call(expression, home, arrays);
    }
  }

  /** The cells of a range; many formulas read the same whole column, so it is kept when nothing of its tab is open any more. */
  private range(expression: Expression, home: SheetRecord): Matrix {
    const { sheet, area } = this.area(expression, home);
    const calculation = this.sheet(sheet);
    const place = `${sheet.sheetId}:${area.startRow}:${area.endRow}:${area.startColumn}:${area.endColumn}`;
    const known = this.ranges.get(place);
    if (known) return known;
    const cells = readArea(area, (row, column) => this.known(calculation, row, column));
    if (calculation.done.size === calculation.formulas.size) this.ranges.set(place, cells);
    return cells;
  }

  private call(
    { name, args }: Extract<Expression, { kind: 'call' }>,
    home: SheetRecord,
    arrays: boolean,
  ): Value | Matrix {
    if (name === 'IF') {
      const condition = arrays ? this.evaluate(args[0], home, true) : this.single(args[0], home);
      const otherwise = () => (args.length > 2 ? this.evaluate(args[2], home, arrays) : false);
      if (!isMatrix(condition))
        return toBoolean(condition) ? this.evaluate(args[1], home, arrays) : otherwise();
      return cellByCell([condition, this.evaluate(args[1], home, true), otherwise()], ([holds, yes, no]) =>
        toBoolean(holds) ? yes : no,
      );
    }
    if (name === 'ARRAYFORMULA') return this.evaluate(args[0], home, true);
    if (name === 'IFERROR') {
      try {
        const value = this.evaluate(args[0], home, arrays);
        if (!(value instanceof CellError)) return value;
      } catch {
        // The second argument stands for it.
      }
      return this.evaluate(args[1], home, arrays);
    }
    if (name === 'HYPERLINK') return this.single(args[1] ?? args[0], home);
    const implementation = Object.hasOwn(FUNCTIONS, name) ? FUNCTIONS[name] : undefined;
    if (implementation) {
      const { timeZone } = this.book.record;
      const inside = arrays || name === 'SUMPRODUCT';
      const given = args.map((arg) => this.evaluate(arg, home, inside));
      const context = { now: this.now, timeZone };
      if (inside && BY_CELL.has(name)) return cellByCell(given, (values) => implementation(values, context));
      return implementation(given, context);
    }
    if (isUnknownBuiltIn(name))
      throw new Failure(
        new CellError('#NAME?', `The function ${name} is not implemented in the local Workspace`),
      );
    return fromScript(
      this.runScript(
        name,
        args.map((arg) => this.scriptArgument(arg, home)),
      ),
      this.book.record.timeZone,
    );
  }

  private runScript(name: string, args: unknown[]): unknown {
    try {
      return this.custom(name, args);
    } catch (error) {
      // The runner's own words for a name that no script has are understood too.
      if (
        error instanceof UnknownFunction ||
        (error instanceof Error && /Script function not found/.test(error.message))
      )
        throw new Failure(new CellError('#NAME?', `Unknown function: '${name}'.`));
      throw new Failure(new CellError('#ERROR!', error instanceof Error ? error.message : String(error)));
    }
  }

  private area(expression: Expression, home: SheetRecord): { sheet: SheetRecord; area: Area } {
    const found = referredArea(this.book.record, expression, home);
    this.prepare(this.sheet(found.sheet), found.area, true);
    return found;
  }

  private single(expression: Expression | undefined, home: SheetRecord): Value {
    const value = this.evaluate(expression, home);
    return isMatrix(value) ? value[0]?.[0] : value;
  }

  /** As Apps Script gives arguments: a cell as its value, a range as rows, empty cells as '', dates as Date. */
  private scriptArgument(expression: Expression | undefined, home: SheetRecord): unknown {
    if (!expression) return undefined;
    if (expression.kind !== 'range' && expression.kind !== 'name') {
      const value = this.evaluate(expression, home);
      if (isMatrix(value)) return value.map((line) => line.map((item) => plain(item)));
      return plain(value);
    }
    const { sheet, area } = this.area(expression, home);
    const calculation = this.sheet(sheet);
    const rows = this.book.rows(sheet.sheetId);
    const values = readArea(area, (row, column) => {
      const value = this.known(calculation, row, column);
      if (typeof value === 'number') {
        const format = this.book.styles.format(unpack(cellAt(rows, row, column)).s)?.numberFormat;
        if (isDateFormat(format)) return new Date(fromSerial(value, this.book.record.timeZone));
      }
      return plain(value);
    });
    return area.endRow - area.startRow === 1 && area.endColumn - area.startColumn === 1
      ? values[0]?.[0]
      : values;
  }
}
