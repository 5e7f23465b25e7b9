// Sends what a person does to the spreadsheet, after a warning where one is due.

import type { ProtectionView } from '../registers/tab-data.ts';
import { ask } from './ask.ts';
import { postJson } from './requests.ts';
import { toast } from './toast.ts';

/** As `registers/actions.ts` reads it; the tab is added here. */
export type SheetAction = Readonly<Record<string, unknown>> & { readonly do: string };

/** Ends exclusive. */
export interface Cells {
  readonly startRow: number;
  readonly endRow: number;
  readonly startColumn: number;
  readonly endColumn: number;
}

/** The cells that a block of values would fill. */
export const cellsOf = (row: number, column: number, values: readonly (readonly string[])[]): Cells => ({
  startRow: row,
  endRow: row + values.length,
  startColumn: column,
  endColumn: column + Math.max(...values.map((line) => line.length)),
});

/** After a person said once that she means it, she is not asked again for a while, as in Sheets. */
const TRUSTED_MS = 5 * 60_000;
/** Actions of the spreadsheet as a whole. */
const WHOLE = new Set(['add tab', 'undo']);

export class SheetActions {
  private trustedUntil = 0;

  constructor(private readonly spreadsheetId: string) {}

  /** @returns whether it was done */
  async act(
    action: SheetAction,
    sheetId: number,
    protections: readonly ProtectionView[],
    touched?: Cells,
  ): Promise<boolean> {
    if (touched && !(await this.confirmed(touched, protections))) return false;
    try {
      await postJson(`/local/spreadsheets/${this.spreadsheetId}/actions`, {
        ...(WHOLE.has(action.do) ? {} : { sheetId }),
        ...action,
      });
      return true;
    } catch (error) {
      toast({ title: 'That was not done', text: (error as Error).message, bad: true, seconds: 15 });
      return false;
    }
  }

  /** Asks before an edit in a stretch that is marked as better left alone. */
  private async confirmed(cells: Cells, protections: readonly ProtectionView[]): Promise<boolean> {
    const touched = protections.find((range) => range.warning && meet(range, cells));
    if (!touched || Date.now() < this.trustedUntil) return true;
    const said = await ask({
      title: 'Heads up!',
      text: `You’re trying to edit part of this sheet that shouldn’t be changed accidentally. Edit anyway?${touched.description ? `\n\n${touched.description}` : ''}`,
      yes: 'Edit anyway',
    });
    if (said === undefined) return false;
    this.trustedUntil = Date.now() + TRUSTED_MS;
    return true;
  }
}

const meet = (a: Cells, b: Cells): boolean =>
  a.startRow < b.endRow &&
  b.startRow < a.endRow &&
  a.startColumn < b.endColumn &&
  b.startColumn < a.endColumn;
