// Requests about whole tabs: add, delete, duplicate, rename, move, freeze, hide, resize.

import * as z from 'zod';
import { invalid } from '../../../kernel/errors.ts';
import type { Chart } from '../chart-schemas.ts';
import { mapSources, sourcesOf } from '../charts.ts';
import type { Draft } from '../draft.ts';
import { newSheet } from '../engine.ts';
import { type MaskTree, updatePaths } from '../masks.ts';
import { DEFAULT_GRID, type GridProperties, LIMITS, type SheetRecord } from '../model.ts';
import { sheetProperties } from '../render-properties.ts';
import { color, colorStyle, type GridRange } from '../schemas.ts';
import { kind } from './kind.ts';
import { removeDimension } from './shift.ts';

export const gridPropertiesSchema = z.strictObject({
  rowCount: z.int().optional(),
  columnCount: z.int().optional(),
  frozenRowCount: z.int().min(0).optional(),
  frozenColumnCount: z.int().min(0).optional(),
  hideGridlines: z.boolean().optional(),
});

export const sheetPropertiesSchema = z.strictObject({
  sheetId: z.int().min(0).optional(),
  title: z.string().optional(),
  index: z.int().min(0).optional(),
  sheetType: z.literal('GRID').optional(),
  gridProperties: gridPropertiesSchema.optional(),
  hidden: z.boolean().optional(),
  tabColor: color.optional(),
  tabColorStyle: colorStyle.optional(),
  rightToLeft: z.boolean().optional(),
});
export type SheetPropertiesInput = z.infer<typeof sheetPropertiesSchema>;

const SHEET_FIELDS: MaskTree = {
  sheetId: true,
  title: true,
  index: true,
  sheetType: true,
  hidden: true,
  rightToLeft: true,
  tabColor: true,
  tabColorStyle: true,
  gridProperties: {
    rowCount: true,
    columnCount: true,
    frozenRowCount: true,
    frozenColumnCount: true,
    hideGridlines: true,
  },
};

function assertTitle(draft: Draft, title: string, except?: number): void {
  if (title === '') throw invalid('Sheet title must not be empty.');
  if (title.length > LIMITS.titleLength)
    throw invalid(`Sheet title must be at most ${LIMITS.titleLength} characters.`);
  const taken = draft.record.sheets.some(
    (sheet) => sheet.sheetId !== except && sheet.title.toLowerCase() === title.toLowerCase(),
  );
  if (taken) throw invalid(`A sheet with the name "${title}" already exists. Please enter another name.`);
}

function assertGrid(grid: GridProperties): void {
  if (grid.rowCount < 1) throw invalid('rowCount must be at least 1');
  if (grid.columnCount < 1) throw invalid('columnCount must be at least 1');
  if (grid.frozenRowCount >= grid.rowCount) throw invalid("You can't freeze all visible rows on the sheet.");
  if (grid.frozenColumnCount >= grid.columnCount)
    throw invalid("You can't freeze all visible columns on the sheet.");
}

/** Adds a tab as addSheet and spreadsheets.create do. */
export function addSheetTo(draft: Draft, properties: SheetPropertiesInput): SheetRecord {
  const { sheets } = draft.record;
  if (sheets.length >= LIMITS.sheets) {
    throw invalid(
      `This action would increase the number of sheets in the workbook above the limit of ${LIMITS.sheets} sheets.`,
    );
  }
  let title = properties.title;
  for (let number = sheets.length + 1; title === undefined; number++) {
    if (!sheets.some((sheet) => sheet.title.toLowerCase() === `sheet${number}`)) title = `Sheet${number}`;
  }
  assertTitle(draft, title);
  let sheetId = properties.sheetId;
  while (sheetId === undefined) {
    const id = sheets.length === 0 && draft.newSpreadsheet ? 0 : draft.newId();
    if (!draft.find(id)) sheetId = id;
  }
  if (draft.find(sheetId)) throw invalid(`A sheet with id ${sheetId} already exists.`);
  const grid = { ...DEFAULT_GRID, ...properties.gridProperties };
  assertGrid(grid);
  const tab = properties.tabColorStyle ?? (properties.tabColor && { rgbColor: properties.tabColor });
  const sheet: SheetRecord = {
    ...newSheet(sheetId, title, grid),
    hidden: properties.hidden ?? false,
    rightToLeft: properties.rightToLeft ?? false,
    ...(tab ? { tabColorStyle: tab } : {}),
  };
  const index = Math.min(properties.index ?? sheets.length, sheets.length);
  draft.change({ sheets: [...sheets.slice(0, index), sheet, ...sheets.slice(index)] });
  draft.freshRows(sheetId);
  draft.assertSize(sheet);
  return sheet;
}

