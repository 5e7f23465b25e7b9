// Which rows a person sees and in which order: sorting and filtering change the view only, never the spreadsheet.

import type { TabReader } from './tab-data.ts';

export interface RowWish {
  readonly sort?: { readonly column: number; readonly down: boolean };
  /** By column: text that the cell must contain, or be exactly. */
  readonly filters: readonly { readonly column: number; readonly has?: string; readonly is?: string }[];
  /** Text that some cell of the row must contain. */
  readonly find: string;
}

/** Reads `sort=3`, `sort=-3`, `find=…` and `filter=[…]` of an address. */
export function readWish(query: (name: string) => string | undefined): RowWish {
  const sort = /^(-?)(\d+)$/.exec(query('sort') ?? '');
  let filters: RowWish['filters'] = [];
  try {
    const given: unknown = JSON.parse(query('filter') ?? '[]');
    if (Array.isArray(given)) filters = given.filter((filter) => Number.isInteger(filter?.column));
  } catch {
    // An address that somebody changed by hand: as without a filter.
  }
  return {
    ...(sort ? { sort: { column: Number(sort[2]), down: sort[1] === '-' } } : {}),
    filters,
    find: (query('find') ?? '').trim().toLowerCase(),
  };
}

/** Row numbers in the order to show, or undefined for all rows as they stand. */
export function rowOrder(reader: TabReader, wish: RowWish): number[] | undefined {
  if (!wish.sort && wish.filters.length === 0 && wish.find === '') return undefined;
  const rows: number[] = [];
  const columns = reader.sheet.grid.columnCount;
  for (let row = reader.headers; row < reader.dataRows; row++) {
    if (
      wish.filters.every((filter) => fits(reader.shown(row, filter.column), filter)) &&
      (wish.find === '' || hasText(reader, row, columns, wish.find))
    ) {
      rows.push(row);
    }
  }
  return wish.sort ? sorted(reader, rows, wish.sort) : rows;
}

function fits(text: string, { has, is }: RowWish['filters'][number]): boolean {
  if (is !== undefined && text !== is) return false;
  return has === undefined || text.toLowerCase().includes(has.toLowerCase());
}

function hasText(reader: TabReader, row: number, columns: number, find: string): boolean {
  const width = Math.min(columns, reader.widthOf(row));
  for (let column = 0; column < width; column++)
    if (reader.shown(row, column).toLowerCase().includes(find)) return true;
  return false;
}

const collator = new Intl.Collator('en', { sensitivity: 'base', numeric: true });

/** As in Sheets: numbers, then texts, then ticks; empty cells last in both directions. */
function sorted(
  reader: TabReader,
  rows: number[],
  { column, down }: { column: number; down: boolean },
): number[] {
  const keyed = rows.map((row) => {
    const value = reader.sortValue(row, column);
    return { row, value: typeof value === 'object' ? value.text : value };
  });
  const rank = (value: unknown): number => ['number', 'string', 'boolean'].indexOf(typeof value);
  const empty = (value: unknown): boolean => value === undefined || value === '';
  const sign = down ? -1 : 1;
  keyed.sort((a, b) => {
    if (empty(a.value) || empty(b.value))
      return Number(empty(a.value)) - Number(empty(b.value)) || a.row - b.row;
    const kinds = rank(a.value) - rank(b.value);
    if (kinds !== 0) return sign * kinds;
    const by =
      typeof a.value === 'string'
        ? collator.compare(a.value, b.value as string)
        : Number(a.value) - Number(b.value);
    return sign * by || a.row - b.row;
  });
  return keyed.map(({ row }) => row);
}
