// The table of all batchUpdate requests, and how a list of them is carried out: all, or none.

import { GoogleError, invalid, notImplemented } from '../../../kernel/errors.ts';
import { check } from '../check.ts';
import type { Draft } from '../draft.ts';
import { cellRequests } from './cells.ts';
import { chartRequests } from './charts.ts';
import { dimensionRequests } from './dimensions.ts';
import { findReplace } from './find-replace.ts';
import type { Reply, RequestKind } from './kind.ts';
import { protectionRequests } from './protected-ranges.ts';
import { rangeRequests } from './ranges.ts';
import { sheetRequests } from './sheets.ts';
import { updateSpreadsheetProperties } from './spreadsheet-properties.ts';

export const REQUESTS: Readonly<Record<string, RequestKind>> = {
  ...sheetRequests,
  ...cellRequests,
  ...dimensionRequests,
  ...rangeRequests,
  ...protectionRequests,
  ...chartRequests,
  findReplace,
  updateSpreadsheetProperties,
};

/** Kinds that Google has and the local Workspace does not. */
const LATER = new Set(
  `addDataSource addDimensionGroup addFilterView addSlicer addTable autoFill cancelDataSourceRefresh copyPaste cutPaste
deleteDataSource deleteDeveloperMetadata deleteDimensionGroup deleteDuplicates deleteFilterView deleteTable
duplicateFilterView mergeCells pasteData randomizeRange refreshDataSource textToColumns trimWhitespace unmergeCells updateBanding
updateConditionalFormatRule updateDataSource updateDeveloperMetadata updateDimensionGroup updateEmbeddedObjectBorder
updateFilterView updateSlicerSpec updateTable`.split(/\s+/),
);

/** A request whose shape is right. */
interface Read {
  readonly kind: RequestKind;
  readonly where: string;
  readonly request: unknown;
}

/** Google reads the JSON of all requests before it looks at who asks, and at the first one closely. */
export function readRequests(requests: readonly Readonly<Record<string, unknown>>[]): Read[] {
  if (requests.length === 0) throw invalid('Must specify at least one request.');
  return requests.map((request, index) => {
    const names = Object.keys(request).filter(
      (name) => request[name] !== undefined && request[name] !== null,
    );
    const unknown = names.find((name) => !Object.hasOwn(REQUESTS, name) && !LATER.has(name));
    if (unknown !== undefined) {
      throw invalid(
        `Invalid JSON payload received. Unknown name "${unknown}" at 'requests[${index}]': Cannot find field.`,
      );
    }
    const name = names[0];
    if (name === undefined) throw invalid(`Invalid requests[${index}]: No request set.`);
    const kind = REQUESTS[name];
    if (!kind) throw notImplemented(`The request ${name}`);
    if (names.length > 1) {
      throw invalid(
        `Invalid value at 'requests[${index}]' (oneof), oneof field 'kind' is already set. Cannot set '${names[1]}'`,
      );
    }
    const where = `requests[${index}].${name}`;
    return { kind, where, request: check(kind.schema, request[name], where) };
  });
}

/**
 * Carries out requests on a draft, each seeing what the ones before it did. The first that is invalid throws, and the
 * draft must then be thrown away.
 * @returns the replies, one for each request
 */
export function applyRequests(draft: Draft, requests: readonly Read[]): Reply[] {
  return requests.map(({ kind, where, request }) => {
    try {
      return kind.apply(draft, request, where) ?? {};
    } catch (error) {
      if (
        error instanceof GoogleError &&
        error.code === 'INVALID_ARGUMENT' &&
        !error.message.startsWith('Invalid ')
      ) {
        throw invalid(`Invalid ${where}: ${error.message}`);
      }
      throw error;
    }
  });
}
