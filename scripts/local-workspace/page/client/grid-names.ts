// Names, roles and focus of the grid as assistive technology needs them, where Tabulator leaves them out.

import type { ColumnView } from '../registers/tab-data.ts';

/**
 * Makes the part that scrolls the grid in the sense of assistive technology: it takes the focus, and owns the heads of
 * the columns that Tabulator keeps beside it.
 * @returns the part that takes the focus
 */
export function makeCells(grid: HTMLElement): HTMLElement | undefined {
  const cells = grid.querySelector<HTMLElement>('.tabulator-tableholder');
  const head = grid.querySelector<HTMLElement>('.tabulator-header');
  if (!cells || !head) return undefined;
  grid.removeAttribute('role');
  head.id = 'cells-head';
  head.removeAttribute('tabindex');
  cells.id = 'cells';
  cells.tabIndex = 0;
  cells.setAttribute('role', 'grid');
  cells.setAttribute('aria-owns', head.id);
  return cells;
}

/** Points assistive technology to the selected cell. */
export function markActiveCell(cells: HTMLElement, cell: HTMLElement | undefined): void {
  cells.querySelector('#active-cell')?.removeAttribute('id');
  if (cell?.isConnected) {
    cell.id = 'active-cell';
    cells.setAttribute('aria-activedescendant', 'active-cell');
  } else cells.removeAttribute('aria-activedescendant');
}

export function nameCells(cells: HTMLElement, title: string, rows: number): void {
  cells.setAttribute('aria-label', `Cells of ${title}`);
  cells.setAttribute('aria-rowcount', String(rows + 1));
}

export function nameColumns(
  grid: HTMLElement,
  columns: readonly ColumnView[],
  sortOf: (column: ColumnView) => string | undefined,
): void {
  for (const column of columns) {
    const header = grid.querySelector(`.tabulator-col[tabulator-field="c${column.index}"]`);
    header?.setAttribute('aria-sort', sortOf(column) ?? 'none');
    header?.setAttribute('aria-label', column.title || `Column ${column.letter}`);
    if (column.note) header?.setAttribute('aria-description', column.note);
  }
}
