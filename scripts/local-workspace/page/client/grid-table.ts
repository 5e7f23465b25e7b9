// Sets Tabulator up as a spreadsheet's grid.

import {
  type CellComponent,
  type ColumnDefinition,
  EditModule,
  FormatModule,
  FrozenColumnsModule,
  InteractionModule,
  KeybindingsModule,
  ResizeColumnsModule,
  ResizeTableModule,
  Tabulator,
  TooltipModule,
} from 'tabulator-tables';
import { QuickRangesModule } from './quick-ranges.ts';

Tabulator.registerModule([
  EditModule,
  FormatModule,
  FrozenColumnsModule,
  InteractionModule,
  KeybindingsModule,
  ResizeColumnsModule,
  ResizeTableModule,
  QuickRangesModule,
  TooltipModule,
]);

/** A row of the grid: the number of its row in the spreadsheet, from 0. Cells are looked up when they are drawn. */
export interface RowData {
  readonly r: number;
}

export const rowsOf = (numbers: readonly number[]): RowData[] => numbers.map((r) => ({ r }));

export function makeTable(
  element: HTMLElement,
  rows: RowData[],
  columns: ColumnDefinition[],
  rowHeight = 34,
): Tabulator {
  const options = {
    height: '100%',
    data: rows,
    index: 'r',
    columns,
    rowHeader: {
      field: 'r',
      title: '#',
      width: 52,
      minWidth: 40,
      frozen: true,
      resizable: false,
      cssClass: 'row-number',
      formatter: (cell: CellComponent) => String((cell.getData() as RowData).r + 1),
    },
    columnDefaults: { resizable: 'header', minWidth: 60 },
    // Tab leaves the grid, so that nobody is caught in it.
    keybindings: { navPrev: false, navNext: false },
    rowHeight,
    selectableRange: 1,
    selectableRangeColumns: true,
    selectableRangeRows: true,
    selectableRangeAutoFocus: false,
    editTriggerEvent: 'dblclick',
    nestedFieldSeparator: false,
    placeholder: 'No row matches.',
    popupContainer: element.parentElement,
    layout: 'fitData',
    layoutColumnsOnNewData: false,
  };
  // The published types lag behind the options that Tabulator has.
  return new Tabulator(element, options as unknown as ConstructorParameters<typeof Tabulator>[1]);
}
