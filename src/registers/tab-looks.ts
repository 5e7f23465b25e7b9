// How rows look by what stands in them: rules that the spreadsheet itself follows, for a calm colour where it helps.

import { type AnyRegister, columnsOf } from './register.ts';

type Request = GoogleAppsScript.Sheets.Schema.Request;

/** A colour as `#rrggbb`. */
type Colour = `#${string}`;

export interface LookRule {
  /** The columns that it colours, by field; all of them, when it names none. */
  readonly fields?: readonly string[];
  /** When it holds: a formula, with `{field}` for the cell of a column in the same row. */
  readonly when: string;
  readonly paper: Colour;
  readonly ink: Colour;
  readonly bold?: boolean;
}

/** The rules of a new tab, whose columns stand in their order; where two disagree, the first wins. */
export function lookRequests(register: AnyRegister, sheetId: number, rules: readonly LookRule[]): Request[] {
  const fields = columnsOf(register).map(({ field }) => field);
  const formula = (when: string) =>
    `=${when.replace(/\{(\w+)\}/g, (_, field: string) => `$${letter(fields.indexOf(field))}2`)}`;
  return rules.map(({ fields: coloured = fields, when, paper, ink, bold }, index) => {
    const ranges = stretches(coloured.map((field) => fields.indexOf(field)));
    const format = {
      backgroundColor: colour(paper),
      textFormat: { foregroundColor: colour(ink), ...(bold ? { bold } : {}) },
    };
    const condition = { type: 'CUSTOM_FORMULA', values: [{ userEnteredValue: formula(when) }] };
    const rule = {
      ranges: ranges.map(([from, to]) => ({
        sheetId,
        startRowIndex: 1,
        startColumnIndex: from,
        endColumnIndex: to,
      })),
      booleanRule: { condition, format },
    };
    return { addConditionalFormatRule: { rule, index } };
  });
}

/** The name of a column, counted from 0: A to Z, then AA and so on. */
function letter(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : letter(Math.floor(column / 26) - 1) + last;
}

/** Columns side by side as one stretch, from the first to one beyond the last. */
function stretches(columns: readonly number[]): [number, number][] {
  const found: [number, number][] = [];
  for (const column of [...columns].sort((a, b) => a - b)) {
    const last = found[found.length - 1];
    if (last && last[1] === column) last[1] = column + 1;
    else found.push([column, column + 1]);
  }
  return found;
}

function colour(hex: Colour): GoogleAppsScript.Sheets.Schema.Color {
  const part = (at: number) => Number.parseInt(hex.slice(at, at + 2), 16) / 255;
  return { red: part(1), green: part(3), blue: part(5) };
}