const addSheet = kind(
  z.strictObject({ properties: sheetPropertiesSchema.optional() }),
  (draft, { properties = {} }) => {
    const sheet = addSheetTo(draft, properties);
    return { addSheet: { properties: sheetProperties(sheet, draft.record.sheets.indexOf(sheet)) } };
  },
);

const deleteSheet = kind(z.strictObject({ sheetId: z.int().optional() }), (draft, { sheetId = 0 }) => {
  const sheet = draft.find(sheetId);
  if (!sheet) throw invalid(`No sheet with id: ${sheetId}`);
  const left = draft.record.sheets.filter((other) => other !== sheet);
  if (left.length === 0) throw invalid("You can't remove all the sheets in a document.");
  if (left.every(({ hidden }) => hidden))
    throw invalid("You can't remove all the visible sheets in a document.");
  draft.assertMayEditSheet(sheet);
  draft.change({
    sheets: left.map((other) => withoutSource(other, sheetId)),
    namedRanges: draft.record.namedRanges.filter(({ range }) => (range.sheetId ?? 0) !== sheetId),
    developerMetadata: draft.record.developerMetadata.filter(
      ({ location }) => location.sheetId !== sheetId && location.dimensionRange?.sheetId !== sheetId,
    ),
  });
  draft.freshRows(sheetId);
  return undefined;
});

/** Charts of other tabs lose what they drew from a tab that goes. */
function withoutSource(sheet: SheetRecord, sheetId: number): SheetRecord {
  const drawsFromIt = sheet.charts?.some(({ spec }) =>
    sourcesOf(spec).some((range) => range.sheetId === sheetId),
  );
  if (!sheet.charts || !drawsFromIt) return sheet;
  const keep = (range: GridRange) => (range.sheetId === sheetId ? undefined : range);
  return {
    ...sheet,
    charts: sheet.charts.map((chart) => ({ ...chart, spec: mapSources(chart.spec, keep) })),
  };
}

const duplicateSheet = kind(
  z.strictObject({
    sourceSheetId: z.int().optional(),
    insertSheetIndex: z.int().min(0).optional(),
    newSheetId: z.int().min(0).optional(),
    newSheetName: z.string().optional(),
  }),
  (draft, { sourceSheetId, insertSheetIndex = 0, newSheetId, newSheetName }) => {
    const source = draft.sheet(sourceSheetId);
    let title = newSheetName;
    for (let number = 0; title === undefined; number++) {
      const name = `Copy of ${source.title}${number > 0 ? ` ${number}` : ''}`;
      if (!draft.record.sheets.some((sheet) => sheet.title.toLowerCase() === name.toLowerCase()))
        title = name;
    }
    const added = addSheetTo(draft, {
      title,
      index: insertSheetIndex,
      gridProperties: source.grid,
      ...(newSheetId === undefined ? {} : { sheetId: newSheetId }),
    });
    const { sheetId } = added;
    const here = <T extends { readonly range: { sheetId?: number | undefined } }>(item: T): T => ({
      ...item,
      range: { ...item.range, sheetId },
    });
    const copy = draft.changeSheet(sheetId, {
      ...source,
      sheetId,
      title,
      protectedRanges: source.protectedRanges.map((range) => ({
        ...here(range),
        protectedRangeId: draft.newId(),
      })),
      bandedRanges: source.bandedRanges.map((range) => ({ ...here(range), bandedRangeId: draft.newId() })),
      conditionalFormats: source.conditionalFormats.map((rule) => ({
        ...rule,
        ranges: rule.ranges.map((range) => ({ ...range, sheetId })),
      })),
      merges: source.merges.map((range) => ({ ...range, sheetId })),
      ...(source.basicFilter ? { basicFilter: here(source.basicFilter) } : {}),
      ...(source.charts
        ? { charts: source.charts.map((chart) => copyOf(chart, draft.newId(), source, sheetId)) }
        : {}),
    });
    draft.rows(sheetId).replace(draft.rows(source.sheetId).all());
    return { duplicateSheet: { properties: sheetProperties(copy, draft.record.sheets.indexOf(copy)) } };
  },
);

