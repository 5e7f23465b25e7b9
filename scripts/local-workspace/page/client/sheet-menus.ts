// The menus of a spreadsheet: editing, what one sees, tabs, and what the script added.

import type { ColumnView } from '../registers/tab-data.ts';
import { ask } from './ask.ts';
import type { Selection } from './grid-input.ts';
import type { Menu, MenuItem } from './menubar.ts';
import type { MenuEntry } from './script-effects.ts';
import type { SheetAction } from './sheet-actions.ts';
import type { TabInfo } from './tab-bar.ts';
import { noWish, stretches, type Wish } from './tab-rows.ts';

/** What the menus need of the page. */
export interface SheetCommands {
  readonly mayEdit: boolean;
  readonly mayUndo: boolean;
  readonly headers: number;
  readonly seen: Wish;
  readonly front: TabInfo | undefined;
  see(wish: Wish): void;
  selection(): Selection;
  selectedColumn(): ColumnView | undefined;
  clear(): void;
  editHeader(column: ColumnView, text: string): void;
  act(action: SheetAction): Promise<boolean>;
}

interface ScriptMenu {
  readonly scriptId: string;
  readonly title: string;
  readonly entries: readonly MenuEntry[];
}

export function sheetMenus(
  page: SheetCommands,
  own: readonly ScriptMenu[] = [],
  run?: (scriptId: string, functionName: string, caption: string) => void,
): Menu[] {
  const scripts = own.map(
    ({ scriptId, title, entries }): Menu => ({
      title,
      own: true,
      items: () => scriptItems(entries, (functionName, caption) => run?.(scriptId, functionName, caption)),
    }),
  );
  const editing: Menu[] = page.mayEdit ? [{ title: 'Edit', items: () => editItems(page) }] : [];
  const tabs: Menu[] = page.mayEdit ? [{ title: 'Tab', items: () => tabItems(page) }] : [];
  return [
    ...editing,
    { title: 'Column', items: () => columnMenuItems(page, page.selectedColumn()) },
    ...tabs,
    ...scripts,
  ];
}

function scriptItems(
  entries: readonly MenuEntry[],
  run: (functionName: string, caption: string) => void,
): MenuItem[] {
  return entries.map((entry): MenuItem => {
    if (entry.kind === 'separator') return { kind: 'separator' };
    const caption = entry.caption ?? '';
    if (entry.kind === 'submenu')
      return { kind: 'submenu', caption, items: scriptItems(entry.entries ?? [], run) };
    return { kind: 'item', caption, choose: () => run(entry.functionName ?? '', caption) };
  });
}

const item = (caption: string, choose: () => void, disabled = false): MenuItem => ({
  kind: 'item',
  caption,
  choose,
  disabled,
});
const LINE: MenuItem = { kind: 'separator' };

function editItems(page: SheetCommands): MenuItem[] {
  const { rows, columns } = page.selection();
  const none = rows[0] === undefined || columns[0] === undefined;
  const firstRow = rows[0] ?? 0;
  const lastRow = rows.at(-1) ?? 0;
  const firstColumn = columns[0] ?? 0;
  const count = columns.length;
  const many = rows.length > 1 ? `${rows.length.toLocaleString('en-US')} rows` : 'row';
  const deleteRows = async (): Promise<void> => {
    const said = await ask({
      title: `Delete ${rows.length > 1 ? many : `row ${firstRow + 1}`}?`,
      text: 'The rows below move up.',
      yes: 'Delete',
    });
    if (said === undefined) return;
    for (const [start, end] of stretches(rows).reverse())
      if (!(await page.act({ do: 'delete rows', at: start, count: end - start }))) return;
  };
  const deleteColumns = async (): Promise<void> => {
    const said = await ask({
      title: `Delete ${count > 1 ? `${count} columns` : `the column ${page.selectedColumn()?.title ?? ''}`}?`,
      text: 'Everything in it goes with it.',
      yes: 'Delete',
    });
    if (said !== undefined) await page.act({ do: 'delete columns', at: firstColumn, count });
  };
  const area = { startColumn: firstColumn, endColumn: (columns.at(-1) ?? 0) + 1 };
  const colours = (['yellow', 'green', 'none'] as const).map((colour) =>
    item(
      colour === 'none' ? 'No colour' : colour === 'green' ? 'Green' : 'Yellow',
      () => {
        for (const [startRow, endRow] of stretches(rows))
          void page.act({ do: 'colour', colour, startRow, endRow, ...area });
      },
      none,
    ),
  );
  return [
    item('Undo my last action', () => void page.act({ do: 'undo' }), !page.mayUndo),
    LINE,
    item('Clear the selected cells', () => page.clear(), none),
    LINE,
    item('Insert a row above', () => void page.act({ do: 'insert rows', at: firstRow, count: 1 }), none),
    item('Insert a row below', () => void page.act({ do: 'insert rows', at: lastRow + 1, count: 1 }), none),
    item(`Delete the ${many}`, () => void deleteRows(), none),
    LINE,
    item(
      'Insert a column to the left',
      () => void page.act({ do: 'insert columns', at: firstColumn, count: 1 }),
      none,
    ),
    item(
      'Insert a column to the right',
      () => void page.act({ do: 'insert columns', at: (columns.at(-1) ?? 0) + 1, count: 1 }),
      none,
    ),
    item(count > 1 ? `Delete the ${count} columns` : 'Delete the column', () => void deleteColumns(), none),
    item(
      count > 1 ? `Hide the ${count} columns` : 'Hide the column',
      () => void page.act({ do: 'hide columns', at: firstColumn, count }),
      none,
    ),
    item('Show all columns', () => void page.act({ do: 'show all columns' })),
    LINE,
    { kind: 'group', caption: 'Colour of the selected cells', items: colours },
  ];
}

