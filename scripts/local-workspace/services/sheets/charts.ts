// What happens to charts when cells move or go: their sources and their places go along.

import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import type { Chart, ChartData, ChartSpec } from './chart-schemas.ts';
import type { GridRange } from './schemas.ts';

/** As Google makes a chart that comes without a size. */
export const USUAL_SIZE = { widthPixels: 600, heightPixels: 371 };

/** A chart's definition with each source where it is now; what has lost all its cells is left out. */
export function mapSources(spec: ChartSpec, move: (range: GridRange) => GridRange | undefined): ChartSpec {
  const { basicChart } = spec;
  if (!basicChart) return spec;
  const moved = (data: ChartData | undefined): ChartData | undefined => {
    const sources = data?.sourceRange?.sources.flatMap((range) => move(range) ?? []);
    return sources && sources.length > 0 ? { sourceRange: { sources } } : undefined;
  };
  const domains = basicChart.domains?.flatMap(({ domain }) => {
    const left = moved(domain);
    return left ? [{ domain: left }] : [];
  });
  const series = basicChart.series?.flatMap((one) => {
    const left = moved(one.series);
    return left ? [{ ...one, series: left }] : [];
  });
  return {
    ...spec,
    basicChart: { ...basicChart, ...(domains ? { domains } : {}), ...(series ? { series } : {}) },
  };
}

/** The ranges that a definition draws from. */
export function sourcesOf({ basicChart }: ChartSpec): readonly GridRange[] {
  const data = [
    ...(basicChart?.domains ?? []).map(({ domain }) => domain),
    ...(basicChart?.series ?? []).map(({ series }) => series),
  ];
  return data.flatMap((one) => one?.sourceRange?.sources ?? []);
}

/** A chart as the API answers it: what is zero is left out, a series' colour stands twice. */
export function chartJson({ chartId, spec, position }: Chart): sheets_v4.Schema$EmbeddedChart {
  const { basicChart } = spec;
  const colours = basicChart?.series?.map((one) => {
    const rgbColor = one.colorStyle?.rgbColor ?? one.color;
    return rgbColor ? { ...one, color: rgbColor, colorStyle: { rgbColor } } : one;
  });
  const { anchorCell = {}, offsetXPixels = 0, offsetYPixels = 0, ...size } = position;
  const { sheetId = 0, rowIndex = 0, columnIndex = 0 } = anchorCell;
  return {
    chartId,
    spec: {
      ...spec,
      hiddenDimensionStrategy: spec.hiddenDimensionStrategy ?? 'SKIP_HIDDEN_ROWS_AND_COLUMNS',
      ...(basicChart ? { basicChart: { ...basicChart, ...(colours ? { series: colours } : {}) } } : {}),
    },
    position: {
      overlayPosition: {
        anchorCell: {
          ...(sheetId > 0 ? { sheetId } : {}),
          ...(rowIndex > 0 ? { rowIndex } : {}),
          ...(columnIndex > 0 ? { columnIndex } : {}),
        },
        ...(offsetXPixels === 0 ? {} : { offsetXPixels }),
        ...(offsetYPixels === 0 ? {} : { offsetYPixels }),
        ...USUAL_SIZE,
        ...size,
      },
    },
  };
}
