// Sheets API: create and get spreadsheets, and batchUpdate.

import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import * as z from 'zod';
import { invalid } from '../../../kernel/errors.ts';
import type { Caller } from '../../../kernel/kernel.ts';
import type { Answer, ApiMethod } from '../../../rest/api.ts';
import { withCells } from '../cells.ts';
import type { SheetsEngine } from '../engine.ts';
import { type MaskTree, parseMask } from '../masks.ts';
import { renderSpreadsheet } from '../render.ts';
import { cellUpdate } from '../requests/cell-update.ts';
import { applyRequests, readRequests } from '../requests/index.ts';
import { addSheetTo, sheetPropertiesSchema } from '../requests/sheets.ts';
import {
  assertSpreadsheetProperties,
  spreadsheetPropertiesSchema,
} from '../requests/spreadsheet-properties.ts';
import { queryBoolean, queryTexts, rowData } from '../schemas.ts';
import { READ, WRITE } from './scopes.ts';

const createBody = z.strictObject({
  properties: spreadsheetPropertiesSchema.optional(),
  sheets: z
    .array(
      z.strictObject({
        properties: sheetPropertiesSchema.optional(),
        data: z
          .array(
            z.strictObject({
              startRow: z.int().optional(),
              startColumn: z.int().optional(),
              rowData: z.array(rowData).optional(),
            }),
          )
          .optional(),
      }),
    )
    .optional(),
});

const batchUpdateBody = z.strictObject({
  requests: z.array(z.record(z.string(), z.unknown())).optional(),
  includeSpreadsheetInResponse: z.boolean().optional(),
  responseRanges: z.array(z.string()).optional(),
  responseIncludeGridData: z.boolean().optional(),
});

/** Whether a field mask asks for the cells. */
function asksForCells(fields: string): boolean {
  const tree = parseMask(fields);
  if (!tree) return true;
  const { sheets } = tree;
  return sheets === true || (sheets !== undefined && ('data' in sheets || '*' in sheets));
}

/** Whether a field mask asks for the looks of the cells, which take long to work out. */
function asksForLooks(fields: string | undefined, path: readonly string[]): boolean {
  let tree: MaskTree | true | undefined = (fields && parseMask(fields)) || true;
  for (const name of path) {
    if (tree === undefined || tree === true || '*' in tree) break;
    tree = tree[name];
  }
  if (tree === undefined || tree === true) return tree === true;
  return ['*', 'formattedValue', 'effectiveFormat'].some((name) => name in (tree as object));
}

const CELLS = ['sheets', 'data', 'rowData', 'values'];

function answer(
  engine: SheetsEngine,
  caller: Caller,
  id: string,
  cells: boolean,
  ranges: readonly string[] | undefined,
  looks: boolean,
): Answer<sheets_v4.Schema$Spreadsheet> {
  const book = engine.open(caller, id);
  const owner = engine.files.get(id).owner;
  return renderSpreadsheet(
    { book, calculator: engine.calculator(book), email: caller.email, owner },
    cells,
    ranges,
    looks,
  );
}

export function spreadsheetMethods(engine: SheetsEngine): ApiMethod[] {
  const create: ApiMethod<unknown, z.infer<typeof createBody>> = {
    id: 'sheets.spreadsheets.create',
    http: 'POST',
    path: '/v4/spreadsheets',
    body: createBody,
    scopes: WRITE,
    run({ body, caller }): Answer<sheets_v4.Schema$Spreadsheet> {
      engine.count(caller, 'Write');
      const properties = body?.properties ?? {};
      assertSpreadsheetProperties(properties);
      const given = body?.sheets?.length ? body.sheets : undefined;
      const id = engine.create(
        caller.email,
        properties,
        given &&
          ((draft) => {
            given.forEach((sheet, index) => {
              const added = addSheetTo(draft, { ...sheet.properties });
              const update = cellUpdate(draft, added.sheetId, '*', `sheets[${index}].data`);
              const rows = draft.rows(added.sheetId);
              for (const { startRow = 0, startColumn = 0, rowData: lines = [] } of sheet.data ?? []) {
                const width = lines.reduce((most, line) => Math.max(most, line.values?.length ?? 0), 0);
                const { rowCount, columnCount } = added.grid;
                if (startRow + lines.length > rowCount || startColumn + width > columnCount) {
                  throw invalid(
                    `Invalid sheets[${index}].data: The data exceeds the grid of ${rowCount} rows and ${columnCount} columns`,
                  );
                }
                lines.forEach((line, down) => {
                  const cells = (line.values ?? []).map((data) => update(null, data));
                  rows.set(startRow + down, withCells(rows.get(startRow + down), startColumn, cells));
                });
              }
            });
          }),
      );
      engine.files.madeBy(caller, id);
      return answer(engine, caller, id, false, undefined, false);
    },
  };

  const getQuery = z.strictObject({
    ranges: queryTexts,
    includeGridData: queryBoolean,
    excludeTablesInBandedRanges: queryBoolean,
  });
  const get: ApiMethod<z.infer<typeof getQuery>> = {
    id: 'sheets.spreadsheets.get',
    http: 'GET',
    path: '/v4/spreadsheets/{spreadsheetId}',
    query: getQuery,
    scopes: READ,
    run({ path, query, caller, fields }): Answer<sheets_v4.Schema$Spreadsheet> {
      engine.count(caller, 'Read');
      // Google ignores includeGridData when there is a field mask: the mask says whether cells are wanted.
      const cells = fields ? asksForCells(fields) : (query.includeGridData ?? false);
      const looks = cells && asksForLooks(fields, CELLS);
      return answer(engine, caller, path.spreadsheetId as string, cells, query.ranges, looks);
    },
  };

  const batchUpdate: ApiMethod<unknown, z.infer<typeof batchUpdateBody>> = {
    id: 'sheets.spreadsheets.batchUpdate',
    http: 'POST',
    path: '/v4/spreadsheets/{spreadsheetId}:batchUpdate',
    body: batchUpdateBody,
    scopes: WRITE,
    run({ path, body, caller, fields }): Answer<sheets_v4.Schema$BatchUpdateSpreadsheetResponse> {
      const requests = readRequests(body?.requests ?? []);
      engine.count(caller, 'Write');
      const id = path.spreadsheetId as string;
      const replies = engine.write(caller, id, (draft) => applyRequests(draft, requests));
      return {
        spreadsheetId: id,
        replies,
        ...(body?.includeSpreadsheetInResponse
          ? {
              updatedSpreadsheet: answer(
                engine,
                caller,
                id,
                body.responseIncludeGridData ?? false,
                body.responseRanges,
                asksForLooks(fields, ['updatedSpreadsheet', ...CELLS]),
              ),
            }
          : {}),
      };
    },
  };

  return [create, get, batchUpdate];
}
