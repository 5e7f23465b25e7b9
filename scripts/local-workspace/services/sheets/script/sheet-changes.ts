// What scripts change in a tab: rows and columns come and go at once; contents, widths and what is hidden wait in the buffer.

import { invalid } from '../../../kernel/errors.ts';
import { ServiceObject, type Signatures } from '../../../script/service.ts';
import { colorOf } from '../colors.ts';
import type { Draft } from '../draft.ts';
import type { SheetRecord } from '../model.ts';
import { enterValues } from './entering.ts';
import { Range } from './range.ts';
import type { ClearOptions } from './range-writes.ts';
import { request } from './request.ts';
import type { Workbook } from './workbook.ts';

type Dimension = 'ROWS' | 'COLUMNS';

/** Methods that insert: the dimension, and how far after the given position the new ones begin. */
const INSERTS = {
  insertRowBefore: ['ROWS', -1],
  insertRowsBefore: ['ROWS', -1],
  insertRowAfter: ['ROWS', 0],
  insertRowsAfter: ['ROWS', 0],
  insertRows: ['ROWS', -1],
  insertColumnBefore: ['COLUMNS', -1],
  insertColumnsBefore: ['COLUMNS', -1],
  insertColumnAfter: ['COLUMNS', 0],
  insertColumnsAfter: ['COLUMNS', 0],
  insertColumns: ['COLUMNS', -1],
} as const satisfies Record<string, readonly [Dimension, number]>;

const DELETES = {
  deleteRow: 'ROWS',
  deleteRows: 'ROWS',
  deleteColumn: 'COLUMNS',
  deleteColumns: 'COLUMNS',
} as const satisfies Record<string, Dimension>;

/** Methods that set a property of some rows or columns: the dimension, and the property with its value if it is fixed. */
const SPANS = {
  setColumnWidth: ['COLUMNS', 'pixelSize'],
  setColumnWidths: ['COLUMNS', 'pixelSize'],
  setRowHeight: ['ROWS', 'pixelSize'],
  setRowHeights: ['ROWS', 'pixelSize'],
  hideColumns: ['COLUMNS', 'hiddenByUser', true],
  showColumns: ['COLUMNS', 'hiddenByUser', false],
  hideRows: ['ROWS', 'hiddenByUser', true],
  showRows: ['ROWS', 'hiddenByUser', false],
} as const satisfies Record<string, readonly [Dimension, string, boolean?]>;

const ONE = 'Integer';
const TWO = 'Integer, Integer';

export class ChangeableSheet extends ServiceObject {
  static override readonly serviceName = 'Sheet';
  static override readonly signatures: Signatures = {
    ...Object.fromEntries(
      [...Object.keys(INSERTS), ...Object.keys(DELETES)].map((name) => [
        name,
        /(Row|Column)(Before|After)?$/.test(name)
          ? [ONE]
          : /^insert(Rows|Columns)$/.test(name)
            ? [ONE, TWO]
            : [TWO],
      ]),
    ),
    ...Object.fromEntries(
      Object.entries(SPANS).map(([name, [, property]]) => [
        name,
        property === 'hiddenByUser' ? [ONE, TWO] : name.endsWith('s') ? ['Integer, Integer, Integer'] : [TWO],
      ]),
    ),
    appendRow: ['Object[]'],
    autoResizeColumn: [ONE],
    autoResizeColumns: [TWO],
    autoResizeRows: [TWO],
    clear: ['', 'Object'],
    clearContents: [''],
    clearFormats: [''],
    clearNotes: [''],
    sort: [ONE, 'Integer, Boolean'],
    setName: ['String'],
    setTabColor: ['String'],
    setFrozenRows: [ONE],
    setFrozenColumns: [ONE],
    hideSheet: [''],
    showSheet: [''],
  };

  constructor(
    readonly workbook: Workbook,
    readonly sheetId: number,
  ) {
    super();
  }

  record(method: string): SheetRecord {
    return this.workbook.sheet(this.sheetId, `Sheet.${method}`);
  }

  /** A remote call that changes the tab. */
  now<T>(method: string, work: (draft: Draft) => T): T {
    const { workbook } = this;
    return workbook.change(`Sheet.${method}`, () =>
      workbook.engine.write(workbook.caller, workbook.spreadsheetId, work),
    );
  }

  private later(write: (draft: Draft) => void): this {
    this.workbook.buffer(write);
    return this;
  }

  /** Adds a row below the last one with content; the tab grows when there is no room. */
  appendRow(values: unknown[]): this {
    if (values.length === 0) throw invalid('Invalid argument: rowContents');
    this.now('appendRow', (draft) => {
      const startRow = draft.lastDataRow(draft.sheet(this.sheetId));
      const area = { startRow, endRow: startRow + 1, startColumn: 0, endColumn: values.length };
      const { grid } = draft.sheet(this.sheetId);
      draft.resize(this.sheetId, {
        rowCount: Math.max(grid.rowCount, area.endRow),
        columnCount: Math.max(grid.columnCount, area.endColumn),
      });
      enterValues(draft, this.sheetId, area, (_, column) => values[column]);
    });
    return this;
  }

  /** So many rows or columns, from a place that is counted from 0. */
  private stretch(dimension: Dimension, startIndex: number, count: number) {
    return { sheetId: this.sheetId, dimension, startIndex, endIndex: startIndex + count };
  }

