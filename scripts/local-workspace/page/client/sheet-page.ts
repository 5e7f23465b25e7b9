// A spreadsheet as a person has it open: tabs, the grid of the tab in front, edits, menus, and news as it comes.

import type { ColumnView } from '../registers/tab-data.ts';
import { CellBar } from './cell-bar.ts';
import { ChartGallery } from './charts.ts';
import { Grid } from './grid.ts';
import type { Selection } from './grid-input.ts';
import { openMenu, showMenus } from './menubar.ts';
import { getJson, postJson } from './requests.ts';
import { type Effect, ScriptEffects } from './script-effects.ts';
import { type Cells, cellsOf, type SheetAction, SheetActions } from './sheet-actions.ts';
import { columnMenuItems, type SheetCommands, sheetMenus } from './sheet-menus.ts';
import { type Place, TabBar, type TabInfo } from './tab-bar.ts';
import { isPlain, noWish, stretches, type TabAnswer, TabRows, type Wish } from './tab-rows.ts';
import { toast } from './toast.ts';

interface Spreadsheet {
  readonly title: string;
  readonly revision: number;
  readonly mayUndo: boolean;
  readonly tabs: readonly TabInfo[];
}

export class SheetPage implements SheetCommands {
  private readonly id: string;
  readonly mayEdit: boolean;
  private spreadsheet: Spreadsheet | undefined;
  private rows: TabRows | undefined;
  private tab: TabAnswer | undefined;
  private grid: Grid | undefined;
  private wish: Wish = noWish();
  private readonly tabs: TabBar;
  private readonly bar: CellBar;
  private readonly charts = new ChartGallery(document.getElementById('charts') as HTMLElement);
  private readonly effects: ScriptEffects;
  private readonly menubar = document.getElementById('menubar') as HTMLElement;
  private readonly find = document.getElementById('find') as HTMLInputElement;
  private readonly reset = document.getElementById('reset') as HTMLButtonElement;
  private readonly actions: SheetActions;
  private refreshing = false;
  private stale = false;

  constructor(private readonly element: HTMLElement) {
    this.id = element.dataset.spreadsheet ?? '';
    this.mayEdit = element.dataset.edit === 'yes';
    this.actions = new SheetActions(this.id);
    this.tabs = new TabBar((sheetId, place) => void this.openTab(sheetId, place));
    this.bar = new CellBar(
      (row, column) => (this.rows as TabRows).whole(row, column),
      (row, column, text) => void this.edit(row, column, text),
      () => this.grid?.focus(),
    );
    this.effects = new ScriptEffects(
      () => this.active(),
      () => this.grid?.focus(),
    );
  }

  async start(): Promise<void> {
    try {
      await this.readSpreadsheet();
      await this.openTab(this.tabs.wanted(), this.tabs.wantedPlace());
    } catch (error) {
      toast({ text: (error as Error).message, bad: true, seconds: -1 });
      return;
    }
    document.addEventListener('workspace-changed', (event) => {
      const topics = (event as CustomEvent<string[]>).detail;
      if (topics.includes('sheets') || topics.includes('*')) void this.refresh();
    });
    let timer = 0;
    this.find.addEventListener('input', () => {
      window.clearTimeout(timer);
      timer = window.setTimeout(() => this.see({ ...this.wish, find: this.find.value.trim() }), 200);
    });
    this.reset.addEventListener('click', () => {
      this.find.value = '';
      this.see(noWish());
      this.grid?.focus();
    });
    showMenus(this.menubar, sheetMenus(this));
    await this.openForScripts();
  }

  /** The script's onOpen runs and may add menus. */
  private async openForScripts(): Promise<void> {
    try {
      const { scripts } = await postJson<{ scripts: { scriptId: string; effects: Effect[] }[] }>(
        `/local/spreadsheets/${this.id}/open`,
        {},
      );
      const own = scripts.flatMap(({ scriptId, effects }) =>
        effects.flatMap((effect) => (effect.kind === 'menu' ? [{ scriptId, ...effect }] : [])),
      );
      showMenus(
        this.menubar,
        sheetMenus(
          this,
          own,
          (scriptId, functionName, caption) => void this.effects.runMenuItem(scriptId, functionName, caption),
        ),
      );
      for (const { effects } of scripts)
        await this.effects.show(effects.filter(({ kind }) => kind !== 'menu'));
    } catch (error) {
      toast({ text: `The script's menu could not be opened: ${(error as Error).message}`, bad: true });
    }
  }

  private async readSpreadsheet(): Promise<void> {
    this.spreadsheet = await getJson<Spreadsheet>(`/local/spreadsheets/${this.id}`);
    this.tabs.show(this.spreadsheet.tabs);
  }

  /** @param place the cell to go to */
  private async openTab(sheetId: number, place?: Place): Promise<void> {
    this.tabs.choose(sheetId);
    this.wish = noWish();
    this.find.value = '';
    const rows = new TabRows(this.id, sheetId);
    try {
      const tab = await rows.load(this.wish);
      if (this.tabs.chosen !== sheetId) return;
      this.grid?.destroy();
      this.rows = rows;
      this.tab = tab;
      this.charts.show(tab.charts);
      const element = document.getElementById('grid') as HTMLElement;
      this.grid = new Grid(element, rows, tab, this.mayEdit, {
        selected: (selection) => this.selected(selection),
        edited: (row, column, text) => void this.edit(row, column, text),
        pasted: (row, column, values) =>
          void this.act({ do: 'edit', row, column, values }, cellsOf(row, column, values)),
        cleared: () => this.clear(),
        columnMenu: (column, opener) => this.openColumnMenu(column, opener),
        columnState: (column) => ({
          ...(this.wish.sort?.column === column.index
            ? { sort: this.wish.sort.down ? ('descending' as const) : ('ascending' as const) }
            : {}),
          filtered: this.wish.filters.some((filter) => filter.column === column.index),
        }),
      });
      this.grid.afterEdit = () => {
        if (this.stale) void this.refresh();
      };
      this.tell();
      if (place) await this.grid.goTo(place.row, place.column);
    } catch (error) {
      toast({ text: (error as Error).message, bad: true });
    }
  }

