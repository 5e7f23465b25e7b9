// The grid itself: Tabulator over rows that arrive in pieces, with selecting, editing and moving by keys as in Sheets.

import type { CellComponent, ColumnDefinition, RowComponent, Tabulator } from 'tabulator-tables';
import type { ColumnView, ProtectionView } from '../registers/tab-data.ts';
import { type After, cellEditor } from './cell-editors.ts';
import { type ColumnState, cellContent, columnTitle } from './grid-cells.ts';
import { listenToInput, type Selection } from './grid-input.ts';
import { makeCells, markActiveCell, nameCells, nameColumns } from './grid-names.ts';
import { makeTable, type RowData, rowsOf } from './grid-table.ts';
import type { RangeModule } from './quick-ranges.ts';
import type { TabAnswer, TabRows } from './tab-rows.ts';

export interface GridEvents {
  selected(selection: Selection): void;
  edited(row: number, column: number, text: string): void;
  pasted(row: number, column: number, values: string[][]): void;
  cleared(selection: Selection): void;
  columnMenu(column: ColumnView, opener: HTMLElement): void;
  columnState(column: ColumnView): ColumnState;
}

const MOST_ADDED = 100;

export class Grid {
  private readonly table: Tabulator;
  private readonly ready: Promise<void>;
  private columns: readonly ColumnView[] = [];
  private components: RowComponent[] = [];
  private protections: readonly ProtectionView[] = [];
  private scrollTimer = 0;
  private typed: string | undefined;
  /** What each cell shows. */
  private readonly drawn = new WeakMap<HTMLElement, string>();
  /** The part that has the focus. */
  private cells: HTMLElement | undefined;
  private readonly title: string;
  private readonly stopInput: () => void;
  editing = false;
  /** Called when an edit field closes. */
  afterEdit: () => void = () => undefined;

  constructor(
    private readonly element: HTMLElement,
    private readonly rows: TabRows,
    tab: TabAnswer,
    private readonly mayEdit: boolean,
    private readonly events: GridEvents,
  ) {
    this.title = tab.title;
    this.columns = tab.columns;
    this.protections = tab.protections;
    element.classList.toggle('plain', tab.plain === true);
    this.table = makeTable(element, rowsOf(this.rows.order), this.definitions(), tab.rowHeight);
    this.table.on('rangeChanged' as 'tableBuilt', () => this.tellSelection());
    this.table.on('scrollVertical' as 'tableBuilt', () => {
      window.clearTimeout(this.scrollTimer);
      this.scrollTimer = window.setTimeout(() => {
        this.ranges.layoutElement();
        void this.fill();
      }, 60);
    });
    this.ready = new Promise((resolve) => this.table.on('tableBuilt', () => resolve()));
    void this.ready.then(() => {
      this.components = this.table.getRows();
      this.cells = makeCells(this.element);
      this.describe(tab.title);
      this.tellSelection();
      void this.fill();
    });
    this.stopInput = listenToInput(this.element, {
      ready: () => !this.editing,
      mayEdit: this.mayEdit,
      selection: () => this.selection(),
      text: (row, column) => this.rows.cell(row, column).t,
      follow: () => this.follow(),
      edit: (typed) => this.edit(typed),
      cleared: (selection) => this.events.cleared(selection),
      pasted: (row, column, values) => this.events.pasted(row, column, values),
    });
  }

  /** Shows a fresh answer, keeping place, selection and whatever is being edited. */
  async show(tab: TabAnswer): Promise<void> {
    await this.ready;
    const head = (columns: readonly ColumnView[]): string => JSON.stringify(columns);
    this.protections = tab.protections;
    const kept = this.selection();
    const redraws = head(tab.columns) !== head(this.columns);
    if (redraws) {
      this.columns = tab.columns;
      this.table.setColumns(this.definitions());
    }
    const old = this.components.map((component) => (component.getData() as RowData).r);
    const next = this.rows.order;
    // Adding rows one by one keeps everything in place, but is slow for many.
    const few = next.length - old.length <= MOST_ADDED;
    const same = few && old.length <= next.length && old.every((row, i) => row === next[i]);
    if (!same) await this.table.replaceData(rowsOf(next) as never);
    else if (next.length > old.length) await this.table.addData(rowsOf(next.slice(old.length)) as never);
    this.components = this.table.getRows();
    this.describe(tab.title);
    if (redraws || !same || next.length > old.length) this.select(kept);
    this.draw();
    await this.fill();
    this.tellSelection();
  }

