// Requests about ranges with a meaning: names, filters, sorting, conditional formats, banding, metadata.

import * as z from 'zod';
import { invalid } from '../../../kernel/errors.ts';
import { parseCells } from '../a1.ts';
import { assertFormatCondition } from '../conditional.ts';
import type { Draft } from '../draft.ts';
import { updatePaths } from '../masks.ts';
import type { BandedRange } from '../model.ts';
import {
  bandingProperties,
  cellFormat,
  condition,
  dimensionRange,
  type GridRange,
  gridRange,
  sortSpec,
} from '../schemas.ts';
import { sortArea } from '../sort.ts';
import { kind } from './kind.ts';

const namedRangeSchema = z.strictObject({
  namedRangeId: z.string().optional(),
  name: z.string().optional(),
  range: gridRange.optional(),
});

function assertName(draft: Draft, name: string, except?: string): void {
  if (!/^[A-Za-z_][A-Za-z0-9_]{0,249}$/.test(name) || parseCells(name))
    throw invalid(`Name "${name}" is not valid for a named range.`);
  const taken = draft.record.namedRanges.some(
    (item) => item.namedRangeId !== except && item.name.toLowerCase() === name.toLowerCase(),
  );
  if (taken) throw invalid(`A named range with the name "${name}" already exists.`);
}

const addNamedRange = kind(
  z.strictObject({ namedRange: namedRangeSchema }),
  (draft, { namedRange: given }) => {
    assertName(draft, given.name ?? '');
    if (!given.range) throw invalid('A named range must have a range.');
    const { sheet } = draft.area(given.range);
    const added = {
      namedRangeId: given.namedRangeId ?? String(draft.newId()),
      name: given.name as string,
      range: { ...given.range, sheetId: sheet.sheetId },
    };
    draft.change({ namedRanges: [...draft.record.namedRanges, added] });
    return { addNamedRange: { namedRange: added } };
  },
);

const updateNamedRange = kind(
  z.strictObject({ namedRange: namedRangeSchema, fields: z.string().optional() }),
  (draft, { namedRange: given, fields }, where) => {
    const names = new Set(updatePaths(fields, where, { name: true, range: true }).map(([name]) => name));
    const old = draft.record.namedRanges.find((item) => item.namedRangeId === given.namedRangeId);
    if (!old) throw invalid(`No named range with id: ${given.namedRangeId}`);
    if (names.has('name')) assertName(draft, given.name ?? '', old.namedRangeId);
    const range =
      names.has('range') && given.range
        ? { ...given.range, sheetId: draft.area(given.range).sheet.sheetId }
        : old.range;
    const next = { ...old, range, ...(names.has('name') ? { name: given.name as string } : {}) };
    draft.change({ namedRanges: draft.record.namedRanges.map((item) => (item === old ? next : item)) });
    return undefined;
  },
);

const deleteNamedRange = kind(z.strictObject({ namedRangeId: z.string() }), (draft, { namedRangeId }) => {
  const left = draft.record.namedRanges.filter((item) => item.namedRangeId !== namedRangeId);
  if (left.length === draft.record.namedRanges.length)
    throw invalid(`No named range with id: ${namedRangeId}`);
  draft.change({ namedRanges: left });
  return undefined;
});

const sortRange = kind(
  z.strictObject({ range: gridRange, sortSpecs: z.array(sortSpec).optional() }),
  (draft, { range, sortSpecs = [] }) => {
    if (sortSpecs.length === 0) throw invalid('Must specify at least one sort spec.');
    const { sheet, area } = draft.area(range);
    draft.assertMayEdit(sheet, area);
    sortArea(draft, sheet, area, sortSpecs);
    return undefined;
  },
);

const setBasicFilter = kind(
  z.strictObject({
    filter: z.strictObject({
      range: gridRange,
      sortSpecs: z.array(sortSpec).optional(),
      criteria: z
        .record(
          z.string(),
          z.strictObject({ hiddenValues: z.array(z.string()).optional(), condition: condition.optional() }),
        )
        .optional(),
    }),
  }),
  (draft, { filter }) => {
    const { sheet, area } = draft.area(filter.range);
    draft.assertMayEdit(sheet, { ...area, endRow: area.startRow + 1 });
    draft.changeSheet(sheet.sheetId, {
      basicFilter: { ...filter, range: { ...filter.range, sheetId: sheet.sheetId } },
    });
    if (filter.sortSpecs?.length)
      sortArea(draft, sheet, { ...area, startRow: area.startRow + 1 }, filter.sortSpecs);
    return undefined;
  },
);

const clearBasicFilter = kind(z.strictObject({ sheetId: z.int().optional() }), (draft, { sheetId }) => {
  draft.changeSheet(draft.sheet(sheetId).sheetId, { basicFilter: undefined });
  return undefined;
});

const conditionalFormatRule = z.strictObject({
  ranges: z.array(gridRange).min(1),
  booleanRule: z.strictObject({ condition, format: cellFormat.optional() }),
});

