// Sheets API: the values methods, which read and write plain values in A1 ranges.

import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import * as z from 'zod';
import { invalid } from '../../../kernel/errors.ts';
import type { Answer, ApiMethod } from '../../../rest/api.ts';
import { formatRange } from '../a1.ts';
import type { SheetsEngine } from '../engine.ts';
import { queryBoolean, queryTexts } from '../schemas.ts';
import { type RenderOptions, readArea, readValues } from '../values.ts';
import { appendTable, clearValues, writeValues } from '../write-values.ts';
import { READ, WRITE } from './scopes.ts';

const dimension = z.enum(['ROWS', 'COLUMNS']).optional();
const valueRender = z.enum(['FORMATTED_VALUE', 'UNFORMATTED_VALUE', 'FORMULA']).optional();
const dateRender = z.enum(['SERIAL_NUMBER', 'FORMATTED_STRING']).optional();
const inputOption = z.enum(['RAW', 'USER_ENTERED']).optional();

const valueRange = z.strictObject({
  range: z.string().optional(),
  majorDimension: dimension,
  values: z.array(z.array(z.unknown())).optional(),
});
type ValueRangeInput = z.infer<typeof valueRange>;

const updateQuery = z.strictObject({
  valueInputOption: inputOption,
  includeValuesInResponse: queryBoolean,
  responseValueRenderOption: valueRender,
  responseDateTimeRenderOption: dateRender,
});
const appendQuery = updateQuery.extend({ insertDataOption: z.enum(['OVERWRITE', 'INSERT_ROWS']).optional() });
const renderQuery = z.strictObject({
  majorDimension: dimension,
  valueRenderOption: valueRender,
  dateTimeRenderOption: dateRender,
});

function requireOption(option: 'RAW' | 'USER_ENTERED' | undefined): 'RAW' | 'USER_ENTERED' {
  if (!option) throw invalid("'valueInputOption' is required but not specified");
  return option;
}

/** The range of the body may repeat the one of the address, not differ from it. */
function assertSameRange(path: string, body: ValueRangeInput): void {
  if (body.range !== undefined && body.range !== path) {
    throw invalid(`Requested range (${path}) does not match the range in the request body (${body.range})`);
  }
}

interface ResponseOptions {
  includeValuesInResponse?: boolean;
  responseValueRenderOption?: RenderOptions['valueRenderOption'];
  responseDateTimeRenderOption?: RenderOptions['dateTimeRenderOption'];
}