/** A chart that drew from its own tab draws from the copy of it. */
function copyOf(chart: Chart, chartId: number, source: SheetRecord, sheetId: number): Chart {
  return {
    chartId,
    spec: mapSources(chart.spec, (range) =>
      range.sheetId === source.sheetId ? { ...range, sheetId } : range,
    ),
    position: { ...chart.position, anchorCell: { ...chart.position.anchorCell, sheetId } },
  };
}

const updateSheetProperties = kind(
  z.strictObject({ properties: sheetPropertiesSchema, fields: z.string().optional() }),
  (draft, { properties, fields }, where) => {
    const paths = updatePaths(fields, where, SHEET_FIELDS);
    const sheet = draft.sheet(properties.sheetId);
    const { sheetId } = sheet;
    // A whole tab's protection also covers its name and shape.
    draft.assertMayEdit(sheet, { startRow: 0, endRow: 1, startColumn: 0, endColumn: 1 });
    const given = properties.gridProperties ?? {};
    for (const [name, below] of paths) {
      switch (name) {
        case 'title':
          assertTitle(draft, properties.title ?? '', sheetId);
          draft.changeSheet(sheetId, { title: properties.title ?? '' });
          break;
        case 'hidden': {
          const others = draft.record.sheets.filter((other) => other.sheetId !== sheetId && !other.hidden);
          if (properties.hidden && others.length === 0)
            throw invalid("You can't hide all the sheets in a document.");
          draft.changeSheet(sheetId, { hidden: properties.hidden ?? false });
          break;
        }
        case 'rightToLeft':
          draft.changeSheet(sheetId, { rightToLeft: properties.rightToLeft ?? false });
          break;
        case 'tabColor':
          draft.changeSheet(sheetId, {
            tabColorStyle: properties.tabColor && { rgbColor: properties.tabColor },
          });
          break;
        case 'tabColorStyle':
          draft.changeSheet(sheetId, { tabColorStyle: properties.tabColorStyle });
          break;
        case 'index':
          moveSheet(draft, sheetId, properties.index ?? 0);
          break;
        case 'gridProperties': {
          const names = below
            ? [below as keyof GridProperties]
            : (Object.keys(DEFAULT_GRID) as (keyof GridProperties)[]);
          const wanted: Record<string, unknown> = { ...draft.sheet(sheetId).grid };
          for (const field of names) {
            const usual =
              field === 'rowCount' || field === 'columnCount'
                ? draft.sheet(sheetId).grid[field]
                : DEFAULT_GRID[field];
            wanted[field] = given[field] ?? usual;
          }
          regrid(draft, sheetId, wanted as unknown as GridProperties);
          break;
        }
        default:
          // The sheetId only says which tab is meant; the type cannot change.
          break;
      }
    }
    return undefined;
  },
);

function regrid(draft: Draft, sheetId: number, wanted: GridProperties): void {
  assertGrid(wanted);
  const { grid } = draft.sheet(sheetId);
  if (wanted.rowCount < grid.rowCount)
    removeDimension(draft, sheetId, 'ROWS', wanted.rowCount, grid.rowCount);
  if (wanted.columnCount < grid.columnCount)
    removeDimension(draft, sheetId, 'COLUMNS', wanted.columnCount, grid.columnCount);
  draft.resize(sheetId, wanted);
}

/** The place is meant as it was before the move: to the right of itself means one further. */
function moveSheet(draft: Draft, sheetId: number, index: number): void {
  const { sheets } = draft.record;
  const from = sheets.findIndex((sheet) => sheet.sheetId === sheetId);
  if (index > sheets.length)
    throw invalid(`index[${index}] is greater than the number of sheets[${sheets.length}]`);
  const before = sheets.slice(0, index).filter((sheet) => sheet.sheetId !== sheetId);
  const after = sheets.slice(index).filter((sheet) => sheet.sheetId !== sheetId);
  draft.change({ sheets: [...before, sheets[from] as SheetRecord, ...after] });
}

export const sheetRequests = {
  addSheet,
  deleteSheet,
  duplicateSheet,
  updateSheetProperties,
};
