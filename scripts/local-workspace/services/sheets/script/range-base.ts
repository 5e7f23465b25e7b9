// What every part of Range stands on: its place, its cells as they were read, and a way to change them later.

import { ServiceObject, type Signatures } from '../../../script/service.ts';
import { pack, unpack } from '../cells.ts';
import type { Draft } from '../draft.ts';
import type { Area, RichCell } from '../model.ts';
import { assertSameSize } from './entering.ts';
import type { ReadCell, Workbook } from './workbook.ts';

export class RangeBase extends ServiceObject {
  static override readonly serviceName = 'Range';
  static override readonly signatures: Signatures = {};

  constructor(
    readonly workbook: Workbook,
    readonly sheetId: number,
    readonly area: Area,
  ) {
    super();
  }

  cells(method: string): readonly (readonly ReadCell[])[] {
    return this.workbook.read(this.sheetId, this.area, `Range.${method}`);
  }

  /** The first cell is read alone, as Google does for getValue and its like. */
  first(method: string): ReadCell {
    const { startRow, startColumn } = this.area;
    const area = { startRow, endRow: startRow + 1, startColumn, endColumn: startColumn + 1 };
    return this.workbook.read(this.sheetId, area, `Range.${method}`)[0]?.[0] as ReadCell;
  }

  /** A change that waits in the buffer. */
  later(write: (draft: Draft) => void): this {
    this.workbook.buffer(write);
    return this;
  }

  /** A change of the parts of each cell, by its place in the range. */
  laterEach(change: (parts: RichCell, row: number, column: number, draft: Draft) => RichCell): this {
    const { startRow, startColumn } = this.area;
    return this.later((draft) => {
      draft.assertMayEdit(draft.sheet(this.sheetId), this.area);
      draft.mapArea(this.sheetId, this.area, (cell, row, column) =>
        pack(change(unpack(cell), row - startRow, column - startColumn, draft)),
      );
    });
  }

  /** Data for each cell. @throws Google's texts at once when its size is not the range's */
  checked<T>(data: readonly (readonly T[])[] | null): (row: number, column: number) => T {
    const kept = (data ?? []).map((row) => [...(row ?? [])]);
    assertSameSize(kept, this.area);
    return (row, column) => kept[row]?.[column] as T;
  }
}