/** All ranges of a rule must be of one tab. */
function ruleSheet(draft: Draft, ranges: readonly GridRange[]): number {
  const ids = new Set(ranges.map((range) => draft.area(range).sheet.sheetId));
  if (ids.size > 1) throw invalid('All ranges of a conditional format rule must be on the same sheet.');
  return [...ids][0] as number;
}

const addConditionalFormatRule = kind(
  z.strictObject({ rule: conditionalFormatRule, index: z.int().min(0).optional() }),
  (draft, { rule, index = 0 }) => {
    const sheetId = ruleSheet(draft, rule.ranges);
    const rules = draft.sheet(sheetId).conditionalFormats;
    if (index > rules.length)
      throw invalid(
        `index[${index}] is greater than the number of conditional format rules[${rules.length}]`,
      );
    const { condition: when, format = {} } = rule.booleanRule;
    assertFormatCondition(when);
    const added = {
      ranges: rule.ranges.map((range) => ({ ...range, sheetId })),
      booleanRule: { condition: when, format },
    };
    draft.changeSheet(sheetId, {
      conditionalFormats: [...rules.slice(0, index), added, ...rules.slice(index)],
    });
    return undefined;
  },
);

const deleteConditionalFormatRule = kind(
  z.strictObject({ sheetId: z.int().optional(), index: z.int().min(0).optional() }),
  (draft, { sheetId, index = 0 }) => {
    const sheet = draft.sheet(sheetId);
    const rule = sheet.conditionalFormats[index];
    if (!rule) throw invalid(`No conditional format on sheet: ${sheet.sheetId} at index: ${index}`);
    draft.changeSheet(sheet.sheetId, {
      conditionalFormats: sheet.conditionalFormats.filter((item) => item !== rule),
    });
    return { deleteConditionalFormatRule: { rule } };
  },
);

const addBanding = kind(
  z.strictObject({
    bandedRange: z.strictObject({
      bandedRangeId: z.int().optional(),
      range: gridRange,
      rowProperties: bandingProperties.optional(),
      columnProperties: bandingProperties.optional(),
    }),
  }),
  (draft, { bandedRange: given }) => {
    const { sheet } = draft.area(given.range);
    const added: BandedRange = {
      ...given,
      bandedRangeId: given.bandedRangeId ?? draft.newId(),
      range: { ...given.range, sheetId: sheet.sheetId },
    };
    draft.changeSheet(sheet.sheetId, { bandedRanges: [...sheet.bandedRanges, added] });
    return { addBanding: { bandedRange: added } };
  },
);

const deleteBanding = kind(
  z.strictObject({ bandedRangeId: z.int().optional() }),
  (draft, { bandedRangeId }) => {
    const sheet = draft.record.sheets.find((item) =>
      item.bandedRanges.some((range) => range.bandedRangeId === bandedRangeId),
    );
    if (!sheet) throw invalid(`No banded range with id: ${bandedRangeId}`);
    draft.changeSheet(sheet.sheetId, {
      bandedRanges: sheet.bandedRanges.filter((range) => range.bandedRangeId !== bandedRangeId),
    });
    return undefined;
  },
);

const createDeveloperMetadata = kind(
  z.strictObject({
    developerMetadata: z.strictObject({
      metadataId: z.int().optional(),
      metadataKey: z.string().min(1),
      metadataValue: z.string().optional(),
      visibility: z.enum(['DOCUMENT', 'PROJECT']),
      location: z.strictObject({
        spreadsheet: z.boolean().optional(),
        sheetId: z.int().optional(),
        dimensionRange: dimensionRange.optional(),
      }),
    }),
  }),
  (draft, { developerMetadata: given }) => {
    const { location } = given;
    const range = location.dimensionRange;
    if (location.sheetId !== undefined) draft.sheet(location.sheetId);
    if (range && (range.startIndex === undefined || range.endIndex !== range.startIndex + 1)) {
      throw invalid('Developer metadata can only be associated with a single row or column.');
    }
    const added = {
      ...given,
      metadataId: given.metadataId ?? draft.newId(),
      location: range
        ? {
            dimensionRange: {
              sheetId: draft.sheet(range.sheetId).sheetId,
              dimension: range.dimension,
              startIndex: range.startIndex ?? 0,
              endIndex: range.endIndex ?? 0,
            },
          }
        : {
            ...(location.spreadsheet ? { spreadsheet: true } : {}),
            ...(location.sheetId === undefined ? {} : { sheetId: location.sheetId }),
          },
    };
    draft.change({ developerMetadata: [...draft.record.developerMetadata, added] });
    return { createDeveloperMetadata: { developerMetadata: added } };
  },
);

export const rangeRequests = {
  addNamedRange,
  updateNamedRange,
  deleteNamedRange,
  sortRange,
  setBasicFilter,
  clearBasicFilter,
  addConditionalFormatRule,
  deleteConditionalFormatRule,
  addBanding,
  deleteBanding,
  createDeveloperMetadata,
};