/** Sorting, filtering and renaming of one column. */
export function columnMenuItems(page: SheetCommands, column: ColumnView | undefined): MenuItem[] {
  if (!column) return [item('Select a cell first', () => undefined, true)];
  const name = column.title || column.letter;
  const { seen } = page;
  const others = seen.filters.filter((filter) => filter.column !== column.index);
  const sortTab = async (down: boolean): Promise<void> => {
    const said = await ask({
      title: `Sort the whole tab by ${name}?`,
      text: 'This moves the rows of the tab itself, for everybody who works with it.',
      yes: 'Sort the tab',
    });
    if (said !== undefined) await page.act({ do: 'sort', column: column.index, down });
  };
  const own: MenuItem = {
    kind: 'group',
    caption: `${name}: only what you see`,
    items: [
      item('Sort A to Z', () => page.see({ ...seen, sort: { column: column.index, down: false } })),
      item('Sort Z to A', () => page.see({ ...seen, sort: { column: column.index, down: true } })),
      item('Filter…', () => void askFilter(page, column, others)),
      ...(seen.sort || seen.filters.length > 0 || seen.find
        ? [item('Show all rows as they stand', () => page.see({ ...noWish(), find: seen.find }))]
        : []),
    ],
  };
  if (!page.mayEdit) return [own];
  const rename = async (): Promise<void> => {
    const title = await ask({
      title: `Rename the column ${name}`,
      label: 'Header',
      value: column.title,
      yes: 'Rename',
    });
    if (title !== undefined && title !== column.title) page.editHeader(column, title);
  };
  const all: MenuItem = {
    kind: 'group',
    caption: `${name}: for everybody`,
    items: [
      item('Sort the tab A to Z…', () => void sortTab(false)),
      item('Sort the tab Z to A…', () => void sortTab(true)),
      item(
        'Move the column left',
        () => void page.act({ do: 'move column', from: column.index, to: column.index - 1 }),
        column.index === 0,
      ),
      item(
        'Move the column right',
        () => void page.act({ do: 'move column', from: column.index, to: column.index + 2 }),
      ),
      ...(page.headers > 0 ? [item('Rename the column…', () => void rename())] : []),
    ],
  };
  return [own, LINE, all];
}

async function askFilter(page: SheetCommands, column: ColumnView, others: Wish['filters']): Promise<void> {
  const name = column.title || column.letter;
  const now = page.seen.filters.find((filter) => filter.column === column.index);
  const { values } = column.rule ?? {};
  const said = await ask(
    values
      ? {
          title: `Filter by ${name}`,
          label: 'Show only rows with',
          choices: [
            ['*', 'anything'],
            ['', 'nothing (empty cells)'],
            ...values.map((value) => [value, value] as const),
          ],
          value: now?.is ?? '*',
          yes: 'Filter',
        }
      : {
          title: `Filter by ${name}`,
          label: 'Show only rows that contain',
          value: now?.has ?? '',
          yes: 'Filter',
        },
  );
  if (said === undefined) return;
  const filter = values
    ? said === '*'
      ? []
      : [{ column: column.index, is: said }]
    : said === ''
      ? []
      : [{ column: column.index, has: said }];
  page.see({ ...page.seen, filters: [...others, ...filter] });
}

function tabItems(page: SheetCommands): MenuItem[] {
  const { front } = page;
  const name = front?.title ?? '';
  const add = async (): Promise<void> => {
    const title = await ask({ title: 'Add a tab', label: 'Name of the tab', value: '', yes: 'Add' });
    if (title) await page.act({ do: 'add tab', title });
  };
  const rename = async (): Promise<void> => {
    const title = await ask({
      title: `Rename the tab ${name}`,
      label: 'Name of the tab',
      value: name,
      yes: 'Rename',
    });
    if (title && title !== name) await page.act({ do: 'rename tab', title });
  };
  const remove = async (): Promise<void> => {
    const said = await ask({
      title: `Delete the tab ${name}?`,
      text: 'Everything in it goes with it.',
      yes: 'Delete',
    });
    if (said !== undefined) await page.act({ do: 'delete tab' });
  };
  return [
    item('Add a tab…', () => void add()),
    item(`Rename ${name}…`, () => void rename()),
    item(`Copy ${name}`, () => void page.act({ do: 'copy tab' })),
    item(`Move ${name} to the front`, () => void page.act({ do: 'move tab', to: 0 })),
    item(`Delete ${name}…`, () => void remove()),
  ];
}
