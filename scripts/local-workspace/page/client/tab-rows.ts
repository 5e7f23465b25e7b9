// The rows of the tab on show: which there are and in which order, and their cells, fetched in pieces as they come into view.

import type { CellDetails, CellView, TabView } from '../registers/tab-data.ts';
import { getJson, postJson } from './requests.ts';

export interface TabAnswer extends TabView {
  readonly spareRows: number;
  readonly order: readonly number[] | null;
  readonly cells: readonly [number, ...CellView[]][];
}

/** How a person wants to see the rows; it changes nothing in the spreadsheet. */
export interface Wish {
  sort?: { column: number; down: boolean };
  filters: { column: number; has?: string; is?: string }[];
  find: string;
}

export const noWish = (): Wish => ({ filters: [], find: '' });
export const isPlain = (wish: Wish): boolean => !wish.sort && wish.filters.length === 0 && wish.find === '';

export const details = (cell: CellView | undefined): CellDetails =>
  typeof cell === 'object' ? cell : { t: cell ?? '' };

/** Row numbers as stretches without gaps: first row, and one beyond the last. */
export function stretches(rows: readonly number[]): [number, number][] {
  const found: [number, number][] = [];
  for (const row of [...rows].sort((a, b) => a - b)) {
    const last = found.at(-1);
    if (last && last[1] === row) last[1] = row + 1;
    else found.push([row, row + 1]);
  }
  return found;
}

/** Rows fetched around those in view. */
const AROUND = 60;

export class TabRows {
  /** Row numbers in the order on show. */
  order: number[] = [];
  /** Cells by row number. */
  private cells = new Map<number, CellView[]>();
  /** Rows whose cells are as fresh as the last answer. */
  private fresh = new Set<number>();

  constructor(
    readonly spreadsheetId: string,
    readonly sheetId: number,
  ) {}

  private get address(): string {
    return `/local/spreadsheets/${encodeURIComponent(this.spreadsheetId)}/tabs/${this.sheetId}`;
  }

  /** Asks for the tab anew; cells that are known stay until their row is in view again. */
  async load(wish: Wish): Promise<TabAnswer> {
    const query = new URLSearchParams();
    if (wish.sort) query.set('sort', `${wish.sort.down ? '-' : ''}${wish.sort.column}`);
    if (wish.filters.length > 0) query.set('filter', JSON.stringify(wish.filters));
    if (wish.find !== '') query.set('find', wish.find);
    const answer = await getJson<TabAnswer>(`${this.address}?${query}`);
    this.fresh.clear();
    this.keep(answer.cells);
    const last = Math.min(answer.rowCount, answer.dataRows + answer.spareRows);
    this.order = answer.order
      ? [...answer.order]
      : Array.from({ length: Math.max(0, last - answer.headers) }, (_, i) => i + answer.headers);
    return answer;
  }

  /** Fetches what is missing of the rows between two places. @returns the row numbers that came */
  async fetch(from: number, to: number): Promise<number[]> {
    const wanted = this.order
      .slice(Math.max(0, from - AROUND), to + AROUND)
      .filter((row) => !this.fresh.has(row));
    if (wanted.length === 0) return [];
    for (const row of wanted) this.fresh.add(row);
    try {
      const answer = await postJson<{ cells: [number, ...CellView[]][] }>(`${this.address}/rows`, {
        rows: wanted,
      });
      this.keep(answer.cells);
      return answer.cells.map(([row]) => row);
    } catch (error) {
      for (const row of wanted) this.fresh.delete(row);
      throw error;
    }
  }

  /** The whole text of a cell, however long. */
  async whole(row: number, column: number): Promise<CellDetails> {
    const { cell } = await getJson<{ cell: CellView }>(`${this.address}/cells/${row}/${column}`);
    return details(cell);
  }

  cell(row: number, column: number): CellDetails {
    return details(this.cells.get(row)?.[column]);
  }

  has(row: number): boolean {
    return this.cells.has(row);
  }

  private keep(cells: readonly [number, ...CellView[]][]): void {
    for (const [row, ...values] of cells) {
      this.cells.set(row, values);
      this.fresh.add(row);
    }
  }
}
