// Names, roles and focus of the grid as assistive technology needs them, where Tabulator leaves them out.

import type { ColumnView } from '../registers/tab-data.ts';

/** Points assistive technology to the selected cell. */
export function markActiveCell(grid: HTMLElement, cell: HTMLElement | undefined): void {
  grid.querySelector('#active-cell')?.removeAttribute('id');
  if (cell?.isConnected) {
    cell.id = 'active-cell';
    grid.setAttribute('aria-activedescendant', 'active-cell');
  } else grid.removeAttribute('aria-activedescendant');
}

export function nameGrid(
  grid: HTMLElement,
  title: string,
  rows: number,
  columns: readonly ColumnView[],
  sortOf: (column: ColumnView) => string | undefined,
): void {
  grid.setAttribute('aria-label', `Cells of ${title}`);
  grid.setAttribute('aria-rowcount', String(rows + 1));
  for (const column of columns) {
    const header = grid.querySelector(`.tabulator-col[tabulator-field="c${column.index}"]`);
    header?.setAttribute('aria-sort', sortOf(column) ?? 'none');
    header?.setAttribute('aria-label', column.title || `Column ${column.letter}`);
    if (column.note) header?.setAttribute('aria-description', column.note);
  }
}

/** The grid as a whole takes the focus, where it has a role and a name; Tabulator would give it to a part inside. */
export function takeFocus(grid: HTMLElement, focus: () => void): void {
  grid.tabIndex = 0;
  grid.querySelector('.tabulator-header')?.removeAttribute('tabindex');
  grid.querySelector('.tabulator-table')?.setAttribute('role', 'presentation');
  const holder = grid.querySelector<HTMLElement>('.tabulator-tableholder');
  if (!holder) return;
  holder.tabIndex = -1;
  holder.setAttribute('role', 'rowgroup');
  holder.focus = focus;
  holder.addEventListener('focus', focus);
}