  /** Brings a cell into view and selects it. */
  async goTo(row: number, column: number): Promise<void> {
    await this.ready;
    const component = this.components[this.rows.order.indexOf(row)];
    if (!component) return;
    await this.table.scrollToRow(component, 'center', false).catch(() => undefined);
    this.select({ rows: [row], columns: [column] });
    await this.fill();
    this.tellSelection();
    this.focus();
  }

  private follow(): void {
    this.selectedCell()?.getElement().querySelector('a')?.click();
  }

  /** The first of the selected cells. */
  private selectedCell(): CellComponent | undefined {
    const { rows, columns } = this.selection();
    const place = rows[0] === undefined ? -1 : this.rows.order.indexOf(rows[0]);
    return this.components[place]?.getCell(`c${columns[0]}`);
  }

  /** Selects the first of these cells again, where it is still on show. */
  private select({ rows, columns }: Selection): void {
    const place = rows[0] === undefined ? -1 : this.rows.order.indexOf(rows[0]);
    const column = this.columns[columns[0] ?? -1];
    if (!column || column.width === 0) return;
    const cell = this.components[place]?.getCell(`c${column.index}`);
    const [range] = this.table.getRanges();
    if (cell && range)
      (range as unknown as { setBounds(start: CellComponent, end: CellComponent): void }).setBounds(
        cell,
        cell,
      );
  }

  /** Draws the marks of sorting and filtering anew. */
  redrawHeaders(): void {
    const kept = this.selection();
    this.table.setColumns(this.definitions());
    this.select(kept);
    this.describe(this.title);
  }

  destroy(): void {
    this.stopInput();
    window.clearTimeout(this.scrollTimer);
    this.table.destroy();
  }

  focus(): void {
    this.cells?.focus({ preventScroll: true });
  }

  selection(): Selection {
    const [range] = this.table.getRanges();
    if (!range) return { rows: [], columns: [] };
    const edges = range as unknown as Record<
      'getTopEdge' | 'getBottomEdge' | 'getLeftEdge' | 'getRightEdge',
      () => number
    >;
    return {
      rows: this.rows.order.slice(edges.getTopEdge(), edges.getBottomEdge() + 1),
      columns: this.shownColumns
        .slice(Math.max(0, edges.getLeftEdge() - 1), Math.max(0, edges.getRightEdge() - 1) + 1)
        .map(({ index }) => index),
    };
  }

  private get shownColumns(): readonly ColumnView[] {
    return this.columns.filter(({ width }) => width > 0);
  }

  column(index: number): ColumnView | undefined {
    return this.columns[index];
  }

  /** The stretch that protects a cell, if one does. */
  protection(row: number, column: number): ProtectionView | undefined {
    return this.protections.find(
      (range) =>
        row >= range.startRow &&
        row < range.endRow &&
        column >= range.startColumn &&
        column < range.endColumn,
    );
  }

  move(direction: 'up' | 'down' | 'left' | 'right'): void {
    this.ranges.navigate(false, false, direction);
  }

  private get ranges(): RangeModule {
    return (this.table as unknown as { modules: { selectRange: RangeModule } }).modules.selectRange;
  }

  private visible(): RowComponent[] {
    return this.table.getRows('visible');
  }

  /** Fetches and draws the rows in view whose cells are missing or old. */
  private async fill(): Promise<void> {
    await this.ready;
    const shown = this.visible();
    const places = shown.map((row) => Number(row.getPosition()) - 1).filter((place) => place >= 0);
    if (places.length === 0) return;
    const came = await this.rows.fetch(Math.min(...places), Math.max(...places)).catch(() => []);
    this.draw();
    if (came.length > 0) this.tellSelection();
  }

