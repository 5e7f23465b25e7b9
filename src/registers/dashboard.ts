// What a Dashboard is: blocks of cells whose figures are formulas over the registers, and charts that draw the blocks.

/** How the cells of a row look. */
export type RowLook =
  | 'title'
  | 'note'
  | 'label'
  | 'figure'
  | 'heading'
  | 'header'
  | 'line'
  | 'day'
  | 'month'
  | 'date';

/**
 * A cell: its text, or a formula that begins with `=`. In a formula `{members.standing}` is that column of a register
 * below its heading, and `{B3}` a cell of the same block, counted from the block's own first cell.
 */
export type DashboardCell = string | null;

export interface DashboardRow {
  look: RowLook;
  cells: readonly DashboardCell[];
}

export interface Block {
  /** Also the end of the name that its cells have in the spreadsheet, by which they are found again. */
  name: string;
  /** Where it comes first, counted from 0. */
  row: number;
  rows: readonly DashboardRow[];
}

export interface ChartSeries {
  /** Column of the block, counted from 0. */
  column: number;
  colour: `#${string}`;
  /** In a combined chart. */
  type?: 'AREA' | 'LINE';
  dashed?: boolean;
}

export interface DashboardChart {
  chartId: number;
  block: string;
  title: string;
  subtitle: string;
  /** For whoever cannot see it. */
  altText: string;
  type: 'BAR' | 'COLUMN' | 'COMBO';
  stacked?: boolean;
  /** The row of the block with the names of the series, counted from 0; all rows below it are drawn. */
  header: number;
  series: readonly ChartSeries[];
  heightPixels: number;
}

export interface Dashboard {
  /** As sentences name it. */
  name: string;
  tab: string;
  /** The id that Set up gives a new tab. */
  sheetId: number;
  /** Widths in pixels; the charts stand at the right of the last one. */
  widths: readonly number[];
  rowCount: number;
  blocks: readonly Block[];
  charts: readonly DashboardChart[];
}

/** The name of a block's cells in the spreadsheet. */
export const nameOf = ({ name }: Block): string => `Dashboard_${name}`;

export const widthOf = ({ rows }: Block): number => Math.max(...rows.map(({ cells }) => cells.length));