  insert(method: string, dimension: Dimension, at: number, count: number): this {
    const size = sizeOf(this.record(method), dimension);
    if (count < 1 || at < 0 || at > size) throw outOfBounds(dimension);
    this.now(method, (draft) =>
      request(draft, {
        insertDimension: {
          range: this.stretch(dimension, at, count),
          inheritFromBefore: at > 0 && method.endsWith('After'),
        },
      }),
    );
    return this;
  }

  remove(method: string, dimension: Dimension, position: number, count: number): void {
    const record = this.record(method);
    const size = sizeOf(record, dimension);
    if (position < 1 || count < 1 || position - 1 + count > size) throw outOfBounds(dimension);
    const { frozenRowCount, frozenColumnCount } = record.grid;
    const frozen = dimension === 'ROWS' ? frozenRowCount : frozenColumnCount;
    const first = Math.max(position - 1, frozen);
    if (position - 1 + count - first >= size - frozen)
      throw invalid(`Sorry, it is not possible to delete all non-frozen ${dimension.toLowerCase()}.`);
    this.now(method, (draft) =>
      request(draft, {
        deleteDimension: {
          range: this.stretch(dimension, position - 1, count),
        },
      }),
    );
  }

  /** Widths, heights and hiding; a position from 1. */
  span(dimension: Dimension, position: number, count: number, property: string, value: unknown): this {
    const range = this.stretch(dimension, position - 1, count);
    return this.later((draft) => {
      request(draft, {
        updateDimensionProperties: { range, properties: { [property]: value }, fields: property },
      });
    });
  }
  autoResizeColumn(column: number): this {
    return this.autoResize('COLUMNS', column, 1);
  }
  autoResizeColumns(column: number, count: number): this {
    return this.autoResize('COLUMNS', column, count);
  }
  autoResizeRows(row: number, count: number): this {
    return this.autoResize('ROWS', row, count);
  }
  private autoResize(dimension: Dimension, position: number, count: number): this {
    const dimensions = this.stretch(dimension, position - 1, count);
    return this.later((draft) => {
      request(draft, { autoResizeDimensions: { dimensions } });
    });
  }

  clear(options?: ClearOptions): this {
    this.all('clear').clear(options);
    return this;
  }
  clearContents(): this {
    this.all('clearContents').clearContent();
    return this;
  }
  clearFormats(): this {
    this.all('clearFormats').clearFormat();
    return this;
  }
  clearNotes(): this {
    this.all('clearNotes').clearNote();
    return this;
  }
  /** Sorts the rows below the frozen ones. */
  sort(column: number, ascending = true): this {
    const { frozenRowCount } = this.record('sort').grid;
    const { area } = this.all('sort');
    new Range(this.workbook, this.sheetId, { ...area, startRow: frozenRowCount }).sort({ column, ascending });
    return this;
  }
  private all(method: string): Range {
    const { rowCount, columnCount } = this.record(method).grid;
    const area = { startRow: 0, endRow: rowCount, startColumn: 0, endColumn: columnCount };
    return new Range(this.workbook, this.sheetId, area);
  }

  setName(title: string): this {
    return this.property('setName', 'title', { title });
  }
  setTabColor(color: string | null): this {
    return this.property('setTabColor', 'tabColorStyle', {
      tabColorStyle: color === null ? undefined : { rgbColor: colorOf(color) },
    });
  }
  setFrozenRows(rows: number): void {
    this.property('setFrozenRows', 'gridProperties.frozenRowCount', {
      gridProperties: { frozenRowCount: rows },
    });
  }
  setFrozenColumns(columns: number): void {
    this.property('setFrozenColumns', 'gridProperties.frozenColumnCount', {
      gridProperties: { frozenColumnCount: columns },
    });
  }
  hideSheet(): this {
    return this.property('hideSheet', 'hidden', { hidden: true });
  }
  showSheet(): this {
    return this.property('showSheet', 'hidden', { hidden: false });
  }
  /** A property of the tab is changed at once: others ask for it by name. */
  private property(method: string, fields: string, properties: Readonly<Record<string, unknown>>): this {
    this.now(method, (draft) =>
      request(draft, {
        updateSheetProperties: { properties: { sheetId: this.sheetId, ...properties }, fields },
      }),
    );
    return this;
  }
}

const sizeOf = ({ grid }: SheetRecord, dimension: Dimension): number =>
  dimension === 'ROWS' ? grid.rowCount : grid.columnCount;
const outOfBounds = (dimension: Dimension) => invalid(`Those ${dimension.toLowerCase()} are out of bounds.`);

const define = (name: string, value: (this: ChangeableSheet, ...args: number[]) => unknown): void => {
  Object.defineProperty(ChangeableSheet.prototype, name, { value });
};
for (const [name, [dimension, after]] of Object.entries(INSERTS)) {
  define(name, function (position = 1, count = 1) {
    return this.insert(name, dimension, position + after, count);
  });
}
for (const [name, dimension] of Object.entries(DELETES)) {
  define(name, function (position = 1, count = 1) {
    this.remove(name, dimension, position, count);
    return name.endsWith('s') ? undefined : this;
  });
}
for (const [name, [dimension, property, fixed]] of Object.entries(SPANS)) {
  define(name, function (position = 1, ...rest) {
    const [value, count = 1] =
      fixed === undefined ? [rest.at(-1), rest.length > 1 ? rest[0] : 1] : [fixed, rest[0]];
    return this.span(dimension, position, count, property, value);
  });
}