  /** Draws the cells in view that show something else than they should, but for a row that is being edited. */
  private draw(): void {
    for (const row of this.visible()) {
      if (row.getElement().querySelector('.tabulator-editing')) continue;
      for (const column of this.shownColumns) {
        const cell = row.getCell(`c${column.index}`);
        if (!cell || this.drawn.get(cell.getElement()) === this.looks(cell, column)) continue;
        cell.getElement().replaceChildren(this.content(cell, column));
      }
    }
  }

  /** All that a cell shows, and so what tells whether it has to be drawn again. */
  private looks(cell: CellComponent, column: ColumnView): string {
    const { r: row } = cell.getData() as RowData;
    return JSON.stringify([this.rows.cell(row, column.index), this.guards(row, column)]);
  }

  private guards(row: number, column: ColumnView): boolean {
    return this.mayEdit && this.protection(row, column.index) !== undefined;
  }

  private definitions(): ColumnDefinition[] {
    return this.shownColumns.map((column) => ({
      title: column.title,
      field: `c${column.index}`,
      width: Math.max(column.width, 60),
      // Tabulator cannot freeze columns where one selects ranges, so the page's style does it.
      cssClass: `${column.frozen ? 'stays' : ''} ${column.wraps ? 'wraps' : ''}`.trim(),
      editable: () => this.mayEdit,
      titleFormatter: () =>
        columnTitle(column, this.events.columnState(column), (opener) =>
          this.events.columnMenu(column, opener),
        ),
      formatter: (cell: CellComponent) => this.content(cell, column),
      editor: (
        cell: CellComponent,
        onRendered: (run: () => void) => void,
        _success: unknown,
        cancel: (value: unknown) => void,
      ) => this.openEditor(cell, column, onRendered, cancel),
      ...(column.note ? { headerTooltip: column.note } : {}),
      tooltip: (_event: MouseEvent, cell: CellComponent) =>
        this.rows.cell((cell.getData() as RowData).r, column.index).note ?? '',
    })) as ColumnDefinition[];
  }

  private content(cell: CellComponent, column: ColumnView): HTMLElement {
    const { r: row } = cell.getData() as RowData;
    const value = this.rows.cell(row, column.index);
    this.drawn.set(cell.getElement(), this.looks(cell, column));
    const tick = this.mayEdit
      ? () => this.events.edited(row, column.index, value.tick ? 'FALSE' : 'TRUE')
      : undefined;
    return cellContent(cell.getElement(), value, this.guards(row, column), tick);
  }

  private openEditor(
    cell: CellComponent,
    column: ColumnView,
    onRendered: (run: () => void) => void,
    cancel: (value: unknown) => void,
  ): HTMLElement | false {
    const { r: row } = cell.getData() as RowData;
    const value = this.rows.cell(row, column.index);
    if (value.tick !== undefined && this.typed === undefined) {
      this.events.edited(row, column.index, value.tick ? 'FALSE' : 'TRUE');
      return false;
    }
    const typed = this.typed;
    this.typed = undefined;
    this.editing = true;
    const field = cellEditor(
      value.long ? { ...value, t: '' } : value,
      column.rule,
      `${column.title || column.letter}, row ${row + 1}`,
      typed,
      (text, after) => {
        cancel(undefined);
        this.editing = false;
        if (text !== undefined) this.events.edited(row, column.index, text);
        this.go(after);
        this.afterEdit();
      },
    );
    onRendered(() => {
      field.focus();
      if (field instanceof HTMLInputElement && field.type === 'text')
        field.setSelectionRange(field.value.length, field.value.length);
    });
    return field;
  }

  private go(after: After): void {
    if (after !== 'stay') this.move(after);
  }

  private tellSelection(): void {
    this.nameActiveCell();
    this.events.selected(this.selection());
  }

  /** Screen readers hear the selected cell, although the focus stays on the grid. */
  private nameActiveCell(): void {
    if (this.cells) markActiveCell(this.cells, this.selectedCell()?.getElement());
  }

  private describe(title: string): void {
    if (this.cells) nameCells(this.cells, title, this.rows.order.length);
    nameColumns(this.element, this.columns, (column) => this.events.columnState(column).sort);
  }

  /** Opens the selected cell for editing, as if a person had begun to type. */
  edit(typed?: string): void {
    this.typed = typed;
    this.selectedCell()?.edit(true);
    this.typed = undefined;
  }
}
