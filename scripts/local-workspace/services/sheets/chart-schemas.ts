// Embedded charts as the API gives and takes them: column, bar, line, area and combined charts over ranges of cells.

import * as z from 'zod';
import { color, colorStyle, gridCoordinate, gridRange, textFormat } from './schemas.ts';

const chartData = z.strictObject({
  sourceRange: z.strictObject({ sources: z.array(gridRange).min(1) }).optional(),
});
export type ChartData = z.infer<typeof chartData>;

const axisPosition = z.enum(['BOTTOM_AXIS', 'LEFT_AXIS', 'RIGHT_AXIS']);

const dataLabel = z.strictObject({
  type: z.enum(['NONE', 'DATA']).optional(),
  textFormat: textFormat.optional(),
  placement: z
    .enum(['CENTER', 'LEFT', 'RIGHT', 'ABOVE', 'BELOW', 'INSIDE_END', 'INSIDE_BASE', 'OUTSIDE_END'])
    .optional(),
});

const basicSeries = z.strictObject({
  series: chartData.optional(),
  targetAxis: axisPosition.optional(),
  type: z.enum(['COLUMN', 'LINE', 'AREA']).optional(),
  lineStyle: z
    .strictObject({
      width: z.int().optional(),
      type: z
        .enum([
          'INVISIBLE',
          'CUSTOM',
          'SOLID',
          'DOTTED',
          'MEDIUM_DASHED',
          'MEDIUM_DASHED_DOTTED',
          'LONG_DASHED',
        ])
        .optional(),
    })
    .optional(),
  color: color.optional(),
  colorStyle: colorStyle.optional(),
  dataLabel: dataLabel.optional(),
});
export type BasicSeries = z.infer<typeof basicSeries>;

const basicChart = z.strictObject({
  chartType: z.enum(['BAR', 'LINE', 'AREA', 'COLUMN', 'COMBO']),
  legendPosition: z
    .enum(['BOTTOM_LEGEND', 'LEFT_LEGEND', 'RIGHT_LEGEND', 'TOP_LEGEND', 'NO_LEGEND', 'INSIDE_LEGEND'])
    .optional(),
  axis: z
    .array(
      z.strictObject({
        position: axisPosition,
        title: z.string().optional(),
        format: textFormat.optional(),
        viewWindowOptions: z
          .strictObject({
            viewWindowMin: z.number().optional(),
            viewWindowMax: z.number().optional(),
            viewWindowMode: z.enum(['DEFAULT_VIEW_WINDOW_MODE', 'EXPLICIT', 'PRETTY']).optional(),
          })
          .optional(),
      }),
    )
    .optional(),
  domains: z
    .array(z.strictObject({ domain: chartData.optional() }))
    .max(1)
    .optional(),
  series: z.array(basicSeries).optional(),
  headerCount: z.int().min(0).optional(),
  stackedType: z.enum(['NOT_STACKED', 'STACKED', 'PERCENT_STACKED']).optional(),
  totalDataLabel: dataLabel.optional(),
});

export const chartSpec = z.strictObject({
  title: z.string().optional(),
  altText: z.string().optional(),
  subtitle: z.string().optional(),
  fontName: z.string().optional(),
  backgroundColor: color.optional(),
  backgroundColorStyle: colorStyle.optional(),
  hiddenDimensionStrategy: z
    .enum(['SKIP_HIDDEN_ROWS_AND_COLUMNS', 'SKIP_HIDDEN_ROWS', 'SKIP_HIDDEN_COLUMNS', 'SHOW_ALL'])
    .optional(),
  basicChart: basicChart.optional(),
});
export type ChartSpec = z.infer<typeof chartSpec>;

export const overlayPosition = z.strictObject({
  anchorCell: gridCoordinate.optional(),
  offsetXPixels: z.int().optional(),
  offsetYPixels: z.int().optional(),
  widthPixels: z.int().min(1).optional(),
  heightPixels: z.int().min(1).optional(),
});
export type OverlayPosition = z.infer<typeof overlayPosition>;

export const objectPosition = z.strictObject({ overlayPosition: overlayPosition.optional() });

export const embeddedChart = z.strictObject({
  chartId: z.int().min(0).optional(),
  spec: chartSpec.optional(),
  position: objectPosition.optional(),
});

/** A chart as it lies over the cells of its tab. */
export interface Chart {
  readonly chartId: number;
  readonly spec: ChartSpec;
  readonly position: OverlayPosition;
}
