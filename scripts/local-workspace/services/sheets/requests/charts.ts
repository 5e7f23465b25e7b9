// Requests about charts: add, change what they draw, move or resize, delete.

import * as z from 'zod';
import { invalid } from '../../../kernel/errors.ts';
import {
  type BasicSeries,
  type Chart,
  type ChartSpec,
  chartSpec,
  embeddedChart,
  type OverlayPosition,
  objectPosition,
} from '../chart-schemas.ts';
import { chartJson, mapSources, sourcesOf, USUAL_SIZE } from '../charts.ts';
import type { Draft } from '../draft.ts';
import { updateAt, updatePaths } from '../masks.ts';
import { kind } from './kind.ts';

const STACKABLE = ['AREA', 'BAR', 'COLUMN', 'COMBO'];

/** The definition with the tab of each source written out. @throws INVALID_ARGUMENT for what Google does not draw */
function readSpec(draft: Draft, spec: ChartSpec | undefined): ChartSpec {
  const { basicChart } = spec ?? {};
  if (!spec || !basicChart) throw invalid('ChartSpec must have a chart set.');
  const { chartType, domains = [], series = [], stackedType = 'NOT_STACKED', totalDataLabel } = basicChart;
  if (series.length === 0) throw invalid('BasicChartSpec must have at least one series.');
  if (stackedType !== 'NOT_STACKED' && !STACKABLE.includes(chartType))
    throw invalid(`Stacking is not supported for chart type ${chartType}.`);
  if (totalDataLabel && stackedType !== 'STACKED')
    throw invalid('totalDataLabel is supported only for stacked charts.');
  for (const { domain } of domains) if (!domain) throw invalid('BasicChartDomain must have a domain.');
  for (const one of series) assertSeries(one, chartType);
  for (const range of sourcesOf(spec)) {
    const { area } = draft.area(range);
    if (area.endRow - area.startRow > 1 && area.endColumn - area.startColumn > 1)
      throw invalid('ChartSourceRange must have a width or a height of 1.');
  }
  return mapSources(spec, (range) => ({ ...range, sheetId: range.sheetId ?? 0 }));
}

function assertSeries({ series, type, targetAxis }: BasicSeries, chartType: string): void {
  if (!series?.sourceRange) throw invalid('BasicChartSeries must have a series.');
  if (type && chartType !== 'COMBO')
    throw invalid(`Series type is supported only for COMBO charts, not for ${chartType}.`);
  if (!type && chartType === 'COMBO') throw invalid('Series type must be set for COMBO charts.');
  if (targetAxis && (targetAxis === 'BOTTOM_AXIS') !== (chartType === 'BAR'))
    throw invalid(`Axis ${targetAxis} cannot be the target of a series of a ${chartType} chart.`);
}

/** @throws INVALID_ARGUMENT when the cell under the chart's corner does not exist */
function readPosition(draft: Draft, position: OverlayPosition): OverlayPosition {
  const { sheetId = 0, rowIndex = 0, columnIndex = 0 } = position.anchorCell ?? {};
  const { grid } = draft.sheet(sheetId);
  if (rowIndex >= grid.rowCount || columnIndex >= grid.columnCount)
    throw invalid(`The anchor cell of the chart is outside the sheet with id ${sheetId}.`);
  return { ...USUAL_SIZE, ...position, anchorCell: { sheetId, rowIndex, columnIndex } };
}

const chartsOf = (draft: Draft, sheetId: number): readonly Chart[] => draft.sheet(sheetId).charts ?? [];

function requireChart(draft: Draft, id = 0): { sheetId: number; chart: Chart } {
  for (const { sheetId, charts = [] } of draft.record.sheets) {
    const chart = charts.find(({ chartId }) => chartId === id);
    if (chart) return { sheetId, chart };
  }
  throw invalid(`No embedded object with id: ${id}`);
}

/** The chart in its list, or taken out of it when there is nothing in its place. */
function replace(draft: Draft, sheetId: number, chart: Chart, next: Chart | undefined): void {
  const charts = chartsOf(draft, sheetId).flatMap((one) => (one === chart ? (next ?? []) : one));
  draft.changeSheet(sheetId, { charts });
}

const addChart = kind(z.strictObject({ chart: embeddedChart }), (draft, { chart: given }) => {
  if (!given.position?.overlayPosition) throw invalid('The position of the chart must be set.');
  const spec = readSpec(draft, given.spec);
  const position = readPosition(draft, given.position.overlayPosition);
  const chartId = given.chartId ?? draft.newId();
  if (draft.record.sheets.some(({ charts = [] }) => charts.some((other) => other.chartId === chartId)))
    throw invalid(`An embedded object with id ${chartId} already exists.`);
  const added: Chart = { chartId, spec, position };
  const sheetId = position.anchorCell?.sheetId ?? 0;
  draft.changeSheet(sheetId, { charts: [...chartsOf(draft, sheetId), added] });
  return { addChart: { chart: chartJson(added) } };
});

const updateChartSpec = kind(
  z.strictObject({ chartId: z.int().optional(), spec: chartSpec.optional() }),
  (draft, { chartId, spec }) => {
    const { sheetId, chart } = requireChart(draft, chartId);
    replace(draft, sheetId, chart, { ...chart, spec: readSpec(draft, spec) });
    return undefined;
  },
);

const updateEmbeddedObjectPosition = kind(
  z.strictObject({
    objectId: z.int().optional(),
    newPosition: objectPosition,
    fields: z.string().optional(),
  }),
  (draft, { objectId, newPosition: { overlayPosition: given }, fields }, where) => {
    const { sheetId, chart } = requireChart(draft, objectId);
    if (!given) throw invalid('The new position must be set.');
    const paths = updatePaths(fields, where, {
      anchorCell: { sheetId: true, rowIndex: true, columnIndex: true },
      offsetXPixels: true,
      offsetYPixels: true,
      widthPixels: true,
      heightPixels: true,
    });
    const position = readPosition(draft, updateAt(chart.position, given, paths));
    const target = position.anchorCell?.sheetId ?? 0;
    const next = { ...chart, position };
    replace(draft, sheetId, chart, target === sheetId ? next : undefined);
    if (target !== sheetId) draft.changeSheet(target, { charts: [...chartsOf(draft, target), next] });
    return { updateEmbeddedObjectPosition: { position: chartJson(next).position } };
  },
);

const deleteEmbeddedObject = kind(z.strictObject({ objectId: z.int().optional() }), (draft, { objectId }) => {
  const { sheetId, chart } = requireChart(draft, objectId);
  replace(draft, sheetId, chart, undefined);
  return undefined;
});

export const chartRequests = {
  addChart,
  updateChartSpec,
  updateEmbeddedObjectPosition,
  deleteEmbeddedObject,
};