  /** Fetches what changed; while a person edits a cell it waits. */
  async refresh(): Promise<void> {
    this.stale = true;
    if (this.refreshing || this.grid?.editing) return;
    this.refreshing = true;
    try {
      while (this.stale) {
        this.stale = false;
        await this.readSpreadsheet();
        const { rows, grid } = this;
        if (!rows || !grid) break;
        if (!this.spreadsheet?.tabs.some(({ sheetId }) => sheetId === rows.sheetId)) {
          await this.openTab(this.tabs.wanted());
          break;
        }
        const tab = await rows.load(this.wish);
        if (this.grid !== grid) continue;
        this.tab = tab;
        this.charts.show(tab.charts);
        await grid.show(tab);
        this.tell();
        // While much is going on, a few times a second is enough.
        if (this.stale) await new Promise((resolve) => setTimeout(resolve, 250));
      }
    } catch (error) {
      toast({ text: (error as Error).message, bad: true });
    } finally {
      this.refreshing = false;
    }
  }

  // What sheetMenus asks for

  see(wish: Wish): void {
    this.wish = wish;
    void this.refresh().then(() => this.grid?.redrawHeaders());
  }

  get seen(): Wish {
    return this.wish;
  }

  selection(): Selection {
    return this.grid?.selection() ?? { rows: [], columns: [] };
  }

  selectedColumn(): ColumnView | undefined {
    const [column] = this.selection().columns;
    return column === undefined ? undefined : this.grid?.column(column);
  }

  get front(): TabInfo | undefined {
    return this.spreadsheet?.tabs.find(({ sheetId }) => sheetId === this.tabs.chosen);
  }

  get mayUndo(): boolean {
    return this.spreadsheet?.mayUndo ?? false;
  }

  get headers(): number {
    return this.tab?.headers ?? 0;
  }

  clear(): void {
    const { rows, columns } = this.selection();
    if (columns[0] === undefined) return;
    const across = { startColumn: columns[0], endColumn: (columns.at(-1) as number) + 1 };
    for (const [startRow, endRow] of stretches(rows)) {
      const cells = { startRow, endRow, ...across };
      void this.act({ do: 'clear', ...cells }, cells);
    }
  }

  editHeader(column: ColumnView, text: string): void {
    void this.edit(0, column.index, text);
  }

  async act(action: SheetAction, touched?: Cells): Promise<boolean> {
    const done = await this.actions.act(action, this.tabs.chosen, this.tab?.protections ?? [], touched);
    await this.refresh();
    if (document.activeElement === document.body) this.grid?.focus();
    return done;
  }

  private async edit(row: number, column: number, text: string): Promise<void> {
    await this.act(
      { do: 'edit', row, column, values: [[text]] },
      { startRow: row, endRow: row + 1, startColumn: column, endColumn: column + 1 },
    );
  }

  private openColumnMenu(column: ColumnView, opener: HTMLElement): void {
    const place = opener.getBoundingClientRect();
    const menu = openMenu(opener, columnMenuItems(this, column), this.element);
    menu.style.position = 'fixed';
    menu.style.insetBlockStart = `${place.bottom + 2}px`;
    menu.style.insetInlineStart = `${Math.max(8, Math.min(place.left, document.documentElement.clientWidth - menu.offsetWidth - 8))}px`;
  }

  private selected({ rows, columns }: Selection): void {
    const [row] = rows;
    const column = columns[0] === undefined ? undefined : this.grid?.column(columns[0]);
    if (row === undefined || !column || !this.rows || !this.grid) {
      this.bar.show(undefined);
      return;
    }
    const guard = this.grid.protection(row, column.index);
    const hint =
      !guard || !this.mayEdit
        ? ''
        : guard.warning
          ? 'Kept by the desk: you are asked before a change here.'
          : 'You may not edit this cell.';
    const cells = rows.length * columns.length;
    const cell = this.rows.cell(row, column.index);
    const link = cell.link === undefined ? '' : 'Alt and Enter follow the link.';
    this.bar.show({
      row,
      column: column.index,
      name: `${column.title || column.letter}, row ${row + 1}${cells > 1 ? ` and ${(cells - 1).toLocaleString('en-US')} more` : ''}`,
      cell,
      mayEdit: this.mayEdit && (!guard || guard.warning),
      hint: [link, hint, column.rule?.message].filter(Boolean).join(' '),
    });
  }

  /** Says how many rows there are to see. */
  private tell(): void {
    const text = document.getElementById('rows-shown');
    const { tab, rows } = this;
    if (!text || !tab || !rows) return;
    const all = Math.max(0, tab.dataRows - tab.headers);
    const words = (amount: number): string => amount.toLocaleString('en-US');
    const plain = isPlain(this.wish);
    text.textContent = plain
      ? `${words(all)} ${all === 1 ? 'row' : 'rows'}`
      : `${words(rows.order.length)} of ${words(all)} rows`;
    this.reset.hidden = plain;
  }

  private active(): object {
    const { rows, columns } = this.selection();
    const [first] = stretches(rows);
    const range =
      first && columns[0] !== undefined
        ? {
            startRow: first[0],
            endRow: first[1],
            startColumn: columns[0],
            endColumn: (columns.at(-1) as number) + 1,
          }
        : undefined;
    return { spreadsheetId: this.id, sheetId: this.tabs.chosen, ...(range ? { range } : {}) };
  }
}
