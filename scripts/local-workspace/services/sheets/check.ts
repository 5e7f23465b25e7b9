// Checks the requests of a batchUpdate against their schemas and words what is wrong as Google does.

import type * as z from 'zod';
import { notImplemented } from '../../kernel/errors.ts';
import { openIssues, refuseBody } from '../../rest/refusals.ts';
import { snakePath } from './masks.ts';

/** Fields that Google has and the local Workspace does not. */
const LATER = new Set(
  `chipRuns dataSourceFormula dataSourceTable pivotTable textFormatRuns dataSourceSheetProperties rowGroupControlAfter columnGroupControlAfter
iterativeCalculationSettings spreadsheetTheme importFunctionsExternalUrlAccessAllowed defaultFormat dataSourceColumnReference filterSpecs
tableId dataSourceColumnRange developerMetadata gradientRule groups filterViewId foregroundColor backgroundColor dataSourceSheetDimensionRange
histogramChart orgChart bubbleChart candlestickChart treemapChart waterfallChart scorecardChart pieChart dataSourceChartProperties sortSpecs
titleTextFormat titleTextPosition subtitleTextFormat subtitleTextPosition maximized aggregateType groupRule columnReference reversed border
threeDimensional interpolateNulls compareMode lineSmoothing pointStyle styleOverrides customLabelData newSheet`.split(
    /\s+/,
  ),
);

/** As JSON for Google's messages: null stands for a field that is not there. */
function withoutNulls(value: unknown): unknown {
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map(withoutNulls);
  const kept = Object.entries(value).filter(([, item]) => item !== null && item !== undefined);
  return Object.fromEntries(kept.map(([name, item]) => [name, withoutNulls(item)]));
}

/**
 * @param laterFields names that are refused as not implemented
 * @throws INVALID_ARGUMENT with the path of what is wrong; NOT_IMPLEMENTED for what only Google has
 */
export function check<T>(
  schema: z.ZodType<T>,
  value: unknown,
  prefix: string,
  laterFields: ReadonlySet<string> = LATER,
): T {
  // Most requests hold no null, so that looking for one comes only after the first try.
  const first = schema.safeParse(value);
  if (first.success) return first.data;
  const given = withoutNulls(value);
  const result = schema.safeParse(given);
  if (result.success) return result.data;
  for (const issue of openIssues(result.error.issues)) {
    if (issue.code !== 'unrecognized_keys') continue;
    const later = issue.keys.find((name) => laterFields.has(name));
    if (later) throw notImplemented(`The field ${[prefix, ...issue.path.map(String), later].join('.')}`);
  }
  throw refuseBody(result.error.issues, given, snakePath(prefix));
}
