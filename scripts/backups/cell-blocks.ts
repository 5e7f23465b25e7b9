// The cells of some rows as a backup keeps them: what they hold cell by cell, and each way of looking only once.

import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';

type CellData = sheets_v4.Schema$CellData;
type Size = sheets_v4.Schema$DimensionProperties;

/** Equal neighbours, written once. */
export interface Run<T> {
  readonly times: number;
  readonly of: T;
}

export interface PackedCell {
  /** Its place in the list of looks. */
  readonly look: number;
  readonly value?: sheets_v4.Schema$ExtendedValue;
  /** What its formula gave. */
  readonly result?: sheets_v4.Schema$ExtendedValue;
  readonly note?: string;
  /** Formats of parts of its text. */
  readonly textFormatRuns?: sheets_v4.Schema$TextFormatRun[];
}

export interface Block {
  /** Of the tab, counted from 0. */
  readonly startRow: number;
  /** Formats together with rules of validation. */
  readonly looks: readonly Pick<CellData, 'userEnteredFormat' | 'dataValidation'>[];
  readonly rows: readonly Run<readonly PackedCell[]>[];
  readonly rowSizes: readonly Run<Size>[];
  readonly columnSizes: readonly Run<Size>[];
}

/** @param grid as Google answers it */
export function packBlock(startRow: number, grid: sheets_v4.Schema$GridData): Block {
  const places = new Map<string, number>();
  const looks: Block['looks'][number][] = [];
  const placeOf = ({ userEnteredFormat, dataValidation }: CellData): number => {
    const look = {
      ...(userEnteredFormat ? { userEnteredFormat } : {}),
      ...(dataValidation ? { dataValidation } : {}),
    };
    const text = JSON.stringify(look);
    const known = places.get(text) ?? looks.push(look) - 1;
    places.set(text, known);
    return known;
  };
  const packed = (cell: CellData): PackedCell => {
    const { userEnteredValue: value, effectiveValue: result, note, textFormatRuns } = cell;
    return {
      look: placeOf(cell),
      ...(value ? { value } : {}),
      ...(value?.formulaValue && result ? { result } : {}),
      ...(note ? { note } : {}),
      ...(textFormatRuns ? { textFormatRuns } : {}),
    };
  };
  const rows = (grid.rowData ?? []).map(({ values = [] }) => values.map(packed));
  return {
    startRow,
    looks,
    rows: runsOf(rows),
    rowSizes: runsOf(grid.rowMetadata ?? []),
    columnSizes: runsOf(grid.columnMetadata ?? []),
  };
}

/** Items that are equal as JSON count as the same. */
export function runsOf<T>(items: readonly T[]): Run<T>[] {
  const runs: { times: number; of: T }[] = [];
  let before: string | undefined;
  for (const item of items) {
    const text = JSON.stringify(item);
    const last = runs.at(-1);
    if (last && text === before) last.times++;
    else runs.push({ times: 1, of: item });
    before = text;
  }
  return runs;
}

/** All rows of a block one by one, with their place in the tab, counted from 0. */
export function* rowsOf({ startRow, rows }: Block): Iterable<readonly [number, readonly PackedCell[]]> {
  let row = startRow;
  for (const { times, of } of rows) for (let time = 0; time < times; time++) yield [row++, of];
}
