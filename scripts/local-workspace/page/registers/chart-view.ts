// A chart of a tab as the page draws it: the names and numbers that its ranges hold now.

import { clip, openArea } from '../../services/sheets/a1.ts';
import type { Book } from '../../services/sheets/book.ts';
import type { BasicSeries, Chart, ChartData } from '../../services/sheets/chart-schemas.ts';
import { USUAL_SIZE } from '../../services/sheets/charts.ts';
import { hexOf } from '../../services/sheets/colors.ts';
import type { Calculator } from '../../services/sheets/formulas/calculate.ts';
import type { SheetRecord } from '../../services/sheets/model.ts';
import type { Color } from '../../services/sheets/schemas.ts';
import { displayAt } from '../../services/sheets/values.ts';

export interface SeriesView {
  readonly name: string;
  readonly kind: 'bar' | 'line' | 'area';
  readonly color: string;
  readonly dashed: boolean;
  /** What the cells show, for the table beside the picture. */
  readonly texts: readonly string[];
  /** null where a cell holds no number. */
  readonly values: readonly (number | null)[];
}

export interface ChartView {
  readonly chartId: number;
  readonly title: string;
  readonly subtitle: string;
  readonly altText: string;
  /** Bars lie down. */
  readonly lies: boolean;
  readonly stacked: 'no' | 'yes' | 'percent';
  readonly legend: boolean;
  /** The number, or the sum of a stack, stands at its end. */
  readonly labels: boolean;
  readonly height: number;
  readonly domain: string;
  readonly categories: readonly string[];
  readonly series: readonly SeriesView[];
}

interface CellSeen {
  readonly text: string;
  readonly value: unknown;
}

/** Used in turn for series without a colour of their own. */
const COLORS = ['#4285f4', '#ea4335', '#fbbc04', '#34a853'];

/** The charts of a tab, as they stand from the top down. */
export function chartViews(book: Book, calculator: Calculator, { charts = [] }: SheetRecord): ChartView[] {
  const top = ({ position: { anchorCell = {} } }: Chart) =>
    (anchorCell.rowIndex ?? 0) * 1000 + (anchorCell.columnIndex ?? 0);
  return [...charts].sort((a, b) => top(a) - top(b)).map((chart) => chartView(book, calculator, chart));
}

function chartView(book: Book, calculator: Calculator, { chartId, spec, position }: Chart): ChartView {
  const basic: Partial<NonNullable<typeof spec.basicChart>> = spec.basicChart ?? {};
  const { chartType = 'COLUMN' } = basic;
  const all =
    spec.hiddenDimensionStrategy === 'SHOW_ALL' || spec.hiddenDimensionStrategy === 'SKIP_HIDDEN_COLUMNS';
  const read = (data: ChartData | undefined) => cellsOf(book, calculator, data, all);
  const domain = read(basic.domains?.[0]?.domain);
  const given = basic.series ?? [];
  const columns = given.map(({ series }) => read(series));
  const headers = basic.headerCount ?? (columns.every(([first]) => typeof first?.value === 'string') ? 1 : 0);
  const bodies = columns.map((cells) => cells.slice(headers));
  const names = domain.slice(headers);
  // Empty lines at the end are no part of the picture.
  const rows = Math.max(
    0,
    ...[names, ...bodies].map((cells) => cells.findLastIndex(({ text }) => text !== '') + 1),
  );
  return {
    chartId,
    title: spec.title ?? '',
    subtitle: spec.subtitle ?? '',
    altText: spec.altText ?? '',
    lies: chartType === 'BAR',
    stacked:
      basic.stackedType === 'STACKED' ? 'yes' : basic.stackedType === 'PERCENT_STACKED' ? 'percent' : 'no',
    legend: basic.legendPosition !== 'NO_LEGEND',
    labels:
      basic.totalDataLabel?.type === 'DATA' || given.some(({ dataLabel }) => dataLabel?.type === 'DATA'),
    height: position.heightPixels ?? USUAL_SIZE.heightPixels,
    domain: headers > 0 ? (domain[0]?.text ?? '') : '',
    categories: Array.from({ length: rows }, (_, row) => names[row]?.text ?? ''),
    series: given.map((one, place) => ({
      name: headers > 0 ? (columns[place]?.[0]?.text ?? '') : `Series ${place + 1}`,
      kind: kindOf(one.type ?? chartType),
      color: colorOf(one) ?? (COLORS[place % COLORS.length] as string),
      dashed: /DASHED|DOTTED/.test(one.lineStyle?.type ?? ''),
      texts: Array.from({ length: rows }, (_, row) => bodies[place]?.[row]?.text ?? ''),
      values: Array.from({ length: rows }, (_, row) => {
        const value = bodies[place]?.[row]?.value;
        return typeof value === 'number' ? value : null;
      }),
    })),
  };
}

const kindOf = (type: string): SeriesView['kind'] =>
  type === 'LINE' ? 'line' : type === 'AREA' ? 'area' : 'bar';

function colorOf({ color, colorStyle }: BasicSeries): string | undefined {
  const given: Color | undefined = colorStyle?.rgbColor ?? color;
  return given && hexOf(given);
}

/** The cells of a series one after the other, but for those in hidden rows where the chart leaves them out. */
function cellsOf(
  book: Book,
  calculator: Calculator,
  data: ChartData | undefined,
  hidden: boolean,
): CellSeen[] {
  return (data?.sourceRange?.sources ?? []).flatMap((range) => {
    const sheet = book.record.sheets.find(({ sheetId }) => sheetId === (range.sheetId ?? 0));
    if (!sheet) return [];
    const area = clip(openArea(range), sheet);
    const cells: CellSeen[] = [];
    for (let row = area.startRow; row < area.endRow; row++) {
      if (!hidden && sheet.rows[row]?.hiddenByUser) continue;
      for (let column = area.startColumn; column < area.endColumn; column++)
        cells.push({
          text: displayAt(book, calculator, sheet, row, column),
          value: calculator.value(sheet, row, column),
        });
    }
    return cells;
  });
}
