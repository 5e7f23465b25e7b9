// Turns the definition of a chart into what the Sheets API draws.

import type { Block, Dashboard, DashboardChart } from './dashboard.ts';

type Spec = GoogleAppsScript.Sheets.Schema.ChartSpec;
type EmbeddedChart = GoogleAppsScript.Sheets.Schema.EmbeddedChart;

/** Where a block stands: its tab, and its first cell counted from 0. */
export interface Place {
  sheetId: number;
  row: number;
  column: number;
}

const WIDTH = 600;
const INK = { red: 0.2, green: 0.2, blue: 0.2 };

export function colour(hex: `#${string}`): GoogleAppsScript.Sheets.Schema.Color {
  const part = (at: number) => Number.parseInt(hex.slice(at, at + 2), 16) / 255;
  return { red: part(1), green: part(3), blue: part(5) };
}

/** The chart at the right of its block. */
export function chartAt(
  chart: DashboardChart,
  { widths }: Dashboard,
  block: Block,
  place: Place,
): EmbeddedChart {
  const { sheetId, row, column } = place;
  const anchorCell = { sheetId, rowIndex: row, columnIndex: column + widths.length };
  const { chartId, heightPixels } = chart;
  const overlayPosition = { anchorCell, widthPixels: WIDTH, heightPixels };
  return { chartId, spec: specOf(chart, block, place), position: { overlayPosition } };
}

export function specOf(chart: DashboardChart, block: Block, { sheetId, row, column }: Place): Spec {
  const { type, title, subtitle, altText, stacked, header, series } = chart;
  const source = (place: number) => ({
    sourceRange: {
      sources: [
        {
          sheetId,
          startRowIndex: row + header,
          endRowIndex: row + block.rows.length,
          startColumnIndex: column + place,
          endColumnIndex: column + place + 1,
        },
      ],
    },
  });
  const targetAxis = type === 'BAR' ? 'BOTTOM_AXIS' : 'LEFT_AXIS';
  return {
    title,
    subtitle,
    altText,
    // Somebody who hides rows of the tables still sees the whole chart.
    hiddenDimensionStrategy: 'SHOW_ALL',
    basicChart: {
      chartType: type,
      legendPosition: series.length > 1 ? 'BOTTOM_LEGEND' : 'NO_LEGEND',
      headerCount: 1,
      ...(stacked ? { stackedType: 'STACKED' } : {}),
      ...(stacked && type === 'BAR'
        ? { totalDataLabel: { type: 'DATA', textFormat: { foregroundColor: INK } } }
        : {}),
      domains: [{ domain: source(0) }],
      series: series.map(({ column: place, colour: hex, type: kind, dashed }) => ({
        series: source(place),
        targetAxis,
        colorStyle: { rgbColor: colour(hex) },
        ...(kind ? { type: kind } : {}),
        ...(dashed ? { lineStyle: { type: 'MEDIUM_DASHED', width: 3 } } : {}),
        ...(series.length === 1 ? { dataLabel: { type: 'DATA', textFormat: { foregroundColor: INK } } } : {}),
      })),
    },
  };
}