export function valueMethods(engine: SheetsEngine): ApiMethod[] {
  const base = '/v4/spreadsheets/{spreadsheetId}/values';

  const updated = (
    spreadsheetId: string,
    result: ReturnType<typeof writeValues>,
    options: ResponseOptions,
    major?: 'ROWS' | 'COLUMNS',
  ): Answer<sheets_v4.Schema$UpdateValuesResponse> => {
    const book = engine.book(spreadsheetId);
    const sheet = book.record.sheets.find((item) => item.sheetId === result.sheetId);
    if (!sheet) throw new Error('The tab that was just written is gone');
    const render: RenderOptions = {
      ...(major ? { majorDimension: major } : {}),
      ...(options.responseValueRenderOption ? { valueRenderOption: options.responseValueRenderOption } : {}),
      ...(options.responseDateTimeRenderOption
        ? { dateTimeRenderOption: options.responseDateTimeRenderOption }
        : {}),
    };
    const range = formatRange(sheet, result.area);
    return {
      spreadsheetId,
      updatedRange: range,
      ...(result.cells > 0
        ? { updatedRows: result.rows, updatedColumns: result.columns, updatedCells: result.cells }
        : {}),
      ...(options.includeValuesInResponse
        ? {
            updatedData: {
              range,
              majorDimension: major ?? 'ROWS',
              values: readArea(book, engine.calculator(book), sheet, result.area, render),
            },
          }
        : {}),
    };
  };

  const get: ApiMethod<z.infer<typeof renderQuery>> = {
    id: 'sheets.spreadsheets.values.get',
    http: 'GET',
    path: `${base}/{range}`,
    query: renderQuery,
    answersInFrozenLists: true,
    scopes: READ,
    run({ path, query, caller }): Answer<sheets_v4.Schema$ValueRange> {
      engine.count(caller, 'Read');
      const book = engine.open(caller, path.spreadsheetId as string);
      return readValues(book, engine.calculator(book), path.range as string, query);
    },
  };

  const batchGetQuery = renderQuery.extend({ ranges: queryTexts });
  const batchGet: ApiMethod<z.infer<typeof batchGetQuery>> = {
    id: 'sheets.spreadsheets.values.batchGet',
    http: 'GET',
    path: `${base}:batchGet`,
    query: batchGetQuery,
    answersInFrozenLists: true,
    scopes: READ,
    run({
      path,
      query: { ranges = [], ...options },
      caller,
    }): Answer<sheets_v4.Schema$BatchGetValuesResponse> {
      engine.count(caller, 'Read');
      const spreadsheetId = path.spreadsheetId as string;
      const book = engine.open(caller, spreadsheetId);
      const calculator = engine.calculator(book);
      const valueRanges = ranges.map((range) => readValues(book, calculator, range, options));
      return { spreadsheetId, ...(valueRanges.length > 0 ? { valueRanges } : {}) };
    },
  };

  const update: ApiMethod<z.infer<typeof updateQuery>, ValueRangeInput> = {
    id: 'sheets.spreadsheets.values.update',
    http: 'PUT',
    path: `${base}/{range}`,
    query: updateQuery,
    body: valueRange,
    scopes: WRITE,
    run({ path, query, body, caller }): Answer<sheets_v4.Schema$UpdateValuesResponse> {
      engine.count(caller, 'Write');
      const option = requireOption(query.valueInputOption);
      assertSameRange(path.range as string, body);
      const spreadsheetId = path.spreadsheetId as string;
      const result = engine.write(caller, spreadsheetId, (draft) =>
        writeValues(draft, path.range as string, body, option),
      );
      return updated(spreadsheetId, result, query, body.majorDimension);
    },
  };

  const batchUpdateBody = z.strictObject({
    valueInputOption: inputOption,
    data: z.array(valueRange).optional(),
    includeValuesInResponse: z.boolean().optional(),
    responseValueRenderOption: valueRender,
    responseDateTimeRenderOption: dateRender,
  });
  const batchUpdate: ApiMethod<unknown, z.infer<typeof batchUpdateBody>> = {
    id: 'sheets.spreadsheets.values.batchUpdate',
    http: 'POST',
    path: `${base}:batchUpdate`,
    body: batchUpdateBody,
    scopes: WRITE,
    run({ path, body, caller }): Answer<sheets_v4.Schema$BatchUpdateValuesResponse> {
      engine.count(caller, 'Write');
      const option = requireOption(body.valueInputOption);
      const spreadsheetId = path.spreadsheetId as string;
      const data = body.data ?? [];
      const results = engine.write(caller, spreadsheetId, (draft) =>
        data.map((item, index) => {
          if (item.range === undefined) throw invalid(`Invalid data[${index}]: Unable to parse range: `);
          return writeValues(draft, item.range, item, option, `data[${index}]`);
        }),
      );
      const responses = results.map((result, index) =>
        updated(spreadsheetId, result, body, data[index]?.majorDimension),
      );
      const total = (part: 'rows' | 'columns' | 'cells') =>
        results.reduce((sum, result) => sum + result[part], 0);
      return {
        spreadsheetId,
        ...(results.length > 0
          ? {
              totalUpdatedRows: total('rows'),
              totalUpdatedColumns: total('columns'),
              totalUpdatedCells: total('cells'),
              totalUpdatedSheets: new Set(results.map(({ sheetId }) => sheetId)).size,
              responses,
            }
          : {}),
      };
    },
  };

  const append: ApiMethod<z.infer<typeof appendQuery>, ValueRangeInput> = {
    id: 'sheets.spreadsheets.values.append',
    http: 'POST',
    path: `${base}/{range}:append`,
    query: appendQuery,
    body: valueRange,
    scopes: WRITE,
    run({ path, query, body, caller }): Answer<sheets_v4.Schema$AppendValuesResponse> {
      engine.count(caller, 'Write');
      const option = requireOption(query.valueInputOption);
      assertSameRange(path.range as string, body);
      const spreadsheetId = path.spreadsheetId as string;
      const { table, result } = engine.write(caller, spreadsheetId, (draft) =>
        appendTable(draft, path.range as string, body, option, query.insertDataOption === 'INSERT_ROWS'),
      );
      return {
        spreadsheetId,
        ...(table ? { tableRange: table } : {}),
        updates: updated(spreadsheetId, result, query, body.majorDimension),
      };
    },
  };

  const clear: ApiMethod = {
    id: 'sheets.spreadsheets.values.clear',
    http: 'POST',
    path: `${base}/{range}:clear`,
    body: z.strictObject({}),
    scopes: WRITE,
    run({ path, caller }): Answer<sheets_v4.Schema$ClearValuesResponse> {
      engine.count(caller, 'Write');
      const spreadsheetId = path.spreadsheetId as string;
      return {
        spreadsheetId,
        clearedRange: engine.write(caller, spreadsheetId, (draft) =>
          clearValues(draft, path.range as string),
        ),
      };
    },
  };

  const batchClearBody = z.strictObject({ ranges: z.array(z.string()).optional() });
  const batchClear: ApiMethod<unknown, z.infer<typeof batchClearBody>> = {
    id: 'sheets.spreadsheets.values.batchClear',
    http: 'POST',
    path: `${base}:batchClear`,
    body: batchClearBody,
    scopes: WRITE,
    run({ path, body, caller }): Answer<sheets_v4.Schema$BatchClearValuesResponse> {
      engine.count(caller, 'Write');
      const spreadsheetId = path.spreadsheetId as string;
      const clearedRanges = engine.write(caller, spreadsheetId, (draft) =>
        (body.ranges ?? []).map((range) => clearValues(draft, range)),
      );
      return { spreadsheetId, ...(clearedRanges.length > 0 ? { clearedRanges } : {}) };
    },
  };

  return [get, batchGet, update, batchUpdate, append, clear, batchClear];
}
